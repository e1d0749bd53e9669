import Foundation
import HostModel
import Rules
import SourceText
import Testing

/// Holds the program to cases that people met in public, each with a host of
/// `Tests/Fixtures/known-cases`: what is named as the remedy there is what happens here.
@Suite(.timeLimit(.minutes(15)))
struct KnownCasesTests {
  static let cases = FixtureText.all(in: "known-cases")

  @Test(arguments: cases)
  func `finds what was wrong, and no more`(_ item: FixtureText) throws {
    let found = try HostCopy(of: item.host).analyse().examination.findings.map {
      "\($0.severity) [\($0.rule.text)] \($0.message)"
    }
    #expect(found == item.findings)
  }

  @Test(arguments: cases.filter { !$0.lines("mends").isEmpty })
  func `mends it, and does on disk what it says`(_ item: FixtureText) throws {
    let copy = try HostCopy(of: item.host)
    let before = try copy.analyse()
    let rule = try #require(item.lines("mends").first)
    let finding = try #require(before.examination.findings.first { $0.rule.text == rule })
    let ways = before.fixes(for: finding, reanalyse: copy.reanalyse)
    let proof = try #require(ways.compactMap(\.proof).first)
    #expect(proof.isSound)
    #expect(proof.startsAfter >= proof.startsBefore)
    try copy.makeEachFix(named: item.name)
  }

  @Test(arguments: cases.filter { !$0.lines("advises").isEmpty })
  func `prints the commands that mend the running host`(_ item: FixtureText) throws {
    let copy = try HostCopy(of: item.host)
    let analysis = try copy.analyse()
    let commands = analysis.examination.findings.flatMap { finding in
      analysis.fixes(for: finding, reanalyse: copy.reanalyse).flatMap(\.fix.commands)
    }
    for command in item.lines("advises") { #expect(commands.contains(command), "\(command)") }
    #expect(!commands.contains { $0.contains("netif") })
  }

  @Test(arguments: cases)
  func `forecasts the commands, and what they leave`(_ item: FixtureText) throws {
    let forecast = try HostCopy(of: item.host).analyse().forecast
    let commands = Set(forecast.steps.map(\.commandLine))
    for command in item.lines("runs") { #expect(commands.contains(command), "\(command)") }
    for line in item.lines("has") {
      let words = line.split(separator: " ").map(String.init)
      let jail = forecast.jails.first { $0.name == words[0] }
      #expect(jail?.state == .running)
      #expect(jail?.addresses.map { "\($0)" } == Array(words.dropFirst()))
    }
    for line in item.lines("inside") {
      let words = line.split(separator: " ").map(String.init)
      let inside = forecast.insides.first { $0.jail == words[0] }?.forecast
      let interface = inside?.interfaces.first { $0.interface.name == words[1] }
      let left = interface?.addresses.map { "\($0.address)/\($0.prefixLength)" }
      #expect(left == Array(words.dropFirst(2)))
    }
    for line in item.lines("leaves") {
      let words = line.split(separator: " ").map(String.init)
      let interface = forecast.interfaces.first { $0.interface.name == words[0] }
      let left = interface?.addresses.map { "\($0.address)/\($0.prefixLength)" }
      #expect(left == Array(words.dropFirst()))
    }
  }

  @Test func `every case is told on the page, covered or not`() {
    let covered = Self.cases.flatMap { $0.lines("case") }.compactMap { Int($0) }
    #expect(covered.count == Self.cases.count)
    #expect(covered.count >= 50)
    let left = KnownCasesDocument.notCovered.map(\.number)
    #expect((covered + left).sorted() == Array(1...65))
    for item in Self.cases {
      #expect(item.lines("case").first.flatMap { Int($0) } == Int(item.name.prefix(2)))
      #expect(item.lines("symptom").count == 1)
      #expect(item.lines("feature").count == 1)
      #expect(!item.lines("source").isEmpty)
    }
  }

  @Test func `docs tell the cases as they are`() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../docs/known-cases.md").standardized
    let text = KnownCasesDocument.text(Self.cases)
    if ProcessInfo.processInfo.environment["JAILSCOPE_WRITE_DOCS"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let present = try? String(contentsOf: file, encoding: .utf8)
    #expect(present == text, "docs/known-cases.md is not up to date: run make docs")
  }
}
