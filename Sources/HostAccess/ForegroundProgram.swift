import SystemPackage

/// How a program that was run ended.
package enum ProgramEnd: Sendable, Equatable {
  /// By itself, with a status from 0 to 255.
  case exited(Int32)
  /// By a signal.
  case signalled(Int32)

  /// Reads wait(2)'s status, which is the same on both systems: the signal in the low seven bits,
  /// the exit status above the low byte.
  init(status: Int32) {
    self = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .signalled(status & 0x7f)
  }
}

/// Runs a program at the terminal, which has to be given back before, and waits for its end.
///
/// It belongs to this program's process group: Ctrl-Z in it stops both.
///
/// - Parameter words: the program, looked up in PATH, and its arguments.
package func runInForeground(_ words: [String]) throws(HostAccessError) -> ProgramEnd {
  do throws(Errno) {
    return ProgramEnd(status: try SystemCalls.wait(for: SystemCalls.spawn(words)))
  } catch {
    throw .cannotRun(program: words.first ?? "", reason: error.reason)
  }
}

/// The words that open a file in the editor of VISUAL or EDITOR, else vi(1), with the cursor on a line
/// counted from 1.
///
/// As git(1) and others do it, the variable is the shell's to read, so it may hold options and quotes.
package func editorCommand(path: String, line: Int) -> [String] {
  [
    "/bin/sh", "-c", #"eval "exec ${VISUAL:-${EDITOR:-vi}} \"\$@\"""#, "sh", "+\(max(line, 1))",
    path,
  ]
}
