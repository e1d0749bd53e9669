/// The words ifconfig(8) knows besides those that make an address, and how many arguments each
/// takes (sbin/ifconfig, the command tables).
enum IfconfigKeywords {
  /// The number of arguments of a word; nil when ifconfig(8) doesn't know it.
  static func argumentCount(of word: String) -> Int? {
    if settings.contains(word) { return 1 }
    if pairs.contains(word) { return 2 }
    if flags.contains(word) { return 0 }
    guard word.utf8.first == UInt8(ascii: "-") else { return nil }
    let plain = String(word.dropFirst())
    if switches.contains(plain) { return 0 }
    return memberSwitches.contains(plain) ? 1 : nil
  }

  /// Words without an argument.
  private static let flags: Set<String> = switches.union([
    "up", "down", "anycast", "netmap", "normal", "compress", "noicmp", "bssid", "-bssid",
    "create", "plumb", "destroy", "unplumb", "deletetunnel", "-tunnel", "-vlandev", "-pcp",
    "-description", "-descr", "-syncdev", "-syncif", "-syncpeer", "-fragthreshold", "flush",
    "flushall", "addr", "vxlanflush", "vxlanflushall", "mcast", "mcast6", "smpsdyn", "anywhere",
    "outdoor", "scan",
  ])

  /// Words without an argument that a dash in front turns round.
  private static let switches: Set<String> = [
    "tentative", "deprecated", "autoconf", "prefer_source", "accept_rtadv", "no_radr",
    "defaultif", "ifdisabled", "nud", "auto_linklocal", "no_prefer_iface", "no_dad",
    "stableaddr", "arp", "staticarp", "stickyarp", "debug", "promisc", "allmulti", "link0",
    "link1", "link2", "monitor", "mextpg", "rxcsum", "txcsum", "rxcsum6", "txcsum6", "tso",
    "tso4", "tso6", "lro", "toe", "toe4", "toe6", "netcons", "polling", "txrtlmt", "txtls",
    "rxtls", "txtlsrtlmt", "hwrxtstmp", "hwstats", "vlanmtu", "vlanhwtag", "vlanhwfilter",
    "vlanhwtso", "vlanhwcsum", "vxlanhwcsum", "vxlanhwtso", "wol", "wol_ucast", "wol_mcast",
    "wol_magic", "swabips", "use_flowid", "use_numa", "lacp_strict", "lacp_txtest",
    "lacp_rxtest", "lacp_fast_timeout", "defer", "enable_csum", "enable_seq", "udpencap",
    "accept_rev_ethip_ver", "ignore_source", "send_rev_ethip_ver", "vxlanlearn", "powersave",
    "wep", "wme", "wmm", "hidessid", "apbridge", "burst", "ff", "dturbo", "turbo", "bgscan",
    "pureg", "puren", "doth", "dfs", "dwds", "inact", "tsn", "indoor", "ecm", "dotd", "shortgi",
    "ampdu", "ampdurx", "ampdutx", "amsdu", "amsdurx", "amsdutx", "stbc", "stbcrx", "stbctx",
    "ldpc", "ldpcrx", "ldpctx", "uapsd", "htcompat", "ht", "ht20", "ht40", "vht", "vht40",
    "vht80", "vht80p80", "vht160", "rifs", "smps", "meshforward", "meshgate", "meshpeering",
    "beacons", "wdslegacy",
  ]

  /// Words that switch something for the member of a bridge named behind them.
  private static let memberSwitches: Set<String> = [
    "discover", "learn", "sticky", "span", "stp", "edge", "autoedge", "ptp", "autoptp",
    "private", "untagged", "vlanfilter",
  ]

  /// Words with one argument.
  private static let settings: Set<String> = memberSwitches.subtracting(["untagged"]).union([
    "addm", "deletem", "name", "vnet", "-vnet", "description", "descr", "mtu", "metric", "fib",
    "tunnelfib", "broadcast", "media", "mediaopt", "-mediaopt", "mode", "instance", "inst",
    "lladdr", "ether", "pass", "advskew", "advbase", "state", "carpver", "pltime", "vltime",
    "group", "-group", "maclabel", "vlan", "vlandev", "vlanpcp", "vlanproto", "pcp", "wlandev",
    "wlanmode", "wlanaddr", "wlanbssid", "ssid", "meshid", "nwid", "mesh", "stationname",
    "country", "regdomain", "channel", "chanlist", "authmode", "powersavemode",
    "powersavesleep", "wepmode", "weptxkey", "wepkey", "nwkey", "rtsthreshold", "protmode",
    "htprotmode", "txpower", "roaming", "roam:rssi", "roam:rate", "bgscanidle",
    "bgscanintvl", "scanvalid", "fragthreshold", "maxretry", "mcastrate", "mgtrate", "ucastrate",
    "bintval", "dtimperiod", "bmissthreshold", "ampdulimit", "ampdudensity", "amsdulimit",
    "mac:add", "mac:del", "tdmaslot", "tdmaslotcnt", "tdmaslotlen", "tdmabintval", "meshttl",
    "meshmetric", "meshpath", "hwmprootmode", "hwmpmaxhops", "laggport", "-laggport",
    "laggproto", "lagghash", "laggtype", "flowid_shift", "rr_limit", "maxaddr", "timeout",
    "priority", "proto", "holdcnt", "hellotime", "fwddelay", "maxage", "deladdr", "vxlanid",
    "vni", "vxlanlocal", "vxlanremote", "vxlangroup", "vxlandev", "vxlanlocalport",
    "vxlanremoteport", "vxlanttl", "vxlantimeout", "vxlanmaxaddr", "syncdev", "syncif",
    "syncpeer", "maxupd", "version", "tag", "range", "grekey", "udpport", "reqid", "stfv4net",
    "stfv4br", "peer", "peer6", "peervrrp",
  ])

  /// Words with two arguments.
  private static let pairs: Set<String> = [
    "tunnel", "static", "ifpriority", "ifpathcost", "ifmaxaddr", "untagged", "tagged",
    "+tagged", "-tagged", "vxlanportrange",
  ]
}
