import ConfigSyntax
package import HostModel
import Phrases

/// Reads the output of `netstat -rn`, with or without -W, as text or as a JSON document of libxo(3)
/// (usr.bin/netstat/route.c, p_rtentry_sysctl).
///
/// Without -W long addresses may be cut; they are left out and named.
package func parseNetstat(
  _ bytes: [UInt8], name: String = LiveOutput.netstat.rawValue
) -> LiveReading<[LiveRoute]> {
  let lines = outputLines(bytes)
  guard let first = lines.first(where: { !$0.trimmed.isEmpty }) else { return LiveReading([]) }
  if first.trimmed.first == "{" { return parseNetstatDocument(bytes, name) }
  var table = NetstatTable(name: name)
  for line in lines { table.take(line) }
  if !table.hasTable {
    table.reading.complain(
      name, line: first.number, spoken("no routing table: \(excerpt(first.trimmed))"))
  }
  return table.reading
}

private struct NetstatTable {
  let name: String
  var reading = LiveReading<[LiveRoute]>([])
  private(set) var hasTable = false
  private var family: AddressFamily?
  /// The column of the interface, by the titles.
  private var interface: Int?

  init(name: String) {
    self.name = name
  }

  mutating func take(_ line: OutputLine) {
    let words = line.words
    guard let first = words.first else { return }
    switch first {
    case "Routing": hasTable = true
    case "Internet:": open(.inet)
    case "Internet6:": open(.inet6)
    case "Destination":
      interface = words.firstIndex(of: "Netif")
    default:
      guard let family, let interface else { return }
      add(words, line, family, interface)
    }
  }

  private mutating func open(_ family: AddressFamily) {
    hasTable = true
    self.family = family
    interface = nil
  }

  private mutating func add(
    _ words: [Substring], _ line: OutputLine, _ family: AddressFamily, _ interface: Int
  ) {
    // an empty column in front, as that of Mtu can be, moves it
    let column = words.count > interface && Int(words[interface]) == nil ? interface : interface - 1
    guard words.count > column, column > 2 else {
      return reading.complain(name, line: line.number, spoken("no route: \(excerpt(line.trimmed))"))
    }
    guard let destination = Prefix(destination: words[0], family, flags: words[2]) else {
      return reading.complain(name, line: line.number, spoken("no network: \(excerpt(words[0]))"))
    }
    reading.value.append(
      LiveRoute(
        destination, gateway: String(words[1]), flags: String(words[2]),
        interface: String(words[column])))
  }
}

private func parseNetstatDocument(_ bytes: [UInt8], _ name: String) -> LiveReading<[LiveRoute]> {
  var reading = LiveReading<[LiveRoute]>([])
  guard let document = reading.document(bytes, name) else { return reading }
  let table = document["statistics"]?["route-information"]?["route-table"]
  guard case .array(let families)? = table?["rt-family"] else {
    reading.complain(name, spoken("no routing table"))
    return reading
  }
  for family in families {
    guard let text = family["address-family"]?.plainText,
      let kind = ["Internet": AddressFamily.inet, "Internet6": .inet6][text],
      case .array(let entries)? = family["rt-entry"]
    else { continue }
    for entry in entries {
      let told = entry["destination"]?.plainText ?? ""
      let flags = entry["flags"]?.plainText ?? ""
      guard let destination = Prefix(destination: Substring(told), kind, flags: Substring(flags))
      else {
        reading.complain(name, spoken("no network: \(excerpt(told))"))
        continue
      }
      reading.value.append(
        LiveRoute(
          destination, gateway: entry["gateway"]?.plainText ?? "", flags: flags,
          interface: entry["interface-name"]?.plainText ?? ""))
    }
  }
  return reading
}

extension Prefix {
  /// Reads `default`, `192.0.2.0/24`, `192.0.2.1`, `2001:db8::%em0/64` or, of old releases,
  /// `192.0.2`: without a length the network is that of a host, or as long as it has numbers.
  fileprivate init?(destination text: Substring, _ family: AddressFamily, flags: Substring) {
    if text == "default" {
      self.init(
        family == .inet ? .inet(IPv4Address(0)) : .inet6(IPv6Address(high: 0, low: 0)), length: 0)
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let plain = parts[0].prefix { $0 != "%" }
    let octets = plain.split(separator: ".").count
    let isShort = family == .inet && (1...3).contains(octets)
    let full = isShort ? plain + String(repeating: ".0", count: 4 - octets) : plain
    guard let address = IPAddress(full), address.family == family else { return nil }
    guard parts.count > 1 else {
      self.init(address, length: isShort ? 8 * octets : family.hostLength)
      return
    }
    guard let length = Int(parts[1]), (0...family.hostLength).contains(length) else { return nil }
    self.init(address, length: length)
  }
}
