/// `docs/known-cases.md`, as it is made of the fixtures.
enum KnownCasesDocument {
  /// A case that no fixture is there for.
  struct Rest {
    let number: Int
    let symptom: String
    let sources: [String]
    let reason: String
  }

  static let notCovered: [Rest] = [
    Rest(
      number: 54, symptom: "IPv6 is refused",
      sources: [
        "https://github.com/BastilleBSD/bastille/issues/145",
        "https://github.com/BastilleBSD/bastille/issues/186",
      ], reason: "was a limit of early versions; nothing of it is in files")
  ]

  static func text(_ cases: [FixtureText]) -> String {
    let covered = cases.map { item in
      let number = item.lines("case").first ?? ""
      let links = item.lines("source").map(link).joined(separator: ", ")
      return "| \(number) | \(cell(item.lines("symptom"))) | \(links) | "
        + "\(cell(item.lines("feature"))) | \(rules(item)) |\n"
    }
    let rest = notCovered.map { item in
      let links = item.sources.map(link).joined(separator: ", ")
      return "| \(item.number) | \(item.symptom) | \(links) | \(item.reason) |\n"
    }
    return introduction(cases.count)
      + "| | what was seen | where | what is done about it | finds |\n"
      + "| --- | --- | --- | --- | --- |\n" + covered.joined() + "\n## Not covered\n\n"
      + "| | what was seen | where | why not |\n| --- | --- | --- | --- |\n" + rest.joined()
  }

  private static func introduction(_ count: Int) -> String {
    """
    # Known cases

    Written by `make docs` from `Tests/Fixtures/known-cases`. People met these in public: in issues,
    documentation and tutorials, with whatever manages their jails. For \(count) of \
    \(count + notCovered.count) there is a host that shows the same, and a test that what is named here
    is found, mended or forecast. Addresses are exchanged for those of documentation.


    """
  }

  private static func rules(_ item: FixtureText) -> String {
    let names = item.findings.compactMap { finding -> String? in
      guard let open = finding.firstIndex(of: "["), let close = finding.firstIndex(of: "]") else {
        return nil
      }
      return String(finding[finding.index(after: open)..<close])
    }
    var told: Set<String> = []
    return names.filter { told.insert($0).inserted }.map { "[\($0)](rules/\($0).md)" }
      .joined(separator: ", ")
  }

  private static func link(_ source: String) -> String {
    guard source.hasPrefix("https://") else { return source }
    let parts = source.split(separator: "/")
    guard parts[1] == "github.com" else { return "<\(source)>" }
    let name = parts.count > 5 ? "\(parts[2])/\(parts[3])#\(parts[5])" : "\(parts[2])/\(parts[3])"
    return "[\(name)](\(source))"
  }

  private static func cell(_ lines: [String]) -> String {
    lines.joined(separator: "; ").split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }
}
