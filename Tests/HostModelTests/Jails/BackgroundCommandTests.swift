import SourceText
import Testing

@testable import HostModel

/// What jail(8) doesn't wait for, and what ifconfig(8) answers a script.
struct BackgroundCommandTests {
  @Test(arguments: [("false", false), ("false &", true), ("sleep 1", true)])
  func `a command in the background never fails`(_ line: String, _ starts: Bool) throws {
    let conf = "a { path = /; persist; exec.prestart = \"\(line)\"; }\n"
    var capture = HostCapture()
    for (path, text) in [("/etc/rc.conf", "jail_enable=YES\n"), ("/etc/jail.conf", conf)] {
      capture.entries[path] = .file(SourceFile(path: path, bytes: Array(text.utf8)))
    }
    let jail = try #require(forecastBoot(capture).jails.first)
    #expect((jail.state == .running) == starts)
  }

  @Test func `what ifconfig lists is unknown, and the name of a new clone is told`() {
    var host = BootHost(capture: HostCapture(), facts: HostFacts(), release: .assumed)
    #expect(host.run(["ifconfig", "-l"], at: nil) == nil)
    #expect(host.run(["/sbin/ifconfig"], at: nil) == nil)
    #expect(host.run(["ifconfig", "epair", "create"], at: nil)?.output == "epair0a\n")
    #expect(host.run(["ifconfig", "lo1", "create"], at: nil)?.output == "")
  }
}
