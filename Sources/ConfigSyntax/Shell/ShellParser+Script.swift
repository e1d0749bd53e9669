import SourceText

/// Reads a whole file (FreeBSD `bin/sh/parser.c`, `parsecmd`).
extension ShellParser {
  mutating func script() -> ShellScript {
    var tiling = ShellTiling(bytes)
    var syntaxError: ShellSyntaxError?
    while true {
      skipBlanks()
      if let assignment = takePlainAssignment() {
        let span = assignment.span
        tiling.add(.statement(ShellStatement(assignment)), from: span.lower, to: span.upper)
        continue
      }
      let start = position
      let count = tiling.nodes.count
      do throws(ShellStop) {
        if try !readCompleteCommand(into: &tiling) { break }
      } catch {
        tiling.shorten(to: count)
        switch error {
        case .syntax(let found):
          syntaxError = found
          tiling.add(.unparsed, from: start, to: bytes.count)
        case .tooDeep:
          let rest = SourceSpan(start, bytes.count)
          tiling.add(.statement(ShellStatement(.tooDeep(rest))), from: start, to: rest.upper)
        }
        break
      }
    }
    tiling.fill(to: bytes.count)
    return ShellScript(nodes: tiling.nodes, syntaxError: syntaxError)
  }

  /// Takes what sh(1) reads before it runs anything: commands up to the end of a line.
  ///
  /// Returns false at the end of the file.
  private mutating func readCompleteCommand(
    into tiling: inout ShellTiling
  ) throws(ShellStop) -> Bool {
    switch try next(.assignments) {
    case .end: return false
    case .newline: return true
    default: pushBack()
    }
    hereSpan = nil
    while true {
      let start = tokenStart
      let command = try readListItem()
      let end = token == .background ? tokenEnd : previousEnd
      tiling.add(.statement(ShellStatement(command)), from: start, to: end)
      switch token {
      case .background, .semicolon: _ = try next(.assignments)
      case .newline, .end: break
      default: throw unexpected()
      }
      // Text of a here-document that stands behind or within a later command of the line.
      if let hereSpan, hereSpan.lower < start || token == .newline {
        tiling.join(from: hereSpan.lower, to: max(hereSpan.upper, end))
      }
      hereSpan = nil
      if token == .newline { return true }
      if token == .end { return false }
      pushBack()
    }
  }
}
