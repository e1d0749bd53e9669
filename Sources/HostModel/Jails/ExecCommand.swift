import ConfigSyntax
import SourceText

/// A command line of an `exec.*` parameter, as jail(8) runs it (command.c, run_command).
struct ExecCommand: Sendable {
  /// The words: split at blanks, or handed to sh(1) when a character asks for it.
  let argv: [String]
  /// Left running behind jail(8)'s back, which takes it for done at once.
  let runsInBackground: Bool
  /// The exit status inside a jail, where it can be told.
  let statusInside: Int?

  init(_ line: String) {
    let view = line.utf8
    let bytes = view.span
    guard bytes.contains(anyOf: Self.special) else {
      argv = Self.words(bytes)
      runsInBackground = false
      statusInside = Self.statusInside(argv)
      return
    }
    let front = bytes.extracting(..<(bytes.count - 1))
    runsInBackground =
      bytes[bytes.count - 1] == UInt8(ascii: "&") && !front.contains(anyOf: Self.special)
    argv = runsInBackground ? Self.words(front) : ["/bin/sh", "-c", line]
    statusInside = runsInBackground ? 0 : Self.statusInside(argv)
  }

  /// What asks for sh(1).
  private static let special = ShellByteSet("!\"$&'()*;<>?[\\]`{|}~")

  private static func words(_ bytes: Span<UInt8>) -> [String] {
    var words: [String] = []
    var start = 0
    for index in 0...bytes.count
    where index == bytes.count || bytes[index] == UInt8(ascii: " ")
      || (9...13).contains(bytes[index])
    {
      if index > start { words.append(bytes.extracting(start..<index).text) }
      start = index + 1
    }
    return words
  }

  /// The exit status of a command inside a jail, where it can be told.
  static func statusInside(_ argv: [String]) -> Int? {
    if argv == ["/bin/sh", "/etc/rc"] { return 0 }
    switch argv.first?.split(separator: "/").last {
    case "true", "sleep", "echo": return 0
    case "false": return 1
    case "sh" where argv.count == 3 && argv[1] == "-c" && argv[2].hasPrefix("exit "):
      return Int(argv[2].dropFirst(5)).map { $0 & 0xff }
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
    switch argv.first?.split(separator: "/").last {
    case "true", "echo", "sleep", "logger": return 0
    // as the mounts that jail(8) makes itself
    case "mount", "umount", "zfs", "mkdir": return 0
    case "false": return 1
    default: break
    }
    let before = host.steps.count
    guard let reply = host.run(argv, at: nil) else { return nil }
    for step in host.steps[before...] where !step.isSilent { console.line(step.message) }
    console.write(reply.output)
    return reply.status
  }

  private mutating func runShell(_ line: String) -> Int? {
    var shell = ShellEvaluator(host: host.handOver())
    let bytes = Array(line.utf8)
    _ = shell.source(SourceFile(path: "/bin/sh", bytes: bytes), script: parseShell(bytes))
    host = shell.host
    console.append(shell.console)
    return shell.unknowns.isEmpty ? shell.status : nil
  }
}
