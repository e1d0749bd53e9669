import ConfigSyntax
import SourceText

/// What the files of an iocage jail set: its own, and behind it the defaults of all.
///
/// Values are texts, whatever JSON says they are: iocage takes `1`, `"1"`, `"on"` and `"yes"` alike.
struct IocageSettings {
  private var own: [String: WrittenText] = [:]
  private var defaults: [String: WrittenText] = [:]

  /// Reads JSON; nil when a file is something else.
  init?(json file: SourceFile) {
    guard let texts = Self.texts(json: file) else { return nil }
    own = texts
  }

  /// Reads the lines of a file in UCL, `name="value";`.
  init(ucl file: SourceFile) {
    for line in parseSettingLines(file.bytes) {
      guard let value = line.value else { continue }
      own[line.name] = WrittenText(
        text: value, place: Place(path: file.path, span: line.span))
    }
  }

  /// The same with defaults for what is not set.
  func with(defaults other: IocageSettings?) -> IocageSettings {
    var settings = self
    settings.defaults = other?.own ?? [:]
    return settings
  }

  /// What is set; nil for nothing and for `none`.
  subscript(name: String) -> WrittenText? {
    guard let found = own[name] ?? defaults[name], found.text != "none" else { return nil }
    return found
  }

  /// Whether the jail's own file sets something.
  func hasOwn(_ name: String) -> Bool { own[name] != nil }

  /// Whether a flag is on.
  func isOn(_ name: String) -> Bool {
    ["1", "on", "yes", "true"].contains(self[name]?.text.lowercased() ?? "")
  }

  private static func texts(json file: SourceFile) -> [String: WrittenText]? {
    guard let root = try? parseJSONNode(file.bytes), case .object(let members) = root.content
    else { return nil }
    var texts: [String: WrittenText] = [:]
    for member in members {
      let span = member.node.span
      let place = Place(path: file.path, span: span)
      switch member.node.content {
      case .string(let text):
        let inner = SourceSpan(span.lower + 1, span.upper - 1)
        texts[member.name] = WrittenText(text: text, place: Place(path: file.path, span: inner))
      case .number(let text): texts[member.name] = WrittenText(text: text, place: place)
      case .bool(let flag): texts[member.name] = WrittenText(text: "\(flag)", place: place)
      case .null, .array, .object: break
      }
    }
    return texts
  }
}
