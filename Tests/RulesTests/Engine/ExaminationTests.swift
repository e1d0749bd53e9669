import HostModel
import TestHosts
import Testing

@testable import Rules

/// The examination of a large host by two.
struct ExaminationTests {
  /// Counts what it is asked to do, and does it at once.
  private final class Assistant: Colleague {
    private(set) var errands = 0

    func begin<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> () -> Value {
      errands += 1
      let value = work()
      return { value }
    }
  }

  /// A host with findings of rules that look at files alone and of others, some of them silenced.
  private func host(lines: Int) -> HostSketch {
    HostSketch(
      rc: """
        a=" #"
        b=b c_d
        ifconfig_vtnet0_alias0="inet 192.0.2.11/32 inet6 2001:db8::2"
        # jailscope: allow alias-mixes-families a reason
        ifconfig_vtnet0_alias1="inet 192.0.2.12/32 inet6 2001:db8::3"
        """ + String(repeating: "\n# a comment of some length, as people write them", count: lines),
      jails: """
        x { ip4.addr = "vtnet0|192.0.2.11/24"; path = /jails/y; ip4.addr = "vtnet0|192.0.2.12/32"; }
        y { ip4.addr = "192.0.2.99"; }
        """)
  }

  private func summary(_ examination: Examination) -> [String] {
    examination.findings.map { "\($0.rule.text) \($0.message) \($0.places.map(\.place))" }
      + examination.silenced.map { "silenced \($0.finding.message)" }
  }

  @Test func `what is found is the same alone`() {
    let sketch = host(lines: 6000)
    let assistant = Assistant()
    let together = Examination(sketch.forecast, capture: sketch.capture, beside: assistant)
    let alone = Examination(sketch.forecast, capture: sketch.capture)
    #expect(assistant.errands == 1)
    #expect(summary(together) == summary(alone))
    #expect(together.findings.contains { $0.rule == ParameterSetTwice.name })
    #expect(together.silenced.count == 1)
  }

  @Test func `nobody is asked to look at small files`() {
    let sketch = host(lines: 1)
    let assistant = Assistant()
    _ = Examination(sketch.forecast, capture: sketch.capture, beside: assistant)
    #expect(assistant.errands == 0)
  }
}
