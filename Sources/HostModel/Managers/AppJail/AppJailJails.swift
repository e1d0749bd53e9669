import ConfigSyntax
import SourceText

/// The jails of AppJail: each has a template, from which jail.conf(5) is written anew at every start
/// (AppJail, appjail-template(5)).
enum AppJailJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.appjail
  static let service = "appjail"

  private static let folder = "/usr/local/appjail/jails"

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    guard case .directory(let names)? = host.entry(at: folder) else { return [] }
    return names.compactMap { name in
      guard let file = host.file(at: "\(folder)/\(name)/conf/template.conf") else { return nil }
      return jail(name, file, host)
    }
  }

  private static func jail(_ name: String, _ file: SourceFile, _ host: BootHost) -> ManagedJail {
    let top = Place(path: file.path, span: SourceSpan(0, min(1, file.bytes.count)))
    var handed = HandedJail(name, kind: kind, at: top, file: file.path)
    for line in parseSettingLines(file.bytes, sign: ":") {
      let parameter = line.name.hasPrefix("*") ? String(line.name.dropFirst()) : line.name
      guard let value = line.value else {
        handed.set(parameter)
        continue
      }
      let text = WrittenText(text: value, place: Place(path: file.path, span: line.span))
      let isList = parameter == "ip4.addr" || parameter == "ip6.addr"
      handed.set(parameter, to: isList ? text.commaItems : [text.value], appends: line.appends)
    }
    handed.set("path", to: "\(folder)/\(name)/jail")
    if !handed.settings.contains(where: { $0.name == "host.hostname" }) {
      handed.set("host.hostname", to: name)
    }
    var jail = ManagedJail(JailConfig(handed: handed, host: host), name: name)
    if handed.settings.contains(where: { $0.name == "vnet" }) {
      jail.unknown = "AppJail makes and moves the interfaces of its vnet jails itself"
    }
    return jail
  }
}
