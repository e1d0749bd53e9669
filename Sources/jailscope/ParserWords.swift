import CellGrid
import HostAccess
import Phrases

/// What the parser of arguments says, which knows English alone, in the language of the reader.
enum ParserWords {
  /// A message, or a page of help.
  static func translated(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let label = "Error: "
      guard line.hasPrefix(label) else { return self.line(line) }
      return spoken("Error: ") + self.line(line.dropFirst(label.count))
    }.joined(separator: "\n")
  }

  /// What a person did who gave a directory where it has to be told what for; empty elsewhere.
  static func hint(for text: String) -> String {
    let label = "Error: Unexpected argument '"
    guard let first = text.split(separator: "\n").first, first.hasPrefix(label) else { return "" }
    let word = String(first.dropFirst(label.count).dropLast())
    guard (try? readOwnFolder(word)) != nil else { return "" }
    let name = escapeForTerminal(word)
    return "\n" + spoken("a directory with a host's files is named by --root \(name)")
  }

  private static func line(_ line: Substring) -> String {
    lines.lazy.compactMap { $0.translation(of: line) }.first ?? String(line)
  }

  /// Its lines, those of one form before those that are of it in part.
  private static let lines = [
    ForeignText("Unknown option '{1}'. Did you mean '{2}'?"),
    ForeignText("Unknown option '{1}'"),
    ForeignText("Missing value for '{1}'"),
    ForeignText("The value '{1}' is invalid for '{2}'. Please provide one of {3} or {4}."),
    ForeignText("The value '{1}' is invalid for '{2}'. Please provide one of {3} and {4}."),
    ForeignText("The value '{1}' is invalid for '{2}'"),
    ForeignText("Unexpected argument '{1}'"),
    ForeignText("{1} unexpected arguments: {2}"),
    ForeignText("The option '{1}' does not take any value, but '{2}' was specified."),
    ForeignText("Missing expected argument '{1}'"),
    ForeignText("Usage: {1}"),
    ForeignText("Help:  {1}"),
    ForeignText("  See '{1}' for more information."),
    ForeignText("OVERVIEW: {1}"),
    ForeignText("USAGE: {1}"),
    ForeignText("ARGUMENTS:"),
    ForeignText("OPTIONS:"),
    ForeignText("SUBCOMMANDS:"),
    ForeignText("  {1} (default) {2}"),
    ForeignText("{1}(default: {2}"),
    ForeignText("{1}(values: {2}"),
    ForeignText("  --version {1} Show the version."),
    ForeignText("  -h, --help {1} Show help information."),
    ForeignText("  See '{1}' for detailed help."),
  ]
}
