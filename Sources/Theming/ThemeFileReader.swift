import CellGrid
import ConfigSyntax
import Phrases
import SourceText

/// Makes a theme file of TOML, and a problem of everything in it that is none.
struct ThemeFileReader {
  private(set) var theme: ThemeFile
  private(set) var problems: [ThemeProblem] = []

  init(name: String, file: SourceFile) {
    theme = ThemeFile(name: name, file: file)
  }

  mutating func read() {
    let table: TOMLTable
    do throws(TOMLProblem) {
      table = try parseTOML(theme.file.bytes)
    } catch {
      return complain(error.message, SourceSpan(error.offset, error.offset))
    }
    for entry in table.entries {
      let item = entry.item
      switch entry.key {
      case "name": theme.title = text(item)
      case "description": theme.description = text(item)
      case "inherits": theme.parent = text(item).map { ThemeWord(text: $0, span: item.span) }
      case "appearance":
        theme.brightness = choice(item, of: Theme.Brightness.allCases)
      case "palette-licence": theme.paletteLicence = text(item)
      case "depth":
        theme.depth = choice(item, of: ColorDepth.allCases)
      case "palette": readPalette(item)
      case "style": readStyles(item)
      case "glyphs": readGlyphs(item)
      default: complain(spoken("unknown key \(entry.key)"), entry.keySpan)
      }
    }
  }

  // MARK: parts

  private mutating func readPalette(_ item: TOMLItem) {
    for entry in entries(of: item) {
      if Self.reserved.contains(entry.key) || StyleText.attributes[entry.key] != nil {
        complain(spoken("a colour can't be called \(entry.key)"), entry.keySpan)
      }
      guard let text = text(entry.item) else { continue }
      if let color = ColorNames.color(text) {
        theme.palette[entry.key] = (color, entry.item.span)
      } else {
        complain(spoken("not a colour: \(text)"), entry.item.span)
      }
    }
  }

  private static let reserved: Set<String> = ["on", "default"]

  private mutating func readStyles(_ item: TOMLItem) {
    for entry in entries(of: item) {
      guard let depth = ColorDepth(rawValue: entry.key) else {
        read(Leaf.all(entry), for: .direct)
        continue
      }
      if depth == .direct {
        complain(spoken("what [style] says counts for direct colours"), entry.keySpan)
      }
      read(entries(of: entry.item).flatMap { Leaf.all($0) }, for: depth)
    }
  }

  private mutating func read(_ leaves: [Leaf], for depth: ColorDepth) {
    for leaf in leaves {
      guard Role.lookupNames.contains(leaf.name) else {
        complain(spoken("unknown role \(leaf.name)"), leaf.span)
        continue
      }
      guard let text = text(leaf.item) else { continue }
      do throws(StyleText.Fault) {
        theme.styles[depth, default: [:]][leaf.name] = try StyleText(
          text, at: leaf.item.span.lower + 1)
      } catch {
        complain(error.message, error.span)
      }
    }
  }

  private mutating func readGlyphs(_ item: TOMLItem) {
    for leaf in entries(of: item).flatMap({ Leaf.all($0) }) {
      guard let text = text(leaf.item) else { continue }
      if leaf.name == "set" {
        theme.glyphSet = GlyphSet(rawValue: text)
        if theme.glyphSet == nil { complainOfChoice(GlyphSet.allCases, leaf.item.span) }
      } else if let glyph = Glyph(rawValue: leaf.name) {
        guard displayWidth(text) == 1, escapeForTerminal(text) == text else {
          complain(spoken("a glyph is one character that takes one column"), leaf.item.span)
          continue
        }
        theme.glyphs[glyph] = text
      } else {
        complain(spoken("unknown glyph \(leaf.name)"), leaf.span)
      }
    }
  }

  /// A key with a value that is no table.
  ///
  /// A name with dots may be written in quotes or without; TOML takes the latter for tables in one
  /// another.
  private struct Leaf {
    let name: String
    let span: SourceSpan
    let item: TOMLItem

    static func all(_ entry: TOMLTable.Entry, below prefix: String = "") -> [Leaf] {
      let name = prefix + entry.key
      guard let table = entry.item.table else {
        return [Leaf(name: name, span: entry.keySpan, item: entry.item)]
      }
      return table.entries.flatMap { all($0, below: "\(name).") }
    }
  }

  // MARK: values

  private mutating func complain(_ message: String, _ span: SourceSpan) {
    problems.append(theme.problem(message, at: span))
  }

  private mutating func text(_ item: TOMLItem) -> String? {
    if item.string == nil { complain(spoken("expected a text in quotes"), item.span) }
    return item.string
  }

  private mutating func entries(of item: TOMLItem) -> [TOMLTable.Entry] {
    if item.table == nil { complain(spoken("expected a table"), item.span) }
    return item.table?.entries ?? []
  }

  private mutating func choice<Value: RawRepresentable<String>>(
    _ item: TOMLItem, of values: [Value]
  ) -> Value? {
    guard let text = text(item) else { return nil }
    if let value = Value(rawValue: text) { return value }
    complainOfChoice(values, item.span)
    return nil
  }

  private mutating func complainOfChoice<Value: RawRepresentable<String>>(
    _ values: [Value], _ span: SourceSpan
  ) {
    complain(spoken("expected one of \(values.map(\.rawValue).joined(separator: ", "))"), span)
  }
}
