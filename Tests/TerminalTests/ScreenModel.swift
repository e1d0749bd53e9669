/// What a terminal shows after the bytes it was sent: as much of xterm as ncurses makes use of.
struct ScreenModel {
  struct Attributes: Equatable {
    var foreground = -1
    var background = -1
    var isBold = false
    var isReverse = false
    var isUnderlined = false
  }

  struct Place: Equatable {
    /// Empty behind a wide character.
    var text = " "
    var attributes = Attributes()
  }

  struct Cursor: Equatable {
    var row = 0
    var column = 0
  }

  private(set) var rows: Int
  private(set) var columns: Int
  var places: [[Place]]
  var cursor = Cursor()
  var pen = Attributes()
  /// Private modes that are set, such as 1049 for the alternate screen.
  var modes: Set<Int> = [7, 25]
  var isKeypadApplication = false
  var isLineDrawing = false
  var top = 0
  var bottom: Int
  /// The next character begins a new line.
  var isWrapping = false
  var lastCharacter = " "
  /// What was sent that is not understood.
  var unknown: [String] = []
  private var main: (places: [[Place]], cursor: Cursor)?
  private var pending: [UInt8] = []

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    bottom = rows - 1
    places = Self.blank(rows, columns)
  }

  static func blank(_ rows: Int, _ columns: Int) -> [[Place]] {
    Array(repeating: Array(repeating: Place(), count: columns), count: rows)
  }

  /// A row without the blanks at its end.
  func line(_ row: Int) -> String {
    var line = places[row].map(\.text).joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  var text: String { (0..<rows).map(line).joined(separator: "\n") }

  /// Whether a program that took the screen over has given it back.
  var isGivenBack: Bool {
    modes == [7, 25] && !isKeypadApplication && !isLineDrawing && pen == Attributes() && top == 0
      && bottom == rows - 1
  }

  /// Takes another size, as xterm does it: what fits stays.
  mutating func resize(rows newRows: Int, columns newColumns: Int) {
    places = Self.fit(places, newRows, newColumns)
    if let kept = main { main?.places = Self.fit(kept.places, newRows, newColumns) }
    rows = newRows
    columns = newColumns
    top = 0
    bottom = rows - 1
    cursor = Cursor(row: min(cursor.row, rows - 1), column: min(cursor.column, columns - 1))
  }

  private static func fit(_ places: [[Place]], _ rows: Int, _ columns: Int) -> [[Place]] {
    var fitted = blank(rows, columns)
    for row in 0..<min(rows, places.count) {
      for column in 0..<min(columns, places[row].count) {
        fitted[row][column] = places[row][column]
      }
    }
    return fitted
  }

  mutating func setMode(_ mode: Int, _ isOn: Bool) {
    if mode == 1049, isOn != modes.contains(1049) {
      if isOn {
        main = (places, cursor)
        places = Self.blank(rows, columns)
      } else if let kept = main {
        (places, cursor) = kept
        main = nil
      }
    }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    while !pending.isEmpty {
      guard let length = takeNext() else { return }
      pending.removeFirst(length)
    }
  }

  /// Takes what comes next; nil when there is only a part of it.
  private mutating func takeNext() -> Int? {
    switch pending[0] {
    case 0x1b: return takeEscape()
    case 0x00...0x1f, 0x7f:
      control(pending[0])
      return 1
    default:
      let lead = pending[0]
      let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      guard pending.count >= length else { return nil }
      put(String(decoding: pending[..<length], as: UTF8.self))
      return length
    }
  }

  private mutating func takeEscape() -> Int? {
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["):
      guard let end = pending[2...].firstIndex(where: { (0x40...0x7e).contains($0) }) else {
        return nil
      }
      sequence(String(decoding: pending[2..<end], as: UTF8.self), pending[end])
      return end + 1
    case UInt8(ascii: "]"):
      guard let end = pending[2...].firstIndex(of: 0x07) else { return nil }
      return end + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      guard pending.count > 2 else { return nil }
      if pending[1] == UInt8(ascii: "(") { isLineDrawing = pending[2] == UInt8(ascii: "0") }
      return 3
    default:
      escape(pending[1])
      return 2
    }
  }
}
