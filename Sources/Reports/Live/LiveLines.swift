package import HostModel
import Phrases

/// What reports say of the running host beside the plan.
extension Assessment {
  /// Which of both is known: the plan, or the running host, too.
  package var knowledge: String { isLive ? spoken("plan and live") : spoken("plan only") }

  /// Something is known of the running host.
  var isLive: Bool { forecast.facts.live?.isKnown == true }

  /// How many things of the running host are not as the files have them; nil when that isn't known.
  package var driftCount: Int? { comparison?.driftCount }

  /// Where an address of the plan is now; nil when that isn't known.
  package func presence(
    of address: IPAddress, length: Int?, on interface: String
  ) -> LivePresence? {
    comparison?.presence(of: address, length: length, on: interface)
  }

  /// What could not be learned of the running host, a clause each.
  var liveProblems: [String] { (forecast.facts.live?.problems ?? []).map(\.clause) }

  /// What runs, and how far it is from what the files have; nothing when it isn't known.
  ///
  /// - Parameter isShort: counts alone, not what they are of.
  func liveLine(isShort: Bool = false) -> TextLine? {
    guard let live = forecast.facts.live, live.isKnown else { return nil }
    var parts: [String] = []
    if let interfaces = live.interfaces {
      parts.append(spoken("\(interfaces.count) interfaces"))
      parts.append(spoken("\(interfaces.reduce(0) { $0 + $1.addresses.count }) addresses"))
    }
    if live.jails != nil {
      let count = live.runningJails.count
      parts.append(count == 1 ? spoken("1 jail runs") : spoken("\(count) jails run"))
    }
    var line = TextLine(spoken("live: \(parts.joined(separator: ", "))"))
    guard let comparison else { return line }
    let count = comparison.driftCount
    line.append(spoken("   drift: "))
    let words = isShort ? "\(count)" : comparison.driftWords
    line.append(count == 0 ? spoken("none") : words, count == 0 ? .plain : .caution)
    return line
  }

  /// Where the one who asks stands.
  func hereLine() -> TextLine? {
    forecast.standing.map { TextLine(spoken("you are here: \($0.clause)"), .strong) }
  }
}

extension LiveComparison {
  /// Addresses of the plan that are nowhere, or elsewhere.
  var missing: [Planned] {
    planned.filter { planned in
      switch planned.presence {
      case .absent, .elsewhere: true
      case .same, .otherLength: false
      }
    }
  }

  /// Addresses of the plan that have another length.
  var changed: [Planned] {
    planned.filter { if case .otherLength = $0.presence { true } else { false } }
  }

  /// How many things of each kind differ: `1 address missing, 2 jails don't run`.
  var driftWords: String {
    [
      words(missing.count, spoken("address missing"), spoken("addresses missing")),
      words(changed.count, spoken("of another length"), spoken("of another length")),
      words(orphans.count, spoken("not configured"), spoken("not configured")),
      words(idleJails.count, spoken("jail doesn't run"), spoken("jails don't run")),
      words(
        strayJails.count, spoken("jail not started at boot"), spoken("jails not started at boot")),
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func words(_ count: Int, _ one: String, _ several: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : several)"
  }
}

extension LivePresence {
  /// Where an address of the plan is now, in a word or two.
  package var word: String {
    switch self {
    case .same: spoken("same")
    case .otherLength(let length): "/\(length)"
    case .elsewhere(let interfaces): spoken("on \(interfaces.joined(separator: ", "))")
    case .absent: spoken("absent")
    }
  }

  /// The word of the JSON documents.
  fileprivate var keyword: String {
    switch self {
    case .same: "same"
    case .otherLength: "changed"
    case .elsewhere: "elsewhere"
    case .absent: "absent"
    }
  }
}

extension JSONWriter {
  /// The members that say which of plan and running host is known, how far they are apart, and where
  /// the one who asks stands.
  mutating func live(_ assessment: Assessment) {
    member("knows", assessment.knowledge)
    member("live") { writer in
      guard let live = assessment.forecast.facts.live else { return writer.raw("null") }
      writer.object { writer in
        writer.member("interfaces", live.interfaces?.count)
        writer.member("addresses", live.interfaces?.reduce(0) { $0 + $1.addresses.count })
        writer.member("jails", live.jails.map { _ in live.runningJails.count })
        writer.member("routes", live.routes?.count)
        writer.member("release", live.release?.description)
        writer.member("problems") { $0.strings(assessment.liveProblems) }
        writer.member("drift") { $0.drift(assessment.comparison) }
      }
    }
    member("here") { $0.standing(assessment.forecast.standing) }
  }

  private mutating func drift(_ comparison: LiveComparison?) {
    guard let comparison else { return raw("null") }
    object {
      $0.member("count", comparison.driftCount)
      $0.member("missing") { $0.strings(comparison.missing.map(\.address.text)) }
      $0.member("changed") { $0.strings(comparison.changed.map(\.address.text)) }
      $0.member("orphans") { $0.strings(comparison.orphans.map(\.address.spelling)) }
      $0.member("idle_jails") { $0.strings(comparison.idleJails) }
      $0.member("stray_jails") { $0.strings(comparison.strayJails) }
    }
  }

  /// Where the one who asks stands.
  mutating func standing(_ standing: Standing?) {
    guard let standing else { return raw("null") }
    object {
      $0.member("address", standing.connection.address.description)
      $0.member("interface", standing.interface)
      $0.member("peer", standing.connection.peer?.description)
      $0.member("gateway", standing.route?.gateway)
      $0.member("route_interface", standing.route?.interface)
    }
  }

  /// Where an address of the plan is now.
  mutating func presence(_ presence: LivePresence?) {
    guard let presence else { return raw("null") }
    object {
      $0.member("state", presence.keyword)
      if case .otherLength(let length) = presence { $0.member("prefix_length", length) }
      if case .elsewhere(let interfaces) = presence {
        $0.member("interfaces") { $0.strings(interfaces) }
      }
    }
  }
}

extension AssignedAddress {
  /// Address and length.
  fileprivate var text: String { "\(address)/\(prefixLength)" }
}
