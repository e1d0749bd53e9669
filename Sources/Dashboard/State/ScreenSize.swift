/// The size of the screen in cells.
package struct ScreenSize: Sendable, Hashable {
  /// From left to right.
  package let columns: Int
  /// From top to bottom.
  package let rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
