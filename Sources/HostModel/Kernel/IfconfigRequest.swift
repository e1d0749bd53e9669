/// The arguments of one ifconfig(8) call behind the interface's name, taken apart.
struct IfconfigRequest {
  /// What happens to the address.
  enum Action { case replaceFirst, alias, remove, nothing }

  /// The family of addresses; nil for one that jails have none of.
  var family: AddressFamily? = .inet
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

/// Reads ifconfig(8)'s words in its order, one by one: some act at once, the address is set at the
/// end (sbin/ifconfig/ifconfig.c, ifconfig).
struct IfconfigReader {
  /// What the words so far ask for.
  private(set) var request = IfconfigRequest()
  private var hasAddress = false
  private var isFirst = true
  private var awaited = Awaited.nothing

  /// What the next word is the argument of.
  private enum Awaited {
    case nothing, mask, prefixLength
    case virtualHost
    /// Of a word that acts at once, and whether another argument follows.
    case immediate(String, isPair: Bool)
    case second(String)

    /// The word that wants an argument.
    var keyword: String? {
      switch self {
      case .nothing: nil
      case .mask: "netmask"
      case .prefixLength: "prefixlen"
      case .virtualHost: "vhid"
      case .immediate(let word, _), .second(let word): word
      }
    }
  }

  /// Reads a word.
  mutating func read(_ word: String) {
    word.withBytes { read($0) }
  }

  /// The same of bytes.
  mutating func read(_ word: Span<UInt8>) {
    guard request.failure == nil else { return }
    if isFirst, takeFamily(word) { return }
    switch awaited {
    case .nothing: return take(word)
    case .mask: setMask(word)
    case .prefixLength: setPrefixLength(word)
    case .virtualHost: request.hasVirtualHost = true
    case .second: break
    case .immediate(let keyword, let isPair):
      request.immediate.append((keyword, word.text))
      if isPair {
        awaited = .second(keyword)
        return
      }
    }
    awaited = .nothing
  }

  /// Notes that no more words come.
  mutating func finish() {
    guard request.failure == nil, let keyword = awaited.keyword else { return }
    request.failure = "ifconfig: '\(keyword)' requires argument"
  }

  /// The first word can name the family.
  private mutating func takeFamily(_ word: Span<UInt8>) -> Bool {
    isFirst = false
    if word.equals("inet") { return true }
    if word.equals("inet6") {
      request.family = .inet6
    } else if word.equals("link") || word.equals("ether") || word.equals("lladdr")
      || word.equals("local")
    {
      request.family = nil
    } else {
      return false
    }
    return true
  }

  private mutating func take(_ word: Span<UInt8>) {
    if Self.looksLikeAddress(word) {
      takeAddress(word)
    } else if word.equals("alias") || word.equals("add") {
      // behind `-alias` it takes that back, and adds nothing either (ifconfig.c, notealias)
      let isRemoval = request.action == .remove || request.action == .nothing
      request.action = isRemoval ? .nothing : .alias
    } else if word.equals("netmask") {
      awaited = .mask
    } else if word.equals("prefixlen") {
      awaited = .prefixLength
    } else {
      takeKeyword(word.text, word)
    }
  }

  private mutating func takeKeyword(_ keyword: String, _ word: Span<UInt8>) {
    switch keyword {
    case "-alias", "delete", "remove": request.action = .remove
    case "vhid": awaited = .virtualHost
    case "eui64": request.fromHardwareAddress = true
    default:
      switch IfconfigKeywords.argumentCount(of: keyword) {
      case 0?: request.immediate.append((keyword, ""))
      case let count?: awaited = .immediate(keyword, isPair: count == 2)
      case nil: takeAddress(word)
      }
    }
  }

  /// No keyword starts with a digit or has a colon in it.
  private static func looksLikeAddress(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return true }
    return (48...57).contains(bytes[0]) || bytes.firstIndex(of: UInt8(ascii: ":")) != nil
  }

  private mutating func takeAddress(_ word: Span<UInt8>) {
    guard let family = request.family else { return }
    let isDestination = hasAddress
    hasAddress = true
    var bytes = word
    if !isDestination, let slash = bytes.lastIndex(of: UInt8(ascii: "/")) {
      let length = bytes.extracting((slash + 1)...)
      bytes = bytes.extracting(..<slash)
      // ifconfig(8) reads `/len` only while it doesn't know of `-alias`
      if request.action != .remove {
        if family == .inet {
          setWidth(length, of: word)
        } else {
          setPrefixLength(length)
        }
        if request.failure != nil { return }
      }
    }
    guard let address = Self.address(family, bytes) else {
      request.failure = "ifconfig: \(bytes.text): bad value"
      return
    }
    if isDestination { request.hasDestination = true } else { request.address = address }
  }

  private static func address(_ family: AddressFamily, _ bytes: Span<UInt8>) -> IPAddress? {
    switch family {
    case .inet: return IPv4Address(loose: bytes).map { .inet($0) }
    case .inet6:
      let zone = bytes.firstIndex(of: UInt8(ascii: "%")) ?? bytes.count
      return IPv6Address(bytes.extracting(..<zone)).map { .inet6($0) }
    }
  }

  /// `/len` of an IPv4 address: a digit first, then strtonum(3) from 0 to 32 (af_inet.c).
  private mutating func setWidth(_ bytes: Span<UInt8>, of word: Span<UInt8>) {
    var isNumber = !bytes.isEmpty
    for index in bytes.indices where !(48...57).contains(bytes[index]) { isNumber = false }
    guard isNumber else {
      request.failure = "ifconfig: \(word.text): bad value (width invalid)"
      return
    }
    let width = leadingInteger(bytes)
    guard width <= 32 else {
      request.failure = "ifconfig: \(word.text): bad value (width too large)"
      return
    }
    request.prefixLength = width
  }

  /// The length of an IPv6 prefix: atoi(3), so anything that is no number is 0 (af_inet6.c).
  private mutating func setPrefixLength(_ bytes: Span<UInt8>) {
    let length = leadingInteger(bytes)
    guard (0...128).contains(length) else {
      request.failure = "ifconfig: \(bytes.text): bad value"
      return
    }
    request.prefixLength = length
  }

  private mutating func setMask(_ bytes: Span<UInt8>) {
    guard let mask = IPv4Address(loose: bytes) else {
      request.failure = "ifconfig: \(bytes.text): bad value"
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
