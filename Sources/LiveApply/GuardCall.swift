/// A call of the guard on the host, as text for its sh(1).
package struct GuardCall: Sendable {
  /// Where the guard works.
  package struct Place: Sendable {
    /// What stands in front of paths of the host; empty for the host itself.
    let root: String
    /// Programs that stand in for those of the base system; nil for none.
    let programs: String?

    /// - Parameters:
    ///   - root: the host's root directory.
    ///   - programs: a directory with programs that stand in for those of the base system.
    package init(root: String = "/", programs: String? = nil) {
      self.root = root == "/" ? "" : root
      self.programs = programs
    }

    /// Where it keeps the changes; what is there is gone after a boot (rc.d/cleanvar).
    package var folder: String { "\(root)/var/run/jailscope" }

    /// Files of which one is there while a change is pending or could not be taken back.
    package var signs: [String] { ["busy", "trouble"].map { "\(folder)/\($0)" } }
  }

  /// What is asked of it.
  package enum Verb: Sendable {
    /// Starts both guards, which wait `patience` seconds for go; the plan has to be on standard input.
    case arm(id: String, seconds: Int, patience: Int = 30)
    /// Has the change made.
    case go(id: String)
    /// Tells of a change; of the pending one, else of the last, when none is named.
    case status(id: String?)
    /// Keeps the change; `connection` is the one over which that is said.
    case confirm(id: String?, nonce: String?, connection: String?)
    /// Takes the change back.
    case revert(id: String?)
    /// Prints the change of files that belongs to it.
    case files(id: String)
    /// Its files are written.
    case written(id: String)
  }

  /// The text for `sh -c`.
  package let text: String

  package init(_ verb: Verb, at place: Place) {
    let words = [place.folder, place.root, place.programs ?? ""] + verb.words
    text = """
      set -- \(words.map(Self.quoted).joined(separator: " "))
      self=\(Self.quoted(Self.script))
      eval "$self"

      """
  }

  /// The guard without comments and indentation, which cost time on the way.
  private static let script = PackageResources.guard_sh.split(separator: 10)
    .map { String(decoding: $0.drop { $0 == 9 }, as: UTF8.self) }
    .filter { !$0.hasPrefix("#") }.joined(separator: "\n")

  /// A word of sh(1) that stands for any text without NUL.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

extension GuardCall.Verb {
  fileprivate var words: [String] {
    switch self {
    case .arm(let id, let seconds, let patience): ["arm", id, "\(seconds)", "\(patience)"]
    case .go(let id): ["go", id]
    case .status(let id): ["status", id ?? ""]
    case .confirm(let id, let nonce, let connection):
      ["confirm", id ?? "", nonce ?? "-", connection ?? "-"]
    case .revert(let id): ["revert", id ?? ""]
    case .files(let id): ["files", id]
    case .written(let id): ["written", id]
    }
  }
}
