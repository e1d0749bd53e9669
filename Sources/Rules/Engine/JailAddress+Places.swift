import HostModel
import Phrases
import SourceText

/// How findings show what a jail asks for.
extension JailAddress {
  /// The place of the address, noted with the length the jail asks for.
  ///
  /// - Parameter asks: whether the length matters; else the place stands without a note.
  func places(_ host: ExaminedHost, asks: Bool) -> [FindingPlace] {
    findingPlace(host, asks: asks).map { [$0] } ?? []
  }

  /// The same, nil when nobody wrote it.
  func findingPlace(_ host: ExaminedHost, asks: Bool) -> FindingPlace? {
    guard let place = host.place(of: self) else { return nil }
    guard asks, let prefixLength else { return FindingPlace(place) }
    let standard = usesDefaultLength(host.capture) ? spoken(" by default") : ""
    return FindingPlace(place, spoken("the jail asks for /\(prefixLength)\(standard)"))
  }
}

extension JailForecast {
  /// An address on an interface as the jail's configuration words it; nil when it doesn't.
  func address(_ address: IPAddress?, on interface: String?) -> JailAddress? {
    guard let address, let asked = definition?.readableAddresses else { return nil }
    for index in asked.indices
    where asked[index].address == address && asked[index].interface == interface {
      return asked[index]
    }
    return nil
  }
}
