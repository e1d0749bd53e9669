import Testing

@testable import Rules

struct SettingsUnreadableTests {
  @Test(arguments: [
    (#"«allocations» = ["2001:db8::/124"]"#, "unknown key allocations"),
    (#"allocation = [«"2001:db8::1/124"»]"#, #"not a network such as "2001:db8::/124""#),
    ("allocation = «3»", "allocation is a list"),
    ("ignore = [«1»]", "an ignore entry is a table"),
    ("«[[ignore]]»\nrule = \"suppression-unused\"", "an ignore entry needs a reason"),
    ("«[[ignore]]»\nreason = \"x\"", "an ignore entry needs a rule"),
    ("[[ignore]]\nrule = «\"no-such-rule\"»\nreason = \"x\"", "there is no rule no-such-rule"),
    ("[«dashboard»]\ntheme = \"nord\"", "dashboard counts in your own settings only"),
    ("a = «»", "expected a value"),
  ])
  func `names what is not understood`(_ text: String, _ message: String) {
    expectFindings(
      of: SettingsUnreadable.self, in: "== /usr/local/etc/jailscope.toml\n" + text,
      ["warning: /usr/local/etc/jailscope.toml: \(message)"])
  }

  @Test(arguments: ["", "# nothing\n", #"allocation = ["2001:db8::/124"]"#])
  func `is silent about what is`(_ text: String) {
    expectSilence(of: SettingsUnreadable.self, in: "== /usr/local/etc/jailscope.toml\n" + text)
  }
}
