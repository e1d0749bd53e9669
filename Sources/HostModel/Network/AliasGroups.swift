import SourceText

/// The addresses that aliases of one interface spell, each as an ifconfig(8) command in the making.
///
/// A keyword of any family begins a new address, wherever it stands (network.subr, ifalias_af_common).
struct AliasGroups {
  /// The words of one address.
  struct Group {
    /// The program, the interface and the words.
    var argv: [String] = []
    /// The places of the values it is made of.
    var places: [Place] = []
    /// A word of it may be a range.
    var isRange = false
    /// `eval` makes something of a word.
    var isChangedByEval = false

    /// The family's keyword and what follows it.
    var words: ArraySlice<String> { argv[2...] }
  }

  private let interface: String
  private let family: AliasSetting.Family
  private var open = Group()
  private var closed: [Group] = []

  init(_ interface: String, _ family: AliasSetting.Family) {
    self.interface = interface
    self.family = family
  }

  /// Adds the words of a value.
  mutating func append(_ text: String, at place: Place?) {
    let isRange = AddressRange.isRange(text)
    let isChangedByEval = NetifStart.isChangedByEval(text)
    forEachShellWord(text) { word in
      if !open.argv.isEmpty, AliasSetting.Family(keyword: word) != nil { close() }
      if open.argv.isEmpty {
        open.argv.reserveCapacity(8)
        open.argv.append(BootHost.ifconfigPath)
        open.argv.append(interface)
      }
      open.argv.append(word)
      if let place, open.places.last != place { open.places.append(place) }
      if isRange { open.isRange = true }
      if isChangedByEval { open.isChangedByEval = true }
    }
  }

  private mutating func close() {
    if open.argv.count > 3, open.argv[2] == family.rawValue { closed.append(open) }
    open = Group()
  }

  /// The addresses of the family, in the order they stand in.
  mutating func finish() -> [Group] {
    close()
    // the caller alone holds the list then, and may change it in place
    defer { closed = [] }
    return closed
  }
}
