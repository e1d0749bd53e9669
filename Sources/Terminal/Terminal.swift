import CTerminal
package import CellGrid

/// The terminal the program runs at, taken over until `close`, or until the value goes.
///
/// Whatever ends the program gives the terminal back: a signal, a trap, an overrun stack. What is
/// written to standard error meanwhile is shown then. One thread uses it; others have a `Waker`.
package struct Terminal: ~Copyable {
  private var pairs: PairTable
  private var drawn: [DrawnCell] = []
  private var drawnColumns = 0
  private var drawnCursor: CellGrid.Position?
  private var knownSize: Size
  private var decoder: KeyDecoder
  private var occurrences: [Occurrence] = []
  private var buffer = [UInt8](repeating: 0, count: 4096)

  /// How much room it has.
  package struct Size: Sendable, Hashable {
    /// From side to side.
    package let columns: Int
    /// From top to bottom.
    package let rows: Int
  }

  /// A cell as ncurses was last told of it.
  private struct DrawnCell: Equatable {
    var text: String
    var look: PairTable.Look
  }

  /// Takes the terminal over and clears it.
  ///
  /// A TERM that is missing, unknown or can't place its cursor gives way to the next best
  /// description, without a terminfo database to one that is built in.
  package init() throws(TerminalError) {
    switch ct_open() {
    case CT_OPENED: break
    case CT_ALREADY_OPEN: throw .alreadyOpen
    case CT_NO_TERMINAL: throw .noTerminal
    default: throw .noScreen
    }
    pairs = PairTable(colors: Int(ct_colors()), room: Int(ct_pairs()))
    knownSize = Self.currentSize
    decoder = KeyDecoder(escapeDelay: Int64(ct_escape_delay())) { sequence in
      ct_key(sequence, Int32(sequence.count)).flatMap { KeyTable.key(named: String(cString: $0)) }
    }
  }

  deinit { ct_close() }

  /// Gives the terminal back.
  package consuming func close() {}

  /// How much room there is now.
  package var size: Size { knownSize }

  /// How many colours it shows: none, 8, 16 or 256.
  package var colors: Int { Int(ct_colors()) }

  /// Whether it shows characters beyond ASCII, by the locale.
  package var isUTF8: Bool { ct_is_utf8() }

  private static var currentSize: Size {
    Size(columns: Int(ct_columns()), rows: Int(ct_rows()))
  }

  /// Shows a screen; what it shows already is not sent again.
  ///
  /// - Parameter appearance: what a style looks like, in colours that the terminal has.
  package mutating func draw(_ grid: CellGrid, appearance: (CellStyle) -> Appearance) {
    let next = looks(of: grid, appearance)
    let columns = grid.columns
    let isSameShape = next.count == drawn.count && columns == drawnColumns
    var isChanged = false
    for row in 0..<min(grid.rows, knownSize.rows) {
      let range = row * columns..<(row + 1) * columns
      if isSameShape, next[range] == drawn[range] { continue }
      isChanged = true
      put(next[range], row)
    }
    drawn = next
    drawnColumns = columns
    guard isChanged || drawnCursor != grid.cursor else { return }
    drawnCursor = grid.cursor
    ct_flush(Int32(grid.cursor?.row ?? -1), Int32(grid.cursor?.column ?? -1))
  }

  private mutating func looks(
    of grid: CellGrid, _ appearance: (CellStyle) -> Appearance
  ) -> [DrawnCell] {
    if let cells = looks(of: grid, appearance, orElse: nil) { return cells }
    // with the pairs of earlier frames gone there is room, unless one screen has too many colours
    pairs.removeAll()
    drawn = []
    return looks(of: grid, appearance, orElse: 0) ?? []
  }

  private mutating func looks(
    of grid: CellGrid, _ appearance: (CellStyle) -> Appearance, orElse spare: Int32?
  ) -> [DrawnCell]? {
    var known: [CellStyle: PairTable.Look] = [:]
    var cells: [DrawnCell] = []
    cells.reserveCapacity(grid.cells.count)
    var last: (style: CellStyle, look: PairTable.Look)?
    for cell in grid.cells {
      if let last, last.style == cell.style {
        cells.append(DrawnCell(text: cell.text, look: last.look))
        continue
      }
      let look: PairTable.Look
      if let found = known[cell.style] {
        look = found
      } else {
        let wanted = appearance(cell.style)
        let spared = spare.map {
          PairTable.Look(attributes: wanted.attributes.rawValue, pair: $0)
        }
        guard let found = pairs.look(wanted) ?? spared else { return nil }
        look = found
        known[cell.style] = look
      }
      last = (cell.style, look)
      cells.append(DrawnCell(text: cell.text, look: look))
    }
    return cells
  }

  private func put(_ cells: ArraySlice<DrawnCell>, _ row: Int) {
    var scalars: [UInt32] = []
    for (column, index) in cells.indices.enumerated() where column < knownSize.columns {
      let cell = cells[index]
      if cell.text.isEmpty { continue }
      let isWide = index + 1 < cells.endIndex && cells[index + 1].text.isEmpty
      scalars.removeAll(keepingCapacity: true)
      for scalar in cell.text.unicodeScalars { scalars.append(scalar.value) }
      ct_put(
        Int32(row), Int32(column), scalars, Int32(scalars.count), isWide ? 2 : 1,
        UInt32(cell.look.attributes), cell.look.pair)
    }
  }

  /// Sends the whole screen again, for when something else wrote on it.
  package func redraw() { ct_repaint() }

  /// Takes clicks and the wheel, or leaves them to the terminal, which then selects text with them.
  package func setMouse(_ isOn: Bool) { ct_set_mouse(isOn) }

  /// Sends text to the clipboard of the one who sits there, by OSC 52: through SSH and, where they
  /// let it, tmux.
  ///
  /// - Returns: whether it was sent; it is not when the terminal is known not to take it, or when the
  ///   text is too long: terminals drop more than 74,994 bytes. That it was taken is never told.
  package func copyToClipboard(_ text: String) -> Bool {
    guard ct_has_clipboard(), text.utf8.count <= 74_994 else { return false }
    let message = Array("\u{1b}]52;c;".utf8) + base64(text.utf8) + [0x07]
    ct_send(message, Int64(message.count))
    return true
  }

  /// Gives the terminal back while something else uses it, such as an editor.
  package mutating func suspend<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    ct_leave()
    defer { enter() }
    return try body()
  }

  /// Gives the terminal back and stops the program until the shell continues it, as Ctrl-Z does.
  package mutating func stop() {
    ct_stop()
    noticeSize()
  }

  private mutating func enter() {
    ct_enter()
    noticeSize()
  }

  private mutating func noticeSize() {
    let size = Self.currentSize
    guard size != knownSize else { return }
    knownSize = size
    drawn = []
    occurrences.removeAll { if case .event(.resize) = $0 { true } else { false } }
    occurrences.append(.event(.resize(columns: size.columns, rows: size.rows)))
  }
}

extension Terminal {
  /// Waits for the next thing that happens.
  ///
  /// - Parameters:
  ///   - descriptors: up to eight that are waited for as well, until they can be read.
  ///   - timeout: the longest time to wait, in milliseconds; nil waits for ever.
  package mutating func next(watching descriptors: [Int32] = [], timeout: Int? = nil) -> Occurrence
  {
    let end = timeout.map { ct_now() + Int64($0) }
    while true {
      if !occurrences.isEmpty { return occurrences.removeFirst() }
      gather(watching: descriptors, until: end)
      if occurrences.isEmpty, let end, ct_now() >= end { return .timedOut }
    }
  }

  /// Whether `next` would return at once: a reason not to draw yet.
  package mutating func hasMore() -> Bool {
    if occurrences.isEmpty { gather(watching: [], until: ct_now()) }
    return !occurrences.isEmpty
  }

  /// Waits once, and appends what comes of it.
  private mutating func gather(watching descriptors: [Int32], until end: Int64?) {
    let limit = [end, decoder.deadline].compactMap(\.self).min()
    let wait = limit.map { Int32(min(max($0 - ct_now(), 0), 1 << 30)) } ?? -1
    let news = ct_wait(
      wait, descriptors, Int32(descriptors.count), &buffer, Int32(buffer.count))
    let now = ct_now()
    let events =
      news.count > 0
      ? decoder.feed(buffer[..<Int(news.count)], at: now) : decoder.expire(at: now)
    occurrences += events.map(Occurrence.event)
    if news.resized {
      ct_measure()
      noticeSize()
    }
    if news.stopped {
      stop()
    } else if news.continued {
      ct_leave()
      enter()
    }
    if news.woken { occurrences.append(.woken) }
    if news.ready >= 0 { occurrences.append(.ready(news.ready)) }
    if news.gone { occurrences.append(.event(.hangUp)) }
    if news.ended != 0 { occurrences.append(.ended(signal: news.ended)) }
  }
}

/// Writes to standard output what brings a terminal back from a program that was killed.
package func resetTerminal() { ct_reset() }
