package import HostModel
import Phrases
package import Rewrite
package import Rules
import SourceText

/// From a change of files to one of the running host.
extension LivePlan {
  /// Works out what a change of files means for the running host.
  ///
  /// - Parameters:
  ///   - fixes: what is done; their commands are taken over where they only touch addresses.
  ///   - before: the host as its files are.
  ///   - after: the host as they will be; the same where no file changes.
  ///   - files: how they change.
  package init(
    _ fixes: [ProvenFix], from before: BootForecast, to after: BootForecast, files: ChangePlan?
  ) throws(LiveRefusal) {
    guard let live = before.facts.live, live.isComplete else {
      throw LiveRefusal([
        spoken("what runs now is not known: ifconfig, jls and netstat have to tell it")
      ])
    }
    let printed = fixes.flatMap(\.fix.commands)
    let steps = LiveSteps(
      live, from: before, to: after, commands: printed.compactMap { LiveStep(command: $0) })
    let obstacles = LiveObstacles(live, before, after, steps.all)
    guard obstacles.reasons.isEmpty else { throw LiveRefusal(obstacles.reasons) }
    guard !steps.all.isEmpty else {
      let reason = spoken("nothing of it is to be done there now; jailscope fix changes the files")
      throw LiveRefusal([reason] + steps.notes)
    }
    let start = LiveScene(live)
    var scene = start
    var undo: [LiveStep] = []
    for step in steps.all { if let back = scene.make(step) { undo.insert(back, at: 0) } }
    self.init(
      titles: files?.reasons ?? fixes.map(\.fix.record),
      commands: steps.all.map(\.command), undo: undo.map(\.command), notes: steps.notes,
      byHand: printed.filter { LiveStep(command: $0) == nil }, files: files,
      severed: Self.severed(before.facts.connection, start, scene),
      checks: live.checkLines, verification: scene.differences(from: start),
      ways: Self.ways(live, before.facts.connection))
  }

  /// The address of the connection, if it goes or changes its length.
  private static func severed(
    _ connection: Connection?, _ before: LiveScene, _ after: LiveScene
  ) -> IPAddress? {
    guard let address = connection?.address else { return nil }
    let keeps = before.lengths.filter { $0.key.address == address }.allSatisfy {
      after.lengths[$0.key] == $0.value
    }
    return keeps ? nil : address
  }

  /// The default routes that there are, and the other end of the connection.
  private static func ways(_ live: LiveHost, _ connection: Connection?) -> [String] {
    let families: [AddressFamily] = [.inet, .inet6]
    let defaults = families.filter { family in
      live.routes?.contains {
        $0.destination.length == 0 && $0.destination.address.family == family
      } == true
    }
    let peer = connection?.peer.map { "\($0.family.rawValue) \($0)" }
    return defaults.map { "\($0.rawValue) default" } + [peer].compactMap { $0 }
  }
}

extension LiveHost {
  /// All is known that a change is checked against.
  fileprivate var isComplete: Bool {
    interfaces != nil && routes != nil
      && jails?.allSatisfy { $0.name != nil && ($0.addresses != nil || $0.hasOwnStack == true) }
        == true
  }
}
