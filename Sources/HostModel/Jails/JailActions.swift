import SourceText

/// One thing jail(8) does on the way to a running jail (jail.c, startcommands).
enum JailAction {
  case address(AddressFamily, JailValue)
  case mount(JailValue, parameter: String)
  case fileSystem(OwnFileSystem)
  /// A command line of an `exec.*` parameter.
  case exec(JailValue, insideJail: Bool)
  case create
  case interface(JailValue)
}

extension JailDefinition {
  /// Hands on what starting the jail does, in order, until something isn't done.
  ///
  /// - Parameter perform: whether what it was given is done.
  /// - Returns: whether all was.
  func forEachAction(
    _ check: JailCheck, hasPrepare: Bool, _ perform: (JailAction) -> Bool
  ) -> Bool {
    func all(_ values: some Collection<JailValue>, _ action: (JailValue) -> JailAction) -> Bool {
      for index in values.indices where !values[index].text.isEmpty {
        guard perform(action(values[index])) else { return false }
      }
      return true
    }
    func exec(_ id: ParameterID, insideJail: Bool = false) -> Bool {
      all(values(id)) { .exec($0, insideJail: insideJail) }
    }
    if hasPrepare, !exec(.prepare) { return false }
    guard check.forEachCommand(self, { perform(.address($0, $1)) }),
      all(values(.mount), { .mount($0, parameter: "mount") }),
      all(check.fstabLines, { .mount($0, parameter: "mount.fstab") })
    else { return false }
    for fileSystem in OwnFileSystem.allCases where isTrue(fileSystem.parameter) {
      guard perform(.fileSystem(fileSystem)) else { return false }
    }
    return exec(.prestart) && perform(.create) && exec(.created)
      && all(values(.vnetInterface)) { .interface($0) }
      && exec(.start, insideJail: true) && exec(.command, insideJail: true) && exec(.poststart)
  }
}
