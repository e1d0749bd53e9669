import ConfigSyntax
import SourceText

/// Merges what sections say into one jail and puts variables in (config.c, add_param, load_config).
struct JailBuilder {
  /// A value that may still have variables in it.
  struct Value {
    /// The pieces when there are variables among them.
    var pieces: [JailConfString.Piece]?
    var text: String
    let origin: Origin
  }

  private struct Parameter {
    var name: String
    let id: ParameterID
    var values: [Value]
    var isVariable: Bool
    var state = State.plain

    enum State { case plain, resolving, bad }
  }

  private var jail: JailDefinition
  private var parameters: [Parameter] = []
  private let traits: ReleaseTraits
  private var depth = 0

  init(_ jail: JailDefinition, _ traits: ReleaseTraits) {
    self.jail = jail
    self.traits = traits
    let number = leadingInteger(jail.name)
    let isNumber = number != 0 && jail.name.utf8.allSatisfy { (48...57).contains($0) }
    let value = Value(
      pieces: nil, text: jail.name, origin: jail.place.map { .written($0) } ?? .standard("jail(8)"))
    if isNumber {
      parameters.append(Parameter(name: "jid", id: .jid, values: [value], isVariable: false))
    }
    if !isNumber || traits.namesNumericJails {
      parameters.append(Parameter(name: "name", id: .name, values: [value], isVariable: false))
    }
  }

  private mutating func fail(_ message: String) {
    jail.messages.append(message)
    jail.isBroken = true
  }

  /// Sets or appends a parameter.
  mutating func add(
    _ id: ParameterID, _ name: String, isVariable: Bool, appends: Bool,
    isKnown: Bool, values: [Value]
  ) {
    guard let index = parameters.firstIndex(where: { $0.id == id }) else {
      if isVariable, traits.protectsNames, isKnown {
        return fail("variable \"$\(name)\" cannot have the same name as a parameter.")
      }
      parameters.append(Parameter(name: name, id: id, values: values, isVariable: isVariable))
      return
    }
    if isVariable != parameters[index].isVariable {
      guard traits.protectsNames else {
        jail.unknown = "jail(8) of this release mixes up variable and parameter \"\(name)\""
        return
      }
      return fail("variable \"$\(name)\" cannot have the same name as a parameter.")
    }
    if id == .name || id == .jid {
      guard traits.protectsNames else {
        jail.messages.append("cannot redefine variable \"\(parameters[index].name)\".")
        return
      }
      return fail("cannot redefine parameter \"\(parameters[index].name)\".")
    }
    parameters[index].name = name
    if appends, !values.isEmpty {
      parameters[index].values += values
    } else {
      parameters[index].values = values
    }
  }

  /// Puts variables in and hands the jail out.
  mutating func finish() -> JailDefinition {
    for index in parameters.indices where parameters[index].state == .plain { resolve(index) }
    jail.parameters.reserveCapacity(parameters.count)
    for parameter in parameters where !parameter.isVariable {
      jail.parameters.append(
        JailParameter(
          name: parameter.name, id: parameter.id,
          values: parameter.values.map { JailValue(text: $0.text, origin: $0.origin) },
          isVariable: false))
    }
    return jail
  }

  private mutating func resolve(_ index: Int) {
    guard parameters[index].values.contains(where: { $0.pieces != nil }) else { return }
    depth += 1
    defer { depth -= 1 }
    parameters[index].state = .resolving
    var position = 0
    while position < parameters[index].values.count {
      if let pieces = parameters[index].values[position].pieces {
        let origin = parameters[index].values[position].origin
        let resolved = substitute(pieces, in: index)
        let replacement = resolved.map { Value(pieces: nil, text: $0, origin: origin) }
        parameters[index].values.replaceSubrange(position...position, with: replacement)
        position += replacement.count
      } else {
        position += 1
      }
    }
    if parameters[index].state == .resolving { parameters[index].state = .plain }
  }

  /// The texts a value becomes: one, or several for a list that stands alone.
  private mutating func substitute(_ pieces: [JailConfString.Piece], in index: Int) -> [String] {
    var text = ""
    for (position, piece) in pieces.enumerated() {
      switch piece {
      case .text(let part): text += part
      case .variable(let name):
        guard let values = values(of: name, in: index) else { continue }
        let first = values[0]
        if values.count > 1 {
          let standsAlone = text.isEmpty && pieces[(position + 1)...].allSatisfy { $0 == .text("") }
          guard standsAlone else {
            refuse(index, "\(parameters[index].name): array cannot be substituted inline")
            continue
          }
          return values
        }
        text += first
      }
    }
    return [text]
  }

  /// What a variable or parameter holds, itself resolved; nil when that fails.
  private mutating func values(of name: String, in index: Int) -> [String]? {
    guard let other = parameters.firstIndex(where: { $0.name == name }),
      !parameters[other].values.isEmpty
    else {
      refuse(index, "\(parameters[index].name): variable \"\(name)\" not found")
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
      return parameters[other].values.map(\.text)
    }
  }

  private mutating func refuse(_ index: Int, _ message: String?) {
    if let message { jail.messages.append(message) }
    jail.isBroken = true
    parameters[index].state = .bad
  }
}
