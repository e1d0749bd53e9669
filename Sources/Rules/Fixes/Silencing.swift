import HostModel
import Phrases
package import SourceText

/// Why no comment silences a finding.
package struct SilencingRefusal: Error, Sendable, Equatable {
  /// One clause for a person.
  package let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

/// Silencing a finding by a comment in front of the line it is about.
extension Analysis {
  /// The comment that silences a finding, proven to do that and nothing else.
  ///
  /// - Parameter reason: why, as a person words it, on one line.
  package func silencing(
    _ finding: Finding, reason: String, reanalyse: (HostCapture) -> Analysis
  ) throws(SilencingRefusal) -> ProvenFix {
    // a pasted reason can hold anything, and what stands in the file has to be read in a terminal
    let plain = reason.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    let words = String(String.UnicodeScalarView(plain))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { throw SilencingRefusal(spoken("a reason is needed")) }
    let comments = finding.places.compactMap { place in
      commentLine(for: finding.rule, words, above: place.place)
    }
    for comment in comments {
      guard
        let fix = FixDraft(comment).fix(
          spoken("Allow \(finding.rule.text) here"),
          meaning: spoken("it is silenced by a comment: \(words)"),
          .review),
        let edited = capture(with: fix.edits)
      else { continue }
      let after = reanalyse(edited)
      let proof = Proof(self, after)
      let isSilenced = after.examination.silenced.contains {
        FindingKey($0.finding) == FindingKey(finding)
      }
      if isSilenced, !after.has(finding), proof.isClean { return ProvenFix(fix: fix, proof: proof) }
    }
    throw SilencingRefusal(
      comments.isEmpty
        ? spoken("no line is to blame: put it under ignore in the settings")
        : spoken("no comment fits in front of the line: put it under ignore in the settings"))
  }

  private func commentLine(
    for rule: RuleName, _ reason: String, above place: Place
  ) -> PlacedEdit? {
    let files = forecast.files
    let takesComments =
      files.shell.contains { $0.file.path == place.path }
      || files.jailConf.contains { $0.file.path == place.path }
    guard takesComments, case .file(let file)? = capture.entry(at: place.path),
      place.span.lower <= file.bytes.count
    else { return nil }
    let start = file.bytes[..<place.span.lower].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let blanks = file.bytes[start...].prefix { $0 == 32 || $0 == 9 }
    let isCRLF = start >= 2 && file.bytes[start - 2] == 13
    let indent = String(decoding: blanks, as: UTF8.self)
    let end = isCRLF ? "\r\n" : "\n"
    return .insert(
      "\(indent)# jailscope: allow \(rule.text) \(reason)\(end)", at: start, in: place.path)
  }
}
