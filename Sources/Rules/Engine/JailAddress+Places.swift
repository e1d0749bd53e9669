import HostModel
import Phrases
import SourceText

/// How findings show what a jail asks for.
extension JailAddress {
  /// The place of the address, noted with the length the jail asks for.
  ///
  /// - Parameter asks: whether the length matters; else the place stands without a note.
  func places(_ host: ExaminedHost, asks: Bool) -> [FindingPlace] {
    guard let place = host.place(of: self) else { return [] }
    guard asks, let prefixLength else { return [FindingPlace(place)] }
    let standard = usesDefaultLength(host.capture) ? spoken(" by default") : ""
    return [FindingPlace(place, spoken("the jail asks for /\(prefixLength)\(standard)"))]
  }
}

extension JailForecast {
  /// The address of the jail's configuration that a step sets or takes off.
  func addressOf(_ step: Step) -> JailAddress? {
    guard let address = step.requestedAddress else { return nil }
    return definition?.readableAddresses.first {
      $0.address == address && $0.interface == step.interface
    }
  }
}
