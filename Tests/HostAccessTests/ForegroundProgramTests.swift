import HostAccess
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Programs that are run at the terminal.
struct ForegroundProgramTests {
  @Test func `the end of a program is told`() throws {
    #expect(try runInForeground(["sh", "-c", "exit 3"]) == .exited(3))
    #expect(try runInForeground(["/bin/sh", "-c", "kill -TERM $$"]) == .signalled(SIGTERM))
  }

  @Test func `a program that is not there is named`() throws {
    let error = #expect(throws: HostAccessError.self) {
      try runInForeground(["/nonexistent/editor"])
    }
    #expect(error?.message == "cannot run /nonexistent/editor: no such file or directory")
  }

  @Test func `an editor's variable may hold options and quotes`() throws {
    let root = try TemporaryRoot()
    let command = editorCommand(path: "/etc/a b$c", line: 12)
    let words = "printf '%s\\n' 'one two' \"$@\" > \(root.path)/words; : "
    let end = try runInForeground(
      ["env", "VISUAL=sh -c '\(words.replacing("'", with: #"'"'"'"#))' sh"] + command)
    #expect(end == .exited(0))
    #expect(try readOwnFile(root.path + "/words") == Array("one two\n+12\n/etc/a b$c\n".utf8))
  }
}
