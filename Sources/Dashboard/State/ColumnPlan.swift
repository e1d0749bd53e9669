/// How wide the columns of a table are, of which some may have to go.
struct ColumnPlan {
  /// What a column wants.
  struct Want {
    /// The columns of the screen it can't do without.
    let least: Int
    /// Those it takes when there is room.
    let most: Int
    /// The lower, the later it goes and the sooner it grows.
    let rank: Int

    init(_ least: Int, _ most: Int, rank: Int) {
      self.least = least
      self.most = max(least, most)
      self.rank = rank
    }
  }

  /// The widths; 0 for a column that had to go.
  private(set) var widths: [Int]

  /// - Parameter gap: what stands between two columns.
  init(_ wants: [Want], in total: Int, gap: Int = 1) {
    widths = wants.map(\.least)
    let order = wants.indices.sorted { wants[$0].rank < wants[$1].rank }
    for index in order.reversed() where Self.sum(widths, gap) > total { widths[index] = 0 }
    for index in order where widths[index] > 0 {
      let free = total - Self.sum(widths, gap)
      widths[index] += max(min(wants[index].most - widths[index], free), 0)
    }
  }

  /// Where each column begins, from 0.
  func starts(gap: Int = 1) -> [Int] {
    var next = 0
    return widths.map { width in
      defer { next += width > 0 ? width + gap : 0 }
      return next
    }
  }

  private static func sum(_ widths: [Int], _ gap: Int) -> Int {
    let shown = widths.filter { $0 > 0 }
    return shown.reduce(0, +) + gap * max(shown.count - 1, 0)
  }
}
