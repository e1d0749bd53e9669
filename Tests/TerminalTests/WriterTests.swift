import Foundation
import Testing

/// What is being written while something happens to the screen.
@Suite(
  .timeLimit(.minutes(15)),
  .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/fd"), "no /proc"))
struct WriterTests {
  /// A host whose journal is locked, so that whoever writes has to wait.
  private struct BusyHost {
    let copy: HostCopy
    let state: String
    private let lock: Int32

    init() throws {
      copy = try HostCopy.demo()
      state = "\(copy.root)/var/db/jailscope"
      try FileManager.default.createDirectory(
        atPath: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      lock = open("\(state)/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    }

    func release() { close(lock) }

    /// The process, other than this one and the screen's, that has the lock's file open.
    func writer(besides screen: pid_t) -> pid_t? {
      let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return processes.compactMap { pid_t($0) }.first { process in
        guard process != screen, process != getpid() else { return false }
        let folder = "/proc/\(process)/fd"
        return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.contains { name in
          (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"))
            == "\(state)/lock"
        } == true
      }
    }

    /// What the journal says became of the changes.
    var outcomes: [String] {
      let journal = "\(state)/journal"
      return ((try? FileManager.default.contentsOfDirectory(atPath: journal)) ?? []).sorted()
        .compactMap { try? String(contentsOfFile: "\(journal)/\($0)/state", encoding: .utf8) }
    }
  }

  /// Has the dashboard begin to write, and gives the number of the process that does.
  private func begin(_ host: BusyHost, _ terminal: PseudoTerminal) throws -> pid_t {
    try #require(terminal.shows("NOT BOOT-SAFE"))
    terminal.send("f")
    try #require(terminal.shows("recommended"), "\(terminal.screen.text)")
    terminal.send("\r")
    try #require(terminal.shows("STAGED 1"), "\(terminal.screen.text)")
    terminal.send("W")
    try #require(terminal.shows("y yes, any other key no"), "\(terminal.screen.text)")
    terminal.send("y")
    var writer: pid_t?
    _ = terminal.wait { terminal in
      writer = host.writer(besides: terminal.process)
      return writer != nil
    }
    return try #require(writer, "\(terminal.screen.text)")
  }

  @Test(arguments: [SIGKILL, SIGSEGV, SIGTERM, SIGHUP])
  func `a change is made whatever becomes of the screen`(_ signal: Int32) throws {
    let host = try BusyHost()
    let before = try host.copy.files
    let terminal = try host.copy.opened()
    let writer = try begin(host, terminal)
    #expect(getsid(writer) == writer)
    kill(terminal.process, signal)
    if [SIGKILL, SIGSEGV].contains(signal) { #expect(terminal.waitForEnd() == .signalled(signal)) }
    if signal == SIGHUP { terminal.hangUp() }
    #expect(try host.copy.files == before)
    host.release()
    #expect(terminal.wait { _ in host.outcomes.first?.contains("DONE") == true })
    #expect(try host.copy.files != before)
    #expect(try host.copy.files.keys.sorted() == before.keys.sorted())
    #expect(terminal.waitForEnd() != nil)
  }

  @Test func `the screen says when the writer was stopped, and nothing is half done`() throws {
    let host = try BusyHost()
    let before = try host.copy.files
    let terminal = try host.copy.opened()
    kill(try begin(host, terminal), SIGKILL)
    #expect(terminal.shows("the writer was stopped"), "\(terminal.screen.text)")
    host.release()
    #expect(try host.copy.files == before)
    terminal.send("W")
    try #require(terminal.shows("y yes, any other key no"), "\(terminal.screen.text)")
    terminal.send("y")
    #expect(terminal.shows("written; "), "\(terminal.screen.text)")
    // what came of one's own writing is no news that takes that away
    terminal.pump(milliseconds: 300)
    terminal.pump(milliseconds: 300)
    #expect(terminal.screen.text.contains("written; "), "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.waitForEnd() != nil)
  }
}
