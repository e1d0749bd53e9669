/// The 256 colours of xterm: 256colres.h and the defaults of XTerm-col.ad.
enum XtermPalette {
  /// Red, green and blue of each.
  static let colors: [(UInt8, UInt8, UInt8)] = {
    var colors: [(UInt8, UInt8, UInt8)] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
      (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
      (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    for red in steps {
      for green in steps {
        for blue in steps { colors.append((red, green, blue)) }
      }
    }
    for grey in 0..<24 {
      let value = UInt8(8 + 10 * grey)
      colors.append((value, value, value))
    }
    return colors
  }()

  static let lights = colors.map { Light($0.0, $0.1, $0.2) }
  static let labs = lights.map { Lab($0) }
}
