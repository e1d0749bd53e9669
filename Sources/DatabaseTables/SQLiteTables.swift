import CSQLite
package import HostModel
import Phrases

/// Reads tables of SQLite databases by the SQLite library.
///
/// A database is taken as its file stands: what a log beside it holds is not in it. It is never
/// written, and a query that takes too long, as one of a hostile file can, is ended.
package struct SQLiteTables: TableReader {
  package init() {}

  /// Reads a table, or a view.
  package func rows(
    ofTable name: String, in bytes: [UInt8]
  ) throws(TableProblem) -> [[String: String]] {
    guard bytes.starts(with: Self.magic), bytes.count >= 100 else {
      throw TableProblem(spoken("not a SQLite database"))
    }
    let connection = try Connection()
    try connection.load(bytes)
    return try connection.rows(ofTable: name)
  }

  /// What every SQLite database begins with (sqlite.org, Database File Format).
  private static let magic = Array("SQLite format 3\0".utf8)
}

/// A database in memory, closed when it goes.
private struct Connection: ~Copyable {
  private let handle: OpaquePointer

  /// Steps of SQLite's virtual machine that a query may take, and rows that are read.
  private static let steps: Int32 = 20_000_000
  private static let most = 100_000

  init() throws(TableProblem) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY
    guard sqlite3_open_v2(":memory:", &handle, flags, nil) == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      throw TableProblem(spoken("the SQLite library can't be used"))
    }
    self.handle = handle
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Takes the bytes of a file for its content.
  func load(_ bytes: [UInt8]) throws(TableProblem) {
    guard let copy = sqlite3_malloc64(UInt64(bytes.count)) else {
      throw TableProblem(spoken("not enough memory to read it"))
    }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    // read as if it had no log: bytes 18 and 19 tell whether it has (Database File Format, 1.3.3)
    copy.storeBytes(of: 1, toByteOffset: 18, as: UInt8.self)
    copy.storeBytes(of: 1, toByteOffset: 19, as: UInt8.self)
    let content = copy.assumingMemoryBound(to: UInt8.self)
    let options = UInt32(SQLITE_DESERIALIZE_READONLY | SQLITE_DESERIALIZE_FREEONCLOSE)
    let size = Int64(bytes.count)
    // the library frees the copy even when it refuses it
    guard sqlite3_deserialize(handle, "main", content, size, size, options) == SQLITE_OK else {
      throw TableProblem(Self.message(handle))
    }
    sqlite3_progress_handler(handle, Self.steps, { _ in 1 }, nil)
    sqlite3_exec(handle, "PRAGMA trusted_schema = OFF", nil, nil, nil)
  }

  func rows(ofTable name: String) throws(TableProblem) -> [[String: String]] {
    var statement: OpaquePointer?
    let quoted = name.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    defer { sqlite3_finalize(statement) }
    guard
      sqlite3_prepare_v2(handle, "SELECT * FROM \"\(quoted)\"", -1, &statement, nil) == SQLITE_OK
    else { throw TableProblem(Self.message(handle)) }
    var rows: [[String: String]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: rows.append(Self.row(statement))
      case SQLITE_DONE: return rows
      case SQLITE_INTERRUPT: throw TableProblem(spoken("a query takes too long"))
      default: throw TableProblem(Self.message(handle))
      }
      guard rows.count < Self.most else { throw TableProblem(spoken("too many rows")) }
    }
  }

  private static func row(_ statement: OpaquePointer?) -> [String: String] {
    var row: [String: String] = [:]
    for column in 0..<sqlite3_column_count(statement) {
      guard let name = sqlite3_column_name(statement, column),
        let text = sqlite3_column_text(statement, column)
      else { continue }
      let count = Int(sqlite3_column_bytes(statement, column))
      let bytes = UnsafeBufferPointer(start: text, count: count)
      row[String(cString: name)] = String(decoding: bytes, as: UTF8.self)
    }
    return row
  }

  private static func message(_ handle: OpaquePointer) -> String {
    sqlite3_errmsg(handle).map { String(cString: $0) } ?? "can't be read"
  }
}
