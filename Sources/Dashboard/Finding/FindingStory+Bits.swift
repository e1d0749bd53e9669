import CellGrid
import HostModel
import Phrases
import Rules

/// The bits of the prefixes that several people give one address.
extension FindingStory {
  /// Addresses that have more than one length, with their bars; nothing when all agree.
  var bits: [StyledLine] {
    let lines = finding.addresses.prefix(2).flatMap { address -> [StyledLine] in
      let claims = picture.claims(on: address)
      let lengths = Set(claims.lazy.filter(\.isOfAddress).map(\.length))
      guard lengths.count > 1 else { return [] }
      return BitBars(address, claims, columns: columns, glyphs).lines { letter(of: $0.place) }
    }
    return lines.isEmpty ? [] : [heading(spoken("which addresses each length covers"))] + lines
  }
}
