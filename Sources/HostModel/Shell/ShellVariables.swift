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
  package var text: String
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

/// The variables of one shell process.
package struct ShellVariables: Sendable {
  private var values: [String: ShellValue]

  package init() {
    values = [:]
  }

  package mutating func reserve(_ count: Int) {
    values.reserveCapacity(count)
  }

  package subscript(name: String) -> ShellValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Sets a variable, keeping it exported if it was.
  package mutating func assign(_ name: String, _ value: ShellValue) {
    var value = value
    if let old = values.updateValue(value, forKey: name), old.exported, !value.exported {
      value.exported = true
      values[name] = value
    }
  }

  /// Hands a variable to the commands started from here on.
  package mutating func export(_ name: String) {
    values[name]?.exported = true
  }

  /// The text of a variable; an unset one has none.
  package func text(_ name: String) -> String {
    values[name]?.text ?? ""
  }

  /// Every name that is set, in no order.
  package var names: some Collection<String> { values.keys }

  /// Every variable that is set, in no order.
  package var all: some Collection<(key: String, value: ShellValue)> { values }

  /// What a process started from here inherits.
  package var environment: ShellVariables {
    var inherited = ShellVariables()
    inherited.values = values.filter { $0.value.exported }
    return inherited
  }
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
