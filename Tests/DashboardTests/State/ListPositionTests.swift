import Testing

@testable import Dashboard

/// Scrolling a list to its selection.
struct ListPositionTests {
  @Test func `the selection stays where it was when entries come or go`() {
    var position = ListPosition()
    position.select(2, of: 4)
    position.follow([3, 5, 7, 9], to: [7, 9])
    #expect(position.selected == 0)
    position.follow([7, 9], to: [3, 5, 7, 9])
    #expect(position.selected == 2)
    position.follow([3, 5, 7, 9], to: [3, 5])
    #expect(position.selected == 2)
    position.follow([], to: [3, 5])
    #expect(position.selected == 2)
  }

  @Test func `what was selected before it went is selected again, unless something else was`() {
    var position = ListPosition()
    position.select(2, of: 4)
    position.follow([3, 5, 7, 9], to: [3])
    position.keep(within: 1)
    position.follow([3], to: [])
    position.keep(within: 0)
    position.follow([], to: [3, 5, 7, 9])
    #expect(position.selected == 2)
    position.follow([3, 5, 7, 9], to: [3, 5])
    position.select(1, of: 2)
    position.follow([3, 5], to: [3, 5, 7, 9])
    #expect(position.selected == 1)
  }

  @Test(arguments: [1, 2, 3, 5, 8, 20])
  func `the selection is always among what is shown`(lines: Int) {
    var position = ListPosition()
    for index in Array(0..<30) + (0..<30).reversed() {
      position.select(index, of: 30)
      position.scroll(toShow: lines, of: 30)
      #expect((position.top..<position.top + lines).contains(index))
    }
  }

  @Test(arguments: [3, 4, 7, 12, 40])
  func `entries of several lines are shown whole`(lines: Int) {
    // every fifth has a heading in front of it
    let height = { (index: Int) in (first: 3, later: index % 5 == 0 ? 3 : 2) }
    var position = ListPosition()
    for index in Array(0..<30) + (0..<30).reversed() {
      position.select(index, of: 30)
      position.scroll(toShow: lines, of: 30, height: height)
      var used = height(position.top).first
      for later in (position.top + 1)..<max(index + 1, position.top + 1) {
        used += height(later).later
      }
      #expect(position.top <= index)
      #expect(used <= lines)
    }
  }

  @Test func `the end of the list is at the end of the screen`() {
    var position = ListPosition()
    position.select(29, of: 30)
    position.scroll(toShow: 10, of: 30) { _ in (1, 1) }
    #expect(position.top == 20)
  }
}
