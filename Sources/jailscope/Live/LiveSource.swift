import HostAccess
import HostModel
import LiveState
import SourceText

/// Where it is learned what the running host says of itself.
enum LiveSource: Sendable {
  /// Nowhere: only the files count.
  case none
  /// From outputs that were saved in a directory.
  case saved(String)
  /// From programs: those of the base system, or those of the same names in a directory.
  case commands(folder: String?)

  /// For the host below a root: its own programs where it is the host at hand and FreeBSD's.
  static func atHand(_ root: String) -> LiveSource {
    #if os(FreeBSD)
      root == "/" ? .commands(folder: nil) : .none
    #else
      .none
    #endif
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
    switch self {
    case .none: return { nil }
    case .saved(let folder):
      let host = try Self.read(folder)
      return { host }
    case .commands(let folder):
      let errand = Errand { Self.ask(folder) }
      return { errand.result() }
    }
  }

  private static func read(_ folder: String) throws(HostAccessError) -> LiveHost {
    var outputs: [LiveOutput: [UInt8]] = [:]
    var missing: [LiveProblem] = []
    for output in LiveOutput.allCases {
      switch ownFileEntry("\(folder)/\(output.rawValue)") {
      case .file(let file): outputs[output] = file.bytes
      case .unreadable(let reason):
        missing.append(LiveProblem(output: output.rawValue, message: reason))
      case .missing, .directory: break
      }
    }
    guard !outputs.isEmpty || !missing.isEmpty else {
      let names = LiveOutput.allCases.map(\.rawValue).joined(separator: ", ")
      throw .cannotRead(path: folder, reason: "none of \(names) is there")
    }
    return LiveHost(outputs, missing: missing)
  }

  private static func ask(_ folder: String?) -> LiveHost {
    var asked: [LiveOutput] = []
    var calls: [ProgramCall] = []
    for output in LiveOutput.allCases {
      guard let (path, arguments) = output.command else { continue }
      let name = path.split(separator: "/").last ?? ""
      asked.append(output)
      calls.append(ProgramCall(path: folder.map { "\($0)/\(name)" } ?? path, arguments: arguments))
    }
    var outputs: [LiveOutput: [UInt8]] = [:]
    var missing: [LiveProblem] = []
    for (output, answer) in zip(asked, HostAccess.ask(calls)) {
      if let failure = answer.failure {
        missing.append(LiveProblem(output: output.program, message: failure))
      }
      // a host without jails prints nothing; a program that fails may have printed a part
      if answer.failure == nil || !answer.output.isEmpty { outputs[output] = answer.output }
    }
    return LiveHost(outputs, missing: missing, name: \.program)
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
