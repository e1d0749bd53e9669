import SourceText
import TestHosts
import Testing

@testable import Rules

/// The ways to settle whose an address is, each proven.
struct SharedAddressTests {
  @Test func `a conflict with an alias of rc.conf has four ways out, the host's alias first`()
    throws
  {
    let host = Mending(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"   # backup
      jail_enable="YES"
      == /etc/jail.conf
      persist; path = "/jails/$name";
      backup { ip6.addr = "em0|2001:db8::3"; }
      """)
    let fixes = host.fixes(of: PrefixLengthConflict.self)
    #expect(
      fixes.map { "\($0.fix.applicability): \($0.fix.title)" } == [
        "safe: drop em0| so that jail backup uses the host's 2001:db8::3",
        "review: write /64 on the side of jail backup",
        "review: remove ifconfig_em0_alias0",
        "review: give 2001:db8::3 in ifconfig_em0_alias0 the length /128",
      ])
    for fix in fixes { #expect(fix.proof?.startsAfter == 1) }
    #expect(
      host.lines(of: fixes[0], "/etc/jail.conf")[1] == #"backup { ip6.addr = "2001:db8::3"; }"#)
    #expect(
      host.lines(of: fixes[1], "/etc/jail.conf")[1]
        == #"backup { ip6.addr = "em0|2001:db8::3/64"; }"#)
    #expect(
      host.lines(of: fixes[2], "/etc/rc.conf") == [
        #"ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64""#, #"jail_enable="YES""#, "",
      ])
    #expect(
      host.lines(of: fixes[3], "/etc/rc.conf")[1]
        == #"ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 128"   # backup"#)
  }

  private static let rc = """
    == hardware: em0
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"

    """

  @Test func `an interface parameter is undone for the one address and kept for the others`() {
    let host = Mending(
      Self.rc + """
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name"; interface = "em0";
        backup {
            ip4.addr = "192.0.2.31";
            ip6.addr = 2001:db8::3;
        }
        """)
    let fixes = host.fixes(of: PrefixLengthConflict.self)
    #expect(
      host.lines(of: fixes[0], "/etc/jail.conf") == [
        "persist; path = \"/jails/$name\"; interface = \"em0\";", "backup {",
        "    ip4.addr = \"em0|192.0.2.31\";", "    ip6.addr = 2001:db8::3;", "    interface;", "}",
        "",
      ])
    #expect(fixes[0].fix.applicability == .safe)
  }

  @Test func `a legacy jail with an interface of its own can't drop it`() {
    let host = Mending(
      Self.rc + """
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
        ezjail_enable="YES"
        == /usr/local/etc/ezjail/backup
        export jail_backup_hostname="backup.example.org"
        export jail_backup_rootdir="/jails/backup"
        export jail_backup_interface="em0"
        export jail_backup_ip="192.0.2.31,2001:db8::3"
        """)
    let fixes = host.fixes(of: PrefixLengthConflict.self)
    #expect(fixes.map(\.fix.applicability) == [.review, .review, .review])
    #expect(
      host.lines(of: fixes[0], "/usr/local/etc/ezjail/backup")[3]
        == "export jail_backup_ip=\"192.0.2.31,2001:db8::3/64\"")
  }

  @Test(arguments: [
    ("em0|198.51.100.5", "198.51.100.5", "em0|198.51.100.5/24"),
    ("em0|198.51.100.5/32", "198.51.100.5", "em0|198.51.100.5/24"),
    (
      "em0|198.51.100.5 netmask 255.255.255.255", "198.51.100.5",
      "em0|198.51.100.5 netmask 255.255.255.0"
    ),
  ])
  func `a replaced mask is mended on the jail's side in the words that stand there`(
    _ item: String, _ dropped: String, _ written: String
  ) {
    let host = Mending(
      Self.rc + """
        ifconfig_em0_alias0="inet 198.51.100.5 netmask 255.255.255.0"
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name";
        www { ip4.addr = "\(item)"; }
        """)
    let fixes = host.fixes(of: MaskReplacedByJail.self)
    #expect(
      fixes.map { host.lines(of: $0, "/etc/jail.conf")[1] }.prefix(2) == [
        "www { ip4.addr = \"\(dropped)\"; }", "www { ip4.addr = \"\(written)\"; }",
      ])
    // no other address keeps the network, so the alias is not made a single address
    #expect(fixes.map(\.fix.title).last == "remove ifconfig_em0_alias0")
  }

  @Test func `an address among others of one setting is taken out alone`() {
    let host = Mending(
      Self.rc + """
        ifconfig_em0_aliases="inet 192.0.2.20/32 \\
          inet6 2001:db8::3 prefixlen 64 inet6 2001:db8::4/64"
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name";
        backup { ip6.addr = "em0|2001:db8::3"; }
        """)
    let fixes = host.fixes(of: PrefixLengthConflict.self)
    #expect(fixes.count == 4)
    #expect(host.lines(of: fixes[2], "/etc/rc.conf")[3] == "  inet6 2001:db8::4/64\"")
    #expect(
      host.lines(of: fixes[3], "/etc/rc.conf")[3]
        == "  inet6 2001:db8::3 prefixlen 128 inet6 2001:db8::4/64\"")
  }

  @Test func `the primary address is never taken from the host`() {
    let host = Mending(
      Self.rc + """
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name";
        app { ip4.addr = "em0|192.0.2.10"; }
        """)
    let fixes = host.fixes(of: HostPrimaryTakenByJail.self)
    #expect(fixes.map(\.fix.applicability) == [.safe])
    #expect(host.lines(of: fixes[0], "/etc/jail.conf")[1] == "app { ip4.addr = \"192.0.2.10\"; }")
  }

  @Test func `a setting for several jails is not changed without a look`() {
    let host = Mending(
      Self.rc + """
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name"; ip6.addr = "em0|2001:db8::3";
        backup { }
        """)
    let fixes = host.fixes(of: PrefixLengthConflict.self)
    #expect(fixes.first?.fix.applicability == .review)
  }

  @Test func `what is put together is mended where it is written`() {
    let host = Mending(
      Self.rc + """
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name"; $net = "2001:db8::";
        backup { ip6.addr = "em0|${net}3"; }
        """)
    let fixes = host.fixes(of: PrefixLengthConflict.self)
    #expect(host.lines(of: fixes[0], "/etc/jail.conf")[1] == "backup { ip6.addr = \"${net}3\"; }")
    #expect(
      host.lines(of: fixes[1], "/etc/jail.conf")[1] == "backup { ip6.addr = \"em0|${net}3/64\"; }")
  }

  @Test func `line ends, comments and indentation stay as they are`() {
    let host = Mending(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      # the address of backup
      \tifconfig_em0_alias0='inet6 2001:db8::3 prefixlen 64' ; jail_enable=YES # on
      == /etc/jail.conf
      persist; path = "/jails/$name";
      backup { ip6.addr = /* mine */ "em0|2001:db8::3", "em0|2001:db8::4"; }
      """)
    let fixes = host.fixes(of: PrefixLengthConflict.self)
    #expect(
      host.lines(of: fixes[0], "/etc/jail.conf")[1]
        == "backup { ip6.addr = /* mine */ \"2001:db8::3\", \"em0|2001:db8::4\"; }")
    #expect(host.lines(of: fixes[2], "/etc/rc.conf")[1] == "# the address of backup")
    #expect(host.lines(of: fixes[2], "/etc/rc.conf")[2] == "\tjail_enable=YES # on")
  }
}
