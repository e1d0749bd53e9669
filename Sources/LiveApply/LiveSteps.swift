import HostModel
import Phrases

/// What of a change can be made on the running host now, and in which order.
///
/// What a boot does otherwise after the change than before is done, as far as the running host isn't
/// like that already; what else differs is left alone.
struct LiveSteps {
  /// Puts addresses there before others go, where both can be there.
  private(set) var all: [LiveStep] = []
  /// What a person has to know before.
  private(set) var notes: [String] = []

  private let live: LiveHost
  private let scene: LiveScene
  private var added: [LiveStep] = []
  private var changed: [LiveStep] = []
  private var readdressed: [LiveStep] = []
  private var removed: [LiveStep] = []

  /// - Parameter commands: of fixes, those that only touch addresses.
  init(
    _ live: LiveHost, from before: BootForecast, to after: BootForecast, commands: [LiveStep]
  ) {
    self.live = live
    scene = LiveScene(live)
    let running = Set(live.runningJails.compactMap(\.name))
    let old = Self.lengths(before.interfaces, running)
    let new = Self.lengths(after.interfaces, running)
    let oldOwn = Self.lengths(before.interfacesAfterNetif, running)
    let newOwn = Self.lengths(after.interfacesAfterNetif, running)
    // what a jail makes of an address of the host's may be the same before and after
    for (spot, length) in new.sorted(by: { $0.key.line($0.value) < $1.key.line($1.value) })
    where old[spot] != length || oldOwn[spot] != newOwn[spot] {
      put(spot, length, instead: old, new)
    }
    readdress(before, after)
    for spot in old.keys.sorted(by: { $0.line(0) < $1.line(0) }) where new[spot] == nil {
      take(spot)
    }
    let order = { (one: LiveStep, other: LiveStep) in one.command < other.command }
    all = added.sorted(by: order) + changed + readdressed.sorted(by: order)
    all += removed.sorted(by: order)
    var later = scene
    for step in all { _ = later.make(step) }
    // what leads from the files to the files says how an address is to be
    let settled = Set(all.compactMap(\.spot))
    for step in commands where later.changes(by: step) {
      if let spot = step.spot, settled.contains(spot) { continue }
      all.append(step)
      _ = later.make(step)
    }
  }

  private mutating func put(
    _ spot: LiveScene.Spot, _ length: Int, instead old: [LiveScene.Spot: Int],
    _ new: [LiveScene.Spot: Int]
  ) {
    guard live.interfaces?.contains(where: { $0.name == spot.interface }) == true else {
      notes.append(
        spoken(
          "\(spot.interface) is not there now: \(spot.address)/\(length) comes with the next boot"))
      return
    }
    let step = LiveStep.add(spot.address, length, on: spot.interface)
    guard let present = scene.lengths[spot] else {
      // the same address can't be in two places, so it is gone for a moment
      let elsewhere = scene.lengths.keys.first {
        $0.address == spot.address && old[$0] != nil && new[$0] == nil
      }
      if let elsewhere {
        changed += [.remove(spot.address, from: elsewhere.interface), step]
        notes.append(spoken("\(spot.address) is gone for a moment, and its connections may end"))
      } else {
        added.append(step)
      }
      return
    }
    guard present != length else { return }
    notes.append(
      spoken(
        "the length of \(spot.address) changes from /\(present) to /\(length): the route to its network "
          + "may go to another interface or come from one, and its connections may end"))
    changed +=
      spot.address.family == .inet ? [step] : [.remove(spot.address, from: spot.interface), step]
  }

  private mutating func take(_ spot: LiveScene.Spot) {
    guard scene.lengths[spot] != nil,
      !changed.contains(.remove(spot.address, from: spot.interface))
    else { return }
    let users = live.runningJails.filter { jail in
      let new = readdressed.compactMap { step -> [IPAddress]? in
        if case .readdress(jail.name, let addresses) = step { addresses } else { nil }
      }.first
      return jail.hasOwnStack != true && (new ?? jail.addresses ?? []).contains(spot.address)
    }
    if let user = users.first {
      notes.append(
        spoken("\(spot.address) stays on \(spot.interface): jail \(user.title) runs with it"))
    } else {
      removed.append(.remove(spot.address, from: spot.interface))
    }
  }

  /// Jails that run get other addresses, if they have those now that the files gave them.
  private mutating func readdress(_ before: BootForecast, _ after: BootForecast) {
    let old = Dictionary(before.jails.map { ($0.name, $0) }) { one, _ in one }
    for jail in after.jails where !jail.hasOwnStack && !jail.addresses.isEmpty {
      guard let present = scene.jails[jail.name], let was = old[jail.name]?.addresses,
        was != jail.addresses, Set(present) != Set(jail.addresses)
      else { continue }
      if Set(present) == Set(was) {
        readdressed.append(.readdress(jail: jail.name, jail.addresses))
      } else {
        notes.append(
          spoken("jail \(jail.name) runs with other addresses than its files say, and keeps them"))
      }
    }
  }

  /// Addresses with their lengths, but those of jails that don't run now.
  private static func lengths(
    _ entries: [InterfaceAddresses], _ running: Set<String>
  ) -> [LiveScene.Spot: Int] {
    var found: [LiveScene.Spot: Int] = [:]
    for entry in entries {
      for address in entry.addresses {
        if case .jail(let name) = address.owner, !running.contains(name) { continue }
        let spot = LiveScene.Spot(interface: entry.interface.name, address: address.address)
        found[spot] = address.prefixLength
      }
    }
    return found
  }
}
