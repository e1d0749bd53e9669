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
  /// What sections in front say, as far as no parameter of the jail's own is in its place.
  private let shared: SharedParameters
  private var own = JailParameters()
  /// The values from here on belong to the parameter that is added next.
  private var taken = 0
  private var unresolved: [Unresolved] = []
  private let traits: ReleaseTraits
  private var depth = 0

  /// - Parameters:
  ///   - shared: none for a jail whose name is a number.
  ///   - parameters: how many are probably added.
  ///   - values: how many they probably have.
  init(
    _ name: String, at place: Place?, _ traits: ReleaseTraits,
    over shared: SharedParameters = .empty, parameters: Int = 12, values: Int = 12
  ) {
    self.name = name
    self.place = place
    self.traits = traits
    self.shared = shared
    own.reserve(entries: parameters + 1, values: values + 1)
    let isNumber = Self.isNumber(name)
    let value = CollectionOfOne(
      JailValue(text: name, origin: place.map { .written($0) } ?? .standard("jail(8)")))
    if isNumber { own.append(.jid, "jid", value) }
    if !isNumber || traits.namesNumericJails { own.append(.name, "name", value) }
    taken = own.values.count
  }

  /// Merges what several jails begin with.
  init(sharedBy traits: ReleaseTraits) {
    name = ""
    place = nil
    shared = .empty
    self.traits = traits
  }

  /// Whether jail(8) takes a jail's name for its number.
  static func isNumber(_ name: String) -> Bool {
    leadingInteger(name) != 0 && name.utf8.allSatisfy { (48...57).contains($0) }
  }

  private mutating func fail(_ message: String) {
    messages.append(message)
    isBroken = true
  }

  /// Takes in a value of the parameter that is added next.
  mutating func take(_ value: JailValue) { own.append(value) }

  /// Sets or appends a parameter, with the values that were taken in.
  ///
  /// - Parameter pieces: the pieces of each value when variables are among them.
  mutating func add(
    _ id: ParameterID, _ name: String, isVariable: Bool = false, pieces: [Pieces]? = nil,
    appends: Bool, isKnown: Bool
  ) {
    let new = JailParameters.Entry(
      name: name, id: id, isVariable: isVariable, values: taken..<own.values.count)
    let appends = appends && !new.values.isEmpty
    if let index = own.position(of: id) {
      merge(new, pieces, appends: appends, into: index)
    } else if let index = shared.list.position(of: id) {
      if isVariable {
        mixUp(new)
      } else if appends {
        append(new, pieces, to: adopt(index))
      } else {
        append(new, pieces)
      }
    } else if isVariable, traits.protectsNames, isKnown {
      mixUp(new)
    } else {
      append(new, pieces)
    }
    taken = own.values.count
  }

  private mutating func append(_ new: JailParameters.Entry, _ pieces: [Pieces]?) {
    if let pieces {
      unresolved.append(Unresolved(parameter: own.entries.count, pieces: pieces))
    }
    own.append(new)
  }

  /// A variable that has the name of a parameter, or the other way round.
  private mutating func mixUp(_ new: JailParameters.Entry) {
    own.dropValues(from: taken)
    guard traits.protectsNames else {
      unknown = spoken(
        "jail(8) of this release mixes up variable and parameter \"\(new.name)\"")
      return
    }
    fail("variable \"$\(new.name)\" cannot have the same name as a parameter.")
  }

  private mutating func merge(
    _ new: JailParameters.Entry, _ pieces: [Pieces]?, appends: Bool, into index: Int
  ) {
    let old = own.entries[index]
    if new.isVariable != old.isVariable { return mixUp(new) }
    if new.id == .name || new.id == .jid {
      own.dropValues(from: taken)
      guard traits.protectsNames else {
        messages.append("cannot redefine variable \"\(old.name)\".")
        return
      }
      return fail("cannot redefine parameter \"\(old.name)\".")
    }
    if appends { return append(new, pieces, to: index) }
    own.replace(at: index, with: new)
    note(pieces, of: index)
  }

  /// Makes a shared parameter one of the jail's own.
  private mutating func adopt(_ index: Int) -> Int {
    let old = shared.list.entries[index]
    if let pieces = shared.pieces(at: index) {
      unresolved.append(Unresolved(parameter: own.entries.count, pieces: pieces))
    }
    own.append(old.id, old.name, shared.list.values(at: index))
    return own.entries.count - 1
  }

  private func unresolvedIndex(of parameter: Int) -> Int? {
    unresolved.firstIndex { $0.parameter == parameter }
  }

  /// Keeps the pieces of a parameter's values in place of any it had.
  private mutating func note(_ pieces: [Pieces]?, of parameter: Int) {
    if let index = unresolvedIndex(of: parameter) { unresolved.remove(at: index) }
    if let pieces { unresolved.append(Unresolved(parameter: parameter, pieces: pieces)) }
  }

  private mutating func append(
    _ more: JailParameters.Entry, _ pieces: [Pieces]?, to index: Int
  ) {
    let old = unresolvedIndex(of: index).map { unresolved[$0].pieces }
    if pieces != nil || old != nil {
      let front = old ?? own.values(at: index).map { _ in nil }
      note(front + (pieces ?? more.values.map { _ in nil }), of: index)
    }
    own.extend(at: index, by: more)
  }

  /// Puts variables in and hands the jail out.
  mutating func finish(_ kind: JailDefinition.Kind, file: String?) -> JailDefinition {
    if unresolved.count > 1 { unresolved.sort { $0.parameter < $1.parameter } }
    for number in unresolved.indices where unresolved[number].state == .untouched {
      resolve(number)
    }
    own.removeVariables()
    return JailDefinition(
      name: name, kind: kind, place: place, file: file, own: own, shared: shared,
      messages: messages, isBroken: isBroken, unknown: unknown)
  }

  /// What was added, for jails of any name to begin with; nil when it is not the same for all but
  /// for the name in values.
  func finishShared(_ catalog: ParameterCatalog) -> SharedParameters? {
    guard messages.isEmpty, unknown == nil, own.position(of: .name) == nil,
      own.position(of: .jid) == nil, !own.entries.contains(where: \.isVariable)
    else { return nil }
    var pieces = [[Pieces]?](repeating: nil, count: own.entries.count)
    for parameter in unresolved {
      guard parameter.pieces.allSatisfy({ $0?.allSatisfy(\.isNamed) ?? true }) else { return nil }
      pieces[parameter.parameter] = parameter.pieces
    }
    return SharedParameters(own, pieces: pieces, catalog)
  }

  private mutating func resolve(_ number: Int) {
    depth += 1
    defer { depth -= 1 }
    unresolved[number].state = .resolving
    let parameter = unresolved[number].parameter
    let values = own.values(at: parameter)
    var resolved: [JailValue] = []
    resolved.reserveCapacity(values.count)
    for (value, pieces) in zip(values, unresolved[number].pieces) {
      if let pieces {
        substitute(pieces, in: number, at: value.origin, into: &resolved)
      } else {
        resolved.append(value)
      }
    }
    own.setValues(at: parameter, to: resolved)
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
        guard let values = values(of: name, in: number) else { continue }
        if values.count > 1 {
          let standsAlone = text.isEmpty && pieces[(position + 1)...].allSatisfy { $0 == .text("") }
          guard standsAlone else {
            refuse(number, "\(self.name(of: number)): array cannot be substituted inline")
            continue
          }
          for value in values { resolved.append(JailValue(text: value.text, origin: origin)) }
          return
        }
        text += values.first?.text ?? ""
      }
    }
    resolved.append(JailValue(text: text, origin: origin))
  }

  /// The name of a parameter with variables in its values.
  private func name(of number: Int) -> String { own.entries[unresolved[number].parameter].name }

  /// The values of the variable or parameter of a name, themselves resolved; nil when that fails or
  /// there are none.
  private mutating func values(of name: String, in number: Int) -> ArraySlice<JailValue>? {
    guard let other = own.entries.firstIndex(where: { $0.name == name }) else {
      if let values = sharedValues(of: name), !values.isEmpty { return values }
      refuse(number, "\(self.name(of: number)): variable \"\(name)\" not found")
      return nil
    }
    guard !own.entries[other].values.isEmpty else {
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
      guard let inner, unresolved[inner].state == .untouched else { return own.values(at: other) }
      resolve(inner)
      if unresolved[inner].state == .bad {
        refuse(number, nil)
        return nil
      }
      return own.values(at: other)
    }
  }

  /// The values of a shared parameter that none of the jail's own is in the place of.
  private func sharedValues(of name: String) -> ArraySlice<JailValue>? {
    let entries = shared.list.entries
    guard let index = entries.firstIndex(where: { $0.name == name }),
      own.position(of: entries[index].id) == nil
    else { return nil }
    return shared.values(at: index, for: self.name)
  }

  private mutating func refuse(_ number: Int, _ message: String?) {
    if let message { messages.append(message) }
    isBroken = true
    unresolved[number].state = .bad
  }
}

extension JailConfString.Piece {
  /// A text, or the name of the jail.
  fileprivate var isNamed: Bool {
    if case .variable(let name) = self { return name == "name" }
    return true
  }
}
