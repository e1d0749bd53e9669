import HostModel
import Rules
import Testing

/// Holds the rules to recorded boots: an error if and only if something went wrong.
@Suite(.timeLimit(.minutes(15)))
struct RecordedFindingsTests {
  @Test(arguments: RecordedHost.hand + RecordedHost.random, RecordedHost.Recording.allCases)
  func `there is an error if and only if the recorded boot is bad`(
    host: RecordedHost, recording: RecordedHost.Recording
  ) throws {
    let exemption = Exemption(host, recording)
    if case .soft? = exemption { return }
    let (forecast, capture) = try host.inspect(recording)
    let trouble = RecordedTrouble(try host.document(recording), capture).reasons
    let errors = Examination(forecast, capture: capture).findings
      .filter { $0.severity == .error }.map { "\($0.rule.text): \($0.message)" }
    if let reason = exemption?.reasonForOtherTrouble {
      #expect(trouble.isEmpty != errors.isEmpty, "agrees, so this reason is stale: \(reason)")
    } else if trouble.isEmpty {
      #expect(errors == [], "\(host.name), \(recording.testDescription)")
    } else {
      #expect(!errors.isEmpty, "\(host.name), \(recording.testDescription): \(trouble)")
    }
  }

  @Test(arguments: RecordedHost.hand + RecordedHost.random, RecordedHost.Recording.allCases)
  func `every failure has a reason that a rule knows`(
    host: RecordedHost, recording: RecordedHost.Recording
  ) throws {
    let (forecast, capture) = try host.inspect(recording)
    let findings = Examination(forecast, capture: capture).findings
    let fallback = Set(ruleCatalogue.filter { $0.turn == .fallback }.map { $0.name })
    let unexplained = findings.filter { fallback.contains($0.rule) }
    #expect(
      unexplained.map { "\($0.rule.text): \($0.message)" } == [],
      "\(host.name), \(recording.testDescription)")
  }
}
