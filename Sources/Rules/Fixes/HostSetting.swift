import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// The assignment of a shell variable that says an address of the host, as a file spells it.
///
/// Nil where the file does not spell it plainly: the value is put together, belongs to a range, or
/// other code than an assignment sets it.
struct HostSetting {
  /// The variable's name.
  let name: String
  /// The whole statement.
  let statement: Place
  private let value: Place
  private let address: IPAddress
  private let place: Place
  private let file: SourceFile

  init?(of address: IPAddress, setBy step: Step, _ host: ExaminedHost) {
    guard let source = host.places(of: step).first,
      let shell = host.forecast.files.shell.first(where: { $0.file.path == source.path }),
      let found = shell.script.assignments(around: source.span.lower), found.isAlone,
      found.assignment.value.constant != nil
    else { return nil }
    let value = Place(path: source.path, span: found.assignment.value.span)
    let narrow = host.narrow(value, to: address)
    guard narrow != value else { return nil }
    name = found.assignment.name
    statement = Place(path: source.path, span: found.statement)
    self.value = value
    self.address = address
    place = narrow
    file = shell.file
  }

  /// The value says this one address and no other.
  var isAlone: Bool {
    words.count { familyWords.contains($0.text) } <= 1
      && !words.contains { $0.text.contains("-") && $0.span.contains(place.span.lower) }
  }

  /// The edit that takes the address out: the whole line when the value says no other, else its words
  /// from the keyword in front on.
  var removal: PlacedEdit? {
    if isAlone { return .delete(file.lines(of: statement)) }
    let words = words
    guard let index = words.firstIndex(where: { $0.span.contains(place.span.lower) }),
      let start = words[...index].lastIndex(where: { familyWords.contains($0.text) })
    else { return nil }
    let next = words[(index + 1)...].first { familyWords.contains($0.text) }
    if let next { return .delete(part(words[start].span.lowerBound, next.span.lowerBound)) }
    // the last group goes with the blanks in front of it
    let last = words[words.count - 1].span.upperBound
    let before = start > 0 ? words[start - 1].span.upperBound : words[start].span.lowerBound
    return .delete(part(before, last))
  }

  /// The fix that takes the address out.
  ///
  /// - Parameter meaning: what is left then.
  func removalFix(meaning: String, commands: [String] = []) -> Fix? {
    guard let removal else { return nil }
    return FixDraft(removal).fix(
      spoken("remove \(isAlone ? name : spoken("\(address) from \(name)"))"), meaning: meaning,
      .review,
      commands: commands)
  }

  /// The edit that gives the address another prefix length.
  func withLength(_ length: Int) -> PlacedEdit? {
    let words = words
    guard let index = words.firstIndex(where: { $0.span.contains(place.span.lower) }) else {
      return nil
    }
    let word = words[index]
    if let slash = word.text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let offset = word.text.utf8.distance(from: word.text.startIndex, to: slash)
      return .replace(
        part(word.span.lowerBound + offset, word.span.upperBound), with: "/\(length)")
    }
    let rest = words[(index + 1)...].prefix { !familyWords.contains($0.text) }
    for (keyword, argument) in zip(rest, rest.dropFirst()) {
      let place = part(argument.span.lowerBound, argument.span.upperBound)
      if keyword.text == "prefixlen" { return .replace(place, with: "\(length)") }
      if keyword.text == "netmask" { return .replace(place, with: netmask(length)) }
    }
    return .insert("/\(length)", at: word.span.upperBound, in: value.path)
  }

  /// The words of the value, with their bytes in the file.
  private var words: [(text: String, span: Range<Int>)] {
    let blanks: Set<UInt8> = Set(" \t\n\"'".utf8)
    return file.bytes[value.span.range].split { blanks.contains($0) }
      .map { (String(decoding: $0, as: UTF8.self), $0.indices) }
  }

  private func part(_ lower: Int, _ upper: Int) -> Place {
    Place(path: value.path, span: SourceSpan(lower, upper))
  }
}

/// The words that begin an address in the settings of an interface.
private let familyWords: Set<String> = ["inet", "inet6"]

extension SourceFile {
  /// A statement with what goes when it does: its whole lines and the comment behind it, or on a line
  /// with other statements the semicolon between them.
  func lines(of statement: Place) -> Place {
    func place(_ lower: Int, _ upper: Int) -> Place {
      Place(path: path, span: SourceSpan(lower, upper))
    }
    let (begin, end) = (statement.span.lower, statement.span.upper)
    let lower = begin - bytes[..<begin].reversed().prefix { $0 == 32 || $0 == 9 }.count
    let upper = end + bytes[end...].prefix { [9, 13, 32].contains($0) }.count
    let isFirst = lower == 0 || bytes[lower - 1] == 10
    if upper < bytes.count, bytes[upper] == UInt8(ascii: ";") {
      return place(begin, upper + 1 + bytes[(upper + 1)...].prefix { $0 == 32 || $0 == 9 }.count)
    }
    guard isFirst else {
      return bytes[lower - 1] == UInt8(ascii: ";") ? place(lower - 1, end) : statement
    }
    var stop = upper
    if upper > end, upper < bytes.count, bytes[upper] == UInt8(ascii: "#") {
      stop = bytes[upper...].firstIndex(of: 10) ?? bytes.count
    }
    guard stop == bytes.count || bytes[stop] == 10 else { return statement }
    return place(lower, min(stop + 1, bytes.count))
  }
}
