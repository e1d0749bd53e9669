import HostModel
import SourceText
import TestHosts
import Testing

/// What is peculiar to each manager, seen by the commands of its jails.
struct ManagedJailsTests {
  private static func steps(_ text: String) -> [String] {
    HostText("== hardware: vtnet0\n== /etc/rc.conf\n" + text).sketch.forecast.steps
      .filter { $0.jail != nil && $0.words.list[0] == "/sbin/ifconfig" }
      .map { "\($0.jail ?? ""): \($0.argv.dropFirst().joined(separator: " "))" }
  }

  private static func iocage(_ rc: String, _ ip4: String) -> [String] {
    steps(
      """
      \(rc)
      iocage_enable="YES"
      == /iocage/jails/www/config.json
      {"CONFIG_VERSION": "29", "boot": 1, "ip4_addr": "\(ip4)"}
      """)
  }

  @Test func `iocage leaves an address bare that the host has, if it is written without a length`()
  {
    let rc = "ifconfig_vtnet0=\"inet 192.0.2.10/24\"\ndefaultrouter=192.0.2.1"
    #expect(Self.iocage(rc, "192.0.2.10") == [])
    #expect(
      Self.iocage(rc, "192.0.2.10/24") == ["ioc-www: vtnet0 inet 192.0.2.10/24 alias"])
    #expect(
      Self.iocage(rc, "192.0.2.11") == [
        "ioc-www: vtnet0 inet 192.0.2.11 netmask 255.255.255.255 alias"
      ])
    #expect(
      Self.iocage(rc, "lo0|127.0.1.1/32,192.0.2.10") == ["ioc-www: lo0 inet 127.0.1.1/32 alias"])
    #expect(Self.iocage(rc, "none") == [])
  }

  @Test func `iocage says what it does not know of the default route`() {
    let host = HostText(
      """
      == hardware: em0 em1
      == /etc/rc.conf
      ifconfig_em0="DHCP"
      ifconfig_em1="DHCP"
      iocage_enable="YES"
      == /iocage/jails/www/config.json
      {"CONFIG_VERSION": "29", "boot": 1, "ip4_addr": "192.0.2.11"}
      """)
    let jail = host.sketch.forecast.jails.first
    #expect(jail?.state == .unknown)
    #expect(
      jail?.unknown == "iocage asks for the interface of the default route, which is not known")
  }

  @Test(arguments: [
    ("", "/usr/local/appjail/jails", 0), ("PREFIX=/opt", "/opt/appjail/jails", 0),
    ("DATADIR=\"/tank/a\"", "/tank/a/jails", 0), ("JAILDIR='/tank/j'", "/tank/j", 0),
    ("JAILDIR=${HOME}/j", "/usr/local/appjail/jails", 1),
  ])
  func `AppJail may have its jails elsewhere`(
    _ line: String, _ folder: String, _ unknowns: Int
  ) {
    let forecast = HostText(
      """
      == /etc/rc.conf
      appjail_enable=YES
      == /usr/local/etc/appjail/appjail.conf
      # where
      \(line)
      == \(folder)/www/conf/template.conf
      exec.start: "/bin/sh /etc/rc"
      persist
      == \(folder)/www/conf/boot/startup/boot

      """
    ).sketch.forecast
    #expect(forecast.jails.map(\.name) == ["www"])
    #expect(forecast.unreadable.count == unknowns)
  }

  @Test(arguments: [
    ("iocage_enable=YES", "/tank/x", 1), ("iocage_enable=NO", "/tank/x", 0),
    ("iocage_enable=YES\nioc_enable=YES", "/tank/x", 1), ("ioc_enable=YES", "/tank/x", 1),
    ("iocage_enable=YES", "/iocage/releases/x", 0), ("hostname=host", "/tank/x", 0),
  ])
  func `jails of iocage that are started and not found are not known`(
    _ rc: String, _ file: String, _ count: Int
  ) {
    let forecast = HostText("== /etc/rc.conf\n\(rc)\n== \(file)\nx\n").sketch.forecast
    #expect(forecast.unreadable.map(\.path) == Array(repeating: "/iocage", count: count))
  }

  @Test func `what TrueNAS starts is read, and not known`() {
    let forecast = HostText(
      """
      == /etc/version
      TrueNAS-13.0-U6.1 (e4ee2b9b0a)
      == /etc/rc.conf
      hostname="nas"
      == /mnt/tank/iocage/jails/www/config.json
      {"CONFIG_VERSION": "29", "boot": 1, "ip4_addr": "lo0|127.0.1.1"}
      == /mnt/tank/iocage/jails/off/config.json
      {"CONFIG_VERSION": "29", "boot": 0, "ip4_addr": "lo0|127.0.1.2"}
      """
    ).sketch.forecast
    #expect(
      forecast.jails.map { "\($0.name) \($0.state)" } == ["ioc-www unknown", "ioc-off notStarted"])
    #expect(
      forecast.unreadable.map(\.reason) == [
        "TrueNAS sets addresses and starts jails by a database of its own"
      ])
  }

  @Test(arguments: [
    ("iocage_enable=YES", "root/etc/rc.conf", JailForecast.State.unknown),
    ("ioc_enable=YES", "fstab", .unknown), ("iocage_enable=NO", "fstab", .notStarted),
    ("iocage_enable=YES\nioc_enable=YES", "fstab", .unknown),
    ("iocage_enable=YES", "config.json", nil), ("iocage_enable=YES", "config", .running),
  ])
  func `a jail whose settings are properties of ZFS is told, and not known`(
    _ rc: String, _ file: String, _ state: JailForecast.State?
  ) {
    let forecast = HostText(
      "== /etc/rc.conf\n\(rc)\n== /iocage/jails/www/\(file)\nboot=\"on\";\n"
    ).sketch.forecast
    #expect(forecast.jails.map(\.name) == (state == nil ? [] : ["ioc-www"]))
    #expect(forecast.jails.first?.state == state)
    #expect(
      forecast.jails.first?.unknown
        == (state == .unknown ? "its settings are properties of ZFS, which are not read" : nil))
  }

  @Test func `each value of a jail has its place in the manager's file`() throws {
    let text = """
      iocage_enable="YES"
      == /iocage/jails/www/config.json
      {"CONFIG_VERSION": "29", "boot": 1, "ip4_addr": "lo0|127.0.1.1, lo0|127.0.1.2"}
      """
    let sketch = HostText("== /etc/rc.conf\n" + text).sketch
    let jail = try #require(sketch.forecast.jails.first?.definition)
    let spelled = jail.readableAddresses.compactMap { address -> String? in
      guard let place = address.place, case .file(let file)? = sketch.capture.entries[place.path]
      else { return nil }
      return file.text(place.span)
    }
    #expect(spelled == ["lo0|127.0.1.1", "lo0|127.0.1.2"])
    #expect(jail.ownName == "www")
    #expect(jail.restartCommands == ["iocage restart www"])
  }

  @Test func `pools are looked for where iocage is installed`() {
    let files = """
      hostname="host"
      == /tank/iocage/jails/www/config.json
      {"CONFIG_VERSION": "29", "boot": 1, "ip4_addr": "lo0|127.0.1.1"}
      """
    let plain = HostText("== /etc/rc.conf\n" + files).sketch.forecast
    #expect(plain.jails.isEmpty)
    let installed = HostText(
      "== /etc/rc.conf\n" + files + "\n== /usr/local/etc/rc.d/iocage\n#!/bin/sh\n")
    let root = HostCapture.Entry.directory(["etc", "tank", "usr"])
    let forecast = HostSketch(installed.files, entries: ["/": root]).forecast
    #expect(forecast.jails.map(\.name) == ["ioc-www"])
  }

  @Test func `pot puts a bare address on its external interface, qjail on the jail's`() {
    #expect(
      Self.steps(
        """
        pot_enable="YES"
        == /usr/local/etc/pot/pot.conf
        POT_EXTIF=vtnet0
        == /opt/pot/jails/www/conf/pot.conf
        network_type=alias
        pot.attr.start-at-boot=YES
        ip=192.0.2.70 lo0|127.0.1.70 2001:db8::70
        """) == [
          "www: vtnet0 inet 192.0.2.70 netmask 255.255.255.255 alias",
          "www: lo0 inet 127.0.1.70 netmask 255.255.255.255 alias",
          "www: vtnet0 inet6 2001:db8::70 prefixlen 128 alias",
        ])
    #expect(
      Self.steps(
        """
        qjail_enable="YES"
        == /usr/local/etc/qjail.local/www
        name="www"
        ip4="192.0.2.90,192.0.2.91"
        path="/usr/jails/www"
        interface="vtnet0"
        """) == [
          "www: vtnet0 inet 192.0.2.90 netmask 255.255.255.255 alias",
          "www: vtnet0 inet 192.0.2.91 netmask 255.255.255.255 alias",
        ])
  }

  @Test func `AppJail adds to a parameter by a plus`() {
    #expect(
      Self.steps(
        """
        appjail_enable="YES"
        == /usr/local/appjail/jails/www/conf/template.conf
        persist
        ip4.addr: "vtnet0|192.0.2.80/24"
        ip4.addr+: "lo0|127.0.1.80"
        == /usr/local/appjail/jails/www/conf/boot/startup/boot
        on
        """) == [
          "www: vtnet0 inet 192.0.2.80/24 alias",
          "www: lo0 inet 127.0.1.80 netmask 255.255.255.255 alias",
        ])
  }

  @Test func `AppJail starts by flag and priority, what is depended on first`() {
    func jail(_ name: String, _ line: String = "", boot: Bool = true, priority: Int? = nil)
      -> String
    {
      let folder = "/usr/local/appjail/jails/\(name)/conf"
      return "== \(folder)/template.conf\npersist\n\(line)\n"
        + (boot ? "== \(folder)/boot/startup/boot\non\n" : "")
        + (priority.map { "== \(folder)/boot/startup/priority\n\($0)\n" } ?? "")
    }
    let files = [
      jail("a", priority: 5), jail("b", "depend: d"), jail("c", boot: false),
      jail("d", boot: false), jail("e", priority: 3),
    ]
    let forecast = HostText("== /etc/rc.conf\nappjail_enable=YES\n" + files.joined())
      .sketch.forecast
    #expect(
      forecast.jails.map { "\($0.name) \($0.state)" } == [
        "d running", "b running", "e running", "a running", "c notStarted",
      ])
    #expect(forecast.bootSwitches["c"]?.text == "appjail jail boot is off")
  }

  @Test(arguments: [
    ("b", "The b jail could not be started"), ("c", "Cannot find the jail `c`"),
  ])
  func `AppJail starts nothing without what it depends on`(_ name: String, _ error: String) {
    let folder = "/usr/local/appjail/jails"
    let forecast = HostText(
      """
      == /etc/rc.conf
      appjail_enable=YES
      == \(folder)/a/conf/template.conf
      persist
      depend: "\(name)"
      == \(folder)/a/conf/boot/startup/boot
      on
      == \(folder)/b/conf/template.conf
      persist
      ip4.addr: "lo9|192.0.2.1"
      """
    ).sketch.forecast
    let jail = forecast.jails.first { $0.name == "a" }
    #expect(jail?.state == .failed)
    #expect(jail?.error == error)
  }

  @Test func `jails are counted where the boot ends before it starts any`() {
    let forecast = HostText(
      """
      == /etc/rc.conf
      bastille_enable="YES"
      hostname="host
      == /usr/local/bastille/jails/www/jail.conf
      www { path = /j; persist; }
      """
    ).sketch.forecast
    #expect(forecast.aborted != nil)
    #expect(forecast.jails.map { "\($0.name) \($0.state)" } == ["www notStarted"])
    #expect(forecast.files.jailConf.map(\.isRead) == [false])
  }

  @Test func `managers start in the order of their rc scripts`() {
    let files = """
      qjail_enable="YES"
      pot_enable="YES"
      iocage_enable="YES"
      bastille_enable="YES"
      appjail_enable="YES"
      jail_enable="YES"
      == /etc/jail.conf
      e { persist; path = /j; }
      == /usr/local/etc/qjail.local/a
      name="a"
      path="/j"
      == /usr/local/etc/pot/pot.conf
      POT_EXTIF=vtnet0
      == /opt/pot/jails/b/conf/pot.conf
      network_type=inherit
      pot.attr.start-at-boot=YES
      == /iocage/jails/c/config.json
      {"CONFIG_VERSION": "29", "boot": "on"}
      == /usr/local/bastille/jails/f/jail.conf
      f { path = /j; persist; }
      == /usr/local/appjail/jails/g/conf/template.conf
      persist
      == /usr/local/appjail/jails/g/conf/boot/startup/boot
      on
      """
    let forecast = HostText("== /etc/rc.conf\n" + files).sketch.forecast
    #expect(forecast.jails.map(\.name) == ["a", "b", "ioc-c", "e", "f", "g"])
    #expect(forecast.jails.allSatisfy { $0.state == .running })
  }
}
