import HostModel
import Phrases
import SourceText

/// The first fault of a file of jail.conf(5) that jail(8) can't read, as far as its text tells.
struct JailFileFault {
  /// What keeps the file from being read.
  enum Cause {
    /// A comment begins within a word.
    case comment
    /// A name with a wildcard stands without quotes.
    case wildcard
    /// A carriage return is taken for a stray word.
    case carriageReturn
    /// Something else; the message says where it was noticed.
    case other
  }

  let cause: Cause
  /// The text at fault.
  let place: Place
  /// What jail(8) says about the file first.
  let problem: JailFileProblem

  /// The fault of each file that can't be read, in the order of jail(8)'s complaints.
  static func all(_ host: ExaminedHost) -> [JailFileFault] {
    var told: Set<String> = []
    return host.forecast.files.problems.compactMap { problem in
      // what follows the first error of a file follows from it
      guard isSyntax(problem), told.insert(problem.path).inserted, let noticed = problem.place,
        let file = host.file(at: problem.path)
      else { return nil }
      let (cause, span) = find(noticed.span, in: file.bytes)
      return JailFileFault(
        cause: cause, place: Place(path: file.path, span: span), problem: problem)
    }
  }

  private static func isSyntax(_ problem: JailFileProblem) -> Bool {
    problem.message.contains(" line ") || problem.message.hasSuffix(": unexpected EOF")
  }

  private static func find(_ noticed: SourceSpan, in bytes: [UInt8]) -> (Cause, SourceSpan) {
    if let start = gluedComment(in: bytes[..<min(noticed.upper + 1, bytes.count)]) {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      return (.comment, SourceSpan(start, end))
    }
    let around = max(0, noticed.lower - 1)..<min(noticed.upper + 1, bytes.count)
    if let index = bytes[around].firstIndex(of: 13) {
      return (.carriageReturn, SourceSpan(index, index + 1))
    }
    if bytes[noticed.range.clamped(to: bytes.indices)].first == UInt8(ascii: "*") {
      var lower = noticed.lower
      while lower > 0, isName(bytes[lower - 1]) { lower -= 1 }
      var upper = noticed.upper
      while upper < bytes.count, isName(bytes[upper]) { upper += 1 }
      if upper - lower > 1 { return (.wildcard, SourceSpan(lower, upper)) }
    }
    return (.other, noticed)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte > UInt8(ascii: " ") && !"{};,=\"'".utf8.contains(byte)
  }

  /// Where a comment first begins directly behind a word (jaillex.l: it may, anywhere).
  private static func gluedComment(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    var isInWord = false
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        index = end(ofQuoted: byte, from: index + 1, in: bytes)
        isInWord = true
        continue
      }
      let isLine = byte == UInt8(ascii: "#") || byte == slash && next == slash
      if isLine || byte == slash && next == UInt8(ascii: "*") {
        if isInWord { return index }
        index = isLine ? lineEnd(from: index, in: bytes) : blockEnd(from: index + 2, in: bytes)
        continue
      }
      isInWord = isName(byte)
      index += 1
    }
    return nil
  }

  private static let slash = UInt8(ascii: "/")

  private static func end(
    ofQuoted quote: UInt8, from start: Int, in bytes: ArraySlice<UInt8>
  ) -> Int {
    var index = start
    while index < bytes.endIndex, bytes[index] != quote {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.endIndex)
  }

  private static func lineEnd(from start: Int, in bytes: ArraySlice<UInt8>) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
  }

  private static func blockEnd(from start: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var index = start
    while index + 1 < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == slash { return index + 2 }
      index += 1
    }
    return bytes.endIndex
  }
}

extension Rule {
  /// The finding that is the reason why jail(8) can't read a file: with what it prints and the jails
  /// that the file takes down.
  static func finding(
    _ message: @autoclosure @escaping Wording, _ note: String, of fault: JailFileFault,
    _ host: ExaminedHost
  ) -> Finding {
    let problem = fault.problem
    let jails = host.forecast.jails.filter {
      $0.definition?.messages.contains(problem.message) == true
    }.map(\.name)
    return finding(
      message(), at: [FindingPlace(fault.place, note)], severity: problem.isRead ? .error : .warning
    )
    .printing("jail: \(problem.message)")
    .with(effect: spoken("no jail of \(problem.path) can be started"))
    .about(jails: jails)
    .explaining(.complaint(problem.message), jails: jails)
  }
}
