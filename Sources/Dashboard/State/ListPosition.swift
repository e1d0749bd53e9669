/// What is selected in a list that may be longer than the screen, and what of it is shown.
package struct ListPosition: Sendable, Hashable {
  /// The selected entry, from 0.
  package private(set) var selected = 0
  /// The first entry that is shown.
  package private(set) var top = 0
  /// The entry that was selected before it went, until another one is chosen.
  private var lost: Int?

  package init() {}

  /// Selects an entry, as near as the list allows.
  package mutating func select(_ index: Int, of count: Int) {
    lost = nil
    selected = index
    keep(within: count)
  }

  /// Keeps the selection among so many entries.
  mutating func keep(within count: Int) {
    selected = min(max(selected, 0), max(count - 1, 0))
  }

  /// Stays at the selected entry when others come or go; where it goes itself, at its place, until it
  /// is there again.
  ///
  /// - Parameters:
  ///   - old: the entries as they were; nil when they have nothing to do with the new ones.
  ///   - new: the entries as they are.
  mutating func follow(_ old: [Int]?, to new: [Int]) {
    guard let old else {
      lost = nil
      return
    }
    let entry = old.indices.contains(selected) ? old[selected] : nil
    if let lost, let index = new.firstIndex(of: lost) {
      (selected, self.lost) = (index, nil)
    } else if let entry, let index = new.firstIndex(of: entry) {
      selected = index
    } else if let entry {
      lost = lost ?? entry
    }
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

  /// The same for entries of several lines, of which there is room for so many.
  ///
  /// - Parameter height: the lines of an entry when it is the first that is shown, and else.
  package mutating func scroll(
    toShow lines: Int, of count: Int, height: (Int) -> (first: Int, later: Int)
  ) {
    guard count > 0 else { return }
    func earliest(_ last: Int) -> Int {
      var index = last
      var used = 0
      while index >= 0, used + height(index).first <= lines {
        used += height(index).later
        index -= 1
      }
      return min(index + 1, last)
    }
    let margin = lines >= 10 ? 2 : lines >= 6 ? 1 : 0
    top = min(top, selected - margin)
    top = max(top, earliest(min(selected + margin, count - 1)))
    top = max(min(top, earliest(count - 1)), 0)
  }
}
