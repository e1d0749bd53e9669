package import ConfigSyntax
package import SourceText

/// A file of shell code that the boot sources.
package struct ShellFile: Sendable {
  /// Its path and bytes.
  package let file: SourceFile
  /// What stands in it.
  package let script: ShellScript
}

/// A file of jail.conf(5) that was read.
package struct JailConfSource: Sendable {
  /// Its path and bytes.
  package let file: SourceFile
  /// What stands in it.
  package let tree: JailConfFile
  /// The boot itself reads it; else it was read only to see which jails it defines.
  package let isRead: Bool
}

/// A complaint of jail(8) about a whole file, which keeps all its jails from being started.
package struct JailFileProblem: Sendable {
  /// What jail(8) prints behind `jail: `.
  package let message: String
  /// The file that can't be read or parsed.
  package let path: String
  /// What can't be parsed, or the name of a file that is missing; nil when the file as a whole is
  /// meant.
  package let place: Place?
  /// The boot meets it; else the file was read only to see which jails it defines.
  package let isRead: Bool
}

/// The files that configure the host, parsed, in the order in which they were first read.
package struct ConfigurationFiles: Sendable {
  /// Shell code: the rc.conf family, ezjail's files.
  package private(set) var shell: [ShellFile] = []
  /// Files of jails.
  package private(set) var jailConf: [JailConfSource] = []
  /// What jail(8) complains about, in its order.
  package private(set) var problems: [JailFileProblem] = []
  private var paths: Set<String> = []

  mutating func add(_ file: ShellFile) {
    if paths.insert(file.file.path).inserted { shell.append(file) }
  }

  mutating func add(_ source: JailConfSource) {
    if paths.insert(source.file.path).inserted { jailConf.append(source) }
  }

  mutating func add(_ problem: JailFileProblem) {
    if !problems.contains(where: { $0.message == problem.message }) { problems.append(problem) }
  }
}
