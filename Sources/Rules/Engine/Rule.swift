package import SourceText

/// One thing that can be wrong with a host.
///
/// A rule is a type without cases in a file of its own, named after the bad pattern. Its doc comment
/// is a form: what it finds, then `## Why` with the source, `## Example`, `## Repaired`,
/// `## Ways out` and `## Ignore it when`. `jailscope explain` prints the form, `docs/rules` shows it,
/// and a test runs its example and the repaired one.
package protocol Rule: SendableMetatype {
  /// Names the bad pattern in kebab-case, so that it reads well behind "allow".
  static var name: RuleName { get }
  /// The severity of its findings at worst.
  static var severity: Severity { get }
  /// How much of the host a finding is about: what takes more down is told first.
  static var reach: Reach { get }
  /// When it is asked.
  static var turn: Turn { get }
  /// On a large host it is asked on another core than most: it looks at what jails take of the host's
  /// own addresses, or at files as they are written, which few others ask for.
  static var isAskedAside: Bool { get }

  /// Looks at the running host beside the files: what it finds is no fault of the next boot, and no
  /// reason against an edit, after which the running host is of course not as the files have it.
  static var looksAtRunningHost: Bool { get }

  /// Finds the pattern on a host.
  static func check(_ host: inout ExaminedHost) -> [Finding]
  /// The ways to mend one of its findings, the recommended one first.
  ///
  /// What is proposed here is offered only with its proof, so a way may be proposed that only mostly
  /// works.
  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix]
}

extension Rule {
  /// Most rules need not know what others found.
  package static var turn: Turn { .first }

  /// Most rules share what they ask for.
  package static var isAskedAside: Bool { false }

  /// Most rules look at the files and the boot.
  package static var looksAtRunningHost: Bool { false }

  /// Not everything can be mended by an edit.
  package static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] { [] }

  /// A finding of this rule; by itself it is as severe as the rule and certain.
  ///
  /// - Parameters:
  ///   - message: one clause in lower case without a full stop: the thing and the fact.
  ///   - places: where it is written, the place to change first.
  static func finding(
    _ message: @autoclosure @escaping Wording, at places: [FindingPlace],
    severity: Severity? = nil
  ) -> Finding {
    Finding(
      rule: name, severity: severity ?? self.severity, reach: reach, message: message,
      places: places, isAboutRunningHost: looksAtRunningHost)
  }
}

/// When a rule is asked.
package enum Turn: Sendable {
  /// Looks at the host alone.
  case first
  /// Speaks only of what the first ones don't explain.
  case fallback
  /// Looks at what became of all the other findings.
  case last
}

/// The name of a rule: `prefix-length-conflict`.
package struct RuleName: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  /// The name as people write it.
  package let text: String

  package init(stringLiteral text: String) {
    self.text = text
  }

  package init(_ text: String) {
    self.text = text
  }

  /// Whether a rule has it.
  package var isKnown: Bool { ruleCatalogue.contains { $0.name == self } }

  /// In alphabetical order.
  package static func < (left: RuleName, right: RuleName) -> Bool { left.text < right.text }
}

/// How bad a finding is.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing, and fine if it is meant.
  case info
  /// Harms something silently, or will at the next change.
  case warning
  /// The forecast proves that something fails.
  case error

  /// The less severe comes first.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// How much of a host something takes down, the most first.
package enum Reach: Int, Sendable, Comparable {
  /// The whole boot.
  case boot
  /// Every jail of a file.
  case file
  /// The host's own network.
  case network
  /// One jail, or some.
  case jail
  /// Nothing but the way it is written.
  case style

  /// What takes more down comes first.
  package static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}
