package import SourceText

/// The host that the program shows without one of your own: a provider's /124 inside a /64 on
/// `vtnet0`, an interface `lo1`, and two ezjail jails of which one comes up after a reboot.
package enum DemoHost {
  /// Everything there is to collect from it; paths outside it are missing.
  package static let capture: HostCapture = {
    var entries: [String: HostCapture.Entry] = [:]
    var folders: [String: [String]] = [:]
    for (path, text) in files {
      entries[path] = .file(SourceFile(path: path, bytes: Array(text.utf8)))
      note(path, in: &folders)
    }
    for (folder, names) in folders { entries[folder] = .directory(names.sorted()) }
    return HostCapture(entries: entries)
  }()

  private static func note(_ path: String, in folders: inout [String: [String]]) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    let name = String(path[path.index(after: slash)...])
    if folders[folder, default: []].contains(name) { return }
    folders[folder, default: []].append(name)
    if folder != "/" { note(folder, in: &folders) }
  }

  /// The files by path.
  package static let files: [(path: String, text: String)] = [
    ("/bin/freebsd-version", freebsdVersion), ("/etc/rc.conf", rcConf),
    ("/usr/local/etc/ezjail/backup", ezjail("backup", ip: backupAddresses)),
    ("/usr/local/etc/ezjail/git", ezjail("git", ip: gitAddresses)),
  ]

  private static let gitAddresses = "2001:db8:17:42::2"
  private static let backupAddresses = "lo1|127.0.0.3,vtnet0|2001:db8:17:42::3"

  private static let freebsdVersion = """
    #!/bin/sh
    USERLAND_VERSION="14.3-RELEASE"

    """

  private static let rcConf = """
    hostname="host.example.org"

    # the provider routes 2001:db8:17:42::/124 to us, and wants a /64 on the interface
    ifconfig_vtnet0="inet 192.0.2.17 netmask 255.255.255.0"
    defaultrouter="192.0.2.1"
    ifconfig_vtnet0_ipv6="inet6 2001:db8:17:42::1 prefixlen 64"
    ipv6_defaultrouter="fe80::1%vtnet0"

    # jails
    ifconfig_vtnet0_alias1="inet6 2001:db8:17:42::2 prefixlen 64"
    ifconfig_vtnet0_alias2="inet6 2001:db8:17:42::3 prefixlen 64"
    cloned_interfaces="lo1"
    ezjail_enable="YES"

    sshd_enable="YES"

    """

  private static func ezjail(_ name: String, ip: String) -> String {
    """
    # To specify the start up order of your ezjails, use these lines to
    # create a Jail dependency tree. See rcorder(8) for more details.
    #
    # PROVIDE: standard_ezjail
    # REQUIRE:
    # BEFORE:
    #

    export jail_\(name)_hostname="\(name).example.org"
    export jail_\(name)_ip="\(ip)"
    export jail_\(name)_rootdir="/usr/jails/\(name)"
    export jail_\(name)_exec_start="/bin/sh /etc/rc"
    export jail_\(name)_exec_stop=""
    export jail_\(name)_mount_enable="YES"
    export jail_\(name)_devfs_enable="YES"
    export jail_\(name)_devfs_ruleset="devfsrules_jail"
    export jail_\(name)_procfs_enable="YES"
    export jail_\(name)_fdescfs_enable="YES"
    export jail_\(name)_image=""
    export jail_\(name)_imagetype=""
    export jail_\(name)_attachparams=""
    export jail_\(name)_attachblocking=""
    export jail_\(name)_forceblocking=""

    """
  }
}
