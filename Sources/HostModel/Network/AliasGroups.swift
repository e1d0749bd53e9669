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

  /// - Parameter count: how many values are expected.
  init(_ family: AliasSetting.Family, count: Int = 0) {
    self.family = family
    groups.reserveCapacity(count)
  }

  /// Adds the words of a value.
  mutating func append(_ text: String, at place: Place?) {
    append(text, AliasSurvey(text), at: place)
  }

  /// The same of one that was looked at already.
  mutating func append(_ text: String, _ survey: AliasSurvey, at place: Place?) {
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
    defer { groups = [] }
    let addresses = groups.indices.filter { index in
      groups[index].family == family && (groups[index].text != nil || groups[index].list.count > 1)
    }
    return addresses.count == groups.count ? groups : addresses.map { groups[$0] }
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
