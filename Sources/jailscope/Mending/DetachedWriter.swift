import HostAccess
import Phrases
import Rewrite
import Rules
import SourceText

/// Has a process of its own change files of a host, and says what became of it.
struct DetachedWriter {
  let host: ReadHost
  /// Where the journal is, when not in the host's usual place.
  let state: String?

  /// Makes the changes of a plan, if the files don't get worse by it.
  func write(_ plan: ChangePlan) -> WriterAnswer {
    var files: [String: [UInt8]] = [:]
    for file in plan.files {
      guard case .file(let present)? = host.analysis.capture.entries[file.path],
        let bytes = file.applied(to: present.bytes)
      else { return WriterAnswer(.changed(path: file.path)) }
      files[file.path] = bytes
    }
    let writer = HostWriter(host: host, state: state)
    if let reason = writer.objection(files), let path = plan.files.first?.path {
      return WriterAnswer(.refused(path: path, reason: reason))
    }
    let shell = files.keys.filter(writer.shellFiles.contains).sorted()
    return answer(shell.flatMap { ["--shell", $0] }, input: plan.document)
  }

  /// Takes a change back.
  func undo(_ entry: String) -> WriterAnswer { answer(["--undo", entry], input: []) }

  private func answer(_ words: [String], input: [UInt8]) -> WriterAnswer {
    var arguments = ["write", "--root", host.root]
    if let state { arguments += ["--state", state] }
    do throws(HostAccessError) {
      let (_, output) = try runOneself(arguments + words, input: input)
      return WriterAnswer(output)
        ?? WriterAnswer(
          failure: spoken("the writer was stopped; the next change settles what it left"))
    } catch {
      return WriterAnswer(failure: error.message)
    }
  }
}
