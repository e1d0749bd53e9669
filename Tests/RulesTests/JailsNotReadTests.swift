import Testing

@testable import Rules

struct JailsNotReadTests {
  @Test func `names the networks of containers`() {
    expectFindings(
      of: JailsNotRead.self,
      in: """
        == /etc/rc.conf
        hostname=host
        == /usr/local/etc/cni/net.d/podman.conflist
        {"plugins": [
          {"type": "bridge", "bridge": "cni-podman0",
           "ipam": {"ranges": [[{"subnet": "«198.51.100.0/24»"}], [{"subnet": "2001:db8::/64"}]]}},
          {"type": "portmap"}
        ]}
        == /usr/local/etc/cni/net.d/README
        {"subnet": "203.0.113.0/24"}
        """, ["info: containers have addresses of 198.51.100.0/24, 2001:db8::/64 on cni-podman0"])
  }

  @Test func `tells a host of TrueNAS`() {
    expectFindings(
      of: JailsNotRead.self,
      in: "== /etc/rc.conf\nhostname=host\n== /etc/version\n«TrueNAS-13.0-U6.1»\n",
      ["info: this host is one of TrueNAS: edits of its files don't last"])
  }

  @Test(arguments: [
    "== /etc/version\n14.3\n", "== /usr/local/etc/cni/net.d/a.conflist\n{\"plugins\": []}\n",
    "== /usr/local/etc/cni/net.d/a.conflist\nno JSON\n",
  ])
  func `is silent elsewhere`(_ files: String) {
    expectSilence(of: JailsNotRead.self, in: "== /etc/rc.conf\nhostname=host\n\(files)")
  }
}
