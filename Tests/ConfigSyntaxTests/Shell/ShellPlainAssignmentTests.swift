import ConfigSyntax
import SourceText
import Testing

/// Lines of one plain assignment, which are read at once.
struct ShellPlainAssignmentTests {
  /// Each as it stands behind a command on its line, where it is read token by token.
  @Test(arguments: [
    "a=1", "a=", "a=\"\"", "a=''", "a_1=\"b c\"", "a='b \" $c\nd'", "a=\"b\nc\"", "a=b#c", "a=~/b",
    "a=\"b\"#c", "a=\"b\"c", "a=\"b\" # c", "a='b'\t", "a=b c", "a=b c=d", "a=$b", "a=\"${b}\"",
    "a=\"}\"", "a=b}", "a=\\b", "a=\"\\b\"", "a=b;", "a=b&", "a=b\\\nc",
    "a\\\nb=c",
    "a=\"b\" \\\n", "a=é", "1=b", "a+=b", "a =b", "=b", "a", "_", "a=b\r",
  ])
  func `reads as every other line does`(_ line: String) {
    let alone = sketch("\(line)\n")
    let behind = sketch(":;\(line)\n")
    #expect(alone == Array(behind.dropFirst()))
  }

  private func sketch(_ text: String) -> [String] {
    let script = parseShell(Array(text.utf8))
    let front = text.hasPrefix(":;") ? 2 : 0
    let statements = script.nodes.compactMap { node -> String? in
      guard case .statement(let statement) = node.kind else { return nil }
      var spans = [node.span]
      if case .simple(let command) = statement.command {
        spans.append(command.span)
        for assignment in command.assignments {
          spans += [assignment.span, assignment.value.span]
          for part in assignment.value.parts { spans += part.place.map { [$0] } ?? [] }
        }
      }
      let places = spans.map { "\($0.lower - front)-\($0.upper - front)" }
      return "\(statement.form): \(statement.command.sketch) \(places.joined(separator: " "))"
    }
    return statements + [script.syntaxError.map { "\($0.line): \($0.message)" } ?? "no error"]
  }
}

extension ShellWordPart {
  /// Where a text stands.
  fileprivate var place: SourceSpan? {
    switch self {
    case .literal(_, let span), .quoted(_, let span): span
    case .parameter, .commandSubstitution, .arithmetic: nil
    }
  }
}
