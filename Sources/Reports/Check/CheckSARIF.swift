import HostModel
import Rules
import SourceText

/// All findings of some hosts in the Static Analysis Results Interchange Format, version 2.1.0
/// (OASIS), which code hosts and editors read.
package struct CheckSARIF {
  private let hosts: [CheckedHost]
  private let version: String

  /// - Parameter version: the program's own.
  package init(_ hosts: [CheckedHost], version: String) {
    self.hosts = hosts
    self.version = version
  }

  /// The document, with a newline behind it.
  package func document() -> [UInt8] {
    var writer = JSONWriter(brokenLevels: 6)
    writer.object { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.member("runs") { writer in
        writer.array { $0.element { writer in writer.object { writeRun(&$0) } } }
      }
    }
    return writer.bytes + [0x0a]
  }

  private func writeRun(_ writer: inout JSONWriter) {
    writer.member("tool") { writer in
      writer.object { writer in
        writer.member("driver") { writer in writer.object { writeDriver(&$0) } }
      }
    }
    writer.member("columnKind", "unicodeCodePoints")
    writer.member("results") { writer in
      writer.array {
        for host in hosts { Self.writeResults(host, &$0) }
      }
    }
  }

  private func writeDriver(_ writer: inout JSONWriter) {
    writer.member("name", "jailscope")
    writer.member("version", version)
    writer.member("rules") { writer in
      writer.array { writer in
        for rule in ruleCatalogue {
          writer.element { writer in writer.object { Self.write(rule, &$0) } }
        }
        guard hosts.contains(where: { $0.assessment.unknownCount > 0 }) else { return }
        writer.element { writer in writer.object { Self.writeUnknownRule(&$0) } }
      }
    }
  }

  /// What isn't known is a result of no rule that finds something, and viewers want one.
  private static let unknownRule = "not-known"

  private static func writeUnknownRule(_ writer: inout JSONWriter) {
    writer.member("id", unknownRule)
    writer.member("shortDescription") {
      $0.text("Something that decides about the next boot can't be told from what was read")
    }
    writer.member("defaultConfiguration") { writer in
      writer.object { $0.member("level", "note") }
    }
  }

  private static func write(
    _ thing: UnknownThing, of host: CheckedHost, _ names: inout PlaceNames,
    _ writer: inout JSONWriter
  ) {
    writer.member("ruleId", unknownRule)
    writer.member("level", "note")
    writer.member("message") { $0.text("not known: \(thing.clause)") }
    writer.member("locations") { writer in
      writer.array([thing.place].compactMap { $0 }) { writer, place in
        writer.object { write(FindingPlace(place), of: host, &names, &$0) }
      }
    }
  }

  private static func write(_ rule: any Rule.Type, _ writer: inout JSONWriter) {
    let page = RulePage(rule)
    writer.member("id", rule.name.text)
    writer.member("shortDescription") { $0.text(page.summary) }
    writer.member("help") { writer in
      writer.object {
        $0.member("text", page.text)
        $0.member("markdown", page.text)
      }
    }
    writer.member("defaultConfiguration") { writer in
      writer.object { $0.member("level", rule.severity.level) }
    }
  }

  private static func writeResults(_ host: CheckedHost, _ writer: inout JSONWriter) {
    var names = PlaceNames(host.assessment.capture)
    let examination = host.assessment.examination
    for finding in examination.findings {
      writer.element { writer in
        writer.object { writer in
          write(finding, of: host, &names, &writer)
          // what a person has to do changes no file
          let fixes = (host.fixes?(finding) ?? []).map(\.fix).filter { !$0.edits.isEmpty }
          guard !fixes.isEmpty else { return }
          writer.member("fixes") { write(fixes: fixes, of: host, &names, &$0) }
        }
      }
    }
    for thing in host.assessment.unknownThings() {
      writer.element { writer in writer.object { write(thing, of: host, &names, &$0) } }
    }
    for silenced in examination.silenced {
      writer.element { writer in
        writer.object { writer in
          write(silenced.finding, of: host, &names, &writer)
          writer.member("suppressions") { $0.array { $0.element { write(silenced, &$0) } } }
        }
      }
    }
  }

  private static func write(_ silenced: SilencedFinding, _ writer: inout JSONWriter) {
    writer.object {
      switch silenced.suppression.scope {
      case .lines: $0.member("kind", "inSource")
      case .entry: $0.member("kind", "external")
      }
      $0.member("justification", silenced.suppression.reason)
    }
  }

  private static func write(
    _ finding: Finding, of host: CheckedHost, _ names: inout PlaceNames,
    _ writer: inout JSONWriter
  ) {
    writer.member("ruleId", finding.rule.text)
    writer.member("level", finding.severity.level)
    let effect = finding.effect.map { ": \($0)" } ?? ""
    writer.member("message") { $0.text(finding.message + effect) }
    writer.member("locations") { writer in
      writer.array(finding.places.prefix(1)) { writer, place in
        writer.object { write(place, of: host, &names, &$0) }
      }
    }
    guard finding.places.count > 1 else { return }
    writer.member("relatedLocations") { writer in
      writer.array(finding.places.dropFirst()) { writer, place in
        writer.object { write(place, of: host, &names, &$0) }
      }
    }
  }

  private static func write(
    _ place: FindingPlace, of host: CheckedHost, _ names: inout PlaceNames,
    _ writer: inout JSONWriter
  ) {
    writer.member("physicalLocation") { writer in
      writer.object { writer in
        writer.artifact(place.place, of: host)
        writer.region("region", place.place, &names)
      }
    }
    if !place.note.isEmpty { writer.member("message") { $0.text(place.note) } }
  }

  private static func write(
    fixes: [Fix], of host: CheckedHost, _ names: inout PlaceNames, _ writer: inout JSONWriter
  ) {
    writer.array(fixes) { writer, fix in
      writer.object { writer in
        writer.member("description") {
          $0.text(fix.title + (fix.meaning.isEmpty ? "" : ": \(fix.meaning)"))
        }
        writer.member("artifactChanges") { writer in
          writer.array(fix.edits.sorted { $0.key < $1.key }) { writer, change in
            writer.object { write(change.value, in: change.key, of: host, &names, &$0) }
          }
        }
      }
    }
  }

  private static func write(
    _ set: EditSet, in path: String, of host: CheckedHost, _ names: inout PlaceNames,
    _ writer: inout JSONWriter
  ) {
    writer.artifact(Place(path: path, span: SourceSpan(0, 0)), of: host)
    writer.member("replacements") { writer in
      writer.array(set.edits) { writer, edit in
        writer.object { writer in
          writer.region("deletedRegion", Place(path: path, span: edit.span), &names)
          writer.member("insertedContent") {
            $0.text(String(decoding: edit.replacement, as: UTF8.self))
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// A message object of SARIF.
  fileprivate mutating func text(_ text: String) { object { $0.member("text", text) } }

  fileprivate mutating func artifact(_ place: Place, of host: CheckedHost) {
    member("artifactLocation") { writer in
      writer.object { $0.member("uri", fileURI(host.path(of: place))) }
    }
  }

  fileprivate mutating func region(_ name: String, _ place: Place, _ names: inout PlaceNames) {
    guard let region = names.region(place) else { return }
    member(name) { writer in
      writer.object {
        $0.member("startLine", region.start.line)
        $0.member("startColumn", region.start.character)
        $0.member("endLine", region.end.line)
        $0.member("endColumn", region.end.character)
      }
    }
  }
}

extension Severity {
  /// The level of SARIF.
  fileprivate var level: String { self == .info ? "note" : rawValue }
}

/// A path as a URI reference (RFC 3986): a relative one stays relative, all but unreserved bytes and
/// slashes are percent-encoded.
private func fileURI(_ path: String) -> String {
  var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
  let digits = Array("0123456789ABCDEF".unicodeScalars)
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      uri.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      uri.append("%")
      uri.unicodeScalars.append(digits[Int(byte >> 4)])
      uri.unicodeScalars.append(digits[Int(byte & 15)])
    }
  }
  return uri
}
