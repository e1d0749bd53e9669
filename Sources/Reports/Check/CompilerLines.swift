package import HostModel
import Phrases
package import Rules
import SourceText

/// What `jailscope check --format gcc` prints: a line for each finding, one for each further place of
/// it, and a note for each thing that isn't known, as editors and build tools read them.
package func gccReport(_ hosts: [CheckedHost], silenced: Bool = false) -> String {
  var lines: [TextLine] = []
  for host in hosts {
    var names = PlaceNames(host.assessment.capture)
    let examination = host.assessment.examination
    for finding in examination.findings {
      lines.append(finding.compilerLine(host, &names))
      lines += finding.places.dropFirst().map { $0.compilerNote(host, &names) }
    }
    for finding in silenced ? examination.silenced.map(\.finding) : [] {
      var line = finding.compilerLine(host, &names)
      line.append(" (silenced)")
      lines.append(line)
    }
    lines += host.assessment.unknownThings().map { thing in
      let position = thing.place.map { host.position(of: $0, &names) } ?? host.name
      let what = spoken("not known: \(thing.clause)")
      return TextLine("\(position): " + spoken("note: \(what)"))
    }
  }
  return lines.rendered(.plain)
}

extension Finding {
  /// `/etc/rc.conf:41:3: error: what is wrong [rule-name]`.
  func compilerLine(_ host: CheckedHost, _ names: inout PlaceNames) -> TextLine {
    let position = places.first.map { host.position(of: $0.place, &names) }
    var line = TextLine("\(position ?? host.name): ", .strong)
    line.append("\(severity.word): ", severity.emphasis)
    line.append("\(message) ", .strong)
    line.append("[\(rule.text)]")
    return line
  }
}

extension FindingPlace {
  /// `/etc/rc.conf:41:3: note: what stands there`.
  func compilerNote(_ host: CheckedHost, _ names: inout PlaceNames) -> TextLine {
    var line = TextLine("\(host.position(of: place, &names)): ", .strong)
    line.append(spoken("note: \(note.isEmpty ? spoken("here, too") : note)"))
    return line
  }
}

extension CheckedHost {
  /// The path with 1-based line and column, in bytes.
  func position(of place: Place, _ names: inout PlaceNames) -> String {
    guard let start = names.region(place)?.start else { return path(of: place) }
    return "\(path(of: place)):\(start.line):\(start.column)"
  }
}

extension Confidence {
  /// What a finding depends on; nil when on nothing.
  package func condition(_ forecast: BootForecast) -> String? {
    switch self {
    case .certain: nil
    case .release: spoken("for FreeBSD \(forecast.release)")
    case .liveState(let what): spoken("once the running host has told \(what)")
    case .script(let what): spoken("once it is known \(what)")
    }
  }

  /// The word of the JSON document.
  var keyword: String {
    switch self {
    case .certain: "certain"
    case .release: "release"
    case .liveState: "live-state"
    case .script: "script"
    }
  }
}
