import HostAccess
import HostModel
import LiveApply
import Reports
import Rules
import SourceText

/// The glance, again whenever files of the host change: `jailscope status --watch`.
///
/// A terminal shows the last one; elsewhere each change is a line. Between changes nothing is sent and
/// nothing is done.
struct WatchedStatus: ~Copyable {
  /// An editor needs a moment to write a file.
  private static let pause = 50
  /// How often the running host is asked, in milliseconds.
  private static let calm = 5000
  /// How often a change of it that waits is asked for, in milliseconds.
  private static let second = 1000

  private let options: HostOptions
  private let place: any HostSource
  private let vigil: Vigil
  private let repaints: Bool
  private let source: LiveSource
  /// What was told last.
  private var report = ""
  private var live: LiveHost?
  /// A change of the running host that is not over.
  private var change: LiveChange?
  private var status = Verdict.unknown.exitCode

  init(_ options: HostOptions, of place: any HostSource) throws(HostAccessError) {
    self.options = options
    self.place = place
    source = options.liveSource
    vigil = try Vigil()
    repaints = Output.isTerminal && environment("TERM") != "dumb"
  }

  /// Goes on until the program is to end; the exit status is that of the last verdict.
  consuming func run() throws -> Never {
    var watch = try look()
    var settings = OwnSettings.watch(at: options.settingsPath)
    while true {
      let notices = [watch.descriptor, settings.descriptor].compactMap { $0 }
      // the running host gives no notice
      let calm = source.isAsked || isElsewhere ? Self.calm : nil
      let times = [watch.interval, settings.interval, isWaited ? Self.second : calm]
      guard vigil.waits(for: notices, milliseconds: times.compactMap { $0 }.min()),
        notices.isEmpty || vigil.waits(for: [], milliseconds: Self.pause)
      else { endProcess(status) }
      let isNew = !settings.changes().isEmpty
      if !watch.changes().isEmpty || isNew || hasMoved { watch = try look() }
    }
  }

  /// A change of the running host waits for somebody.
  private var isWaited: Bool { change?.isPending == true }

  /// It is on another machine, whose files give no notice either.
  private var isElsewhere: Bool { options.destination != nil }

  /// Whether the running host is not as it was; what can't be asked for the moment counts as before.
  private var hasMoved: Bool {
    if isWaited { return true }
    // what is elsewhere is simply read again
    if isElsewhere { return true }
    guard source.isAsked, let ask = try? source.begin() else { return false }
    return ask() != live
  }

  /// Reads the host, shows what is new, and watches what was read.
  private mutating func look() throws -> FileWatch {
    let inquiry = try options.inquiry()
    let host = try inquiry.readOnly(place)
    live = host.analysis.forecast.facts.live
    let guardian = LiveGuard(place, inquiry)
    change = guardian?.pending()
    show(host)
    return host.watch(and: guardian?.signs ?? [])
  }

  private mutating func show(_ host: ReadHost) {
    let assessment = host.assessment
    status = StatusCommand.status(assessment, change)
    // a terminal counts down, elsewhere each state is a line
    let text =
      repaints
      ? statusReport(assessment, change: change, style: Output.style)
      : statusReport(assessment, style: .plain) + (change?.state.rawValue ?? "")
    guard text != report else { return }
    report = text
    guard repaints else {
      let line = onelineReport([host.checked(withFixes: false)], change: change, style: .plain)
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
