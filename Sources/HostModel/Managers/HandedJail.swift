import SourceText

/// A jail as its manager hands it to jail(8), on a command line or in a file that it writes anew at
/// every start: what is set, each with the place in the manager's own file.
struct HandedJail {
  /// The name jail(8) is told.
  let name: String
  /// Whose it is.
  let kind: JailDefinition.Kind
  /// Where the manager's file defines it.
  let place: Place?
  /// The manager's file.
  let file: String
  /// What is set, in order.
  private(set) var settings: [Setting] = []

  /// A parameter and its values; none for a flag.
  struct Setting {
    let name: String
    let values: [JailValue]
    /// Adds to what the parameter has.
    let appends: Bool
  }

  init(_ name: String, kind: JailDefinition.Kind, at place: Place?, file: String) {
    self.name = name
    self.kind = kind
    self.place = place
    self.file = file
  }

  /// Sets a parameter to values of the manager's file.
  mutating func set(_ name: String, to values: [JailValue], appends: Bool = false) {
    settings.append(Setting(name: name, values: values, appends: appends))
  }

  /// Sets a parameter to what the manager makes up.
  mutating func set(_ name: String, to text: String) {
    let format = JailFormat.of(kind)?.name ?? kind.rawValue
    set(name, to: [JailValue(text: text, origin: .standard(format))])
  }

  /// Sets a flag.
  mutating func set(_ name: String) { set(name, to: []) }

  /// Gives the jail addresses, each to its family.
  mutating func setAddresses(_ items: [JailValue]) {
    let families = Dictionary(grouping: items) { $0.text.utf8.contains(UInt8(ascii: ":")) }
    if let inet = families[false] { set("ip4.addr", to: inet) }
    if let inet6 = families[true] { set("ip6.addr", to: inet6) }
  }
}

/// A text in a manager's file, and the bytes it is written in.
struct WrittenText {
  /// What it says.
  let text: String
  /// Where it stands, without quotes.
  let place: Place

  /// The whole text as one value.
  var value: JailValue { JailValue(text: text, origin: .written(place)) }

  /// The parts between some bytes, blanks around them left out; each has its own place, unless the
  /// file has the text in other words.
  func items(separatedBy isSeparator: (UInt8) -> Bool) -> [JailValue] {
    let bytes = Array(text.utf8)
    let isVerbatim = bytes.count == place.span.count
    return bytes.split(whereSeparator: isSeparator).compactMap { part in
      var part = part
      while part.first == UInt8(ascii: " ") { part = part.dropFirst() }
      while part.last == UInt8(ascii: " ") { part = part.dropLast() }
      guard !part.isEmpty else { return nil }
      let start = place.span.lower
      let span = SourceSpan(start + part.startIndex, start + part.endIndex)
      return JailValue(
        text: String(decoding: part, as: UTF8.self),
        origin: .written(isVerbatim ? Place(path: place.path, span: span) : place))
    }
  }

  /// The parts between commas.
  var commaItems: [JailValue] { items { $0 == UInt8(ascii: ",") } }

  /// The words between blanks.
  var words: [JailValue] { items { $0 == UInt8(ascii: " ") || $0 == 9 } }
}
