import HostModel
import SourceText

/// An item of a jail's address list as a file spells it: `vtnet0|2001:db8::3/64`.
///
/// Nil where the file does not spell it plainly, so that there is nothing to edit.
struct AddressItem {
  /// The item, without quotes.
  let place: Place
  /// What stands there.
  let text: String
  private let family: AddressFamily

  init?(_ asked: JailAddress, _ host: ExaminedHost) {
    guard let value = host.written(asked.place), let file = host.file(at: value.path) else {
      return nil
    }
    var span = host.narrow(value, to: asked.address).span
    // quotes and commas end an item, and so do the ends of the value
    let ends: Set<UInt8> = Set("\"',".utf8)
    if span == value.span, span.count > 1, ends.contains(file.bytes[span.lower]) {
      span = SourceSpan(span.lower + 1, span.upper - 1)
    }
    while span.lower > value.span.lower, !ends.contains(file.bytes[span.lower - 1]) {
      span = SourceSpan(span.lower - 1, span.upper)
    }
    while span.upper < value.span.upper, !ends.contains(file.bytes[span.upper]) {
      span = SourceSpan(span.lower, span.upper + 1)
    }
    while span.count > 0, file.bytes[span.lower] == UInt8(ascii: " ") {
      span = SourceSpan(span.lower + 1, span.upper)
    }
    let text = file.text(span)
    // a list, a joined string or several lines are more than one item
    guard !text.isEmpty, !text.utf8.contains(where: { ",\"'\n\\".utf8.contains($0) }) else {
      return nil
    }
    place = Place(path: value.path, span: span)
    self.text = text
    family = asked.address.family
  }

  /// The edits that leave nothing but the address; none when the item names no interface.
  var withoutInterface: [PlacedEdit] {
    guard let bar = offset(of: "|") else { return [] }
    let end = text.utf8.count
    let rest = [offset(of: "/"), offset(of: " ")].compactMap { $0 }.min() ?? end
    return [.delete(part(0, bar + 1))] + (rest < end ? [.delete(part(rest, end))] : [])
  }

  /// The edit that names an interface in front of the address; nil when the item has one.
  func withInterface(_ name: String) -> PlacedEdit? {
    guard offset(of: "|") == nil, name.isPlain else { return nil }
    return .insert("\(name)|", at: place.span.lower, in: place.path)
  }

  /// The edit that exchanges the interface; nil when the item has none.
  func onInterface(_ name: String) -> PlacedEdit? {
    guard let bar = offset(of: "|"), name.isPlain else { return nil }
    return .replace(part(0, bar), with: name)
  }

  /// The edit that makes a prefix length the item's: behind the address, unless words say it.
  func withLength(_ length: Int) -> PlacedEdit {
    let bytes = Array(text.utf8)
    let end = offset(of: " ") ?? bytes.count
    let words = wordSpans(from: end)
    for (keyword, argument) in zip(words, words.dropFirst()) {
      switch String(decoding: bytes[keyword], as: UTF8.self) {
      case "prefixlen":
        return .replace(part(argument.lowerBound, argument.upperBound), with: "\(length)")
      case "netmask":
        return .replace(part(argument.lowerBound, argument.upperBound), with: netmask(length))
      default: continue
      }
    }
    guard let slash = offset(of: "/"), slash < end else {
      return .insert("/\(length)", at: place.span.lower + end, in: place.path)
    }
    return .replace(part(slash, end), with: "/\(length)")
  }

  /// The edit that takes the length behind the address away; nil when none stands there.
  var withoutLength: PlacedEdit? {
    let end = offset(of: " ") ?? text.utf8.count
    guard let slash = offset(of: "/"), slash < end else { return nil }
    return .delete(part(slash, end))
  }

  /// The items of two addresses that are the same, which may stand in one text.
  static func both(_ asked: [JailAddress], _ host: ExaminedHost) -> [AddressItem] {
    let items = asked.compactMap { AddressItem($0, host) }
    guard items.isEmpty, let first = asked.first, let place = host.written(first.place),
      let file = host.file(at: place.path)
    else { return items }
    let ends: Set<UInt8> = Set("\"',".utf8)
    return file.bytes[place.span.range].split { ends.contains($0) }.compactMap { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let address = text.split(separator: "|").last?.prefix { $0 != "/" && $0 != " " } ?? ""
      guard IPAddress(address) == first.address else { return nil }
      let span = SourceSpan(bytes.startIndex, bytes.endIndex)
      return AddressItem(Place(path: place.path, span: span), text, first.address.family)
    }
  }

  private init(_ place: Place, _ text: String, _ family: AddressFamily) {
    self.place = place
    self.text = text
    self.family = family
  }

  /// The edit that takes the item out of its list; nil where nothing would be left of a legacy one.
  func removal(_ host: ExaminedHost) -> PlacedEdit? {
    if let statement = JailStatement(at: place, host) { return statement.without(place) }
    guard let bytes = host.file(at: place.path)?.bytes else { return nil }
    let (lower, upper) = (place.span.lower, place.span.upper)
    let comma = separator(host)
    if upper < bytes.count, bytes[upper] == comma {
      let blanks = bytes[(upper + 1)...].prefix { $0 == UInt8(ascii: " ") }.count
      return .delete(Place(path: place.path, span: SourceSpan(lower, upper + 1 + blanks)))
    }
    guard lower > 0, bytes[lower - 1] == comma else { return nil }
    return .delete(Place(path: place.path, span: SourceSpan(lower - 1, upper)))
  }

  /// What stands between the items of the list: a blank in the files of pot, else a comma.
  private func separator(_ host: ExaminedHost) -> UInt8 {
    let isOfPot = host.forecast.jails.contains { jail in
      jail.definition?.kind == .pot && jail.definition?.file == place.path
    }
    return isOfPot ? UInt8(ascii: " ") : UInt8(ascii: ",")
  }

  /// The edit that puts a text behind the item, inside its quotes; nil when it has none.
  func followed(by text: String, _ host: ExaminedHost) -> PlacedEdit? {
    let end = place.span.upper
    guard let bytes = host.file(at: place.path)?.bytes, end < bytes.count,
      bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'")
    else { return nil }
    return .insert(text, at: end, in: place.path)
  }

  private func wordSpans(from start: Int) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    return bytes[start...].split(separator: UInt8(ascii: " ")).map(\.indices)
  }

  private func offset(of character: Unicode.Scalar) -> Int? {
    Array(text.utf8).firstIndex(of: UInt8(ascii: character))
  }

  private func part(_ lower: Int, _ upper: Int) -> Place {
    Place(
      path: place.path, span: SourceSpan(place.span.lower + lower, place.span.lower + upper))
  }
}

/// A prefix length of IPv4 as ifconfig(8) takes it behind `netmask`.
func netmask(_ length: Int) -> String {
  let bits: UInt32 = length <= 0 ? 0 : ~0 << (32 - UInt32(min(length, 32)))
  return [24, 16, 8, 0].map { String(bits >> $0 & 255) }.joined(separator: ".")
}
