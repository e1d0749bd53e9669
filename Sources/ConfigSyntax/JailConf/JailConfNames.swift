/// Numbers for the names that the parameters of a file are set by: each text has one.
struct JailConfNames {
  /// The names by their numbers.
  private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]
  /// What was read last of those whose bytes have the same sum, so that a name which is written in
  /// every block becomes a text once.
  private var latest = [(token: JailConfToken, number: Int)?](repeating: nil, count: 256)

  /// The number of the name that a token is.
  mutating func number(of token: JailConfToken, in text: JailConfText) -> Int {
    let slot = text.sum(of: token) & 255
    if let known = latest[slot], text.areSame(known.token, token) { return known.number }
    let name = text.string(of: token)
    let number = numbers[name] ?? texts.count
    if number == texts.count {
      texts.append(name)
      numbers[name] = number
    }
    latest[slot] = (token, number)
    return number
  }
}
