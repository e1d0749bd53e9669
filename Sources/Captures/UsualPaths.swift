/// The paths that are read of every host.
package enum UsualPaths {
  /// What a host's start-up may read of its jails and networks, in the order it is collected.
  ///
  /// A trailing slash lists a directory; one `*` in the last name stands for any text, lists the
  /// directory and reads what matches; a name that is `*` alone stands for every folder of a
  /// directory; a directory at any other path is unreadable. The places are those of rc.subr
  /// (load_rc_config), network.subr, rc.d/jail, jail(8), the rc script of ezjail and the usual folders
  /// of other jail managers; freebsd-version and os-release tell the release.
  package static let patterns = [
    "/etc/",
    "/etc/defaults/rc.conf",
    "/etc/defaults/vendor.conf",
    "/etc/rc.conf",
    "/etc/rc.conf.local",
    "/etc/rc.conf.d/*",
    "/etc/rc.conf.d/ezjail/*",
    "/etc/rc.conf.d/jail/*",
    "/etc/rc.conf.d/netif/*",
    "/etc/rc.conf.d/network/*",
    "/etc/rc.conf.d/routing/*",
    "/etc/start_if.*",
    "/etc/jail.conf",
    "/etc/jail.*.conf",
    "/etc/jail.conf.d/*",
    "/etc/fstab.*",
    "/etc/hosts",
    "/etc/os-release",
    "/etc/sysctl.conf",
    "/etc/sysctl.conf.local",
    "/bin/freebsd-version",
    "/iocage/",
    "/iocage/defaults.json",
    "/iocage/jails/*/config.json",
    "/usr/local/",
    "/usr/local/appjail/jails/*/conf/boot/startup/boot",
    "/usr/local/appjail/jails/*/conf/boot/startup/priority",
    "/usr/local/appjail/jails/*/conf/template.conf",
    "/usr/local/bastille/jails/*/jail.conf",
    "/usr/local/bastille/jails/*/settings.conf",
    "/usr/local/etc/",
    "/usr/local/etc/bastille/*.conf",
    "/usr/local/etc/ezjail.conf",
    "/usr/local/etc/ezjail/*",
    "/usr/local/etc/jailscope.toml",
    "/usr/local/etc/pot/*.conf",
    "/usr/local/etc/qjail.global/*",
    "/usr/local/etc/qjail.local/*",
    "/usr/local/etc/rc.conf.d/*",
    "/usr/local/etc/rc.conf.d/ezjail/*",
    "/usr/local/etc/rc.conf.d/jail/*",
    "/usr/local/etc/rc.conf.d/netif/*",
    "/usr/local/etc/rc.conf.d/network/*",
    "/usr/local/etc/rc.conf.d/routing/*",
    "/usr/local/etc/rc.d/",
  ]

  /// Files elsewhere that are named after the folders of jails: by the directory of these, what
  /// stands in front of the name, and behind it.
  package static let namedAfterJails = [("/iocage/jails", "/var/run/jail.ioc-", ".conf")]
}

extension UsualPaths {
  /// Whether a path is among those that are read of every host.
  package static func contains(_ path: String) -> Bool {
    if whole.contains(path) { return true }
    let path = Array(path.utf8)
    return forms.contains { $0.matches(path) }
  }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  /// The patterns that stand for themselves, and the directories that others are looked up in.
  private static let whole = Set(
    patterns.map { pattern in
      let head = pattern.utf8.prefix { $0 != star }
      let isDirectory = head.count < pattern.utf8.count || head.last == slash
      let end = isDirectory ? head.lastIndex(of: slash) : nil
      return String(pattern[..<(end ?? pattern.endIndex)])
    })

  private static let forms =
    (patterns + namedAfterJails.map { "\($0.1)*\($0.2)" }).compactMap { Form($0) }

  /// A pattern with a star: all that it stands for begins and ends so, with a name between.
  private struct Form {
    let head: [UInt8]
    let tail: [UInt8]

    /// Nil for a pattern without a star.
    init?(_ pattern: String) {
      let parts = pattern.utf8.split(separator: star, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      (head, tail) = (Array(parts[0]), Array(parts[1]))
    }

    func matches(_ path: [UInt8]) -> Bool {
      path.count >= head.count + tail.count && path.starts(with: head)
        && path.suffix(tail.count).elementsEqual(tail)
        && !path[head.count..<(path.count - tail.count)].contains(slash)
    }
  }
}
