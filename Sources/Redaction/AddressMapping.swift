import HostModel

/// Addresses in the place of others: the same for the same, and in one network if those are.
///
/// What an address means by itself stays: loopback, link-local, multicast, masks and none; and a private
/// one (RFC 1918, RFC 4193) becomes a private one. Host parts stay, as do those zeros and ones that
/// make an address that of a network.
struct AddressMapping {
  private var inet: [UInt32: UInt32] = [:]
  private var inet6: [UInt64: UInt64] = [:]
  private var ethernet: [UInt64: UInt64] = [:]
  /// How many bits of an IPv4 address are replaced.
  private let unit: UInt32

  /// - Parameter isWide: networks of the host are wider than /24.
  init(_ tokens: some Sequence<Token>, isWide: Bool) {
    unit = isWide ? 16 : 24
    var blocks: Set<UInt32> = []
    var highs: Set<UInt64> = []
    var macs: Set<UInt64> = []
    for token in tokens {
      switch token {
      case .inet(let address): blocks.insert(address.value >> (32 - unit))
      case .inet6(let address):
        highs.insert(address.high)
        if let mac = address.hardware { macs.insert(mac) }
      case .ethernet(let number): macs.insert(number)
      case .name: break
      }
    }
    assignInet(blocks)
    assignInet6(highs)
    var number: UInt64 = 0
    for mac in macs.sorted() where mac != 0 && mac != 0xffff_ffff_ffff {
      // RFC 7042 has 256 for documents, and behind them those of one's own
      while macs.contains(Self.documentary(number)) { number += 1 }
      ethernet[mac] = Self.documentary(number)
      number += 1
    }
  }

  private static func documentary(_ number: UInt64) -> UInt64 {
    number < 256 ? 0x0000_5e00_5300 + number : 0x0200_5e00_0000 + number
  }

  private mutating func assignInet(_ blocks: Set<UInt32>) {
    var documents: UInt32 = 0
    var own: UInt32 = 0
    for block in blocks.sorted() {
      let address = IPv4Address(block << (32 - unit))
      guard !address.meansItself else { continue }
      if IPAddress.inet(address).isPublic {
        repeat { documents += 1 } while blocks.contains(documentary(documents))
        inet[block] = documentary(documents)
      } else {
        repeat { own += 1 } while blocks.contains((10 << (unit - 8)) + own)
        inet[block] = (10 << (unit - 8)) + own
      }
    }
  }

  /// A network for documents (RFC 5737), and behind these from those for measurements (RFC 2544) on.
  private func documentary(_ number: UInt32) -> UInt32 {
    let few: [UInt32] = [0xc000_02, 0xc633_64, 0xcb00_71]
    if unit == 16 { return 0xc612 + number - 1 }
    return number <= 3 ? few[Int(number) - 1] : 0xc612_00 + number - 4
  }

  /// The first half of an address.
  ///
  /// RFC 3849 has one /32 for documents, RFC 9637 4,096 more. The 16 bits behind it are numbered, the
  /// last 16 stay.
  private mutating func assignInet6(_ highs: Set<UInt64>) {
    let known = Set(highs.map { $0 >> 32 })
    var fronts: [UInt64: UInt64] = [:]
    var sites: [UInt64: UInt64] = [:]
    var number: UInt64 = 0
    for high in highs.sorted() where !IPv6Address(high: high, low: 2).meansItself {
      let front = high >> 32
      if fronts[front] == nil {
        repeat { number += 1 } while known.contains(Self.front(number, of: front))
        fronts[front] = Self.front(number, of: front)
      }
      let site = high >> 16
      if sites[site] == nil {
        let count = sites.keys.count { $0 >> 16 == front }
        sites[site] = site & 0xffff == 0 ? 0 : UInt64(count + 1)
      }
      inet6[high] = (fronts[front] ?? 0) << 32 | (sites[site] ?? 0) << 16 | high & 0xffff
    }
  }

  private static func front(_ number: UInt64, of front: UInt64) -> UInt64 {
    if front >> 25 == 0xfc >> 1 { return 0xfd00_0000 + number }
    return number == 1 ? 0x2001_0db8 : 0x3fff_0000 + number - 2
  }

  /// What stands for a token; nil when it stays.
  func replacement(_ token: Token) -> String? {
    switch token {
    case .inet(let address):
      return inet[address.value >> (32 - unit)].map { block in
        let rest = address.value & (UInt32.max >> unit)
        return IPv4Address(block << (32 - unit) | rest).description
      }
    case .inet6(let address): return replacement(address)
    case .ethernet(let number): return ethernet[number].map(Self.text)
    case .name: return nil
    }
  }

  private func replacement(_ address: IPv6Address) -> String? {
    if let mapped = address.mapped {
      return replacement(.inet(mapped)).map { "::ffff:\($0)" }
    }
    var low = address.low
    if let mac = address.hardware, let other = ethernet[mac] { low = IPv6Address.identifier(other) }
    guard let high = inet6[address.high] else {
      guard low != address.low else { return nil }
      return IPv6Address(high: address.high, low: low).description
    }
    return IPv6Address(high: high, low: low).description
  }

  private static func text(_ number: UInt64) -> String {
    (0..<6).reversed().map { place in
      let byte = number >> UInt64(place * 8) & 0xff
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined(separator: ":")
  }
}

extension IPv4Address {
  /// A mask, or of a network whose addresses are each host's own.
  var meansItself: Bool {
    switch value >> 24 {
    case 0, 127, 224...: true
    default: value >> 16 == 0xa9fe
    }
  }
}

extension IPv6Address {
  /// Of a network whose addresses are each host's own.
  fileprivate var meansItself: Bool {
    high >> 54 == 0xfe80 >> 6 || high >> 56 == 0xff || high == 0
  }

  /// The IPv4 address in `::ffff:192.0.2.1`.
  fileprivate var mapped: IPv4Address? {
    high == 0 && low >> 32 == 0xffff ? IPv4Address(UInt32(truncatingIfNeeded: low)) : nil
  }

  /// The MAC address that an interface identifier is made of (RFC 4291, appendix A).
  var hardware: UInt64? {
    guard low >> 24 & 0xffff == 0xfffe else { return nil }
    return ((low >> 40) << 24 | low & 0xff_ffff) ^ 0x0200_0000_0000
  }

  /// The interface identifier that is made of a MAC address.
  fileprivate static func identifier(_ mac: UInt64) -> UInt64 {
    let mac = mac ^ 0x0200_0000_0000
    return (mac >> 24) << 40 | 0xff_fe00_0000 | mac & 0xff_ffff
  }
}
