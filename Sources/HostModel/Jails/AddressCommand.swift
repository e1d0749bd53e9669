/// The call of ifconfig(8) by which jail(8) puts an address on, or takes it off (command.c,
/// run_command).
struct AddressCommand: Sendable {
  /// The interface it is called for.
  let interface: String
  /// The value of the parameter.
  let text: String
  /// The part of the value that is the address, and its length if it has one.
  private let value: Range<Int>
  /// The family of the address.
  let family: AddressFamily
  private let isAdding: Bool

  /// What the words of a call are made of a value by, in few bytes.
  struct Layout: Sendable {
    fileprivate let start: UInt16
    fileprivate let end: UInt16
    fileprivate let family: AddressFamily
    fileprivate let isAdding: Bool

    /// The word that ends it.
    var lastWord: String { Self.lastWord(isAdding) }

    fileprivate static func lastWord(_ isAdding: Bool) -> String { isAdding ? "alias" : "-alias" }
  }

  init(interface: String, text: String, layout: Layout) {
    self.interface = interface
    self.text = text
    value = Int(layout.start)..<Int(layout.end)
    family = layout.family
    isAdding = layout.isAdding
  }

  /// What there is to know of it beside; nil for a value that is too long for it.
  var layout: Layout? {
    guard value.upperBound <= UInt16.max else { return nil }
    return Layout(
      start: UInt16(clamping: value.lowerBound), end: UInt16(clamping: value.upperBound),
      family: family, isAdding: isAdding)
  }

  /// - Parameters:
  ///   - text: a value of `ip4.addr` or `ip6.addr`.
  ///   - fallback: the interface of the jail.
  /// - Returns: nil when no interface is named.
  init?(_ family: AddressFamily, _ text: String, interface fallback: String?, adding: Bool) {
    let view = text.utf8
    let bytes = view.span
    let end = Self.blank(in: bytes) ?? bytes.count
    let bar = bytes.extracting(..<end).firstIndex(of: UInt8(ascii: "|"))
    guard let interface = bar.map({ bytes.extracting(..<$0).text }) ?? fallback else { return nil }
    self.interface = interface
    self.text = text
    value = (bar.map { $0 + 1 } ?? 0)..<end
    self.family = family
    isAdding = adding
  }

  /// The address, when it can be read.
  var address: IPAddress? {
    let view = text.utf8
    let value = view.span.extracting(value)
    return IPAddress(
      value.extracting(..<(value.firstIndex(of: UInt8(ascii: "/")) ?? value.count)), of: family)
  }

  /// Words behind the first blank go to ifconfig(8), unless nothing but the blank is there.
  private static func blank(in bytes: Span<UInt8>) -> Int? {
    bytes.firstIndex(of: UInt8(ascii: " ")).flatMap { $0 + 1 < bytes.count ? $0 : nil }
  }

  /// The word that ends it.
  var lastWord: String { Layout.lastWord(isAdding) }

  /// The words behind the interface.
  var arguments: [String] {
    var words: [String] = []
    forEachArgument { words.append($0.text) }
    return words
  }

  /// Hands on the words behind the interface, one by one.
  func forEachArgument(_ body: (Span<UInt8>) -> Void) {
    func add(_ word: String) {
      word.withBytes { body($0) }
    }
    let view = text.utf8
    let bytes = view.span
    let value = bytes.extracting(value)
    add(family.rawValue)
    if let slash = value.firstIndex(of: UInt8(ascii: "/")) {
      let mask = value.extracting((slash + 1)...)
      if family == .inet, mask.firstIndex(of: UInt8(ascii: ".")) != nil {
        body(value.extracting(..<slash))
        add("netmask")
        body(mask)
      } else {
        body(value)
      }
    } else {
      body(value)
      add(family == .inet ? "netmask" : "prefixlen")
      add(family == .inet ? "255.255.255.255" : "128")
    }
    if isAdding, self.value.upperBound < bytes.count {
      var start = self.value.upperBound
      for index in start...bytes.count
      where index == bytes.count || bytes[index] == UInt8(ascii: " ") {
        if index > start { body(bytes.extracting(start..<index)) }
        start = index + 1
      }
    }
    add(lastWord)
  }
}
