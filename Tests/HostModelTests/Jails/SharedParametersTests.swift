import HostModel
import TestHosts
import Testing

/// What sections in front of the jails' own say is kept once for all of them.
struct SharedParametersTests {
  /// What is read of each jail, and what becomes of it.
  private func outcome(_ jails: String, _ release: Release) -> [String] {
    let host = HostSketch(
      ["/etc/rc.conf": "jail_enable=YES\n", "/etc/jail.conf": jails], release: release)
    return host.forecast.jails.map { jail in
      let parameters = (jail.definition?.parameters ?? []).map {
        "\($0.name)=\($0.values.map(\.text).joined(separator: ","))"
      }
      let path = jail.definition?.text(.path) ?? "-"
      return ([jail.name, path] + parameters + jail.messages + ["\(jail.state)"])
        .joined(separator: " ")
    } + host.forecast.console
  }

  @Test func `the jail's name is put in, and the order is that of the sections`() {
    let outcome = outcome(
      """
      path = "/jails/$name"; persist; exec.clean; host.hostname = "${name}.example.org";
      a { nopersist; depend = b; exec.start = "/bin/sh /etc/rc"; }
      b { path = /b; }
      """, Release(major: 14, minor: 3))
    #expect(
      outcome.prefix(2) == [
        "b /b name=b path=/b persist= exec.clean= host.hostname=b.example.org running",
        "a /jails/a name=a path=/jails/a nopersist= exec.clean= host.hostname=a.example.org"
          + " depend=b exec.start=/bin/sh /etc/rc running",
      ])
  }

  private static let files = [
    "path = /$name; persist; ip4.addr = 192.0.2.1, 192.0.2.2; a { ip4.addr += 192.0.2.3; } b { }",
    "path = /$name; persist; a { path += /x; } b { path += \"/$name\"; } c { path += $name, y; }",
    "persist; path = /; meta = \"1$name\"; a { env = \"${meta}2\"; } b { env = $none; }",
    "persist; path = /; allow.mount; a { env = \"$allow.mount\"; allow.nomount; } b { }",
    "persist; path = /; meta = 1; a { $meta = 2; } b { $persist; } c { meta = $meta; }",
    "persist; path = /; name = x; a { } b { name = y; }",
    "persist; path = /; jid = 7; a { } 5 { } 6 { jid = 8; }",
    "persist; path = /$name; 5 { } a { } 6 { host.hostname = $name; }",
    "persist; path = /$jid; a { } 5 { }", "path = /; novnet = 1; mount.devfs = 2x; a { } b { }",
    "path = /; exec.timeout = $name; a { exec.clean = x; persist; } 7a { vnet; persist = x; }",
    "path = /; foo = 1; a { persist; bar; } b { persist; foo; }",
    "path = /; persist; ip6.addr = 2001:db8::1; a { ip4.addr = x; } b { ip6.addr = 2001:db8::2; }",
    "persist; a { path = /a; } path = /b; b { } * { path = /c; } c { } c.d { } *.d { env = 1; }",
    "a.* { env = \"$name\"; } persist; path = /; a { } a.b { } a.c { env += 2; } b { }",
  ]

  /// A variable keeps the sections from being shared, and nothing else comes of it.
  @Test(arguments: files, [Release(major: 14, minor: 3), Release(major: 12, minor: 4)])
  func `a jail has what it would have by itself`(_ file: String, _ release: Release) {
    let outcome = outcome(file, release)
    #expect(outcome.count > 1)
    #expect(outcome == self.outcome("$unused = 1; \(file)", release))
  }
}
