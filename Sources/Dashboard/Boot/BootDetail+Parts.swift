import CellGrid
import HostModel
import Rules

/// What the headings of the boot stand for.
extension BootDetail {
  /// The host's own network, and what of the boot as a whole is to be said.
  var netif: [StyledLine] {
    var lines: [StyledLine] = []
    if let aborted = forecast.aborted {
      lines += fact("ends", "rc(8) goes no further: \(aborted)", .stepFail)
    }
    lines.append(StyledLine("the host's interfaces and their addresses, before any jail starts"))
    for ignored in forecast.ignored.prefix(Self.most) {
      lines += fact(
        "ignored", "\(ignored.address)/\(ignored.prefixLength) on \(ignored.interface)",
        .severityWarning)
    }
    for (path, reason) in forecast.unreadable.prefix(Self.most) {
      lines += fact("unknown", "\(path): \(reason)", .stepUnknown)
    }
    for unknown in forecast.unknowns.prefix(Self.most) {
      lines += fact(
        "unknown", "\(picture.name(of: unknown.place)): \(unknown.reason)", .stepUnknown)
    }
    for text in forecast.console.prefix(Self.most) {
      let words = text.drop { $0 == " " }
      if words.count > 1 {
        let text = SecretWords.masked(String(words))
        lines.append(fact("console", text)[0].cut(to: columns, glyphs))
      }
    }
    return lines
  }

  private static let most = 8

  /// One jail: what becomes of it, and why.
  func jail(_ jail: JailForecast) -> [StyledLine] {
    let fate = jail.fate
    var lines = [StyledLine(fate.words, fate.role)]
    if let command = jail.failedCommand {
      lines += fact("runs", SecretWords.masked(command), .textCode)
    }
    if let error = jail.error, jail.state != .running {
      let text = error.split(separator: "\n").joined(separator: "; ")
      lines += fact("prints", SecretWords.masked(text), fate.role)
    }
    if let finding = state.currentFinding, finding.jails.contains(jail.name) {
      lines += fact("because", finding.message, finding.severity.role)
    }
    if let reason = jail.unknown { lines += fact("because", reason, .stepUnknown) }
    if jail.hasOwnStack {
      let names = jail.interfaces.joined(separator: ", ")
      lines += fact("vnet", names.isEmpty ? "no interface is moved into it" : names)
    } else {
      let addresses = jail.addresses.prefix(Self.most).map(\.description)
      let wanted = (jail.definition?.readableAddresses ?? []).prefix(Self.most)
        .map(\.address.description)
      let list = addresses.isEmpty ? wanted : addresses
      let more = max(jail.addresses.count - Self.most, 0)
      lines += fact(
        addresses.isEmpty && !wanted.isEmpty ? "asks for" : "addresses",
        (list.isEmpty ? "none" : list.joined(separator: ", "))
          + (more > 0 ? " and \(more) more" : ""), .netAddress)
    }
    if !jail.absentAddresses.isEmpty {
      let list = jail.absentAddresses.prefix(Self.most).map(\.description)
      lines += fact("absent", "no interface has \(list.joined(separator: ", "))", .severityWarning)
    }
    if let place = jail.definition?.place {
      lines += fact("defined", picture.name(of: place), .filePath)
    }
    for message in jail.messages.prefix(Self.most) where message != jail.error {
      lines += fact("says", SecretWords.masked(message))
    }
    return lines
  }
}
