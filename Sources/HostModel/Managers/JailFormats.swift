/// Every way of keeping jails that is known, those of FreeBSD itself first.
package let jailFormats: [JailFormat] = [
  JailFormat(
    kind: .jailConf, name: "jail.conf",
    files: "`/etc/jail.conf`, `/etc/jail.conf.d/NAME.conf`, `/etc/jail.NAME.conf`, includes",
    grammar: "jail.conf(5)", addresses: "`IF|A/N`, or `A` with `interface`",
    separator: "a comma, or `+=`", defaultLengths: "/32, /128", addedBy: "jail(8)",
    removedBy: "jail(8)", enable: "jail_enable", start: "rc.d/jail, those of `jail_list` or all",
    edits: "the value", restart: [], storesLength: true),
  JailFormat(
    kind: .variables, name: "rc.conf",
    files: "`jail_NAME_*` of rc.conf(5), written to `/var/run/jail.NAME.conf`", grammar: "sh(1)",
    addresses: "`IF|A/N`, or `A` with `jail_NAME_interface`", separator: "a comma",
    defaultLengths: "/32, /128", addedBy: "jail(8)", removedBy: "jail(8)",
    enable: "jail_enable", start: "rc.d/jail, those of `jail_list`",
    edits: "the value", restart: [], storesLength: true),
  JailFormat(
    kind: .ezjail, name: "ezjail", files: "`/usr/local/etc/ezjail/NAME`", grammar: "sh(1)",
    addresses: "`IF|A/N`, or `A`", separator: "a comma", defaultLengths: "/32, /128",
    addedBy: "jail(8)", removedBy: "jail(8)", enable: "ezjail_enable",
    start: "before rc.d/jail, all but `NAME.norun`", edits: "the value of `jail_NAME_ip`",
    restart: [], storesLength: true),
  JailFormat(
    kind: .bastille, name: "Bastille",
    files: "`jail.conf` and `settings.conf` in `/usr/local/bastille/jails/NAME`, or where "
      + "`/usr/local/etc/bastille/*.conf` say",
    grammar: "jail.conf(5), sh(1)", addresses: "`IF|A/N`, or `A` with `interface`",
    separator: "`+=`, one a line", defaultLengths: "/32, /128", addedBy: "jail(8)",
    removedBy: "jail(8)", enable: "bastille_enable",
    start: "behind rc.d/jail, those of `bastille_list` (`ALL`) with `boot=\"on\"`, by priority",
    edits: "the value in `jail.conf`", restart: ["bastille restart NAME"], storesLength: true),
  JailFormat(
    kind: .iocage, name: "iocage",
    files:
      "`POOL/iocage/jails/NAME/config.json` and `defaults.json`; `/var/run/jail.ioc-NAME.conf` "
      + "while it runs",
    grammar: "JSON", addresses: "`IF|A/N`, or `A`; `none`, `DHCP`, `accept_rtadv`",
    separator: "a comma", defaultLengths: "/32, /128", addedBy: "jail(8)", removedBy: "jail(8)",
    enable: "iocage_enable",
    start: "before ezjail, those with `boot` on, by `priority`, what they depend on first",
    edits: "the value in `config.json`", restart: ["iocage restart NAME"], storesLength: true),
  JailFormat(
    kind: .iocageLegacy, name: "iocage_legacy",
    files:
      "`POOL/iocage/jails/UUID/config`; one with properties of ZFS alone is told, not forecast",
    grammar: "UCL",
    addresses: "`IF|A/N`", separator: "a comma", defaultLengths: "/32, /128", addedBy: "jail(8)",
    removedBy: "its own `ifconfig -alias`", enable: "iocage_enable",
    start: "before ezjail, those with `boot` on", edits: "the value in `config`",
    restart: ["iocage restart NAME"], storesLength: true),
  JailFormat(
    kind: .libioc, name: "libioc",
    files: "`POOL/iocage/jails/NAME/config.json` without `CONFIG_VERSION`", grammar: "JSON",
    addresses: "`IF|A/N`", separator: "a comma", defaultLengths: "/32, /128",
    addedBy: "its own `ifconfig alias`", removedBy: "its own `ifconfig remove`",
    enable: "ioc_enable", start: "before ezjail, those with `boot` on",
    edits: "the value in `config.json`", restart: ["ioc restart NAME"], storesLength: true),
  JailFormat(
    kind: .pot, name: "pot",
    files: "`/opt/pot/jails/NAME/conf/pot.conf`, or below `POT_FS_ROOT` of "
      + "`/usr/local/etc/pot/pot.conf`",
    grammar: "KEY=VALUE", addresses: "`IF|A`, or `A` for `POT_EXTIF`", separator: "a blank",
    defaultLengths: "/32, /128", addedBy: "jail(8)", removedBy: "its own `ifconfig -alias`",
    enable: "pot_enable", start: "before ezjail, those of `pot_list` or with `start-at-boot`",
    edits: "`ip=`", restart: ["pot stop NAME", "pot start NAME"], storesLength: false),
  JailFormat(
    kind: .qjail, name: "qjail",
    files: "`/usr/local/etc/qjail.local/NAME`, and the same in `qjail.global`", grammar: "sh(1)",
    addresses: "`A`, with one `interface`", separator: "a comma", defaultLengths: "/32, /128",
    addedBy: "jail(8)", removedBy: "jail(8)", enable: "qjail_enable",
    start: "before ezjail, all but `NAME.norun` and `NAME.man`",
    edits: "the values in both files", restart: ["qjail restart NAME"], storesLength: false),
  JailFormat(
    kind: .appjail, name: "AppJail",
    files: "`/usr/local/appjail/jails/NAME/conf/template.conf`, or where "
      + "`/usr/local/etc/appjail/appjail.conf` says; `jail.conf` beside it is written anew at every "
      + "start",
    grammar: "`KEY: VALUE`, `KEY+: VALUE`", addresses: "`IF|A/N`, or `A`",
    separator: "a comma, or `+:`", defaultLengths: "/32, /128", addedBy: "jail(8)",
    removedBy: "jail(8)", enable: "appjail_enable",
    start: "behind rc.d/jail, those with `conf/boot/startup/boot`, by priority",
    edits: "the value in `template.conf`, never `jail.conf`", restart: ["appjail restart NAME"],
    storesLength: true),
  JailFormat(
    kind: .cbsd, name: "CBSD",
    files: "the table `jails` of `var/db/local.sqlite` below `cbsd_workdir` (`/usr/jails`)",
    grammar: "SQLite", addresses: "`NIC#A/N`, or `A/N` for `interface`: `auto`, `0` or one",
    separator: "a comma", defaultLengths: "/32, /128", addedBy: "jail(8)",
    removedBy: "jail(8), and its own `ifconfig -alias`", enable: "cbsdd_enable",
    start: "before rc.d/jail, those with `astart`, by `b_order`",
    edits: "nothing: the command `cbsd jset` is printed", restart: ["cbsd jrestart NAME"],
    storesLength: true),
  JailFormat(
    kind: nil, name: "reggae",
    files: "`/etc/jail.conf.d/NAME.conf` with `reggae.inc`, `ifconfig_jails*` of rc.conf(5)",
    grammar: "jail.conf(5)", addresses: "none: vnet, by DHCP or router advertisements",
    separator: "", defaultLengths: "", addedBy: "the jail itself", removedBy: "the jail itself",
    enable: "jail_enable", start: "rc.d/jail; read as what it is, jail.conf(5)",
    edits: "as jail.conf(5)", restart: [], storesLength: true),
  JailFormat(
    kind: nil, name: "podman, ocijail", files: "`/usr/local/etc/cni/net.d/*.conflist`",
    grammar: "JSON", addresses: "of the networks there", separator: "", defaultLengths: "",
    addedBy: "CNI", removedBy: "CNI", enable: nil, start: "recognised and told, not forecast",
    edits: "nothing", restart: [], storesLength: true),
  JailFormat(
    kind: nil, name: "TrueNAS CORE", files: "its database; recognised by `/etc/version`",
    grammar: "", addresses: "as iocage", separator: "", defaultLengths: "", addedBy: "iocage",
    removedBy: "iocage", enable: nil,
    start: "by its middleware, so unknown; jails of iocage are read",
    edits: "what iocage has; use the web interface", restart: [], storesLength: true),
]
