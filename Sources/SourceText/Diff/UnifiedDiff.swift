/// The text of a diff that `patch -p1` applies in the root directory of the host.
extension FileDiff {
  /// The diff of the file at a path of the host; nothing for equal files.
  ///
  /// A name that a diff can't hold as it is stands in quotes, as git(1) and GNU patch read it.
  package func unified(path: String) -> [UInt8] {
    guard !hunks.isEmpty else { return [] }
    var text = Self.header("---", "a", path) + Self.header("+++", "b", path)
    for hunk in hunks {
      let old = Self.range(hunk.oldStart, hunk.oldCount)
      let new = Self.range(hunk.newStart, hunk.newCount)
      text += Array("@@ -\(old) +\(new) @@\n".utf8)
      for line in hunk.lines {
        text.append(line.side.sign)
        text += line.bytes
        text.append(UInt8(ascii: "\n"))
        if line.lacksNewline { text += Array("\\ No newline at end of file\n".utf8) }
      }
    }
    return text
  }

  private static func header(_ mark: String, _ side: String, _ path: String) -> [UInt8] {
    let name = Array("\(side)/\(path.drop { $0 == "/" })".utf8)
    var line = Array("\(mark) ".utf8)
    line += QuotedBytes.needsQuotes(name) ? Array(QuotedBytes.quoted(name).utf8) : name
    // Behind a tab patch(1) expects a date, so a blank in the name doesn't end it.
    if name.contains(UInt8(ascii: " ")) { line.append(UInt8(ascii: "\t")) }
    return line + [UInt8(ascii: "\n")]
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start)" : "\(start),\(count)"
  }
}

extension FileDiff.Line.Side {
  /// What stands in front of such a line.
  package var sign: UInt8 {
    switch self {
    case .both: UInt8(ascii: " ")
    case .old: UInt8(ascii: "-")
    case .new: UInt8(ascii: "+")
    }
  }
}
