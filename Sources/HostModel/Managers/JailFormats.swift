/// Every way of keeping jails that is known, those of FreeBSD itself first.
package let jailFormats: [JailFormat] = [
  JailFormat(
    kind: .jailConf, name: "jail.conf",
    files: "`/etc/jail.conf`, `/etc/jail.conf.d/NAME.conf`, `/etc/jail.NAME.conf`, includes",
    grammar: "jail.conf(5)", addresses: "`IF|A/N`, or `A` with `interface`",
    separator: "a comma, or `+=`", defaultLengths: "/32, /128", addedBy: "jail(8)",
    removedBy: "jail(8)", enable: "jail_enable", start: "rc.d/jail, those of `jail_list` or all",
    edits: "the value", restart: nil, storesLength: true),
  JailFormat(
    kind: .variables, name: "rc.conf",
    files: "`jail_NAME_*` of rc.conf(5), written to `/var/run/jail.NAME.conf`", grammar: "sh(1)",
    addresses: "`IF|A/N`, or `A` with `jail_NAME_interface`", separator: "a comma",
    defaultLengths: "/32, /128", addedBy: "jail(8)", removedBy: "jail(8)",
    enable: "jail_enable", start: "rc.d/jail, those of `jail_list`",
    edits: "the value", restart: nil, storesLength: true),
  JailFormat(
    kind: .ezjail, name: "ezjail", files: "`/usr/local/etc/ezjail/NAME`", grammar: "sh(1)",
    addresses: "`IF|A/N`, or `A`", separator: "a comma", defaultLengths: "/32, /128",
    addedBy: "jail(8)", removedBy: "jail(8)", enable: "ezjail_enable",
    start: "before rc.d/jail, all but `NAME.norun`", edits: "the value of `jail_NAME_ip`",
    restart: "ezjail-admin restart NAME", storesLength: true),
  JailFormat(
    kind: .bastille, name: "Bastille",
    files: "`jail.conf` and `settings.conf` in `/usr/local/bastille/jails/NAME`, or where "
      + "`/usr/local/etc/bastille/*.conf` say",
    grammar: "jail.conf(5), sh(1)", addresses: "`IF|A/N`, or `A` with `interface`",
    separator: "`+=`, one a line", defaultLengths: "/32, /128", addedBy: "jail(8)",
    removedBy: "jail(8)", enable: "bastille_enable",
    start: "behind rc.d/jail, those of `bastille_list` (`ALL`) with `boot=\"on\"`, by priority",
    edits: "the value in `jail.conf`", restart: "bastille restart NAME", storesLength: true),
]
