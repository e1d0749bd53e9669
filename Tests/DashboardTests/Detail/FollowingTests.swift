import HostModel
import Rules
import Testing

@testable import Dashboard

struct FollowingTests {
  @Test func `what is selected is taken along from view to view`() throws {
    var desk = Desk(try .recorded("mix-all-fail-once"))
    desk.press("2", "j")
    let finding = try #require(desk.state.currentFinding)
    let address = try #require(finding.addresses.first)
    desk.press("3")
    #expect(desk.state.currentBootLine?.step == finding.step)
    desk.press("4")
    #expect(desk.state.mapAddress == address)
    desk.press("1")
    #expect(desk.state.currentRow?.address == address)
    desk.press("2")
    #expect(desk.state.currentFinding?.addresses.first == address)
  }

  @Test func `a row without a finding is found on the map as well`() throws {
    var desk = Desk(.demo)
    desk.press("1", "g")
    while desk.state.currentRow?.address != IPAddress("192.0.2.17"),
      desk.state.net.selected + 1 < desk.state.visible.net.count
    { desk.press("j") }
    desk.press("4")
    #expect(desk.state.mapAddress == IPAddress("192.0.2.17"))
  }

  @Test func `Esc leads back to what a finding is about`() throws {
    var desk = Desk(.demo)
    desk.press("2", "Enter", "Esc", "Esc")
    #expect(desk.state.view == .net)
    #expect(desk.state.currentRow?.address == IPAddress("2001:db8:17:42::3"))
  }

  @Test func `what hides a command is taken away when a finding leads to it`() {
    var desk = Desk(.demo)
    desk.press("3", "/")
    desk.type("mount")
    desk.press("Enter")
    #expect(desk.state.filter == "mount")
    desk.press("n")
    #expect(desk.state.filter == "")
    #expect(desk.state.currentBootLine?.step == desk.state.currentFinding?.step)
  }
}
