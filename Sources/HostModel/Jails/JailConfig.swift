import ConfigSyntax
import SourceText

/// A jail.conf file with all it includes, and the jails it defines (usr.sbin/jail/config.c).
struct JailConfig: Sendable {
  /// Jails in the order jail(8) holds them.
  private(set) var jails: [JailDefinition] = []
  /// What jail(8) says of each before it starts it; nil where the host's files decide.
  private(set) var checks: [JailCheck?] = []
  /// What jail(8) prints when it can't read the file; it then starts nothing.
  private(set) var problems: [String] = []
  /// The files that were read, the named one first.
  private(set) var files: [String] = []
  /// The same, each once.
  private var paths: Set<String> = []

  /// Numbers for the parameters that the files name.
  private(set) var catalog = ParameterCatalog()
  private var readings: [Reading] = []
  private var sections: [Section] = []
  private var statements: [Statement] = []
  private var globalSection: Int?
  private let traits: ReleaseTraits

  /// What a file says.
  private struct Reading: Sendable {
    let tree: JailConfFile
    /// The origin of each item, as far as it has one, in a text that rc(8) writes; nil for a file.
    let origins: [Origin?]?
  }

  /// A block or the global parameters: a name and what it sets.
  private struct Section: Sendable {
    let name: String
    let place: Place?
    let isWildcard: Bool
    /// The first and the last of its statements; below zero for none.
    var first: Int32 = -1
    var last: Int32 = -1
    var statements = 0
    var values = 0
  }

  /// A statement that sets a parameter, and the next one of its section.
  private struct Statement: Sendable {
    let reading: Int32
    let item: Int32
    let id: ParameterID
    var next: Int32 = -1
  }

  /// Reads the file at a path.
  ///
  /// - Parameter generated: text that rc(8) would write there, with the origin of each statement.
  init(
    path: String, kind: JailDefinition.Kind, host: inout BootHost,
    generated: GeneratedConfig? = nil
  ) {
    traits = host.traits
    if let generated {
      let file = SourceFile(path: path, bytes: Array(generated.text.utf8))
      add(parseJailConf(file, grammar: traits.jailConfGrammar), generated)
    } else {
      include(path, at: nil, within: nil, depth: 0, &host)
    }
    if problems.isEmpty { define(kind) } else { listNames(kind) }
    (readings, sections, statements) = ([], [], [])
  }

  /// One jail that its manager hands to jail(8) without a file of the host's.
  init(handed jail: HandedJail, host: BootHost) {
    traits = host.traits
    files = [jail.file]
    guard !Self.isWildcard(jail.name) else { return }
    var builder = JailBuilder(jail.name, at: jail.place, traits)
    for setting in jail.settings {
      let id = catalog.id(of: setting.name)
      for value in setting.values { builder.take(value) }
      builder.add(
        id, setting.name, appends: setting.appends, isKnown: catalog.kind(of: id) != nil)
    }
    add(builder.finish(jail.kind, file: jail.file))
  }

  // MARK: reading

  /// - Parameter place: where the file is named; nil for the one that jail(8) is given.
  private mutating func include(
    _ path: String, at place: Place?, within parent: Int?, depth: Int, _ host: inout BootHost
  ) {
    guard let entry = host.entry(at: path) else { return }
    switch entry {
    case .missing: complain("\(path): No such file or directory", path, place, &host)
    case .directory: complain("\(path): Is a directory", path, place, &host)
    case .unreadable(let reason): complain("\(path): \(reason)", path, place, &host)
    case .file(let file):
      paths.insert(path)
      // files that include each other twice are read more often than anybody can wait for
      guard files.count < 1_000 + 32 * paths.count else {
        return complain("\(path) is included too often", path, place, &host)
      }
      files.append(path)
      let tree = parseJailConf(file, grammar: traits.jailConfGrammar)
      host.files.add(JailConfSource(file: file, tree: tree, isRead: !host.isCensus))
      for problem in tree.problems {
        complain(problem.message, path, Place(path: path, span: problem.span), &host)
      }
      add(tree, within: parent, depth: depth, &host)
    }
  }

  private mutating func complain(
    _ message: String, _ path: String, _ place: Place?, _ host: inout BootHost
  ) {
    problems.append(message)
    host.files.add(
      JailFileProblem(message: message, path: path, place: place, isRead: !host.isCensus))
  }

  private mutating func add(_ tree: JailConfFile, _ generated: GeneratedConfig) {
    problems += tree.problems.map(\.message)
    readings.append(Reading(tree: tree, origins: generated.origins))
    var ids = [ParameterID?](repeating: nil, count: tree.names.count)
    var blocks = [Int](repeating: -1, count: tree.blocks.count)
    for (index, item) in tree.items.enumerated() {
      let parent = item.parent.map { blocks[$0] }
      switch item.kind {
      case .block(let block):
        let place = generated.place ?? Place(path: tree.path, span: item.span)
        blocks[block] = open(tree.blocks[block].name, nil, place)
      case .include: break
      case .parameter(let parameter):
        append(parameter, item: index, of: readings.count - 1, &ids, to: parent)
      }
    }
  }

  private mutating func add(
    _ tree: JailConfFile, within outer: Int?, depth: Int, _ host: inout BootHost
  ) {
    let reading = readings.count
    readings.append(Reading(tree: tree, origins: nil))
    var ids = [ParameterID?](repeating: nil, count: tree.names.count)
    var blocks = [Int](repeating: -1, count: tree.blocks.count)
    sections.reserveCapacity(sections.count + tree.blocks.count + 1)
    statements.reserveCapacity(statements.count + tree.items.count - tree.blocks.count)
    for index in tree.items.indices {
      let parent = tree.items[index].parent.map { blocks[$0] } ?? outer
      switch tree.items[index].kind {
      case .block(let block):
        let place = Place(path: tree.path, span: tree.blocks[block].nameSpan)
        blocks[block] = open(tree.blocks[block].name, parent, place)
      case .parameter(let parameter):
        append(parameter, item: index, of: reading, &ids, to: parent)
      case .include(let names):
        for name in tree.values[names] {
          guard let path = name.constant else { continue }
          let place = Place(path: tree.path, span: name.span)
          includeMatches(path, at: place, parent, depth, &host)
        }
      }
    }
  }

  /// Reads what `.include` names: a pattern may match nothing, a plain name must exist.
  private mutating func includeMatches(
    _ name: String, at place: Place, _ parent: Int?, _ depth: Int, _ host: inout BootHost
  ) {
    let includer = place.path
    guard depth < 32 else {
      return complain("maximum include depth exceeded", includer, place, &host)
    }
    var path = name
    if !name.hasPrefix("/") {
      let folder = includer.utf8.lastIndex(of: UInt8(ascii: "/")).map { includer[..<$0] } ?? ""
      path = "\(folder)/\(name)"
    }
    guard path.utf8.contains(where: { [42, 63, 91].contains($0) }) else {
      return include(path, at: place, within: parent, depth: depth + 1, &host)
    }
    for match in matches(path, &host) {
      include(match, at: place, within: parent, depth: depth + 1, &host)
    }
  }

  /// The files a pattern matches in its last component, in byte order (glob(3)).
  private func matches(_ path: String, _ host: inout BootHost) -> [String] {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return [] }
    let folder = String(path[..<slash])
    guard case .directory(let names)? = host.entry(at: folder.isEmpty ? "/" : folder) else {
      return []
    }
    let pattern = patternPieces(String(path[path.utf8.index(after: slash)...]))
    return names.filter { !$0.hasPrefix(".") && matchesPattern($0, pattern) }
      .map { "\(folder)/\($0)" }
  }

  private mutating func open(_ name: String, _ parent: Int?, _ place: Place?) -> Int {
    let full = parent.map { "\(sections[$0].name).\(name)" } ?? name
    sections.append(Section(name: full, place: place, isWildcard: Self.isWildcard(full)))
    return sections.count - 1
  }

  /// The section of statements outside of blocks.
  private mutating func openGlobals() -> Int {
    // 12 and 13 keep globals where they stand, 14 gathers them at the first (jailparse.y)
    if traits.gathersGlobals, let globalSection { return globalSection }
    if !traits.gathersGlobals, sections.last?.name == "*" { return sections.count - 1 }
    let section = open("*", nil, nil)
    globalSection = section
    return section
  }

  /// - Parameter ids: the numbers of the names in the tree, as far as they were asked for.
  private mutating func append(
    _ parameter: JailConfParameter, item: Int, of reading: Int, _ ids: inout [ParameterID?],
    to parent: Int?
  ) {
    let id = ids[parameter.name] ?? catalog.id(of: readings[reading].tree.name(of: parameter))
    ids[parameter.name] = id
    let section = parent ?? openGlobals()
    let number = Int32(statements.count)
    statements.append(Statement(reading: Int32(reading), item: Int32(item), id: id))
    let last = sections[section].last
    if last < 0 { sections[section].first = number } else { statements[Int(last)].next = number }
    sections[section].last = number
    sections[section].statements += 1
    sections[section].values += parameter.values.count
  }

  // MARK: defining

  /// The names of jails in a file that can't be read, for telling which jails it takes down.
  private mutating func listNames(_ kind: JailDefinition.Kind) {
    for section in sections where !section.isWildcard {
      add(
        JailDefinition(
          name: section.name, kind: kind, place: section.place, messages: problems,
          isBroken: true))
    }
  }

  /// Hands out what jail(8) says of the jails, and keeps nothing.
  mutating func takeChecks() -> [JailCheck?] {
    defer { checks = [] }
    return checks
  }

  private mutating func define(_ kind: JailDefinition.Kind) {
    let wild = sections.indices.filter { sections[$0].isWildcard }
    jails.reserveCapacity(sections.count - wild.count)
    checks.reserveCapacity(sections.count - wild.count)
    var matching: [Int] = []
    var front: (sections: [Int], shared: SharedParameters?) = ([], .empty)
    for index in sections.indices where !sections[index].isWildcard {
      let name = sections[index].name
      matching.removeAll(keepingCapacity: true)
      for other in wild where Self.matches(name, sections[other].name) { matching.append(other) }
      let inFront = matching.prefix { $0 < index }
      if !inFront.elementsEqual(front.sections) { front = (Array(inFront), share(inFront)) }
      let shared = JailBuilder.isNumber(name) ? nil : front.shared
      var builder = JailBuilder(
        name, at: sections[index].place, traits, over: shared ?? .empty,
        parameters: sections[index].statements, values: sections[index].values)
      if shared == nil { for other in inFront { merge(other, into: &builder) } }
      merge(index, into: &builder)
      for other in matching[inFront.endIndex...] { merge(other, into: &builder) }
      add(builder.finish(kind, file: files.first))
    }
  }

  private mutating func add(_ jail: JailDefinition) {
    checks.append(jail.isBroken ? nil : JailCheck(jail, catalog: catalog))
    jails.append(jail)
  }

  /// What jails have that some sections stand in front of; nil when that depends on the jail.
  private func share(_ sections: ArraySlice<Int>) -> SharedParameters? {
    var builder = JailBuilder(sharedBy: traits)
    for section in sections { merge(section, into: &builder) }
    return builder.finishShared(catalog)
  }

  /// Adds what the section of an index says.
  private func merge(_ section: Int, into builder: inout JailBuilder) {
    var next = Int(sections[section].first)
    while next >= 0 {
      merge(statements[next], into: &builder)
      next = Int(statements[next].next)
    }
  }

  private func merge(_ statement: Statement, into builder: inout JailBuilder) {
    let (reading, item) = (Int(statement.reading), Int(statement.item))
    guard case .parameter(let parameter) = readings[reading].tree.items[item].kind else { return }
    let appends = if case .append = parameter.op { true } else { false }
    var isConstant = true
    for index in parameter.values {
      let text = readings[reading].tree.values[index].constant
      isConstant = isConstant && text != nil
      builder.take(JailValue(text: text ?? "", origin: origin(ofValue: index, statement)))
    }
    builder.add(
      statement.id, readings[reading].tree.names[parameter.name], isVariable: parameter.isVariable,
      pieces: isConstant
        ? nil : readings[reading].tree.values[parameter.values].map(\.variablePieces),
      appends: appends, isKnown: catalog.kind(of: statement.id) != nil)
  }

  private func origin(ofValue index: Int, _ statement: Statement) -> Origin {
    let reading = Int(statement.reading)
    guard let origins = readings[reading].origins else {
      let span = readings[reading].tree.values[index].span
      return .written(Place(path: readings[reading].tree.path, span: span))
    }
    let item = Int(statement.item)
    return (item < origins.count ? origins[item] : nil) ?? .standard("rc.d/jail")
  }

  /// Whether a name has `*` as a whole component (config.c, wild_jail_name).
  static func isWildcard(_ name: String) -> Bool {
    guard name.utf8.contains(UInt8(ascii: "*")) else { return false }
    return name.split(separator: ".", omittingEmptySubsequences: false).contains("*")
  }

  /// An inner `*` stands for one component, a final one for one or more (config.c, wild_jail_match).
  static func matches(_ name: String, _ wildcard: String) -> Bool {
    if wildcard == "*" { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let wanted = wildcard.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= wanted.count else { return false }
    for (index, part) in wanted.enumerated() {
      if index == wanted.count - 1 {
        return part == "*" || (parts.count == wanted.count && part == parts[index])
      }
      if part != "*" && part != parts[index] { return false }
    }
    return false
  }
}

/// What rc.d/jail writes for a jail that is configured by variables.
struct GeneratedConfig {
  var text = ""
  /// The origin of each item of the tree, in file order.
  var origins: [Origin?] = []
  /// Where the jail is defined that it is written for.
  var place: Place?
}

extension JailConfString {
  /// The pieces when a variable is among them.
  fileprivate var variablePieces: JailBuilder.Pieces { constant == nil ? pieces : nil }
}
