import TestHosts
import Testing

@testable import HostModel

/// What jail(8) and libjail say of parameters before anything is run.
struct JailCheckTests {
  private func start(_ parameters: String) throws -> JailForecast {
    let host = HostSketch([
      "/etc/rc.conf": "jail_enable=YES\nifconfig_vtnet0='inet 192.0.2.1/24'\n",
      "/etc/jail.conf": "a { path = /a; persist; \(parameters) }\n",
    ])
    return try #require(host.forecast.jails.first)
  }

  @Test(arguments: ["novnet", "noip4", "nopath", "host.nohostname", "noallow.raw_sockets"])
  func `the kernel knows no for a flag alone, in front of its last part`(_ name: String) throws {
    let jail = try start("\(name);")
    #expect(jail.state == .failed)
    #expect(jail.error == "unknown parameter: \(name)")
  }

  @Test(arguments: [
    "allow.noraw_sockets", "nopersist; persist", "noexec.clean", "nomount.devfs", "nodepend",
    "exec.noclean", "enforce_statfs = ''", "children.max = -1", "ip4.addr = '-'",
  ])
  func `is content with`(_ parameter: String) throws {
    #expect(try start("\(parameter);").state == .running)
  }

  @Test func `no in front of a parameter of its own doesn't turn it off`() throws {
    let host = HostSketch([
      "/etc/rc.conf": "jail_enable=YES\n",
      "/etc/jail.conf":
        "a { path = /a; persist; nomount.devfs; }\nb { path = /b; persist; mount.nodevfs; }\n",
    ])
    #expect(host.forecast.steps.filter { $0.argv[0] == "/sbin/mount" }.map(\.jail) == ["a"])
  }

  @Test(arguments: [
    ("", true), ("= new", true), ("= New", true), ("= 1", true), ("= ''", true), ("= 0", false),
    ("= 2", false), ("= inherit", false), ("= disable", false),
  ])
  func `a network stack is asked for by word or number`(_ value: String, _ isOwn: Bool) throws {
    let jail = try start("vnet \(value);")
    #expect(jail.state == .running)
    #expect(jail.hasOwnStack == isOwn)
  }

  @Test func `a network stack is no flag`() throws {
    #expect(try start("vnet = true;").error == "vnet: unknown jailsys value \"true\"")
  }
}
