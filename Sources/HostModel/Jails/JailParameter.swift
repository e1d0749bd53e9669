package import SourceText

/// One value of a jail's parameter, with the place it is written at.
package struct JailValue: Sendable {
  /// The value after variables are put in.
  package var text: String
  /// Where it is written, or whose default it is.
  package let origin: Origin

  package init(text: String, origin: Origin) {
    self.text = text
    self.origin = origin
  }
}

/// A parameter of a jail after all that sets it was merged.
package struct JailParameter: Sendable {
  /// As last spelled: `nopersist` or `persist`.
  package let name: String
  /// The same for every spelling of the name.
  package let id: ParameterID
  /// The values in order; none for a flag.
  package let values: ArraySlice<JailValue>
}

/// A jail as its configuration defines it.
///
/// Nothing in it ever changes; it is a class so that all who speak of the jail share one.
package final class JailDefinition: Sendable {
  /// Which file format defines a jail: FreeBSD's own, or that of a jail manager.
  package enum Kind: String, Sendable, CaseIterable {
    case jailConf = "jail.conf"
    case ezjail
    case variables = "rc.conf"
    case bastille
    case iocage
    case iocageLegacy = "iocage_legacy"
    case libioc
    case pot
    case qjail
    case appjail
    case cbsd
  }

  /// The name jail(8) knows it by.
  package var name: String { key.text }
  /// The name as the key of a table.
  package let key: NameKey
  /// The format it is defined in.
  package let kind: Kind
  /// Where the definition stands: the name in front of its block, or the line that names its root.
  package let place: Place?
  /// The file that jail(8) is given for it, which may include the one it is written in.
  package let file: String?
  /// What is set for it alone, its name in front.
  private let own: JailParameters
  /// What else is set, unless one of its own is in the place.
  private let shared: SharedParameters
  /// What may be set at all: of most parameters nothing is.
  private let ids: ParameterSet
  /// What jail(8) says while it loads the definition.
  package let messages: [String]
  /// The definition is broken: the jail can't start.
  package let isBroken: Bool
  /// Why the outcome can't be told, if it can't.
  package let unknown: String?
  /// The jail's root.
  package let path: String?
  /// The addresses that can be read, IPv4 first.
  package let readableAddresses: [JailAddress]
  /// The values that stand for addresses and can't be read as such.
  package let unreadableAddresses: [JailValue]

  init(
    name: String, kind: Kind, place: Place?, file: String? = nil,
    own: JailParameters = JailParameters(), shared: SharedParameters = .empty,
    messages: [String] = [], isBroken: Bool = false, unknown: String? = nil
  ) {
    key = NameKey(name)
    self.kind = kind
    self.place = place
    self.file = file
    self.own = own
    self.shared = shared
    ids = own.ids.union(shared.list.ids)
    self.messages = messages
    self.isBroken = isBroken
    self.unknown = unknown
    func values(_ id: ParameterID) -> ArraySlice<JailValue> {
      Self.values(id, own, shared, of: name)
    }
    path = Self.text(.path, own, shared, of: name)
    var readable: [JailAddress] = []
    var unreadable: [JailValue] = []
    let interface = Self.text(.interface, own, shared, of: name)
    let (inet, inet6) = (values(.inet), values(.inet6))
    readable.reserveCapacity(inet.count + inet6.count)
    func read(_ values: ArraySlice<JailValue>, _ family: AddressFamily) {
      for value in values {
        if let address = JailAddress(value, family, interface: interface) {
          readable.append(address)
        } else {
          unreadable.append(value)
        }
      }
    }
    read(inet, .inet)
    read(inet6, .inet6)
    readableAddresses = readable
    unreadableAddresses = unreadable
  }

  /// Nothing is known to be set for it.
  package var isEmpty: Bool { own.entries.isEmpty }

  /// The parameters in the order jail(8) holds them.
  package var parameters: [JailParameter] {
    let all = all
    return all.entries.indices.map { index in
      JailParameter(
        name: all.entries[index].name, id: all.entries[index].id, values: all.values(at: index))
    }
  }

  /// The parameters that may keep the jail from starting, in the order jail(8) holds them.
  var disputable: JailParameters {
    shared.isSound && !own.ids.mayIntersect(shared.list.ids) ? own : all
  }

  private var all: JailParameters {
    // nothing is shared with a jail that has anything but its name in front
    guard !shared.list.entries.isEmpty, let first = own.entries.first else { return own }
    var all = JailParameters()
    all.append(first.id, first.name, own.values(at: 0))
    for (index, entry) in shared.list.entries.enumerated() {
      if let other = own.position(of: entry.id) {
        all.append(entry.id, own.entries[other].name, own.values(at: other))
      } else {
        all.append(entry.id, entry.name, shared.values(at: index, for: name))
      }
    }
    for (index, entry) in own.entries.enumerated() where all.position(of: entry.id) == nil {
      all.append(entry.id, entry.name, own.values(at: index))
    }
    return all
  }

  /// What is set for a parameter; nil when nothing is.
  package func parameter(_ id: ParameterID) -> JailParameter? {
    guard ids.mayContain(id) else { return nil }
    if let index = own.position(of: id) {
      return JailParameter(name: own.entries[index].name, id: id, values: own.values(at: index))
    }
    return shared.list.position(of: id).map { index in
      JailParameter(
        name: shared.list.entries[index].name, id: id, values: shared.values(at: index, for: name))
    }
  }

  /// Whether anything is set for a parameter.
  package func sets(_ id: ParameterID) -> Bool {
    ids.mayContain(id) && (own.position(of: id) != nil || shared.list.position(of: id) != nil)
  }

  /// The values of a list; empty when unset.
  package func values(_ id: ParameterID) -> ArraySlice<JailValue> {
    ids.mayContain(id) ? Self.values(id, own, shared, of: name) : []
  }

  private static func values(
    _ id: ParameterID, _ own: JailParameters, _ shared: SharedParameters, of jail: String
  ) -> ArraySlice<JailValue> {
    if let index = own.position(of: id) { return own.values(at: index) }
    return shared.list.position(of: id).map { shared.values(at: $0, for: jail) } ?? []
  }

  /// The last value of a parameter that takes one (config.c, string_param).
  package func text(_ id: ParameterID) -> String? {
    ids.mayContain(id) ? Self.text(id, own, shared, of: name) : nil
  }

  private static func text(
    _ id: ParameterID, _ own: JailParameters, _ shared: SharedParameters, of jail: String
  ) -> String? {
    if let index = own.position(of: id) { return own.text(at: index) }
    return shared.list.position(of: id).flatMap { shared.text(at: $0, for: jail) }
  }

  /// Whether a flag is set and true (config.c, bool_param).
  package func isTrue(_ id: ParameterID) -> Bool {
    guard let parameter = parameter(id) else { return false }
    let negated = ParameterCatalog.isNegated(parameter.name)
    guard let last = parameter.values.last?.text else { return !negated }
    let isTrue = last.lowercased() == "true" || leadingInteger(last) != 0
    return isTrue != negated
  }

  /// The interface a bare address is put on.
  package var interface: String? { text(.interface) }

  /// The jail has a network stack of its own.
  package var hasOwnStack: Bool {
    guard let parameter = parameter(.vnet) else { return false }
    if ParameterCatalog.isNegated(parameter.name) { return false }
    return stack(parameter) == .new
  }

  /// Whose addresses of a family the jail has: its own unless `ip4` or `ip6` is inherited.
  package func inheritsAddresses(_ id: ParameterID) -> Bool {
    parameter(id).map { stack($0) == .inherited } ?? false
  }

  private enum Stack { case disabled, new, inherited }

  /// What a parameter of an own or shared stack says (libjail's jail.c, jailparam_import).
  private func stack(_ parameter: JailParameter) -> Stack {
    guard let text = parameter.values.last?.text.lowercased(), !text.isEmpty else { return .new }
    switch text {
    case "new": return .new
    case "inherit": return .inherited
    case "disable": return .disabled
    default:
      let number = leadingInteger(text)
      return number == 1 ? .new : number == 2 ? .inherited : .disabled
    }
  }

  /// The addresses as written, in the order jail(8) takes them, with their families.
  package var addresses: [(family: AddressFamily, value: JailValue)] {
    values(.inet).map { (.inet, $0) } + values(.inet6).map { (.inet6, $0) }
  }
}
