import CellGrid
import Testing

@testable import Terminal

/// Appearances as ncurses draws them.
struct PairTableTests {
  @Test func `colours that are the same share a pair`() {
    var table = PairTable(colors: 256, room: 255)
    #expect(table.look(Appearance())?.pair == 0)
    #expect(table.look(Appearance(.indexed(200)))?.pair == 1)
    #expect(table.look(Appearance(.standard, on: .indexed(200)))?.pair == 2)
    #expect(
      table.look(Appearance(.indexed(200), .bold))
        == PairTable.Look(attributes: Appearance.Attributes.bold.rawValue, pair: 1))
  }

  @Test func `a colour of all is the nearest of the cube`() {
    var table = PairTable(colors: 256, room: 255)
    for (color, index) in [
      (Color.rgb(0, 0, 0), 16), (.rgb(255, 255, 255), 231), (.rgb(96, 0, 134), 54),
      (.rgb(114, 116, 47), 64),
    ] as [(Color, UInt8)] {
      #expect(table.look(Appearance(color)) == table.look(Appearance(.indexed(index))))
    }
  }

  @Test func `of eight colours the bright ones are bold`() {
    var table = PairTable(colors: 8, room: 63)
    let bright = table.look(Appearance(.indexed(9), on: .indexed(12)))
    #expect(bright == table.look(Appearance(.indexed(1), on: .indexed(4), .bold)))
    #expect(table.look(Appearance(.indexed(100), on: .rgb(1, 2, 3)))?.pair == 0)
  }

  @Test func `without colours only attributes are left`() {
    var table = PairTable(colors: 0, room: 0)
    let attributes = Appearance.Attributes.reverse
    #expect(
      table.look(Appearance(.indexed(1), attributes))
        == PairTable.Look(attributes: attributes.rawValue, pair: 0))
  }

  @Test func `when there is no room there is none until all is forgotten`() {
    var table = PairTable(colors: 8, room: 2)
    #expect(table.look(Appearance(.indexed(1)))?.pair == 1)
    #expect(table.look(Appearance(.indexed(2)))?.pair == 2)
    #expect(table.look(Appearance(.indexed(3))) == nil)
    #expect(table.look(Appearance(.indexed(1)))?.pair == 1)
    table.removeAll()
    #expect(table.look(Appearance(.indexed(3)))?.pair == 1)
  }
}
