import ConfigSyntax
import Phrases
import SourceText

/// The jails of pot, with a file of `KEY=VALUE` lines each (pot, share/pot/start.sh).
enum PotJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.pot
  static let service = "pot"

  private static let configurations = "/usr/local/etc/pot"

  /// What the configuration of pot says for all of its jails.
  private struct Framework {
    var root = "/opt/pot"
    var interface = "em0"
    var stack = "ipv4"
  }

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    guard case .directory? = host.entry(at: configurations) else { return [] }
    let framework = framework(&host)
    guard case .directory(let names)? = host.entry(at: "\(framework.root)/jails") else { return [] }
    let listed = Set(loaded.words("pot_list"))
    return names.compactMap { name in
      let folder = "\(framework.root)/jails/\(name)"
      guard let file = host.file(at: "\(folder)/conf/pot.conf") else { return nil }
      return jail(name, file, "\(folder)/m", framework, isListed: listed.contains(name), host)
    }
  }

  private static func framework(_ host: inout BootHost) -> Framework {
    var framework = Framework()
    for name in ["pot.default.conf", "pot.conf"] {
      guard let file = host.file(at: "\(configurations)/\(name)") else { continue }
      for line in parseSettingLines(file.bytes) {
        guard let value = line.value, !value.isEmpty else { continue }
        switch line.name {
        case "POT_FS_ROOT": framework.root = value
        case "POT_EXTIF": framework.interface = value
        case "POT_NETWORK_STACK": framework.stack = value
        default: break
        }
      }
    }
    return framework
  }

  private static func jail(
    _ name: String, _ file: SourceFile, _ root: String, _ framework: Framework, isListed: Bool,
    _ host: BootHost
  ) -> ManagedJail {
    let settings = Dictionary(
      parseSettingLines(file.bytes).compactMap { line in
        line.value.map {
          (line.name, WrittenText(text: $0, place: Place(path: file.path, span: line.span)))
        }
      }, uniquingKeysWith: { $1 })
    let top = Place(path: file.path, span: SourceSpan(0, min(1, file.bytes.count)))
    var handed = HandedJail(
      name, kind: kind, at: settings["host.hostname"]?.place ?? top, file: file.path)
    var unknown: String?
    switch settings["network_type"]?.text {
    case "inherit":
      let stack = settings["pot.stack"]?.text ?? framework.stack
      if stack != "ipv6" { handed.set("ip4", to: "inherit") }
      if stack != "ipv4" { handed.set("ip6", to: "inherit") }
    case "alias":
      handed.set("interface", to: framework.interface)
      handed.setAddresses(settings["ip"]?.words ?? [])
    default:
      handed.set("vnet")
      unknown = spoken("pot makes and moves the interfaces of its vnet jails itself")
    }
    if let hostname = settings["host.hostname"] {
      handed.set("host.hostname", to: [hostname.value])
    }
    handed.set("path", to: root)
    handed.set("mount.devfs")
    handed.set("exec.start", to: settings["pot.cmd"]?.text ?? "sh /etc/rc")
    if settings["pot.attr.persistent"]?.text != "NO" { handed.set("persist") }
    var jail = ManagedJail(JailConfig(handed: handed, host: host), name: name)
    jail.unknown = unknown
    jail.depends = settings["pot.depend"]?.words.map(\.text) ?? []
    let boot = settings["pot.attr.start-at-boot"]
    if !isListed, boot?.text != "YES" {
      jail.leftOut = BootSwitch(
        text: spoken("pot.attr.start-at-boot is \(boot?.text ?? spoken("not set"))"),
        place: boot?.place)
    }
    return jail
  }
}
