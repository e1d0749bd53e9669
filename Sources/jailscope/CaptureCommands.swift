import ArgumentParser
import Captures
import HostAccess
import HostModel
import Phrases
import Redaction
import SourceText

/// The command `jailscope capture`.
struct CaptureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: spoken("Write down all that is read of a host, for --capture."),
    discussion: spoken(
      """
      A capture is a text of printable ASCII. It holds what the files of settings hold, passwords \
      too: --redact makes one that can be shown to others.
      """))

  @Argument(help: .spoken("The host to look at through ssh, as with --host."))
  var destination: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(spoken("Write to this file, not to standard output."), valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      spoken(
        "Write the host's files into this new directory instead, for --root: a copy to try changes on."
      ),
      valueName: "dir"))
  var files: String?

  @Flag(
    help: .spoken("Put other names and addresses in the place of the host's, and take secrets out.")
  )
  var redact = false

  @OptionGroup var host: HostOptions

  func validate() throws {
    if output != nil, files != nil {
      throw ValidationError(spoken("-o and --files exclude each other"))
    }
  }

  func run() throws {
    // a capture, and the reasons in it, are read by others
    Language.speak(.english)
    let host = try host.at(destination)
    let inquiry = try host.inquiry()
    var captured: CapturedHost
    do throws(HostAccessError) {
      captured = try host.captured(inquiry)
      if redact { captured = try captured.redacted(inquiry) }
    } catch {
      Output.complain(error.message)
      throw ExitCode(3)
    }
    do throws(HostAccessError) {
      if let files {
        try writeOwnFolder(files, captured.files)
      } else if let output {
        try writeOwnFile(output, captured.document)
      } else {
        Output.end(captured.document, status: 0)
      }
    } catch {
      Output.complain(error.message)
      throw ExitCode(74)
    }
  }
}

extension HostOptions {
  /// The host as a capture: one that is there, or one that is taken.
  fileprivate func captured(_ inquiry: Inquiry) throws(HostAccessError) -> CapturedHost {
    let source = try which.readSource()
    if let captured = source as? CaptureSource { return captured.host }
    if let remote = source as? RemoteHost { return try remote.captured(inquiry) }
    let isHere = which.root == nil && !which.demo
    let connection = isHere ? environment("SSH_CONNECTION") : nil
    return try CapturedHost(of: source, inquiry, connection: connection)
  }
}

extension CapturedHost {
  /// What was read of files, by path.
  fileprivate var files: [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      if case .file(let file) = entry { files.append((path, file.bytes)) }
    }
    return files
  }

  /// The same without what tells whose it is.
  fileprivate func redacted(_ inquiry: Inquiry) throws(HostAccessError) -> CapturedHost {
    let forecast = try Inspection.of(
      CaptureSource(self, named: ""), facts: inquiry.facts, release: inquiry.release,
      live: .captured
    ).forecast
    let definitions = forecast.jails.compactMap(\.definition) + forecast.namesakes
    let hosts =
      definitions.compactMap { $0.text(.hostname) }
      + (forecast.facts.live?.jails ?? []).compactMap(\.hostName) + [forecast.hostName ?? ""]
    let running = (forecast.facts.live?.jails ?? []).compactMap(\.name)
    return redacted(
      jails: Set(forecast.jails.map(\.name) + forecast.namesakes.map(\.name) + running),
      hosts: Set(hosts))
  }
}

/// The command `jailscope probe`.
struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: spoken("Print a shell script that prints a capture of the host it runs on."),
    discussion: spoken(
      """
      It needs nothing there but the base system, and writes nothing. What it prints is read by \
      --capture and by fleet.
      """))

  @Flag(
    name: .customLong("one-line"),
    help: .spoken(
      "Print it as one line, which any login shell and ansible's module raw take as a command."))
  var isOneLine = false

  func run() {
    Output.end(isOneLine ? Array("\(Probe.commandLine)\n".utf8) : Probe.script, status: 0)
  }
}
