import HostModel
import LiveState
import Testing

struct SysctlOutputTests {
  @Test func `reads values, the last of a name`() {
    let text = """
      kern.osrelease: 14.1-RELEASE
      net.inet6.ip6.dad_count=2
      kern.version: FreeBSD 14.1
          and more: of it
      net.inet6.ip6.dad_count: 1
      security.jail.param.name:
      """
    #expect(
      parseSysctl(Array(text.utf8)) == [
        "kern.osrelease": "14.1-RELEASE", "net.inet6.ip6.dad_count": "1",
        "kern.version": "FreeBSD 14.1", "security.jail.param.name": "",
      ])
  }

  @Test(arguments: [
    ("14.1-RELEASE-p3\n", "14.1"), ("13.2-STABLE", "13.2"),
    ("FreeBSD 12.example.org 12.4-RELEASE FreeBSD 12.4-RELEASE r1 GENERIC amd64", "12.4"),
    ("freebsd-version: not found", nil), ("", nil),
  ])
  func `reads a release`(_ text: String, _ release: String?) {
    #expect(parseRelease(Array(text.utf8))?.description == release)
  }

  @Test func `takes the kernel's release where that of the userland is not told`() {
    var outputs = Outputs.folder("freebsd-11.4")
    outputs[.release] = nil
    #expect(LiveHost(outputs).release?.description == "11.4")
    #expect(
      LiveHost([.release: Array("Linux".utf8)]).problems.map(\.clause) == [
        "release.txt: no release of FreeBSD"
      ])
  }
}
