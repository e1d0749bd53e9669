import ConfigSyntax

/// What is to be seen of an alias's text without parting it into words: most are looked at once.
package struct AliasSurvey: Sendable {
  /// Nothing stands in it.
  package let isEmpty: Bool
  /// A dash stands in it: a word may look like a range.
  package private(set) var hasDash = false
  /// A word behind the first is the keyword of a family.
  package private(set) var hasLaterKeyword = false
  /// The family that the first word is the keyword of.
  private(set) var family: AliasSetting.Family?
  /// A word may be a range.
  private(set) var isRange = false
  /// `eval` makes something of a word.
  private(set) var isChangedByEval = false
  private var hasWord = false
  private var hasSecondWord = false

  init(_ text: String) {
    self = text.withBytes { AliasSurvey($0) }
  }

  private init(_ bytes: Span<UInt8>) {
    let changedByEval = NetifStart.changedByEval
    isEmpty = bytes.isEmpty
    var start = 0
    for index in bytes.indices {
      switch bytes[index] {
      // most are what addresses and keywords are written with: . / 0-9 : a-z
      case 0x2e...0x3a, 0x61...0x7a: break
      case 0x20, 0x09, 0x0a:
        if index > start { take(bytes.extracting(start..<index)) }
        start = index + 1
      case UInt8(ascii: "-"):
        hasDash = true
        if index > 0, hexDigit(bytes[index - 1]) != nil { isRange = true }
      case let byte:
        if changedByEval.contains(byte) { isChangedByEval = true }
      }
    }
    if bytes.count > start { take(bytes.extracting(start...)) }
  }

  private mutating func take(_ word: Span<UInt8>) {
    let keyword = AliasSetting.Family(keyword: word)
    if !hasWord {
      family = keyword
    } else {
      hasSecondWord = true
      if keyword != nil { hasLaterKeyword = true }
    }
    hasWord = true
  }

  /// One plain address and nothing else.
  var isOneAddress: Bool {
    family != nil && hasSecondWord && !hasLaterKeyword && !isRange && !isChangedByEval
  }
}
