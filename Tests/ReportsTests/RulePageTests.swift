import Testing

@testable import Reports

/// What is taken out of the pages of rules.
struct RulePageTests {
  @Test(arguments: RulePage.names)
  func `a page has its parts`(_ name: String) throws {
    let page = try #require(RulePage.named(name))
    #expect(!page.why.isEmpty && !page.waysOut.isEmpty)
    #expect(page.waysOut.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") })
    #expect(page.headings.first == name)
    #expect(page.headings.contains("Ways out"))
  }

  @Test func `a way out that goes on in the next line is one`() {
    #expect(
      RulePage.named("clone-name-invalid")?.waysOut == [
        "Create `lo1`, `bridge0` or `epair0`, and rename it by `ifconfig_lo1_name`: all other settings"
          + " then go by the new name."
      ])
  }
}
