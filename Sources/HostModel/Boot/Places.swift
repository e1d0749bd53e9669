package import SourceText

/// The places that something is made of, the decisive one first: most often the only one, which then
/// needs no list.
package struct Places: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private enum Content: Sendable {
    case none
    case one(Place)
    case several([Place])
  }

  private let content: Content

  init(_ place: Place?) {
    if let place { content = .one(place) } else { content = .none }
  }

  init(_ places: [Place]) { content = places.isEmpty ? .none : .several(places) }

  package init(arrayLiteral places: Place...) { self.init(places) }

  /// The position of the first.
  package var startIndex: Int { 0 }

  /// How many there are.
  package var endIndex: Int {
    switch content {
    case .none: 0
    case .one: 1
    case .several(let places): places.count
    }
  }

  /// The one at a position.
  package subscript(position: Int) -> Place {
    switch content {
    case .one(let place) where position == 0: place
    case .several(let places): places[position]
    // as an array has it
    case .none, .one: [][position]
    }
  }
}
