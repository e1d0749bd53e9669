import SourceText

/// What a jail.conf file says, apart from where it says it.
struct JailConfReading {
  /// One statement of the file.
  struct Statement: Equatable {
    var parent: Int?
    /// The name with its operator, of a block the name and its number.
    var head: [String]
    var values: [[JailConfString.Piece]]
  }

  private(set) var statements: [Statement]
  /// Where each statement and each of its values begins.
  private var places: [(statement: Int, values: [Int])]

  init(_ file: JailConfFile) {
    statements = file.items.map { Statement($0, in: file) }
    places = file.items.map { item in
      (item.span.lower, Self.strings(of: item).map(\.span.lower))
    }
  }

  /// With another text for the value that begins at an offset.
  func replacingText(at offset: Int, with text: String) -> JailConfReading {
    var reading = self
    for (index, place) in places.enumerated() {
      guard let value = place.values.firstIndex(of: offset) else { continue }
      reading.statements[index].values[value] = text.isEmpty ? [] : [.text(text)]
    }
    return reading
  }

  /// Without the value that begins at an offset.
  func removingText(at offset: Int) -> JailConfReading {
    var reading = self
    for (index, place) in places.enumerated() {
      guard let value = place.values.firstIndex(of: offset) else { continue }
      reading.statements[index].values.remove(at: value)
    }
    return reading
  }

  /// Without the parameter that begins at an offset.
  func removing(at offset: Int) -> JailConfReading {
    var reading = self
    if let index = places.firstIndex(where: { $0.statement == offset }) {
      reading.statements.remove(at: index)
    }
    return reading
  }

  /// With one more parameter behind the one that begins at an offset, in the same block.
  func inserting(_ item: JailConfItem, behind offset: Int) -> JailConfReading {
    var reading = self
    if let index = places.firstIndex(where: { $0.statement == offset }) {
      var added = Statement(item, in: JailConfFile(path: ""))
      added.parent = statements[index].parent
      reading.statements.insert(added, at: index + 1)
    }
    return reading
  }

  fileprivate static func strings(of item: JailConfItem) -> [JailConfString] {
    switch item.kind {
    case .parameter(let parameter): parameter.values
    case .include(let paths): paths
    case .block: []
    }
  }
}

extension JailConfReading.Statement {
  fileprivate init(_ item: JailConfItem, in file: JailConfFile) {
    parent = item.parent
    values = JailConfReading.strings(of: item).map(\.pieces)
    switch item.kind {
    case .parameter(let parameter):
      head = [parameter.isVariable ? "$" : "", parameter.name, "\(parameter.op)"]
    case .include: head = [".include"]
    case .block(let index): head = ["{", file.blocks[index].name, "\(index)"]
    }
  }
}
