import ConfigSyntax
import Phrases
import SourceText

/// Where the standard output and the standard error of a command go.
struct ShellStreams {
  enum Target { case inherited, console, nowhere, unknown }

  var output = Target.inherited
  var error = Target.console

  /// - Parameter redirections: the text of each, and the word behind its operator if that is
  ///   constant; nil for a text that can't be told.
  init(_ redirections: [(text: ArraySlice<UInt8>, target: String?)]?) {
    guard let redirections else {
      output = .unknown
      return
    }
    for (text, target) in redirections {
      let descriptor = text.prefix { (48...57).contains($0) }
      let operation = text.dropFirst(descriptor.count)
      guard operation.first == UInt8(ascii: ">") else { continue }
      let isCopy = operation.dropFirst().first == UInt8(ascii: "&")
      switch String(decoding: descriptor, as: UTF8.self) {
      case "", "1": output = goal(target, isCopy: isCopy)
      case "2": error = goal(target, isCopy: isCopy)
      default: break
      }
    }
  }

  private func goal(_ target: String?, isCopy: Bool) -> Target {
    switch target {
    case "1" where isCopy: output
    case "2" where isCopy: error
    case "/dev/stderr", "/dev/console": .console
    default: .nowhere
    }
  }
}

/// Writes what commands print.
extension ShellEvaluator {
  /// Follows the redirections of a command by the bytes that stand for them.
  func streams(_ redirections: [ShellRedirection]) -> ShellStreams {
    if redirections.isEmpty { return ShellStreams([]) }
    guard enclosing == nil else { return ShellStreams(nil) }
    let found = redirections.map { redirection in
      let range = redirection.span.range.clamped(to: file.bytes.indices)
      return (text: file.bytes[range], target: redirection.target.constant)
    }
    // a command in backquotes has the place of all that stands between them
    let isPlain = found.allSatisfy { text, _ in
      text.first.map { (48...57).contains($0) || $0 == 0x3c || $0 == 0x3e } == true
    }
    return ShellStreams(isPlain ? found : nil)
  }

  /// Runs commands whose output is redirected together.
  mutating func redirected(_ streams: ShellStreams, _ body: (inout ShellEvaluator) -> Void) {
    let outer = (isSilent, isQuiet)
    if streams.output == .nowhere || streams.output == .unknown && captured == nil {
      isSilent = true
    }
    if streams.error == .nowhere { isQuiet = true }
    body(&self)
    (isSilent, isQuiet) = outer
  }

  /// Writes what a command prints on its standard output.
  mutating func emit(_ text: String, _ streams: ShellStreams, _ span: SourceSpan) {
    switch streams.output {
    case .console:
      if !isQuiet { console.write(text) }
    case .nowhere: break
    case .unknown:
      if captured != nil { note(spoken("a redirection that is not followed"), span) }
    case .inherited:
      if isSilent { break }
      captured?.append(text)
      if captured == nil { console.write(text) }
      if let size = captured?.utf8.count, size > longestShellText {
        captured = ""
        note(tooLongShellText, span)
      }
    }
  }

  /// Follows `echo`.
  mutating func echo(_ arguments: [String], _ command: ShellSimpleCommand) {
    let isBare = arguments.first == "-n"
    if arguments.first == "-e" {
      return giveUp(spoken("`echo -e` is not followed"), command.span, [])
    }
    let text = (isBare ? arguments.dropFirst() : arguments[...]).joined(separator: " ")
    emit(isBare ? text : text + "\n", streams(command.redirections), command.span)
  }

  /// Follows printf(1) for `%s`, `%d`, `%%` and simple escapes; the format is used again as long
  /// as there are arguments.
  mutating func printFormatted(_ arguments: [String], _ command: ShellSimpleCommand) {
    let words = arguments.first == "--" ? arguments.dropFirst() : arguments[...]
    var values = words.dropFirst()
    var text = ""
    repeat {
      let count = values.count
      guard let format = words.first, let piece = Self.formatted(format, &values),
        text.utf8.count + piece.utf8.count <= longestShellText
      else { return giveUp(spoken("printf with a format that is not followed"), command.span, []) }
      text += piece
      budget -= piece.utf8.count >> 6 + 1
      if values.count == count { break }
    } while !values.isEmpty
    emit(text, streams(command.redirections), command.span)
  }

  private static func formatted(_ format: String, _ values: inout ArraySlice<String>) -> String? {
    var text = ""
    var rest = Array(format.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" || scalar == "\\" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      switch (scalar, rest.popFirst()) {
      case ("%", "s"): text += values.popFirst() ?? ""
      case ("%", "d"):
        let value = values.popFirst() ?? "0"
        guard let number = Int(value), String(number) == value else { return nil }
        text += value
      case ("%", "%"): text += "%"
      case ("\\", "n"): text += "\n"
      case ("\\", "t"): text += "\t"
      case ("\\", "r"): text.unicodeScalars.append("\r")
      case ("\\", "\\"): text += "\\"
      default: return nil
      }
    }
    return text
  }
}

/// Texts beyond this many bytes are taken for unknown, for memory is not endless.
let longestShellText = 1 << 20

/// The reason such a text isn't known.
let tooLongShellText = spoken("a text too long to follow")
