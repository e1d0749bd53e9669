/// The size of the screen.
package struct ScreenSize: Sendable, Hashable {
  /// From left to right.
  package let columns: Int
  /// From top to bottom.
  package let rows: Int
}
