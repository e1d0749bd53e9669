/// What a command does to addresses, in order: most often one thing, which then needs no list.
package struct AddressEffects: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private enum Content: Sendable {
    case none
    case one(AddressEffect)
    case several([AddressEffect])
  }

  private let content: Content

  init() { content = .none }

  init(_ effect: AddressEffect) { content = .one(effect) }

  init(_ effects: [AddressEffect]) { content = effects.isEmpty ? .none : .several(effects) }

  package init(arrayLiteral effects: AddressEffect...) { self.init(effects) }

  /// The position of the first.
  package var startIndex: Int { 0 }

  /// How many there are.
  package var endIndex: Int {
    switch content {
    case .none: 0
    case .one: 1
    case .several(let effects): effects.count
    }
  }

  /// The one at a position.
  package subscript(position: Int) -> AddressEffect {
    switch content {
    case .one(let effect) where position == 0: effect
    case .several(let effects): effects[position]
    // as an array has it
    case .none, .one: [][position]
    }
  }

  /// An IPv4 address silently gets another mask.
  var hasReplacement: Bool {
    switch content {
    case .none: false
    case .one(let effect): effect.isReplacement
    case .several(let effects): effects.contains(where: \.isReplacement)
    }
  }
}

extension AddressEffect {
  fileprivate var isReplacement: Bool {
    if case .replaced = self { return true }
    return false
  }
}
