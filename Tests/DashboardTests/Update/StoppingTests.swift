import Rules
import Testing

@testable import Dashboard

/// Not waiting any longer.
struct StoppingTests {
  @Test func `Esc stops what is being staged, and nothing comes of it`() {
    var desk = Desk(.demo)
    desk.isOutsideBusy = true
    desk.press("f", "Enter")
    #expect(desk.state.work != nil)
    #expect(desk.line(with: "Esc stop") != nil)
    desk.press("Esc")
    #expect(desk.stops == 1)
    #expect(desk.state.work == nil)
    #expect(desk.state.said == "stopped staging")
  }

  @Test(arguments: ["Esc", "q", "Q"])
  func `so does leaving a session that looks for its first question`(_ key: String) {
    var desk = Desk(.demo)
    desk.isOutsideBusy = true
    desk.press("s", key)
    #expect(desk.stops == 1)
    #expect(desk.state.guidedSession == nil)
  }

  @Test func `changed files whose reading was stopped are not read before they change again`() {
    var desk = Desk(.demo)
    desk.isOutsideBusy = true
    desk.send(.filesChanged(["/etc/rc.conf"]))
    desk.press("Esc", "j", "k")
    #expect(desk.readings == 1)
    #expect(desk.line(with: "STALE rc.conf") != nil)
    desk.send(.filesChanged(["/etc/rc.conf"]))
    #expect(desk.readings == 2)
  }

  @Test func `what is being written is written to its end`() {
    var desk = Desk(.demo)
    desk.press("f", "Enter", "W")
    desk.isOutsideBusy = true
    desk.press("y", "Esc")
    #expect(desk.stops == 0)
    #expect(desk.state.work == "writing")
  }

  @Test func `what is being done is told before all that is counted`() {
    var desk = Desk(.demo, columns: 60, rows: 20)
    desk.isOutsideBusy = true
    desk.press("s")
    #expect(desk.line(with: "NOT BOOT-SAFE")?.contains("looking for fixes…") == true)
    desk.resize(80, 24)
    #expect(desk.line(with: "1 of 2 jails will not start")?.contains("looking for fixes…") == true)
  }

  @Test func `what is stopped proves nothing more, a later answer of a session neither`() {
    let host = SampleHost.demo
    let session = FixSession(host.analysis)
    let guide = Guide(session, reanalyse: host.reanalyse)
    let proving: Reanalysis = { capture in
      Issue.record("it is worked out anew")
      return host.reanalyse(capture)
    }
    let effects: [Effect] = [
      .begin(session, ticket: 1), .proveSafe(session, revision: 1),
      .answer(guide, .takeSafe, ticket: 2), .answer(guide, .skip, ticket: 3),
    ]
    for effect in effects { #expect(effect.thought(until: { true }, proving) != nil) }
  }

  @Test func `how long it takes is told`() {
    var desk = Desk(.demo)
    desk.isOutsideBusy = true
    desk.press("f", "Enter")
    desk.send(.waited(seconds: 3))
    #expect(desk.line(with: "staging… 3 s") != nil)
    desk.letGo()
    #expect(desk.state.workTime == 0)
  }
}
