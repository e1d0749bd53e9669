import Phrases
import SourceText

/// What jail(8) verifies before it runs anything for a jail (config.c, check_intparams and
/// import_params; lib/libjail/jail.c, jailparam_import).
struct JailCheck: Sendable {
  /// The complaints, in order; any one keeps the jail from starting.
  private(set) var messages: [String] = []
  /// Addresses handed to the kernel.
  private(set) var addresses = AddressesByFamily()
  /// The jail's start puts addresses on interfaces.
  private(set) var setsAddresses = false
  /// Lines of the fstab files.
  private(set) var fstabLines: [JailValue] = []
  /// Why the outcome isn't known, if it isn't.
  private(set) var unknown: String?

  /// The addresses of the jail's host name.
  private var resolved: [(family: AddressFamily, value: JailValue)] = []
  /// Something the kernel is told of a family is no address alone.
  private var hasOddInet = false
  private var hasOddInet6 = false

  /// Verifies a jail by its definition alone; nil for one that the host's files decide about.
  init?(_ jail: JailDefinition, catalog: ParameterCatalog) {
    guard !jail.isTrue(.ipHostname), !jail.sets(.fstab) else { return nil }
    let parameters = jail.disputable
    checkInternal(parameters, catalog)
    collectAddresses(jail)
    if messages.isEmpty { importParameters(jail, parameters, catalog) }
  }

  /// Verifies a jail.
  init(_ jail: JailDefinition, catalog: ParameterCatalog, host: inout BootHost) {
    let parameters = jail.disputable
    checkInternal(parameters, catalog)
    collectAddresses(jail)
    resolveHostname(jail, &host)
    readFstab(jail, &host)
    guard messages.isEmpty else { return }
    importParameters(jail, parameters, catalog)
  }

  /// Whether jail(8) has nothing to say of parameters that are no addresses.
  static func accepts(_ parameters: JailParameters, _ catalog: ParameterCatalog) -> Bool {
    var check = JailCheck()
    check.checkInternal(parameters, catalog)
    for index in parameters.entries.indices {
      check.importParameter(index, of: parameters, catalog)
    }
    return check.messages.isEmpty
  }

  private init() {}

  private mutating func checkInternal(_ parameters: JailParameters, _ catalog: ParameterCatalog) {
    for index in parameters.entries.indices {
      let kind = catalog.kind(of: parameters.entries[index].id)
      guard kind == .internalFlag || kind == .internalNumber,
        let value = parameters.text(at: index)
      else { continue }
      let name = parameters.entries[index].name
      if kind == .internalFlag, !Self.isFlag(value) {
        messages.append("\(name): unknown boolean value \"\(value)\"")
      } else if kind == .internalNumber, !Self.isNumber(value) {
        messages.append("\(name): non-integer value \"\(value)\"")
      }
    }
  }

  private static func isFlag(_ text: String) -> Bool {
    text.isEmpty || text == "true" || text == "false" || isNumber(text)
      || ["true", "false"].contains(text.lowercased())
  }

  private static func isStack(_ text: String) -> Bool {
    text.isEmpty || isNumber(text) || ["disable", "new", "inherit"].contains(text.lowercased())
  }

  private static func isNumber(_ text: String) -> Bool {
    let view = text.utf8
    let bytes = view.span
    var start = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < bytes.count,
      bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+")
    { start += 1 }
    for index in start..<bytes.count where !(48...57).contains(bytes[index]) { return false }
    return start < bytes.count
  }

  private mutating func collectAddresses(_ jail: JailDefinition) {
    let readable = jail.readableAddresses
    addresses.reserve(readable.count)
    if jail.unreadableAddresses.isEmpty, readable.allSatisfy({ !$0.hasWords }) {
      for index in readable.indices {
        addresses.add(readable[index].address)
        if readable[index].interface != nil { setsAddresses = true }
      }
      return
    }
    let hasInterface = jail.text(.interface) != nil
    for value in jail.values(.inet) { take(value, .inet, hasInterface) }
    for value in jail.values(.inet6) { take(value, .inet6, hasInterface) }
  }

  /// Notes an address, without what the kernel isn't told.
  private mutating func take(_ value: JailValue, _ family: AddressFamily, _ hasInterface: Bool) {
    let view = value.text.utf8
    let bytes = view.span
    let told = Self.told(bytes)
    if told.lowerBound > 0 || hasInterface { setsAddresses = true }
    if let address = IPAddress(bytes.extracting(told), of: family) {
      addresses.add(address)
    } else if family == .inet {
      hasOddInet = true
    } else {
      hasOddInet6 = true
    }
  }

  /// Hands on the addresses that the jail's start puts on interfaces, in order, as written, until
  /// something isn't done.
  ///
  /// - Parameter perform: whether what it was given is done.
  /// - Returns: whether all was.
  func forEachCommand(
    _ jail: JailDefinition, _ perform: (AddressFamily, JailValue) -> Bool
  ) -> Bool {
    guard setsAddresses else { return true }
    let hasInterface = jail.text(.interface) != nil
    func isDone(_ value: JailValue, _ family: AddressFamily) -> Bool {
      guard !value.text.isEmpty, hasInterface || value.text.utf8.contains(UInt8(ascii: "|")) else {
        return true
      }
      return perform(family, value)
    }
    return jail.values(.inet).allSatisfy { isDone($0, .inet) }
      && jail.values(.inet6).allSatisfy { isDone($0, .inet6) }
      && resolved.allSatisfy { isDone($0.value, $0.family) }
  }

  /// The part of a value that the kernel is told.
  private static func told(_ bytes: Span<UInt8>) -> Range<Int> {
    let start = bytes.firstIndex(of: UInt8(ascii: "|")).map { $0 + 1 } ?? 0
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: " ") {
      end += 1
    }
    return start..<end
  }

  /// What the kernel is told of a family, before it is read.
  private func texts(_ jail: JailDefinition, _ family: AddressFamily) -> [String] {
    let values = jail.values(family == .inet ? .inet : .inet6).map(\.text)
    return (values + resolved.filter { $0.family == family }.map(\.value.text)).map { text in
      let view = text.utf8
      let bytes = view.span
      return bytes.extracting(Self.told(bytes)).text
    }
  }

  /// `ip_hostname` asks the resolver; only `/etc/hosts` is known.
  private mutating func resolveHostname(_ jail: JailDefinition, _ host: inout BootHost) {
    guard jail.isTrue(.ipHostname), let name = jail.text(.hostname) else { return }
    let origin = jail.parameter(.hostname)?.values.last?.origin ?? .standard("jail(8)")
    var found: [(AddressFamily, String)] = []
    if let file = host.file(at: "/etc/hosts") {
      for line in String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let words = shellWords(String(line.prefix { $0 != "#" }))
        guard let first = words.first, words.dropFirst().contains(where: { $0 == name }) else {
          continue
        }
        let family: AddressFamily = first.utf8.contains(UInt8(ascii: ":")) ? .inet6 : .inet
        found.append((family, first))
      }
    }
    if found.isEmpty {
      // what a name server would say isn't known, but without one this is the answer
      if case .missing? = host.entry(at: "/etc/resolv.conf") {
      } else {
        unknown = spoken("the address of \(name) is asked of a name server")
      }
      return messages.append("host.hostname \(name): Name does not resolve")
    }
    let hasInterface = jail.text(.interface) != nil
    for family in [AddressFamily.inet, .inet6] {
      for (_, text) in found.filter({ $0.0 == family }) {
        let value = JailValue(text: text, origin: origin)
        resolved.append((family, value))
        take(value, family, hasInterface)
      }
    }
  }

  private mutating func readFstab(_ jail: JailDefinition, _ host: inout BootHost) {
    for value in jail.values(.fstab) where !value.text.isEmpty {
      guard let entry = host.entry(at: value.text) else { continue }
      switch entry {
      case .missing: messages.append("mount.fstab: \(value.text): No such file or directory")
      case .directory: break
      case .unreadable(let reason): unknown = "\(value.text): \(reason)"
      case .file(let file): collectLines(of: file)
      }
    }
  }

  private mutating func collectLines(of file: SourceFile) {
    var start = 0
    for (offset, byte) in (file.bytes + [10]).enumerated() where byte == 10 {
      defer { start = offset + 1 }
      let line = file.bytes[start..<min(offset, file.bytes.count)].prefix { $0 != 35 }
      let place = Place(path: file.path, span: SourceSpan(start, start + line.count))
      fstabLines.append(
        JailValue(text: String(decoding: line, as: UTF8.self), origin: .written(place)))
    }
  }

  private mutating func importParameters(
    _ jail: JailDefinition, _ parameters: JailParameters, _ catalog: ParameterCatalog
  ) {
    for index in parameters.entries.indices {
      switch importParameter(index, of: parameters, catalog) {
      case .inet: importAddresses(jail, .inet)
      case .inet6: importAddresses(jail, .inet6)
      default: break
      }
    }
    if !jail.sets(.inet) { importAddresses(jail, .inet) }
    if !jail.sets(.inet6) { importAddresses(jail, .inet6) }
  }

  /// - Returns: what is made of the parameter's value; nil when it isn't known.
  @discardableResult
  private mutating func importParameter(
    _ index: Int, of parameters: JailParameters, _ catalog: ParameterCatalog
  ) -> ParameterKind? {
    let name = parameters.entries[index].name
    guard let kind = catalog.kind(of: parameters.entries[index].id), kind.mayBeSpelled(name) else {
      messages.append("unknown parameter: \(name)")
      return nil
    }
    if kind.isChecked, let value = parameters.text(at: index) { importValue(name, value, kind) }
    return kind
  }

  private mutating func importValue(_ name: String, _ value: String, _ kind: ParameterKind) {
    switch kind {
    case .flag where !Self.isFlag(value):
      messages.append("\(name): unknown boolean value \"\(value)\"")
    case .number where !value.isEmpty && !Self.isNumber(value):
      messages.append("\(name): non-integer value \"\(value)\"")
    case .stack where !Self.isStack(value):
      messages.append("\(name): unknown jailsys value \"\(value)\"")
    default: break
    }
  }

  /// Splits at commas, as libjail does once more with what it is handed.
  private static func elements(_ texts: [String]) -> [String] {
    if texts.count <= 1, ["", "-"].contains(texts.first ?? "") { return [] }
    guard texts.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }) else { return texts }
    return texts.flatMap {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private mutating func importAddresses(_ jail: JailDefinition, _ family: AddressFamily) {
    guard family == .inet ? hasOddInet : hasOddInet6 else { return }
    addresses.removeAll(of: family)
    for text in Self.elements(texts(jail, family)) {
      let view = text.utf8
      guard let address = IPAddress(view.span, of: family) else {
        return messages.append(
          family == .inet
            ? "ip4.addr: not an IPv4 address: \(text)" : "ip6.addr: not an IPv6 address: \(text)")
      }
      addresses.add(address)
    }
  }
}
