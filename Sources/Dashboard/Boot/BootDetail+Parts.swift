import CellGrid
import HostModel
import Phrases
import Rules

/// What the headings of the boot stand for.
extension BootDetail {
  /// The host's own network, and what of the boot as a whole is to be said.
  var netif: [StyledLine] {
    var lines: [StyledLine] = []
    if let aborted = forecast.aborted {
      lines += fact(spoken("ends"), spoken("rc(8) goes no further: \(aborted)"), .stepFail)
    }
    lines.append(
      StyledLine(spoken("the host's interfaces and their addresses, before any jail starts")))
    for ignored in forecast.ignored.prefix(Self.most) {
      lines += fact(
        spoken("ignored"),
        spoken("\(ignored.address)/\(ignored.prefixLength) on \(ignored.interface)"),
        .severityWarning)
    }
    for (path, reason) in forecast.unreadable.prefix(Self.most) {
      lines += fact(spoken("unknown"), "\(path): \(reason)", .stepUnknown)
    }
    for unknown in forecast.unknowns.prefix(Self.most) {
      lines += fact(
        spoken("unknown"), "\(picture.name(of: unknown.place)): \(unknown.reason)", .stepUnknown)
    }
    for text in forecast.console.prefix(Self.most) {
      let words = text.drop { $0 == " " }
      if words.count > 1 {
        let text = SecretWords.masked(String(words))
        lines.append(fact(spoken("console"), text)[0].cut(to: columns, glyphs))
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
      lines += fact(spoken("runs"), SecretWords.masked(command), .textCode)
    }
    if let error = jail.error, jail.state != .running {
      let text = error.split(separator: "\n").joined(separator: "; ")
      lines += fact(spoken("prints"), SecretWords.masked(text), fate.role)
    }
    if let finding = state.currentFinding, finding.jails.contains(jail.name) {
      lines += fact(spoken("because"), finding.message, finding.severity.role)
    }
    if let reason = jail.unknown { lines += fact(spoken("because"), reason, .stepUnknown) }
    if jail.hasOwnStack {
      let names = jail.interfaces.joined(separator: ", ")
      lines += fact("vnet", names.isEmpty ? spoken("no interface is moved into it") : names)
    } else {
      let addresses = jail.addresses.prefix(Self.most).map(\.description)
      let wanted = (jail.definition?.readableAddresses ?? []).prefix(Self.most)
        .map(\.address.description)
      let list = addresses.isEmpty ? wanted : addresses
      let more = max(jail.addresses.count - Self.most, 0)
      lines += fact(
        addresses.isEmpty && !wanted.isEmpty ? spoken("asks for") : spoken("addresses"),
        (list.isEmpty ? spoken("none", as: "list") : list.joined(separator: ", "))
          + (more > 0 ? spoken(" and \(more) more") : ""), .netAddress)
    }
    if !jail.absentAddresses.isEmpty {
      let list = jail.absentAddresses.prefix(Self.most).map(\.description)
      lines += fact(
        spoken("absent"), spoken("no interface has \(list.joined(separator: ", "))"),
        .severityWarning)
    }
    if let place = jail.definition?.place {
      lines += fact(spoken("defined"), picture.name(of: place), .filePath)
    }
    for message in jail.messages.prefix(Self.most) where message != jail.error {
      lines += fact(spoken("says"), SecretWords.masked(message))
    }
    return lines
  }
}
