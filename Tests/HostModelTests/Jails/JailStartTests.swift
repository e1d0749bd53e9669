import TestHosts
import Testing

@testable import HostModel

/// What becomes of a jail once its parameters are found good.
struct JailStartTests {
  private func host(_ jails: String, missing: Set<String> = []) -> HostSketch {
    HostSketch(
      [
        "/etc/rc.conf": "jail_enable=YES\nifconfig_vtnet0='inet 192.0.2.1/24'\n",
        "/etc/jail.conf": "path = /$name; exec.start = '/bin/sh /etc/rc';\n\(jails)\n",
      ], missingPaths: missing)
  }

  @Test(arguments: [
    ("log", "exec.consolelog: log: not an absolute pathname"),
    ("", "exec.consolelog: : not an absolute pathname"),
    ("/nowhere/log", "open /nowhere/log: No such file or directory"),
  ])
  func `an impossible log undoes the start`(_ log: String, _ error: String) throws {
    let host = host(
      "a { ip4.addr = 'vtnet0|192.0.2.7/24'; exec.consolelog = '\(log)'; }", missing: ["/nowhere"])
    let jail = try #require(host.forecast.jails.first)
    #expect(jail.state == .failed)
    #expect(jail.error == error)
    #expect(host.forecast.steps.last?.argv.last == "-alias")
  }

  @Test(arguments: ["", "exec.start = ''; persist;", "exec.consolelog = /var/log/a;"])
  func `a log matters where something is run in the jail`(_ parameters: String) throws {
    let log = parameters.contains("persist") ? "exec.consolelog = log;" : ""
    let jail = try #require(host("a { \(parameters) \(log) }").forecast.jails.first)
    #expect(jail.state == .running)
  }

  @Test(
    arguments: [
      ("", "ip4.addr = 192.0.2.7", "jail_set: Operation not permitted"),
      ("ip4.addr = 192.0.2.8", "ip4.addr = 192.0.2.7", "jail_set: Operation not permitted"),
      ("ip4.addr = 192.0.2.7", "ip6.addr = '2001:db8::1'", "jail_set: Operation not permitted"),
      ("ip4 = new", "ip4.addr = 192.0.2.7", "jail_set: Operation not permitted"),
      ("ip4.addr = 192.0.2.7, 192.0.2.8", "ip4.addr = 192.0.2.7", "IPv4 addresses clash"),
      ("ip4.addr = 192.0.2.7", "ip4.addr = 192.0.2.7", nil),
      ("ip4 = inherit", "ip4.addr = 192.0.2.7", nil),
      ("vnet", "ip4.addr = 192.0.2.7", nil), ("", "", nil),
    ] as [(String, String, String?)])
  func `a jail has for those below it what it has`(
    _ parent: String, _ child: String, _ error: String?
  ) throws {
    let host = host("a { \(parent); }\na.b { \(child); }")
    let jail = try #require(host.forecast.jails.first { $0.name == "a.b" })
    #expect(jail.error == error)
    #expect(jail.state == (error == nil ? .running : .failed))
  }
}
