/// Which elements two sequences share, and which only one of them has.
///
/// The shortest script as Myers' algorithm finds it by halves, in linear space; where the halves
/// lie further apart than `effort` changes, what is left of them counts as replaced, so the time is
/// bounded by `effort` times the length at each of the halvings.
package struct LineDiff: Sendable, Equatable {
  /// Elements that take the place of others; both ranges can be empty, but not at once.
  package struct Change: Sendable, Equatable {
    /// What goes, as indices into the old sequence.
    package let old: Range<Int>
    /// What comes, as indices into the new sequence.
    package let new: Range<Int>
  }

  /// The most changes looked for before a stretch is given up on as replaced.
  private static let effort = 1_000

  /// The changes in order; between them the sequences are the same.
  package private(set) var changes: [Change] = []

  /// Compares two lists of elements, as a rule lines.
  package init<Element: Hashable>(_ old: [Element], _ new: [Element]) {
    var numbers: [Element: Int] = [:]
    let number = { (element: Element) in
      let next = numbers.count
      if let known = numbers[element] { return known }
      numbers[element] = next
      return next
    }
    // equal ends need no numbers, and a small edit of a large file leaves little else
    var prefix = 0
    while prefix < min(old.count, new.count), old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(old.count, new.count) - prefix,
      old[old.count - 1 - suffix] == new[new.count - 1 - suffix]
    { suffix += 1 }
    let comparison = Comparison(
      old: old[prefix..<old.count - suffix].map(number),
      new: new[prefix..<new.count - suffix].map(number))
    for change in comparison.changes() {
      append(
        Change(
          old: change.old.lowerBound + prefix..<change.old.upperBound + prefix,
          new: change.new.lowerBound + prefix..<change.new.upperBound + prefix))
    }
  }

  private mutating func append(_ change: Change) {
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1] = Change(
        old: last.old.lowerBound..<change.old.upperBound,
        new: last.new.lowerBound..<change.new.upperBound)
    } else {
      changes.append(change)
    }
  }

  /// How far each diagonal has been followed; negative where nothing has come yet.
  private struct Frontier {
    private let limit: Int
    private var reached: [Int]

    init(limit: Int) {
      self.limit = limit
      reached = [Int](repeating: -1, count: 2 * limit + 1)
    }

    subscript(diagonal: Int) -> Int {
      get { abs(diagonal) <= limit ? reached[limit + diagonal] : -1 }
      set { reached[limit + diagonal] = newValue }
    }
  }

  /// Two sequences of numbers, compared box by box.
  private struct Comparison {
    let old: [Int]
    let new: [Int]

    /// Changes in order, some of which may touch.
    func changes() -> [Change] {
      var found: [Change] = []
      // a list of boxes instead of recursion, so that no input can exhaust the stack
      var boxes = [Change(old: old.indices, new: new.indices)]
      while let box = boxes.popLast() {
        let box = trimmed(box)
        if box.old.isEmpty && box.new.isEmpty { continue }
        guard !box.old.isEmpty, !box.new.isEmpty, let (x, y) = middle(of: box) else {
          found.append(box)
          continue
        }
        boxes.append(
          Change(old: x..<box.old.upperBound, new: y..<box.new.upperBound))
        boxes.append(
          Change(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y))
      }
      return found
    }

    private func trimmed(_ box: Change) -> Change {
      var (oldLower, oldUpper) = (box.old.lowerBound, box.old.upperBound)
      var (newLower, newUpper) = (box.new.lowerBound, box.new.upperBound)
      while oldLower < oldUpper, newLower < newUpper, old[oldLower] == new[newLower] {
        oldLower += 1
        newLower += 1
      }
      while oldLower < oldUpper, newLower < newUpper, old[oldUpper - 1] == new[newUpper - 1] {
        oldUpper -= 1
        newUpper -= 1
      }
      return Change(old: oldLower..<oldUpper, new: newLower..<newUpper)
    }

    /// A point on a shortest path through a box, other than its corners; nil when it is too far.
    private func middle(of box: Change) -> (Int, Int)? {
      let delta = box.old.count - box.new.count
      let limit = min((box.old.count + box.new.count + 1) / 2, LineDiff.effort)
      var forward = Frontier(limit: limit)
      var backward = Frontier(limit: limit)
      for distance in 0...limit {
        for diagonal in stride(from: -distance, through: distance, by: 2) {
          let x = advance(box, diagonal, distance, &forward, isForward: true)
          let met = backward[delta - diagonal]
          if !delta.isMultiple(of: 2), x >= 0, met >= 0, x + met >= box.old.count {
            return inside(box, x, x - diagonal)
          }
        }
        for diagonal in stride(from: -distance, through: distance, by: 2) {
          let x = advance(box, diagonal, distance, &backward, isForward: false)
          let met = forward[delta - diagonal]
          if delta.isMultiple(of: 2), x >= 0, met >= 0, x + met >= box.old.count {
            return inside(box, box.old.count - x, box.new.count - (x - diagonal))
          }
        }
      }
      return nil
    }

    /// The furthest point on a diagonal after so many changes, counted from the corner it starts
    /// at; negative when the diagonal can't be reached inside the box.
    private func advance(
      _ box: Change, _ diagonal: Int, _ distance: Int, _ frontier: inout Frontier,
      isForward: Bool
    ) -> Int {
      var x = distance == 0 ? 0 : -1
      let above = frontier[diagonal + 1]
      if above >= 0, above - diagonal <= box.new.count { x = above }
      let below = frontier[diagonal - 1]
      if below >= 0, below < box.old.count { x = max(x, below + 1) }
      if x >= 0 {
        while x < box.old.count, x - diagonal < box.new.count,
          old[isForward ? box.old.lowerBound + x : box.old.upperBound - 1 - x]
            == new[
              isForward
                ? box.new.lowerBound + x - diagonal : box.new.upperBound - 1 - x + diagonal]
        {
          x += 1
        }
      }
      frontier[diagonal] = x
      return x
    }

    /// A point of the whole, or nil when it would leave one box as large as before.
    private func inside(_ box: Change, _ x: Int, _ y: Int) -> (Int, Int)? {
      guard (0...box.old.count).contains(x), (0...box.new.count).contains(y),
        x + y > 0, x + y < box.old.count + box.new.count
      else { return nil }
      return (box.old.lowerBound + x, box.new.lowerBound + y)
    }
  }
}
