import Testing

@Suite(.timeLimit(.minutes(15)))
struct OracleTests {
  @Test(arguments: RecordedHost.hand, RecordedHost.Recording.allCases)
  func `forecasts the recorded boot of a host with one trait`(
    host: RecordedHost, recording: RecordedHost.Recording
  ) throws {
    try compare(host, recording)
  }

  @Test(arguments: RecordedHost.random, RecordedHost.Recording.allCases)
  func `forecasts the recorded boot of a host with many faults`(
    host: RecordedHost, recording: RecordedHost.Recording
  ) throws {
    try compare(host, recording)
  }

  @Test func `no recorded host is lost`() {
    #expect(RecordedHost.hand.count == 159)
    #expect(RecordedHost.random.count == 150)
  }

  @Test func `every exemption is for a recorded host`() {
    let names = Set((RecordedHost.hand + RecordedHost.random).map(\.name))
    #expect(Exemption.names.subtracting(names).isEmpty)
  }

  private func compare(_ host: RecordedHost, _ recording: RecordedHost.Recording) throws {
    let wanted = try host.recorded(recording)
    let got = try host.forecast(recording)
    let exempted: (questions: Set<BootOutcome.Question>, reason: String)
    switch Exemption(host, recording) {
    case .soft: return
    case .differs(let questions, let reason): exempted = (questions, reason)
    case nil: exempted = ([], "")
    }
    for question in BootOutcome.Question.allCases {
      let differs = wanted[question] != got[question]
      guard differs != exempted.questions.contains(question) else { continue }
      let message =
        differs
        ? Self.difference(wanted[question], got[question])
        : "agrees, so this reason is stale: \(exempted.reason)"
      Issue.record("\(host.name), \(recording.testDescription): \(question.rawValue): \(message)")
    }
  }

  /// The first lines that differ.
  private static func difference(_ wanted: [String], _ got: [String]) -> String {
    let index = zip(wanted, got).prefix { $0 == $1 }.count
    func line(_ lines: [String]) -> String { index < lines.count ? lines[index] : "nothing more" }
    return "line \(index + 1):\n  wanted \(line(wanted))\n  got    \(line(got))"
  }
}
