import Reports
import TestHosts

/// The reports every rule about text holds for.
enum ReportKind: String, CaseIterable {
  case status, show, forecast

  func text(_ host: HostSketch, _ style: TextStyle = .plain, columns: Int = 80) -> String {
    let assessment = Assessment(host.forecast, host.capture)
    return switch self {
    case .status: statusReport(assessment, style: style, columns: columns)
    case .show: showReport(assessment, style: style, columns: columns)
    case .forecast: forecastReport(assessment, style: style, columns: columns)
    }
  }

  func lines(_ host: HostSketch, columns: Int = 80) -> [String] {
    text(host, columns: columns).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }
}

/// The prefix length conflict that most reports are about.
let conflict = HostSketch(
  rc: #"ifconfig_vtnet0_alias0="inet6 2001:db8::3 prefixlen 64""#,
  jails: #"git { ip6.addr = "vtnet0|2001:db8::3"; }"#)
