/// One who reads tables of database files that were collected, for managers that keep their jails in
/// one.
///
/// It works on bytes in memory alone: the same bytes always give the same rows.
package protocol TableReader: Sendable {
  /// The rows of a table in their order, each with its columns as texts; one that holds nothing is
  /// left out.
  func rows(ofTable name: String, in bytes: [UInt8]) throws(TableProblem) -> [[String: String]]
}

/// Why a table can't be read.
package struct TableProblem: Error, Sendable, Equatable {
  /// One clause, as a person reads it behind the file's path.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }
}
