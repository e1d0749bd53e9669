import HostAccess
import Rules
import SourceText

/// The settings of the one who asks, which count for every host.
struct OwnSettings {
  /// The file's path on this machine; nil when there is none.
  let path: String?
  /// What stands there.
  let entry: HostCapture.Entry

  /// No settings, so that what the demo host shows is the same everywhere.
  static let none = OwnSettings(path: nil, entry: .missing)

  /// The file that was asked for, which has to be readable.
  static func file(_ path: String) throws(HostAccessError) -> OwnSettings {
    let file = SourceFile(path: path, bytes: try readOwnFile(path))
    return OwnSettings(path: path, entry: .file(file))
  }

  /// The file in the usual place, which need not be there: by the XDG base directories.
  static func usual() -> OwnSettings {
    guard let path = usualPath else { return none }
    let entry = ownFileEntry(path)
    if case .missing = entry { return none }
    return OwnSettings(path: path, entry: entry)
  }

  /// What notices that the file at a path of this machine changes, comes or goes.
  static func watch(at path: String?) -> FileWatch {
    let isAbsolute = path?.hasPrefix("/") == true
    return FileWatch(
      root: isAbsolute ? "/" : ".", paths: path.map { [isAbsolute ? $0 : "/\($0)"] } ?? [])
  }

  /// Where the file usually is.
  static var usualPath: String? { folder.map { "\($0)/jailscope.toml" } }

  /// The folder of all settings of one's own, by the XDG base directories.
  static var folder: String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return "\(folder)/jailscope"
    }
    return environment("HOME").map { "\($0)/.config/jailscope" }
  }

  /// What is said there.
  var settings: Settings {
    guard let path else { return Settings() }
    return Settings(HostCapture(entries: [path: entry]), paths: [path])
  }

  /// A place there, short enough to be followed by what is wrong there: `jailscope.toml:7`.
  func name(of place: Place?) -> String {
    let name = path?.split(separator: "/").last.map(String.init) ?? ""
    guard case .file(let file) = entry, let place else { return name }
    return "\(name):\(LineIndex(file.bytes).line(at: place.span.lower))"
  }
}
