import ArgumentParser
import ConfigSyntax
import HostAccess
import Phrases
import Rewrite
import SourceText

/// The command `jailscope edit`, by which the rewriting of files is measured beside that of other
/// programs; it is in no list of commands.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: spoken("Set one variable of a file of settings."),
    discussion: spoken(
      """
      exit codes: 0 set, 5 set but not certain to last, 64 usage, 65 refused, 74 I/O error, \
      75 busy or changed meanwhile
      """),
    shouldDisplay: false)

  @Option(help: ArgumentHelp(spoken("Take paths from this directory."), valueName: "dir"))
  var root = "/"

  @Option(help: ArgumentHelp(spoken("Keep the journal in this directory."), valueName: "dir"))
  var state: String?

  @Argument(help: .spoken("The file's path on the host."))
  var file: String

  @Argument(help: .spoken("The variable."))
  var name: String

  @Argument(help: .spoken("The value it is to have."))
  var value: String

  func run() {
    let status = holdingSignals {
      do throws(Failure) {
        return try change()
      } catch {
        Output.complain(error.message)
        return error.status
      }
    }
    endProcess(status)
  }

  /// Why the process ends with a status other than 0.
  private struct Failure: Error {
    let message: String
    let status: Int32
  }

  private func change() throws(Failure) -> Int32 {
    do throws(RewriteFailure) {
      let rewriter = try Rewriter(
        systemFileCalls, root: root, state: state,
        actor: HostWriter.actor(environment("SSH_CONNECTION")),
        checks: RewriteChecks(objection: { _ in nil }, isShellCode: { _ in true }))
      // with the lock in hand only strangers can come between reading and writing
      for _ in 0..<10 {
        let plan = try plan()
        do throws(RewriteFailure) {
          return report(try rewriter.apply(plan))
        } catch {
          guard case .changed = error else { throw error }
        }
      }
      throw .changed(path: file)
    } catch {
      throw Failure(message: error.message, status: error.status)
    }
  }

  /// The change of the file as it is now; its text was read again to see that nothing else changes.
  private func plan() throws(RewriteFailure) -> ChangePlan {
    var capture = HostCapture()
    HostCollector(root: root).collect([file], into: &capture)
    switch capture.entries[file] {
    case .file(let source)?:
      do {
        let digest = Errand { DigestCourse(source.bytes) }
        let edits = try ShellSettings(source.bytes).set(name, to: value, over: .computed)
        let change = try ChangePlan.File(
          path: file, bytes: source.bytes, edits: edits, digest: digest.result())
        return ChangePlan(reasons: ["Set \(name)"], files: [change])
      } catch let refusal as EditRefusal {
        throw .refused(path: file, reason: refusal.reason)
      } catch {
        throw .refused(path: file, reason: spoken("the edit doesn't fit it"))
      }
    case .unreadable(let reason)?: throw .refused(path: file, reason: reason)
    case .directory?: throw .refused(path: file, reason: spoken("is a directory"))
    case .missing?, nil: throw .refused(path: file, reason: spoken("no such file"))
    }
  }

  private func report(_ result: Rewritten) -> Int32 {
    for (path, name) in result.late.sorted(by: { $0.key < $1.key }) {
      Output.complain(
        spoken("another program wrote to \(path) meanwhile; its version is in the journal: \(name)")
      )
    }
    if let doubt = result.doubt {
      Output.complain(spoken("\(file) is changed, but not certain to last: \(doubt)"))
    }
    return result.doubt != nil || !result.late.isEmpty ? 5 : 0
  }
}

extension RewriteFailure {
  /// The exit status by sysexits(3).
  fileprivate var status: Int32 {
    switch self {
    case .refused: 65
    case .failed, .unsettled, .lost: 74
    case .busy, .changed: 75
    }
  }
}
