import Testing
import Theming

@testable import Dashboard

/// What lies over a view, and the lists beside it, as whole screens.
struct OverlayScreenTests {
  /// A screen, the keys that lead to it, and what is typed then.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: [String]
    var typed = ""

    init(_ name: String, _ keys: String, typed: String = "") {
      self.name = name
      self.keys = keys.split(separator: " ").map(String.init)
      self.typed = typed
    }

    var testDescription: String { name }
  }

  private static let scenes = [
    Scene("undo", "f Enter W y 5"), Scene("help", "6"), Scene("chooser", "f"),
    Scene("session", "s"), Scene("write", "f Enter W"), Scene("themes", "T"),
    Scene("ignore", "i", typed: "known"), Scene("command", ":", typed: "un"),
  ]

  private static let others = [
    Scene("change", "f Enter W y 5 Enter"), Scene("undo-question", "f Enter W y u"),
    Scene("staged", "f Enter d"), Scene("explain", "x"), Scene("keys", "f ?"),
    Scene("filter", "/", typed: "git"), Scene("plan", "f Enter p"),
  ]

  @Test(arguments: scenes, [[140, 40], [80, 24], [60, 20], [40, 10]])
  func `it is laid out for every size`(_ scene: Scene, _ size: [Int]) throws {
    try hold(scene, size)
  }

  @Test(arguments: others, [[140, 40], [80, 24]])
  func `nothing of it is left to chance`(_ scene: Scene, _ size: [Int]) throws {
    try hold(scene, size)
  }

  private func hold(_ scene: Scene, _ size: [Int]) throws {
    var desk = Desk(
      .demo, columns: size[0], rows: size[1], themes: ThemeLibrary().names)
    for key in scene.keys { desk.press(key) }
    desk.type(scene.typed)
    try expectScreen(desk.screen, "over/\(scene.name)-\(size[0])x\(size[1])")
  }
}
