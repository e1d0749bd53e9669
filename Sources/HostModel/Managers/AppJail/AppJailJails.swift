import ConfigSyntax
import Phrases
import SourceText

/// The jails of AppJail: each has a template, from which jail.conf(5) is written anew at every start
/// (AppJail, appjail-template(5)).
enum AppJailJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.appjail
  static let service = "appjail"

  private static let configuration = "/usr/local/etc/appjail/appjail.conf"

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    let folder = folder(&host)
    guard case .directory(let names)? = host.entry(at: folder) else { return [] }
    return names.compactMap { name in
      guard let file = host.file(at: "\(folder)/\(name)/conf/template.conf") else { return nil }
      var jail = jail(name, file, "\(folder)/\(name)/jail", host)
      setStart(of: &jail, "\(folder)/\(name)/conf/boot/startup", &host)
      return jail
    }
  }

  /// Where the jails are: below PREFIX, unless the configuration names another folder
  /// (AppJail, share/appjail/files/default.conf).
  private static func folder(_ host: inout BootHost) -> String {
    var told: [String: String] = [:]
    if case .directory(let names)? = host.entry(at: "/usr/local/etc"), names.contains("appjail"),
      let file = host.file(at: configuration)
    {
      for line in parseSettingLines(file.bytes) { told[line.name] = line.value }
    }
    let data = told["DATADIR"] ?? "\(told["PREFIX"] ?? "/usr/local")/appjail"
    let folder = told["JAILDIR"] ?? "\(data)/jails"
    guard folder.hasPrefix("/"), !folder.contains("$") else {
      if !host.isCensus {
        host.troubles.append((configuration, spoken("the folder of its jails is not followed")))
      }
      return "/usr/local/appjail/jails"
    }
    return folder
  }

  /// Tells when a jail is started at boot, or that it isn't: its flag is a file that is there or not
  /// (share/appjail/cmd/jail, jail_boot_on and jail_list; share/appjail/cmd/startup).
  private static func setStart(of jail: inout ManagedJail, _ folder: String, _ host: inout BootHost)
  {
    if case .missing? = host.entry(at: "\(folder)/boot") {
      jail.leftOut = BootSwitch(text: spoken("appjail jail boot is off"), place: nil)
    }
    let priority = host.file(at: "\(folder)/priority")?.bytes.prefix { $0 != 10 }
    jail.priority = priority.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
  }

  private static func jail(
    _ name: String, _ file: SourceFile, _ root: String, _ host: BootHost
  ) -> ManagedJail {
    let top = Place(path: file.path, span: SourceSpan(0, min(1, file.bytes.count)))
    var handed = HandedJail(name, kind: kind, at: top, file: file.path)
    var depends: [String] = []
    for line in parseSettingLines(file.bytes, sign: ":") {
      let parameter = line.name.hasPrefix("*") ? String(line.name.dropFirst()) : line.name
      guard let value = line.value else {
        handed.set(parameter)
        continue
      }
      let text = WrittenText(text: value, place: Place(path: file.path, span: line.span))
      // AppJail starts those itself, and doesn't tell jail(8)
      guard parameter != "depend" else {
        depends += text.items { $0 == 32 || $0 == UInt8(ascii: ",") }.map(\.text)
        continue
      }
      let isList = parameter == "ip4.addr" || parameter == "ip6.addr"
      handed.set(parameter, to: isList ? text.commaItems : [text.value], appends: line.appends)
    }
    handed.set("path", to: root)
    if !handed.settings.contains(where: { $0.name == "host.hostname" }) {
      handed.set("host.hostname", to: name)
    }
    var jail = ManagedJail(JailConfig(handed: handed, host: host), name: name)
    jail.depends = depends
    jail.needsDepends = true
    if handed.settings.contains(where: { $0.name == "vnet" }) {
      jail.unknown = spoken("AppJail makes and moves the interfaces of its vnet jails itself")
    }
    return jail
  }
}
