/// A way to mend something: edits of one or more files that belong together.
package struct Fix: Sendable, Hashable {
  /// How far a fix may be trusted without a person's eye on it.
  package enum Applicability: Int, Sendable, Comparable {
    /// Only shown: a person has to do it.
    case manual
    /// Made when a person has seen what it does.
    case review
    /// Does what it says and nothing else.
    case safe

    /// Whether one is to be trusted less than another.
    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// What to do, as an order: `Drop lo1| so that the host's alias is used`.
  package let title: String
  /// The title in English, which is what others read later: in plans and the journal.
  package let record: String
  /// What comes of it beyond the title, in one sentence without a full stop; empty if nothing does.
  package let meaning: String
  /// How far it may be trusted.
  package let applicability: Applicability
  /// The edits by the path of the file on the host; all of them are made, or none.
  package let edits: [String: EditSet]
  /// Commands that give the running host what the edits give the next boot; they are shown and never
  /// run.
  package let commands: [String]

  package init(
    _ title: String, record: String? = nil, meaning: String = "", _ applicability: Applicability,
    edits: [String: EditSet], commands: [String] = []
  ) {
    self.title = title
    self.record = record ?? title
    self.meaning = meaning
    self.applicability = applicability
    self.edits = edits
    self.commands = commands
  }
}
