import SourceText

/// The network start of a jail with a network stack of its own: what rc(8) in it does with the
/// interfaces that are moved into it, by the rc.conf(5) below the jail's root.
package struct JailInside: Sendable {
  /// The jail's name.
  package let jail: String
  /// The jail's root as a path of the host, without a slash at its end.
  package let root: String
  /// What its rc(8) does; paths and places in it are those of the host.
  package let forecast: BootForecast
  /// Its interfaces are those that are moved into it; else those that its own files name.
  package let knowsInterfaces: Bool

  /// The jails of a boot that have files of their own to be followed, and what is still to be read.
  static func all(
    _ host: BootHost, _ jails: [JailForecast], _ release: Release
  ) -> (insides: [JailInside], wanted: [String: Set<String>]) {
    var insides: [JailInside] = []
    var wanted: [String: Set<String>] = [:]
    for jail in jails {
      guard jail.hasOwnStack || jail.definition?.hasOwnStack == true,
        let start = jail.definition.flatMap({ InsideStart($0) })
      else { continue }
      let inside = JailInside(jail, start, host.capture, release)
      let missing = inside.forecast.wanted
      if !missing.isEmpty { wanted[start.root, default: []].formUnion(missing) }
      // a jail without files is configured by whoever starts it
      if inside.forecast.hasReadAnything { insides.append(inside) }
    }
    return (insides, wanted)
  }

  private init(
    _ jail: JailForecast, _ start: InsideStart, _ capture: HostCapture, _ release: Release
  ) {
    let names = jail.movedInterfaces?.map { start.renames[$0] ?? $0 }
    knowsInterfaces = names != nil
    self.jail = jail.name
    root = start.root
    let facts = HostFacts(hardware: names)
    var boot = Boot(host: BootHost(capture: capture, facts: facts, release: release, root: root))
    boot.startNetwork()
    forecast = BootForecast(
      boot, boot.numberAddresses()(), release: release, isAssumed: false)
  }
}

extension JailForecast {
  /// The interfaces that rc(8) finds in the jail when it starts; nil when that can't be told.
  fileprivate var movedInterfaces: [String]? {
    if state == .running { return interfaces }
    let named = (definition?.values(.vnetInterface) ?? []).map(\.text).filter { !$0.isEmpty }
    let names = interfaces + named.filter { !interfaces.contains($0) }
    return names.isEmpty ? nil : names
  }
}
