/// An IPv4 address.
package struct IPv4Address: Sendable, Hashable {
  /// The four octets, the first in the highest byte.
  package let value: UInt32

  package init(_ value: UInt32) {
    self.value = value
  }

  /// Reads four decimal numbers and nothing else, as inet_pton(3) does.
  package init?(dottedQuad text: some StringProtocol) {
    var value: UInt32 = 0
    var octet: UInt32 = 0
    var digits = 0
    var octets = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digits > 0 && octet == 0 { return nil }
        octet = octet * 10 + UInt32(byte - UInt8(ascii: "0"))
        digits += 1
        if octet > 255 { return nil }
      case UInt8(ascii: "."):
        guard digits > 0, octets < 3 else { return nil }
        value = value << 8 | octet
        octet = 0
        digits = 0
        octets += 1
      default: return nil
      }
    }
    guard digits > 0, octets == 3 else { return nil }
    self.value = value << 8 | octet
  }

  /// Reads what inet_aton(3) accepts: one to four parts, decimal, octal or hexadecimal, and
  /// anything behind a blank.
  package init?(loose text: some StringProtocol) {
    var parts: [UInt32] = []
    var rest = Array(text.utf8)[...]
    while true {
      guard let part = Self.takePart(&rest) else { return nil }
      parts.append(part)
      guard rest.first == UInt8(ascii: ".") else { break }
      guard parts.count < 4 else { return nil }
      rest.removeFirst()
    }
    if let next = rest.first, !Self.isSpace(next) { return nil }
    guard let last = parts.popLast() else { return nil }
    guard parts.allSatisfy({ $0 <= 255 }) else { return nil }
    let room = 32 - 8 * UInt32(parts.count)
    if room < 32 && last >= 1 << room { return nil }
    var value = last
    for (index, part) in parts.enumerated() { value |= part << (24 - 8 * UInt32(index)) }
    self.value = value
  }

  private static func takePart(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
    guard let first = rest.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else {
      return nil
    }
    var base: UInt32 = 10
    if first == UInt8(ascii: "0") {
      rest.removeFirst()
      base = 8
      if let next = rest.first, next | 0x20 == UInt8(ascii: "x") {
        base = 16
        rest.removeFirst()
        guard rest.first.flatMap(hexDigit) != nil else { return nil }
      }
    }
    var value: UInt32 = 0
    while let byte = rest.first, let digit = hexDigit(byte), digit < base {
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      let (sum, carry) = product.addingReportingOverflow(digit)
      if carry { return nil }
      value = sum
      rest.removeFirst()
    }
    return value
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }
}

extension IPv4Address: CustomStringConvertible {
  package var description: String {
    "\(value >> 24).\(value >> 16 & 255).\(value >> 8 & 255).\(value & 255)"
  }
}

/// The value of a hexadecimal digit, or nil for any other byte.
func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
