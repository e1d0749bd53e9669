/// One command of the boot, with where it comes from and what becomes of it.
package struct Step: Sendable {
  /// Which part of the boot runs the command.
  package enum Phase: String, Sendable {
    case netif, jail
  }

  /// What becomes of a command.
  package enum Outcome: Sendable, Hashable {
    case ok
    /// Succeeds, and an IPv4 address silently gets another mask.
    case replaced
    case failed
    /// Whether it succeeds can't be told; the text says why.
    case unknown(String)
  }

  /// The jail it is run for.
  package let jail: String?
  /// Its words.
  package let words: CommandWords
  /// The part of the boot that runs it.
  package let phase: Phase
  /// Runs inside the jail.
  package let isInsideJail: Bool
  /// Undoes what a start that failed had done.
  package let isRollback: Bool
  /// The exit status; nil when it isn't known.
  package let status: Int?
  /// What it prints on standard error, lines separated by newlines.
  package let message: String
  /// What it does to addresses, in order.
  package let effects: AddressEffects
  /// The places its words are written at, the decisive one first.
  package let sources: Places
  /// What becomes of it.
  package let outcome: Outcome

  package init(
    phase: Phase, jail: String? = nil, words: CommandWords, outcome: Outcome, status: Int?,
    message: String = "", effects: AddressEffects = [], isInsideJail: Bool = false,
    isRollback: Bool = false, sources: Places = []
  ) {
    self.phase = phase
    self.jail = jail
    self.words = words
    self.outcome = outcome
    self.status = status
    self.message = message
    self.effects = effects
    self.isInsideJail = isInsideJail
    self.isRollback = isRollback
    self.sources = sources
  }

  /// The same, written at other places.
  func written(at sources: Places) -> Step {
    Step(
      phase: phase, jail: jail, words: words, outcome: outcome, status: status, message: message,
      effects: effects, isInsideJail: isInsideJail, isRollback: isRollback, sources: sources)
  }

  /// Its words, the program in front.
  package var argv: [String] { words.list }

  /// The command as a person would type it, but for the bytes of keys and passwords.
  package var commandLine: String { SecretWords.masked(argv.joined(separator: " ")) }
}
