import HostModel
import SourceText
import Testing

/// The variables of a shell.
struct ShellVariablesTests {
  private func value(_ text: String, exported: Bool = false) -> ShellValue {
    ShellValue(text: text, origin: .standard("test"), exported: exported)
  }

  @Test func `a variable keeps the last value and its place in the order`() {
    var variables = ShellVariables()
    variables.assign("b", value("1"))
    variables.assign("a", value("2"))
    variables.assign("b", value("3"))
    #expect(variables.text("b") == "3")
    #expect(variables.names(beginning: "") == ["b", "a"])
    variables["b"] = nil
    #expect(variables["b"] == nil)
    #expect(variables.text("b") == "")
    #expect(variables.names(beginning: "") == ["a"])
  }

  @Test func `what is exported stays so, and alone is handed on`() {
    var variables = ShellVariables()
    variables.assign("a", value("1", exported: true))
    variables.assign("b", value("2"))
    variables.assign("c", value("3"))
    variables.export("b")
    variables.assign("a", value("4"))
    #expect(variables.environment.names(beginning: "").sorted() == ["a", "b"])
    #expect(variables.environment.text("a") == "4")
  }

  @Test func `a name may be exported before it is set`() {
    var variables = ShellVariables()
    variables.export("a")
    #expect(variables["a"] == nil)
    variables.assign("a", value("1"))
    variables.assign("a", value("2"))
    #expect(variables.environment.text("a") == "2")
  }

  @Test func `an export ends with unset`() {
    var variables = ShellVariables()
    variables.assign("a", value("1", exported: true))
    variables["a"] = nil
    variables.assign("a", value("2"))
    #expect(variables["a"]?.exported == false)
  }

  @Test(arguments: [
    ("YES", YesNo.yes), ("yes", .yes), ("Yes", .yes), ("TRUE", .yes), ("on", .yes), ("1", .yes),
    ("NO", .no), ("no", .no), ("False", .no), ("OFF", .no), ("0", .no), ("", .improper),
    ("YES ", .improper), ("Y", .improper), ("YES\r", .improper), ("2", .improper),
    ("\u{212A}", .improper), ("NONE", .improper),
  ])
  func `a variable says yes, no or neither`(_ text: String, _ answer: YesNo) {
    #expect(YesNo(text) == answer)
  }
}
