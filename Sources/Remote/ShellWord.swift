/// Bytes as one word of sh(1), in printable ASCII and on one line.
///
/// Between single quotes nothing means anything but the quote. What isn't printable is made by
/// printf(1) on the other side, but for the line feed, which command substitution may drop: the
/// script has it in a variable.
package func shellWord(_ bytes: some Collection<UInt8>) -> String {
  var word = ""
  var rest = bytes[...]
  while let first = rest.first {
    switch first {
    case newline:
      word += "\"$nl\""
      rest = rest.dropFirst()
    case quote:
      word += "\\'"
      rest = rest.dropFirst()
    case 0x20...0x7e:
      let run = rest.prefix { (0x20...0x7e).contains($0) && $0 != quote }
      word += "'\(String(decoding: run, as: UTF8.self))'"
      rest = rest.dropFirst(run.count)
    default:
      let run = rest.prefix { !(0x20...0x7e).contains($0) && $0 != newline }
      word += "\"$(printf '\(run.map(octal).joined())')\""
      rest = rest.dropFirst(run.count)
    }
  }
  return word.isEmpty ? "''" : word
}

private let newline = UInt8(ascii: "\n")
private let quote = UInt8(ascii: "'")

private func octal(_ byte: UInt8) -> String {
  "\\" + [6, 3, 0].map { String(byte >> UInt8($0) & 7) }.joined()
}
