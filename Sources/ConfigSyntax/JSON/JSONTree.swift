package import SourceText

/// A value of a JSON document with the bytes it is written in.
package struct JSONNode: Sendable {
  /// From its first byte to the one behind its last; a string's quotes are in it.
  package let span: SourceSpan
  /// What it is.
  package let content: Content

  /// What a value can be.
  package enum Content: Sendable {
    case null
    case bool(Bool)
    /// The number as written.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
  }

  /// The last member with a name, as most readers take it.
  package func member(_ name: String) -> JSONMember? {
    guard case .object(let members) = content else { return nil }
    return members.last { $0.name == name }
  }

  /// The value without its place.
  package var value: JSONValue {
    switch content {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    case .array(let nodes): .array(nodes.map(\.value))
    case .object(let members): .object(members.map { ($0.name, $0.node.value) })
    }
  }
}

/// A member of an object: `"name": value`.
package struct JSONMember: Sendable {
  /// Its name.
  package let name: String
  /// The name with its quotes.
  package let nameSpan: SourceSpan
  /// What it is set to.
  package let node: JSONNode
}

/// Changes members of the object that a JSON document is, and no byte besides.
package struct JSONSettings {
  private let root: JSONNode
  private let bytes: [UInt8]

  /// Nil when the document is no object, or is not JSON.
  package init?(_ bytes: [UInt8]) {
    guard let root = try? parseJSONNode(bytes), case .object = root.content else { return nil }
    self.root = root
    self.bytes = bytes
  }

  /// The edit that gives a member a value; a new one is put behind the others, as they are indented.
  ///
  /// - Parameter value: the value as JSON has it.
  package func set(_ name: String, to value: String) -> TextEdit {
    if let member = root.member(name) {
      return .replace(member.node.span, with: Array(value.utf8))
    }
    let member = "\(Self.quoted(name)): \(value)"
    guard case .object(let members) = root.content, let last = members.last else {
      return .insert(Array(member.utf8), at: root.span.lower + 1)
    }
    let before = bytes[..<last.nameSpan.lower].reversed().prefix { [32, 9, 10, 13].contains($0) }
    return .insert(
      [UInt8(ascii: ",")] + before.reversed() + Array(member.utf8), at: last.node.span.upper)
  }

  /// A text as JSON has it, with its quotes.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
