import Captures
import DatabaseTables
import HostAccess
import HostModel
import Redaction
import Reports
import Rules
import SourceText
import Testing

/// Recorded hosts as captures, and under other names.
@Suite(.timeLimit(.minutes(15)))
struct CapturedHostsTests {
  @Test(arguments: RecordedHost.sample)
  func `what is said of a capture is what is said of the host`(host: RecordedHost) throws {
    let (forecast, capture) = try host.inspect(.newest)
    let back = try CapturedHost(document: captured(host, capture).document)
    let again = Self.analysis(of: back)
    #expect(Self.documents(again) == Self.documents(Analysis(forecast, capture)))
  }

  /// Their addresses are put together of pieces, in which none is seen.
  private static let pieced = ["rc-command-subst", "rc-continuation"]

  @Test(arguments: RecordedHost.sample.filter { !pieced.contains($0.name) })
  func `under other names the same is found, and none of the names and addresses is left`(
    host: RecordedHost
  ) throws {
    let (forecast, capture) = try host.inspect(.newest)
    let jails = Set(forecast.jails.map(\.name))
    let redacted = try captured(host, capture).redacted(
      jails: jails, hosts: Set([forecast.hostName].compactMap { $0 }))
    let again = Self.analysis(of: redacted)
    #expect(Self.findings(again) == Self.findings(Analysis(forecast, capture)))
    #expect(
      Assessment(again).verdict == Assessment(Analysis(forecast, capture)).verdict)

    let text = String(decoding: redacted.document, as: UTF8.self)
    let left = Self.addresses(of: text)
    let present = forecast.interfaces.flatMap { $0.addresses.map(\.address) }
    for address in Set(present + forecast.jails.flatMap(\.addresses)) where address.isPublic {
      #expect(!left.contains(address), "\(address)")
    }
    let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    for name in jails where !again.forecast.jails.contains(where: { $0.name == name }) {
      #expect(!words.contains(name), "\(name)")
    }
  }

  @Test func `what grows too long under other names is left out with a note`() throws {
    var host = CapturedHost()
    let path = "/" + Array(repeating: "web", count: 250).joined(separator: "/")
    host.entries = [path: .missing, "/etc/jail.conf": .missing]
    host.kinds = [path: .directory]
    host.system = Array(repeating: "web", count: 1024).joined(separator: " ")
    let back = try CapturedHost(document: host.redacted(jails: ["web"], hosts: []).document)
    #expect(Array(back.entries.keys) == ["/etc/jail.conf"])
    #expect(back.kinds.isEmpty)
    #expect(back.notes.contains("paths that become too long are left out"))
    #expect(back.system?.hasPrefix("jail1 jail1") == true)
  }

  private func captured(_ host: RecordedHost, _ capture: HostCapture) throws -> CapturedHost {
    var captured = CapturedHost()
    captured.entries = capture.entries
    let facts = try host.facts
    captured.hardware = facts.hardware
    if let missing = facts.missingPaths {
      captured.lookup = .told
      captured.kinds = Dictionary(uniqueKeysWithValues: missing.map { ($0, .missing) })
    }
    return captured
  }

  private static func analysis(of host: CapturedHost) -> Analysis {
    let facts = HostFacts(hardware: host.hardware, missingPaths: host.toldMissing)
    var capture = host.usual
    var forecast = forecastBoot(capture, facts: facts, tables: SQLiteTables())
    for _ in 0..<64 where !forecast.wanted.isEmpty || !forecast.wantedInside.isEmpty {
      host.collect(forecast.wanted.sorted(), into: &capture)
      for (root, paths) in forecast.wantedInside {
        host.collect(paths.sorted(), below: root, into: &capture)
      }
      forecast = forecastBoot(capture, facts: facts, tables: SQLiteTables())
    }
    return Analysis(forecast, capture)
  }

  private static func documents(_ analysis: Analysis) -> [String] {
    let assessment = Assessment(analysis)
    var status = StatusJSON(assessment)
    var show = ShowJSON(assessment)
    var forecast = ForecastJSON(analysis.forecast, capture: analysis.capture)
    return [
      status.document(), show.document(), forecast.document(),
      CheckJSON([CheckedHost(root: "/", assessment)]).document(),
    ].map { String(decoding: $0, as: UTF8.self) }
  }

  private static func findings(_ analysis: Analysis) -> [String] {
    analysis.examination.findings.map { "\($0.severity.rawValue) \($0.rule.text)" }.sorted()
  }

  private static func addresses(of text: String) -> Set<IPAddress> {
    Set(text.split { !$0.isHexDigit && $0 != ":" && $0 != "." }.compactMap { IPAddress($0) })
  }
}
