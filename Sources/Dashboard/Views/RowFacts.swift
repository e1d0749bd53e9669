import CellGrid
import HostModel
import Phrases
import Reports
import SourceText

/// What a row of the main view is, when nothing is wrong with it: who sets the address, who uses it,
/// and what stopping the jail takes away.
struct RowFacts {
  private let row: NetRow
  private let state: DashboardState
  private var picture: HostPicture { state.shown }

  init(_ row: NetRow, _ state: DashboardState) {
    self.row = row
    self.state = state
  }

  var title: StyledLine {
    if let address = row.address {
      var line = StyledLine(address.description, .netAddress)
      if let length = row.prefixLength { line.append("/\(length)", .netPrefix) }
      if row.kind != .absent, let name = inside ?? picture.interface(of: row)?.name {
        line.append(spoken("  on "), .textDim)
        line.append(name, .netInterface)
      }
      if row.isInside, let jail = picture.jail(of: row) {
        line.append(spoken("  in jail "), .textDim)
        line.append(jail.name, .netJail)
      }
      return line
    }
    if let jail = picture.jail(of: row) {
      var line = StyledLine(spoken("jail "), .textDim)
      line.append(jail.name, .netJail)
      return line
    }
    return StyledLine(picture.interface(of: row)?.name ?? "", .netInterface)
  }

  /// One fact a line.
  var lines: [StyledLine] {
    [setter, user, boot, stop, loss, now, here].compactMap { $0 }
  }

  /// Where it is written: the host's side and the jail's.
  var places: [Place] {
    [row.place, picture.asked(by: row)?.place ?? picture.jail(of: row)?.definition?.place]
      .compactMap { $0 }
  }

  private var setter: StyledLine? {
    switch row.kind {
    case .address:
      let place = row.place.map { spoken(" at \(picture.name(of: $0))") } ?? ""
      if !row.isHosts { return fact(spoken("set by"), spoken("the start of the jail\(place)")) }
      guard let place = row.place else {
        return fact(spoken("set by"), spoken("the kernel, as it always is"))
      }
      let variable = picture.variable(at: place).map { "\($0), " } ?? ""
      return fact(spoken("set by"), spoken("the host: \(variable)\(picture.name(of: place))"))
    case .noAddress: return fact(spoken("has"), spoken("no address when the boot is over"))
    case .unknown(let reason): return fact(spoken("unknown"), reason)
    case .absent:
      return fact(spoken("set by"), spoken("nobody: no interface has it when the boot is over"))
    case .noHostAddress: return nil
    case .inside(let interface):
      guard row.address != nil else {
        return fact(spoken("inside"), spoken("\(interface) has no address"))
      }
      let place = row.place.map { ": \(picture.name(of: $0))" } ?? ""
      return fact(spoken("set by"), spoken("rc(8) in the jail\(place)"))
    }
  }

  /// The interface in a jail's own stack that the row is about.
  private var inside: String? {
    if case .inside(let name) = row.kind { name } else { nil }
  }

  private var user: StyledLine? {
    guard let jail = picture.jail(of: row) else {
      return row.kind == .address ? fact(spoken("used by"), spoken("no jail")) : nil
    }
    let place =
      (picture.asked(by: row)?.place ?? jail.definition?.place)
      .map { ", \(picture.name(of: $0))" } ?? ""
    guard let asked = picture.asked(by: row) else {
      return fact(
        spoken("jail"),
        "\(jail.name) \(jail.hasOwnStack ? spoken("has a network stack of its own") : spoken("names no address"))\(place)"
      )
    }
    let how =
      asked.interface.map { interface in
        let length = asked.prefixLength.map { "/\($0)" } ?? ""
        return spoken("puts it on \(interface) with \(length)")
      } ?? spoken("takes it as the host has it")
    return fact(spoken("used by"), spoken("\(jail.name), which \(how)\(place)"))
  }

  private var boot: StyledLine? {
    guard let jail = picture.jail(of: row) else { return nil }
    switch jail.state {
    case .running: return fact(spoken("at boot"), spoken("\(jail.name) starts"), .stepOK)
    case .failed:
      return fact(
        spoken("at boot"), spoken("\(jail.name) fails: \(lastLine(jail.error))"), .stepFail)
    case .notStarted:
      return fact(spoken("at boot"), spoken("nothing starts \(jail.name)"), .stepSkip)
    case .unknown:
      return fact(
        spoken("at boot"), spoken("it can't be told: \(jail.unknown ?? "")"), .stepUnknown)
    }
  }

  private var stop: StyledLine? {
    guard !row.isInside, let jail = picture.jail(of: row), jail.state == .running,
      row.address != nil
    else {
      return nil
    }
    guard let removal = picture.removal(at: row) else {
      return fact(spoken("at stop"), spoken("stopping \(jail.name) leaves it where it is"))
    }
    let whose = removal.isHosts ? spoken(", though the host set it") : ""
    return fact(
      spoken("at stop"), spoken("stopping \(jail.name) takes it off \(removal.interface)\(whose)"),
      removal.isHosts ? .severityWarning : .text)
  }

  private var loss: StyledLine? {
    guard let loss = picture.loss(at: row), !loss.isHeld else { return nil }
    let who = loss.jail.map { spoken("the start of \($0)") } ?? spoken("a jail")
    switch loss.kind {
    case .removed: return fact(spoken("then"), spoken("\(who) takes it off"), .severityError)
    case .replaced(let length):
      return fact(spoken("then"), spoken("\(who) makes it /\(length)"), .severityError)
    case .moved:
      return fact(spoken("then"), spoken("\(who) takes \(loss.interface) away"), .severityError)
    case .held: return nil
    }
  }

  /// Where the address is on the running host.
  private var now: StyledLine? {
    guard let address = row.address, let interface = picture.interface(of: row)?.name,
      let presence = picture.assessment.presence(
        of: address, length: row.finalLength ?? row.prefixLength, on: interface)
    else { return nil }
    return fact(
      spoken("now"), presence == .same ? spoken("as planned") : presence.word,
      presence == .same ? .text : .severityWarning)
  }

  private var here: StyledLine? {
    guard let standing = picture.standing, row.address == standing.connection.address else {
      return nil
    }
    return fact(spoken("here"), spoken("you are connected by it"), .severityWarning)
  }

  private func lastLine(_ text: String?) -> String {
    let line = text?.split(separator: "\n").last.map { SecretWords.masked(String($0)) }
    return line ?? spoken("no reason is printed")
  }

  private func fact(_ label: String, _ text: String, _ role: Role = .text) -> StyledLine {
    var line = StyledLine(
      label + String(repeating: " ", count: max(9 - label.count, 1)), .textDim)
    line.append(text, role)
    return line
  }
}
