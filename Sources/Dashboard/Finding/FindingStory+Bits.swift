import CellGrid
import HostModel
import Rules

/// The bits of the prefixes that several people give one address.
extension FindingStory {
  /// Addresses that have more than one length, with their bars; nothing when all agree.
  var bits: [StyledLine] {
    let lines = finding.addresses.prefix(2).flatMap { address -> [StyledLine] in
      let claims = picture.claims(on: address)
      let lengths = Set(claims.lazy.filter(\.isOfAddress).map(\.length))
      guard lengths.count > 1 else { return [] }
      return BitBars(address, claims, columns: columns, glyphs) { letter(of: $0.place) }.lines
    }
    return lines.isEmpty ? [] : [heading("which addresses each length covers")] + lines
  }
}

/// Bars that show how much of an address each prefix length covers.
struct BitBars {
  let lines: [StyledLine]

  private let bits: PrefixBits
  private let columns: Int
  private let glyphs: Glyphs

  /// In front of the bars: the letter of the place, and the length.
  private static let margin = 8

  /// - Parameter letter: what the place of a claim goes by.
  init(
    _ address: IPAddress, _ claims: [PrefixClaim], columns: Int, _ glyphs: Glyphs,
    letter: (PrefixClaim) -> String?
  ) {
    bits = PrefixBits(address)
    self.columns = columns
    self.glyphs = glyphs
    let bits = bits
    let width = Self.margin + bits.written.count
    let margin = String(repeating: " ", count: Self.margin)
    var lines: [StyledLine] = []
    if width <= columns {
      if case .inet(let inet) = address { lines.append(Self.decimals(inet, margin)) }
      var line = StyledLine(margin)
      line.append(bits.written, .netAddress)
      lines.append(line)
    } else {
      lines.append(StyledLine("\(address)", .netAddress))
    }
    let own = Set(claims.lazy.filter(\.isOfAddress).map(\.length))
    for claim in Self.merged(claims) {
      let role: Role =
        claim.isOfAddress ? own.count > 1 ? .netPrefixConflict : .netPrefix : .textDim
      lines += Self.bar(
        claim, role, letter(claim) ?? " ", bits, columns: columns, glyphs)
    }
    self.lines = lines
  }

  /// Claims of one length as one.
  private static func merged(_ claims: [PrefixClaim]) -> [PrefixClaim] {
    var merged: [PrefixClaim] = []
    for claim in claims {
      if let last = merged.last, last.length == claim.length, last.isOfAddress == claim.isOfAddress
      {
        merged[merged.count - 1] = PrefixClaim(
          length: last.length, who: "\(last.who), \(claim.who)", place: last.place ?? claim.place,
          isOfAddress: last.isOfAddress)
      } else {
        merged.append(claim)
      }
    }
    return merged
  }

  private static func decimals(_ address: IPv4Address, _ margin: String) -> StyledLine {
    var line = StyledLine(margin)
    for (index, octet) in address.description.split(separator: ".").enumerated() {
      line.pad(to: self.margin + index * 9)
      line.append(String(octet), .textDim)
    }
    return line
  }

  private static func bar(
    _ claim: PrefixClaim, _ role: Role, _ letter: String, _ bits: PrefixBits, columns: Int,
    _ glyphs: Glyphs
  ) -> [StyledLine] {
    var head = StyledLine("\(letter) ", .textStrong)
    let length = "/\(claim.length)"
    head.pad(to: margin - 1 - length.count)
    head.append(length, role)
    head.append(" ")
    let count = bits.count(claim.length)
    let what = count == "1" ? "this address alone" : "\(count) addresses"
    let words = StyledLine("\(claim.who): \(what)", claim.isOfAddress ? .text : .textDim)
    let barWidth = bits.written.count
    guard margin + barWidth <= columns else {
      head.append(words)
      return [head.cut(to: columns, glyphs)]
    }
    // the words go behind the bar, or in front of it on a line of their own
    let isBeside = margin + barWidth + 2 + words.width <= columns
    var lines: [StyledLine] = []
    if !isBeside {
      head.append(words)
      lines.append(head.cut(to: columns, glyphs))
      head = StyledLine(String(repeating: " ", count: margin))
    }
    for cover in bits.cover(claim.length) {
      switch cover {
      case .all: head.append(glyphs[.full], role)
      case .part(let count): head.append(String(count), role)
      case .none: head.append(glyphs[.empty], .netFree)
      }
    }
    if isBeside {
      head.append("  ")
      head.append(words)
    }
    return lines + [head]
  }
}
