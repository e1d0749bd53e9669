import ConfigSyntax
import Phrases
import SourceText

/// The jails of qjail: each has a file of variables, twice (qjail 5).
enum QjailJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.qjail
  static let service = "qjail"

  private static let folder = "/usr/local/etc/qjail.local"

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    guard case .directory(let names)? = host.entry(at: folder) else { return [] }
    return names.compactMap { name in
      guard !name.hasPrefix("."), let file = host.file(at: "\(folder)/\(name)") else { return nil }
      if let copy = qjailCopy(of: file.path) { _ = host.entry(at: copy) }
      return jail(name, file, host)
    }
  }

  private static func jail(_ name: String, _ file: SourceFile, _ host: BootHost) -> ManagedJail {
    let suffixes = [".norun", ".man"]
    let suffix = suffixes.first { name.hasSuffix($0) }
    let ownName = suffix.map { String(name.dropLast($0.count)) } ?? name
    var settings: [String: WrittenText] = [:]
    for line in parseSettingLines(file.bytes) {
      guard let value = line.value, !value.isEmpty else { continue }
      settings[line.name] = WrittenText(
        text: value, place: Place(path: file.path, span: line.span))
    }
    let top = Place(path: file.path, span: SourceSpan(0, min(1, file.bytes.count)))
    var handed = HandedJail(
      ownName, kind: kind, at: settings["name"]?.place ?? top, file: file.path)
    let isVnet = settings["vnet"] != nil
    if isVnet { handed.set("vnet") }
    for (key, parameter) in [
      ("name", "host.hostname"), ("path", "path"), ("interface", "interface"),
    ] where !(isVnet && key == "interface") {
      if let text = settings[key] { handed.set(parameter, to: [text.value]) }
    }
    for (key, parameter) in [("ip4", "ip4.addr"), ("ip6", "ip6.addr")] where !isVnet {
      if let list = settings[key] { handed.set(parameter, to: list.commaItems) }
    }
    handed.set("mount.devfs")
    handed.set("exec.start", to: "/bin/sh /etc/rc")
    var jail = ManagedJail(
      JailConfig(handed: handed, host: host), name: ownName, ownName: ownName)
    if let suffix {
      jail.leftOut = BootSwitch(text: spoken("its file ends in \(suffix)"), place: nil)
    }
    if isVnet {
      jail.unknown = spoken("qjail makes and moves the interfaces of its vnet jails itself")
    }
    return jail
  }
}
