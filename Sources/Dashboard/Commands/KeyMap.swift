package import CellGrid
import Phrases

/// Which key does what, where.
package struct KeyMap: Sendable {
  /// Why keys can't be set as somebody wants.
  package enum Problem: Error, Sendable, Equatable {
    case noCommand(String)
    case noKey(String, command: String)
    /// Another command has the key in the same place.
    case taken(String, by: String, command: String)

    /// The names of the commands that it is about.
    package var commands: [String] {
      switch self {
      case .noCommand(let name), .noKey(_, let name): [name]
      case .taken(_, let other, let name): [name, other]
      }
    }

    /// One clause for a person.
    package var message: String {
      switch self {
      case .noCommand(let name): spoken("there is no command \(name)")
      case .noKey(let name, let command): spoken("there is no key \(name) for \(command)")
      case .taken(let key, let other, let command):
        spoken("\(key) can't be the key of \(command): it is that of \(other)")
      }
    }
  }

  private var keys: [Command: [Key]]

  /// The keys that commands have unless somebody chose others.
  package static let standard = KeyMap()

  private init() {
    keys = Dictionary(commandTable.map { ($0.command, $0.keys) }) { $1 }
  }

  /// The usual keys with some commands' keys replaced by others, both by name.
  package init(_ settings: [(command: String, keys: [String])]) throws(Problem) {
    self = .standard
    if settings.isEmpty { return }
    for (name, names) in settings {
      guard let command = Command(rawValue: name) else { throw .noCommand(name) }
      var chosen: [Key] = []
      for keyName in names {
        guard let key = Key(name: keyName) else { throw .noKey(keyName, command: name) }
        chosen.append(key)
      }
      keys[command] = chosen
    }
    try check()
  }

  /// The keys of a command.
  package func keys(of command: Command) -> [Key] { keys[command] ?? [] }

  /// The command of a key; nil when it has none there.
  package func command(for key: Key, in context: Context) -> Command? {
    commandTable.first { record in
      record.contexts.contains(context) && keys(of: record.command).contains(key)
    }?.command
  }

  private func check() throws(Problem) {
    var owners: [Context: [Key: Command]] = [:]
    for record in commandTable {
      for context in record.contexts {
        for key in keys[record.command] ?? [] {
          if let other = owners[context]?[key] {
            throw .taken(key.name, by: other.rawValue, command: record.name)
          }
          owners[context, default: [:]][key] = record.command
        }
      }
    }
  }
}
