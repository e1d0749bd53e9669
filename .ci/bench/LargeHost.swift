import Glibc

/// A host of any size, the same each time: for each jail an IPv4 and an IPv6 alias in rc.conf and a
/// block in jail.conf, in the forms that people write.
///
/// IPv4 addresses are from 198.18.0.0/15, which RFC 2544 sets aside for benchmarks.
struct LargeHost {
  /// From 8 to 131,072 - 8, the number of IPv4 addresses there are for its aliases.
  let jails: Int

  private static let interfaces = 8

  /// Writes the host's files below a directory that need not exist.
  func write(below root: String) throws(Failure) {
    try writeFile(root + "/bin/freebsd-version") { put in
      put("#!/bin/sh\nUSERLAND_VERSION=\"14.3-RELEASE\"\n")
    }
    try writeFile(root + "/etc/rc.conf", text: writeRCConf)
    try writeFile(root + "/etc/jail.conf", text: writeJailConf)
  }

  private func writeRCConf(_ put: (String) -> Void) {
    put("hostname=\"large.example.org\"\nsshd_enable=\"YES\"\njail_enable=\"YES\"\n\n")
    for number in 0..<Self.interfaces {
      put("# network \(number)\n")
      put("ifconfig_igb\(number)=\"inet \(ipv4(number)) netmask 255.255.192.0\"\n")
      put("ifconfig_igb\(number)_ipv6=\"inet6 \(ipv6(number)) prefixlen 64\"\n")
    }
    put("cloned_interfaces=\"lo1\"\nifconfig_lo1=\"inet 127.1.0.1 netmask 255.255.255.255\"\n\n")
    for jail in 0..<jails {
      let alias = jail / Self.interfaces * 2
      let name = "ifconfig_igb\(jail % Self.interfaces)_alias"
      let (v4, v6) = (ipv4(jail + Self.interfaces), ipv6(jail + Self.interfaces))
      switch jail / Self.interfaces % 3 {
      case 0: put("\(name)\(alias)=\"inet \(v4)/32\"\n")
      case 1: put("\(name)\(alias)=\"inet \(v4) netmask 255.255.255.255\"\n")
      default: put("\(name)\(alias)='inet \(v4) netmask 0xffffffff' # jail \(jail)\n")
      }
      put("\(name)\(alias + 1)=\"inet6 \(v6) prefixlen \(jail % 5 == 0 ? 128 : 64)\"\n")
    }
  }

  private func writeJailConf(_ put: (String) -> Void) {
    put(
      """
      # what all jails have in common
      exec.start = "/bin/sh /etc/rc";
      exec.stop = "/bin/sh /etc/rc.shutdown jail";
      exec.clean;
      mount.devfs;
      path = "/usr/jails/$name";
      host.hostname = "$name.example.org";

      """)
    for jail in 0..<jails {
      put("\njail\(jail) {\n")
      writeAddresses(of: jail, put)
      // chains of ten, as a proxy needs an application that needs a database
      if jail % 20 > 10 { put("  depend = jail\(jail - 1);\n") }
      if jail % 7 == 0 { put("  devfs_ruleset = 4; # no bpf\n") }
      if jail % 11 == 0 { put("  allow.raw_sockets;\n  sysvshm = new;\n") }
      put("}\n")
    }
  }

  private func writeAddresses(of jail: Int, _ put: (String) -> Void) {
    let interface = "igb\(jail % Self.interfaces)"
    let (v4, v6) = (ipv4(jail + Self.interfaces), ipv6(jail + Self.interfaces))
    let loopback = "127.\(1 + (jail + 2) >> 16).\((jail + 2) >> 8 & 255).\((jail + 2) & 255)"
    switch jail / 8 % 5 {
    case 0: put("  ip4.addr = \(v4);\n  ip6.addr = \"\(v6)\";\n")
    case 1: put("  ip4.addr = \"lo1|\(loopback)/32\", \(v4);\n")
    case 2: put("  interface = \"\(interface)\";\n  ip4.addr = \(v4);\n")
    case 3:
      put("  ip4.addr = \"\(interface)|\(v4)/32\";\n")
      put("  ip6.addr = \"\(interface)|\(v6)/64\";\n")
    default:
      put("  ip6.addr = \"\(v6)\";\n  ip4.addr = \"\(v4)\";\n")
      put("  ip4.addr += lo1|\(loopback);\n")
    }
  }

  /// The address of the given number; numbers that differ by eight are in the same network.
  private func ipv4(_ number: Int) -> String {
    let host = number / Self.interfaces + 1
    let network = number % Self.interfaces
    return "198.\(18 + network / 4).\(network % 4 * 64 + host >> 8).\(host & 255)"
  }

  private func ipv6(_ number: Int) -> String {
    let host = String(number / Self.interfaces + 1, radix: 16)
    return "2001:db8:0:\(number % Self.interfaces)::\(host)"
  }
}
