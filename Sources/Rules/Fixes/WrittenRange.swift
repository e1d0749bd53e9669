/// A range of addresses as rc.conf(5) words it: `192.0.2.10-12/24`, `2001:db8::10-1f/64`.
struct WrittenRange {
  /// The first address with the length.
  let first: String
  /// The range without its first address: IPv4 addresses behind the first are single ones.
  let others: String
  /// The range with its bounds exchanged.
  let turned: String

  /// - Parameter isReversed: the higher bound stands first.
  init?(_ word: String, isReversed: Bool = false) {
    let slash = word.firstIndex(of: "/") ?? word.endIndex
    let length = String(word[slash...])
    let parts = word[..<slash].split(separator: "-", omittingEmptySubsequences: false)
    let isInet6 = word.contains(":")
    guard parts.count == 2, let mark = parts[0].lastIndex(of: isInet6 ? ":" : ".") else {
      return nil
    }
    let stem = parts[0][...mark]
    let bounds = [parts[0][parts[0].index(after: mark)...], parts[1]]
    let radix = isInet6 ? 16 : 10
    guard let low = Int(bounds[0], radix: radix), let high = Int(bounds[1], radix: radix),
      isReversed ? low > high : low < high
    else { return nil }
    first = String(parts[0]) + length
    turned = "\(stem)\(bounds[1])-\(bounds[0])\(length)"
    let next = String(low + 1, radix: radix)
    let others = low + 1 == high ? "\(stem)\(next)" : "\(stem)\(next)-\(bounds[1])"
    self.others = others + (isInet6 ? length : "/32")
  }
}
