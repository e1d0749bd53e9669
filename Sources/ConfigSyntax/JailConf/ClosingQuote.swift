/// Finds closing quotes and remembers the last one, so that many questions about one string
/// read it once.
///
/// A position asked for always follows a byte that is no backslash; there every reading of the
/// text is between two bytes, not inside an escape, so an answer holds for all later positions
/// up to it.
struct ClosingQuote {
  private let quote: UInt8
  private var start = Int.max
  /// `Int.max` when no quote follows.
  private var answer = 0

  init(_ quote: UInt8) {
    self.quote = quote
  }

  /// The index of the first quote that no backslash escapes, or nil.
  mutating func position(from index: Int, in bytes: [UInt8]) -> Int? {
    if index < start || index > answer {
      start = index
      answer = Self.search(quote, from: index, in: bytes)
    }
    return answer == .max ? nil : answer
  }

  private static func search(_ quote: UInt8, from start: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == quote { return index }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return .max
  }
}
