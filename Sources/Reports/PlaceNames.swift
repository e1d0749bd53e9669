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
    guard let (_, index) = file(of: place) else { return place.path }
    return "\(place.path):\(index.line(at: place.span.lower))"
  }

  /// Where a place is in its file; nil when no such file was collected.
  mutating func region(_ place: Place) -> TextRegion? {
    guard let (file, index) = file(of: place) else { return nil }
    return TextRegion(place.span, in: file, index)
  }

  private mutating func file(of place: Place) -> (SourceFile, LineIndex)? {
    guard case .file(let file)? = capture.entry(at: place.path) else { return nil }
    let end = min(max(place.span.lower, place.span.upper), file.bytes.count)
    if let index = indices[place.path], index.end >= end { return (file, index) }
    // the first places of a large file are often all that is shown
    let index = LineIndex(file.bytes, upTo: max(2 * end, 1 << 16))
    indices[place.path] = index
    return (file, index)
  }
}
