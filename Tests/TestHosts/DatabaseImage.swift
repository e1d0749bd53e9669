import CSQLite

/// The bytes of a SQLite database that statements make; none when they fail.
package func databaseImage(_ statements: String) -> [UInt8] {
  var handle: OpaquePointer?
  defer { sqlite3_close_v2(handle) }
  var size: Int64 = 0
  guard sqlite3_open(":memory:", &handle) == SQLITE_OK,
    sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK,
    let image = sqlite3_serialize(handle, "main", &size, 0)
  else { return [] }
  defer { sqlite3_free(image) }
  return Array(UnsafeBufferPointer(start: image, count: Int(size)))
}
