import Foundation
import HostModel
import Reports
import TestHosts
import Testing

/// The plan and the running host beside each other.
struct LiveReportTests {
  private static let files = """
    == connection: 203.0.113.9 50022 192.0.2.10 22
    == /etc/rc.conf
    hostname="host.example.org"
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet 192.0.2.20/32"
    ifconfig_em0_alias1="inet 192.0.2.21/32"
    ifconfig_em0_alias2="inet 192.0.2.22/32"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    a { ip4.addr = "em0|192.0.2.31/32"; }
    b { ip4.addr = "em0|192.0.2.32/32"; }

    """
  private static let live = """
    == live: ifconfig
    em0: flags=8843<UP> metric 0 mtu 1500
      inet 192.0.2.10 netmask 0xffffff00
      inet 192.0.2.20 netmask 0xffffff00
      inet 192.0.2.31 netmask 0xffffffff
      inet 192.0.2.77 netmask 0xffffffff
      inet x.x.x.x netmask 0xffffffff
    em1: flags=8843<UP> metric 0 mtu 1500
      inet 192.0.2.22 netmask 0xffffffff
    lo0: flags=8049<UP,LOOPBACK> metric 0 mtu 16384
      inet 127.0.0.1 netmask 0xff000000
      inet6 ::1 prefixlen 128
    wg0: flags=80c1<UP> metric 0 mtu 1420
      inet 198.51.100.1/24
      groups: wg
    == live: jls
    jid=1 name=a path=/jails/a vnet=inherit ip4.addr=192.0.2.31
    jid=2 name=stray path=/jails/stray vnet=inherit ip4.addr=192.0.2.77
    == live: netstat
    Internet:
    Destination Gateway Flags Netif
    default 192.0.2.1 UGS em0

    """

  private static func host(_ text: String) -> HostSketch { HostText(text).sketch }

  private func document(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func `status says which of both it knows`() {
    let plan = ReportKind.status.lines(Self.host(Self.files))
    #expect(plan.first == "BOOT-SAFE  host.example.org, FreeBSD 14.3, plan only")
    let both = ReportKind.status.lines(Self.host(Self.files + Self.live))
    #expect(
      both.first == "BOOT-SAFE with warnings  host.example.org, FreeBSD 14.3, plan and live")
  }

  @Test func `status counts what runs and how far it is from the plan`() {
    let lines = ReportKind.status.lines(Self.host(Self.files + Self.live))
    #expect(lines.contains("live: 4 interfaces, 8 addresses, 2 jails run   drift: 5"))
    #expect(lines.contains("you are here: 192.0.2.10 on em0, by 192.0.2.1"))
    #expect(lines.contains("live: ifconfig.txt:6: no address: x.x.x.x"))
    #expect(lines.count <= 20)
  }

  @Test func `nothing differs on a host that is as planned`() {
    let host = Self.host(
      """
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"
      == live: ifconfig
      em0: flags=8843<UP>
        inet 192.0.2.10/24
      lo0: flags=8049<UP,LOOPBACK>
        inet 127.0.0.1/8
      """)
    #expect(
      ReportKind.status.lines(host).contains("live: 2 interfaces, 2 addresses   drift: none"))
  }

  @Test func `show has a column for now`() {
    let lines = ReportKind.show.lines(Self.host(Self.files + Self.live), columns: 100)
    let rows = lines.drop { !$0.hasPrefix("INTERFACE") }.prefix { !$0.isEmpty }
    #expect(
      rows.joined(separator: "\n") == """
        INTERFACE   ADDRESS        NOW     WHOSE                     JAILS  STATE
        lo0         ::1/128        same    default
                    127.0.0.1/8    same    default
        em0         192.0.2.10/24  same    /etc/rc.conf:2                   you are here
                    192.0.2.20/32  /24     /etc/rc.conf:3
                    192.0.2.21/32  absent  /etc/rc.conf:4
                    192.0.2.22/32  on em1  /etc/rc.conf:5
                    192.0.2.31/32  same    jail a, /etc/jail.conf:2  a
                    192.0.2.32/32  absent  jail b, /etc/jail.conf:3  b
        em1         no address
        """)
  }

  @Test func `show lists what only runs`() {
    let text = ReportKind.show.text(Self.host(Self.files + Self.live))
    #expect(
      text.contains(
        """
        there now, and not after the next boot
          wg0: 198.51.100.1/24
          jail stray
        """))
    let orphan = Self.live.replacing("name=stray", with: "name=b").replacing(
      "ip4.addr=192.0.2.77", with: "ip4.addr=192.0.2.32")
    let lines = ReportKind.show.lines(Self.host(Self.files + orphan))
    #expect(
      lines.contains { $0.hasPrefix("           +192.0.2.77/32") && $0.hasSuffix("only now") })
    #expect(lines.contains("+ there now, and nothing configures it"))
  }

  @Test func `show has a word on the links of interfaces`() {
    let links = """
      == live: ifconfig
      em0: flags=8802<BROADCAST> metric 0 mtu 1500
        status: no carrier
      gif0: flags=8051<UP,POINTOPOINT>
      bridge0: flags=8843<UP>
        member: em0 flags=143<LEARNING>
        member: epair0a flags=143<LEARNING>
      vlan5: flags=8843<UP>
        vlan: 5 vlanproto: 802.1q vlanpcp: 0 parent interface: em0
      em1: flags=8843<UP>

      """
    let text = ReportKind.show.text(Self.host(Self.files + links))
    #expect(
      text.contains(
        """
        interfaces now
          em0: down, no carrier
          gif0: point-to-point
          bridge0: made of em0 epair0a
          vlan5: vlan 5 on em0

        """))
  }

  @Test func `the document of show has all that ifconfig tells`() throws {
    let sketch = Self.host(Self.files + Self.live)
    var show = ShowJSON(Assessment(sketch.forecast, sketch.capture))
    let interfaces = try #require(document(show.document())["interfaces_now"] as? [[String: Any]])
    #expect(interfaces.map { $0["name"] as? String } == ["em0", "em1", "lo0", "wg0"])
    #expect(interfaces.map { $0["hardware"] as? Bool } == [true, true, false, false])
    #expect(interfaces.first?["flags"] as? [String] == ["UP"])
  }

  @Test func `the documents tell the same`() throws {
    let sketch = Self.host(Self.files + Self.live)
    let assessment = Assessment(sketch.forecast, sketch.capture)
    var status = StatusJSON(assessment)
    let told = try document(status.document())
    #expect(told["knows"] as? String == "plan and live")
    let live = try #require(told["live"] as? [String: Any])
    #expect(live["interfaces"] as? Int == 4)
    #expect(live["jails"] as? Int == 2)
    #expect(live["problems"] as? [String] == ["ifconfig.txt:6: no address: x.x.x.x"])
    let drift = try #require(live["drift"] as? [String: Any])
    #expect(drift["count"] as? Int == 5)
    #expect(drift["missing"] as? [String] == ["192.0.2.21/32", "192.0.2.22/32"])
    #expect(drift["changed"] as? [String] == ["192.0.2.20/32"])
    #expect(drift["idle_jails"] as? [String] == ["b"])
    #expect(drift["stray_jails"] as? [String] == ["stray"])
    let here = try #require(told["here"] as? [String: Any])
    #expect(here["interface"] as? String == "em0")
    #expect(here["gateway"] as? String == "192.0.2.1")
    var forecast = ForecastJSON(sketch.forecast, capture: sketch.capture)
    let said = try document(forecast.document())["here"] as? [String: Any]
    #expect(said?["interface"] as? String == "em0")
    var show = ShowJSON(assessment)
    let rows = try #require(document(show.document())["addresses"] as? [[String: Any]])
    let states = rows.compactMap { ($0["live"] as? [String: Any])?["state"] as? String }
    #expect(
      states == ["same", "same", "same", "changed", "absent", "elsewhere", "same", "absent"])
  }

  @Test func `the forecast marks the commands and the interface that carry the connection`() {
    let sketch = Self.host(Self.files + Self.live)
    let text = forecastReport(
      Assessment(sketch.forecast, sketch.capture), style: .plain, columns: 200)
    let marked = text.split(separator: "\n").filter { $0.hasSuffix("  you are here") }
    #expect(!marked.isEmpty)
    #expect(marked.allSatisfy { $0.contains(" em0 ") })
    #expect(marked.contains { $0.hasPrefix("  em0  ") })
    #expect(text.contains("\nyou are here: "))
  }

  @Test func `without a running host the documents say so`() throws {
    let sketch = Self.host("== /etc/rc.conf\nifconfig_em0=\"inet 192.0.2.10/24\"\n")
    var status = StatusJSON(Assessment(sketch.forecast, sketch.capture))
    let told = try document(status.document())
    #expect(told["knows"] as? String == "plan only")
    #expect(told["live"] is NSNull)
    #expect(told["here"] is NSNull)
  }
}
