import HostModel
import Rules
import SourceText

/// The history of a host as a JSON document, described in `docs/json.md`.
package struct HistoryJSON {
  /// Grows when a member changes its meaning or goes; new members don't count.
  package static let version = 1

  private let history: HostHistory

  package init(_ history: HostHistory) {
    self.history = history
  }

  /// The document, with a newline behind it.
  package func document() -> [UInt8] {
    var writer = JSONWriter(brokenLevels: 2)
    let assessment = history.now.assessment
    writer.object { writer in
      writer.head("when", Self.version, assessment.forecast, assessment.verdict)
      writer.member("verdicts") { writer in
        writer.array(history.runs) { writer, run in
          writer.object {
            $0.member("verdict", run.verdict.keyword)
            $0.member("newest", run.newest)
            $0.member("oldest", run.oldest)
            $0.member("states", run.count)
          }
        }
      }
      writer.member("findings") { $0.array(history.origins) { Self.write($1, &$0) } }
    }
    return writer.bytes + [0x0a]
  }

  private static func write(_ origin: FindingOrigin, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rule", origin.finding.rule.text)
      writer.member("severity", origin.finding.severity.word)
      writer.member("message", origin.finding.message)
      writer.member("since", origin.since)
      writer.member("before", origin.before)
      writer.member("new_release", origin.newRelease?.description)
      writer.member("written_there", origin.isWrittenThere)
      let stretches = origin.changes.flatMap { change in
        change.diff.hunks.map { (path: change.path, hunk: $0) }
      }
      writer.member("changes") { writer in
        writer.array(stretches) { writer, stretch in
          writer.object {
            $0.member("path", stretch.path)
            $0.member("line", stretch.hunk.newStart)
            $0.member("old") { $0.strings(stretch.hunk.texts(.old)) }
            $0.member("new") { $0.strings(stretch.hunk.texts(.new)) }
          }
        }
      }
    }
  }
}

extension FileDiff.Hunk {
  fileprivate func texts(_ side: FileDiff.Line.Side) -> [String] {
    lines.filter { $0.side == side }
      .map { SecretWords.masked(String(decoding: $0.bytes, as: UTF8.self)) }
  }
}
