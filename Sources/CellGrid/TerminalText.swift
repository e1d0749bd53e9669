/// Makes text from a host harmless to a terminal: whatever doesn't show as itself becomes visible.
///
/// Control characters become `\x1b`, a newline `\n`, a tab `\t`; everything else that controls,
/// reorders, hides or stands for nothing becomes `\u{202e}`. Doing it twice changes nothing.
package func escapeForTerminal(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) { return text }
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0a: escaped += "\\n"
    case 0x09: escaped += "\\t"
    case 0x20...0x7e: escaped.unicodeScalars.append(scalar)
    case ..<0x80:
      escaped += scalar.value < 0x10 ? "\\x0" : "\\x"
      escaped += String(scalar.value, radix: 16)
    default:
      if showsAsItself(scalar) {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
  }
  return escaped
}

/// Whether a character beyond ASCII can be printed as it is.
private func showsAsItself(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value == 0xfffd { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate,
    .privateUse, .unassigned:
    return false
  default: return true
  }
}

/// How many columns a terminal gives a character: 2 to wide East Asian ones and emoji, 0 to marks
/// that combine with the one before, 1 to all others.
///
/// The ranges are the wide blocks of Unicode's EastAsianWidth.txt, roughly.
package func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case ..<0x300: return 1
  case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
    0xa000...0xa4cf, 0xa960...0xa97c, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
    0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff,
    0x20000...0x3fffd:
    return 2
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }
}

/// The columns of a whole text.
package func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}
