import HostModel
import Phrases

/// What a vnet jail has inside, in lines.
extension JailInside {
  /// The interfaces of the jail with what they have there, as people read it.
  var interfaceTexts: [(text: String, isUnknown: Bool)] {
    let entries = forecast.interfaces.filter { !$0.interface.driver.isLoopback }
    var texts = entries.map { entry in
      let list = entry.addresses.map { "\($0.address)/\($0.prefixLength)" }
      let reasons = entry.interface.unknownAddresses
      let words = list + reasons.map { spoken("not known: \($0)") }
      return (
        "\(entry.interface.name)  \(words.isEmpty ? spoken("no address") : words.joined(separator: ", "))",
        list.isEmpty && !reasons.isEmpty
      )
    }
    if let aborted = forecast.aborted {
      texts.append((spoken("rc(8) ends there: \(aborted)"), false))
    }
    return texts + forecast.unreadable.map { ("\($0.path): \($0.reason)", true) }
  }
}
