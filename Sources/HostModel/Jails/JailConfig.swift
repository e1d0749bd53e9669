import ConfigSyntax
import SourceText

/// A jail.conf file with all it includes, and the jails it defines (usr.sbin/jail/config.c).
struct JailConfig: Sendable {
  /// Jails in the order jail(8) holds them.
  private(set) var jails: [JailDefinition] = []
  /// What jail(8) prints when it can't read the file; it then starts nothing.
  private(set) var problems: [String] = []
  /// The files that were read, the named one first.
  private(set) var files: [String] = []
  /// The same, each once.
  private var paths: Set<String> = []

  /// Numbers for the parameters that the files name.
  private(set) var catalog = ParameterCatalog()
  private var sections: [Section] = []
  private var globalSection: Int?
  private let traits: ReleaseTraits

  /// A block or the global parameters: a name and what it sets, in order.
  private struct Section: Sendable {
    let name: String
    let place: Place?
    var entries: [Entry] = []
  }

  /// One statement of a section, taken apart once for all jails it goes into.
  private struct Entry: Sendable {
    let parameter: JailParameter
    let pieces: [JailBuilder.Pieces]?
    let appends: Bool
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
      add(parseJailConf(file, grammar: traits.jailConfGrammar), file, generated)
    } else {
      include(path, at: nil, within: nil, depth: 0, &host)
    }
    if problems.isEmpty { define(kind) } else { listNames(kind) }
  }

  /// One jail that its manager hands to jail(8) without a file of the host's.
  init(handed jail: HandedJail, host: BootHost) {
    traits = host.traits
    files = [jail.file]
    var section = Section(name: jail.name, place: jail.place)
    for setting in jail.settings {
      let parameter = JailParameter(
        name: setting.name, id: catalog.id(of: setting.name), values: setting.values,
        isVariable: false)
      section.entries.append(Entry(parameter: parameter, pieces: nil, appends: setting.appends))
    }
    sections = [section]
    define(jail.kind)
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
      add(tree, file, within: parent, depth: depth, &host)
    }
  }

  private mutating func complain(
    _ message: String, _ path: String, _ place: Place?, _ host: inout BootHost
  ) {
    problems.append(message)
    host.files.add(
      JailFileProblem(message: message, path: path, place: place, isRead: !host.isCensus))
  }

  private mutating func add(
    _ tree: JailConfFile, _ file: SourceFile, _ generated: GeneratedConfig
  ) {
    problems += tree.problems.map(\.message)
    var blocks = [Int](repeating: -1, count: tree.blocks.count)
    for (index, item) in tree.items.enumerated() {
      let parent = item.parent.map { blocks[$0] }
      switch item.kind {
      case .block(let block):
        let place = generated.place ?? Place(path: file.path, span: item.span)
        blocks[block] = open(tree.blocks[block].name, nil, place)
      case .include: break
      case .parameter(let parameter):
        let origin = index < generated.origins.count ? generated.origins[index] : nil
        append(entry(parameter) { _ in origin ?? .standard("rc.d/jail") }, to: parent)
      }
    }
  }

  private mutating func add(
    _ tree: JailConfFile, _ file: SourceFile, within outer: Int?, depth: Int, _ host: inout BootHost
  ) {
    var blocks = [Int](repeating: -1, count: tree.blocks.count)
    sections.reserveCapacity(sections.count + tree.blocks.count + 1)
    for item in tree.items {
      let parent = item.parent.map { blocks[$0] } ?? outer
      switch item.kind {
      case .block(let block):
        let head = tree.blocks[block]
        blocks[block] = open(head.name, parent, Place(path: file.path, span: head.nameSpan))
      case .parameter(let parameter):
        append(
          entry(parameter) { .written(Place(path: file.path, span: $0.span)) }, to: parent)
      case .include(let names):
        for name in names {
          guard let path = name.constant else { continue }
          let place = Place(path: file.path, span: name.span)
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

  private mutating func open(_ name: String, _ parent: Int?, _ place: Place) -> Int {
    let full = parent.map { "\(sections[$0].name).\(name)" } ?? name
    sections.append(Section(name: full, place: place))
    return sections.count - 1
  }

  private mutating func append(_ entry: Entry, to parent: Int?) {
    if let parent {
      sections[parent].entries.append(entry)
      return
    }
    // 12 and 13 keep globals where they stand, 14 gathers them at the first (jailparse.y)
    let reuses = traits.gathersGlobals ? globalSection != nil : sections.last?.name == "*"
    if !reuses {
      sections.append(Section(name: "*", place: nil))
      globalSection = sections.count - 1
    }
    let target = traits.gathersGlobals ? globalSection ?? 0 : sections.count - 1
    sections[target].entries.append(entry)
  }

  private mutating func entry(
    _ parameter: JailConfParameter, _ origin: (JailConfString) -> Origin
  ) -> Entry {
    let isConstant = parameter.values.allSatisfy { $0.constant != nil }
    return Entry(
      parameter: JailParameter(
        name: parameter.name, id: catalog.id(of: parameter.name),
        values: parameter.values.map { JailValue(text: $0.constant ?? "", origin: origin($0)) },
        isVariable: parameter.isVariable),
      pieces: isConstant ? nil : parameter.values.map { $0.constant == nil ? $0.pieces : nil },
      appends: parameter.op == .append)
  }

  // MARK: defining

  /// The names of jails in a file that can't be read, for telling which jails it takes down.
  private mutating func listNames(_ kind: JailDefinition.Kind) {
    for section in sections where !Self.isWildcard(section.name) {
      jails.append(
        JailDefinition(
          name: section.name, kind: kind, place: section.place, messages: problems,
          isBroken: true))
    }
  }

  private mutating func define(_ kind: JailDefinition.Kind) {
    let wild = sections.indices.filter { Self.isWildcard(sections[$0].name) }
    jails.reserveCapacity(sections.count)
    for index in sections.indices where !Self.isWildcard(sections[index].name) {
      let name = sections[index].name
      var builder = JailBuilder(name, at: sections[index].place, traits)
      var didSelf = false
      for other in wild {
        if index < other, !didSelf {
          merge(index, into: &builder)
          didSelf = true
        }
        if Self.matches(name, sections[other].name) { merge(other, into: &builder) }
      }
      if !didSelf { merge(index, into: &builder) }
      jails.append(builder.finish(kind, file: files.first))
    }
  }

  /// Adds what the section of an index says.
  private func merge(_ section: Int, into builder: inout JailBuilder) {
    let entries = sections[section].entries
    for index in entries.indices {
      builder.add(
        entries[index].parameter, pieces: entries[index].pieces, appends: entries[index].appends,
        isKnown: catalog.kind(of: entries[index].parameter.id) != nil)
    }
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
