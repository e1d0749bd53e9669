import SourceText

/// Names places as people read them: `/etc/rc.conf:41`.
struct PlaceNames {
  private let capture: HostCapture
  private var indices: [String: LineIndex] = [:]

  init(_ capture: HostCapture) {
    self.capture = capture
  }

  /// The path and the 1-based line.
  mutating func name(_ place: Place) -> String {
    guard let (_, index) = file(at: place.path) else { return place.path }
    return "\(place.path):\(index.line(at: place.span.lower))"
  }

  /// Where a place is in its file; nil when no such file was collected.
  mutating func region(_ place: Place) -> TextRegion? {
    guard let (file, index) = file(at: place.path) else { return nil }
    return TextRegion(place.span, in: file, index)
  }

  private mutating func file(at path: String) -> (SourceFile, LineIndex)? {
    guard case .file(let file)? = capture.entry(at: path) else { return nil }
    let index = indices[path] ?? LineIndex(file.bytes)
    indices[path] = index
    return (file, index)
  }
}
