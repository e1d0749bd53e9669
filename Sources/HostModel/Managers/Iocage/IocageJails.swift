import Phrases
import SourceText

/// The file that iocage writes when it starts a jail, and stops it by
/// (ioc_json.py, JailRuntimeConfiguration).
///
/// - Parameter name: the name jail(8) knows the jail by, `ioc-web`.
package func iocageRuntimeFile(ofJail name: String) -> String { "/var/run/jail.\(name).conf" }

/// The jails of iocage: a folder with `config.json` each, and defaults for all
/// (iocage, ioc_json.py and ioc_start.py).
enum IocageJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.iocage
  static let service = "iocage"

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    var jails: [ManagedJail] = []
    for root in IocageRoots.folders(&host, loaded) {
      guard case .directory(let names)? = host.entry(at: "\(root)/jails") else { continue }
      let defaults = host.file(at: "\(root)/defaults.json").flatMap { IocageSettings(json: $0) }
      for name in names {
        guard let file = host.file(at: "\(root)/jails/\(name)/config.json"),
          let own = IocageSettings(json: file), own.hasOwn("CONFIG_VERSION"), !own.isTemplate
        else { continue }
        let settings = own.with(defaults: defaults)
        let jail = jail(name, settings, file, "\(root)/jails/\(name)/root", host, loaded)
        _ = host.entry(at: iocageRuntimeFile(ofJail: jail.name))
        jails.append(jail)
      }
    }
    return jails
  }

  private static func jail(
    _ name: String, _ settings: IocageSettings, _ file: SourceFile, _ root: String,
    _ host: BootHost, _ loaded: RCVariables
  ) -> ManagedJail {
    let jailName = "ioc-\(String(name.map { $0 == "." ? "_" : $0 }))"
    let top = Place(path: file.path, span: SourceSpan(0, min(1, file.bytes.count)))
    let place = settings["host_hostuuid"]?.place ?? top
    var handed = HandedJail(jailName, kind: kind, at: place, file: file.path)
    var unknown: String?
    if settings.isOn("vnet") {
      handed.set("vnet")
      unknown = spoken("iocage makes and moves the interfaces of its vnet jails itself")
    } else {
      for family in [AddressFamily.inet, .inet6] {
        let items = settings[family == .inet ? "ip4_addr" : "ip6_addr"]?.commaItems ?? []
        let (values, reason) = aliases(items, family, host, loaded.variables)
        unknown = unknown ?? reason
        if !values.isEmpty { handed.set(family == .inet ? "ip4.addr" : "ip6.addr", to: values) }
      }
    }
    for (key, parameter) in texts {
      if let text = settings[key] { handed.set(parameter, to: [text.value]) }
    }
    handed.set("path", to: root)
    handed.set("persist")
    var jail = ManagedJail(JailConfig(handed: handed, host: host), name: jailName, ownName: name)
    jail.unknown =
      RecognisedSigns.isTrueNAS(host.capture)
      ? spoken("TrueNAS starts it by its middleware, which is not followed") : unknown
    jail.refusal = refusal(settings)
    settings.setStart(of: &jail, top)
    return jail
  }

  private static let texts = [
    ("ip4", "ip4"), ("ip6", "ip6"), ("host_hostname", "host.hostname"),
    ("securelevel", "securelevel"), ("devfs_ruleset", "devfs_ruleset"),
    ("enforce_statfs", "enforce_statfs"),
  ]

  /// What iocage refuses before it asks jail(8) (ioc_start.py, start_jail).
  private static func refusal(_ settings: IocageSettings) -> String? {
    guard !settings.isOn("vnet") else { return nil }
    let address = settings["ip4_addr"]?.text.uppercased() ?? ""
    if settings.isOn("dhcp") || address.contains("DHCP") { return "dhcp requires vnet!" }
    if settings["ip6_addr"]?.text.contains("accept_rtadv") == true {
      return "accept_rtadv requires vnet!"
    }
    return settings.isOn("bpf") ? "bpf requires vnet!" : nil
  }

  /// The addresses as jail(8) is handed them (ioc_start.py, check_aliases).
  ///
  /// One without an interface stays so when the host has it, and else gets that of the default route.
  /// The texts are compared, so that one with a length is never found.
  private static func aliases(
    _ items: [JailValue], _ family: AddressFamily, _ host: BootHost, _ variables: ShellVariables
  ) -> (values: [JailValue], unknown: String?) {
    guard items.contains(where: { !$0.text.utf8.contains(UInt8(ascii: "|")) }) else {
      return (items, nil)
    }
    let present = Set(host.kernel.snapshot().flatMap(\.addresses).map { "\($0.address)" })
    let isBare = { (item: JailValue) in
      !item.text.utf8.contains(UInt8(ascii: "|")) && !present.contains(item.text)
    }
    guard items.contains(where: isBare) else { return (items, nil) }
    guard let interface = DefaultRoute(family, host, variables).interface else {
      return (
        items, spoken("iocage asks for the interface of the default route, which is not known")
      )
    }
    return (
      items.map { item in
        isBare(item)
          ? JailValue(text: "\(interface)|\(item.text)", origin: item.origin) : item
      }, nil
    )
  }
}

extension IocageSettings {
  /// What jails are made of, and none itself.
  var isTemplate: Bool { isOn("template") || self["type"]?.text == "template" }

  /// Tells when a jail is started at boot, or why it isn't; iocage, its predecessor and libioc agree.
  ///
  /// - Parameter top: where the jail's file begins.
  func setStart(of jail: inout ManagedJail, _ top: Place) {
    jail.priority = self["priority"].flatMap { Int($0.text) } ?? 99
    jail.depends = self["depends"]?.items { $0 == 32 || $0 == UInt8(ascii: ",") }.map(\.text) ?? []
    if !isOn("boot") {
      let boot = self["boot"]
      jail.leftOut = BootSwitch(text: spoken("boot is \(boot?.text ?? "off")"), place: boot?.place)
    }
  }
}
