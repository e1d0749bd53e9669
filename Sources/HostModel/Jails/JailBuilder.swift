import ConfigSyntax
import Phrases
import SourceText

/// Merges what sections say into one jail and puts variables in (config.c, add_param, load_config).
struct JailBuilder {
  /// The pieces of a value with variables among them, nil for one without.
  typealias Pieces = [JailConfString.Piece]?

  /// A parameter with variables in its values; few have any.
  private struct Unresolved {
    let parameter: Int
    /// The pieces of each value.
    let pieces: [Pieces]
    var state = State.untouched

    enum State { case untouched, resolving, bad, resolved }
  }

  private let name: String
  private let place: Place?
  private var messages: [String] = []
  private var isBroken = false
  private var unknown: String?
  private var parameters: [JailParameter] = []
  private var unresolved: [Unresolved] = []
  private let traits: ReleaseTraits
  private var depth = 0

  init(_ name: String, at place: Place?, _ traits: ReleaseTraits) {
    self.name = name
    self.place = place
    self.traits = traits
    let number = leadingInteger(name)
    let isNumber = number != 0 && name.utf8.allSatisfy { (48...57).contains($0) }
    parameters.reserveCapacity(12)
    let value = JailValue(
      text: name, origin: place.map { .written($0) } ?? .standard("jail(8)"))
    if isNumber { append(.jid, "jid", value) }
    if !isNumber || traits.namesNumericJails { append(.name, "name", value) }
  }

  private mutating func append(_ id: ParameterID, _ name: String, _ value: JailValue) {
    parameters.append(JailParameter(name: name, id: id, values: [value], isVariable: false))
  }

  private mutating func fail(_ message: String) {
    messages.append(message)
    isBroken = true
  }

  /// Sets or appends a parameter.
  ///
  /// - Parameter pieces: the pieces of each value when variables are among them.
  mutating func add(
    _ parameter: JailParameter, pieces: [Pieces]?, appends: Bool, isKnown: Bool
  ) {
    let name = parameter.name
    guard let index = position(of: parameter.id) else {
      if parameter.isVariable, traits.protectsNames, isKnown {
        return fail("variable \"$\(name)\" cannot have the same name as a parameter.")
      }
      if let pieces {
        unresolved.append(Unresolved(parameter: parameters.count, pieces: pieces))
      }
      return parameters.append(parameter)
    }
    if parameter.isVariable != parameters[index].isVariable {
      guard traits.protectsNames else {
        unknown = spoken("jail(8) of this release mixes up variable and parameter \"\(name)\"")
        return
      }
      return fail("variable \"$\(name)\" cannot have the same name as a parameter.")
    }
    if parameter.id == .name || parameter.id == .jid {
      let old = parameters[index].name
      guard traits.protectsNames else {
        messages.append("cannot redefine variable \"\(old)\".")
        return
      }
      return fail("cannot redefine parameter \"\(old)\".")
    }
    guard appends, !parameter.values.isEmpty else {
      parameters[index] = parameter
      return note(pieces, of: index)
    }
    append(parameter, pieces, to: index)
  }

  private func position(of id: ParameterID) -> Int? {
    for index in parameters.indices where parameters[index].id.number == id.number {
      return index
    }
    return nil
  }

  private func unresolvedIndex(of parameter: Int) -> Int? {
    unresolved.firstIndex { $0.parameter == parameter }
  }

  /// Keeps the pieces of a parameter's values in place of any it had.
  private mutating func note(_ pieces: [Pieces]?, of parameter: Int) {
    if let index = unresolvedIndex(of: parameter) { unresolved.remove(at: index) }
    if let pieces { unresolved.append(Unresolved(parameter: parameter, pieces: pieces)) }
  }

  private mutating func append(_ more: JailParameter, _ pieces: [Pieces]?, to index: Int) {
    let old = unresolvedIndex(of: index).map { unresolved[$0].pieces }
    if pieces != nil || old != nil {
      let front = old ?? parameters[index].values.map { _ in nil }
      note(front + (pieces ?? more.values.map { _ in nil }), of: index)
    }
    parameters[index].name = more.name
    parameters[index].values += more.values
  }

  /// Puts variables in and hands the jail out.
  mutating func finish(_ kind: JailDefinition.Kind, file: String?) -> JailDefinition {
    if unresolved.count > 1 { unresolved.sort { $0.parameter < $1.parameter } }
    for number in unresolved.indices where unresolved[number].state == .untouched {
      resolve(number)
    }
    if parameters.contains(where: \.isVariable) { parameters.removeAll(where: \.isVariable) }
    return JailDefinition(
      name: name, kind: kind, place: place, file: file, parameters: parameters,
      messages: messages, isBroken: isBroken, unknown: unknown)
  }

  private mutating func resolve(_ number: Int) {
    depth += 1
    defer { depth -= 1 }
    unresolved[number].state = .resolving
    let parameter = unresolved[number].parameter
    let values = parameters[parameter].values
    var resolved: [JailValue] = []
    resolved.reserveCapacity(values.count)
    for (value, pieces) in zip(values, unresolved[number].pieces) {
      if let pieces {
        substitute(pieces, in: number, at: value.origin, into: &resolved)
      } else {
        resolved.append(value)
      }
    }
    parameters[parameter].values = resolved
    if unresolved[number].state == .resolving { unresolved[number].state = .resolved }
  }

  /// Adds what a value becomes: one text, or several for a list that stands alone.
  private mutating func substitute(
    _ pieces: [JailConfString.Piece], in number: Int, at origin: Origin,
    into resolved: inout [JailValue]
  ) {
    var text = ""
    for (position, piece) in pieces.enumerated() {
      switch piece {
      case .text(let part): if text.isEmpty { text = part } else { text += part }
      case .variable(let name):
        guard let other = source(of: name, in: number) else { continue }
        let values = parameters[other].values
        if values.count > 1 {
          let standsAlone = text.isEmpty && pieces[(position + 1)...].allSatisfy { $0 == .text("") }
          guard standsAlone else {
            refuse(number, "\(self.name(of: number)): array cannot be substituted inline")
            continue
          }
          for value in values { resolved.append(JailValue(text: value.text, origin: origin)) }
          return
        }
        text += values[0].text
      }
    }
    resolved.append(JailValue(text: text, origin: origin))
  }

  /// The name of a parameter with variables in its values.
  private func name(of number: Int) -> String { parameters[unresolved[number].parameter].name }

  /// The variable or parameter of a name, itself resolved and with a value; nil when that fails.
  private mutating func source(of name: String, in number: Int) -> Int? {
    guard let other = parameters.firstIndex(where: { $0.name == name }),
      !parameters[other].values.isEmpty
    else {
      refuse(number, "\(self.name(of: number)): variable \"\(name)\" not found")
      return nil
    }
    let inner = unresolvedIndex(of: other)
    switch inner.map({ unresolved[$0].state }) {
    case .bad?:
      refuse(number, nil)
      return nil
    case .resolving?:
      refuse(number, "\(name): variable loop")
      return nil
    case .untouched?, .resolved?, nil:
      guard depth < 500 else {
        refuse(number, "\(name): variable loop")
        return nil
      }
      guard let inner, unresolved[inner].state == .untouched else { return other }
      resolve(inner)
      if unresolved[inner].state == .bad {
        refuse(number, nil)
        return nil
      }
      return other
    }
  }

  private mutating func refuse(_ number: Int, _ message: String?) {
    if let message { messages.append(message) }
    isBroken = true
    unresolved[number].state = .bad
  }
}
