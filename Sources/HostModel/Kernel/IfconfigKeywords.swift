/// The words ifconfig(8) knows besides those that make an address, and how many arguments each
/// takes (sbin/ifconfig, the command tables).
enum IfconfigKeywords {
  /// The number of arguments of a word; nil when ifconfig(8) doesn't know it.
  static func argumentCount(of word: String) -> Int? {
    if has(pairs, word) { return 2 }
    if has(settings, word) || has(memberSwitches, word) { return 1 }
    if has(flags, word) || has(switches, word) { return 0 }
    guard word.utf8.first == UInt8(ascii: "-") else { return nil }
    let plain = String(word.dropFirst())
    if has(switches, plain) { return 0 }
    return has(memberSwitches, plain) ? 1 : nil
  }

  /// Whether a sorted list has a word: few words are asked for, so a set costs more to fill.
  private static func has(_ list: [String], _ word: String) -> Bool {
    var (lower, upper) = (0, list.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if list[middle] < word { lower = middle + 1 } else { upper = middle }
    }
    return lower < list.count && list[lower] == word
  }

  /// Every list, each in ascending order.
  static var all: [[String]] { [flags, switches, memberSwitches, settings, pairs] }

  /// Words without an argument.
  private static let flags: [String] = [
    "-bssid", "-descr", "-description", "-fragthreshold", "-pcp", "-syncdev", "-syncif",
    "-syncpeer", "-tunnel", "-vlandev", "addr", "anycast", "anywhere", "bssid", "compress",
    "create", "deletetunnel", "destroy", "down", "flush", "flushall", "mcast", "mcast6", "netmap",
    "noicmp", "normal", "outdoor", "plumb", "scan", "smpsdyn", "unplumb", "up", "vxlanflush",
    "vxlanflushall",
  ]

  /// Words without an argument that a dash in front turns round.
  private static let switches: [String] = [
    "accept_rev_ethip_ver", "accept_rtadv", "allmulti", "ampdu", "ampdurx", "ampdutx", "amsdu",
    "amsdurx", "amsdutx", "apbridge", "arp", "auto_linklocal", "autoconf", "beacons", "bgscan",
    "burst", "debug", "defaultif", "defer", "deprecated", "dfs", "dotd", "doth", "dturbo", "dwds",
    "ecm", "enable_csum", "enable_seq", "ff", "hidessid", "ht", "ht20", "ht40", "htcompat",
    "hwrxtstmp", "hwstats", "ifdisabled", "ignore_source", "inact", "indoor", "lacp_fast_timeout",
    "lacp_rxtest", "lacp_strict", "lacp_txtest", "ldpc", "ldpcrx", "ldpctx", "link0", "link1",
    "link2", "lro", "meshforward", "meshgate", "meshpeering", "mextpg", "monitor", "netcons",
    "no_dad", "no_prefer_iface", "no_radr", "nud", "polling", "powersave", "prefer_source",
    "promisc", "pureg", "puren", "rifs", "rxcsum", "rxcsum6", "rxtls", "send_rev_ethip_ver",
    "shortgi", "smps", "stableaddr", "staticarp", "stbc", "stbcrx", "stbctx", "stickyarp",
    "swabips", "tentative", "toe", "toe4", "toe6", "tsn", "tso", "tso4", "tso6", "turbo", "txcsum",
    "txcsum6", "txrtlmt", "txtls", "txtlsrtlmt", "uapsd", "udpencap", "use_flowid", "use_numa",
    "vht", "vht160", "vht40", "vht80", "vht80p80", "vlanhwcsum", "vlanhwfilter", "vlanhwtag",
    "vlanhwtso", "vlanmtu", "vxlanhwcsum", "vxlanhwtso", "vxlanlearn", "wdslegacy", "wep", "wme",
    "wmm", "wol", "wol_magic", "wol_mcast", "wol_ucast",
  ]

  /// Words that switch something for the member of a bridge named behind them.
  private static let memberSwitches: [String] = [
    "autoedge", "autoptp", "discover", "edge", "learn", "private", "ptp", "span", "sticky", "stp",
    "untagged", "vlanfilter",
  ]

  /// Words with one argument.
  private static let settings: [String] = [
    "-group", "-laggport", "-mediaopt", "-vnet", "addm", "advbase", "advskew", "ampdudensity",
    "ampdulimit", "amsdulimit", "authmode", "bgscanidle", "bgscanintvl", "bintval",
    "bmissthreshold", "broadcast", "carpver", "chanlist", "channel", "country", "deladdr",
    "deletem", "descr", "description", "dtimperiod", "ether", "fib", "flowid_shift",
    "fragthreshold", "fwddelay", "grekey", "group", "hellotime", "holdcnt", "htprotmode",
    "hwmpmaxhops", "hwmprootmode", "inst", "instance", "lagghash", "laggport", "laggproto",
    "laggtype", "lladdr", "mac:add", "mac:del", "maclabel", "maxaddr", "maxage", "maxretry",
    "maxupd", "mcastrate", "media", "mediaopt", "mesh", "meshid", "meshmetric", "meshpath",
    "meshttl", "metric", "mgtrate", "mode", "mtu", "name", "nwid", "nwkey", "pass", "pcp", "peer",
    "peer6", "peervrrp", "pltime", "powersavemode", "powersavesleep", "priority", "protmode",
    "proto", "range", "regdomain", "reqid", "roam:rate", "roam:rssi", "roaming", "rr_limit",
    "rtsthreshold", "scanvalid", "ssid", "state", "stationname", "stfv4br", "stfv4net", "syncdev",
    "syncif", "syncpeer", "tag", "tdmabintval", "tdmaslot", "tdmaslotcnt", "tdmaslotlen", "timeout",
    "tunnelfib", "txpower", "ucastrate", "udpport", "version", "vlan", "vlandev", "vlanpcp",
    "vlanproto", "vltime", "vnet", "vni", "vxlandev", "vxlangroup", "vxlanid", "vxlanlocal",
    "vxlanlocalport", "vxlanmaxaddr", "vxlanremote", "vxlanremoteport", "vxlantimeout", "vxlanttl",
    "wepkey", "wepmode", "weptxkey", "wlanaddr", "wlanbssid", "wlandev", "wlanmode",
  ]

  /// Words with two arguments.
  private static let pairs: [String] = [
    "+tagged", "-tagged", "ifmaxaddr", "ifpathcost", "ifpriority", "static", "tagged", "tunnel",
    "untagged", "vxlanportrange",
  ]
}
