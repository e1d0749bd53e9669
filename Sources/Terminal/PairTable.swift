import CTerminal
import CellGrid

/// The pairs of colours that ncurses knows, each defined when it is first needed.
struct PairTable {
  /// What a cell is drawn with.
  struct Look: Hashable {
    var attributes: UInt8
    var pair: Int32
  }

  private struct Colors: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let colors: Int
  private let room: Int
  private var pairs: [Colors: Int32] = [:]

  /// - Parameter room: how many there may be.
  init(colors: Int, room: Int) {
    self.colors = colors
    self.room = room
  }

  /// Forgets all, so that the room is free again.
  mutating func removeAll() {
    pairs.removeAll()
  }

  /// What an appearance is drawn with; nil when its pair finds no room.
  mutating func look(_ appearance: Appearance) -> Look? {
    var attributes = appearance.attributes
    guard colors > 0 else { return Look(attributes: attributes.rawValue, pair: 0) }
    var foreground = number(appearance.foreground)
    if colors == 8, foreground >= 8 {
      foreground -= 8
      attributes.insert(.bold)
    }
    var background = number(appearance.background)
    if colors == 8, background >= 8 { background -= 8 }
    let wanted = Colors(foreground: foreground, background: background)
    guard let pair = pair(wanted) else { return nil }
    return Look(attributes: attributes.rawValue, pair: pair)
  }

  private mutating func pair(_ wanted: Colors) -> Int32? {
    if wanted == Colors(foreground: -1, background: -1) { return 0 }
    if let known = pairs[wanted] { return known }
    guard pairs.count < room else { return nil }
    let number = Int32(pairs.count + 1)
    pairs[wanted] = number
    ct_define_pair(number, wanted.foreground, wanted.background)
    return number
  }

  /// The colour's place in the terminal's palette, -1 for its own; one that it doesn't have is left
  /// out, for themes name what there is.
  private func number(_ color: Color) -> Int32 {
    switch color {
    case .standard: -1
    case .indexed(let index): index < max(colors, 16) ? Int32(index) : -1
    case .rgb(let red, let green, let blue):
      colors < 256 ? -1 : 16 + 36 * step(red) + 6 * step(green) + step(blue)
    }
  }

  /// The nearest of the six steps of xterm's cube: 0, 95, 135, 175, 215, 255.
  private func step(_ value: UInt8) -> Int32 {
    value < 48 ? 0 : value < 115 ? 1 : (Int32(value) - 35) / 40
  }
}
