/// One command of the boot, with where it comes from and what becomes of it.
///
/// A large host has hundreds of thousands: what few of them have is kept apart, and the rest stands in an
/// order in which nothing is left free between.
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

  private enum Result: Sendable {
    case ok, replaced, failed, unknown
  }

  /// What few commands have.
  private final class Telling: Sendable {
    let message: String
    /// Why it is not known what becomes of the command.
    let reason: String

    init(_ message: String, _ reason: String) {
      self.message = message
      self.reason = reason
    }
  }

  /// Its words.
  package let words: CommandWords
  /// The part of the boot that runs it.
  package let phase: Phase
  /// Runs inside the jail.
  package let isInsideJail: Bool
  /// Undoes what a start that failed had done.
  package let isRollback: Bool
  private let result: Result
  /// The exit status; below zero when it isn't known.
  private let exit: Int16
  /// The jail it is run for.
  package let jail: String?
  /// The places its words are written at, the decisive one first.
  package let sources: Places
  /// What it does to addresses, in order.
  package let effects: AddressEffects
  private let telling: Telling?

  package init(
    phase: Phase, jail: String? = nil, words: CommandWords, outcome: Outcome, status: Int?,
    message: String = "", effects: AddressEffects = [], isInsideJail: Bool = false,
    isRollback: Bool = false, sources: Places = []
  ) {
    self.phase = phase
    self.jail = jail
    self.words = words
    var reason = ""
    switch outcome {
    case .ok: result = .ok
    case .replaced: result = .replaced
    case .failed: result = .failed
    case .unknown(let why):
      result = .unknown
      reason = why
    }
    exit = status.map { Int16(clamping: $0) } ?? -1
    telling = message.isEmpty && reason.isEmpty ? nil : Telling(message, reason)
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

  /// The exit status; nil when it isn't known.
  package var status: Int? { exit < 0 ? nil : Int(exit) }

  /// What it prints on standard error, lines separated by newlines.
  package var message: String { telling?.message ?? "" }

  /// Whether it prints nothing.
  package var isSilent: Bool { telling?.message.isEmpty ?? true }

  /// What becomes of it.
  package var outcome: Outcome {
    switch result {
    case .ok: .ok
    case .replaced: .replaced
    case .failed: .failed
    case .unknown: .unknown(telling?.reason ?? "")
    }
  }

  /// Its words, the program in front.
  package var argv: [String] { words.list }

  /// The command as a person would type it, but for the bytes of keys and passwords.
  package var commandLine: String { SecretWords.masked(argv.joined(separator: " ")) }
}
