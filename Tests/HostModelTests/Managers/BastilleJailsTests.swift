import HostModel
import SourceText
import TestHosts
import Testing

struct BastilleJailsTests {
  private static func jail(_ name: String, _ lines: String) -> String {
    """
    \(name) {
      exec.start = '/bin/sh /etc/rc';
      path = /usr/local/bastille/jails/\(name)/root;
    \(lines)
    }

    """
  }

  private static func host(
    rc: String = "bastille_enable=\"YES\"", _ files: [String: String]
  ) -> BootForecast {
    let base = ["/etc/rc.conf": "ifconfig_vtnet0=\"inet 192.0.2.10/24\"\n\(rc)\n"]
    return HostSketch(files.merging(base) { own, _ in own }).forecast
  }

  private static func steps(_ forecast: BootForecast) -> [String] {
    forecast.steps.filter { $0.jail != nil && $0.words.list[0] == "/sbin/ifconfig" }
      .map { "\($0.jail ?? ""): \($0.commandLine)" }
  }

  private static let folder = "/usr/local/bastille/jails"

  @Test func `starts its jails when it is enabled, with the addresses of their files`() {
    let forecast = Self.host([
      "\(Self.folder)/www/jail.conf": Self.jail("www", "  ip4.addr = vtnet0|192.0.2.31;"),
      "\(Self.folder)/git/jail.conf": Self.jail(
        "git", "  interface = vtnet0;\n  ip4.addr = 192.0.2.32;"),
    ])
    #expect(
      Self.steps(forecast) == [
        "git: /sbin/ifconfig vtnet0 inet 192.0.2.32 netmask 255.255.255.255 alias",
        "www: /sbin/ifconfig vtnet0 inet 192.0.2.31 netmask 255.255.255.255 alias",
      ])
    #expect(forecast.jails.map(\.state) == [.running, .running])
    #expect(forecast.jails.allSatisfy { $0.definition?.kind == .bastille })
  }

  @Test(arguments: ["", "bastille_enable=\"NO\"", "bastille_enable=\"\""])
  func `starts none when it is not enabled, and tells how a start would go`(_ line: String) {
    let forecast = Self.host(
      rc: line, ["\(Self.folder)/www/jail.conf": Self.jail("www", "  ip4.addr = lo9|192.0.2.31;")])
    #expect(forecast.jails.map(\.state) == [.notStarted])
    #expect(forecast.jails.first?.trial?.hasFailed == true)
    #expect(forecast.files.jailConf.map(\.isRead) == [false])
  }

  @Test func `starts by priority, what a jail depends on before it`() {
    let forecast = Self.host([
      "\(Self.folder)/a/jail.conf": Self.jail("a", ""),
      "\(Self.folder)/a/settings.conf": "boot=\"on\"\ndepend=\"c\"\npriority=\"1\"\n",
      "\(Self.folder)/b/jail.conf": Self.jail("b", ""),
      "\(Self.folder)/b/settings.conf": "boot=\"on\"\ndepend=\"\"\npriority=\"2\"\n",
      "\(Self.folder)/c/jail.conf": Self.jail("c", ""),
    ])
    #expect(forecast.jails.map(\.name) == ["c", "a", "b"])
  }

  @Test func `leaves out what is switched off or not in its list`() {
    let files = [
      "\(Self.folder)/a/jail.conf": Self.jail("a", ""),
      "\(Self.folder)/a/settings.conf": "boot=\"off\"\n",
      "\(Self.folder)/b/jail.conf": Self.jail("b", ""),
    ]
    let forecast = Self.host(files)
    #expect(forecast.jails.map { "\($0.name) \($0.state)" } == ["b running", "a notStarted"])
    #expect(forecast.bootSwitches["a"]?.text == "boot=\"off\"")
    let listed = Self.host(rc: "bastille_enable=YES\nbastille_list=\"x\"", files)
    #expect(listed.jails.map(\.state) == [.notStarted, .notStarted])
    #expect(listed.bootSwitches["b"]?.text == "bastille_list")
  }

  @Test func `its configuration moves the folder, and another one has jails that rc leaves alone`()
  {
    let forecast = Self.host([
      "/usr/local/etc/bastille/bastille.conf": """
      bastille_prefix="/data/bastille"
      bastille_jailsdir="${bastille_prefix}/jails"

      """,
      "/usr/local/etc/bastille/other.conf": "bastille_prefix=/srv/bastille\n",
      "/data/bastille/jails/www/jail.conf": Self.jail("www", ""),
      "/srv/bastille/jails/git/jail.conf": Self.jail("git", ""),
      "\(Self.folder)/old/jail.conf": Self.jail("old", ""),
    ])
    #expect(
      forecast.jails.map { "\($0.name) \($0.state)" } == ["www running", "git notStarted"])
  }

  @Test func `a jail whose file cannot be read fails alone`() {
    let forecast = Self.host([
      "\(Self.folder)/bad/jail.conf": "bad { ip4.addr = ;;",
      "\(Self.folder)/good/jail.conf": Self.jail("good", ""),
    ])
    #expect(forecast.jails.map { "\($0.name) \($0.state)" } == ["bad failed", "good running"])
  }

  @Test func `a jail of jail.conf has its name first`() {
    let forecast = Self.host(
      rc: "bastille_enable=YES\njail_enable=YES",
      [
        "/etc/jail.conf": "www { persist; path = /j; ip4.addr = 'vtnet0|192.0.2.40'; }\n",
        "\(Self.folder)/www/jail.conf": Self.jail("www", "  ip4.addr = vtnet0|192.0.2.31;"),
      ])
    #expect(
      Self.steps(forecast) == [
        "www: /sbin/ifconfig vtnet0 inet 192.0.2.40 netmask 255.255.255.255 alias"
      ])
    #expect(forecast.jails.map(\.definition?.kind) == [.jailConf])
  }
}
