import HostModel
import SourceText
import TestHosts
import Testing

@testable import LiveApply
@testable import Rules

/// What a change of files means for the running host.
struct LivePlanTests {
  private static let files = """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::10 prefixlen 64"
    defaultrouter="192.0.2.1"
    ALIASES
    jail_enable="YES"
    == /etc/jail.conf
    git { path = /; persist; ip4.addr = "JAIL"; }
    == hardware: em0 em1
    == live: netstat
    Internet:
    Destination        Gateway            Flags     Netif Expire
    default            192.0.2.1          UGS         em0
    198.51.100.0/24    192.0.2.9          UGS         em0
    192.0.2.0/24       link#1             U           em0
    192.0.2.10         link#2             UHS         lo0
    == live: jls
    jid=1 name=git path=/ vnet=inherit ip4.addr=LIVEJAIL
    == live: ifconfig
    em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
    \tinet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
    \tinet6 fe80::1%em0 prefixlen 64 scopeid 0x1
    \tinet6 2001:db8::10 prefixlen 64
    MORE
    em1: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500

    """

  /// A host with aliases in rc.conf(5), and what it has live besides its own addresses.
  private func host(
    _ aliases: String, live: String = "", jail: String = "192.0.2.10",
    liveJail: String = "192.0.2.10"
  ) -> HostSketch {
    HostText(
      Self.files.replacing("ALIASES", with: aliases).replacing("LIVEJAIL", with: liveJail)
        .replacing("MORE", with: live).replacing("JAIL", with: jail)
    ).sketch
  }

  private func plan(
    from before: HostSketch, to after: HostSketch, fixes: [ProvenFix] = []
  ) throws -> LivePlan {
    try LivePlan(fixes, from: before.forecast, to: after.forecast, files: nil)
  }

  private static let alias = #"ifconfig_em0_alias0="inet 192.0.2.20/32""#

  @Test func `an alias that comes is added, and taken off again`() throws {
    let plan = try plan(from: host(""), to: host(Self.alias))
    #expect(plan.commands == ["ifconfig em0 inet 192.0.2.20/32 alias"])
    #expect(plan.undo == ["ifconfig em0 inet 192.0.2.20 -alias"])
    #expect(plan.verification == ["has address em0 inet 192.0.2.20/32"])
    #expect(plan.ways == ["inet default"])
    #expect(
      plan.checks == [
        "address em0 inet 192.0.2.10/24", "address em0 inet6 2001:db8::10/64",
        "route 0.0.0.0/0 192.0.2.1 em0", "route 198.51.100.0/24 192.0.2.9 em0",
        "jail git 192.0.2.10",
      ])
  }

  @Test func `what comes is added before what goes is removed`() throws {
    let live = "\tinet 192.0.2.20 netmask 0xffffffff"
    let plan = try plan(
      from: host(Self.alias, live: live),
      to: host(#"ifconfig_em0_alias0="inet 192.0.2.21/32""#, live: live))
    #expect(
      plan.commands == [
        "ifconfig em0 inet 192.0.2.21/32 alias", "ifconfig em0 inet 192.0.2.20 -alias",
      ])
    #expect(
      plan.undo == [
        "ifconfig em0 inet 192.0.2.20/32 alias", "ifconfig em0 inet 192.0.2.21 -alias",
      ])
  }

  @Test func `another length is set in place, and of IPv6 anew`() throws {
    let wide = #"ifconfig_em0_alias0="inet 192.0.2.20/24""#
    let live = "\tinet 192.0.2.20 netmask 0xffffff00"
    let plan = try plan(from: host(wide, live: live), to: host(Self.alias, live: live))
    #expect(plan.commands == ["ifconfig em0 inet 192.0.2.20/32 alias"])
    #expect(plan.undo == ["ifconfig em0 inet 192.0.2.20/24 alias"])
    #expect(
      plan.notes.contains { $0.hasPrefix("the length of 192.0.2.20 changes from /24 to /32") })

    let six = { (length: Int) in #"ifconfig_em0_alias0="inet6 2001:db8::20 prefixlen \#(length)""# }
    let liveSix = "\tinet6 2001:db8::20 prefixlen 64"
    let anew = try self.plan(
      from: host(six(64), live: liveSix), to: host(six(128), live: liveSix))
    #expect(
      anew.commands == [
        "ifconfig em0 inet6 2001:db8::20 -alias",
        "ifconfig em0 inet6 2001:db8::20 prefixlen 128 alias",
      ])
    #expect(
      anew.undo == [
        "ifconfig em0 inet6 2001:db8::20 -alias",
        "ifconfig em0 inet6 2001:db8::20 prefixlen 64 alias",
      ])
  }

  @Test func `an address that moves is gone for a moment`() throws {
    let live = "\tinet 192.0.2.20 netmask 0xffffffff"
    let plan = try plan(
      from: host(Self.alias, live: live),
      to: host(#"ifconfig_em1="inet 192.0.2.20/32""#, live: live))
    #expect(
      plan.commands == [
        "ifconfig em0 inet 192.0.2.20 -alias", "ifconfig em1 inet 192.0.2.20/32 alias",
      ])
    #expect(plan.notes.contains { $0.contains("gone for a moment") })
  }

  @Test func `a jail that runs gets the addresses that its files give it`() throws {
    let live = "\tinet 192.0.2.20 netmask 0xffffffff"
    let plan = try plan(
      from: host(Self.alias, live: live, jail: "192.0.2.10"),
      to: host(Self.alias, live: live, jail: "192.0.2.20"))
    #expect(plan.commands == ["jail -m name=git ip4.addr=192.0.2.20"])
    #expect(plan.undo == ["jail -m name=git ip4.addr=192.0.2.10"])
    #expect(plan.verification == ["has jail git 192.0.2.20"])
  }

  @Test func `an address that a jail runs with stays`() throws {
    let live = "\tinet 192.0.2.20 netmask 0xffffffff"
    let before = host(Self.alias, live: live, jail: "192.0.2.20", liveJail: "192.0.2.20")
    let after = host(
      #"ifconfig_em0_alias0="inet 192.0.2.21/32""#, live: live, jail: "192.0.2.20",
      liveJail: "192.0.2.20")
    let plan = try plan(from: before, to: after)
    #expect(plan.commands == ["ifconfig em0 inet 192.0.2.21/32 alias"])
    #expect(plan.notes.contains { $0 == "192.0.2.20 stays on em0: jail git runs with it" })
  }

  @Test func `a command of a fix that only touches addresses is taken over`() throws {
    let fix = ProvenFix(
      fix: Fix(
        "put it back", meaning: "", .manual, edits: [:],
        commands: ["ifconfig em0 inet 192.0.2.20/32 alias", "service jail start git"]),
      proof: nil)
    let plan = try plan(from: host(Self.alias), to: host(Self.alias), fixes: [fix])
    #expect(plan.commands == ["ifconfig em0 inet 192.0.2.20/32 alias"])
    #expect(plan.byHand == ["service jail start git"])
  }

  @Test func `an address that is set anew goes and comes`() throws {
    let commands = [
      "ifconfig em0 inet6 2001:db8::10 -alias",
      "ifconfig em0 inet6 2001:db8::10 prefixlen 64 alias",
    ]
    let fix = ProvenFix(
      fix: Fix("set it again", meaning: "", .manual, edits: [:], commands: commands), proof: nil)
    let plan = try plan(from: host(""), to: host(""), fixes: [fix])
    #expect(plan.commands == commands)
    #expect(plan.undo == commands)
    #expect(plan.verification.isEmpty)
  }

  @Test func `an address whose length the files change does not go and come as well`() throws {
    let live = "\tinet 192.0.2.20 netmask 0xffffff00"
    let commands = [
      "ifconfig em0 inet 192.0.2.20 -alias", "ifconfig em0 inet 192.0.2.20/32 alias",
    ]
    let fix = ProvenFix(
      fix: Fix("write /32", meaning: "", .safe, edits: [:], commands: commands), proof: nil)
    let before = host(#"ifconfig_em0_alias0="inet 192.0.2.20/24""#, live: live)
    let plan = try plan(from: before, to: host(Self.alias, live: live), fixes: [fix])
    #expect(plan.commands == ["ifconfig em0 inet 192.0.2.20/32 alias"])
    #expect(plan.undo == ["ifconfig em0 inet 192.0.2.20/24 alias"])
  }

  @Test func `never is the network restarted`() {
    for command in ["service netif restart", "ifconfig em0 down", "ifconfig em0 inet 192.0.2.1/24"]
    {
      #expect(LiveStep(command: command) == nil)
    }
  }

  // MARK: what is refused

  private func reasons(_ before: HostSketch, _ after: HostSketch) -> [String] {
    do {
      _ = try plan(from: before, to: after)
      return []
    } catch let refusal as LiveRefusal {
      return refusal.reasons
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [
    ("\tcarp: MASTER vhid 1 advbase 1 advskew 0", "virtual hosts of carp(4)"),
    ("\tinet6 2001:db8:1::5 prefixlen 64 autoconf", "routers advertise"),
    ("lagg0: flags=8843<UP> metric 0 mtu 1500\n\tlaggport: em0 flags=4<ACTIVE>", "member of lagg0"),
    (
      "bridge0: flags=8843<UP> metric 0 mtu 1500\n\tmember: em0 flags=143<LEARNING>",
      "member of bridge0"
    ),
    ("\tinet 192.0.2.20 netmask 0xffff00ff", "no prefix length"),
  ])
  func `what can't be taken back is refused`(live: String, reason: String) {
    let found = reasons(host("", live: live), host(Self.alias, live: live))
    #expect(found.contains { $0.contains(reason) }, "\(found)")
  }

  @Test func `a lease is refused`() {
    let lease = #"ifconfig_em0="DHCP""#
    let found = reasons(host(lease), host(lease + "\n" + Self.alias))
    #expect(found.contains { $0.hasPrefix("em0 gets addresses by itself") }, "\(found)")
  }

  @Test func `nothing is done where nothing is known of what runs`() {
    let before = HostText("ifconfig_em0=\"inet 192.0.2.10/24\"\n").sketch
    #expect(reasons(before, before).first?.hasPrefix("what runs now is not known") == true)
  }

  @Test func `nothing is done where nothing is to be done`() {
    #expect(
      reasons(host(""), host("")) == [
        "nothing of it is to be done there now; jailscope fix changes the files"
      ])
  }

  @Test func `the address of the connection is told`() throws {
    let text =
      Self.files.replacing("LIVEJAIL", with: "192.0.2.10")
      .replacing("JAIL", with: "192.0.2.10")
      .replacing("MORE", with: "\tinet 192.0.2.20 netmask 0xffffff00")
      .replacing("== hardware", with: "== connection: 203.0.113.9 50022 192.0.2.20 22\n== hardware")
    let wide = #"ifconfig_em0_alias0="inet 192.0.2.20/24""#
    let before = HostText(text.replacing("ALIASES", with: wide)).sketch
    let after = HostText(text.replacing("ALIASES", with: Self.alias)).sketch
    let plan = try plan(from: before, to: after)
    #expect(plan.severed == IPAddress("192.0.2.20"))
    #expect(plan.ways == ["inet default", "inet 203.0.113.9"])
  }
}
