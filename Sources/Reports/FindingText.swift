import HostModel
import Phrases
package import Rules

/// How the reports word a finding.
extension Finding {
  /// The places, as people read them, at most so many.
  func placeNames(_ names: inout PlaceNames, limit: Int = 3) -> String {
    var list: [String] = []
    for place in places.prefix(limit) {
      let name = names.name(place.place)
      if !list.contains(name) { list.append(name) }
    }
    let more = places.count > limit ? spoken(" and \(places.count - limit) more") : ""
    return list.joined(separator: ", ") + more
  }

  /// Severity and message; only an error's message has its colour, as yellow can't be read on white.
  var title: TextLine {
    var line = TextLine("\(severity.word): ", severity.emphasis)
    line.append(message, severity == .error ? .failure : .plain)
    return line
  }

  /// What is printed, on one line, with keys and passwords covered.
  package var printedLine: String? {
    printed.map { SecretWords.masked($0.split(separator: "\n").joined(separator: "; ")) }
  }
}

extension Severity {
  /// The word in front of a message, as compilers have it.
  package var word: String {
    switch self {
    case .info: spoken("note")
    case .warning: spoken("warning")
    case .error: spoken("error")
    }
  }

  var emphasis: Emphasis {
    switch self {
    case .info: .plain
    case .warning: .caution
    case .error: .failure
    }
  }

  /// A number of findings: `2 errors`.
  package func count(_ number: Int) -> String {
    switch self {
    case .info: number == 1 ? spoken("1 note") : spoken("\(number) notes")
    case .warning: number == 1 ? spoken("1 warning") : spoken("\(number) warnings")
    case .error: number == 1 ? spoken("1 error") : spoken("\(number) errors")
    }
  }
}
