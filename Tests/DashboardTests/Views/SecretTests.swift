import Testing

@testable import Dashboard

/// Keys and passwords in files of the host are nobody's to read over a shoulder.
struct SecretTests {
  private static let host = SampleHost.written(
    """
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet 192.0.2.11/24 wpakey opensesame"
    ifconfig_em0_alias1="inet 192.0.2.11/32"
    == hardware: em0
    """)

  @Test(arguments: ["1", "2", "2 Enter", "3", "4", "f", "s", "f Enter d", "f Enter W", "y"])
  func `they are covered wherever a line is shown`(_ keys: String) {
    var desk = Desk(Self.host)
    for key in keys.split(separator: " ") { desk.press(String(key)) }
    #expect(!desk.shows("opensesame"))
    #expect(!desk.copied.joined().contains("opensesame"))
  }

  @Test func `the line itself is there`() {
    var desk = Desk(Self.host)
    desk.press("2", "Enter")
    #expect(desk.shows("wpakey **********"))
  }
}
