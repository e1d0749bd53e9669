package import Captures
import HostModel
import SourceText

/// Taking out of a capture what tells whose it is.
extension CapturedHost {
  /// The same host under other names and addresses, and without secrets.
  ///
  /// It is for people who may not know whose the host is. What is wrong with it is wrong with this one, too.
  ///
  /// - Parameters:
  ///   - jails: the names of its jails.
  ///   - hosts: names of hosts, with their domains or without, that are to be replaced besides those in
  ///     `/etc/hosts`, `/etc/resolv.conf` and settings of hostnames.
  package func redacted(jails: Set<String>, hosts: Set<String>) -> CapturedHost {
    var host = self
    host.dropDatabases()
    host.mapBytes(SecretText.removed)
    let names = NameMapping(jails: jails, hosts: hosts.union(host.namedHosts))
    let scanner = TokenScanner(names: names.names.keys)
    var tokens: [Token] = []
    var isWide = false
    host.forEachText { bytes in
      _ = scanner.replacing(bytes) { token in
        tokens.append(token)
        return nil
      }
      isWide = isWide || Self.hasWideNetworks(bytes, scanner)
    }
    let addresses = AddressMapping(tokens, isWide: isWide)
    host.map { bytes in
      scanner.replacing(bytes) { names.replacement($0) ?? addresses.replacement($0) }
    }
    host.notes.append("names, addresses and secrets are replaced")
    return host
  }

  /// A database can't be changed as a text is.
  private mutating func dropDatabases() {
    for (path, entry) in entries {
      guard case .file(let file) = entry, file.bytes.contains(0) else { continue }
      entries[path] = .unreadable("is left out, as it is no text")
      attributes[path] = nil
      notes.append("\(path) is left out, as it is no text")
    }
  }

  private mutating func dropPaths(where isTooLong: (String) -> Bool) {
    let paths = Set(entries.keys).union(kinds.keys).filter(isTooLong)
    guard !paths.isEmpty else { return }
    for path in paths {
      entries[path] = nil
      attributes[path] = nil
      kinds[path] = nil
    }
    notes.append("paths that become too long are left out")
  }

  /// Hosts that files name.
  private var namedHosts: Set<String> {
    var found: Set<String> = []
    for (path, entry) in entries {
      guard case .file(let file) = entry else { continue }
      for line in file.bytes.split(separator: 10) {
        let words = String(decoding: line, as: UTF8.self).split { " \t\r\"';=".contains($0) }
        guard let first = words.first else { continue }
        let isList =
          path == "/etc/hosts" && first.first != "#"
          || path == "/etc/resolv.conf" && (first == "search" || first == "domain")
        if isList {
          found.formUnion(words.dropFirst().map(String.init))
        } else if first == "hostname" || first.hasSuffix("_hostname") || first == "host.hostname",
          words.count > 1
        {
          found.insert(String(words[1]))
        } else if words.count > 2, words[0] == "export", words[1].hasSuffix("_hostname") {
          found.insert(String(words[2]))
        }
      }
    }
    if let words = system?.split(separator: " "), words.count > 1 { found.insert(String(words[1])) }
    return found.filter { $0 != "localhost" && !$0.contains("$") && IPAddress($0) == nil }
  }

  /// Whether lines have networks of IPv4 wider than /24, other than loopback's.
  private static func hasWideNetworks(_ bytes: [UInt8], _ scanner: TokenScanner) -> Bool {
    bytes.split(separator: 10).contains { line in
      var hasAddress = false
      _ = scanner.replacing(Array(line)) { token in
        if case .inet(let address) = token, !address.meansItself { hasAddress = true }
        return nil
      }
      guard hasAddress else { return false }
      let text = String(decoding: line, as: UTF8.self)
      if text.contains("255.255.0.0") || text.contains("0xffff0000") { return true }
      return (8..<24).contains { length in
        let bits = UInt32.max << UInt32(32 - length)
        let word = "/\(length)"
        return text.contains(IPv4Address(bits).description)
          || text.contains("0x\(String(bits, radix: 16))")
          || text.hasSuffix(word)
          || ["\"", "'", " ", ";", ",", "\t"].contains { text.contains(word + $0) }
      }
    }
  }

  private func forEachText(_ visit: ([UInt8]) -> Void) {
    var copy = self
    copy.map {
      visit($0)
      return $0
    }
  }

  /// Changes what files and programs say.
  private mutating func mapBytes(_ change: ([UInt8]) -> [UInt8]) {
    for (path, entry) in entries {
      guard case .file(let file) = entry else { continue }
      entries[path] = .file(SourceFile(path: path, bytes: change(file.bytes)))
    }
    for index in outputs.indices { outputs[index].bytes = change(outputs[index].bytes) }
  }

  /// Changes every text there is.
  ///
  /// What grows beyond what a capture may have is cut, or left out where it is a path.
  private mutating func map(_ change: ([UInt8]) -> [UInt8]) {
    func text(_ text: String) -> String {
      let changed = change(Array(text.utf8))
      guard changed.count > CaptureLimits.text else {
        return String(decoding: changed, as: UTF8.self)
      }
      // a character that is cut becomes one of three bytes
      return String(decoding: changed.prefix(CaptureLimits.text - 3), as: UTF8.self)
    }
    mapBytes(change)
    dropPaths { text($0).utf8.count > CaptureLimits.path }
    var mapped: [String: HostCapture.Entry] = [:]
    for (path, entry) in entries {
      let path = text(path)
      switch entry {
      case .file(let file): mapped[path] = .file(SourceFile(path: path, bytes: file.bytes))
      case .directory(let names):
        mapped[path] = .directory(
          names.map(text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      case .unreadable(let reason): mapped[path] = .unreadable(text(reason))
      case .missing: mapped[path] = .missing
      }
    }
    entries = mapped
    attributes = Dictionary(attributes.map { (text($0.key), $0.value) }) { $1 }
    kinds = Dictionary(kinds.map { (text($0.key), $0.value) }) { $1 }
    for index in outputs.indices { outputs[index].failure = outputs[index].failure.map(text) }
    hardware = hardware?.map(text)
    system = system.map(text)
    connection = connection.map(text)
    notes = notes.map(text)
  }
}
