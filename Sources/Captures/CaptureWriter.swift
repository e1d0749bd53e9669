import SourceText

/// From what was read of a host to the text of a capture.
extension CapturedHost {
  /// The first line of a capture.
  static let head = "jailscope capture 1"

  /// The capture as text; lines stand in the order of the paths, so that two can be compared.
  package var document: [UInt8] {
    var writer = CaptureWriter()
    writer.add(Self.head)
    if let taken { writer.add("taken \(taken)") }
    if let system { writer.add("system \(CaptureWriter.quoted(system))") }
    if let connection { writer.add("connection \(CaptureWriter.quoted(connection))") }
    writer.add("lookup \(lookup.rawValue)")
    if let hardware {
      writer.add((["hardware"] + hardware.map(CaptureWriter.quoted)).joined(separator: " "))
    }
    for (path, entry) in entries.sorted(by: { $0.key.comesBefore($1.key) }) {
      writer.add(entry, at: path, attributes[path])
    }
    for (path, kind) in kinds.sorted(by: { $0.key.comesBefore($1.key) }) {
      if let word = kind.word { writer.add("kind \(CaptureWriter.quoted(path)) \(word)") }
    }
    for output in outputs { writer.add(output) }
    for note in notes { writer.add("note \(CaptureWriter.quoted(note))") }
    writer.add("end")
    return writer.text
  }
}

/// Puts a capture's lines together.
private struct CaptureWriter {
  private(set) var text: [UInt8] = []

  static func quoted(_ value: String) -> String { QuotedBytes.quoted(value.utf8) }

  mutating func add(_ line: String) {
    text += line.utf8
    text.append(lineFeed)
  }

  mutating func add(
    _ entry: HostCapture.Entry, at path: String, _ attributes: CapturedHost.Attributes?
  ) {
    let path = Self.quoted(path)
    let told = attributes ?? CapturedHost.Attributes()
    let owner =
      "\(told.mode.map { String($0, radix: 8) } ?? "-") \(told.owner.map(String.init) ?? "-") "
      + (told.group.map(String.init) ?? "-")
    switch entry {
    case .file(let file):
      add("file \(path) \(owner) \(file.bytes.count)")
      add(body: file.bytes)
    case .directory(let names):
      add("directory \(path) \(owner)")
      for name in names { add(bodyLine: Array(name.utf8)[...], isWhole: true) }
    case .missing: add("missing \(path)")
    case .unreadable(let reason): add("unreadable \(path) \(Self.quoted(reason))")
    }
  }

  mutating func add(_ output: CapturedHost.Output) {
    let failure = output.failure.map { " \(Self.quoted($0))" } ?? ""
    add("output \(Self.quoted(output.name)) \(Self.quoted(output.command))\(failure)")
    add(body: output.bytes)
  }

  private mutating func add(body bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes.span.offset(of: lineFeed, from: start)
      add(bodyLine: bytes[start..<(end ?? bytes.count)], isWhole: end != nil)
      start = (end ?? bytes.count) + 1
    }
  }

  private mutating func add(bodyLine bytes: ArraySlice<UInt8>, isWhole: Bool) {
    text.append(bar)
    for byte in bytes {
      switch byte {
      case backslash: text += [backslash, backslash]
      case 9: text += "\\t".utf8
      case 13: text += "\\r".utf8
      case 0x20...0x7e: text.append(byte)
      default:
        text.append(backslash)
        for shift in [6, 3, 0] { text.append(UInt8(ascii: "0") + byte >> UInt8(shift) & 7) }
      }
    }
    text += isWhole ? [lineFeed] : [backslash, lineFeed]
  }
}

extension PathKind {
  /// The word for it in a capture; nil for what isn't known.
  var word: String? {
    switch self {
    case .directory: "directory"
    case .other: "other"
    case .missing: "missing"
    case .unknown: nil
    }
  }

  init?(word: String) {
    switch word {
    case "directory": self = .directory
    case "other": self = .other
    case "missing": self = .missing
    default: return nil
    }
  }
}

extension String {
  /// By their bytes, not by what people take for equal.
  func comesBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

let lineFeed = UInt8(ascii: "\n")
let bar = UInt8(ascii: "|")
let backslash = UInt8(ascii: "\\")
