import CellGrid
import HostModel
import Phrases

/// Bars that show how much of an address each prefix length covers, below the address in full.
struct BitBars {
  private let address: IPAddress
  private let claims: [PrefixClaim]
  private let columns: Int
  private let glyphs: Glyphs
  private let bits: PrefixBits

  /// In front of the bars: the letter of the place, and the length.
  private static let margin = 8

  init(_ address: IPAddress, _ claims: [PrefixClaim], columns: Int, _ glyphs: Glyphs) {
    self.address = address
    self.claims = claims
    self.columns = columns
    self.glyphs = glyphs
    bits = PrefixBits(address)
  }

  /// - Parameter letter: what the place of a claim goes by.
  func lines(letter: (PrefixClaim) -> String? = { _ in nil }) -> [StyledLine] {
    let lengths = Set(claims.lazy.filter(\.isOfAddress).map(\.length))
    var lines = head
    let merged = merged(letter)
    // behind the bars, or each in front of its own on a line for itself
    let isBehind = merged.allSatisfy {
      Self.margin + bits.written.count + 2 + words($0.claim).width <= columns
    }
    for (claim, letter) in merged {
      let role: Role =
        claim.isOfAddress ? lengths.count > 1 ? .netPrefixConflict : .netPrefix : .textDim
      lines += bar(claim, role, letter ?? " ", isBehind: hasRoom && isBehind)
    }
    if hasRoom, claims.contains(where: { bits.cover($0.length).contains(where: \.isPart) }) {
      let note = spoken("a number in a bar: so many of the digit's four bits")
      lines.append(StyledLine(Self.blanks + note, .textDim).cut(to: columns, glyphs))
    }
    return lines
  }

  private static let blanks = String(repeating: " ", count: margin)

  private var hasRoom: Bool { Self.margin + bits.written.count <= columns }

  /// The address; that of IPv4 in bits, with its numbers above.
  private var head: [StyledLine] {
    guard hasRoom else { return [StyledLine("\(address)", .netAddress)] }
    var written = StyledLine(Self.blanks)
    written.append(bits.written, .netAddress)
    guard case .inet(let inet) = address else { return [written] }
    var numbers = StyledLine()
    for (index, octet) in inet.description.split(separator: ".").enumerated() {
      numbers.pad(to: Self.margin + index * 9)
      numbers.append(String(octet), .textDim)
    }
    return [numbers, written]
  }

  /// Claims of one length as one, with the letter of the first that has one.
  private func merged(
    _ letter: (PrefixClaim) -> String?
  ) -> [(claim: PrefixClaim, letter: String?)] {
    var merged: [(claim: PrefixClaim, letter: String?)] = []
    for claim in claims {
      guard let (last, known) = merged.last, last.length == claim.length,
        last.isOfAddress == claim.isOfAddress
      else {
        merged.append((claim, letter(claim)))
        continue
      }
      let both = PrefixClaim(
        length: last.length, who: "\(last.who), \(claim.who)", place: last.place,
        isOfAddress: last.isOfAddress)
      merged[merged.count - 1] = (both, known ?? letter(claim))
    }
    return merged
  }

  /// Whose length it is, and how many addresses that means.
  private func words(_ claim: PrefixClaim) -> StyledLine {
    let count = bits.count(claim.length)
    let what = count == "1" ? spoken("this address alone") : spoken("\(count) addresses")
    return StyledLine("\(claim.who): \(what)", claim.isOfAddress ? .text : .textDim)
  }

  private func bar(
    _ claim: PrefixClaim, _ role: Role, _ letter: String, isBehind: Bool
  ) -> [StyledLine] {
    var head = StyledLine("\(letter) ", .textStrong)
    let length = "/\(claim.length)"
    head.pad(to: Self.margin - 1 - length.count)
    head.append(length, role)
    head.append(" ")
    if isBehind {
      head.append(drawn(claim, role))
      head.append("  ")
      head.append(words(claim))
      return [head]
    }
    head.append(words(claim))
    var below = StyledLine(Self.blanks)
    below.append(drawn(claim, role))
    return [head.cut(to: columns, glyphs)] + (hasRoom ? [below] : [])
  }

  private func drawn(_ claim: PrefixClaim, _ role: Role) -> StyledLine {
    var line = StyledLine()
    for cover in bits.cover(claim.length) {
      switch cover {
      // reversed, a full block would be a blank
      case .all: line.append(glyphs[.full], role == .netPrefixConflict ? .diffDelete : role)
      case .part(let count): line.append(String(count), role)
      case .none: line.append(glyphs[.empty], .netFree)
      }
    }
    return line.joined
  }
}

extension PrefixBits.Cover {
  fileprivate var isPart: Bool {
    if case .part = self { true } else { false }
  }
}
