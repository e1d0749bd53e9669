import SourceText

/// The operators of redirection, as far as they are read differently.
enum ShellRedirectionOperator {
  case file
  case hereDocument(stripsTabs: Bool)
}

/// A here-document whose text begins behind the next newline.
struct ShellHereDocument {
  let delimiter: [UInt8]
  let stripsTabs: Bool
  /// Part of the delimiter is quoted, so the text is taken as it stands.
  let isVerbatim: Bool
  /// The offset of the operator.
  let start: Int
}

/// Redirections and here-documents (FreeBSD `bin/sh/parser.c`, `parsefname` and `parseheredoc`).
extension ShellParser {
  /// Takes the operator of a redirection, behind the number of a descriptor if there is one.
  mutating func readRedirectionOperator() {
    let direction = bytes[position]
    redirection = .file
    position += 1
    let index = skippingContinuations(position)
    guard let second = byte(at: index) else { return }
    if direction == UInt8(ascii: "<"), second == UInt8(ascii: "<") {
      position = index + 1
      let dash = skippingContinuations(position)
      let strips = byte(at: dash) == UInt8(ascii: "-")
      if strips { position = dash + 1 }
      redirection = .hereDocument(stripsTabs: strips)
    } else if second == UInt8(ascii: "&") || second == UInt8(ascii: ">")
      || (second == UInt8(ascii: "|") && direction == UInt8(ascii: ">"))
    {
      position = index + 1
    }
  }

  /// Takes what follows the operator held as the token.
  mutating func readRedirection() throws(ShellStop) -> ShellRedirection {
    let start = tokenStart
    let kind = redirection
    if try next() != .word { throw unexpected(expecting: .word) }
    if case .hereDocument(let stripsTabs) = kind {
      guard let delimiter = word.constant else {
        throw stop("Illegal eof marker for << redirection", offset: tokenStart)
      }
      let text = Array(delimiter.utf8)
      hereDocuments.append(
        ShellHereDocument(
          delimiter: stripsTabs ? Array(text.drop { $0 == UInt8(ascii: "\t") }) : text,
          stripsTabs: stripsTabs, isVerbatim: word.soleLiteral == nil, start: start))
    }
    return ShellRedirection(span: span(start, tokenEnd), target: word)
  }

  /// Passes over the texts of the here-documents that wait for the newline just taken.
  mutating func readHereDocuments() {
    guard hereDocuments.count > hereBase else { return }
    let start = hereDocuments[hereBase].start
    for document in hereDocuments[hereBase...] { skip(document) }
    hereDocuments.removeSubrange(hereBase...)
    let end = bytes[position - 1] == UInt8(ascii: "\n") ? position - 1 : position
    hereSpan = SourceSpan(min(start, hereSpan?.lower ?? start), end)
  }

  private mutating func skip(_ document: ShellHereDocument) {
    while position < bytes.count {
      var start = position
      if document.stripsTabs {
        while byte(at: start) == UInt8(ascii: "\t") { start += 1 }
      }
      let end = endOfHereLine(from: start, joining: !document.isVerbatim)
      position = min(end + 1, bytes.count)
      if bytes[start..<end].elementsEqual(document.delimiter) { return }
    }
  }

  /// The offset of the newline that ends a line of a here-document, or the end of the file.
  private func endOfHereLine(from start: Int, joining: Bool) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      end += joining && bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end, bytes.count)
  }
}
