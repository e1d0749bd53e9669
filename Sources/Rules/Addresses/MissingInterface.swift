import HostModel
import SourceText

/// A start that fails because an interface is not there, with what is known of the reason.
struct MissingInterface {
  /// Why it is not there.
  enum Cause: Equatable {
    /// Nothing creates it.
    case unknown
    /// netif gave it another name.
    case renamed(String)
    /// The jail's own start would create it, later.
    case createdLater(JailValue)
    /// Another jail took it into its own network stack.
    case moved(String)

    static func == (left: Cause, right: Cause) -> Bool {
      switch (left, right) {
      case (.unknown, .unknown): true
      case (.renamed(let left), .renamed(let right)), (.moved(let left), .moved(let right)):
        left == right
      case (.createdLater(let left), .createdLater(let right)): left.text == right.text
      default: false
      }
    }
  }

  let interface: String
  let step: Step
  let cause: Cause

  init?(_ failure: JailFailure, _ host: ExaminedHost) {
    guard let index = failure.step, failure.printed.hasSuffix(" does not exist"),
      let interface = host.forecast.interface(ofStep: index), !interface.isEmpty,
      failure.printed.hasSuffix("interface \(interface) does not exist")
    else { return nil }
    self.interface = interface
    step = host.forecast.step(index)
    cause = Self.cause(interface, failure.jail, host)
  }

  /// What the start of the jail that a finding is about fails for.
  init?(_ finding: Finding, _ host: inout ExaminedHost) {
    guard let failure = host.failures.first(where: { $0.jail.name == finding.jails.first }) else {
      return nil
    }
    self.init(failure, host)
  }

  private static func cause(
    _ interface: String, _ jail: JailForecast, _ host: ExaminedHost
  ) -> Cause {
    if let departure = host.departures[interface] { return departure }
    let later = [ParameterID.prestart, .created, .start, .poststart].lazy
      .flatMap { jail.definition?.values($0) ?? [] }
      .first { value in
        let words = value.text.split { " ;&|\"'".contains($0) }
        return words.contains { $0 == interface } && words.contains { $0.hasSuffix("create") }
      }
    return later.map { .createdLater($0) } ?? .unknown
  }

  /// The interfaces that netif gives another name or a jail takes, with which of it comes first.
  static func departures(_ forecast: BootForecast) -> [String: Cause] {
    var found: [String: Cause] = [:]
    for step in forecast.steps where step.outcome != .failed {
      guard let interface = step.interface, step.words.last != "alias", found[interface] == nil,
        step.argv.count > 3
      else { continue }
      if step.phase == .netif, step.argv[2] == "name" {
        found[interface] = .renamed(step.argv[3])
      } else if step.phase == .jail, step.argv[2] == "vnet" {
        found[interface] = .moved(step.argv[3])
      }
    }
    return found
  }

  /// Where the jail names the interface, before what else its command is made of.
  func places(_ host: ExaminedHost) -> [FindingPlace] {
    let places = host.places(of: step).map { host.narrow($0, to: interface) }
    let naming = places.filter { !host.mentions(of: interface, at: $0).isEmpty }
    return (naming + places.filter { !naming.contains($0) }).map { FindingPlace($0) }
  }
}
