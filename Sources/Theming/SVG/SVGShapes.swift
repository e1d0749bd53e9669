/// Something that is drawn, and where it can be made longer.
protocol SVGShape {
  /// Where it starts; nil when it goes on with nothing.
  var head: SVGJoint? { get }
  /// Where it ends; nil when nothing goes on with it.
  var tail: SVGJoint? { get }
  /// This with the one that starts where it ends.
  func extended(by next: Self) -> Self
}

/// A place where shapes meet; only those of the same kind do.
struct SVGJoint: Hashable {
  let x: Int
  let y: Int
  var kind = 0
}

/// Shapes by what they look like, in the order in which that was first needed.
struct SVGLayers<Shape: SVGShape> {
  private(set) var all: [(style: String, shapes: [Shape])] = []
  private var positions: [String: Int] = [:]
  /// For each style the shapes that end somewhere.
  private var open: [[SVGJoint: Int]] = []

  /// Adds a shape, or makes longer the one of its style that ends where it starts.
  mutating func add(_ shape: Shape, to style: String) {
    let layer = positions[style] ?? all.count
    if layer == all.count {
      positions[style] = layer
      all.append((style, []))
      open.append([:])
    }
    let known = shape.head.flatMap { open[layer].removeValue(forKey: $0) }
    let index = known ?? all[layer].shapes.count
    if known != nil {
      all[layer].shapes[index] = all[layer].shapes[index].extended(by: shape)
    } else {
      all[layer].shapes.append(shape)
    }
    if let tail = shape.tail { open[layer][tail] = index }
  }
}

/// A filled rectangle.
struct SVGBox: SVGShape {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  var path: String { "M\(x) \(y)h\(width)v\(height)h-\(width)z" }

  func inset(by margin: Int) -> SVGBox {
    SVGBox(x: x, y: y + margin, width: width, height: height - 2 * margin)
  }

  var head: SVGJoint? { SVGJoint(x: x, y: y, kind: height) }
  var tail: SVGJoint? { SVGJoint(x: x + width, y: y, kind: height) }

  func extended(by next: SVGBox) -> SVGBox {
    SVGBox(x: x, y: y, width: width + next.width, height: height)
  }
}

/// A line across or down, or round a corner.
struct SVGStroke: SVGShape {
  var x: Int
  var y: Int
  var toX: Int
  var toY: Int
  /// Where a round corner would be if it were none.
  var corner: (x: Int, y: Int)?

  /// In the middle of the pixels, so that it is sharp.
  var path: String {
    let start = "M\(x).5 \(y).5"
    if let corner { return start + "Q\(corner.x).5 \(corner.y).5 \(toX).5 \(toY).5" }
    return start + (isAcross ? "h\(toX - x)" : "v\(toY - y)")
  }

  private var isAcross: Bool { y == toY }
  private var kind: Int { isAcross ? 0 : 1 }

  var head: SVGJoint? { corner == nil ? SVGJoint(x: x, y: y, kind: kind) : nil }
  var tail: SVGJoint? { corner == nil ? SVGJoint(x: toX, y: toY, kind: kind) : nil }

  func extended(by next: SVGStroke) -> SVGStroke {
    SVGStroke(x: x, y: y, toX: next.toX, toY: next.toY)
  }
}

/// Characters of one line, each with its place.
struct SVGText: SVGShape {
  let y: Int
  var xs: [Int]
  var characters: [String]

  var head: SVGJoint? { SVGJoint(x: 0, y: y) }
  /// Marks that combine with a character would each take a place of their own: such a character ends
  /// a text.
  var tail: SVGJoint? {
    characters.last?.unicodeScalars.count == 1 ? SVGJoint(x: 0, y: y) : nil
  }

  func extended(by next: SVGText) -> SVGText {
    SVGText(y: y, xs: xs + next.xs, characters: characters + next.characters)
  }

  var element: String {
    let places = xs.map(String.init).joined(separator: " ")
    return "<text y=\"\(y)\" x=\"\(places)\">\(Self.escape(characters.joined()))</text>"
  }

  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
