import HostModel
import Testing

/// What an interface's name says.
struct NetworkInterfaceTests {
  @Test(arguments: [
    ("vtnet0", "vtnet", true), ("em10", "em", true), ("lo", "lo", false), ("em0.100", "em0.", true),
    ("epair0a", "epair0a", false), ("wlan0", "wlan", true), ("", "", false), ("0", "", false),
    ("123", "", false), ("a1b2", "a1b", true), ("é1", "é", true),
    ("ix\u{0661}", "ix\u{0661}", false),
  ])
  func `a name is a driver and a unit`(_ name: String, _ driver: String, _ hasUnit: Bool) {
    let parsed = DriverName(name)
    #expect(parsed.driver == driver)
    #expect(parsed.hasUnit == hasUnit)
  }

  @Test(arguments: [
    ("lo0", true, false, true), ("lo", true, false, true), ("gif0", false, true, true),
    ("tun7", false, true, true), ("ng0", false, true, false), ("em0", false, false, false),
    ("bridge0", false, false, true), ("epair3", false, false, true), ("wg0", false, false, true),
    ("loop0", false, false, false),
  ])
  func `a driver says what its interfaces are`(
    _ name: String, _ isLoopback: Bool, _ isPointToPoint: Bool, _ isCloner: Bool
  ) {
    let driver = DriverName(name)
    #expect(driver.isLoopback == isLoopback)
    #expect(driver.isPointToPoint == isPointToPoint)
    #expect(driver.isCloner == isCloner)
  }

  @Test func `another name does not change what an interface is`() {
    var interface = NetworkInterface(name: "lo1", presence: .known)
    interface.name = "jails"
    #expect(interface.driver.isLoopback)
  }
}
