package import SourceText

/// Where a value comes from.
package enum Origin: Sendable, Hashable {
  /// Written in a file; the place covers the value as written there.
  case written(Place)
  /// Nobody wrote it: the text names whose default it is.
  case standard(String)

  /// The place in a file, if it is written in one.
  package var place: Place? {
    if case .written(let place) = self { return place }
    return nil
  }
}

/// What a shell variable holds, and why that is not known if it isn't.
package struct ShellValue: Sendable {
  /// The text, as far as it is known.
  package var text: String
  /// Where it was set, or whose default it is.
  package var origin: Origin
  /// The reason the text can't be relied on, such as a command whose output is not known.
  package var unknown: String?
  /// Handed to the commands the shell starts.
  package var exported: Bool

  package init(
    text: String, origin: Origin, unknown: String? = nil, exported: Bool = false
  ) {
    self.text = text
    self.origin = origin
    self.unknown = unknown
    self.exported = exported
  }
}

/// A variable, and what it has or had last.
struct ShellVariable: Sendable {
  let name: String
  var value: ShellValue
  /// Asked of every variable: that of an optional value would be found by copying it.
  var isSet = true
}

/// The variables of one shell process, in the order in which they were first set.
package struct ShellVariables: Sendable {
  /// Those that are set, and those that were.
  private(set) var entries: [ShellVariable] = []
  private var positions = NumberIndex()
  /// Names that were exported while they were unset.
  private var awaited: Set<String> = []
  /// Values that were written and then replaced by a later assignment, in the order of that.
  package private(set) var overwritten: [OverwrittenValue] = []

  package init() {}

  /// How many were ever set.
  package var count: Int { entries.count }

  /// Makes room for so many variables.
  package mutating func reserve(_ count: Int) {
    entries.reserveCapacity(entries.count + count)
    positions.reserve(entries.count + count)
  }

  /// The value of a variable, nil when it is unset.
  package subscript(name: String) -> ShellValue? {
    get {
      guard let position = position(of: name), entries[position].isSet else { return nil }
      return entries[position].value
    }
    set {
      if let newValue {
        if let position = positionOrNew(name) {
          entries[position].isSet = true
          entries[position].value = newValue
        } else {
          entries.append(ShellVariable(name: name, value: newValue))
        }
      } else if let position = position(of: name) {
        entries[position].isSet = false
      }
    }
  }

  /// Sets a variable, keeping it exported if it was.
  package mutating func assign(_ name: String, _ value: consuming ShellValue) {
    if let position = positionOrNew(name) {
      replace(position, value)
    } else {
      entries.append(ShellVariable(name: name, value: value))
    }
    if !awaited.isEmpty, awaited.remove(name) != nil { export(name) }
  }

  private func position(of name: String) -> Int? { position(of: NameKey(name)) }

  private func position(of key: NameKey) -> Int? {
    positions.number(hash: key.hash) { entries[$0].name == key.text }
  }

  /// The position of a variable; nil for a new one, which is to be added next.
  private mutating func positionOrNew(_ name: String) -> Int? {
    let key = NameKey(name)
    let position = position(of: key)
    if position == nil { positions.add(entries.count, hash: key.hash) }
    return position
  }

  private mutating func replace(_ position: Int, _ value: ShellValue) {
    let old = entries[position]
    if old.isSet, old.value.origin.place != nil {
      overwritten.append(OverwrittenValue(name: old.name, old: old.value, new: value))
    }
    entries[position].value = value
    entries[position].isSet = true
    if old.isSet, old.value.exported { entries[position].value.exported = true }
  }

  /// Hands a variable to the commands started from here on.
  package mutating func export(_ name: String) {
    guard let position = position(of: name), entries[position].isSet else {
      awaited.insert(name)
      return
    }
    entries[position].value.exported = true
  }

  /// The text of a variable; an unset one has none.
  package func text(_ name: String) -> String {
    self[name]?.text ?? ""
  }

  /// Every name that is set and begins with a text.
  package func names(beginning text: StaticString) -> [String] {
    var found: [String] = []
    for index in entries.indices where entries[index].isSet {
      if entries[index].name.withBytes({ $0.begins(text) }) { found.append(entries[index].name) }
    }
    return found
  }

  /// Every variable that is set to a text of several lines.
  package var ofSeveralLines: [(name: String, value: ShellValue)] {
    var found: [(name: String, value: ShellValue)] = []
    for index in entries.indices where entries[index].isSet {
      if entries[index].value.text.withBytes({ $0.offset(of: UInt8(ascii: "\n")) != nil }) {
        found.append((entries[index].name, entries[index].value))
      }
    }
    return found
  }

  /// Every variable that is set.
  package var all: some Sequence<(name: String, value: ShellValue)> {
    entries.lazy.filter(\.isSet).map { ($0.name, $0.value) }
  }

  /// What a process started from here inherits.
  package var environment: ShellVariables {
    var inherited = ShellVariables()
    for (name, value) in all where value.exported { inherited[name] = value }
    return inherited
  }
}

/// A value that a later assignment replaced.
package struct OverwrittenValue: Sendable {
  /// The variable.
  package let name: String
  /// What it had.
  package let old: ShellValue
  /// What took its place.
  package let new: ShellValue
}

/// A reading of a yes-or-no variable (rc.subr, checkyesno).
package enum YesNo: Sendable {
  case yes, no
  /// Neither: counts as no, and rc(8) says so on the console.
  case improper

  package init(_ text: String) {
    switch text.lowercased() {
    case "yes", "true", "on", "1": self = .yes
    case "no", "false", "off", "0": self = .no
    default: self = .improper
    }
  }
}
