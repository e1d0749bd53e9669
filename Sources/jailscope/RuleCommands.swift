import ArgumentParser
import CellGrid
import Phrases
import Reports

/// The command `jailscope rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: spoken("List what check looks for."))

  @OptionGroup var output: OutputOptions

  func run() throws {
    if output.json { Output.end(rulesJSON(), status: 0) }
    Output.end(rulesReport(style: Output.style, columns: Output.columns), status: 0)
  }
}

/// The command `jailscope explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: spoken("Say what a rule finds, why it matters and what can be done."))

  @Argument(
    help: .spoken("The name of the rule, as check prints it in brackets."),
    completion: .custom { _, _, _ in RulePage.names })
  var rule: String

  func run() throws {
    guard let page = RulePage.named(rule) else {
      let likely = RulePage.names(like: rule).prefix(3).joined(separator: ", ")
      let hint =
        likely.isEmpty ? spoken("jailscope rules lists all") : spoken("did you mean \(likely)?")
      throw ValidationError(spoken("there is no rule \(escapeForTerminal(rule)); \(hint)"))
    }
    Output.end(explainReport(page, style: Output.style, columns: Output.columns), status: 0)
  }
}
