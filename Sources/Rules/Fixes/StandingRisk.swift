package import HostModel
import Phrases
import SourceText

/// Whether a change has to do with the connection of the one who makes it.
extension Standing {
  /// Whether the boot treats the interface or the address otherwise after a change.
  func isTouched(_ before: BootForecast, _ after: BootForecast) -> Bool {
    !commands(before).elementsEqual(commands(after)) { $0.argv == $1.argv }
  }

  /// Whether a command that a person is shown names the interface or the address.
  func isTouched(by command: String) -> Bool {
    command.split(whereSeparator: { " /".contains($0) }).contains { word in
      interface.map { word == $0 } == true || IPAddress(word) == connection.address
    }
  }

  private func commands(_ forecast: BootForecast) -> some Sequence<Step> {
    forecast.steps.lazy.filter(concerns)
  }

  /// What is said first about such a change.
  package var warning: String {
    let what = interface.map {
      spoken("\($0), which carries your connection to \(connection.address)")
    }
    return spoken(
      "this touches \(what ?? spoken("\(connection.address), to which you are connected"))")
  }
}

extension Fix {
  /// The fix as it is offered to one who is connected by what it changes: never as safe, and with
  /// that said first.
  func warning(_ standing: Standing) -> Fix {
    Fix(
      title, meaning: meaning.isEmpty ? standing.warning : "\(standing.warning): \(meaning)",
      min(applicability, .review), edits: edits, commands: commands)
  }
}
