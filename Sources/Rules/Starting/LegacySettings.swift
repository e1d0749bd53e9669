import ConfigSyntax
import HostModel
import SourceText

/// Variables that define jails, wherever they are written: in the rc.conf(5) family and in the files
/// of ezjail, whether those are sourced or not.
struct LegacySettings {
  /// A variable with its value as written.
  struct Setting {
    let name: String
    let text: String
    let place: Place
    /// The ezjail file it is in; nil in rc.conf(5).
    let file: String?
  }

  /// The files of ezjail: the part of the path that names the jail.
  private(set) var files: [(name: String, path: String)] = []
  private(set) var settings: [Setting] = []
  /// Lists of addresses: `jail_NAME_ip` and `jail_NAME_ip_multiN`, with the key of the jail.
  private(set) var addressLists: [(key: String, number: Int?, setting: Setting)] = []

  static let folder = "/usr/local/etc/ezjail/"

  init(_ capture: HostCapture, _ forecast: BootForecast) {
    let variables = forecast.variables
    for name in variables.names(beginning: "jail_") {
      guard let value = variables[name], let place = value.origin.place,
        !place.path.hasPrefix(Self.folder)
      else { continue }
      settings.append(Setting(name: name, text: value.text, place: place, file: nil))
    }
    let paths = capture.entries.keys.filter { $0.hasPrefix(Self.folder) }.sorted()
    let sourced =
      paths.isEmpty ? [] : forecast.files.shell.filter { $0.file.path.hasPrefix(Self.folder) }
    let scripts = Dictionary(sourced.map { ($0.file.path, $0.script) }, uniquingKeysWith: { $1 })
    for path in paths {
      guard case .file(let file)? = capture.entries[path] else { continue }
      let name = String(path.dropFirst(Self.folder.count))
      files.append((name, path))
      read(scripts[path] ?? parseShell(file.bytes), of: file, name)
    }
    addressLists = settings.compactMap { setting in
      Self.addressList(setting.name).map { ($0.key, $0.number, setting) }
    }
  }

  private mutating func read(_ script: ShellScript, of file: SourceFile, _ name: String) {
    for node in script.nodes {
      guard case .statement(let statement) = node.kind,
        case .simple(let command) = statement.command
      else { continue }
      for assignment in command.assignments + command.declared {
        let parts = assignment.value.parts.compactMap(\.constant)
        guard parts.count == assignment.value.parts.count else { continue }
        settings.append(
          Setting(
            name: assignment.name, text: parts.joined(),
            place: Place(path: file.path, span: assignment.value.span), file: name))
      }
    }
  }

  /// How rc.d/jail spells a jail's name in variables: everything but letters and digits is `_`.
  static func key(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        switch byte {
        case 48...57, 65...90, 97...122: byte
        default: UInt8(ascii: "_")
        }
      }, as: UTF8.self)
  }

  /// The jail's key in the name of a list of addresses, and the list's number unless it is the first.
  private static func addressList(_ name: String) -> (key: String, number: Int?)? {
    guard name.contains("_ip") else { return nil }
    let inner = name.dropFirst(5)
    if inner.hasSuffix("_ip") { return (String(inner.dropLast(3)), nil) }
    let digits = inner.utf8.reversed().prefix { (48...57).contains($0) }.count
    let stem = inner.dropLast(digits)
    guard stem.hasSuffix("_ip_multi"), let number = Int(inner.suffix(digits)) else { return nil }
    return (String(stem.dropLast(9)), number)
  }
}
