import HostAccess
import Reports
import SourceText

/// The glance, again whenever files of the host change: `jailscope status --watch`.
///
/// A terminal shows the last one; elsewhere each change is a line. Between changes nothing is sent and
/// nothing is done.
struct WatchedStatus: ~Copyable {
  /// An editor needs a moment to write a file.
  private static let pause = 50

  private let options: HostOptions
  private let vigil: Vigil
  private let repaints: Bool
  private var report = ""
  private var status = Verdict.unknown.exitCode

  init(_ options: HostOptions) throws(HostAccessError) {
    self.options = options
    vigil = try Vigil()
    repaints = Output.isTerminal && environment("TERM") != "dumb"
  }

  /// Goes on until the program is to end; the exit status is that of the last verdict.
  consuming func run() throws -> Never {
    var watch = try look()
    while vigil.waits(for: watch.descriptor, milliseconds: watch.interval) {
      if watch.descriptor != nil, !vigil.waits(for: nil, milliseconds: Self.pause) { break }
      if !watch.changes().isEmpty { watch = try look() }
    }
    endProcess(status)
  }

  /// Reads the host, shows what is new, and watches what was read.
  private mutating func look() throws -> FileWatch {
    let host = try options.read()
    show(host)
    return host.watch(isDemo: options.demo)
  }

  private mutating func show(_ host: ReadHost) {
    let assessment = host.assessment
    let text = statusReport(assessment, style: Output.style)
    status = assessment.verdict.exitCode
    guard text != report else { return }
    report = text
    guard repaints else {
      let line = onelineReport([host.checked(withFixes: false)], style: .plain)
      return send("\(Moment.now.timeOfDay) \(line)")
    }
    send("\u{1b}[H\u{1b}[2J\(text)")
  }

  private func send(_ text: String) {
    do throws(HostAccessError) {
      guard try OutputStream.standardOutput.write(Array(text.utf8)) == .readerLeft else { return }
      endProcess(status)
    } catch {
      Output.complain(error.message)
      endProcess(70)
    }
  }
}
