import DemoHost
import HostModel
import Testing

struct DemoHostTests {
  private let forecast = forecastBoot(DemoHost.capture, facts: HostFacts(hardware: ["vtnet0"]))

  private func jail(_ name: String) throws -> JailForecast {
    try #require(forecast.jails.first { $0.name == name })
  }

  private func addresses(_ interface: String) throws -> [String] {
    let entry = try #require(forecast.interfaces.first { $0.interface.name == interface })
    return entry.addresses.map { "\($0.address)/\($0.prefixLength)" }
  }

  @Test func `its two jails and its release are told by its files`() {
    #expect(forecast.jails.map(\.name) == ["git", "backup"])
    #expect(forecast.release == Release(major: 14, minor: 3))
    #expect(!forecast.releaseIsAssumed)
  }

  @Test func `nothing about it is unknown`() {
    #expect(forecast.unknowns.map(\.reason) == [])
    #expect(forecast.unreadable.map(\.path) == [])
    #expect(forecast.aborted == nil)
    #expect(!forecast.jails.contains { $0.state == .unknown })
  }

  @Test func `the jail git comes up on the address that rc.conf has`() throws {
    let git = try jail("git")
    #expect(git.state == .running)
    #expect(git.addresses.map(\.description) == ["2001:db8:17:42::2"])
    #expect(git.absentAddresses == [])
  }

  @Test func `the jail backup fails, as its address stands there with another prefix length`()
    throws
  {
    let backup = try jail("backup")
    let command = "/sbin/ifconfig vtnet0 inet6 2001:db8:17:42::3/128 alias"
    #expect(backup.state == .failed)
    #expect(backup.failedCommand == command)
    #expect(backup.error == "ifconfig: ioctl (SIOCAIFADDR): Invalid argument")
    let steps = forecast.steps.filter { $0.outcome == .failed }
    #expect(steps.map { $0.argv.joined(separator: " ") } == [command])
    #expect(steps.map(\.jail) == ["backup"])
  }

  @Test func `what backup had put on lo1 is taken away again`() throws {
    let steps = forecast.steps.filter { $0.argv.contains("lo1") && $0.jail == "backup" }
    #expect(
      steps.map { $0.argv.joined(separator: " ") } == [
        "/sbin/ifconfig lo1 inet 127.0.0.3/32 alias", "/sbin/ifconfig lo1 inet 127.0.0.3/32 -alias",
      ])
    #expect(steps.map(\.isRollback) == [false, true])
    #expect(try addresses("lo1") == [])
  }

  @Test func `the addresses of rc.conf outlast the failure`() throws {
    #expect(
      try addresses("vtnet0") == [
        "192.0.2.17/24", "2001:db8:17:42::1/64", "2001:db8:17:42::2/64", "2001:db8:17:42::3/64",
      ])
  }
}
