import HostModel
import SourceText

/// An address for which host and jail ask for different prefix lengths without meeting at boot:
/// nothing starts the jail, or the host's own setting is never applied.
struct LengthConflict {
  /// The jail's index in the forecast.
  let jail: Int
  let asked: JailAddress
  /// The length that the host's configuration has.
  let length: Int
  /// The setting that is never applied; nil when the address is there.
  let ignored: IgnoredAddress?

  /// All of them, in the order of jails.
  ///
  /// - Parameter idle: the indices of jails that nothing starts.
  static func all(_ forecast: BootForecast, idle: [Int]) -> [LengthConflict] {
    var conflicts: [LengthConflict] = []
    if !forecast.ignored.isEmpty {
      for index in forecast.jails.indices {
        for asked in forecast.jails[index].definition?.readableAddresses ?? [] {
          let other = forecast.ignored.first {
            $0.interface == asked.interface && $0.address == asked.address
          }
          guard let other, let length = asked.prefixLength, length != other.prefixLength else {
            continue
          }
          conflicts.append(
            LengthConflict(
              jail: index, asked: asked, length: other.prefixLength, ignored: other))
        }
      }
    }
    guard !idle.isEmpty else { return conflicts }
    let present = Dictionary(
      forecast.interfaces.map { ($0.interface.name, $0.addresses) }, uniquingKeysWith: { $1 })
    for index in idle {
      for asked in forecast.jails[index].definition?.readableAddresses ?? [] {
        guard let interface = asked.interface, let length = asked.prefixLength,
          let other = present[interface]?.first(where: { $0.address == asked.address }),
          !other.isJails, other.prefixLength != length
        else { continue }
        conflicts.append(
          LengthConflict(jail: index, asked: asked, length: other.prefixLength, ignored: nil))
      }
    }
    return conflicts
  }

  func sentence(_ forecast: BootForecast, _ names: inout PlaceNames) -> String {
    let jail = forecast.jails[jail]
    let verb = jail.state == .notStarted ? "would ask" : "asks"
    let place = asked.place.map { " (\(names.name($0)))" } ?? ""
    let host = hostPlace(forecast).map { " (\(names.name($0)))" } ?? ""
    return "jail \(jail.name) \(verb) for \(asked.address)/\(asked.prefixLength ?? length) on "
      + "\(asked.interface ?? "")\(place), where the host has /\(length)\(host)"
  }

  private func hostPlace(_ forecast: BootForecast) -> Place? {
    if let ignored { return ignored.place }
    for step in forecast.steps where step.phase == .netif {
      for effect in step.effects {
        if let key = effect.settingKey, key.address == asked.address,
          step.interface == asked.interface
        {
          return step.sources.first
        }
      }
    }
    return nil
  }
}
