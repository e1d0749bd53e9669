import ConfigSyntax
import HostModel
import Phrases

/// Reads the JSON document of `jls --libxo json`: version 1 of 11.0 puts addresses of both families
/// into one list, numbers may be strings, and the parameters of -n are members.
func parseJLSDocument(_ bytes: [UInt8], _ name: String) -> LiveReading<[LiveJail]> {
  var reading = LiveReading<[LiveJail]>([])
  guard let document = reading.document(bytes, name) else { return reading }
  guard case .array(let jails)? = document["jail-information"]?["jail"] else {
    reading.complain(name, spoken("no list of jails"))
    return reading
  }
  for (index, value) in jails.enumerated() {
    let jail = LiveJail(value)
    if jail.id == nil, jail.name == nil {
      reading.complain(name, spoken("jail \(index + 1) has neither jid nor name"))
    } else {
      reading.value.append(jail)
    }
  }
  return reading
}

extension LiveJail {
  fileprivate init(_ value: JSONValue) {
    self.init()
    id = value["jid"]?.plainText.flatMap { Int($0) }
    name = value["name"]?.plainText
    hostName = (value["hostname"] ?? value["host.hostname"])?.plainText
    path = value["path"]?.plainText
    isDying =
      value["state"]?.plainText == "DYING" || ["true", "1"].contains(value["dying"]?.plainText)
    let lists = ["ipv4_addrs", "ipv6_addrs", "ip4.addr", "ip6.addr"].compactMap { value[$0] }
    if !lists.isEmpty {
      addresses = lists.flatMap(\.strings).compactMap { IPAddress($0.prefix { $0 != "%" }) }
    }
    if let vnet = value["vnet"]?.plainText {
      hasOwnStack = vnet == "new"
    } else if addresses?.isEmpty == false {
      hasOwnStack = false
    }
  }
}

extension JSONValue {
  /// The text of a string, a number or a boolean.
  var plainText: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
