package import HostModel
import Phrases
package import SourceText

/// What a rule found on a host: the fact, every place that has to do with it, and what it leads to.
///
/// It is put into words when somebody reads it: of the thousands that a large host can have, most
/// are only counted.
package struct Finding: Sendable {
  /// The rule that found it.
  package let rule: RuleName
  /// How bad it is here.
  package let severity: Severity
  /// How much of the host it takes down.
  package let reach: Reach
  /// One clause: the thing and the fact; it holds text of the host, so escape it for a terminal.
  package var message: String { fact() }
  /// Where it is written, the place to change first; both sides of a conflict are here.
  package let places: [FindingPlace]
  /// What is printed by the step that it leads to.
  package private(set) var printed: String?
  /// What becomes of it: `jail backup is not created`.
  package var effect: String? { consequence?() }
  /// The jails it is about.
  package private(set) var jails: [String] = []
  /// The addresses it is about.
  package private(set) var addresses: [IPAddress] = []
  /// What its message says besides the jails and addresses it is about, where its rule tells that:
  /// thousands of findings are told apart by it without a word.
  private(set) var particulars: Particulars?
  /// What fails on the host that this is the reason for.
  package private(set) var explains: [BadOutcome] = []
  /// The boot doesn't meet it: a person who starts the jail would.
  package private(set) var isTrial = false
  /// It is so now; what the next boot does is another matter.
  package let isAboutRunningHost: Bool
  /// Something else that was found leads to it.
  package private(set) var isConsequence = false
  /// Below zero for none.
  private var stepNumber: Int32 = -1
  /// At most one: most findings have nothing of it, and a large host has very many findings.
  private var asides: [Aside] = []

  /// A name and a number.
  struct Particulars: Sendable, Hashable {
    let name: String
    let number: Int
  }

  /// What few findings have.
  private struct Aside: Sendable {
    var confidence = Confidence.certain
    var subject: String?
    var inside: String?
    var stepInside: Int?
  }

  private let fact: Wording
  private var consequence: (@Sendable () -> String?)?

  init(
    rule: RuleName, severity: Severity, reach: Reach, message: @escaping Wording,
    places: [FindingPlace], isAboutRunningHost: Bool = false
  ) {
    self.rule = rule
    self.severity = severity
    self.reach = reach
    fact = message
    self.places = places
    self.isAboutRunningHost = isAboutRunningHost
  }

  /// The index of the forecast's step that it leads to.
  package private(set) var step: Int? {
    get { stepNumber < 0 ? nil : Int(stepNumber) }
    set { stepNumber = newValue.map { Int32(clamping: $0) } ?? -1 }
  }

  /// How far it can be relied on.
  package var confidence: Confidence { aside.confidence }

  /// What its rule tells it from its other findings by, when it proposes ways to mend it: an
  /// interface, a variable; never shown, so the same in every language.
  var subject: String? { aside.subject }

  /// The jail whose own rc.conf(5) it is about.
  package var inside: String? { aside.inside }

  private var aside: Aside {
    get { asides.first ?? Aside() }
    set { asides = [newValue] }
  }
}

extension Finding {
  /// With the step it leads to, and what that prints.
  consuming func leading(to step: Int?, in forecast: BootForecast) -> Finding {
    guard let step else { return consume self }
    self.step = step
    let message = forecast.message(ofStep: step)
    if !message.isEmpty { printed = message }
    return consume self
  }

  /// As the host sees what was found in a jail: its steps are none of the host's, and what fails there
  /// takes down no more than the jail.
  func told(ofJail jail: String) -> Finding {
    let fact = fact
    let consequence = consequence
    var found = Finding(
      rule: rule, severity: severity, reach: .jail,
      message: { spoken("in jail \(jail), \(fact())") },
      places: places)
    found.aside = Aside(
      confidence: confidence, subject: subject, inside: jail, stepInside: step)
    found.printed = printed
    found.consequence = consequence
    found.jails = [jail]
    found.addresses = addresses
    found.isConsequence = isConsequence
    return found
  }

  /// What was told of a jail, as the rules see it in the jail.
  func asInside() -> Finding {
    var found = self
    found.step = aside.stepInside
    return found
  }

  /// With what is printed when no step of its own leads to it.
  consuming func printing(_ message: String?) -> Finding {
    printed = message
    return consume self
  }

  /// With what becomes of it.
  consuming func with(effect: @autoclosure @escaping @Sendable () -> String?) -> Finding {
    consequence = effect
    return consume self
  }

  /// With what it depends on.
  consuming func depending(on reason: Confidence) -> Finding {
    aside.confidence = reason
    return consume self
  }

  /// With the jails and addresses it is about.
  consuming func about(jails: [String] = [], addresses: [IPAddress] = []) -> Finding {
    // nearly every finding says this once, with a list of its own
    if self.jails.isEmpty { self.jails = jails } else { self.jails += jails }
    if self.addresses.isEmpty { self.addresses = addresses } else { self.addresses += addresses }
    return consume self
  }

  /// With what its rule knows it by.
  consuming func with(subject: String) -> Finding {
    aside.subject = subject
    return consume self
  }

  /// With all that its message says besides its jails and addresses.
  consuming func saying(_ name: String, _ number: Int = 0) -> Finding {
    particulars = Particulars(name: name, number: number)
    return consume self
  }

  /// As the reason for something that fails.
  consuming func explaining(_ outcomes: BadOutcome..., jails: [String] = []) -> Finding {
    if explains.isEmpty { explains = outcomes } else { explains += outcomes }
    for jail in jails { explains.append(.jail(jail)) }
    return consume self
  }

  /// As something that only a person's start of a jail meets, if it is.
  consuming func asTrial(_ isTrial: Bool) -> Finding {
    self.isTrial = isTrial
    return consume self
  }

  /// As something that another finding leads to, if it is.
  consuming func asConsequence(_ isConsequence: Bool = true) -> Finding {
    self.isConsequence = isConsequence
    return consume self
  }
}

/// A place that a finding is about, and what it has to do with it.
package struct FindingPlace: Sendable {
  /// Where it stands.
  package let place: Place
  /// What stands there, in a few words beside the mark: `the host's alias, /64`.
  package var note: String { role() }

  private let role: Wording

  package init(_ place: Place, _ note: @autoclosure @escaping Wording = "") {
    self.place = place
    role = note
  }
}

/// Puts something about a finding into words.
package typealias Wording = @Sendable () -> String

/// How far a finding can be relied on.
package enum Confidence: Sendable, Hashable {
  case certain
  /// True for the release that is taken, not for every one.
  case release
  /// Depends on what only the running host tells.
  case liveState(String)
  /// Depends on what a script does.
  case script(String)
}

/// Something on a host that fails, which a finding can be the reason for.
package enum BadOutcome: Sendable, Hashable {
  /// rc(8) ends before it configures anything.
  case boot
  /// A command of netif fails: the index of its step.
  case step(Int)
  /// A jail does not start: its name.
  case jail(String)
  /// A service can't do what it is told, and says this.
  case complaint(String)
}
