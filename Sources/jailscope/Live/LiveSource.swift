import Captures
import HostAccess
import HostModel
import LiveState
import Phrases
import SourceText

/// Where it is learned what the running host says of itself.
enum LiveSource: Sendable {
  /// Nowhere: only the files count.
  case none
  /// From outputs that were saved in a directory.
  case saved(String)
  /// From what a capture has of it.
  case captured
  /// From answers that were had before.
  case answered([CapturedHost.Output])
  /// From programs: those of the base system, or those of the same names in a directory.
  case commands(folder: String?)

  /// For the host below a root: its own programs where it is the host at hand and FreeBSD's.
  static func atHand(_ root: String) -> LiveSource {
    systemHasJails && root == "/" ? .commands(folder: nil) : .none
  }

  /// Anything is asked at all.
  var isAsked: Bool {
    if case .none = self { return false }
    return true
  }

  /// Begins to ask; the function that is returned waits for the answers.
  ///
  /// - Throws: when a directory of saved outputs has none.
  func begin() throws(HostAccessError) -> () -> LiveHost? {
    let answers = try answers()
    return { answers().map { LiveHost($0) } }
  }

  /// Begins to ask; the function that is returned waits for what is printed, word for word.
  ///
  /// - Throws: when a directory of saved outputs has none.
  func answers() throws(HostAccessError) -> () -> [CapturedHost.Output]? {
    switch self {
    case .none, .captured: return { nil }
    case .answered(let answers): return { answers }
    case .saved(let folder):
      let answers = try Self.read(folder)
      return { answers }
    case .commands(let folder):
      let errand = Errand { Self.ask(folder) }
      return { errand.result() }
    }
  }

  private static func read(_ folder: String) throws(HostAccessError) -> [CapturedHost.Output] {
    var answers: [CapturedHost.Output] = []
    for name in LiveOutput.allCases.map(\.rawValue) {
      switch ownFileEntry("\(folder)/\(name)") {
      case .file(let file):
        answers.append(CapturedHost.Output(name: name, command: name, bytes: file.bytes))
      case .unreadable(let reason):
        answers.append(
          CapturedHost.Output(name: name, command: name, bytes: [], failure: reason))
      case .missing, .directory: break
      }
    }
    guard !answers.isEmpty else {
      let names = LiveOutput.allCases.map(\.rawValue).joined(separator: ", ")
      throw .cannotRead(path: folder, reason: spoken("none of \(names) is there"))
    }
    return answers
  }

  private static func ask(_ folder: String?) -> [CapturedHost.Output] {
    var asked: [LiveOutput] = []
    var calls: [ProgramCall] = []
    for output in LiveOutput.allCases {
      guard let (path, arguments) = output.command else { continue }
      let name = path.split(separator: "/").last ?? ""
      asked.append(output)
      calls.append(ProgramCall(path: folder.map { "\($0)/\(name)" } ?? path, arguments: arguments))
    }
    return zip(asked, HostAccess.ask(calls)).map { output, answer in
      CapturedHost.Output(
        name: output.rawValue, command: output.program, bytes: answer.output,
        failure: answer.failure)
    }
  }
}

extension LiveHost {
  /// Reads what programs printed.
  init(_ answers: [CapturedHost.Output]) {
    var outputs: [LiveOutput: [UInt8]] = [:]
    var missing: [LiveProblem] = []
    var names: [LiveOutput: String] = [:]
    for answer in answers {
      guard let output = LiveOutput(rawValue: answer.name) else { continue }
      names[output] = answer.command
      if let failure = answer.failure {
        missing.append(LiveProblem(output: answer.command, message: failure))
      }
      // a host without jails prints nothing; a program that fails may have printed a part
      if answer.failure == nil || !answer.bytes.isEmpty { outputs[output] = answer.bytes }
    }
    self.init(outputs, missing: missing) { names[$0] ?? $0.rawValue }
  }
}

extension LiveOutput {
  /// What prints it, for people: `jls -dnq`.
  fileprivate var program: String {
    guard let (path, arguments) = command else { return rawValue }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ([name] + arguments.prefix(1)).joined(separator: " ")
  }
}
