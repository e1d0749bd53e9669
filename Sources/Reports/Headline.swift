import HostModel

/// The first line of every report: the verdict, the host, the release.
func headline(_ verdict: Verdict, _ forecast: BootForecast, columns: Int) -> TextLine {
  var line = TextLine(verdict.rawValue, verdict.emphasis)
  let release = "FreeBSD \(forecast.release)\(forecast.releaseIsAssumed ? ", assumed" : "")"
  line.append("  ")
  if let name = forecast.hostName { line.append("\(name), ") }
  line.append(release)
  return line.cut(to: columns)
}

/// What stops the boot or a service, in full, below the headline of the detailed reports.
func complaintLines(
  _ forecast: BootForecast, _ complaints: BootComplaints, columns: Int
) -> [TextLine] {
  var lines: [TextLine] = []
  if let aborted = forecast.aborted {
    lines.append(TextLine("/etc/rc ends before it configures anything: \(aborted)", .failure))
  }
  lines += complaints.failures.map { TextLine($0, .failure) }
  lines += complaints.warnings.map { TextLine($0, .caution) }
  return lines.flatMap { $0.wrapped(to: columns, indent: 2) }
}
