import ConfigSyntax
import SourceText

/// The addresses that aliases of one interface spell, each as an ifconfig(8) command in the making.
///
/// A keyword of any family begins a new address, wherever it stands (network.subr, ifalias_af_common).
struct AliasGroups {
  /// The words of one address.
  struct Group {
    /// The text of the value that all the words are from, while they are plain words of one value.
    fileprivate(set) var text: String?
    fileprivate var list: [String] = []
    /// The family that its first word is the keyword of.
    fileprivate var family: AliasSetting.Family?
    /// The places of the values it is made of.
    fileprivate(set) var places: Places = []
    /// A word of it may be a range.
    fileprivate(set) var isRange = false
    /// `eval` makes something of a word.
    fileprivate(set) var isChangedByEval = false
    /// No other address follows, of any family: only then the words aren't handed to `eval`.
    fileprivate(set) var isLast = false

    /// The family's keyword and what follows it.
    var words: [String] { text.map(shellWords) ?? list }
  }

  private let family: AliasSetting.Family
  /// Those of every family; words that come next belong to the last.
  private var groups: [Group] = []

  init(_ family: AliasSetting.Family) {
    self.family = family
  }

  /// Adds the words of a value.
  mutating func append(_ text: String, at place: Place?) {
    let survey = AliasSurvey(text)
    if survey.isOneAddress {
      groups.append(Group(text: text, family: survey.family, places: Places(place)))
      return
    }
    forEachShellWord(text) { word in
      let keyword = AliasSetting.Family(keyword: word)
      if keyword != nil || groups.isEmpty { groups.append(Group(family: keyword)) }
      groups[groups.count - 1].append(word, survey, place)
    }
  }

  /// The addresses of the family, in the order they stand in.
  mutating func finish() -> [Group] {
    if !groups.isEmpty { groups[groups.count - 1].isLast = true }
    let isAddress = { (group: borrowing Group) in
      group.family == family && (group.text != nil || group.list.count > 1)
    }
    defer { groups = [] }
    return groups.allSatisfy(isAddress) ? groups : groups.filter(isAddress)
  }
}

extension AliasGroups.Group {
  fileprivate mutating func append(_ word: String, _ survey: AliasSurvey, _ place: Place?) {
    if let text {
      list = shellWords(text)
      self.text = nil
    }
    list.append(word)
    if let place, places.last != place { places = Places(places + [place]) }
    if survey.isRange { isRange = true }
    if survey.isChangedByEval { isChangedByEval = true }
  }
}

/// What is to be seen of an alias's text without parting it into words.
private struct AliasSurvey {
  /// The family that the first word is the keyword of.
  private(set) var family: AliasSetting.Family?
  /// A word may be a range.
  private(set) var isRange = false
  /// `eval` makes something of a word.
  private(set) var isChangedByEval = false
  private var words = 0
  private var keywords = 0

  init(_ text: String) {
    let changedByEval = NetifStart.changedByEval
    let view = text.utf8
    let bytes = view.span
    var start = 0
    for index in bytes.indices {
      switch bytes[index] {
      // most are what addresses and keywords are written with: . / 0-9 : a-z
      case 0x2e...0x3a, 0x61...0x7a: break
      case 0x20, 0x09, 0x0a:
        if index > start { take(bytes.extracting(start..<index)) }
        start = index + 1
      case UInt8(ascii: "-"):
        if index > 0, hexDigit(bytes[index - 1]) != nil { isRange = true }
      case let byte:
        if changedByEval.contains(byte) { isChangedByEval = true }
      }
    }
    if bytes.count > start { take(bytes.extracting(start...)) }
  }

  private mutating func take(_ word: Span<UInt8>) {
    words += 1
    guard let keyword = AliasSetting.Family(keyword: word) else { return }
    keywords += 1
    if words == 1 { family = keyword }
  }

  /// One plain address and nothing else.
  var isOneAddress: Bool {
    family != nil && keywords == 1 && words > 1 && !isRange && !isChangedByEval
  }
}
