import ConfigSyntax
import HostModel
import Reports
import Rewrite
import Rules
import SourceText

/// A whole host: forecast, rules and every report, which let nothing raw through.
func tryHost(_ bytes: [UInt8]) {
  let host = HostInput(bytes)
  let analysis = host.analyse(host.capture)
  let assessment = Assessment(analysis)
  let checked = [CheckedHost(root: "/", assessment)]
  for (what, text) in [
    ("status", statusReport(assessment, style: .plain)),
    ("show", showReport(assessment, style: .plain, columns: 40)),
    ("forecast", forecastReport(assessment, style: .plain)),
    ("check", checkReport(checked, style: .plain, silenced: true)),
    ("check as of gcc", gccReport(checked)), ("JUnit", junitReport(checked)),
    ("one line", onelineReport(checked, style: .plain)),
    ("metrics", prometheusReport(assessment, version: "0")),
  ] { holdEscaped(text, what) }
  var status = StatusJSON(assessment)
  var show = ShowJSON(assessment)
  var forecast = ForecastJSON(analysis.forecast, capture: analysis.capture)
  for (what, document) in [
    ("status as JSON", status.document()), ("show as JSON", show.document()),
    ("forecast as JSON", forecast.document()), ("check as JSON", CheckJSON(checked).document()),
  ] {
    holdPrintable(document, what)
    hold((try? parseJSON(document)) != nil, "\(what) can be read")
  }
  // has the pages of all rules in it, which takes longer than all the rest
  if bytes.count.isMultiple(of: 32) {
    holdPrintable(CheckSARIF(checked, version: "0").document(), "SARIF")
  }
  for finding in analysis.examination.findings {
    for place in finding.places.map(\.place) {
      guard case .file(let file)? = analysis.capture.entries[place.path] else { continue }
      holdInside(place.span, SourceSpan(0, file.bytes.count), "a place of \(finding.rule.text)")
    }
  }
}

/// Every fix of the first findings: what its proof says comes of the edited bytes, and undoing it
/// restores them.
func tryFixes(_ bytes: [UInt8]) {
  let host = HostInput(bytes)
  let before = host.analyse(host.capture)
  for finding in before.examination.findings.prefix(3) {
    for way in before.fixes(for: finding, reanalyse: host.analyse).prefix(3) {
      tryFix(way, of: finding, before, host)
    }
  }
  let safe = SafeFixes(FixSession(before), reanalyse: host.analyse)
  let proof = safe.session.proof
  hold(proof.lostJails.isEmpty, "what is safe stops no jail")
  hold(!proof.new.contains { $0.severity == .error }, "what is safe brings no error")
  if let plan = safe.session.plan() { tryPlan(plan, before.capture, safe.session.current) }
}

private func tryFix(
  _ way: ProvenFix, of finding: Finding, _ before: Analysis, _ host: HostInput
) {
  let title = way.fix.title
  guard let proof = way.proof, !way.fix.edits.isEmpty else { return }
  for (path, edits) in way.fix.edits {
    guard case .file(let file)? = before.capture.entries[path] else {
      fatalError("\(title) edits \(path), which is no file")
    }
    holdEdits(edits, file.bytes, title)
  }
  var session = FixSession(before)
  hold(session.choose(way, reanalyse: host.analyse), "\(title) can be chosen")
  hold(Summary(session.proof) == Summary(proof), "the proof of \(title) is what comes of it")
  hold(!session.current.has(finding), "\(title) mends what it is for")
  let changes = FileChange.all(session.edits, in: before.capture)
  holdEscaped(diffReport(changes, style: .plain), "the diff of \(title)")
  holdEscaped(proofReport(session, style: .plain, columns: 80), "the proof of \(title)")
  if let plan = session.plan() { tryPlan(plan, before.capture, session.current) }
}

/// A plan is read back as it is, leads to the bytes that were analysed, and is undone.
private func tryPlan(_ plan: ChangePlan, _ capture: HostCapture, _ after: Analysis) {
  hold((try? ChangePlan(document: plan.document)) == plan, "a plan is read back")
  var files: [String: [UInt8]] = [:]
  for case (let path, .file(let file)) in capture.entries { files[path] = file.bytes }
  let disk = MemoryFiles(files.filter { path, _ in plan.files.contains { $0.path == path } })
  let original = disk.regularFiles
  guard let rewriter = try? disk.rewriter() else { fatalError("a journal can be opened") }
  // names that no file can have, and two paths of one file, are refused
  guard (try? rewriter.apply(plan)) != nil else {
    hold(disk.regularFiles == original, "what is refused changes nothing")
    return
  }
  for file in plan.files {
    guard case .file(let analysed)? = after.capture.entries[file.path] else { continue }
    hold(disk.bytes(at: file.path) == analysed.bytes, "what is written is what was analysed")
  }
  hold((try? rewriter.undo()) != nil, "a change can be undone")
  hold(disk.regularFiles == original, "undoing restores every file")
}

/// What a proof says, in words that can be compared.
private struct Summary: Equatable {
  private let jails: [String]
  private let findings: [[String]]

  init(_ proof: Proof) {
    jails = ["\(proof.startsBefore)", "\(proof.startsAfter)"] + proof.lostJails
    findings = [proof.fixed, proof.new, proof.revealed].map { $0.map(\.message).sorted() }
  }
}
