import ConfigSyntax
import SourceText

@testable import HostModel

/// A host with some files and no programs but `known`, which succeeds.
struct ShellTestHost: ShellHost {
  let script: String
  var capture: HostCapture
  private(set) var runs: [[String]] = []

  mutating func run(_ argv: [String], at place: Place?) -> ShellReply? {
    runs.append(argv)
    return argv[0] == "known" ? ShellReply(status: 0, output: "output\n") : nil
  }

  mutating func entry(at path: String) -> HostCapture.Entry? { capture.entry(at: path) }

  mutating func note(_ file: SourceFile, _ script: ShellScript) {}

  init(script: String, files: [String: HostCapture.Entry]) {
    self.script = script
    capture = HostCapture(entries: files)
  }
}

/// Runs a script as the host's `/etc/rc.conf`.
func run(
  _ script: String, _ files: [String: HostCapture.Entry] = [:]
) -> ShellEvaluator<ShellTestHost> {
  var shell = ShellEvaluator(host: ShellTestHost(script: script, files: files))
  let bytes = Array(script.utf8)
  _ = shell.source(SourceFile(path: "/etc/rc.conf", bytes: bytes), script: parseShell(bytes))
  return shell
}

/// Runs a script on a host with text files.
func run(_ script: String, _ texts: [String: String]) -> ShellEvaluator<ShellTestHost> {
  run(
    script,
    Dictionary(
      uniqueKeysWithValues: texts.map { path, text in
        (path, .file(SourceFile(path: path, bytes: Array(text.utf8))))
      }))
}
