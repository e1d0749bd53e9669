/// The words of a command.
///
/// Most commands of a large host are of a few forms, and nobody reads their words: those keep what
/// the words come from, and are written out when somebody does.
package struct CommandWords: Sendable {
  private enum Form: Sendable {
    case list([String])
    /// ifconfig(8) adds an alias: the interface and the words behind it, family first, between
    /// blanks, tabs and newlines.
    case alias(String, String)
    case address(AddressCommand)
    case mount(root: String, ruleset: String?, OwnFileSystem)
  }

  private let form: Form

  /// - Parameter words: the program in front.
  package init(_ words: [String]) {
    form = .list(words)
  }

  /// The call of ifconfig(8) that adds an alias.
  ///
  /// - Parameter text: its words, family first, that blanks, tabs and newlines separate.
  init(aliasOf interface: String, _ text: String) {
    form = .alias(interface, text)
  }

  /// The call of ifconfig(8) for an address of a jail.
  init(_ command: AddressCommand) {
    form = .address(command)
  }

  /// The mount of one of the file systems that jail(8) mounts by itself.
  init(mounting fileSystem: OwnFileSystem, below root: String, ruleset: String?) {
    form = .mount(root: root, ruleset: ruleset, fileSystem)
  }

  /// The words, the program in front.
  package var list: [String] {
    switch form {
    case .list(let words): words
    case .alias(let interface, let text):
      [BootHost.ifconfigPath, interface] + shellWords(text) + ["alias"]
    case .address(let command): [BootHost.ifconfigPath, command.interface] + command.arguments
    case .mount(let root, let ruleset, let fileSystem): fileSystem.mount(root, ruleset)
    }
  }

  /// The program.
  package var program: String? {
    switch form {
    case .list(let words): words.first
    case .alias, .address: BootHost.ifconfigPath
    case .mount: OwnFileSystem.program
    }
  }

  /// The call of ifconfig(8) for an address of a jail, if it is one.
  var addressCommand: AddressCommand? {
    if case .address(let command) = form { return command }
    return nil
  }

  /// The word behind the program: the interface that ifconfig(8) is called for.
  package var second: String? {
    switch form {
    case .list(let words): words.count > 1 ? words[1] : nil
    case .alias(let interface, _): interface
    case .address(let command): command.interface
    case .mount: "-t"
    }
  }

  /// The last word.
  package var last: String? {
    switch form {
    case .list(let words): words.last
    case .alias: "alias"
    case .address(let command): command.lastWord
    case .mount(let root, _, let fileSystem): fileSystem.target(root)
    }
  }

  /// The words behind the first two, when they are kept as such.
  var writtenArguments: ArraySlice<String>? {
    if case .list(let words) = form { return words.dropFirst(2) }
    return nil
  }

  /// ifconfig(8) gives an interface another name, and does nothing else.
  var isRename: Bool {
    guard case .list(let words) = form else { return false }
    return words.count == 4 && words[2] == "name"
  }

  /// Has the words behind the first two read, of a command that sets an address.
  func readAddress(_ reader: inout IfconfigReader) {
    switch form {
    case .list, .mount: break
    case .alias(_, let text):
      let view = text.utf8
      view.span.forEachShellWord { reader.read($0) }
      reader.read("alias")
    case .address(let command): command.forEachArgument { reader.read($0) }
    }
  }
}
