/// What is selected in a list that may be longer than the screen, and what of it is shown.
package struct ListPosition: Sendable, Hashable {
  /// The selected entry, from 0.
  package private(set) var selected = 0
  /// The first entry that is shown.
  package private(set) var top = 0

  package init() {}

  /// Selects an entry, as near as the list allows.
  package mutating func select(_ index: Int, of count: Int) {
    selected = min(max(index, 0), max(count - 1, 0))
  }

  /// Moves the selection by so many entries.
  package mutating func move(by distance: Int, of count: Int) {
    select(selected + distance, of: count)
  }

  /// Scrolls as little as the selection needs to be among the entries shown, with a bit of context.
  package mutating func scroll(toShow shown: Int, of count: Int) {
    let shown = max(shown, 1)
    let margin = min(2, (shown - 1) / 2)
    top = min(top, selected - margin)
    top = max(top, selected + margin - shown + 1)
    top = max(min(top, count - shown), 0)
  }
}
