/// An IPv4 address.
package struct IPv4Address: Sendable, Hashable {
  /// The four octets, the first in the highest byte.
  package let value: UInt32

  package init(_ value: UInt32) {
    self.value = value
  }

  /// Reads four decimal numbers and nothing else, as inet_pton(3) does.
  package init?(dottedQuad text: some StringProtocol) {
    let view = Substring(text).utf8
    self.init(dottedQuad: view.span)
  }

  init?(dottedQuad bytes: Span<UInt8>) {
    var value: UInt32 = 0
    var index = 0
    for position in 0..<4 {
      if position > 0 {
        guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { return nil }
        index &+= 1
      }
      guard let octet = Self.takeOctet(bytes, &index) else { return nil }
      value = value << 8 | octet
    }
    guard index == bytes.count else { return nil }
    self.value = value
  }

  /// Up to three decimal digits, the first no zero unless it is the only one.
  private static func takeOctet(_ bytes: Span<UInt8>, _ index: inout Int) -> UInt32? {
    guard index < bytes.count else { return nil }
    var octet = UInt32(bytes[index] &- UInt8(ascii: "0"))
    guard octet < 10 else { return nil }
    index &+= 1
    if octet == 0 { return 0 }
    while index < bytes.count {
      let digit = UInt32(bytes[index] &- UInt8(ascii: "0"))
      guard digit < 10 else { break }
      octet = octet &* 10 &+ digit
      guard octet < 256 else { return nil }
      index &+= 1
    }
    return octet
  }

  /// Reads what inet_aton(3) accepts: one to four parts, decimal, octal or hexadecimal, and
  /// anything behind a blank.
  package init?(loose text: some StringProtocol) {
    let view = Substring(text).utf8
    self.init(loose: view.span)
  }

  init?(loose bytes: Span<UInt8>) {
    if let usual = IPv4Address(dottedQuad: bytes) {
      self = usual
      return
    }
    var index = 0
    var value: UInt32 = 0
    var room: UInt32 = 32
    guard var part = Self.takePart(bytes, &index) else { return nil }
    while index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      guard room > 8, part <= 255 else { return nil }
      room -= 8
      value |= part << room
      index += 1
      guard let next = Self.takePart(bytes, &index) else { return nil }
      part = next
    }
    if index < bytes.count, !Self.isSpace(bytes[index]) { return nil }
    if room < 32 && part >= 1 << room { return nil }
    self.value = value | part
  }

  private static func takePart(_ bytes: Span<UInt8>, _ index: inout Int) -> UInt32? {
    guard index < bytes.count, (48...57).contains(bytes[index]) else { return nil }
    var base: UInt32 = 10
    if bytes[index] == UInt8(ascii: "0") {
      index += 1
      base = 8
      if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "x") {
        base = 16
        index += 1
        guard index < bytes.count, hexDigit(bytes[index]) != nil else { return nil }
      }
    }
    var value: UInt32 = 0
    while index < bytes.count, let digit = hexDigit(bytes[index]), digit < base {
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      let (sum, carry) = product.addingReportingOverflow(digit)
      if carry { return nil }
      value = sum
      index += 1
    }
    return value
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }
}

extension IPv4Address: CustomStringConvertible {
  /// The dotted spelling of inet_ntop(3).
  package var description: String {
    "\(value >> 24).\(value >> 16 & 255).\(value >> 8 & 255).\(value & 255)"
  }
}

/// The value of a hexadecimal digit, or nil for any other byte.
func hexDigit(_ byte: UInt8) -> UInt32? {
  let digit = byte &- UInt8(ascii: "0")
  if digit < 10 { return UInt32(digit) }
  let letter = (byte | 0x20) &- UInt8(ascii: "a")
  return letter < 6 ? UInt32(letter) + 10 : nil
}
