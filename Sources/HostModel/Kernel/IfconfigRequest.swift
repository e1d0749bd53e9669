/// The arguments of one ifconfig(8) call behind the interface's name, taken apart.
struct IfconfigRequest {
  /// What happens to the address.
  enum Action { case replaceFirst, alias, remove }

  var family = "inet"
  /// The address as written and understood; nil when none was given.
  var address: IPAddress?
  var prefixLength: Int?
  var hasDestination = false
  var action = Action.replaceFirst
  var hasVirtualHost = false
  var fromHardwareAddress = false
  /// What ran before the address is set, such as `addm`, in order.
  var immediate: [(keyword: String, argument: String)] = []
  /// The message of the word that ended the call early.
  var failure: String?
}

/// Reads ifconfig(8)'s words in its order: some act at once, the address is set at the end
/// (sbin/ifconfig/ifconfig.c, ifconfig).
struct IfconfigReader {
  private(set) var request = IfconfigRequest()
  private var words: ArraySlice<String>
  private var hasAddress = false

  init(_ words: ArraySlice<String>) {
    self.words = words
  }

  mutating func read() -> IfconfigRequest {
    if let first = words.first, first == "inet" || first == "inet6" || Self.others.contains(first) {
      request.family = first
      words.removeFirst()
    }
    while let word = words.popFirst(), request.failure == nil { take(word) }
    return request
  }

  /// Families besides the two that jails have addresses of.
  private static let others: Set<String> = ["link", "ether", "lladdr", "local"]

  private mutating func take(_ word: String) {
    if Self.looksLikeAddress(word) { return takeAddress(word) }
    switch word {
    case "alias", "add": request.action = .alias
    case "-alias", "delete", "remove": request.action = .remove
    case "netmask": withArgument(word) { $0.setMask($1) }
    case "prefixlen": withArgument(word) { $0.setPrefixLength($1) }
    case "vhid":
      withArgument(word) { reader, _ in reader.request.hasVirtualHost = true }
    case "eui64": request.fromHardwareAddress = true
    default:
      switch IfconfigKeywords.argumentCount(of: word) {
      case 0?: request.immediate.append((word, ""))
      case let count?:
        withArgument(word) { $0.request.immediate.append((word, $1)) }
        if count == 2 { withArgument(word) { _, _ in } }
      case nil: takeAddress(word)
      }
    }
  }

  /// No keyword starts with a digit or has a colon in it.
  private static func looksLikeAddress(_ word: String) -> Bool {
    let view = word.utf8
    let bytes = view.span
    guard !bytes.isEmpty else { return true }
    return (48...57).contains(bytes[0]) || bytes.firstIndex(of: UInt8(ascii: ":")) != nil
  }

  private mutating func withArgument(
    _ word: String, _ body: (inout IfconfigReader, String) -> Void
  ) {
    guard let argument = words.popFirst() else {
      request.failure = "ifconfig: '\(word)' requires argument"
      return
    }
    body(&self, argument)
  }

  private mutating func takeAddress(_ word: String) {
    guard request.family == "inet" || request.family == "inet6" else { return }
    let isDestination = hasAddress
    hasAddress = true
    let view = word.utf8
    var bytes = view.span
    if !isDestination, let slash = bytes.lastIndex(of: UInt8(ascii: "/")) {
      let length = bytes.extracting((slash + 1)...)
      bytes = bytes.extracting(..<slash)
      // ifconfig(8) reads `/len` only while it doesn't know of `-alias`
      if request.action != .remove {
        if request.family == "inet" {
          setWidth(length, of: word)
        } else {
          setPrefixLength(length.text)
        }
        if request.failure != nil { return }
      }
    }
    guard let address = parse(bytes) else {
      request.failure = "ifconfig: \(bytes.text): bad value"
      return
    }
    if isDestination { request.hasDestination = true } else { request.address = address }
  }

  private func parse(_ bytes: Span<UInt8>) -> IPAddress? {
    if request.family == "inet" { return IPv4Address(loose: bytes).map { .inet($0) } }
    let zone = bytes.firstIndex(of: UInt8(ascii: "%")) ?? bytes.count
    return IPv6Address(bytes.extracting(..<zone)).map { .inet6($0) }
  }

  /// `/len` of an IPv4 address: a digit first, then strtonum(3) from 0 to 32 (af_inet.c).
  private mutating func setWidth(_ bytes: Span<UInt8>, of word: String) {
    var isNumber = !bytes.isEmpty
    for index in bytes.indices where !(48...57).contains(bytes[index]) { isNumber = false }
    guard isNumber else {
      request.failure = "ifconfig: \(word): bad value (width invalid)"
      return
    }
    let width = leadingInteger(bytes)
    guard width <= 32 else {
      request.failure = "ifconfig: \(word): bad value (width too large)"
      return
    }
    request.prefixLength = width
  }

  /// The length of an IPv6 prefix: atoi(3), so anything that is no number is 0 (af_inet6.c).
  private mutating func setPrefixLength(_ text: String) {
    let length = leadingInteger(text)
    guard (0...128).contains(length) else {
      request.failure = "ifconfig: \(text): bad value"
      return
    }
    request.prefixLength = length
  }

  private mutating func setMask(_ text: String) {
    guard let mask = IPv4Address(loose: text) else {
      request.failure = "ifconfig: \(text): bad value"
      return
    }
    request.prefixLength = mask.value == 0 ? 0 : 32 - mask.value.trailingZeroBitCount
  }
}

/// What atoi(3) reads: blanks, a sign, digits, and nothing of the rest; bounded, never a trap.
func leadingInteger(_ text: String) -> Int {
  let view = text.utf8
  return leadingInteger(view.span)
}

/// The same of bytes.
func leadingInteger(_ bytes: Span<UInt8>) -> Int {
  var index = 0
  while index < bytes.count, bytes[index] == UInt8(ascii: " ") || (9...13).contains(bytes[index]) {
    index += 1
  }
  let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
  if isNegative || index < bytes.count && bytes[index] == UInt8(ascii: "+") { index += 1 }
  var value = 0
  while index < bytes.count, (48...57).contains(bytes[index]), value < 1 << 40 {
    value = value * 10 + Int(bytes[index] - 48)
    index += 1
  }
  return isNegative ? -value : value
}
