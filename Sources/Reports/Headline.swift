import HostModel
import Phrases
import Rules

/// The first line of every report: the verdict, the host, the release.
///
/// - Parameter knowledge: which of the plan and the running host is known, where that is said.
func headline(
  _ verdict: Verdict, _ forecast: BootForecast, knowledge: String? = nil, columns: Int
) -> TextLine {
  var line = TextLine(verdict.rawValue, verdict.emphasis)
  let release = "FreeBSD \(forecast.release)\(forecast.releaseIsAssumed ? spoken(", assumed") : "")"
  line.append("  ")
  if let name = forecast.hostName { line.append("\(name), ") }
  line.append(release)
  if let knowledge { line.append(", \(knowledge)") }
  return line.cut(to: columns)
}

/// What is wrong with the boot, a service or a file as a whole, below the headline of the detailed
/// reports.
func wideLines(
  _ assessment: Assessment, _ names: inout PlaceNames, columns: Int
) -> [TextLine] {
  var lines: [TextLine] = []
  if let aborted = assessment.forecast.aborted {
    lines.append(
      TextLine(spoken("/etc/rc ends before it configures anything: \(aborted)"), .failure))
  }
  for finding in assessment.wideFindings {
    var line = finding.title
    let places = finding.placeNames(&names)
    if !places.isEmpty { line.append(" (\(places))", finding.severity.emphasis) }
    lines.append(line)
  }
  return lines.flatMap { $0.wrapped(to: columns, indent: 2) }
}
