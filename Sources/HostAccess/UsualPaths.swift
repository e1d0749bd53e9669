/// The paths that are read of every host.
extension HostCollector {
  /// What a host's start-up may read of its jails and networks, in the order it is collected.
  ///
  /// A trailing slash lists a directory; one `*` in the last name stands for any text, lists the
  /// directory and reads what matches; a name that is `*` alone stands for every folder of a
  /// directory; a directory at any other path is unreadable. The places are those of rc.subr
  /// (load_rc_config), network.subr, rc.d/jail, jail(8), the rc script of ezjail and the usual folders
  /// of other jail managers; freebsd-version and os-release tell the release.
  package static let usualPaths = [
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
}
