/// The words of a command.
///
/// Most commands of a large host add an alias, and nobody reads their words: those keep the text
/// that the words come from, and are taken apart when somebody does.
package struct CommandWords: Sendable {
  /// The words, the program in front; none for an alias.
  private let words: [String]
  /// The interface of an alias.
  private let interface: String
  /// The words of an alias, family first, between blanks, tabs and newlines.
  private let text: String

  /// - Parameter words: the program in front.
  package init(_ words: [String]) {
    self.words = words
    interface = ""
    text = ""
  }

  /// The call of ifconfig(8) that adds an alias.
  ///
  /// - Parameter text: its words, family first, that blanks, tabs and newlines separate.
  init(aliasOf interface: String, _ text: String) {
    words = []
    self.interface = interface
    self.text = text
  }

  /// Not kept as the text of an alias.
  private var isWrittenOut: Bool { text.isEmpty }

  /// The words, the program in front.
  package var list: [String] {
    isWrittenOut
      ? words : [BootHost.ifconfigPath, interface] + shellWords(text) + ["alias"]
  }

  /// The word behind the program: the interface that ifconfig(8) is called for.
  package var second: String? {
    guard isWrittenOut else { return interface }
    return words.count > 1 ? words[1] : nil
  }

  /// The last word.
  package var last: String? { isWrittenOut ? words.last : "alias" }

  /// The words behind the first two; nil for an alias, which has some.
  var writtenArguments: ArraySlice<String>? { isWrittenOut ? words.dropFirst(2) : nil }

  /// ifconfig(8) gives an interface another name, and does nothing else.
  var isRename: Bool { words.count == 4 && words[2] == "name" }

  /// Has the words behind the first two read, of an alias.
  func readAlias(_ reader: inout IfconfigReader) {
    let view = text.utf8
    let bytes = view.span
    var start = 0
    for index in bytes.indices {
      switch bytes[index] {
      case 0x20, 0x09, 0x0a:
        if index > start { reader.read(bytes.extracting(start..<index)) }
        start = index + 1
      default: break
      }
    }
    if bytes.count > start { reader.read(bytes.extracting(start...)) }
    reader.read("alias")
  }
}
