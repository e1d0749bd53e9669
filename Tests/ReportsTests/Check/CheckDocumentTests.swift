import ConfigSyntax
import Foundation
import FoundationXML
import HostModel
import Reports
import Rules
import SourceText
import TestHosts
import Testing

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
