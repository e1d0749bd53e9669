import CellGrid
import SourceText

/// Ends the program, and so the search, unless something holds.
func hold(_ condition: Bool, _ property: @autoclosure () -> String) {
  if !condition { fatalError("does not hold: \(property())") }
}

/// What must be there.
func held<Value>(_ value: Value?, _ property: @autoclosure () -> String) -> Value {
  guard let value else { fatalError("does not hold: \(property())") }
  return value
}

/// Nothing in a text can move a terminal's cursor or hide what stands beside it.
func holdEscaped(_ text: String, _ what: String) {
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    hold(escapeForTerminal(String(line)) == line, "\(what) lets something raw through: \(line)")
  }
}

/// A document of JSON has no control character but line feeds.
func holdPrintable(_ document: [UInt8], _ what: String) {
  hold(document.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x0a }, "\(what) is printable")
}

/// Edits can be made, and their inverse leads back.
@discardableResult
func holdEdits(_ edits: EditSet, _ bytes: [UInt8], _ what: String) -> [UInt8] {
  let after = held(try? edits.applied(to: bytes), "\(what): the edits fit the file")
  let inverse = held(try? edits.inverted(on: bytes), "\(what): the edits have an inverse")
  hold((try? inverse.applied(to: after)) == bytes, "\(what): the inverse restores the file")
  return after
}

/// A span lies in another.
func holdInside(_ span: SourceSpan, _ outer: SourceSpan, _ what: String) {
  hold(
    outer.lower <= span.lower && span.lower <= span.upper && span.upper <= outer.upper,
    "\(what) \(span) lies in \(outer)")
}

/// Bytes as they may come over a connection.
func pieces(of bytes: [UInt8]) -> [[UInt8]] {
  stride(from: 0, to: bytes.count, by: 7).map { Array(bytes[$0...].prefix(7)) }
}
