/// A file system that jail(8) mounts by itself (command.c, run_command).
enum OwnFileSystem: String, Sendable, CaseIterable {
  case devfs, fdescfs, procfs

  /// The parameter that asks for it.
  var parameter: ParameterID {
    switch self {
    case .devfs: .devfs
    case .fdescfs: .fdescfs
    case .procfs: .procfs
    }
  }

  /// Where it is mounted in a jail.
  func target(_ root: String) -> String {
    switch self {
    case .devfs: root + "/dev"
    case .fdescfs: root + "/dev/fd"
    case .procfs: root + "/proc"
    }
  }

  /// What mounts it.
  static let program = "/sbin/mount"

  /// The command that mounts it.
  ///
  /// - Parameter ruleset: the rules of devfs(8), when the jail has some of its own.
  func mount(_ root: String, _ ruleset: String?) -> [String] {
    let options = self == .devfs ? ["-oruleset=\(ruleset ?? "4")"] : []
    return [Self.program, "-t", rawValue] + options + [".", target(root)]
  }
}
