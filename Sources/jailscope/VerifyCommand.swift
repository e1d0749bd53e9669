import ArgumentParser
import HostAccess
import HostModel
import LiveState
import Phrases
import Reports
import Rules
import SourceText

/// The command `jailscope verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: spoken("Compare the forecast with what the last boot did."),
    discussion: spoken(
      """
      The last boot is told by /var/log/console.log, /var/log/messages or /var/run/dmesg.boot, \
      whichever has what rc(8) printed, and by the running host.

      exit codes: 0 all agrees, 1 all that is told agrees, 2 something differs, 3 nothing is told
      """))

  @Option(
    help: ArgumentHelp(
      spoken("Take what the boot printed from this file of this machine."), valueName: "file"),
    completion: .file())
  var console: String?

  @OptionGroup var host: HostOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let read = try host.read()
    let forecast = read.analysis.forecast
    let agreement = BootAgreement(forecast, log: try log(read.source))
    let status = VerifyOutcome(agreement).exitCode
    guard output.json else {
      Output.end(
        verifyReport(agreement, forecast, style: Output.style, columns: Output.columns),
        status: status)
    }
    Output.end(VerifyJSON(agreement, forecast).document(), status: status)
  }

  /// Where the host may have kept what a boot printed, the fullest first.
  private static let paths = ["/var/log/console.log", "/var/log/messages", "/var/run/dmesg.boot"]

  private func log(_ source: any HostSource) throws -> BootLog? {
    if let console {
      do throws(HostAccessError) {
        return parseBootLog(try readOwnFile(console), path: console)
      } catch {
        throw ValidationError(error.message)
      }
    }
    var capture = HostCapture()
    source.collect(Self.paths, inJailAt: nil, into: &capture)
    for path in Self.paths {
      guard case .file(let file)? = capture.entries[path] else { continue }
      let log = parseBootLog(file.bytes, path: path)
      if log.tellsOfServices { return log }
    }
    return nil
  }
}
