import ArgumentParser
import HostAccess
import Reports
import Rules
import SourceText

/// The command `jailscope when`.
struct WhenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "when",
    abstract: "Say since when the host is not safe to boot, and which line brought it.",
    discussion: """
      Older states of the host are its ZFS snapshots, or the directories given. They are ordered \
      by the last change of what is read in them.
      """)

  @Argument(
    help: "Names of rules or jails, or addresses; without any, every error, or else every warning.")
  var words: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Compare with the host's older files below these directories, the oldest first.",
      valueName: "dir"),
    completion: .directory)
  var among: [String] = []

  @OptionGroup var host: HostOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if host.demo { throw ValidationError("the demo host has no past") }
    if among.contains("") { throw ValidationError("a directory needs a name") }
  }

  func run() throws {
    let root = host.root ?? "/"
    var inquiry = try host.inquiry()
    // the past has files alone
    inquiry.live = .none
    let now = try inquiry.readOnly(root: root).assessment
    let states = among.isEmpty ? snapshots(of: root, now.capture) : among.map { ($0, $0) }
    guard !states.isEmpty else {
      Output.complain(
        "cannot look back: no snapshots in \(HostCollector.snapshotFolder(of: root)); "
          + "name older states with --among")
      throw ExitCode(Verdict.unknown.exitCode)
    }
    let isMeant = FindingFilter(words)
    let least = now.worstSeverity
    var history = HostHistory(HistoricHost(name: "now", now)) { finding in
      isMeant(finding) && (!words.isEmpty || finding.severity >= least)
    }
    for (name, root) in states.reversed() {
      do throws(HostAccessError) {
        history.add(HistoricHost(name: name, try inquiry.read(root: root).assessment))
      } catch {
        // the others tell the same story with a gap in it
        Output.complain(error.message)
      }
    }
    let text = historyReport(history, style: Output.style, columns: Output.columns)
    Output.end(
      output.json ? HistoryJSON(history).document() : Array(text.utf8),
      status: now.verdict.exitCode)
  }

  /// The names and roots of snapshots, the oldest first.
  private func snapshots(of root: String, _ now: HostCapture) -> [(name: String, root: String)] {
    HostCollector.snapshots(of: root, orderedBy: ["/etc"] + now.entries.keys)
  }
}
