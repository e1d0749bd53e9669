/// An address range of an alias, `192.0.2.10-12/24` or `2001:db8::10-1f/64`, written out
/// (network.subr, ifalias_expand_addr_inet and _inet6).
struct AddressRange {
  /// The words of each address, without interface, family and `alias`.
  private(set) var expanded: [[String]] = []
  /// What rc(8) says when it stops early.
  private(set) var warning: String?

  /// Whether a word of an alias makes it a range: a hexadecimal digit with a dash behind it.
  static func isRange(_ text: String) -> Bool {
    let view = text.utf8
    let bytes = view.span
    for index in bytes.indices.dropFirst()
    where bytes[index] == UInt8(ascii: "-") && hexDigit(bytes[index - 1]) != nil {
      return true
    }
    return false
  }

  init(words: ArraySlice<String>, family: String, limit: Int) {
    guard let address = words.first else { return }
    let extra = Array(words.dropFirst())
    if words.contains(where: { $0.contains("--") }) { return }
    if family == "inet" {
      expandInet(address, extra, limit)
    } else if family == "inet6" {
      expandInet6(address, extra, limit)
    }
  }

  /// The first address gets the length that is written, the others /32.
  private mutating func expandInet(_ address: String, _ extra: [String], _ limit: Int) {
    let (plain, length) = Self.split(address)
    let octets = plain.split(separator: ".", omittingEmptySubsequences: true)
    guard let position = octets.firstIndex(where: { Self.isInetRange($0) }) else {
      return expanded.append([address] + extra)
    }
    let bounds = octets[position].split(separator: "-", maxSplits: 1)
    guard bounds.count == 2, let low = Int(bounds[0]), let high = Int(bounds[1]) else { return }
    let hasMask = extra.contains { $0.contains("netmask") }
    for count in numbers(low, high, limit) {
      var parts = octets.map(String.init)
      parts[position] = String(count)
      let text = parts.joined(separator: ".")
      let width = count == low ? length ?? "32" : "32"
      expanded.append([hasMask ? text : "\(text)/\(width)"] + extra)
    }
  }

  private static func isInetRange(_ octet: Substring) -> Bool {
    guard let first = octet.utf8.first, (48...57).contains(first),
      let dash = octet.utf8.firstIndex(of: UInt8(ascii: "-"))
    else { return false }
    guard let next = octet.utf8[octet.utf8.index(after: dash)...].first else { return false }
    return (48...57).contains(next)
  }

  /// Every address gets the length that is written, or /64; numbers are hexadecimal.
  private mutating func expandInet6(_ address: String, _ extra: [String], _ limit: Int) {
    let (plain, length) = Self.split(address)
    guard let dash = plain.firstIndex(of: "-") else {
      return expanded.append([address] + extra)
    }
    let left = plain[..<dash]
    let right = plain[plain.index(after: dash)...]
    guard let colon = left.lastIndex(of: ":") else { return }
    let lowText = left[left.index(after: colon)...]
    let highText = right.prefix { $0 != ":" }
    let tail = right.dropFirst(highText.count)
    guard let low = Int(lowText, radix: 16), let high = Int(highText, radix: 16) else { return }
    let hasLength = extra.contains { $0.contains("prefixlen") }
    for count in numbers(low, high, limit) {
      let digits = String(count, radix: 16)
      let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      let text = "\(left[..<colon]):\(padded)\(tail)"
      expanded.append([hasLength ? text : "\(text)/\(length ?? "64")"] + extra)
    }
  }

  /// The numbers of a range: rc(8) checks its limit behind each, so up to two more than that.
  ///
  /// A limit beyond what one part of an address can count is taken for that.
  private mutating func numbers(_ low: Int, _ high: Int, _ limit: Int) -> Range<Int> {
    guard low >= 0, low <= high, high < Int.max else { return 0..<0 }
    let most = max(-1, min(limit, 0xffff)) + 2
    guard high - low >= most - 1 else { return low..<high + 1 }
    warning = "Range specification is too large"
    return low..<low + most
  }

  private static func split(_ text: String) -> (plain: Substring, length: String?) {
    guard let slash = text.lastIndex(of: "/") else { return (text[...], nil) }
    return (text[..<slash], String(text[text.index(after: slash)...]))
  }
}
