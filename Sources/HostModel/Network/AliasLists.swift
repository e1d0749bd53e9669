import SourceText

/// The numbered aliases among variables, a list for each part that stands in front of the number.
struct AliasLists {
  /// The lists by that part, each in the order of its numbers.
  private(set) var lists: [String: [AliasSetting]] = [:]
  /// How many aliases there are.
  private(set) var count = 0
  /// The names of the variables that are none, in the order in which they were first set.
  private(set) var otherNames: [String] = []

  private var open: [OpenList] = []
  private var positions: [NameKey: Int] = [:]
  /// The list that the latest alias is in.
  private var latest = 0

  private struct OpenList {
    let stem: String
    var aliases: [AliasSetting] = []
    /// The list that came next when this one was left.
    var next = 0
  }

  /// - Parameter anySpaceEnds: whether a tab or newline ends the keyword of a family, as a blank does.
  init(_ variables: [ShellVariable], anySpaceEnds: Bool) {
    for position in variables.indices where variables[position].isSet {
      var isAlias = false
      variables[position].name.withBytes { bytes in
        Self.forEachStem(of: bytes) { end, number in
          isAlias = true
          let list = list(of: bytes.extracting(..<end))
          open[list].aliases.append(
            AliasSetting(at: position, of: variables, number, anySpaceEnds: anySpaceEnds))
        }
      }
      if !isAlias { otherNames.append(variables[position].name) }
    }
    for list in open {
      count += list.aliases.count
      lists[list.stem] = Self.sorted(list.aliases)
    }
    open = []
    positions = [:]
  }

  /// Every way to read a name as `STEM_alias` and a number: `ifconfig_em0_alias10` has one.
  private static func forEachStem(of bytes: Span<UInt8>, _ body: (Int, Int) -> Void) {
    guard bytes.begins("ifconfig_") || bytes.begins("ipv6_ifconfig_") else { return }
    for index in 9..<max(bytes.count - 6, 9) where bytes[index] == UInt8(ascii: "_") {
      let rest = bytes.extracting((index + 6)...)
      guard (48...57).contains(rest[0]), bytes.extracting(index..<index + 6).equals("_alias") else {
        continue
      }
      body(index + 6, leadingInteger(rest))
    }
  }

  /// The list of a stem: most files have the aliases of an interface in a row, or those of several
  /// in turn.
  private mutating func list(of stem: Span<UInt8>) -> Int {
    if !open.isEmpty {
      if isStem(stem, of: latest) { return latest }
      if isStem(stem, of: open[latest].next) {
        latest = open[latest].next
        return latest
      }
    }
    let text = stem.text
    let found = positions[NameKey(text)] ?? open.count
    if found == open.count {
      positions[NameKey(text)] = found
      open.append(OpenList(stem: text))
    }
    open[latest].next = found
    latest = found
    return found
  }

  private func isStem(_ stem: Span<UInt8>, of list: Int) -> Bool {
    open[list].stem.withBytes { $0.equals(stem) }
  }

  /// Most people write them in order already.
  private static func sorted(_ list: [AliasSetting]) -> [AliasSetting] {
    let isSorted = list.indices.dropFirst().allSatisfy { list[$0 - 1].number < list[$0].number }
    return isSorted ? list : list.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
  }
}
