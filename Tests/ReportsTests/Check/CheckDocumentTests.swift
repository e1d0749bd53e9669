import ConfigSyntax
import Foundation
import FoundationXML
import HostModel
import Reports
import SourceText
import TestHosts
import Testing

@testable import Rules

/// The documents of check that programs read.
struct CheckDocumentTests {
  private static let host = HostSketch(
    rc: """
      ifconfig_vtnet0_alias0="inet6 2001:db8::3 prefixlen 64"
      # jailscope: allow inet6-alias-not-applied for tests
      """,
    jails: """
      # ä: a character of two bytes
      /* ä */ git { ip6.addr = "vtnet0|2001:db8::3"; }
      # jailscope: allow interface-missing the card comes on <Monday> & stays
      web { ip4.addr = "em7|192.0.2.30"; }
      """)

  private static let checked = CheckedHost(
    root: "hosts/a b", Assessment(host.forecast, host.capture, today: Day("2026-11-25")))

  @Test func `JSON has every finding with all that is known of it`() throws {
    let document =
      try JSONSerialization.jsonObject(
        with: Data(CheckJSON([Self.checked]).document())) as? [String: Any]
    let hosts = try #require(document?["hosts"] as? [[String: Any]])
    #expect(document?["verdict"] as? String == "not-safe")
    let finding = try #require((hosts.first?["findings"] as? [[String: Any]])?.first)
    #expect(finding["rule"] as? String == "prefix-length-conflict")
    #expect(finding["severity"] as? String == "error")
    #expect(finding["printed"] as? String == "ifconfig: ioctl (SIOCAIFADDR): Invalid argument")
    #expect(finding["jails"] as? [String] == ["git"])
    #expect(finding["addresses"] as? [String] == ["2001:db8::3"])
    let places = try #require(finding["places"] as? [[String: Any]])
    #expect(places.count == 2)
    #expect(places[0]["file"] as? String == "hosts/a b/etc/jail.conf")
    #expect(places[0]["line"] as? Int == 4)
    // in bytes, of which ä has two
    #expect(places[0]["column"] as? Int == 28)
    let silenced = try #require((hosts.first?["silenced"] as? [[String: Any]])?.first)
    #expect(silenced["silenced_at"] as? String == "hosts/a b/etc/jail.conf:5:1")
  }

  /// The host with one way to mend what its first finding says.
  private static func mended(_ edit: TextEdit) throws -> CheckedHost {
    let edits = ["/etc/jail.conf": try EditSet([edit])]
    let fix = Fix("drop it", meaning: "it is gone", .review, edits: edits, commands: ["true"])
    return CheckedHost(root: "h", Assessment(host.forecast, host.capture)) { finding in
      finding.rule == "prefix-length-conflict" ? [ProvenFix(fix: fix, proof: nil)] : []
    }
  }

  @Test func `ways to mend a finding are told when somebody asks`() throws {
    let edit = TextEdit(SourceSpan(5, 7), Array("\"x\"".utf8))
    let bytes = CheckJSON([try Self.mended(edit)]).document()
    let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let hosts = try #require(document?["hosts"] as? [[String: Any]])
    let findings = try #require(hosts.first?["findings"] as? [[String: Any]])
    let fixes = try findings.map { try #require($0["fixes"] as? [[String: Any]]) }
    #expect(fixes.map(\.count).reduce(0, +) == 1)
    let fix = try #require(fixes.joined().first)
    #expect(fix["title"] as? String == "drop it")
    #expect(fix["meaning"] as? String == "it is gone")
    #expect(fix["applicability"] as? String == "review")
    #expect(fix["commands"] as? [String] == ["true"])
    let change = try #require((fix["edits"] as? [[String: Any]])?.first)
    #expect(change["file"] as? String == "h/etc/jail.conf")
    #expect([change["offset"] as? Int, change["length"] as? Int] == [5, 2])
    #expect(change["text"] as? String == "\"x\"")
    let silent = String(decoding: CheckJSON([Self.checked]).document(), as: UTF8.self)
    #expect(!silent.contains("\"fixes\""))
  }

  @Test func `SARIF has them as replacements in characters`() throws {
    // behind an ä, which has two bytes
    guard case .file(let file)? = Self.host.capture.entries["/etc/jail.conf"] else { return }
    let text = String(decoding: file.bytes, as: UTF8.self)
    let word = try #require(text.range(of: "a character"))
    let offset = text.utf8.distance(from: text.startIndex, to: word.lowerBound)
    let edit = TextEdit(SourceSpan(offset, offset + 1), Array("x".utf8))
    let bytes = CheckSARIF([try Self.mended(edit)], version: "1").document()
    let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let run = (document?["runs"] as? [[String: Any]])?.first
    let results = try #require(run?["results"] as? [[String: Any]])
    let fixes = results.compactMap { $0["fixes"] as? [[String: Any]] }
    #expect(fixes.count == 1)
    let change = try #require(
      (fixes.first?.first?["artifactChanges"] as? [[String: Any]])?.first)
    let artifact = change["artifactLocation"] as? [String: Any]
    #expect(artifact?["uri"] as? String == "h/etc/jail.conf")
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    let region = replacement["deletedRegion"] as? [String: Int]
    #expect(region == ["startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 7])
    #expect((replacement["insertedContent"] as? [String: String]) == ["text": "x"])
  }

  @Test func `SARIF has rules, results, related places and suppressions`() throws {
    let bytes = CheckSARIF([Self.checked], version: "1.2.3").document()
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    let run = try #require((document["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let ids = (driver["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
    #expect(ids == ruleCatalogue.map { $0.name.text })
    let results = try #require(run["results"] as? [[String: Any]])
    let conflict = try #require(
      results.first { $0["ruleId"] as? String == "prefix-length-conflict" })
    #expect(conflict["level"] as? String == "error")
    let location = try #require((conflict["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    let artifact = physical["artifactLocation"] as? [String: Any]
    #expect(artifact?["uri"] as? String == "hosts/a%20b/etc/jail.conf")
    let region = physical["region"] as? [String: Any]
    // in characters
    #expect(region?["startColumn"] as? Int == 27)
    #expect(region?["endColumn"] as? Int == 45)
    #expect((conflict["relatedLocations"] as? [Any])?.count == 1)
    let silenced = try #require(results.first { $0["suppressions"] != nil })
    let suppression = (silenced["suppressions"] as? [[String: Any]])?.first
    #expect(suppression?["kind"] as? String == "inSource")
    #expect(suppression?["justification"] as? String == "the card comes on <Monday> & stays")
  }

  @Test func `SARIF has what is not known as notes of a rule of its own`() throws {
    let host = HostSketch(jails: "a { exec.prestart = /opt/setup; }")
    let checked = CheckedHost(root: "h", Assessment(host.forecast, host.capture))
    let document =
      try JSONSerialization.jsonObject(
        with: Data(CheckSARIF([checked], version: "1").document())) as? [String: Any]
    let run = try #require((document?["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let result = try #require(results.first { $0["ruleId"] as? String == "not-known" })
    #expect(result["level"] as? String == "note")
    let message = (result["message"] as? [String: String])?["text"]
    #expect(message == "not known: jail a: whether `/opt/setup` succeeds is not known")
    #expect((result["locations"] as? [Any])?.count == 1)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.last?["id"] as? String == "not-known")
  }

  @Test func `a path of the host at hand is a file URI`() throws {
    let host = CheckedHost(root: "/", Assessment(Self.host.forecast, Self.host.capture))
    let text = String(decoding: CheckSARIF([host], version: "1").document(), as: UTF8.self)
    #expect(text.contains(#""uri": "file:///etc/rc.conf""#))
  }

  @Test func `JUnit's form is well formed, with a test for each rule`() throws {
    let reader = JUnitReader(junitReport([Self.checked]))
    #expect(reader.isWellFormed)
    #expect(reader.suite["name"] == "hosts/a b")
    #expect(reader.suite["tests"] == "\(ruleCatalogue.count + 1)")
    #expect(reader.cases.count == ruleCatalogue.count + 1)
    #expect(reader.suite["failures"] == "\(reader.results.count { $0.value == "failure" })")
    #expect(reader.results["prefix-length-conflict"] == "failure")
    #expect(reader.results["interface-missing"] == "skipped")
    #expect(reader.results["everything is known"] == nil)
  }
}

/// What an XML parser makes of a report.
private final class JUnitReader: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var suite: [String: String] = [:]
  private(set) var cases: [String] = []
  /// The element inside each test case that has one, by the case's name.
  private(set) var results: [String: String] = [:]

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "testsuites": break
    case "testsuite": suite = attributes
    case "testcase": cases.append(attributes["name"] ?? "")
    default: results[cases.last ?? ""] = name
    }
  }
}
