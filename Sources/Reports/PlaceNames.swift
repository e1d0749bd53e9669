import SourceText

/// Names places as people read them: `/etc/rc.conf:41`.
struct PlaceNames {
  private let capture: HostCapture
  private var indices: [String: LineIndex] = [:]

  init(_ capture: HostCapture) {
    self.capture = capture
  }

  /// The path and the 1-based line, and the column when it is asked for.
  mutating func name(_ place: Place, column: Bool = false) -> String {
    guard let index = index(of: place.path) else { return place.path }
    let line = "\(place.path):\(index.line(at: place.span.lower))"
    return column ? "\(line):\(index.column(at: place.span.lower))" : line
  }

  private mutating func index(of path: String) -> LineIndex? {
    if let index = indices[path] { return index }
    guard case .file(let file)? = capture.entry(at: path) else { return nil }
    let index = LineIndex(file.bytes)
    indices[path] = index
    return index
  }
}
