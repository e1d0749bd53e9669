import ArgumentParser
import CellGrid
import HostAccess
import Phrases
import Rules

/// A word that stands for a host in the arguments and is none: a mistyped command must not lead to
/// another machine.
struct MistypedCommand {
  /// What is wrong, and what was probably meant.
  let message: String

  /// Nil where the word may name a host.
  ///
  /// - Parameter arguments: all there are.
  init?(_ word: String, _ arguments: [String]) {
    guard word.contains("/") || !word.contains(where: { "@.:".contains($0) }) else { return nil }
    if let option = Self.unknownOption(in: arguments) {
      message = option
      return
    }
    let name = escapeForTerminal(word)
    if Self.commands.contains(word) {
      let rest = arguments.filter { $0 != word }.joined(separator: " ")
      message = spoken(
        "the command comes first: jailscope \(name) \(escapeForTerminal(rest))")
    } else if (try? readOwnFolder(word)) != nil {
      message = spoken(
        "\(name) is a directory: jailscope --root \(name) looks at the host whose files it has")
    } else if word.contains("/") {
      message = spoken("\(name) is no directory, and no name of a host")
    } else if let meant = closest(to: word, among: Self.commands) {
      message = spoken(
        "\(name) is no command, \(meant) is one; a host is named as root@\(name)")
    } else {
      message = spoken(
        "\(name) is no command; a host is named as root@\(name), or by --host \(name)")
    }
  }

  private static var commands: [String] {
    JailscopeCommand.configuration.subcommands.map { $0.configuration }
      .filter(\.shouldDisplay).compactMap(\.commandName)
  }

  /// The first option that the dashboard doesn't have, as the parser would say it, which looks at what
  /// stands behind it first.
  private static func unknownOption(in arguments: [String]) -> String? {
    let help = DashboardCommand.helpMessage(columns: 200)
    let known = Set(
      help.split { " ,[]\n".contains($0) }.map(String.init).filter { $0.hasPrefix("-") })
    let option = arguments.map { String($0.prefix { $0 != "=" }) }
      .first { $0.hasPrefix("-") && !known.contains($0) }
    guard let option else { return nil }
    let meant = closest(to: option, among: known).map { ". Did you mean '\($0)'?" } ?? ""
    return ParserWords.translated("Unknown option '\(escapeForTerminal(option))'\(meant)")
  }
}
