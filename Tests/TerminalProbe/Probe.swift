import CellGrid
import Glibc
import HostAccess
import Terminal

/// Shows the occurrences at a terminal, the last one at the bottom.
struct Probe: ~Copyable {
  private var terminal: Terminal
  private var log: [String] = []
  private var page: [String] = []
  private var isColorful = false
  private var count = 0

  init() throws(TerminalError) {
    terminal = try Terminal()
  }

  /// - Returns: the exit status.
  consuming func run() -> Int32 {
    while true {
      if !terminal.hasMore() { draw() }
      let occurrence = terminal.next()
      count += 1
      log.append("\(count) \(Self.name(occurrence))")
      switch occurrence {
      case .event(.hangUp): return 0
      case .ended(let signal): return 128 + signal
      case .event(.key(.character("q"))):
        terminal.close()
        return 0
      case .event(.key(.character(let character))): act(character)
      default: break
      }
    }
  }

  private static func name(_ occurrence: Occurrence) -> String {
    switch occurrence {
    case .event(.key(let key)): "key \(key.name)"
    case .event(let event): "\(event)"
    default: "\(occurrence)"
    }
  }

  private mutating func act(_ key: Character) {
    switch key {
    case "A": abort()
    case "F": fatalError("as ordered")
    case "I": print([1, 2][log.count + 2])
    case "R": print(Self.recurse(0))
    case "X": print(Errand { Self.recurse(0) }.result())
    case "E": write(2, "a word to standard error\n", 25)
    case "B": stayBusy()
    case "P": log.append("TERMINFO is \(getenv("TERMINFO").map { String(cString: $0) } ?? "")")
    case "S": terminal.suspend { _ = system("echo in front; read answer; echo got $answer") }
    case "M": terminal.setMouse(true)
    case "Y": log.append("copied \(terminal.copyToClipboard("jail"))")
    case "W": Errand { Waker().wake() }.result()
    case "L": terminal.redraw()
    case "C": isColorful.toggle()
    case "U":
      page = ["日本語|", "e\u{301}a\u{308}o\u{323}\u{302}|", "한|국|어|", "│─┌…▶|", "ａ|ｂ|"]
    case "V": page = ["x日本語|", "áäộ|", "|한국어", "▶│─┌…|", "|ａｂ"]
    default: break
    }
  }

  private mutating func stayBusy() {
    page = ["busy"]
    draw()
    while getppid() != 0 {}
  }

  private static func recurse(_ depth: Int) -> Int {
    depth < 0 ? 0 : recurse(depth + 1) &+ recurse(depth &* 2 + 1)
  }

  private mutating func draw() {
    let size = terminal.size
    var grid = CellGrid(columns: size.columns, rows: size.rows)
    grid.put(
      "\(size.columns)x\(size.rows) colors \(terminal.colors) utf8 \(terminal.isUTF8)",
      row: 0, column: 0, CellStyle(.textStrong))
    for (row, line) in page.enumerated() { grid.put(line, row: row + 1, column: 0) }
    let room = max(size.rows - 8, 1)
    for (row, line) in log.suffix(room).enumerated() {
      grid.put(line, row: size.rows - min(room, log.count) + row, column: 0, CellStyle(.selection))
    }
    if isColorful { drawColors(&grid) }
    grid.cursor = CellGrid.Position(row: size.rows - 1, column: 0)
    terminal.draw(grid, appearance: Self.appearance)
  }

  /// Every role as another pair of colours.
  private func drawColors(_ grid: inout CellGrid) {
    for (number, role) in Role.allCases.enumerated() {
      for (other, ground) in [Role.input, .toast, .selection].enumerated() {
        grid.put(
          "x", row: 2 + other, column: 10 + number, CellStyle(role, on: ground))
      }
    }
  }

  private static func appearance(_ style: CellStyle) -> Appearance {
    let number = Role.allCases.firstIndex(of: style.role) ?? 0
    switch style.ground {
    case .input: return Appearance(.indexed(UInt8(number)), on: .indexed(1))
    case .toast: return Appearance(.indexed(UInt8(number)), on: .indexed(4))
    case .selection: return Appearance(.rgb(UInt8(number), 255, 0), on: .indexed(232))
    default: break
    }
    return switch style.role {
    case .textStrong: Appearance(.indexed(1), on: .indexed(4), .bold)
    case .selection: Appearance(.standard, .reverse)
    default: Appearance()
    }
  }
}
