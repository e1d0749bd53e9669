package import SourceText

/// A line `NAME=VALUE` or `NAME: VALUE`, as jail managers keep settings that no program but theirs
/// reads.
package struct SettingLine: Sendable, Equatable {
  /// What is set.
  package let name: String
  /// Its value, without quotes; nil for a line that is a name alone.
  package let value: String?
  /// The value's bytes, without quotes; those of the name where there is none.
  package let span: SourceSpan
  /// Adds to what the name has: `NAME+: VALUE`.
  package let appends: Bool
}

/// The settings of a file, one a line, in order; what is none is left out.
///
/// A value may stand in quotes of either kind, and a semicolon may follow it. `#` in front of a line
/// makes it a comment.
///
/// - Parameter sign: what stands between name and value, `=` or `:`.
package func parseSettingLines(_ bytes: [UInt8], sign: Unicode.Scalar = "=") -> [SettingLine] {
  let sign = UInt8(truncatingIfNeeded: sign.value)
  var found: [SettingLine] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if let line = settingLine(bytes, start..<end, sign) { found.append(line) }
    start = end + 1
  }
  return found
}

private func settingLine(_ bytes: [UInt8], _ range: Range<Int>, _ sign: UInt8) -> SettingLine? {
  let line = trimmed(bytes, range)
  guard let first = bytes[line].first, first != UInt8(ascii: "#") else { return nil }
  guard let stop = bytes[line].firstIndex(of: sign) else {
    let name = withoutEnd(bytes, line)
    return SettingLine(
      name: String(decoding: bytes[name], as: UTF8.self), value: nil,
      span: SourceSpan(name.lowerBound, name.upperBound), appends: false)
  }
  var name = trimmed(bytes, line.lowerBound..<stop)
  let appends = bytes[name].last == UInt8(ascii: "+")
  if appends { name = trimmed(bytes, name.lowerBound..<(name.upperBound - 1)) }
  guard !name.isEmpty else { return nil }
  let value = unquoted(bytes, trimmed(bytes, (stop + 1)..<line.upperBound))
  return SettingLine(
    name: String(decoding: bytes[name], as: UTF8.self),
    value: String(decoding: bytes[value], as: UTF8.self),
    span: SourceSpan(value.lowerBound, value.upperBound), appends: appends)
}

private func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var (lower, upper) = (range.lowerBound, range.upperBound)
  while lower < upper, isBlank(bytes[lower]) { lower += 1 }
  while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
  return lower..<upper
}

private func withoutEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
  guard bytes[range].last == UInt8(ascii: ";") else { return range }
  return trimmed(bytes, range.lowerBound..<(range.upperBound - 1))
}

private func unquoted(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
  guard let quote = bytes[range].first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
    let end = bytes[(range.lowerBound + 1)..<range.upperBound].firstIndex(of: quote)
  else { return withoutEnd(bytes, range) }
  return (range.lowerBound + 1)..<end
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
