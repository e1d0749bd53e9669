import CellGrid

/// Characters, controls and the sequences that move, erase and colour.
extension ScreenModel {
  private static let lines: [String: String] = [
    "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "t": "├", "u": "┤", "v": "┴",
    "w": "┬", "n": "┼",
  ]

  mutating func put(_ sent: String) {
    let text = isLineDrawing ? Self.lines[sent] ?? sent : sent
    let width = displayWidth(text)
    if width == 0 {
      let column = isWrapping ? cursor.column : max(cursor.column - 1, 0)
      let base = places[cursor.row][column].text.isEmpty ? column - 1 : column
      places[cursor.row][base].text += text
      return
    }
    if isWrapping || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
    }
    places[cursor.row][cursor.column] = Place(text: text, attributes: pen)
    if width == 2 { places[cursor.row][cursor.column + 1] = Place(text: "", attributes: pen) }
    lastCharacter = sent
    isWrapping = cursor.column + width >= columns
    cursor.column = min(cursor.column + width, columns - 1)
  }

  mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: cursor.column = max(cursor.column - 1, 0)
    case 0x09: cursor.column = min((cursor.column / 8 + 1) * 8, columns - 1)
    case 0x0a: lineFeed()
    case 0x0d: cursor.column = 0
    case 0x0e: isLineDrawing = true
    case 0x0f: isLineDrawing = false
    default: return
    }
    isWrapping = false
  }

  mutating func escape(_ byte: UInt8) {
    switch Character(Unicode.Scalar(byte)) {
    case "=": isKeypadApplication = true
    case ">": isKeypadApplication = false
    case "M": if cursor.row == top { scroll(-1, top, bottom) } else { cursor.row -= 1 }
    case "D": lineFeed()
    case "7", "8", "H", "\\": break
    default: unknown.append("ESC \(byte)")
    }
  }

  mutating func lineFeed() {
    isWrapping = false
    if cursor.row == bottom {
      scroll(1, top, bottom)
    } else {
      cursor.row = min(cursor.row + 1, rows - 1)
    }
  }

  mutating func scroll(_ count: Int, _ first: Int, _ last: Int) {
    guard first <= last else { return }
    let empty = Array(repeating: erased, count: columns)
    for _ in 0..<min(abs(count), last - first + 1) {
      places.remove(at: count > 0 ? first : last)
      places.insert(empty, at: count > 0 ? last : first)
    }
  }

  private var erased: Place {
    Place(text: " ", attributes: Attributes(background: pen.background))
  }

  mutating func sequence(_ parameters: String, _ final: UInt8) {
    if parameters.first == "?" {
      guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { return }
      for mode in parameters.dropFirst().split(separator: ";").compactMap({ Int($0) }) {
        setMode(mode, final == UInt8(ascii: "h"))
      }
      return
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let second = numbers.count > 1 ? numbers[1] : 0
    let final = Character(Unicode.Scalar(final))
    if final == "m" { return color(numbers) }
    if final == "b" {
      for _ in 0..<max(first, 1) { put(lastCharacter) }
      return
    }
    isWrapping = false
    if !move(final, first, second), !change(final, first, second) {
      unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func move(_ final: Character, _ first: Int, _ second: Int) -> Bool {
    let count = max(first, 1)
    switch final {
    case "H", "f":
      cursor.row = min(count, rows) - 1
      cursor.column = min(max(second, 1), columns) - 1
    case "A": cursor.row = max(cursor.row - count, 0)
    case "B": cursor.row = min(cursor.row + count, rows - 1)
    case "C": cursor.column = min(cursor.column + count, columns - 1)
    case "D": cursor.column = max(cursor.column - count, 0)
    case "G": cursor.column = min(count, columns) - 1
    case "d": cursor.row = min(count, rows) - 1
    case "r":
      top = count - 1
      bottom = (second > 0 ? min(second, rows) : rows) - 1
      cursor = Cursor()
    default: return false
    }
    return true
  }

  private mutating func change(_ final: Character, _ first: Int, _ second: Int) -> Bool {
    let count = max(first, 1)
    let row = cursor.row
    let column = cursor.column
    switch final {
    case "J":
      if first == 0 { erase(row, column..<columns) }
      if first == 1 { erase(row, 0..<column + 1) }
      for other in 0..<rows where first == 2 || (first == 0 ? other > row : other < row) {
        erase(other, 0..<columns)
      }
    case "K": erase(row, first == 0 ? column..<columns : first == 1 ? 0..<column + 1 : 0..<columns)
    case "X": erase(row, column..<min(column + count, columns))
    case "@":
      for _ in 0..<min(count, columns - column) {
        places[row].removeLast()
        places[row].insert(erased, at: column)
      }
    case "P":
      for _ in 0..<min(count, columns - column) {
        places[row].remove(at: column)
        places[row].append(erased)
      }
    case "L": scroll(-count, row, bottom)
    case "M": scroll(count, row, bottom)
    case "S": scroll(count, top, bottom)
    case "T": scroll(-count, top, bottom)
    case "l", "h", "t": break
    default: return false
    }
    return true
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range { places[row][column] = erased }
  }

  private mutating func color(_ numbers: [Int]) {
    var rest = numbers[...]
    if rest.isEmpty { pen = Attributes() }
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = Attributes()
      case 1: pen.isBold = true
      case 4: pen.isUnderlined = true
      case 7: pen.isReverse = true
      case 22: pen.isBold = false
      case 24: pen.isUnderlined = false
      case 27: pen.isReverse = false
      case 30...37: pen.foreground = number - 30
      case 39: pen.foreground = -1
      case 40...47: pen.background = number - 40
      case 49: pen.background = -1
      case 90...97: pen.foreground = number - 82
      case 100...107: pen.background = number - 92
      case 38, 48:
        guard rest.popFirst() == 5, let index = rest.popFirst() else { return }
        if number == 38 { pen.foreground = index } else { pen.background = index }
      default: break
      }
    }
  }
}
