import Phrases
import SourceText

/// From the text of a capture to what was read of the host.
extension CapturedHost {
  /// Reads the text of a capture; anything but a whole one of this version is refused.
  package init(
    document: [UInt8], limits: CaptureLimits = .document
  ) throws(CaptureProblem) {
    guard document.count <= limits.bytes else {
      throw CaptureProblem(line: nil, reason: spoken("has more than \(limits.bytes) bytes"))
    }
    var reader = CaptureReader(document, limits)
    self = try reader.read()
  }
}

/// Reads a capture line by line.
private struct CaptureReader {
  private var lines: CaptureLines
  private let limits: CaptureLimits
  private var host = CapturedHost()
  private var seen: Set<String> = []
  private var count = 0

  init(_ text: [UInt8], _ limits: CaptureLimits) {
    lines = CaptureLines(text)
    self.limits = limits
  }

  mutating func read() throws(CaptureProblem) -> CapturedHost {
    if let line = lines.unprintable {
      throw CaptureProblem(line: line, reason: spoken("has a byte that is no printable ASCII"))
    }
    guard lines.next(is: CapturedHost.head) else {
      throw CaptureProblem(line: 1, reason: spoken("is not \(CapturedHost.head)"))
    }
    while true {
      guard let line = lines.next() else { throw problem(spoken("is cut short")) }
      if try !take(line) { break }
      count += 1
      guard count <= limits.lines else {
        throw problem(spoken("is one of more than \(limits.lines)"))
      }
    }
    guard lines.isAtEnd else { throw problem(spoken("is followed by more")) }
    return host
  }

  private func problem(_ reason: String) -> CaptureProblem {
    CaptureProblem(line: lines.number, reason: reason)
  }

  /// Takes a line in with its body; false for the last line.
  private mutating func take(_ range: Range<Int>) throws(CaptureProblem) -> Bool {
    guard let (keyword, values) = lines.words(in: range) else {
      throw problem(spoken("can't be read"))
    }
    guard values.allSatisfy({ $0.utf8.count <= CaptureLimits.text }) else {
      throw problem(spoken("has a text of more than \(CaptureLimits.text) bytes"))
    }
    switch (keyword, values.count) {
    case ("file", 5): try takeFile(values)
    case ("directory", 4):
      try enter(values[0], .directory(try names()))
      host.attributes[values[0]] = try attributes(values)
    case ("missing", 1): try enter(values[0], .missing)
    case ("unreadable", 2): try enter(values[0], .unreadable(values[1]))
    case ("kind", 2):
      guard let kind = PathKind(word: values[1]) else {
        throw problem(spoken("has no kind of path"))
      }
      guard host.kinds.updateValue(kind, forKey: try path(values[0])) == nil else {
        throw problem(spoken("tells the kind of a path again"))
      }
    case ("output", 2), ("output", 3):
      let (name, command) = (values[0], values[1])
      try once("output \(name)")
      let bytes = try lines.body(limit: limits.file)
      host.outputs.append(
        Output(
          name: name, command: command, bytes: bytes, failure: values.count > 2 ? values[2] : nil))
    case ("note", 1): host.notes.append(values[0])
    case ("end", 0): return false
    default: try takeHead(keyword, values)
    }
    return true
  }

  private typealias Output = CapturedHost.Output

  private mutating func takeHead(
    _ keyword: String, _ values: [String]
  ) throws(CaptureProblem) {
    try once(keyword)
    switch (keyword, values.count) {
    case ("taken", 1):
      guard Self.isTime(values[0]) else { throw problem(spoken("says no time in UTC")) }
      host.taken = values[0]
    case ("system", 1): host.system = values[0]
    case ("connection", 1): host.connection = values[0]
    case ("lookup", 1):
      guard let lookup = CapturedHost.Lookup(rawValue: values[0]) else {
        throw problem(spoken("says neither yes, no nor told"))
      }
      host.lookup = lookup
    case ("hardware", _): host.hardware = values
    default: throw problem(spoken("does not belong in a capture"))
    }
  }

  /// It is written as it is, so that nothing else may stand there.
  private static func isTime(_ text: String) -> Bool {
    text.utf8.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) ? UInt8(ascii: "0") : $0 }
      .elementsEqual("0000-00-00T00:00:00Z".utf8)
  }

  private mutating func once(_ what: String) throws(CaptureProblem) {
    guard seen.insert(what).inserted else { throw problem(spoken("says a thing again")) }
  }

  private func path(_ text: String) throws(CaptureProblem) -> String {
    guard text.utf8.first == UInt8(ascii: "/"), text.utf8.count <= CaptureLimits.path else {
      throw problem(spoken("has no path"))
    }
    return text
  }

  private mutating func enter(
    _ text: String, _ entry: HostCapture.Entry
  ) throws(CaptureProblem) {
    guard host.entries.updateValue(entry, forKey: try path(text)) == nil else {
      throw problem(spoken("tells of a path again"))
    }
  }

  private mutating func takeFile(_ values: [String]) throws(CaptureProblem) {
    let number = lines.number
    guard let size = Int(values[4]), size >= 0, size <= limits.file else {
      throw problem(spoken("has no size, or one of more than \(limits.file)"))
    }
    let told = try attributes(values)
    let bytes = try lines.body(limit: size)
    guard bytes.count == size else {
      throw CaptureProblem(line: number, reason: spoken("has another size than its body"))
    }
    try enter(values[0], .file(SourceFile(path: values[0], bytes: bytes)))
    host.attributes[values[0]] = told
  }

  private func attributes(
    _ values: [String]
  ) throws(CaptureProblem) -> CapturedHost.Attributes {
    func number(_ text: String, radix: Int) throws(CaptureProblem) -> UInt32? {
      if text == "-" { return nil }
      guard let number = UInt32(text, radix: radix) else { throw problem(spoken("has no number")) }
      return number
    }
    return CapturedHost.Attributes(
      mode: try number(values[1], radix: 8), owner: try number(values[2], radix: 10),
      group: try number(values[3], radix: 10))
  }

  /// The names of a directory, in byte order whatever order they came in.
  private mutating func names() throws(CaptureProblem) -> [String] {
    var names: [String] = []
    while let name = try lines.bodyLine() {
      names.append(name)
      count += 1
      guard count <= limits.lines else {
        throw problem(spoken("is one of more than \(limits.lines)"))
      }
    }
    let isSorted = zip(names, names.dropFirst()).allSatisfy { $0.comesBefore($1) }
    return isSorted ? names : names.sorted { $0.comesBefore($1) }
  }
}
