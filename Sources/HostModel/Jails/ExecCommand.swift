import ConfigSyntax
import SourceText

/// A command line of an `exec.*` parameter, as jail(8) runs it (command.c, run_command).
struct ExecCommand {
  /// The words: split at blanks, or handed to sh(1) when a character asks for it.
  let argv: [String]

  init(_ line: String) {
    let special = Set("!\"$&'()*;<>?[\\]`{|}~".utf8)
    if let first = line.utf8.firstIndex(where: { special.contains($0) }) {
      let isLast = line.utf8.index(after: first) == line.endIndex
      if !(isLast && line.utf8[first] == UInt8(ascii: "&")) {
        argv = ["/bin/sh", "-c", line]
        return
      }
      argv = Self.words(line[..<first])
      return
    }
    argv = Self.words(line[...])
  }

  private static func words(_ text: Substring) -> [String] {
    text.split { $0 == " " || $0.isNewline || $0 == "\t" || $0 == "\u{0B}" || $0 == "\u{0C}" }
      .map(String.init)
  }

  /// The exit status of a command inside a jail, where it can be told.
  static func statusInside(_ argv: [String]) -> Int? {
    if argv == ["/bin/sh", "/etc/rc"] { return 0 }
    switch argv[0].split(separator: "/").last ?? "" {
    case "true", "sleep", "echo": return 0
    case "false": return 1
    case "sh" where argv.count == 3 && argv[1] == "-c" && argv[2].hasPrefix("exit "):
      return Int(argv[2].dropFirst(5))
    default: return nil
    }
  }
}

/// Runs a command of the host on the modelled system.
struct ExecRunner {
  var host: BootHost
  private(set) var console = ConsoleLog()

  init(host: BootHost) {
    self.host = host
  }

  /// - Returns: the exit status; nil when it can't be told.
  mutating func run(_ argv: [String]) -> Int? {
    if argv.count == 3, argv[0] == "/bin/sh", argv[1] == "-c" { return runShell(argv[2]) }
    switch argv[0].split(separator: "/").last ?? "" {
    case "true", "echo", "sleep", "logger": return 0
    case "false": return 1
    default: break
    }
    let before = host.steps.count
    guard let reply = host.run(argv, at: nil) else { return nil }
    for step in host.steps[before...] where !step.message.isEmpty { console.line(step.message) }
    return reply.status
  }

  private mutating func runShell(_ line: String) -> Int? {
    var shell = ShellEvaluator(host: host)
    let bytes = Array(line.utf8)
    _ = shell.source(SourceFile(path: "/bin/sh", bytes: bytes), script: parseShell(bytes))
    host = shell.host
    console.append(shell.console)
    return shell.unknowns.isEmpty ? shell.status : nil
  }
}
