/// Parameters of a jail in the order in which they are first set, the values of all of them side by
/// side: most have one.
struct JailParameters: Sendable {
  /// A parameter, and where its values are.
  struct Entry {
    /// As last spelled.
    var name: String
    let id: ParameterID
    private var firstValue: Int32
    private var valuesEnd: Int32
    let isVariable: Bool

    init(name: String, id: ParameterID, isVariable: Bool, values: Range<Int>) {
      self.name = name
      self.id = id
      self.isVariable = isVariable
      firstValue = Int32(clamping: values.lowerBound)
      valuesEnd = Int32(clamping: values.upperBound)
    }

    var values: Range<Int> {
      get { Int(firstValue)..<Int(valuesEnd) }
      set {
        firstValue = Int32(clamping: newValue.lowerBound)
        valuesEnd = Int32(clamping: newValue.upperBound)
      }
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var values: [JailValue] = []
  /// What there may be a parameter for.
  private(set) var ids = ParameterSet()

  mutating func reserve(entries: Int, values: Int) {
    self.entries.reserveCapacity(entries)
    self.values.reserveCapacity(values)
  }

  /// Adds a value behind the others, where it belongs to no parameter yet.
  mutating func append(_ value: JailValue) { values.append(value) }

  /// Takes away the values from an index on.
  mutating func dropValues(from index: Int) { values.removeSubrange(index...) }

  /// Adds a parameter.
  mutating func append(_ entry: Entry) {
    ids.insert(entry.id)
    entries.append(entry)
  }

  /// Puts a parameter in the place of another one of the same number.
  mutating func replace(at index: Int, with entry: Entry) { entries[index] = entry }

  /// Adds a parameter with its values.
  mutating func append(
    _ id: ParameterID, _ name: String, isVariable: Bool = false,
    _ list: some Sequence<JailValue>
  ) {
    let start = values.count
    values += list
    append(Entry(name: name, id: id, isVariable: isVariable, values: start..<values.count))
  }

  /// Gives a parameter other values.
  mutating func setValues(at index: Int, to list: [JailValue]) {
    let start = values.count
    values += list
    entries[index].values = start..<values.count
  }

  /// Adds the last values there are, which belong to no parameter yet, to those of a parameter.
  mutating func extend(at index: Int, by more: Entry) {
    let old = entries[index].values
    entries[index].name = more.name
    if old.upperBound == more.values.lowerBound {
      entries[index].values = old.lowerBound..<more.values.upperBound
    } else {
      setValues(at: index, to: Array(values[old]) + values[more.values])
    }
  }

  /// Takes out the variables, whose values nobody asks for any more.
  mutating func removeVariables() {
    if entries.contains(where: \.isVariable) { entries.removeAll(where: \.isVariable) }
  }

  /// Where a parameter is.
  func position(of id: ParameterID) -> Int? {
    guard ids.mayContain(id) else { return nil }
    for index in entries.indices where entries[index].id.number == id.number { return index }
    return nil
  }

  /// The values of the parameter at an index.
  func values(at index: Int) -> ArraySlice<JailValue> { values[entries[index].values] }

  /// The last value of the parameter at an index.
  func text(at index: Int) -> String? {
    let range = entries[index].values
    return range.isEmpty ? nil : values[range.upperBound - 1].text
  }
}

/// Parameters of which one is in it or not; those that jail(8) doesn't know are in it together.
struct ParameterSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func insert(_ id: ParameterID) {
    if id.number < 64 { low |= Self.bit(id) } else { high |= Self.bit(id) }
  }

  /// Surely false for one that was not inserted only when jail(8) knows it.
  func mayContain(_ id: ParameterID) -> Bool {
    (id.number < 64 ? low : high) & Self.bit(id) != 0
  }

  func mayIntersect(_ other: ParameterSet) -> Bool {
    low & other.low != 0 || high & other.high != 0
  }

  func union(_ other: ParameterSet) -> ParameterSet {
    var union = self
    union.low |= other.low
    union.high |= other.high
    return union
  }

  private static func bit(_ id: ParameterID) -> UInt64 {
    1 << UInt64(id.number < 64 ? id.number : min(id.number - 64, 63))
  }
}
