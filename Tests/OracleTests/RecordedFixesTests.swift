import Rules
import SourceText
import Testing

/// Every fix that is offered on a recorded host, made on a copy of its files and undone.
@Suite(.timeLimit(.minutes(15)))
struct RecordedFixesTests {
  @Test(arguments: RecordedHost.sample)
  func `a fix does what its proof says, touches nothing else and can be undone`(
    host: RecordedHost
  ) throws {
    try HostCopy(of: host).makeEachFix(named: host.name)
  }

  @Test(arguments: RecordedHost.sample)
  func `mending all that is safe makes nothing worse`(host: RecordedHost) throws {
    let copy = try HostCopy(of: host)
    let before = try copy.analyse()
    let safe = SafeFixes(FixSession(before), reanalyse: copy.reanalyse)
    let proof = safe.session.proof
    #expect(proof.lostJails == [])
    #expect(proof.new.filter { $0.severity == .error }.map(\.message) == [])
    #expect(safe.rounds <= 10)
    for finding in safe.session.current.examination.findings {
      let ways = safe.session.current.fixes(for: finding, reanalyse: copy.reanalyse)
      #expect(!ways.contains { $0.fix.applicability == .safe }, "\(finding.message)")
    }
  }
}
