/// The words of a command.
///
/// Most commands of a large host are of a few forms, and nobody reads their words: those keep what
/// the words come from, and are written out when somebody does.
package struct CommandWords: Sendable {
  private enum Form: Sendable {
    case list
    /// ifconfig(8) adds an alias: the interface and the words behind it, family first, between
    /// blanks, tabs and newlines.
    case alias
    /// The call of ifconfig(8) for an address of a jail: the interface and the value.
    case address(AddressCommand.Layout)
    /// The mount of a file system that jail(8) mounts by itself: the root and the ruleset.
    case mount(OwnFileSystem)
  }

  // one text each for all forms: a choice of texts would take longer to copy than they do; the form
  // last, behind which others find room
  private let subject: String
  private let text: String?
  private let written: [String]
  private let form: Form

  private init(_ form: Form, _ subject: String, _ text: String?) {
    self.form = form
    self.subject = subject
    self.text = text
    written = []
  }

  /// - Parameter words: the program in front.
  package init(_ words: [String]) {
    form = .list
    subject = ""
    text = nil
    written = words
  }

  /// The call of ifconfig(8) that adds an alias.
  ///
  /// - Parameter text: its words, family first, that blanks, tabs and newlines separate.
  init(aliasOf interface: String, _ text: String) {
    self.init(.alias, interface, text)
  }

  /// The call of ifconfig(8) for an address of a jail.
  init(_ command: AddressCommand) {
    if let layout = command.layout {
      self.init(.address(layout), command.interface, command.text)
    } else {
      self.init([BootHost.ifconfigPath, command.interface] + command.arguments)
    }
  }

  /// The mount of one of the file systems that jail(8) mounts by itself.
  init(mounting fileSystem: OwnFileSystem, below root: String, ruleset: String?) {
    self.init(.mount(fileSystem), root, ruleset)
  }

  /// The words, the program in front.
  package var list: [String] {
    switch form {
    case .list: written
    case .alias: [BootHost.ifconfigPath, subject] + shellWords(text ?? "") + ["alias"]
    case .address(let layout): [BootHost.ifconfigPath, subject] + command(layout).arguments
    case .mount(let fileSystem): fileSystem.mount(subject, text)
    }
  }

  private func command(_ layout: AddressCommand.Layout) -> AddressCommand {
    AddressCommand(interface: subject, text: text ?? "", layout: layout)
  }

  /// The program.
  package var program: String? {
    switch form {
    case .list: written.first
    case .alias, .address: BootHost.ifconfigPath
    case .mount: OwnFileSystem.program
    }
  }

  /// The call of ifconfig(8) for an address of a jail, if it is one.
  var addressCommand: AddressCommand? {
    if case .address(let layout) = form { return command(layout) }
    return nil
  }

  /// The word behind the program: the interface that ifconfig(8) is called for.
  package var second: String? {
    switch form {
    case .list: written.count > 1 ? written[1] : nil
    case .alias, .address: subject
    case .mount: "-t"
    }
  }

  /// The last word.
  package var last: String? {
    switch form {
    case .list: written.last
    case .alias: "alias"
    case .address(let layout): layout.lastWord
    case .mount(let fileSystem): fileSystem.target(subject)
    }
  }

  /// Whether rc(8) ends the command of every alias so, and no other.
  var endsAnAlias: Bool {
    switch form {
    case .list: written.last == "alias"
    case .alias: true
    case .address(let layout): layout.lastWord == "alias"
    case .mount: false
    }
  }

  /// The words behind the first two, when they are kept as such.
  var writtenArguments: ArraySlice<String>? {
    if case .list = form { return written.dropFirst(2) }
    return nil
  }

  /// ifconfig(8) gives an interface another name, and does nothing else.
  var isRename: Bool { written.count == 4 && written[2] == "name" }

  /// Has the words behind the first two read, of a command that sets an address.
  func readAddress(_ reader: inout IfconfigReader) {
    switch form {
    case .list, .mount: break
    case .alias:
      text?.withBytes { $0.forEachShellWord { reader.read($0) } }
      reader.read("alias")
    case .address(let layout): command(layout).forEachArgument { reader.read($0) }
    }
  }
}
