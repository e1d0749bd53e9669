import HostModel
import Phrases
import Rules

/// A jail that does not start, with what is known of the reason.
struct FailedStart {
  let jail: JailForecast
  /// The finding that is the reason; nil when somebody silenced it.
  private let finding: Finding?
  /// Where what fails is written.
  let places: [String]

  init(_ jail: JailForecast, _ assessment: Assessment, _ names: inout PlaceNames) {
    self.jail = jail
    finding = assessment.reason(for: jail.name)
    var known = (finding?.places ?? []).map(\.place)
    if known.isEmpty, let place = jail.definition?.writtenPlace(assessment.capture) {
      known = [place]
    }
    var list: [String] = []
    for place in known {
      let name = names.name(place)
      if !list.contains(name) { list.append(name) }
    }
    places = list
  }

  /// What is behind the message, when more is known than it says.
  var cause: String? {
    guard let finding, jail.error.map({ !finding.message.hasSuffix($0) }) ?? true else {
      return nil
    }
    return finding.message
  }

  /// What was printed, on one line.
  var error: String {
    let lines = (jail.error ?? "").split(separator: "\n")
    if lines.isEmpty { return spoken("no reason is printed") }
    return withoutProgress(SecretWords.masked(lines.joined(separator: "; ")))
  }

  /// The command that fails, unless the message names it.
  var command: String? {
    guard let command = jail.failedCommand, jail.error?.hasPrefix(command) != true else {
      return nil
    }
    return SecretWords.masked(command)
  }
}

/// A console line without the words rc(8) leaves in front of it, having not ended its own.
func withoutProgress(_ line: String) -> String {
  var rest = line[...]
  while true {
    let text = rest.drop { $0 == " " }
    guard let progress = ["Starting jails:", "ezjail"].first(where: text.hasPrefix) else {
      return String(rest.startIndex == line.startIndex ? rest : text)
    }
    rest = text.dropFirst(progress.count)
  }
}
