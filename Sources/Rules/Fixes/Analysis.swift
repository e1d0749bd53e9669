package import HostModel
package import SourceText

/// A host's files with the forecast and the findings made of them.
package struct Analysis: Sendable {
  /// The files.
  package let capture: HostCapture
  /// What the next boot does.
  package let forecast: BootForecast
  /// What the rules found.
  package let examination: Examination

  /// - Parameters:
  ///   - settings: what people told of the host; by default what its own file says.
  ///   - today: the day on which suppressions may have expired; nil lets none.
  ///   - colleague: does a part of the work for a large host.
  package init(
    _ forecast: BootForecast, _ capture: HostCapture, settings: Settings? = nil, today: Day? = nil,
    beside colleague: (any Colleague)? = nil
  ) {
    self.capture = capture
    self.forecast = forecast
    examination = Examination(
      forecast, capture: capture, settings: settings, today: today, beside: colleague)
  }
}

/// Works out a host anew from changed files; it may collect files that the changed ones name.
package typealias Reanalysis = @Sendable (HostCapture) -> Analysis

/// A fix with the proof of what it does.
package struct ProvenFix: Sendable {
  /// The fix; its applicability is what the proof leaves of it.
  package let fix: Fix
  /// What it does; nil for a fix without edits, which a person has to do.
  package let proof: Proof?
}

extension Analysis {
  /// The files with edits made; nil when the edits don't fit them.
  package func capture(with edits: [String: EditSet]) -> HostCapture? {
    var capture = capture
    for (path, set) in edits {
      guard case .file(let file)? = capture.entries[path],
        let bytes = try? set.applied(to: file.bytes)
      else { return nil }
      capture.entries[path] = .file(SourceFile(path: path, bytes: bytes))
    }
    return capture
  }

  /// The finding here that is the same as one of another analysis.
  package func same(_ finding: Finding) -> Finding? {
    let key = FindingKey(finding)
    return examination.findings.first {
      $0.rule == finding.rule && $0.jails == finding.jails && FindingKey($0) == key
    }
  }

  /// Whether a finding is here, too.
  package func has(_ finding: Finding) -> Bool { same(finding) != nil }

  /// The ways to mend a finding, proven, in the order of the rule that found it.
  ///
  /// A way that does not make the finding go away, or with which something new fails, is none; one
  /// with which something new needs a look is not safe.
  package func fixes(for finding: Finding, reanalyse: @escaping Reanalysis) -> [ProvenFix] {
    fixes(for: finding, from: 0, reanalyse: reanalyse)
  }

  /// The first of these ways, and the proposal to go on with, from 0, for the others.
  package func firstFix(
    for finding: Finding, reanalyse: Reanalysis
  ) -> (fix: ProvenFix, next: Int)? {
    for (index, fix) in proposals(for: finding).enumerated() {
      if let proven = proven(fix, of: finding, reanalyse)?.fix { return (proven, index + 1) }
    }
    return nil
  }

  /// The ways from a proposal on.
  ///
  /// - Parameter colleague: proves some of them, for a small host: the proofs of a large one have another core
  ///   at work already.
  package func fixes(
    for finding: Finding, from proposal: Int, beside colleague: (any Colleague)? = nil,
    reanalyse: @escaping Reanalysis
  ) -> [ProvenFix] {
    let fixes = proposals(for: finding).dropFirst(proposal)
    let proved = { @Sendable (fixes: ArraySlice<Fix>) in
      fixes.compactMap { proven($0, of: finding, reanalyse)?.fix }
    }
    guard let colleague, fixes.count > 1 else { return proved(fixes) }
    let half = fixes.startIndex + (fixes.count + 1) / 2
    let others = colleague.begin { proved(fixes[half...]) }
    return proved(fixes[..<half]) + others()
  }

  /// One of these ways, with the host as it leaves it; no more are proven than there are in front.
  ///
  /// - Parameter number: which of those with edits, from 1.
  package func fix(
    for finding: Finding, number: Int, reanalyse: Reanalysis
  ) -> (fix: ProvenFix, after: Analysis)? {
    var count = 0
    for fix in proposals(for: finding) where !fix.edits.isEmpty {
      guard case (let proven, let after?)? = proven(fix, of: finding, reanalyse) else { continue }
      count += 1
      if count == number { return (proven, after) }
    }
    return nil
  }

  private func proposals(for finding: Finding) -> [Fix] {
    guard let rule = ruleCatalogue.first(where: { $0.name == finding.rule }) else { return [] }
    var host = ExaminedHost(forecast, capture, settings: examination.settings)
    if finding.inside != nil { return host.fixesInside(for: finding, rule) }
    return rule.fixes(for: finding, &host).compactMap(inBothCopies)
  }

  /// A fix that changes both files which qjail has of a jail; nil when they differ where it does.
  func inBothCopies(_ fix: Fix) -> Fix? {
    var edits = fix.edits
    for (path, set) in fix.edits {
      guard let copy = qjailCopy(of: path), case .file(let file)? = capture.entries[path],
        case .file(let other)? = capture.entries[copy]
      else { continue }
      guard let same = CopiedEdits(set, of: file, in: other) else { return nil }
      edits[copy] = same.edits
    }
    return fix.with(edits: edits)
  }

  /// The commands that make managers of jails take changed files over.
  package func restartCommands(changing files: Set<String>) -> [String] {
    var commands: [String] = []
    for jail in forecast.jails {
      guard let definition = jail.definition, definition.kind.isManaged,
        let file = definition.file, files.contains(file)
      else { continue }
      commands += definition.restartCommands.filter(\.isPlain)
    }
    return commands
  }

  /// A fix with the commands that make managers of jails take its edits over.
  private func withRestarts(_ fix: Fix) -> Fix {
    let commands = restartCommands(changing: Set(fix.edits.keys))
    return commands.isEmpty ? fix : fix.with(commands: fix.commands + commands)
  }

  /// A fix with its proof, and the host as it leaves it; one without edits needs no proof.
  private func proven(
    _ proposal: Fix, of finding: Finding, _ reanalyse: Reanalysis
  ) -> (fix: ProvenFix, after: Analysis?)? {
    let fix = withRestarts(proposal)
    if fix.edits.isEmpty {
      guard let standing = forecast.standing,
        fix.commands.contains(where: { standing.isTouched(by: $0) })
      else { return (ProvenFix(fix: fix, proof: nil), nil) }
      return (ProvenFix(fix: fix.warning(standing), proof: nil), nil)
    }
    guard let edited = capture(with: fix.edits) else { return nil }
    let after = reanalyse(edited)
    let proof = Proof(self, after)
    guard proof.isSound, !after.has(finding) else { return nil }
    if let standing = proof.touched {
      return (ProvenFix(fix: fix.warning(standing), proof: proof), after)
    }
    let applicability = proof.isClean ? fix.applicability : min(fix.applicability, .review)
    return (ProvenFix(fix: fix.with(applicability), proof: proof), after)
  }
}

extension Fix {
  fileprivate func with(edits: [String: EditSet]) -> Fix {
    Fix(title, record: record, meaning: meaning, applicability, edits: edits, commands: commands)
  }

  fileprivate func with(commands: [String]) -> Fix {
    Fix(title, record: record, meaning: meaning, applicability, edits: edits, commands: commands)
  }

  fileprivate func with(_ applicability: Applicability) -> Fix {
    Fix(title, record: record, meaning: meaning, applicability, edits: edits, commands: commands)
  }
}
