import CellGrid

/// Where on the screen the addresses of the map are.
struct MapLayout {
  /// The frame of the map.
  let frame: Region
  /// Below it, what is selected; empty on a small screen.
  let selected: Region
  /// Beside that, the network; empty where there is no room for both.
  let network: Region
  /// How many addresses stand side by side.
  let columns: Int
  /// In front of each row.
  let label: Int
  /// For each address.
  let width: Int
  /// How many lines an address has: letters, name and length.
  let height: Int
  /// The first row that is shown, and how many are.
  let top: Int
  let shownRows: Int
  /// At the end of the frame.
  let legend: [StyledLine]

  init(_ state: DashboardState, _ layout: Layout) {
    let isWide = layout.tier == .wide
    let body = layout.body
    columns = state.mapColumns
    let count = state.network?.count ?? 0
    let rows = max((count + columns - 1) / columns, 1)
    let room = body.columns - (layout.tier == .tiny ? 2 : 4)
    label = 6
    width = max((room - label) / columns, 4)
    height = isWide ? rows <= 2 ? 4 : rows <= 4 ? 3 : rows <= 8 ? 2 : 1 : 1
    let belowLeast = isWide ? 12 : body.rows >= 14 ? 7 : 0
    let lines = MapCell.legend(columns: room)
    legend = belowLeast > 0 ? lines : []
    // frame, heading, and a line in front of the legend if there is room for it
    let around = 3 + max(legend.count, 1)
    let most = body.rows - belowLeast
    let wanted = min(rows * height + around + 1, most)
    shownRows = max(min(rows, (most - around) / height), 1)
    let below: Region
    (frame, below) = body.split(top: wanted)
    if isWide {
      (selected, network) = below.split(left: below.columns / 2)
    } else {
      (selected, network) = (below, below.split(top: 0).top)
    }
    let row = state.map.cell / columns
    top = max(min(row - shownRows / 2, rows - shownRows), 0)
  }

  /// The cells of the frame that can be drawn in.
  var inner: Region { frame.inset(rows: 1, columns: frame.columns < 60 ? 1 : 2) }

  /// Where an address is, when it is shown.
  func region(of index: Int) -> Region? {
    let row = index / columns - top
    guard (0..<shownRows).contains(row) else { return nil }
    return Region(
      row: inner.row + 1 + row * height, column: inner.column + label + index % columns * width,
      rows: height, columns: width)
  }

  /// The address at a cell of the screen.
  func index(row: Int, column: Int) -> Int? {
    let line = row - inner.row - 1
    let offset = column - inner.column - label
    guard line >= 0, line < shownRows * height, offset >= 0, offset < columns * width else {
      return nil
    }
    return (top + line / height) * columns + offset / width
  }
}
