package import CellGrid

/// A screen as a picture.
extension CellGrid {
  /// The screen as a picture, an SVG 1.1 document that is the same for the same screen.
  ///
  /// Every character has a place of its own, and lines and bars are drawn, not written, so that it
  /// looks the same with any font of fixed width.
  ///
  /// - Parameter isDark: the ground of a theme that leaves it to the terminal.
  package func svg(_ theme: ResolvedTheme, title: String, isDark: Bool = true) -> String {
    var picture = SVGPicture(
      theme, isDark: theme.brightness == .any ? isDark : theme.brightness == .dark)
    for row in 0..<rows {
      for column in 0..<columns { picture.draw(self[row, column], row: row, column: column) }
    }
    return picture.document(title: title, columns: columns, rows: rows)
  }
}

/// A picture while it is drawn.
private struct SVGPicture {
  /// The size of a cell in the units of the picture, and where text stands in it.
  private static let width = 8
  private static let height = 18
  private static let baseline = 13

  private let theme: ResolvedTheme
  private let isDark: Bool
  private let ground: String
  /// Rectangles by their colour, in the order in which the colours came.
  private var grounds = SVGLayers<SVGBox>()
  private var lines = SVGLayers<SVGStroke>()
  private var bars = SVGLayers<SVGBox>()
  private var texts = SVGLayers<SVGText>()

  init(_ theme: ResolvedTheme, isDark: Bool) {
    self.theme = theme
    self.isDark = isDark
    ground = Self.hexadecimal(
      theme.appearance(of: CellStyle()).background, standard: isDark ? "#121417" : "#ffffff")
  }

  mutating func draw(_ cell: Cell, row: Int, column: Int) {
    let appearance = theme.appearance(of: cell.style)
    var text = Self.hexadecimal(
      appearance.foreground, standard: isDark ? "#d3d7dc" : "#1d2024")
    var ground = Self.hexadecimal(
      appearance.background, standard: isDark ? "#121417" : "#ffffff")
    if appearance.attributes.contains(.reverse) { swap(&text, &ground) }
    let (x, y) = (column * Self.width, row * Self.height)
    let box = SVGBox(x: x, y: y, width: Self.width, height: Self.height)
    if ground != self.ground { grounds.add(box, to: "fill=\"\(ground)\"") }
    let opacity = appearance.attributes.contains(.dim) ? " opacity=\".65\"" : ""
    if appearance.attributes.contains(.underline), !cell.text.isEmpty {
      let below = y + Self.baseline + 2
      let end = x + Self.width * max(displayWidth(cell.text), 1)
      lines.add(
        SVGStroke(x: x, y: below, toX: end, toY: below), to: "stroke=\"\(text)\"\(opacity)")
    }
    draw(cell.text, in: box, text, opacity, appearance.attributes)
  }

  private mutating func draw(
    _ character: String, in box: SVGBox, _ color: String, _ opacity: String,
    _ attributes: Appearance.Attributes
  ) {
    if let arms = SVGLines.arms(of: character) {
      for stroke in arms.strokes(in: box) {
        lines.add(stroke, to: "stroke=\"\(color)\"\(opacity)")
      }
    } else if character == "█" {
      bars.add(box.inset(by: 3), to: "fill=\"\(color)\"\(opacity)")
    } else if character == "░" {
      bars.add(box.inset(by: 3), to: "fill=\"\(color)\" opacity=\".3\"")
    } else if character != " ", !character.isEmpty {
      var style = "fill=\"\(color)\"\(opacity)"
      if attributes.contains(.bold) { style += " font-weight=\"bold\"" }
      if attributes.contains(.italic) { style += " font-style=\"italic\"" }
      texts.add(
        SVGText(y: box.y + Self.baseline, xs: [box.x], characters: [character]), to: style)
    }
  }

  func document(title: String, columns: Int, rows: Int) -> String {
    let margin = 10
    let (width, height) = (columns * Self.width, rows * Self.height)
    let frame = "width=\"\(width + 2 * margin)\" height=\"\(height + 2 * margin)\""
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" \(frame) viewBox=\"\(-margin) \(-margin) "
        + "\(width + 2 * margin) \(height + 2 * margin)\" font-size=\"13.3\" font-family=\""
        + "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace\">",
      "<title>\(SVGText.escape(title))</title>",
      "<rect x=\"\(-margin)\" y=\"\(-margin)\" \(frame) rx=\"6\" fill=\"\(ground)\"/>",
    ]
    for layer in [grounds, bars] {
      lines += layer.all.map { style, boxes in
        "<path \(style) d=\"\(boxes.map(\.path).joined())\"/>"
      }
    }
    lines += self.lines.all.map { style, strokes in
      "<path \(style) fill=\"none\" d=\"\(strokes.map(\.path).joined())\"/>"
    }
    for (style, texts) in texts.all {
      lines.append("<g \(style)>")
      lines += texts.map(\.element)
      lines.append("</g>")
    }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  private static func hexadecimal(_ color: Color, standard: String) -> String {
    switch color {
    case .standard: return standard
    case .indexed(let index):
      let (red, green, blue) = XtermPalette.colors[Int(index)]
      return ColorNames.text(.rgb(red, green, blue))
    case .rgb: return ColorNames.text(color)
    }
  }
}
