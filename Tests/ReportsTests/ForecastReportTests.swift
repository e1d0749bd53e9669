import HostModel
import Reports
import TestHosts
import Testing

/// Every command, every address, every jail's fate.
struct ForecastReportTests {
  private func lines(_ host: HostSketch, columns: Int = 100) -> [String] {
    ReportKind.forecast.lines(host, columns: columns)
  }

  @Test func `commands are numbered under the part of the boot that runs them`() {
    let text = lines(conflict)
    #expect(
      text.prefix(7) == [
        "NOT BOOT-SAFE  host.example.org, FreeBSD 14.3",
        "",
        "netif",
        "  1  ok       /sbin/ifconfig lo0 up",
        "  2  ok       /sbin/ifconfig lo0 inet 127.0.0.1/8 alias",
        "  3  ok       /sbin/ifconfig vtnet0 inet 192.0.2.10 netmask 255.255.255.0  /etc/rc.conf:2",
        "  4  ok       /sbin/ifconfig vtnet0 inet6 -ifdisabled  /etc/rc.conf:3",
      ])
    #expect(text.contains("jail git"))
    #expect(
      text.contains(
        "  8  FAIL     /sbin/ifconfig vtnet0 inet6 2001:db8::3 prefixlen 128 alias  /etc/jail.conf:3"
      ))
    #expect(text.contains("              ifconfig: ioctl (SIOCAIFADDR): Invalid argument"))
  }

  @Test(arguments: [
    (
      #"a { path = /nope; ip4.addr = "vtnet0|192.0.2.10/24"; }"#,
      ["undo     /sbin/ifconfig vtnet0", "takes 192.0.2.10/24 from the host"]
    ),
    (
      #"a { ip4.addr = "vtnet0|192.0.2.10"; }"#,
      [
        "replaced /sbin/ifconfig", "192.0.2.10/24 becomes /32, an address of the host",
        "stop removes 192.0.2.10/32 from vtnet0, an address of the host",
      ]
    ),
    (
      #"a { ip4.addr = "vtnet0|192.0.2.30"; }"#,
      ["  a  starts", "    192.0.2.30", "    stop removes 192.0.2.30/32 from vtnet0"]
    ),
    ("a { exec.start = /opt/run; }", ["unknown  (in the jail) /opt/run", "runs inside the jail"]),
    ("a { exec.prestart = /opt/setup; }", ["unknown  /opt/setup", "  a  not known"]),
    ("a { ip4.addr = 192.0.2.77; }", ["    no interface has 192.0.2.77"]),
    ("a { vnet; vnet.interface = vtnet0; }", ["    vnet: vtnet0"]),
    ("a { }", ["    no address"]),
  ])
  func `outcomes and fates are said`(_ jails: String, _ expected: [String]) {
    let text = lines(HostSketch(jails: jails, missingPaths: ["/nope"]))
    for line in expected { #expect(text.contains { $0.contains(line) }, "\(line): \(text)") }
  }

  @Test func `a bare address without an interface is not removed by the stop`() {
    let text = lines(HostSketch(jails: "a { ip4.addr = 192.0.2.10; }"))
    #expect(!text.contains { $0.contains("stop removes") })
  }

  @Test func `addresses are listed after netif and when the boot is over`() throws {
    let text = lines(HostSketch(jails: #"a { ip4.addr = "vtnet0|192.0.2.30"; }"#))
    let netif = try #require(text.firstIndex(of: "addresses after netif"))
    let end = try #require(text.firstIndex(of: "addresses when the boot is over"))
    #expect(text[netif + 2] == "  vtnet0  192.0.2.10/24, 2001:db8::1/64")
    #expect(text[end + 2] == "  vtnet0  192.0.2.10/24, 2001:db8::1/64, 192.0.2.30/32")
  }

  @Test func `every step is there`() {
    let jails = (0..<300).map { "j\($0) { mount.devfs; }\n" }.joined()
    let host = HostSketch(jails: jails)
    let text = lines(host)
    let numbers = text.compactMap { line -> Int? in
      let words = line.split(separator: " ")
      return words.dropFirst().first == "ok" ? words.first.flatMap { Int($0) } : nil
    }
    #expect(numbers == Array(1...host.forecast.steps.count))
  }

  @Test(arguments: [20, 40, 80, 140])
  func `no line is too long`(_ columns: Int) {
    let host = HostSketch(
      rc: "/opt/\(String(repeating: "setup", count: 50))",
      jails: """
        "\(String(repeating: "a", count: 200))" { ip4.addr = "vtnet0|192.0.2.30"; mount.devfs; }
        b { ip4.addr = "em7|192.0.2.31"; }
        """)
    #expect(lines(host, columns: columns).allSatisfy { $0.unicodeScalars.count <= columns })
  }
}
