import HostModel

/// What the glance says besides the jails that fail: things of one kind, of which as many are
/// worded as could ever fit.
struct NoteSection {
  let count: Int
  let emphasis: Emphasis
  /// What they are called when only some of them fit.
  let noun: String
  let items: [String]

  func lines(room: Int, columns: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for (index, item) in items.enumerated() {
      let next = TextLine(item, emphasis).wrapped(to: columns, indent: 2).prefix(2)
      let isLast = index + 1 == count
      guard lines.count + next.count + (isLast ? 0 : 1) <= room else {
        let rest = index == 0 ? "\(count) \(noun)" : "… and \(count - index) more \(noun)"
        return lines + [TextLine(rest, emphasis).cut(to: columns)]
      }
      lines += next
    }
    return lines
  }
}

extension StatusReport {
  /// What jails take from the host.
  mutating func takenSection() -> NoteSection {
    // what the boot itself takes comes before what a later stop would
    let losses =
      assessment.losses.all.filter { !$0.isHeld } + assessment.losses.all.filter(\.isHeld)
    let shown = losses.prefix(Self.height)
    let sources = hostSources(shown)
    return NoteSection(
      count: losses.count, emphasis: .caution, noun: "addresses of the host that jails take",
      items: shown.map { $0.sentence(source: sources[AddressKey($0.address)], forecast) })
  }

  /// Where the host's configuration sets some addresses, in one pass.
  private mutating func hostSources(_ losses: ArraySlice<HostLoss>) -> [AddressKey: String] {
    var found: [AddressKey: String] = [:]
    guard !losses.isEmpty else { return found }
    let wanted = Set(losses.map { AddressKey($0.address) })
    for index in forecast.steps.indices where forecast.steps[index].phase == .netif {
      for effect in forecast.steps[index].effects {
        guard let key = effect.settingKey, wanted.contains(key),
          let place = forecast.steps[index].sources.first
        else { continue }
        found[key] = names.name(place)
      }
    }
    return found
  }

  /// What can't be told, and why.
  mutating func unknownSection() -> NoteSection {
    let unknowns = Unknowns(forecast, &names, limit: Self.height)
    let leased = forecast.interfaces.filter { !$0.interface.unknownAddresses.isEmpty }
    var items = assessment.unknown.prefix(Self.height).map { index in
      let jail = forecast.jails[index]
      return "jail \(jail.name): \(jail.unknown ?? jail.error ?? "no reason is given")"
    }
    items += unknowns.items
    items += leased.prefix(Self.height).map {
      "\($0.interface.name): \($0.interface.unknownAddresses.joined(separator: ", "))"
    }
    return NoteSection(
      count: assessment.unknown.count + unknowns.count + leased.count, emphasis: .uncertainty,
      noun: "things that are not known",
      items: items.prefix(Self.height).map { "not known: \($0)" })
  }

  /// What needs a look although nothing fails by it.
  mutating func warningSection() -> NoteSection {
    NoteSection(
      count: assessment.warningCount(forecast), emphasis: .caution, noun: "warnings",
      items: assessment.warnings(forecast, &names, limit: Self.height))
  }
}

extension Assessment {
  func warningCount(_ forecast: BootForecast) -> Int {
    complaints.warnings.count + failedNetif.count + conflicts.count + forecast.ignored.count
      + absent.count + forgotten.count
  }

  /// What needs a look although nothing fails by it, a clause each.
  func warnings(
    _ forecast: BootForecast, _ names: inout PlaceNames, limit: Int = .max
  ) -> [String] {
    var items = Array(complaints.warnings.prefix(limit))
    for index in failedNetif.prefix(limit) {
      let step = forecast.steps[index]
      let place = step.sources.first.map { " (\(names.name($0)))" } ?? ""
      let message = step.message.split(separator: "\n").joined(separator: "; ")
      items.append("\(step.commandLine)\(place) fails: \(message)")
    }
    for conflict in conflicts.prefix(limit) { items.append(conflict.sentence(forecast, &names)) }
    for ignored in forecast.ignored.prefix(limit) {
      let place = ignored.place.map { " (\(names.name($0)))" } ?? ""
      items.append(
        "\(ignored.address)/\(ignored.prefixLength) is never put on \(ignored.interface)\(place): "
          + "IPv6 is not configured there")
    }
    for index in absent.prefix(limit) {
      let jail = forecast.jails[index]
      let list = jail.absentAddresses.prefix(4).map(\.description).joined(separator: ", ")
      items.append("jail \(jail.name) starts with \(list), which no interface has")
    }
    for index in forgotten.prefix(limit) {
      let jail = forecast.jails[index]
      let reason = jail.error.map { ": \(BootComplaints.withoutProgress($0))" } ?? ""
      items.append("jail \(jail.name) is configured and never started\(reason)")
    }
    return Array(items.prefix(limit))
  }
}

extension AddressEffect {
  /// The address that stands after the step as the step asked for it; nil when it takes one off.
  var settingKey: AddressKey? {
    switch self {
    case .added(let address), .confirmed(let address), .replaced(let address, _):
      AddressKey(address)
    case .removed: nil
    }
  }
}

extension HostLoss {
  /// What happens, to whom it belonged, and by which jail.
  func sentence(source: String?, _ forecast: BootForecast) -> String {
    let place = source.map { " (\($0))" } ?? ""
    let what = "\(address.address)/\(address.prefixLength)"
    let who = actor(forecast)
    switch kind {
    case .removed: return "\(who) takes \(what) off \(interface)\(place)"
    case .replaced(let length):
      return "\(who) makes \(what) on \(interface) a /\(length)\(place)"
    case .held: return "stopping \(who) will take \(what) off \(interface)\(place)"
    case .moved: return "\(who) takes \(interface) with \(what)\(place)"
    }
  }
}
