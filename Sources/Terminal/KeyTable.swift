import CellGrid

/// What terminals send for special keys.
enum KeyTable {
  /// The key that a description calls by a terminfo(5) name.
  static func key(named name: String) -> Key? {
    if name.hasPrefix("kf") { return Int(name.dropFirst(2)).map(Key.function) }
    return names[name]
  }

  private static let names: [String: Key] = [
    "kcuu1": .up, "kcud1": .down, "kcub1": .left, "kcuf1": .right, "khome": .home, "kend": .end,
    "kpp": .pageUp, "knp": .pageDown, "kich1": .insert, "kdch1": .delete, "kcbt": .backTab,
    "kent": .enter, "kbs": .backspace,
  ]

  /// The key of a whole sequence as xterm and its kin send it, whatever else was held; nil when it is
  /// none or not known.
  static func key(of sequence: ArraySlice<UInt8>) -> Key? {
    guard let final = sequence.last, sequence.count >= 3 else { return nil }
    let introducer = sequence[sequence.startIndex + 1]
    let parameters = sequence.dropFirst(2).dropLast()
    if parameters.elementsEqual([UInt8(ascii: "[")]) {
      return (0x41...0x45).contains(final) ? .function(Int(final) - 0x40) : nil
    }
    if final == UInt8(ascii: "~") || final == UInt8(ascii: "$") || final == UInt8(ascii: "^") {
      return numbered(firstNumber(parameters))
    }
    if let key = lettered[final] { return key }
    guard introducer == UInt8(ascii: "O"), parameters.isEmpty else { return nil }
    return keypad(final)
  }

  private static let lettered: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// In application mode the keypad sends its characters 0x40 above themselves.
  private static func keypad(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case 0x6a...0x79: .character(Character(Unicode.Scalar(final - 0x40)))
    default: nil
    }
  }

  static func firstNumber(_ parameters: ArraySlice<UInt8>) -> Int {
    numbers(parameters).first ?? 0
  }

  /// The numbers between semicolons; one that is too long counts as 0.
  static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
  }
}
