/// The characters that frames are made of, by the sides of the cell that their lines go to.
struct SVGLines {
  let left: Bool
  let right: Bool
  let up: Bool
  let down: Bool
  var isRound = false
  var isDouble = false

  static func arms(of character: String) -> SVGLines? { table[character] }

  private static let table: [String: SVGLines] = {
    var table: [String: SVGLines] = [:]
    let sides = [
      "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
      "┬": "lrd", "┴": "lru", "┼": "lrud", "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu", "═": "lr",
    ]
    for (character, arms) in sides {
      table[character] = SVGLines(
        left: arms.contains("l"), right: arms.contains("r"), up: arms.contains("u"),
        down: arms.contains("d"), isRound: "╭╮╰╯".contains(character), isDouble: character == "═")
    }
    return table
  }()

  func strokes(in box: SVGBox) -> [SVGStroke] {
    let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
    let start = left ? box.x : x
    let end = right ? box.x + box.width : x
    let top = up ? box.y : y
    let bottom = down ? box.y + box.height : y
    if isDouble {
      return [y - 2, y + 2].map { SVGStroke(x: start, y: $0, toX: end, toY: $0) }
    }
    if isRound {
      return [
        SVGStroke(
          x: x, y: up ? top : bottom, toX: left ? start : end, toY: y, corner: (x: x, y: y))
      ]
    }
    var strokes: [SVGStroke] = []
    if start != end { strokes.append(SVGStroke(x: start, y: y, toX: end, toY: y)) }
    if top != bottom { strokes.append(SVGStroke(x: x, y: top, toX: x, toY: bottom)) }
    return strokes
  }
}
