package import HostModel
import Phrases
import SourceText

/// Something of a forecast that can't be told.
struct UnknownThing {
  /// Where it is written; a file as a whole at its beginning.
  let place: Place?
  /// The jail whose fate it is.
  var jail: String?
  /// Why it can't be told.
  let reason: String

  /// What it is and why, for whoever sees its place.
  var clause: String { jail.map { spoken("jail \($0): \(reason)") } ?? reason }

  /// The same with the file or the place in front, where it is no jail's.
  func clause(_ names: inout PlaceNames) -> String {
    guard jail == nil, let place else { return clause }
    return "\(names.name(place)): \(reason)"
  }
}

extension BootForecast {
  /// What can't be told besides the fate of jails: the first things.
  func unknownThings(limit: Int = .max) -> [UnknownThing] {
    let begin = SourceSpan(0, 0)
    var things = unreadable.prefix(limit).map {
      UnknownThing(place: Place(path: $0.path, span: begin), reason: $0.reason)
    }
    things += wanted.sorted().prefix(limit).map {
      UnknownThing(place: Place(path: $0, span: begin), reason: spoken("not collected"))
    }
    things += unknowns.prefix(limit).map { UnknownThing(place: $0.place, reason: $0.reason) }
    return Array(things.prefix(limit))
  }

  /// The same as clauses, each of which begins with the file or the place.
  func unknownClauses(_ names: inout PlaceNames, limit: Int = .max) -> [String] {
    unknownThings(limit: limit).map { $0.clause(&names) }
  }

  /// The commands that go as they should as far as they are followed, of jails of which it can't be
  /// told whether they start: by index, with why it can't.
  package var doubtfulSteps: [Int: String] {
    let unknown = jails.filter { $0.state == .unknown }
    guard !unknown.isEmpty else { return [:] }
    let reasons = Dictionary(
      unknown.map { ($0.name, $0.unknown ?? spoken("no reason is given")) }
    ) { $1 }
    let ofThem = steps.indices.filter { steps[$0].jail.map { reasons[$0] != nil } ?? false }
    // what runs before a command that isn't followed doesn't hang on it
    var certain: [String: Int] = [:]
    for index in ofThem.reversed() where !steps[index].isInsideJail {
      if case .unknown = steps[index].outcome { certain[steps[index].jail ?? ""] = index }
    }
    var found: [Int: String] = [:]
    for index in ofThem {
      let jail = steps[index].jail ?? ""
      guard steps[index].outcome == .ok, index >= certain[jail] ?? 0 else { continue }
      found[index] = reasons[jail]
    }
    return found
  }
}

extension Assessment {
  /// How many things can't be told, the fate of jails among them.
  var unknownCount: Int {
    unknown.count + forecast.unreadable.count + forecast.wanted.count + forecast.unknowns.count
  }

  /// What can't be told: the first things, jails before all else.
  func unknownThings(limit: Int = .max) -> [UnknownThing] {
    let jails = unknown.prefix(limit).map { index in
      let jail = forecast.jails[index]
      return UnknownThing(
        place: jail.definition?.place, jail: jail.name,
        reason: jail.unknown ?? jail.error ?? spoken("no reason is given"))
    }
    return Array((jails + forecast.unknownThings(limit: limit)).prefix(limit))
  }

  /// The same as clauses.
  func unknownClauses(_ names: inout PlaceNames, limit: Int = .max) -> [String] {
    unknownThings(limit: limit).map { $0.clause(&names) }
  }

  /// What whoever asks can tell so that more is known; nil when it would not help.
  package var unknownRemedy: String? {
    guard forecast.interfaces.contains(where: { $0.interface.presence == .supposed }) else {
      return nil
    }
    let example = "{\"hardware\": [\"em0\"]}"
    return spoken("--facts FILE tells which network cards there are: \(example)")
  }
}
