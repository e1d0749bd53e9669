import ConfigSyntax
import SourceText

/// Merges what sections say into one jail and puts variables in (config.c, add_param, load_config).
struct JailBuilder {
  /// The pieces of a value with variables among them, nil for one without.
  typealias Pieces = [JailConfString.Piece]?

  private struct Parameter {
    var merged: JailParameter
    /// The pieces of each value; nil when no value has variables.
    var pieces: [Pieces]?
    var state = State.plain

    enum State { case plain, resolving, bad }
  }

  private let name: String
  private let place: Place?
  private var messages: [String] = []
  private var isBroken = false
  private var unknown: String?
  private var parameters: [Parameter] = []
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
    parameters.append(
      Parameter(merged: JailParameter(name: name, id: id, values: [value], isVariable: false)))
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
    guard let index = parameters.firstIndex(where: { $0.merged.id == parameter.id }) else {
      if parameter.isVariable, traits.protectsNames, isKnown {
        return fail("variable \"$\(name)\" cannot have the same name as a parameter.")
      }
      return parameters.append(Parameter(merged: parameter, pieces: pieces))
    }
    if parameter.isVariable != parameters[index].merged.isVariable {
      guard traits.protectsNames else {
        unknown = "jail(8) of this release mixes up variable and parameter \"\(name)\""
        return
      }
      return fail("variable \"$\(name)\" cannot have the same name as a parameter.")
    }
    if parameter.id == .name || parameter.id == .jid {
      let old = parameters[index].merged.name
      guard traits.protectsNames else {
        messages.append("cannot redefine variable \"\(old)\".")
        return
      }
      return fail("cannot redefine parameter \"\(old)\".")
    }
    guard appends, !parameter.values.isEmpty else {
      parameters[index].merged = parameter
      parameters[index].pieces = pieces
      return
    }
    append(parameter, pieces, to: index)
  }

  private mutating func append(_ more: JailParameter, _ pieces: [Pieces]?, to index: Int) {
    if pieces != nil || parameters[index].pieces != nil {
      let old = parameters[index].merged.values
      parameters[index].pieces =
        (parameters[index].pieces ?? old.map { _ in nil })
        + (pieces ?? more.values.map { _ in nil })
    }
    parameters[index].merged.name = more.name
    parameters[index].merged.values += more.values
  }

  /// Puts variables in and hands the jail out.
  mutating func finish(_ kind: JailDefinition.Kind, file: String?) -> JailDefinition {
    for index in parameters.indices where parameters[index].state == .plain { resolve(index) }
    var merged: [JailParameter] = []
    merged.reserveCapacity(parameters.count)
    for parameter in parameters where !parameter.merged.isVariable {
      merged.append(parameter.merged)
    }
    return JailDefinition(
      name: name, kind: kind, place: place, file: file, parameters: merged, messages: messages,
      isBroken: isBroken, unknown: unknown)
  }

  private mutating func resolve(_ index: Int) {
    guard let pieces = parameters[index].pieces else { return }
    depth += 1
    defer { depth -= 1 }
    parameters[index].state = .resolving
    let values = parameters[index].merged.values
    var resolved: [JailValue] = []
    resolved.reserveCapacity(values.count)
    for (number, pieces) in pieces.enumerated() {
      if let pieces {
        substitute(pieces, in: index, at: values[number].origin, into: &resolved)
      } else {
        resolved.append(values[number])
      }
    }
    parameters[index].merged.values = resolved
    parameters[index].pieces = nil
    if parameters[index].state == .resolving { parameters[index].state = .plain }
  }

  /// Adds what a value becomes: one text, or several for a list that stands alone.
  private mutating func substitute(
    _ pieces: [JailConfString.Piece], in index: Int, at origin: Origin,
    into resolved: inout [JailValue]
  ) {
    var text = ""
    for (position, piece) in pieces.enumerated() {
      switch piece {
      case .text(let part): text += part
      case .variable(let name):
        guard let other = source(of: name, in: index) else { continue }
        let values = parameters[other].merged.values
        if values.count > 1 {
          let standsAlone = text.isEmpty && pieces[(position + 1)...].allSatisfy { $0 == .text("") }
          guard standsAlone else {
            refuse(index, "\(parameters[index].merged.name): array cannot be substituted inline")
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

  /// The variable or parameter of a name, itself resolved and with a value; nil when that fails.
  private mutating func source(of name: String, in index: Int) -> Int? {
    guard let other = parameters.firstIndex(where: { $0.merged.name == name }),
      !parameters[other].merged.values.isEmpty
    else {
      refuse(index, "\(parameters[index].merged.name): variable \"\(name)\" not found")
      return nil
    }
    switch parameters[other].state {
    case .bad:
      refuse(index, nil)
      return nil
    case .resolving:
      refuse(index, "\(name): variable loop")
      return nil
    case .plain:
      guard depth < 500 else {
        refuse(index, "\(name): variable loop")
        return nil
      }
      resolve(other)
      if parameters[other].state == .bad {
        refuse(index, nil)
        return nil
      }
      return other
    }
  }

  private mutating func refuse(_ index: Int, _ message: String?) {
    if let message { messages.append(message) }
    isBroken = true
    parameters[index].state = .bad
  }
}
