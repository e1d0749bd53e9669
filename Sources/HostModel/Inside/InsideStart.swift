/// The start of a jail that runs rc(8) in it.
struct InsideStart {
  /// The jail's root as a path of the host, without a slash at its end.
  let root: String
  /// The names that commands give interfaces before rc(8) looks at them, by those they had.
  private(set) var renames: [String: String] = [:]

  /// - Returns: nil when the jail's start runs anything but names of interfaces before rc(8), or
  ///   doesn't run it.
  init?(_ jail: JailDefinition) {
    let commands = (jail.values(.start) + jail.values(.command)).map(\.text)
      .filter { !$0.isEmpty }
    guard let path = jail.path, path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else {
      return nil
    }
    let names = path.split(separator: "/").filter { $0 != "." }
    // `..` may lead through a link, and the host's own root has the host's files
    guard !names.isEmpty, !names.contains("..") else { return nil }
    root = names.map { "/\($0)" }.joined()
    if jail.kind.isManaged, commands.isEmpty { return }
    for command in commands {
      if command.hasSuffix("/etc/rc") { return }
      let words = ExecCommand(command).argv
      guard words.count == 4, words[2] == "name",
        words[0].split(separator: "/").last == "ifconfig"
      else { return nil }
      renames[words[1]] = words[3]
    }
    return nil
  }
}
