import Testing

@testable import Rules

struct HardwareAddressSharedTests {
  private func host(_ bridge: String, _ interfaces: (String, String)...) -> String {
    "== /etc/rc.conf\nhostname=host\n"
      + RunningHost.ifconfig(
        RunningHost.interface(bridge, "member: a flags=143<>", "member: b flags=143<>"))
      + interfaces.map { RunningHost.interface($0, $1) }.joined()
  }

  @Test func `finds members of a bridge that have one hardware address`() {
    expectFindings(
      of: HardwareAddressShared.self,
      in: host("bridge0", ("a", "ether 02:ff:70:00:08:0b"), ("b", "ether 02:FF:70:00:08:0b")),
      ["warning: a, b, members of bridge0, have the hardware address 02:ff:70:00:08:0b now"])
  }

  @Test(arguments: [
    ("bridge0", "a", "ether 02:ff:70:00:09:0b"), ("bridge0", "c", "ether 02:ff:70:00:08:0b"),
    ("lagg0", "a", "ether 02:ff:70:00:08:0b"),
    ("bridge0", "a", "ether 02:ff:70:00:08:0b\n  vlan: 7 parent interface: b"),
  ])
  func `is silent about others`(_ bridge: String, _ name: String, _ line: String) {
    expectSilence(
      of: HardwareAddressShared.self,
      in: host(bridge, ("b", "ether 02:ff:70:00:08:0b"), (name, line)))
  }

  @Test(arguments: ["xx:xx:xx:xx:xx:xx", "00:00:00:00:00:00", "02:ff:70:00:08"])
  func `takes no text for an address that is none`(_ text: String) {
    expectSilence(
      of: HardwareAddressShared.self,
      in: host("bridge0", ("a", "ether \(text)"), ("b", "ether \(text)")))
  }
}
