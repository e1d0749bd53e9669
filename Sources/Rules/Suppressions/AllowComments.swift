import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// The comments `jailscope: allow RULE reason` in a host's files.
///
/// One behind a statement counts for its line; one that stands alone counts for the next line that
/// is neither blank nor a comment.
struct AllowComments {
  private(set) var suppressions: [Suppression] = []
  private(set) var problems: [SuppressionProblem] = []

  /// Looks through all files of a host but the settings, and those of jails, who are not to silence
  /// what the host is told.
  init(_ capture: HostCapture, _ forecast: BootForecast) {
    let marked = capture.entries.compactMap { path, entry -> SourceFile? in
      guard case .file(let file) = entry, path != Settings.hostPath,
        file.bytes.span.position(of: Self.mark.span) != nil,
        !forecast.insides.contains(where: { path.hasPrefix($0.root + "/") })
      else { return nil }
      return file
    }
    for file in marked.sorted(by: { $0.path < $1.path }) {
      let jailConf = forecast.files.jailConf.contains { $0.file.path == file.path }
      let comments = jailConf ? Self.jailConfComments(file) : Self.shellComments(file)
      read(comments, in: file)
    }
  }

  private static let mark = Array("jailscope:".utf8)

  private static func jailConfComments(_ file: SourceFile) -> [SourceSpan] {
    jailConfTokens(file.bytes).filter { $0.kind == .comment }.map(\.span)
  }

  /// Comments of a shell file: those between statements, and lines within one that are nothing else.
  private static func shellComments(_ file: SourceFile) -> [SourceSpan] {
    var comments: [SourceSpan] = []
    for node in parseShell(file.bytes).nodes {
      switch node.kind {
      case .comment: comments.append(node.span)
      case .statement(let statement):
        if case .opaque = statement.form { comments += ownLines(in: node.span, of: file) }
      case .blank, .unparsed: break
      }
    }
    return comments
  }

  private static func ownLines(in span: SourceSpan, of file: SourceFile) -> [SourceSpan] {
    var comments: [SourceSpan] = []
    for line in file.bytes[span.range].split(separator: 10, omittingEmptySubsequences: false) {
      let text = line.drop { $0 == 32 || $0 == 9 }
      if text.first == UInt8(ascii: "#") {
        comments.append(SourceSpan(text.startIndex, text.endIndex))
      }
    }
    return comments
  }

  private mutating func read(_ comments: [SourceSpan], in file: SourceFile) {
    let index = LineIndex(file.bytes)
    let commentLines = Set(
      comments.filter { Self.standsAlone($0, in: file) }.flatMap {
        index.line(at: $0.lower)...index.line(at: max($0.upper - 1, $0.lower))
      })
    for comment in comments {
      guard let start = file.bytes[comment.range].position(of: Self.mark) else { continue }
      let place = Place(path: file.path, span: comment)
      let line = index.line(at: comment.lower)
      let text = file.text(SourceSpan(start + Self.mark.count, comment.upper))
      let words = (text.split(separator: "*/", maxSplits: 1).first ?? "")
        .split(whereSeparator: \.isWhitespace)
      guard words.first == "allow", words.count > 1 else {
        problems.append(
          SuppressionProblem(place: place, message: spoken("expected allow RULE reason")))
        continue
      }
      let rule = RuleName(String(words[1]))
      let reason = words.dropFirst(2).joined(separator: " ")
      if !rule.isKnown {
        problems.append(
          SuppressionProblem(place: place, message: spoken("there is no rule \(rule.text)")))
      } else if reason.isEmpty {
        problems.append(
          SuppressionProblem(
            place: place, message: spoken("a reason is needed behind \(rule.text)")))
      } else {
        let target =
          commentLines.contains(line)
          ? Self.nextLine(after: line, skipping: commentLines, index, file) : line
        suppressions.append(
          Suppression(rule: rule, reason: reason, place: place, lines: target...target))
      }
    }
  }

  private static func standsAlone(_ comment: SourceSpan, in file: SourceFile) -> Bool {
    let before = file.bytes[..<comment.lower].reversed().prefix { $0 != 10 }
    return before.allSatisfy { $0 == 32 || $0 == 9 }
  }

  /// The next line that has something to say.
  private static func nextLine(
    after line: Int, skipping comments: Set<Int>, _ index: LineIndex, _ file: SourceFile
  ) -> Int {
    let lines = file.bytes.split(separator: 10, omittingEmptySubsequences: false)
    var next = line + 1
    while next <= lines.count,
      comments.contains(next) || lines[next - 1].allSatisfy({ [9, 13, 32].contains($0) })
    {
      next += 1
    }
    return next
  }
}
