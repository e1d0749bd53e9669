/// What a terminal tells the program.
package enum TerminalEvent: Sendable, Hashable {
  /// A key.
  case key(Key)
  /// Text that was pasted; it is never a command.
  case paste(String)
  /// The first button was pressed on a cell.
  case click(row: Int, column: Int)
  /// The wheel was turned over a cell, down being positive.
  case wheel(row: Int, column: Int, lines: Int)
  /// The screen has another size now.
  case resize(columns: Int, rows: Int)
  /// The terminal is gone.
  case hangUp
}

/// A key as people name it.
package enum Key: Sendable, Hashable {
  /// A character, upper and lower case being different keys.
  case character(Character)
  /// A letter with Ctrl held, in lower case.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// A function key, from 1.
  case function(Int)
}

extension Key {
  /// The name in hints, help and key settings: `q`, `Enter`, `Ctrl-L`, `PgUp`, `Space`.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// The key with a name; nil when there is none.
  package init?(name: String) {
    if let known = Self.names.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = known.key
    } else if name.lowercased() == "space" {
      self = .character(" ")
    } else if name.count == 6, name.lowercased().hasPrefix("ctrl-"), let last = name.last {
      self = .control(Character(last.lowercased()))
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if name.count == 1, let only = name.first {
      self = .character(only)
    } else {
      return nil
    }
  }

  private static let names: [(key: Key, name: String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"),
    (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"),
    (.left, "Left"), (.right, "Right"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.home, "Home"),
    (.end, "End"),
  ]
}
