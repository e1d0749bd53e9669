import Testing

@testable import Rules

struct MountUnusableTests {
  private func host(_ line: String) -> String {
    """
    == missing: /etc/fstab.a /jails/b/dev
    == /etc/fstab.short
    tmpfs /jails/a/tmp
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    a { persist; path = /jails/a; \(line) }
    """
  }

  @Test(arguments: [
    ("mount.fstab = «/etc/fstab.a»;", "mount.fstab", "/etc/fstab.a: No such file or directory"),
    ("path = /jails/b; mount.devfs;", "mount.devfs", "/jails/b/dev: No such file or directory"),
    ("mount = «\"tmpfs /jails/a/tmp\"»;", "mount", "tmpfs /jails/a/tmp: missing information"),
    ("mount = «\"tmpfs tmp tmpfs rw\"»;", "mount", "tmp: not an absolute pathname"),
  ])
  func `says which mount and why`(_ line: String, _ parameter: String, _ reason: String) {
    expectFindings(
      of: MountUnusable.self, in: host(line),
      ["error: jail a: \(parameter) can't be done: \(reason)"])
  }

  @Test(arguments: ["mount.devfs;", "mount = \"tmpfs /jails/a/tmp tmpfs rw\";", "mount.nodevfs;"])
  func `is silent about mounts that can be made`(_ line: String) {
    expectSilence(of: MountUnusable.self, in: host(line))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: MountUnusable.self,
      in: """
        == missing: /etc/fstab.www
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          mount.fstab = "/etc/fstab.www";
          persist;
        }
        """,
      """
      review: remove mount.fstab of jail www
      -   mount.fstab = "/etc/fstab.www";
      """)
  }
}
