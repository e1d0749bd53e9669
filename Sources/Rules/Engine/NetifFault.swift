import HostModel

/// What ifconfig(8) takes offence at in a setting of an interface.
enum NetifFault: Equatable {
  /// A carriage return is part of the word.
  case carriageReturn(String)
  /// A number sign and what follows is part of the word.
  case comment(String)
  /// A range of addresses, where none is expanded.
  case range(String)
  /// `inet` or `inet6` behind another word.
  case lateFamily(String)
  /// Neither a keyword nor an address of the family.
  case word(String)
  /// A length or mask out of range.
  case length(String)
  /// Nothing stands behind the keyword.
  case argumentMissing(String)

  /// Reads a failing command and what it prints; nil when it is no word of it that is refused.
  init?(_ step: Step) {
    if step.message.hasSuffix(" requires argument") {
      guard let word = step.message.split(separator: "'").dropFirst().first else { return nil }
      self = .argumentMissing(String(word))
    } else if let word = Self.badWord(step) {
      self = Self.kind(of: word, step)
    } else if let word = Self.zeroLength(step) {
      self = .length(word)
    } else {
      return nil
    }
  }

  /// The word at fault.
  var text: String {
    switch self {
    case .carriageReturn(let word), .comment(let word), .range(let word), .lateFamily(let word),
      .word(let word), .length(let word), .argumentMissing(let word):
      word
    }
  }

  private static func kind(of word: String, _ step: Step) -> NetifFault {
    if word.contains("\r") { return .carriageReturn(word) }
    if word.contains("#") { return .comment(word) }
    if (word == "inet" || word == "inet6") && step.argv.dropFirst(3).contains(word) {
      return .lateFamily(word)
    }
    if isRange(word) { return .range(word) }
    let isLength = step.message.contains("(width ") || word.utf8.allSatisfy { isDigit($0) }
    // an IPv6 address as `inet` has a length that is too large, too
    let isOtherFamily = step.argv[2] == "inet" && word.contains(":")
    let before = step.argv.lastIndex(of: word).map { step.argv[$0 - 1] }
    if before == "netmask" || before == "prefixlen" || isLength && !isOtherFamily {
      return .length(word)
    }
    if step.argv[2] == "inet6", step.argv.contains(where: { $0.hasSuffix("/" + word) }) {
      return .length(word)
    }
    return .word(word)
  }

  /// The word that is called a bad value, as the command has it.
  private static func badWord(_ step: Step) -> String? {
    let start = "ifconfig: "
    guard step.message.hasPrefix(start), let end = step.message.range(ofText: ": bad value"),
      step.argv.count > 3
    else { return nil }
    let told = String(step.message[..<end.lowerBound].dropFirst(start.count))
    return told
  }

  /// The address whose length is 0, or is no number, which newer kernels refuse.
  private static func zeroLength(_ step: Step) -> String? {
    guard step.message.hasSuffix("(SIOCAIFADDR): Invalid argument"), step.argv.count > 3,
      step.argv[2] == "inet6"
    else { return nil }
    let word = step.argv[3]
    if let index = step.argv.firstIndex(of: "prefixlen"), index + 1 < step.argv.count {
      return isZero(step.argv[index + 1]) ? word : nil
    }
    return word.split(separator: "/", maxSplits: 1).dropFirst().first.map(isZero) == true
      ? word : nil
  }

  /// What atoi(3) makes 0 of.
  private static func isZero(_ text: some StringProtocol) -> Bool {
    let digits = text.utf8.prefix { isDigit($0) }
    return digits.allSatisfy { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// A digit, a dash and a digit, in a word with dots or colons.
  private static func isRange(_ word: String) -> Bool {
    guard let dash = word.firstIndex(of: "-"), dash > word.startIndex,
      word.contains(where: { $0 == "." || $0 == ":" })
    else { return false }
    let after = word[word.index(after: dash)...].first
    return word[word.index(before: dash)].isHexDigit && after?.isHexDigit == true
  }
}
