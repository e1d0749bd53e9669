import CellGrid

/// What a theme says of a role; what it leaves out comes from plain text.
struct RoleStyle: Sendable, Hashable {
  var foreground: Color?
  var background: Color?
  var attributes: Appearance.Attributes = []

  /// Whether a terminal of this depth can show it.
  func fits(_ depth: ColorDepth) -> Bool {
    [foreground, background].allSatisfy { $0?.fits(depth) ?? true }
  }
}

extension Color {
  /// Whether a terminal of this depth has it.
  func fits(_ depth: ColorDepth) -> Bool {
    switch self {
    case .standard: true
    case .indexed(let index): Int(index) < depth.colors
    case .rgb: depth == .direct
    }
  }
}
