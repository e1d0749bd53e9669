/// Keys and passwords among the words of ifconfig(8), which are nobody's to read in a report.
package enum SecretWords {
  /// The words that a secret follows (ifconfig(8), wg(8); `wgkey` and `wgpsk` are OpenBSD's).
  private static let keywords: Set<String> = [
    "pass", "wepkey", "nwkey", "wpakey", "psk", "wgkey", "wgpsk", "private-key", "preshared-key",
  ]

  private static let initials = Set(keywords.compactMap { $0.utf8.first })

  /// A text with an asterisk in place of every byte of a secret.
  package static func masked(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var masked = Array(bytes)
    var isSecret = false
    var index = 0
    while index < masked.count {
      guard isWordByte(masked[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < masked.count, isWordByte(masked[end]) { end += 1 }
      if isSecret {
        for place in index..<end { masked[place] = UInt8(ascii: "*") }
        isSecret = false
      } else {
        // most words are told from these by their first letter
        isSecret =
          initials.contains(masked[index])
          && keywords.contains(String(decoding: masked[index..<end], as: UTF8.self))
      }
      index = end
    }
    return masked
  }

  /// The same of a command, or of what is printed about one.
  package static func masked(_ text: String) -> String {
    String(decoding: masked(text.utf8), as: UTF8.self)
  }

  /// Neither parts words nor quotes them.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ";"): false
    default: true
    }
  }
}
