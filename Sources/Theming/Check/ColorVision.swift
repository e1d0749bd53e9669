import Phrases

/// How people see colours.
///
/// The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency" (2009), for the full deficiency; they act on light.
enum ColorVision: CaseIterable {
  case usual
  case protanopia, deuteranopia, tritanopia

  /// For people.
  var text: String {
    switch self {
    case .usual: spoken("usual sight")
    case .protanopia: spoken("protanopia")
    case .deuteranopia: spoken("deuteranopia")
    case .tritanopia: spoken("tritanopia")
    }
  }

  /// The light that gives everybody the sight that these people have.
  func seen(_ light: Light) -> Light {
    guard let rows = matrix else { return light }
    let values = rows.map { row in
      min(max(row.0 * light.red + row.1 * light.green + row.2 * light.blue, 0), 1)
    }
    return Light(red: values[0], green: values[1], blue: values[2])
  }

  private var matrix: [(Double, Double, Double)]? {
    switch self {
    case .usual: nil
    case .protanopia:
      [
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
      ]
    case .deuteranopia:
      [
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
      ]
    case .tritanopia:
      [
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
      ]
    }
  }
}
