import HostModel
import SourceText

/// A jail that does not start, with what is known of the reason.
struct FailedStart {
  let jail: JailForecast
  /// What is behind the message, when more is known than it says.
  let cause: String?
  /// Where what fails is written.
  let places: [String]

  /// What was printed, on one line.
  var error: String {
    let lines = (jail.error ?? "").split(separator: "\n")
    if lines.isEmpty { return "no reason is printed" }
    return BootComplaints.withoutProgress(lines.joined(separator: "; "))
  }

  /// The command that fails, unless the message names it.
  var command: String? {
    guard let command = jail.failedCommand, jail.error?.hasPrefix(command) != true else {
      return nil
    }
    return command
  }
}

/// Tells why jails do not start, from both sides where two disagree.
struct FailureReasons {
  private let forecast: BootForecast
  private let capture: HostCapture
  private let history: AddressHistory
  private lazy var jailsByName = Dictionary(
    forecast.jails.lazy.map { ($0.name, $0.state) }, uniquingKeysWith: { first, _ in first })
  private lazy var holders = Dictionary(
    forecast.jails.lazy.flatMap { jail in jail.addresses.map { ($0, jail.name) } },
    uniquingKeysWith: { first, _ in first })

  /// - Parameter steps: the indices of the steps that will be asked about.
  init(_ forecast: BootForecast, _ capture: HostCapture, steps: some Sequence<Int>) {
    self.forecast = forecast
    self.capture = capture
    history = AddressHistory(
      forecast.steps, of: Set(steps.lazy.compactMap { forecast.steps[$0].requestedAddress }))
  }

  /// - Parameter index: the step that fails; nil when jail(8) gives up without a command.
  mutating func reason(
    _ jail: JailForecast, step index: Int?, _ names: inout PlaceNames
  ) -> FailedStart {
    let cause: String?
    if let index {
      cause = addressCause(jail, index, &names)
    } else {
      switch jail.error {
      case "jail_set: Invalid argument"?: cause = duplicateCause(jail)
      case "skipped"?: cause = dependencyCause(jail)
      case "IPv4 addresses clash"?: cause = clashCause(jail, .inet)
      case "IPv6 addresses clash"?: cause = clashCause(jail, .inet6)
      default: cause = nil
      }
    }
    var places = index.map { forecast.steps[$0].sources } ?? []
    if places.isEmpty, let place = place(of: jail) { places = [place] }
    return FailedStart(jail: jail, cause: cause, places: places.map { names.name($0) })
  }

  /// Where the parameter stands that the message begins with, else the jail's definition.
  private func place(of jail: JailForecast) -> Place? {
    guard let definition = jail.definition else { return nil }
    let word = (jail.error ?? "").prefix { $0 != " " && $0 != ":" }
    let named = definition.parameters.last { $0.name == word }
    if let place = named?.values.last?.origin.place, capture.hasFile(place.path) { return place }
    return definition.writtenPlace(capture)
  }

  private func addressCause(
    _ jail: JailForecast, _ index: Int, _ names: inout PlaceNames
  ) -> String? {
    let step = forecast.steps[index]
    guard let address = step.requestedAddress,
      let setter = history.lastSetter(of: address, before: index, forecast.steps)
    else { return nil }
    let wanted = jail.definition?.readableAddresses.first {
      $0.address == address && $0.interface == step.interface
    }
    guard let wanted, let length = wanted.prefixLength else { return nil }
    let place = setter.step.sources.first.map { " (\(names.name($0)))" } ?? ""
    let owner = setter.step.jail.map { ", put there by jail \($0)" } ?? ""
    guard setter.step.interface == wanted.interface else {
      return
        "\(address) is on \(setter.step.interface ?? "another interface") already\(owner)\(place)"
    }
    guard setter.length != length else { return nil }
    let standard = wanted.usesDefaultLength(capture) ? " by default" : ""
    let asked = step.sources.first.map { " (\(names.name($0)))" } ?? ""
    return "\(address) is on \(wanted.interface ?? "") with /\(setter.length)\(owner)\(place), "
      + "the jail asks for /\(length)\(standard)\(asked)"
  }

  private mutating func dependencyCause(_ jail: JailForecast) -> String? {
    let wanted = jail.definition?.parameters.first { $0.name == "depend" }?.values.map(\.text) ?? []
    var missing: [String] = []
    for name in wanted where jailsByName[name] == .failed { missing.append(name) }
    guard !missing.isEmpty else { return nil }
    let verb = missing.count == 1 ? "does" : "do"
    return "it depends on \(missing.joined(separator: ", ")), which \(verb) not start"
  }

  private func duplicateCause(_ jail: JailForecast) -> String? {
    var seen: Set<IPAddress> = []
    let twice = jail.definition?.readableAddresses.first { !seen.insert($0.address).inserted }
    return twice.map { "it lists \($0.address) twice" }
  }

  private mutating func clashCause(_ jail: JailForecast, _ family: AddressFamily) -> String? {
    for wanted in jail.definition?.readableAddresses ?? [] where wanted.address.family == family {
      if let other = holders[wanted.address], other != jail.name {
        return "jail \(other) has \(wanted.address) already"
      }
    }
    return nil
  }
}

extension BootForecast {
  /// The step at which the start of each of some jails fails; one tried twice fails for what its
  /// last start met.
  func failingSteps(_ isWanted: (String) -> Bool) -> [String: Int] {
    var found: [String: Int] = [:]
    for index in steps.indices where steps[index].endsAStart {
      if let jail = steps[index].jail, isWanted(jail) { found[jail] = index }
    }
    return found
  }
}

extension HostCapture {
  /// Whether a path is a file of the host; what rc.d/jail writes at boot is none.
  func hasFile(_ path: String) -> Bool {
    if case .file? = entries[path] { return true }
    return false
  }
}

extension JailDefinition {
  /// A place in the host's own files that defines the jail.
  func writtenPlace(_ capture: HostCapture) -> Place? {
    if let place, capture.hasFile(place.path) { return place }
    return parameters.lazy.compactMap { $0.values.last?.origin.place }
      .first { capture.hasFile($0.path) }
  }
}
