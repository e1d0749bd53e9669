import ArgumentParser
import HostAccess
import Phrases
import Reports
import Rules

/// The command `jailscope when`.
struct WhenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "when",
    abstract: spoken("Say since when the host is not safe to boot, and which line brought it."),
    discussion: spoken(
      """
      Older states of the host are its ZFS snapshots, or the directories given. They are ordered \
      by the last change of what is read in them.
      """))

  @Argument(
    help: .spoken(
      "Names of rules or jails, or addresses; without any, every error, or else every warning."))
  var words: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      spoken("Compare with the host's older files below these directories, the oldest first."),
      valueName: "dir"),
    completion: .directory)
  var among: [String] = []

  @OptionGroup var host: HostOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if host.demo { throw ValidationError(spoken("the demo host has no past")) }
    if among.contains("") { throw ValidationError(spoken("a directory needs a name")) }
  }

  func run() throws {
    let source = try host.source
    let inquiry = try host.inquiry().ofFilesAlone
    let now = try inquiry.readOnly(source).assessment
    let lookback: Lookback
    do throws(Lookback.Obstacle) {
      lookback = try Lookback(inquiry, of: source, now: now, among: among)
    } catch {
      Output.complain(spoken("cannot look back: \(error.message)\(error.advice)"))
      throw ExitCode(Verdict.unknown.exitCode)
    }
    let isMeant = FindingFilter(words)
    if !words.isEmpty, !now.examination.findings.contains(where: { isMeant($0) }) {
      Output.complain(spoken("nothing is found about \(words.joined(separator: ", "))"))
    }
    let least = now.worstSeverity
    let history = lookback.history { finding in
      isMeant(finding) && (!words.isEmpty || finding.severity >= least)
    } complain: {
      Output.complain($0.message)
    }
    let text = historyReport(history, style: Output.style, columns: Output.columns)
    Output.end(
      output.json ? HistoryJSON(history).document() : Array(text.utf8),
      status: now.verdict.exitCode)
  }
}
