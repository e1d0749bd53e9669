import Captures
import CellGrid
import ConfigSyntax
import DatabaseTables
import HostModel
import LiveApply
import LiveState
import Redaction
import Remote
import Rules
import SourceText
import Theming

/// `jailscope.toml`: problems are inside the file.
func trySettings(_ bytes: [UInt8]) {
  let file = SourceFile(path: Settings.hostPath, bytes: bytes)
  let settings = Settings(HostCapture(entries: [file.path: .file(file)]))
  let places = settings.problems.compactMap(\.place) + settings.ignored.map(\.place)
  for place in places + settings.allocations.map(\.place) {
    holdInside(place.span, SourceSpan(0, bytes.count), "a place of the settings")
  }
}

/// A theme: one that can be read has every role in every depth of colour, and a check of it is escaped.
func tryTheme(_ bytes: [UInt8]) {
  let library = ThemeLibrary().adding(SourceFile(path: "mine.toml", bytes: bytes), named: "mine")
  guard let theme = try? library.theme(named: "mine") else { return }
  for depth in ColorDepth.allCases {
    _ = themeSwatch(theme, theme.resolved(for: depth))
  }
  holdEscaped(themeCheckText(themeCheck(theme)), "the check of a theme")
}

/// The bytes of a database.
func trySQLite(_ bytes: [UInt8]) {
  for table in ["jails", "a\"b"] { _ = try? SQLiteTables().rows(ofTable: table, in: bytes) }
}

/// What programs of the running host print; all read the same bytes.
func tryLive(_ bytes: [UInt8]) {
  for output in LiveOutput.allCases { _ = LiveHost([output: bytes]) }
  _ = parseBootLog(bytes, path: "/var/log/messages")
  _ = GuardAnswer(bytes)
  _ = try? HostFacts(json: bytes)
}

/// A capture, a probe's frame, a task's result: one that is read is written again as it is, and what is
/// redacted can be read as well.
func tryCapture(_ bytes: [UInt8]) {
  let framed = Array("jailscope-probe BEGIN\n".utf8) + bytes
  let lines = bytes.count { $0 == 10 }
  let end = Array("jailscope-probe END 0 \(lines) \(bytes.count)\n".utf8)
  for text in [bytes, framed + end] {
    guard let host = try? CapturedHost(collected: text) else { continue }
    let again = try? CapturedHost(document: host.document)
    hold(again?.document == host.document, "a capture is read back")
    let redacted = host.redacted(jails: ["web"], hosts: ["host.example.org"])
    hold((try? CapturedHost(document: redacted.document)) != nil, "what is redacted can be read")
  }
  var collector = ProbeCollector(nonce: Probe.standardNonce)
  let isWhole = (try? ProbeFrame(in: framed)) != nil
  var isWholeInPieces = true
  for piece in pieces(of: framed) where isWholeInPieces {
    isWholeInPieces = (try? collector.take(piece)) != nil
  }
  isWholeInPieces = isWholeInPieces && (try? collector.end()) != nil
  hold(isWhole == isWholeInPieces, "a frame is the same however it comes")
}

/// An inventory: each host can be told to ssh(1) or is refused.
func tryInventory(_ bytes: [UInt8]) {
  for host in Inventory(bytes).hosts { _ = Destination(host) }
}

/// Single words: addresses, days, hosts, connections, commands.
func tryWords(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  if let address = IPAddress(text) {
    hold(IPAddress("\(address)") == address, "an address is read back: \(address)")
  }
  if let prefix = Prefix(text) {
    hold(Prefix("\(prefix)") == prefix, "a network is read back: \(prefix)")
  }
  if let day = Day(text) { hold(Day("\(day)") == day, "a day is read back: \(day)") }
  if let host = Destination(text) { hold(Destination(host.text) == host, "a host is read back") }
  _ = Connection(text)
  _ = LiveStep(command: text)
  _ = Release(text)
  _ = WordMarks(bytes, Array(bytes.reversed()))
  let escaped = escapeForTerminal(text)
  hold(escapeForTerminal(escaped) == escaped, "what is escaped stays")
  let half = bytes.count / 2
  let (old, new) = (Array(bytes[..<half]), Array(bytes[half...]))
  _ = FileDiff(old: old, new: new).unified(path: "/etc/rc.conf")
  if let host = Destination("web1.example.org") {
    _ = ConnectionTrouble(bytes, ConnectionOptions(host))
  }
}
