import HostModel
import Phrases
import SourceText

/// An address of the host, or what keeps it from being one, with all that is said about it.
struct AddressRow {
  enum Mark: String {
    case none = " "
    /// Host and jail disagree, or a jail takes it away.
    case conflict = "!"
    /// Can't be told.
    case unknown = "?"
    /// There now, and nothing configures it.
    case orphan = "+"
  }

  let mark: Mark
  let interface: String
  /// With the prefix length that is in effect when the boot is over.
  let address: String
  /// Who put it there and where that is written.
  let owner: String
  /// The jails whose configuration names it, as the table words them.
  let jails: String
  /// Their names alone.
  var users: [String] = []
  /// Stands for an address, not for there being none.
  var isAddress = false
  /// What is to be said of it in a word or two.
  var state: String
  /// Where it is on the running host; nil when that isn't known.
  var presence: LivePresence?
  /// It carries the connection of the one who asks.
  var isHere = false
  /// What is behind a mark, a sentence each.
  var details: [String] = []
}

/// A jail that names an address.
struct JailUse {
  let jail: JailForecast
  let address: JailAddress

  /// The jail's name, with a word on what becomes of it when it does not run.
  var name: String { jail.nameWithState }

  /// The length it asks for when that is not the one the interface has.
  func lengthAsked(of present: AssignedAddress, on interface: String) -> Int? {
    guard address.interface == interface, let length = address.prefixLength else { return nil }
    return length == present.prefixLength ? nil : length
  }

  func detail(_ asked: Int, _ capture: HostCapture, _ names: inout PlaceNames) -> String {
    let standard = address.usesDefaultLength(capture) ? spoken(" by default") : ""
    let verb = jail.state == .notStarted ? spoken("would ask") : spoken("asks")
    let place = address.place.map { " (\(names.name($0)))" } ?? ""
    return spoken("jail \(jail.name) \(verb) for /\(asked)\(standard)\(place)")
  }
}

extension JailForecast {
  /// The name, with a word on what becomes of the jail when it does not run.
  var nameWithState: String {
    switch state {
    case .running: name
    case .failed: spoken("\(name) (fails)")
    case .notStarted: spoken("\(name) (not started)")
    case .unknown: spoken("\(name) (unknown)")
    }
  }
}

extension HostLoss {
  /// What becomes of the address, in a word or two.
  var state: String {
    switch kind {
    case .replaced(let length): "/\(address.prefixLength) -> /\(length)"
    case .held: spoken("stop removes it")
    case .removed, .moved: spoken("gone")
    }
  }

  /// - Parameter isAsked: it is said already that the jail asks for another length.
  func details(isAsked: Bool, _ forecast: BootForecast) -> [String] {
    switch kind {
    case .removed: [spoken("\(actor(forecast)) takes it off")]
    case .replaced(let length): isAsked ? [] : [spoken("\(actor(forecast)) makes it /\(length)")]
    case .held: []
    case .moved: [spoken("\(actor(forecast)) takes \(interface)")]
    }
  }

  /// Who does it: a jail, or the undoing of its start.
  func actor(_ forecast: BootForecast) -> String {
    let who = jail.map { spoken("jail \($0)") } ?? spoken("a jail")
    let isRollback = step.map { forecast.step($0).isRollback } ?? false
    return isRollback ? spoken("the failed start of \(who)") : who
  }
}
