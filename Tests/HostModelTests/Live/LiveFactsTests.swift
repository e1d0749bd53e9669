import HostModel
import TestHosts
import Testing

/// What the running host tells the forecast that no file does.
struct LiveFactsTests {
  private func forecast(_ text: String) -> BootForecast { HostText(text).sketch.forecast }

  private func state(_ jail: String, _ forecast: BootForecast) -> JailForecast.State? {
    forecast.jails.first { $0.name == jail }?.state
  }

  private let jails = """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    a { ip4.addr = "em7|192.0.2.31"; }

    """

  @Test func `an interface that only jails name is there or is not`() {
    #expect(state("a", forecast(jails)) == .unknown)
    let em0 = "== live: ifconfig\nem0: flags=8843<UP>\n"
    #expect(state("a", forecast(jails + em0 + "em7: flags=8843<UP>\n")) == .running)
    #expect(state("a", forecast(jails + em0)) == .failed)
  }

  @Test func `what a command created is not there at the next boot`() {
    let text =
      jails.replacing("em7", with: "lo1")
      + "== live: ifconfig\nem0: flags=8843<UP>\nlo1: flags=8049<UP,LOOPBACK>\n  groups: lo\n"
    #expect(state("a", forecast(text)) == .failed)
  }

  @Test func `a renamed interface has its first name before the boot renames it`() {
    let forecast = forecast(
      """
      == /etc/rc.conf
      ifconfig_em0_name="wan"
      ifconfig_wan="inet 192.0.2.10/24"
      == live: ifconfig
      wan: flags=8843<UP>
        inet 192.0.2.10/24
      """)
    #expect(forecast.steps.map(\.commandLine).contains("/sbin/ifconfig em0 name wan"))
    #expect(LiveComparison(forecast)?.planned.map(\.presence) == [.same])
  }

  @Test func `an interface may be in the network stack of a jail that runs`() {
    let text = """
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"
      ifconfig_em1="up"
      jail_enable="YES"
      == /etc/jail.conf
      persist; path = "/jails/$name";
      r { vnet; vnet.interface = "em1"; }
      == live: ifconfig
      em0: flags=8843<UP>

      """
    let vnet = "== live: jls\njid=1 name=r path=/jails/r vnet=new\n"
    #expect(state("r", forecast(text + vnet)) == .running)
    let shared = "== live: jls\njid=1 name=r path=/jails/r vnet=inherit\n"
    #expect(state("r", forecast(text + shared)) == .failed)
  }

  @Test(arguments: [("POINTOPOINT", true), ("BROADCAST", false)])
  func `its flags tell which interface wants a destination`(_ flag: String, _ fails: Bool) {
    let forecast = forecast(
      """
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"
      == live: ifconfig
      em0: flags=8843<UP,\(flag)>
      """)
    #expect(forecast.failedSteps.isEmpty == !fails)
  }

  @Test func `told hardware outweighs what runs`() {
    let forecast = forecast("== hardware: em0\n" + jails + "== live: ifconfig\nem7: flags=1<UP>\n")
    #expect(state("a", forecast) == .failed)
  }

  @Test func `its release counts where no file names one`() {
    var live = LiveHost()
    live.release = Release(major: 13, minor: 2)
    let files = ["/etc/rc.conf": ""]
    let told = HostSketch(files, release: nil, live: live).forecast
    #expect(told.release == Release(major: 13, minor: 2))
    #expect(!told.releaseIsAssumed)
    let named = HostSketch(
      files.merging(["/bin/freebsd-version": "USERLAND_VERSION=\"14.1-RELEASE\""]) { $1 },
      release: nil, live: live)
    #expect(named.forecast.release == Release(major: 14, minor: 1))
  }

  @Test func `says where one stands by what runs, else by the plan`() {
    let text = "== connection: 203.0.113.9 1 192.0.2.10 22\n" + jails
    #expect(forecast(text).standing?.clause == "192.0.2.10 on em0")
    let live = """
      == live: ifconfig
      em1: flags=1<UP>
        inet 192.0.2.10/24
      == live: netstat
      Internet:
      Destination Gateway Flags Netif
      default 192.0.2.1 UGS em1

      """
    #expect(forecast(text + live).standing?.clause == "192.0.2.10 on em1, by 192.0.2.1")
    let elsewhere = forecast("== connection: 192.0.2.99\n" + jails).standing
    #expect(elsewhere?.clause == "192.0.2.99, which no interface has")
  }
}
