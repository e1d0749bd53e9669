import CellGrid
import HostModel
import Phrases

/// Who has which address of a network.
enum MapView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    guard let map = state.addressMap, let network = state.network else {
      let inner = grid.frame(layout.body, title: spoken("map"), isFocused: true, state.glyphs)
        .inset(columns: 1)
      let line = StyledLine(spoken("this host has no addresses to show"), .textDim)
      grid.put(line, row: inner.row, column: inner.column, limit: inner.columns, state.glyphs)
      return
    }
    let places = MapLayout(state, layout)
    grid.frame(places.frame, title: title(state, map, network), isFocused: true, state.glyphs)
    drawLabels(state, network, places, on: &grid)
    for index in places.top * places.columns..<(places.top + places.shownRows) * places.columns
    where index < network.count {
      drawCell(index, state, map, network, places, on: &grid)
    }
    drawEnd(state, map, places, on: &grid)
    drawPart(state, network, places, on: &grid)
    if !places.selected.isEmpty { drawBelow(state, map, network, places, on: &grid) }
  }

  private static func title(
    _ state: DashboardState, _ map: AddressMap, _ network: AddressNetwork
  ) -> String {
    let (used, free) = map.use(of: network)
    let given = network.isAllocation ? spoken("  given by the provider") : ""
    let number =
      map.networks.count > 1
      ? spoken("  network \(state.map.network + 1) of \(map.networks.count)") : ""
    return spoken("\(network.prefix)  used \(used)  free \(free)\(number)\(given)")
  }

  private static func drawLabels(
    _ state: DashboardState, _ network: AddressNetwork, _ places: MapLayout,
    on grid: inout CellGrid
  ) {
    let isIPv4 = network.prefix.address.family == .inet
    let inner = places.inner
    for column in 0..<min(places.columns, network.count) {
      grid.put(
        String(column, radix: isIPv4 ? 10 : 16), row: inner.row,
        column: inner.column + places.label + column * places.width + 1, limit: places.width,
        CellStyle(.tableHeader))
    }
    for row in 0..<places.shownRows {
      let first = network.address(at: (places.top + row) * places.columns)
      grid.put(
        first.lastPart, row: inner.row + 1 + row * places.height, column: inner.column,
        limit: places.label - 1, CellStyle(.tableHeader))
    }
  }

  private static func drawCell(
    _ index: Int, _ state: DashboardState, _ map: AddressMap, _ network: AddressNetwork,
    _ places: MapLayout, on grid: inout CellGrid
  ) {
    guard let region = places.region(of: index) else { return }
    let cell = MapCell(network.address(at: index), map, state.shown, state.glyphs)
    let isSelected = index == state.map.cell
    let texts = [(cell.letters, cell.role), (cell.name, .text), (cell.lengths, .netPrefix)]
    let limit = region.columns - (region.columns > 4 ? 2 : 1)
    for (offset, (text, role)) in texts.prefix(region.rows).enumerated() {
      grid.put(
        StyledLine(text, role), row: region.row + offset, column: region.column + 1,
        limit: limit, state.glyphs)
    }
    guard isSelected else { return }
    grid.put(
      state.glyphs[.mark], row: region.row, column: region.column, CellStyle(.selectionMark))
    grid.lay(
      .selection,
      under: Region(
        row: region.row, column: region.column, rows: min(region.rows, 3), columns: limit + 1))
    grid.cursor = CellGrid.Position(row: region.row, column: region.column)
  }

  /// Which rows are shown, when not all are.
  private static func drawPart(
    _ state: DashboardState, _ network: AddressNetwork, _ places: MapLayout,
    on grid: inout CellGrid
  ) {
    let rows = (network.count + places.columns - 1) / places.columns
    guard places.shownRows < rows else { return }
    let text = spoken(" rows \(places.top + 1)-\(places.top + places.shownRows) of \(rows) ")
    let frame = places.frame
    grid.put(
      text, row: frame.row + frame.rows - 1,
      column: max(frame.column + frame.columns - text.count - 2, frame.column),
      CellStyle(.textDim))
  }

  /// The legend; on a small screen the selected address.
  private static func drawEnd(
    _ state: DashboardState, _ map: AddressMap, _ places: MapLayout, on grid: inout CellGrid
  ) {
    let inner = places.inner
    guard places.legend.isEmpty else {
      let region = Region(
        row: inner.row + inner.rows - places.legend.count, column: inner.column,
        rows: places.legend.count, columns: inner.columns)
      grid.put(places.legend, in: region, state.glyphs)
      return
    }
    let lines = MapDetail(state, map, columns: inner.columns).short
    grid.put(
      lines, row: inner.row + inner.rows - 1, column: inner.column, limit: inner.columns,
      state.glyphs)
  }

  private static func drawBelow(
    _ state: DashboardState, _ map: AddressMap, _ network: AddressNetwork, _ places: MapLayout,
    on grid: inout CellGrid
  ) {
    let title = state.mapAddress.map(\.description) ?? ""
    let inner = grid.frame(places.selected, title: title, state.glyphs).inset(columns: 1)
    let detail = MapDetail(state, map, columns: inner.columns)
    if places.network.isEmpty {
      let claim = detail.claim
      let lines = detail.address(rows: inner.rows - claim.count)
      grid.put(lines.prefix(max(inner.rows - claim.count, 0)), in: inner, state.glyphs)
      grid.put(claim, in: inner.split(top: inner.rows - claim.count).rest, state.glyphs)
      return
    }
    grid.put(detail.address(rows: inner.rows), in: inner, state.glyphs)
    let right = grid.frame(places.network, title: "\(network.prefix)", state.glyphs)
      .inset(columns: 1)
    let rest = MapDetail(state, map, columns: right.columns)
    grid.put(rest.network(network, rows: right.rows), in: right, state.glyphs)
  }
}

extension MapView {
  /// The address at a cell of the screen, counted from 0.
  static func cell(row: Int, column: Int, _ state: DashboardState) -> Int? {
    guard let network = state.network else { return nil }
    let index = MapLayout(state, Layout(state)).index(row: row, column: column)
    return index.flatMap { $0 < network.count ? $0 : nil }
  }
}

extension IPAddress {
  /// The last number with what stands in front of it: `.17`, `:1f`.
  fileprivate var lastPart: String {
    switch self {
    case .inet(let inet): ".\(inet.value & 0xff)"
    case .inet6(let inet6): ":\(String(inet6.low & 0xffff, radix: 16))"
    }
  }
}
