import HostModel
import Rules
import SourceText

/// All findings of some hosts as a JSON document, described in `docs/json.md`.
package struct CheckJSON {
  /// Grows when a member changes its meaning or goes; new members don't count.
  package static let version = 1

  private let hosts: [CheckedHost]

  package init(_ hosts: [CheckedHost]) {
    self.hosts = hosts
  }

  /// The document, with a newline behind it.
  package func document() -> [UInt8] {
    var writer = JSONWriter(brokenLevels: 5)
    writer.object { writer in
      writer.format("check", Self.version)
      writer.member("verdict", Verdict.worst(of: hosts.map(\.assessment.verdict)).keyword)
      writer.member("hosts") { writer in
        writer.array(hosts) { writer, host in
          var names = PlaceNames(host.assessment.capture)
          writer.object { Self.write(host, &names, &$0) }
        }
      }
    }
    return writer.bytes + [0x0a]
  }

  private static func write(
    _ host: CheckedHost, _ names: inout PlaceNames, _ writer: inout JSONWriter
  ) {
    let assessment = host.assessment
    writer.member("root", host.root)
    writer.member("verdict", assessment.verdict.keyword)
    writer.member("host", assessment.forecast.hostName)
    writer.release(assessment.forecast)
    writer.live(assessment)
    writer.member("findings") { writer in
      writer.array(assessment.examination.findings) { writer, finding in
        writer.object { writer in
          write(finding, of: host, &names, &writer)
          guard let fixes = host.fixes else { return }
          writer.member("fixes") {
            write(fixes: fixes(finding).map(\.fix), of: host, &names, &$0)
          }
        }
      }
    }
    writer.member("silenced") { writer in
      writer.array(assessment.examination.silenced) { writer, silenced in
        writer.object { writer in
          write(silenced.finding, of: host, &names, &writer)
          writer.member("silenced_at", host.position(of: silenced.suppression.place, &names))
          writer.member("reason", silenced.suppression.reason)
        }
      }
    }
    writer.allocations(assessment)
    writer.unknowns(assessment, &names)
  }

  private static func write(
    _ finding: Finding, of host: CheckedHost, _ names: inout PlaceNames,
    _ writer: inout JSONWriter
  ) {
    writer.member("rule", finding.rule.text)
    writer.member("severity", finding.severity.rawValue)
    writer.member("message", finding.message)
    writer.member("about", finding.isAboutRunningHost ? "live" : "plan")
    writer.member("places") { writer in
      writer.array(finding.places) { writer, place in
        writer.object { write(place, of: host, &names, &$0) }
      }
    }
    let forecast = host.assessment.forecast
    writer.member("command", finding.step.map { forecast.step($0).commandLine })
    writer.member("printed", finding.printed.map(SecretWords.masked))
    writer.member("effect", finding.effect)
    writer.member("confidence", finding.confidence.keyword)
    writer.member("condition", finding.confidence.condition(forecast))
    writer.member("jails") { $0.strings(finding.jails) }
    writer.member("addresses") { $0.strings(finding.addresses.map(\.description)) }
  }

  private static func write(
    _ place: FindingPlace, of host: CheckedHost, _ names: inout PlaceNames,
    _ writer: inout JSONWriter
  ) {
    write(place.place, of: host, &names, &writer)
    writer.member("note", place.note.isEmpty ? nil : place.note)
  }

  static func write(
    _ place: Place, of host: CheckedHost, _ names: inout PlaceNames, _ writer: inout JSONWriter
  ) {
    writer.member("file", host.path(of: place))
    if let region = names.region(place) {
      writer.member("line", region.start.line)
      writer.member("column", region.start.column)
      writer.member("end_line", region.end.line)
      writer.member("end_column", region.end.column)
    }
    writer.member("offset", place.span.lower)
    writer.member("length", place.span.range.count)
  }
}

extension JSONWriter {
  /// The member that tells how much of the networks that a provider gave is in use.
  mutating func allocations(_ assessment: Assessment) {
    member("allocations") { writer in
      writer.array(assessment.examination.allocations) { writer, use in
        writer.object {
          $0.member("prefix", use.prefix.description)
          $0.member("used", use.used)
        }
      }
    }
  }
}
