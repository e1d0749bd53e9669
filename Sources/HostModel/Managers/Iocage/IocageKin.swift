import Phrases
import SourceText

/// The jails of iocage before it was written anew in Python, as far as files tell: later versions kept
/// a file `config` for each (iocage_legacy, lib/ioc-jail).
enum IocageLegacyJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.iocageLegacy
  static let service = "iocage"

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    IocageKin.read(kind, &host, loaded, name: "config") { IocageSettings(ucl: $0) }
  }
}

/// The jails of libioc, which keeps its settings beside those of iocage and in the same form.
enum LibiocJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.libioc
  static let service = "ioc"

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    IocageKin.read(kind, &host, loaded, name: "config.json") { file in
      guard let settings = IocageSettings(json: file), !settings.hasOwn("CONFIG_VERSION") else {
        return nil
      }
      return settings
    }
  }
}

/// What both have in common: each address is put on its interface when the jail starts, and taken off
/// when it stops.
enum IocageKin {
  static func read(
    _ kind: JailDefinition.Kind, _ host: inout BootHost, _ loaded: RCVariables, name: String,
    _ settings: (SourceFile) -> IocageSettings?
  ) -> [ManagedJail] {
    var jails: [ManagedJail] = []
    for root in IocageRoots.folders(&host, loaded) {
      guard case .directory(let names)? = host.entry(at: "\(root)/jails") else { continue }
      for jail in names {
        let folder = "\(root)/jails/\(jail)"
        if name == "config", case .file? = host.entry(at: "\(folder)/config.json") { continue }
        guard let file = host.file(at: "\(folder)/\(name)") else {
          if isKept(kind, withoutFile: folder, &host, loaded) {
            jails.append(withoutFile(jail, kind, folder, host))
          }
          continue
        }
        guard let settings = settings(file), !settings.isTemplate else { continue }
        jails.append(self.jail(jail, kind, settings, file, "\(folder)/root", host))
      }
    }
    return jails
  }

  /// The folder is one of a jail and has neither kind of file: the settings are properties of its ZFS
  /// dataset, as both programs can have them (iocage_legacy, lib/ioc-zfs; libioc, Config/Jail).
  private static func isKept(
    _ kind: JailDefinition.Kind, withoutFile folder: String, _ host: inout BootHost,
    _ loaded: RCVariables
  ) -> Bool {
    let isOfLibioc =
      loaded.variables["ioc_enable"] != nil && loaded.variables["iocage_enable"] == nil
    guard (kind == .libioc) == isOfLibioc else { return false }
    for name in ["config", "config.json"] {
      guard case .missing? = host.entry(at: "\(folder)/\(name)") else { return false }
    }
    switch host.entry(at: folder) {
    case .directory(let names)?: return !names.isEmpty
    case .file?, .missing?: return false
    case .unreadable?, nil: return true
    }
  }

  /// A jail of which no file tells more than its name.
  private static func withoutFile(
    _ name: String, _ kind: JailDefinition.Kind, _ folder: String, _ host: BootHost
  ) -> ManagedJail {
    var handed = HandedJail(jailName(name), kind: kind, at: nil, file: folder)
    handed.set("path", to: "\(folder)/root")
    handed.set("persist")
    var jail = ManagedJail(
      JailConfig(handed: handed, host: host), name: handed.name, ownName: name)
    jail.unknown = spoken("its settings are properties of ZFS, which are not read")
    return jail
  }

  /// The name jail(8) knows a jail by.
  private static func jailName(_ name: String) -> String {
    "ioc-\(String(name.map { $0 == "." ? "_" : $0 }))"
  }

  private static func jail(
    _ name: String, _ kind: JailDefinition.Kind, _ settings: IocageSettings, _ file: SourceFile,
    _ root: String, _ host: BootHost
  ) -> ManagedJail {
    let top = Place(path: file.path, span: SourceSpan(0, min(1, file.bytes.count)))
    let place = (settings["host_hostname"] ?? settings["id"])?.place ?? top
    var handed = HandedJail(jailName(name), kind: kind, at: place, file: file.path)
    var refusal: String?
    let isVnet = settings.isOn("vnet")
    if isVnet { handed.set("vnet") }
    for (key, parameter) in [("ip4_addr", "ip4.addr"), ("ip6_addr", "ip6.addr")] where !isVnet {
      guard let list = settings[key], !list.commaItems.isEmpty else { continue }
      handed.set(parameter, to: list.commaItems)
      refusal = refusal ?? self.refusal(list.commaItems, key, kind)
    }
    if let hostname = settings["host_hostname"] {
      handed.set("host.hostname", to: [hostname.value])
    }
    handed.set("path", to: root)
    handed.set("persist")
    var jail = ManagedJail(JailConfig(handed: handed, host: host), name: handed.name, ownName: name)
    jail.refusal = refusal
    if isVnet {
      jail.unknown = spoken(
        "\(kind.rawValue) makes and moves the interfaces of its vnet jails itself")
    }
    settings.setStart(of: &jail, top)
    return jail
  }

  /// libioc needs an interface for each address; its elder hands the value to the shell without
  /// quotes, so that words behind a blank become parameters of jail(8).
  private static func refusal(
    _ items: [JailValue], _ key: String, _ kind: JailDefinition.Kind
  ) -> String? {
    for item in items {
      if kind == .libioc, !item.text.contains("|") {
        return "\(key): \(item.text) has no interface"
      }
      if kind == .iocageLegacy, let blank = item.text.firstIndex(of: " ") {
        let word = item.text[blank...].split(separator: " ").first ?? ""
        return "unknown parameter: \(word)"
      }
    }
    return nil
  }
}
