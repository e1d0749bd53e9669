import ConfigSyntax
package import HostModel
import Phrases

/// Reads the output of jls(8) in any of its forms: by itself, with -v, -n or -s, with -h, and as a
/// JSON document of libxo(3) (usr.sbin/jls/jls.c, print_jail).
package func parseJLS(
  _ bytes: [UInt8], name: String = LiveOutput.jls.rawValue
) -> LiveReading<[LiveJail]> {
  let lines = outputLines(bytes)
  guard let first = lines.first(where: { !$0.trimmed.isEmpty }) else { return LiveReading([]) }
  if first.trimmed.first == "{" { return parseJLSDocument(bytes, name) }
  let words = first.words
  if words.first == "JID", words.contains("Path") {
    return words.contains("IP") ? JLSTable(lines, name).reading : JLSVerbose(lines, name).reading
  }
  if words.contains(where: { $0.hasPrefix("jid=") || $0.hasPrefix("name=") }) {
    return JLSParameters(lines, name).reading
  }
  if words.contains("jid"), words.contains("name") { return JLSColumns(lines, name).reading }
  var reading = LiveReading<[LiveJail]>([])
  reading.complain(
    name, line: first.number, spoken("no output of jls(8): \(excerpt(first.trimmed))"))
  return reading
}

/// The default form: `JID  IP Address  Hostname  Path`; only the first IPv4 address is in it.
private struct JLSTable {
  private(set) var reading = LiveReading<[LiveJail]>([])

  init(_ lines: [OutputLine], _ name: String) {
    for line in lines.drop(while: { $0.words.first != "JID" }).dropFirst() {
      let words = line.words
      guard words.count >= 2 else {
        if !words.isEmpty { complain(line, name) }
        continue
      }
      var jail = LiveJail()
      jail.id = Int(words[0])
      // with -N the name stands in front; one that is a number is the number
      if jail.id == nil { jail.name = String(words[0]) }
      let hasAddress = IPAddress(words[1]) != nil
      let rest = words.dropFirst(hasAddress ? 2 : 1)
      jail.hostName = rest.first.map(String.init)
      jail.path = rest.count > 1 ? rest.dropFirst().joined(separator: " ") : nil
      guard jail.path?.hasPrefix("/") == true else {
        complain(line, name)
        continue
      }
      reading.value.append(jail)
    }
  }

  private mutating func complain(_ line: OutputLine, _ name: String) {
    reading.complain(name, line: line.number, spoken("no jail: \(excerpt(line.trimmed))"))
  }
}

/// The form of -v: four lines of titles, then for each jail number, host name and path, below them
/// name and state, the number of its CPU set, and its addresses, one a line.
private struct JLSVerbose {
  private(set) var reading = LiveReading<[LiveJail]>([])
  private var row = 0

  init(_ lines: [OutputLine], _ name: String) {
    for line in lines.dropFirst(4) { take(line, name) }
  }

  private mutating func take(_ line: OutputLine, _ name: String) {
    let words = line.words
    guard let first = words.first else { return }
    // eight blanks are in front of all but the first line of a jail
    if !line.text.hasPrefix("        "), let id = Int(first), words.count > 1 {
      var jail = LiveJail()
      jail.id = id
      jail.addresses = []
      jail.path = words.last.map(String.init)
      if words.count > 2 { jail.hostName = String(words[1]) }
      reading.value.append(jail)
      row = 0
      return
    }
    row += 1
    guard let index = reading.value.indices.last else {
      return reading.complain(name, line: line.number, spoken("no jail: \(excerpt(line.trimmed))"))
    }
    if row == 1, let state = words.last, ["ACTIVE", "DYING"].contains(state) {
      reading.value[index].isDying = state == "DYING"
      if words.count > 1 { reading.value[index].name = String(first) }
    } else if let address = IPAddress(first), words.count == 1 {
      reading.value[index].addresses?.append(address)
      reading.value[index].hasOwnStack = false
    } else if row != 2 || Int(first) == nil {
      reading.complain(name, line: line.number, spoken("no address: \(excerpt(line.trimmed))"))
    }
  }
}

/// The form of -h: a line of names, below it a line of values for each jail.
private struct JLSColumns {
  private(set) var reading = LiveReading<[LiveJail]>([])

  init(_ lines: [OutputLine], _ name: String) {
    let titles = lines.first?.words ?? []
    for line in lines.dropFirst() {
      let values = JLSWords.values(line.text)
      guard values.count == titles.count else {
        reading.complain(
          name, line: line.number, spoken("\(values.count) values for \(titles.count) parameters"))
        continue
      }
      let parameters = zip(titles, values).map { ($0.0, $0.1 == "-" ? "" : $0.1) }
      reading.value.append(LiveJail(parameters))
    }
  }
}

/// The forms of -n and -s: a line of `name=value` for each jail.
private struct JLSParameters {
  private(set) var reading = LiveReading<[LiveJail]>([])

  init(_ lines: [OutputLine], _ name: String) {
    for line in lines {
      let values = JLSWords.values(line.text)
      guard !values.isEmpty else { continue }
      let jail = LiveJail(
        values.map { word in
          guard let equals = word.firstIndex(of: "=") else { return (Substring(word), "true") }
          return (word[..<equals], String(word[word.index(after: equals)...]))
        })
      if jail.id == nil, jail.name == nil {
        reading.complain(
          name, line: line.number, spoken("neither jid nor name: \(excerpt(line.trimmed))"))
      } else {
        reading.value.append(jail)
      }
    }
  }
}

/// The words of a line of jls(8), in which -q puts those with blanks into quotes.
private enum JLSWords {
  static func values(_ text: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isOpen = false
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        isOpen = true
      } else if OutputLine.isBlank(character) {
        if isOpen { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        word.append(character)
        isOpen = true
      }
    }
    if isOpen { words.append(word) }
    return words
  }
}

extension LiveJail {
  /// - Parameter parameters: names with values; a boolean is `true`, or its name begins with `no`.
  fileprivate init(_ parameters: [(Substring, String)]) {
    self.init()
    var found: [IPAddress] = []
    for (name, value) in parameters {
      switch name {
      case "jid": id = Int(value)
      case "name": self.name = value
      case "path": path = value
      case "host.hostname": hostName = value
      case "dying": isDying = value == "true" || value == "1"
      case "vnet": hasOwnStack = value == "new" || value == "1"
      case "ip4.addr", "ip6.addr":
        found += value.split(separator: ",").compactMap { IPAddress($0.prefix { $0 != "%" }) }
      default: break
      }
    }
    addresses = found
    // all parameters are printed, and a kernel without network stacks for jails has none of them
    if hasOwnStack == nil, parameters.count > 20 { hasOwnStack = false }
  }
}
