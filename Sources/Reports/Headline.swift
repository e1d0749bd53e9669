import HostModel
import SourceText

/// The first line of every report: the verdict, the host, the release.
func headline(
  _ verdict: Verdict, _ forecast: BootForecast, _ capture: HostCapture, columns: Int
) -> TextLine {
  var line = TextLine(verdict.rawValue, verdict.emphasis)
  let release = "FreeBSD \(forecast.release)\(forecast.releaseIsAssumed ? ", assumed" : "")"
  line.append("  ")
  if let name = hostName(forecast, capture) { line.append("\(name), ") }
  line.append(release)
  return line.cut(to: columns)
}

/// The name rc.conf gives the host; nil when it gives none or one that can't be told.
private func hostName(_ forecast: BootForecast, _ capture: HostCapture) -> String? {
  var host = BootHost(capture: capture, facts: HostFacts(), release: forecast.release)
  let loaded = host.loadRCVariables(inheriting: ShellVariables())
  guard let value = loaded.variables["hostname"], value.unknown == nil, !value.text.isEmpty else {
    return nil
  }
  return value.text
}
