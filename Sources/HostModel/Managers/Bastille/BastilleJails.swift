import ConfigSyntax
import Phrases
import SourceText

/// The jails of Bastille: each has a folder with a file of jail.conf(5) and one of settings
/// (Bastille, create.sh and start.sh).
enum BastilleJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.bastille
  static let service = "bastille"

  private static let configurations = "/usr/local/etc/bastille"
  private static let prefix = "/usr/local/bastille"

  /// A folder of jails, and the configuration that names it.
  private struct Folder {
    let path: String
    /// Nil for the configuration that the rc script takes.
    let other: String?
  }

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    let list = loaded.text("bastille_list")
    let listed = list.isEmpty || list == "ALL" ? nil : Set(loaded.words("bastille_list"))
    var jails: [ManagedJail] = []
    for folder in folders(&host) {
      guard case .directory(let names)? = host.entry(at: folder.path) else { continue }
      for name in names {
        guard var jail = jail(name, in: folder.path, &host) else { continue }
        if let other = folder.other {
          jail.leftOut = BootSwitch(text: spoken("its folder is that of \(other)"), place: nil)
        } else if let listed, !listed.contains(name) {
          jail.leftOut = BootSwitch(
            text: "bastille_list", place: loaded.variables["bastille_list"]?.origin.place)
        }
        jails.append(jail)
      }
    }
    return jails
  }

  private static func jail(
    _ name: String, in folder: String, _ host: inout BootHost
  ) -> ManagedJail? {
    let path = "\(folder)/\(name)/jail.conf"
    guard case .file? = host.entry(at: path) else { return nil }
    var jail = ManagedJail(JailConfig(path: path, kind: kind, host: &host), name: name)
    guard let file = host.file(at: "\(folder)/\(name)/settings.conf") else { return jail }
    for line in parseSettingLines(file.bytes) {
      switch line.name {
      case "boot" where line.value == "off":
        jail.leftOut = BootSwitch(
          text: "boot=\"off\"", place: Place(path: file.path, span: line.span))
      case "priority": jail.priority = line.value.flatMap { Int($0) } ?? 99
      case "depend":
        jail.depends = line.value?.split(separator: " ").map(String.init) ?? []
      default: break
      }
    }
    return jail
  }

  /// Where jails are kept: as `bastille.conf` says, and as other configurations beside it do.
  private static func folders(_ host: inout BootHost) -> [Folder] {
    guard case .directory(let names)? = host.entry(at: configurations) else {
      return [Folder(path: "\(prefix)/jails", other: nil)]
    }
    let main = "bastille.conf"
    let others = names.filter { $0.hasSuffix(".conf") && $0 != main }
    var folders = [Folder(path: jailsFolder("\(configurations)/\(main)", &host), other: nil)]
    for name in others {
      let path = jailsFolder("\(configurations)/\(name)", &host)
      if folders.contains(where: { $0.path == path }) { continue }
      folders.append(Folder(path: path, other: name))
    }
    return folders
  }

  /// What a configuration sets `bastille_jailsdir` to.
  private static func jailsFolder(_ path: String, _ host: inout BootHost) -> String {
    guard let file = host.file(at: path) else { return "\(prefix)/jails" }
    var shell = ShellEvaluator(host: host.handOver(), variables: ShellVariables())
    _ = shell.source(file, script: parseShell(file.bytes))
    host = shell.host
    let folder = shell.variables.text("bastille_jailsdir")
    if !folder.isEmpty { return folder }
    let root = shell.variables.text("bastille_prefix")
    return "\(root.isEmpty ? prefix : root)/jails"
  }
}
