import HostModel
import Rules
import SourceText
import TestHosts
import Testing

@testable import Dashboard

/// Which rows the main view has, and in which order.
struct NetBoardTests {
  private func rows(_ text: String) -> [String] {
    let picture = HostPicture(SampleHost.written(text).analysis)
    return picture.rows.map { row in
      let parts = [
        picture.interface(of: row)?.name ?? "-", row.address.map { "\($0)" } ?? "-",
        row.prefixLength.map { "/\($0)" } ?? "-", "\(row.link)", picture.jail(of: row)?.name ?? "-",
      ]
      return parts.joined(separator: " ")
    }.filter { !$0.hasPrefix("lo0") }
  }

  @Test func `an address and the jail that names it stand in one row`() {
    #expect(
      rows(
        """
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.11/24"
        jail_enable="YES"
        == hardware: em0
        == /etc/jail.conf
        path = "/jails/$name";
        persist;
        a { ip4.addr = "192.0.2.10"; }
        b { ip4.addr = "em0|192.0.2.11/32"; }
        c { ip4.addr = "em0|192.0.2.12"; }
        """) == [
          "em0 192.0.2.10 /24 same a", "em0 192.0.2.11 /24 conflict b",
          "em0 192.0.2.12 /32 jailOnly c",
        ])
  }

  @Test func `an address that is never there stands below the interface it was to be on`() {
    #expect(
      rows(
        """
        ifconfig_em0="inet 192.0.2.10/24"
        == hardware: em0
        == /etc/jail.conf
        path = "/jails/$name";
        a { ip4.addr = "em0|192.0.2.11"; }
        b { ip4.addr = "em7|192.0.2.12"; }
        c { ip4.addr = "192.0.2.13"; }
        d { vnet; }
        """) == [
          "em0 192.0.2.10 /24 none -", "em0 192.0.2.11 - jailOnly a", "- 192.0.2.12 - jailOnly b",
          "- 192.0.2.13 - jailOnly c", "- - - none d",
        ])
  }

  @Test func `what a vnet jail has inside stands below the jail`() {
    let picture = HostPicture(
      SampleHost.written(
        """
        ifconfig_em0="inet 192.0.2.10/24"
        cloned_interfaces="epair0 epair1"
        jail_enable="YES"
        == hardware: em0
        == /etc/jail.conf
        path = "/jails/$name"; exec.start = "/bin/sh /etc/rc"; vnet;
        a { vnet.interface = epair0b, epair1b; }
        b { vnet.interface = epair9b; }
        == /jails/a/etc/rc.conf
        ifconfig_epair0b="inet 192.0.2.31/24"
        ifconfig_epair0b_ipv6="inet6 2001:db8::31/64"
        """
      ).analysis)
    let apart = picture.rows.filter { $0.group == .apart }
    #expect(
      apart.map { row in
        let length = row.prefixLength.map { "/\($0)" } ?? ""
        let place = row.place.map { picture.name(of: $0) } ?? "-"
        return "\(picture.jail(of: row)?.name ?? "") \(row.kind) "
          + "\(row.address.map { "\($0)" } ?? "-")\(length) \(place)"
      } == [
        "a noHostAddress - -",
        "a inside(\"epair0b\") 192.0.2.31/24 /jails/a/etc/rc.conf:1",
        "a inside(\"epair0b\") 2001:db8::31/64 /jails/a/etc/rc.conf:2",
        "a inside(\"epair1b\") - -", "b noHostAddress - -",
      ])
  }

  @Test func `the worst finding of an interface is that of its rows`() {
    let picture = HostPicture(SampleHost.demo.analysis)
    #expect(picture.interfaces.map(\.severity) == [nil, .error, nil])
    #expect(picture.interfaces.map(\.addressCount) == [2, 4, 0])
  }
}
