package import SourceText

/// An address of a jail as its configuration words it: `vtnet0|2001:db8::3/64`.
package struct JailAddress: Sendable {
  /// The interface jail(8) puts it on; nil when it is used as it is found.
  package let interface: String?
  /// The text jail(8) is given, and where in it the address stands.
  private let text: String
  private let start: Int32
  private let end: Int32
  /// Where it is written; nil when rc(8) or jail(8) made it up.
  package let place: Place?
  /// The address itself.
  package let address: IPAddress
  /// A length stands in the text jail(8) is given.
  package let hasLength: Bool
  /// Words for ifconfig(8) may stand behind it.
  let hasWords: Bool
  /// The least number for none.
  private let length: Int32

  /// Takes a value of `ip4.addr` or `ip6.addr` apart (jail(8); command.c, run_command).
  package init?(_ value: JailValue, _ family: AddressFamily, interface fallback: String?) {
    let view = value.text.utf8
    let bytes = view.span
    let blank = bytes.firstIndex(of: UInt8(ascii: " "))
    var rest = bytes.extracting(..<(blank ?? bytes.count))
    let bar = rest.firstIndex(of: UInt8(ascii: "|"))
    let start = bar.map { $0 + 1 } ?? 0
    rest = rest.extracting(start...)
    let slash = rest.firstIndex(of: UInt8(ascii: "/"))
    let spelling = rest.extracting(..<(slash ?? rest.count))
    guard let address = IPAddress(spelling, of: family) else { return nil }
    var length: Int? = family.hostLength
    var hasLength = false
    if let slash {
      length = prefixLengthOfMask(rest.extracting((slash + 1)...))
      hasLength = true
    }
    if let blank {
      let words = bytes.extracting(blank...).text.split(separator: " ")
      for (keyword, argument) in zip(words, words.dropFirst())
      where keyword == "prefixlen" || keyword == "netmask" {
        length = prefixLengthOfMask(argument)
        hasLength = true
      }
    }
    interface = bar.map { bytes.extracting(..<$0).text } ?? fallback
    self.address = address
    self.hasLength = hasLength
    hasWords = blank != nil
    self.length = length.map { Int32(clamping: max($0, Int(Int32.min) + 1)) } ?? .min
    place = value.origin.place
    text = value.text
    self.start = Int32(clamping: start)
    end = Int32(clamping: start + spelling.count)
  }

  /// The prefix length jail(8) asks for; nil when the text has one that can't be read.
  package var prefixLength: Int? { length == .min ? nil : Int(length) }

  /// The address as written, without interface and length.
  package var spelling: String {
    String(decoding: Array(text.utf8)[Int(start)..<Int(end)], as: UTF8.self)
  }

  /// Whether nobody wrote the length, so that jail(8) or rc.d/jail puts its own there.
  package func usesDefaultLength(_ capture: HostCapture) -> Bool {
    guard hasLength else { return true }
    // rc.d/jail writes the length it makes up: what counts is what stands in the host's own file
    guard let place, case .file(let file)? = capture.entry(at: place.path) else { return false }
    let written = file.text(place.span)
    guard let found = written.range(ofText: spelling) else { return false }
    let rest = written[found.upperBound...].utf8.prefix { $0 != UInt8(ascii: ",") }
    let words = shellWords(String(decoding: rest, as: UTF8.self))
    return rest.first != UInt8(ascii: "/") && !words.contains("prefixlen")
      && !words.contains("netmask")
  }
}

/// Reads `64` or, as IPv4 has it, `255.255.255.0` or `0xffffff00`.
package func prefixLengthOfMask(_ text: some StringProtocol) -> Int? {
  if let mask = IPv4Address(dottedQuad: text) { return mask.value.nonzeroBitCount }
  if text.hasPrefix("0x") { return UInt32(text.dropFirst(2), radix: 16)?.nonzeroBitCount }
  return Int(text)
}

/// The same of bytes; most are a number of a few digits.
private func prefixLengthOfMask(_ bytes: Span<UInt8>) -> Int? {
  var value = 0
  for index in bytes.indices {
    guard (48...57).contains(bytes[index]), bytes.count < 4 else {
      return prefixLengthOfMask(bytes.text)
    }
    value = value * 10 + Int(bytes[index] - 48)
  }
  return bytes.isEmpty ? nil : value
}
