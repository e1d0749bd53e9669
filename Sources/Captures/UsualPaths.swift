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
    let path = Array(path.utf8)
    return forms.contains { $0.matches(path) }
  }

  private static let forms =
    patterns.flatMap(Form.forms)
    + namedAfterJails.map { _, front, end in
      Form(head: Array(front.utf8), tail: Array(end.utf8), hasName: true)
    }

  /// A pattern taken apart: all that it stands for begins and ends so, with a name between.
  private struct Form {
    let head: [UInt8]
    let tail: [UInt8]
    let hasName: Bool

    /// What a pattern stands for, and the directory it is looked up in.
    static func forms(of pattern: String) -> [Form] {
      let bytes = Array(pattern.utf8)
      let slash = UInt8(ascii: "/")
      guard let star = bytes.firstIndex(of: UInt8(ascii: "*")) else {
        let path = bytes.last == slash ? Array(bytes.dropLast()) : bytes
        return [Form(head: path, tail: [], hasName: false)]
      }
      let folder = bytes[..<(bytes[..<star].lastIndex(of: slash) ?? 0)]
      return [
        Form(head: Array(folder), tail: [], hasName: false),
        Form(head: Array(bytes[..<star]), tail: Array(bytes[(star + 1)...]), hasName: true),
      ]
    }

    func matches(_ path: [UInt8]) -> Bool {
      guard hasName else { return path == head }
      return path.count >= head.count + tail.count && path.starts(with: head)
        && path.suffix(tail.count).elementsEqual(tail)
        && !path[head.count..<(path.count - tail.count)].contains(UInt8(ascii: "/"))
    }
  }
}
