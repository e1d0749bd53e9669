import DatabaseTables
import HostModel
import TestHosts
import Testing

struct SQLiteTablesTests {
  private static let jails = databaseImage(
    """
    CREATE TABLE jails (jname text, ip4_addr text, astart integer, vnet boolean, note text);
    INSERT INTO jails VALUES ('web', '192.0.2.60/24,2001:db8::60/64', 1, 0, NULL);
    INSERT INTO jails VALUES ('db', 'lo1#127.0.1.61', 0, 1, 'a"b');
    """)

  private static func message(_ bytes: [UInt8], _ table: String = "jails") -> String? {
    do throws(TableProblem) {
      _ = try SQLiteTables().rows(ofTable: table, in: bytes)
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `reads each row with its columns as texts`() throws {
    #expect(
      try SQLiteTables().rows(ofTable: "jails", in: Self.jails) == [
        ["jname": "web", "ip4_addr": "192.0.2.60/24,2001:db8::60/64", "astart": "1", "vnet": "0"],
        [
          "jname": "db", "ip4_addr": "lo1#127.0.1.61", "astart": "0", "vnet": "1", "note": "a\"b",
        ],
      ])
  }

  @Test func `reads a database that was written with a log`() throws {
    var bytes = Self.jails
    bytes[18] = 2
    bytes[19] = 2
    #expect(try SQLiteTables().rows(ofTable: "jails", in: bytes).count == 2)
  }

  @Test func `says what is wrong with bytes that are no database`() {
    #expect(Self.message([]) == "not a SQLite database")
    #expect(Self.message(Array("jname=web\n".utf8)) == "not a SQLite database")
    #expect(Self.message(Array(Self.jails.prefix(60))) == "not a SQLite database")
    #expect(Self.message(Self.jails, "ja\"ils") == "no such table: ja\"ils")
  }

  @Test func `a damaged database is refused or read, and ends nothing`() {
    var bytes = Self.jails
    for index in 100..<bytes.count { bytes[index] = 0xA5 }
    #expect(Self.message(bytes) != nil)
    for start in stride(from: 16, to: Self.jails.count, by: 61) {
      var bytes = Self.jails
      for index in start..<min(start + 24, bytes.count) { bytes[index] ^= 0xFF }
      _ = Self.message(bytes)
      _ = Self.message(Array(Self.jails.prefix(start + 100)))
    }
  }

  @Test func `a query without an end is ended`() {
    let endless = databaseImage(
      """
      CREATE VIEW jails AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
        SELECT max(x) AS jname FROM n;
      """)
    #expect(Self.message(endless) == "a query takes too long")
    let many = databaseImage(
      """
      CREATE VIEW jails AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
        SELECT x AS jname FROM n;
      """)
    #expect(Self.message(many) == "too many rows")
  }
}
