import HostModel
import Rules
import Testing

@testable import Dashboard

struct BootLineTests {
  /// The lines as a few words each.
  private func words(_ forecast: BootForecast) -> [String] {
    forecast.lines.map { line in
      switch line {
      case .netif: "netif"
      case .jail(let index): "jail \(forecast.jails[index].name)"
      case .trial(let index): "by hand \(forecast.jails[index].name)"
      case .step(let index): "\(forecast.step(index).outcome == .failed ? "FAIL" : "ok")"
      case .printed: "prints"
      case .reason(_, let setter): "because of \(setter + 1)"
      case .run(let steps): "\(steps.count) ok"
      }
    }
  }

  @Test func `what fails is followed by what it prints and the step it is due to`() {
    let words = words(SampleHost.demo.analysis.forecast)
    #expect(words.prefix(1) == ["netif"])
    #expect(words.suffix(6) == ["jail backup", "ok", "FAIL", "prints", "because of 9", "ok"])
  }

  @Test func `every step is in the list once, in order`() {
    let forecast = SampleHost.demo.analysis.forecast
    let steps = forecast.lines.compactMap { line -> Int? in
      if case .step(let index) = line { index } else { nil }
    }
    #expect(steps == Array(forecast.steps.indices))
  }

  @Test func `a jail that nothing starts is told as one that a person might start`() {
    let host = SampleHost.written(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.1/24"
      jail_enable="YES"
      jail_list="mail"
      == /etc/jail.conf
      mail { path = "/jails/mail"; persist; ip4.addr = "em0|192.0.2.16"; }
      www { path = "/jails/www"; persist; ip4.addr = "em0|192.0.2.17"; }
      """)
    #expect(words(host.analysis.forecast).suffix(2) == ["by hand www", "ok"])
  }

  @Test func `a boot that ends early still has its heading and its jails`() {
    let host = SampleHost.written(
      """
      == /etc/rc.conf
      jail_enable="YES
      == /etc/jail.conf
      www { path = "/jails/www"; persist; }
      """)
    #expect(words(host.analysis.forecast) == ["netif", "jail www"])
  }
}
