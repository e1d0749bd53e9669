import CellGrid
import Testing

@testable import Dashboard

/// Text that is cut where it tells least.
struct ShorteningTests {
  @Test(
    arguments: [
      ("2001:db8:17:42::3", 17, "2001:db8:17:42::3"), ("2001:db8:17:42::3", 10, "…:17:42::3"),
      ("2001:db8:17:42::3", 6, "…::3"), ("192.0.2.131", 8, "…2.131"),
      ("ifconfig_vtnet0_alias2", 11, "…_alias2"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
  func `addresses and names keep their end`(text: String, columns: Int, shown: String) {
    #expect(Glyphs.line.withoutBeginning(text, columns) == shown)
  }

  @Test(
    arguments: [
      ("/usr/local/etc/ezjail/backup:10", 20, "/usr/loc…l/backup:10"),
      ("rc.conf:4", 9, "rc.conf:4"), ("rc.conf:4", 3, "…:4"),
    ])
  func `places keep their beginning and their line`(text: String, columns: Int, shown: String) {
    #expect(Glyphs.line.withoutMiddle(text, columns) == shown)
  }
}
