package import HostModel
import Phrases

/// Reads the output of ifconfig(8), of 10.0 to 15.0, in the format it has by itself or with
/// `-f inet:cidr,inet6:cidr` (sbin/ifconfig/ifconfig.c, status; af_inet.c; af_inet6.c).
///
/// Lines that were pasted without their blanks in front, and blank ones between them, are read too.
package func parseIfconfig(
  _ bytes: [UInt8], name: String = LiveOutput.ifconfig.rawValue
) -> LiveReading<[LiveInterface]> {
  var reader = IfconfigReader(name: name)
  for line in outputLines(bytes) { reader.take(line) }
  return reader.reading
}

private struct IfconfigReader {
  let name: String
  var reading = LiveReading<[LiveInterface]>([])
  private var names: Set<String> = []
  private var saysNoInterface = false

  init(name: String) {
    self.name = name
  }

  mutating func take(_ line: OutputLine) {
    let text = line.trimmed
    guard !text.isEmpty else { return }
    if let header = IfconfigHeader(text) { return open(header, line) }
    guard let current = reading.value.indices.last else {
      if !saysNoInterface {
        reading.complain(
          name, line: line.number, spoken("no interface in front of: \(excerpt(text))"))
      }
      saysNoInterface = true
      return
    }
    let words = line.words
    switch words[0] {
    case "inet", "inet6": addAddress(words, line, to: current)
    default: reading.value[current].take(text, words)
    }
  }

  private mutating func open(_ header: IfconfigHeader, _ line: OutputLine) {
    if !names.insert(header.name).inserted {
      reading.complain(
        name, line: line.number, spoken("a second interface \(excerpt(header.name))"))
    }
    var interface = LiveInterface(name: header.name)
    interface.flags = header.flags
    interface.mtu = header.mtu
    reading.value.append(interface)
  }

  private mutating func addAddress(
    _ words: [Substring], _ line: OutputLine, to interface: Int
  ) {
    var parser = AddressWords(words)
    guard let address = parser.read() else {
      reading.complain(
        name, line: line.number,
        spoken("no address: \(excerpt(words.dropFirst().first ?? words[0]))"))
      reading.value[interface].otherLines.append(String(line.trimmed))
      return
    }
    if let fault = parser.fault { reading.complain(name, line: line.number, fault) }
    reading.value[interface].addresses.append(address)
  }
}

/// The first line of an interface: `em0: flags=8843<UP,BROADCAST> metric 0 mtu 1500`.
private struct IfconfigHeader {
  let name: String
  let flags: Set<String>
  let mtu: Int?

  init?(_ text: Substring) {
    guard let colon = text.firstRange(of: ":")?.lowerBound, colon > text.startIndex else {
      return nil
    }
    let name = text[..<colon]
    let rest = text[text.index(after: colon)...].drop(while: OutputLine.isBlank)
    guard rest.hasPrefix("flags="), !name.contains(where: OutputLine.isBlank) else { return nil }
    self.name = String(name)
    let words = rest.split(whereSeparator: OutputLine.isBlank)
    let list = words.first?.split(separator: "<", maxSplits: 1).dropFirst().first ?? ""
    let flags = list.prefix { $0 != ">" }.split(separator: ",")
    self.flags = Set(flags.map { $0.uppercased() })
    mtu = zip(words, words.dropFirst()).first { $0.0 == "mtu" }.flatMap { Int($0.1) }
  }
}

extension LiveInterface {
  /// Takes a line about the interface that tells of no address.
  fileprivate mutating func take(_ text: Substring, _ words: [Substring]) {
    let value = words.dropFirst().joined(separator: " ")
    switch words[0] {
    case "groups:": groups = words.dropFirst().map(String.init)
    case "status:": status = value
    case "description:":
      summary = String(text.dropFirst("description:".count).drop(while: OutputLine.isBlank))
    case "member:", "laggport:":
      if words.count > 1 { members.append(String(words[1])) }
    case "carp:": virtualHosts.append(value)
    case "ether" where Self.isHardwareAddress(value): hardwareAddress = value.lowercased()
    case "vlan:":
      vlan = words.count > 1 ? Int(words[1]) : nil
      takeParent(words)
    case "parent": takeParent(words)
    default: otherLines.append(String(text))
    }
  }

  /// Six bytes; in outputs that were made public letters may stand in their place.
  private static func isHardwareAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 6
      && parts.allSatisfy { $0.utf8.count == 2 && UInt8($0, radix: 16) != nil }
      && parts.contains { $0 != "00" }
  }

  /// `parent interface: em0`, at the end of the line.
  private mutating func takeParent(_ words: [Substring]) {
    guard let index = words.firstIndex(of: "interface:"), index + 1 < words.count,
      words[index + 1] != "<none>"
    else { return }
    parent = String(words[index + 1])
  }
}
