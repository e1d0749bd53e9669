import CellGrid
import Testing
import Themes

@testable import Theming

struct ThemeCheckTests {
  @Test(arguments: BuiltInTheme.all.map(\.name))
  func `every theme of the program passes the check`(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    #expect(themeCheck(theme).problems.map(\.description) == [])
    #expect(theme.title != name)
    #expect(!theme.description.isEmpty)
  }

  @Test(arguments: [
    (
      "text = \"#777777 on #000000\"",
      "text has a contrast of 4.6, not 4.5: #777777 on #000000, direct colours", false
    ),
    (
      "\"text.dim\" = \"#606060 on #000000\"",
      "text.dim has a contrast of 3.3, not 4.5: #606060 on #000000, direct colours", true
    ),
    (
      "\"pane.border\" = \"#505050 on #000000\"",
      "pane.border has a contrast of 2.6, not 3.0: #505050 on #000000, direct colours", true
    ),
    (
      "\"severity.warning\" = \"yellow\"",
      "severity.warning has a contrast of 1.7, not 3.0: yellow on default (white), direct colours",
      true
    ),
    (
      "\"net.jail\" = \"blue\"",
      "net.jail has a contrast of 2.2, not 3.0: blue on default (black), direct colours", true
    ),
    (
      "text = \"#ffffff on #000000\"\nselection = \"on #0a0a0a\"",
      "selection differs from the screen's ground by 2.7, not 10.0, direct colours", true
    ),
    (
      "text = \"#ffffff on #000000\"\nselection = \"#ffffff on #888888\"",
      "text on selection has a contrast of 3.5, not 4.5: #ffffff on #888888, direct colours", true
    ),
    (
      "\"step.fail\" = \"#aa7700 on #000000\"\n\"step.ok\" = \"#779911 on #000000\"",
      "step.fail differs from step.ok by 10.9, not 20.0, for protanopia, direct colours", true
    ),
    (
      "\"step.fail\" = \"#aa7700 on #000000 bold\"\n\"step.ok\" = \"#779911 on #000000\"",
      "step.fail differs from step.ok by 10.9, not 20.0, for protanopia, direct colours", false
    ),
    (
      "[style.mono]\n\"severity.error\" = \"underline\"",
      "severity.info looks like severity.error without colours", true
    ),
    (
      "[style.mono]\n\"net.prefix.conflict\" = \"reverse\"\nselection = \"\"",
      "selection looks like text without colours", true
    ),
  ])
  func `what a theme doesn't keep up is found`(_ style: String, _ problem: String, _ isFound: Bool)
    throws
  {
    let report = themeCheck(try theme("[style]\n\(style)"))
    #expect(report.problems.map(\.message).contains(problem) == isFound, "\(report.problems)")
    #expect(report.passes || !report.problems.isEmpty)
  }

  @Test func `a problem stands where the colour is given`() throws {
    let text = "inherits = \"dark\"\n[palette]\nerror = \"#400000\""
    let report = themeCheck(try theme(text))
    #expect(!report.passes)
    #expect(report.problems.allSatisfy { ($0.path, $0.line, $0.column) == ("test.toml", 3, 9) })
  }

  /// The figures are those of WCAG's and CIE's formulas, worked out elsewhere.
  @Test func `measures as others do`() {
    let white = Light(255, 255, 255)
    #expect(abs(Light(0, 0, 0).contrast(with: white) - 21) < 0.001)
    #expect(abs(Light(119, 119, 119).contrast(with: white) - 4.478) < 0.001)
    let red = Lab(Light(255, 0, 0))
    #expect(
      abs(red.lightness - 53.24) < 0.01 && abs(red.a - 80.09) < 0.01 && abs(red.b - 67.2) < 0.01)
  }

  /// Pairs of red and green that are known to be hard, or not, for deuteranopes.
  @Test(arguments: [
    ((213, 94, 0), (0, 158, 115), 53.0), ((220, 50, 47), (133, 153, 0), 11),
    ((191, 97, 106), (163, 190, 140), 19), ((251, 73, 52), (184, 187, 38), 14),
  ])
  func `sees red and green as deuteranopes do`(
    _ red: (UInt8, UInt8, UInt8), _ green: (UInt8, UInt8, UInt8), _ difference: Double
  ) {
    let labs = [red, green].map { Lab(ColorVision.deuteranopia.seen(Light($0.0, $0.1, $0.2))) }
    #expect(abs(labs[0].difference(from: labs[1]) - difference) < 0.6)
  }

  @Test func `says what was measured, or what is wrong`() throws {
    let fails = themeCheckText(themeCheck(try theme("[style.mono]\n\"toast.error\" = \"reverse\"")))
    #expect(
      fails == """
        test.toml:2:18: toast.error looks like toast without colours
        test: 1 problem

        """)
    let passes = themeCheckText(themeCheck(try ThemeLibrary().theme(named: "okabe-ito")))
    #expect(passes.hasPrefix("okabe-ito: passes; lowest contrast 4."))
    #expect(passes.contains("; least difference 37.1 (verdict.unsafe and verdict.safe, protanopia"))
  }

  @Test func `a theme that can't be read is reported as one that fails`() {
    let report = themeReport(of: "test") { () throws(ThemeError) in
      try library(["test": "a = 1"]).theme(named: "test")
    }
    #expect(themeCheckText(report) == "test.toml:1:1: unknown key a\ntest: 1 problem\n")
  }
}
