/// A character that borders, marks and gauges are drawn with.
///
/// The raw value is the name in theme files.
package enum Glyph: String, Sendable, CaseIterable {
  // sides and corners of a frame
  case horizontal, vertical
  case topLeft = "top.left"
  case topRight = "top.right"
  case bottomLeft = "bottom.left"
  case bottomRight = "bottom.right"
  // where lines meet, by the side to which the third one goes
  case teeDown = "tee.down"
  case teeUp = "tee.up"
  case teeLeft = "tee.left"
  case teeRight = "tee.right"
  case cross
  /// In front of what is selected.
  case mark
  // a group that is open, and one that is closed
  case opened, closed
  /// Something was cut off.
  case ellipsis
  // parts of a bar
  case full, empty
  // between host and jail: the same length, another one, only the jail names it
  case linkSame = "link.same"
  case linkConflict = "link.conflict"
  case linkJail = "link.jail"
  // beside a word that says the same
  case yes, no
  /// Between short facts.
  case separator
  /// From one thing to what comes of it.
  case arrow
  /// Below text that is meant.
  case underline
}

/// The characters that stand for glyphs, each of which takes one column.
package struct Glyphs: Sendable, Hashable {
  private var texts: [Glyph: String]

  /// The character for a glyph.
  package subscript(glyph: Glyph) -> String {
    get { texts[glyph] ?? "?" }
    set { texts[glyph] = newValue }
  }

  /// Box drawing with square corners.
  package static let line = Glyphs(texts: [
    .horizontal: "─", .vertical: "│", .topLeft: "┌", .topRight: "┐", .bottomLeft: "└",
    .bottomRight: "┘", .teeDown: "┬", .teeUp: "┴", .teeLeft: "┤", .teeRight: "├", .cross: "┼",
    .mark: "▶", .opened: "▾", .closed: "▸", .ellipsis: "…", .full: "█", .empty: "░",
    .linkSame: "═", .linkConflict: "≠", .linkJail: "◂", .yes: "✓", .no: "✗", .separator: "·",
    .arrow: "→", .underline: "▔",
  ])

  /// Box drawing with round corners.
  package static let rounded = line.replacing([
    .topLeft: "╭", .topRight: "╮", .bottomLeft: "╰", .bottomRight: "╯",
  ])

  /// What every terminal shows.
  package static let ascii = Glyphs(texts: [
    .horizontal: "-", .vertical: "|", .topLeft: "+", .topRight: "+", .bottomLeft: "+",
    .bottomRight: "+", .teeDown: "+", .teeUp: "+", .teeLeft: "+", .teeRight: "+", .cross: "+",
    .mark: ">", .opened: "v", .closed: ">", .ellipsis: "~", .full: "#", .empty: ".",
    .linkSame: "=", .linkConflict: "!", .linkJail: "<", .yes: "+", .no: "x", .separator: "-",
    .arrow: ">", .underline: "^",
  ])

  private func replacing(_ others: [Glyph: String]) -> Glyphs {
    Glyphs(texts: texts.merging(others) { $1 })
  }
}
