import HostModel
import SourceText

/// The first line of every report: the verdict, the host, the release.
func headline(
  _ verdict: Verdict, _ forecast: BootForecast, _ capture: HostCapture, columns: Int
) -> TextLine {
  var line = TextLine(verdict.rawValue, verdict.emphasis)
  let release = "FreeBSD \(forecast.release)\(forecast.releaseIsAssumed ? ", assumed" : "")"
  line.append("  ")
  if let name = forecast.hostName { line.append("\(name), ") }
  line.append(release)
  return line.cut(to: columns)
}
