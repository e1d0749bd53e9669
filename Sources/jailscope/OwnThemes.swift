import ArgumentParser
import CellGrid
import HostAccess
import Phrases
import SourceText
import Theming

/// The themes of the one who asks.
extension ThemeLibrary {
  private static let ending = ".toml"

  /// The themes of the program and of the one who asks, which are in `themes` beside his settings.
  static var withOwn: ThemeLibrary {
    guard let folder = OwnSettings.folder.map({ "\($0)/themes" }) else { return ThemeLibrary() }
    var own: [String: SourceFile] = [:]
    for name in ownFileNames(in: folder) where name.hasSuffix(ending) {
      if case .file(let file) = ownFileEntry("\(folder)/\(name)") {
        own[Self.name(ofFile: name)] = file
      }
    }
    return ThemeLibrary(own: own)
  }

  /// What the theme in a file is called.
  static func name(ofFile path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
  }

  /// A theme file that was asked for.
  static func file(_ path: String) throws -> SourceFile {
    do throws(HostAccessError) {
      return SourceFile(path: path, bytes: try readOwnFile(path))
    } catch {
      throw ValidationError(escapeForTerminal(error.message))
    }
  }

  /// The theme with a name, or in the file at a path, with a library that has it.
  func themeOrFile(_ word: String) throws -> (theme: Theme, library: ThemeLibrary) {
    do {
      guard !names.contains(word), word.contains("/") || word.hasSuffix(Self.ending) else {
        return (try theme(named: word), self)
      }
      let name = Self.name(ofFile: word)
      let library = adding(try Self.file(word), named: name)
      return (try library.theme(named: name), library)
    } catch let error as ThemeError {
      var message = escapeForTerminal(error.description)
      if case .unknown = error { message += spoken("; jailscope theme list lists all") }
      throw ValidationError(message)
    }
  }
}

extension Output {
  /// The colours of the terminal that results go to, by what it says of itself.
  static var colorDepth: ColorDepth {
    allowsColors
      ? ColorDepth(
        term: environment("TERM") ?? "", colorTerm: environment("COLORTERM") ?? "") : .mono
  }

  /// Nobody has forbidden colours (https://no-color.org), and the terminal is not a dumb one.
  static var allowsColors: Bool {
    (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// The characters to draw with where the locale has nothing but ASCII; nil where a theme can choose.
  static var glyphs: GlyphSet? {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    let name = (locale ?? "C").lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8") ? nil : .ascii
  }
}
