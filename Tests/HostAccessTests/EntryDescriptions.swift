import SourceText

extension HostCapture.Entry {
  /// The entry in one line, to compare with.
  var summary: String {
    switch self {
    case .file(let file): "file \(String(decoding: file.bytes, as: UTF8.self))"
    case .directory(let names): "directory \(names)"
    case .missing: "missing"
    case .unreadable(let reason): "unreadable: \(reason)"
    }
  }
}
