import ArgumentParser
import HostAccess
import HostModel
import Phrases
import Reports

/// The form in which findings are printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, gcc, json, sarif, junit
}

/// The command `jailscope check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: spoken("List all findings, as a compiler does, of one host or many."))

  @Argument(
    help: .spoken("Directories with the files of a host each; without any the host at hand."),
    completion: .directory)
  var roots: [String] = []

  @Option(help: .spoken("Print text, gcc, json, sarif or junit."))
  var format: CheckFormat?

  @Flag(help: .spoken("Print the verdict and the counts on one line, for prompts and status bars."))
  var oneline = false

  @Flag(help: .spoken("List the findings, too, that are silenced."))
  var silenced = false

  @Flag(
    help:
      .spoken(
        "Tell in json and sarif how each finding can be mended; every way is tried, which takes time."
      )
  )
  var fixes = false

  @OptionGroup var host: HostOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !roots.isEmpty, host.root != nil || host.destination != nil || host.demo {
      throw ValidationError(spoken("directories go with neither --root nor --host nor demo"))
    }
    if !roots.isEmpty, host.live != nil || host.liveCommands != nil || host.connection != nil {
      throw ValidationError(
        spoken("what one running host says goes with --root, not with directories"))
    }
    if roots.contains("") { throw ValidationError(spoken("a directory needs a name")) }
    if (format != nil && output.json && format != .json)
      || (oneline && (output.json || format != nil))
    {
      throw ValidationError(spoken("--format, --json and --oneline exclude each other"))
    }
    if fixes, !output.json, format != .json, format != .sarif {
      throw ValidationError(spoken("--fixes needs --format json or sarif"))
    }
    if let format, format != .text { Language.speak(.english) }
  }

  func run() throws {
    var inquiry = try host.inquiry()
    inquiry.isForEdits = fixes
    if !roots.isEmpty {
      // directories are of other hosts than the one that runs here
      inquiry.live = .none
      inquiry.facts.connection = nil
    }
    var hosts: [CheckedHost] = []
    var verdicts: [Verdict] = []
    for source in roots.isEmpty ? [try host.source] : roots.map({ LocalHost(root: $0) }) {
      do throws(HostAccessError) {
        hosts.append(try inquiry.read(source).checked(withFixes: fixes))
      } catch {
        // the others are checked all the same
        Output.complain(error.message)
        verdicts.append(.unknown)
      }
    }
    verdicts += hosts.map(\.assessment.verdict)
    let status = Verdict.worst(of: verdicts).exitCode
    guard !hosts.isEmpty else { throw ExitCode(status) }
    Output.end(report(hosts), status: status)
  }

  private func report(_ hosts: [CheckedHost]) -> [UInt8] {
    if oneline { return Array(onelineReport(hosts, style: Output.style).utf8) }
    switch format ?? (output.json ? .json : .text) {
    case .text:
      let text = checkReport(
        hosts, style: Output.style, columns: Output.columns, silenced: silenced)
      return Array(text.utf8)
    case .gcc: return Array(gccReport(hosts, silenced: silenced).utf8)
    case .json: return CheckJSON(hosts).document()
    case .sarif: return CheckSARIF(hosts, version: JailscopeCommand.version).document()
    case .junit: return Array(junitReport(hosts).utf8)
    }
  }
}
