import Phrases
import SourceText

/// Edits of a host's files that grow into one fix.
struct FixDraft {
  private var edits: [String: [TextEdit]] = [:]

  init(_ edits: PlacedEdit...) {
    for edit in edits { add(edit) }
  }

  init(_ edits: [PlacedEdit]) {
    add(edits)
  }

  /// Adds edits.
  mutating func add(_ edits: [PlacedEdit]) {
    for edit in edits { add(edit) }
  }

  /// Adds an edit.
  mutating func add(_ edit: PlacedEdit) {
    edits[edit.path, default: []].append(edit.edit)
  }

  /// The fix; nil when the edits get in each other's way.
  func fix(
    _ title: @autoclosure () -> String, meaning: String, _ applicability: Fix.Applicability,
    commands: [String] = []
  ) -> Fix? {
    var sets: [String: EditSet] = [:]
    for (path, list) in edits {
      guard let set = try? EditSet(list) else { return nil }
      sets[path] = set
    }
    return Fix(
      title(), record: Language.inEnglish(title), meaning: meaning, applicability, edits: sets,
      commands: commands.filter(\.isPlain))
  }
}

/// An edit of one of a host's files.
struct PlacedEdit {
  let path: String
  let edit: TextEdit

  /// Puts text in place of what stands at a place.
  static func replace(_ place: Place, with text: String) -> PlacedEdit {
    PlacedEdit(path: place.path, edit: .replace(place.span, with: Array(text.utf8)))
  }

  /// Takes out what stands at a place.
  static func delete(_ place: Place) -> PlacedEdit {
    PlacedEdit(path: place.path, edit: .delete(place.span))
  }

  /// Puts text in front of an offset.
  static func insert(_ text: String, at offset: Int, in path: String) -> PlacedEdit {
    PlacedEdit(path: path, edit: .insert(Array(text.utf8), at: offset))
  }
}

extension Fix {
  /// A fix by some edits; nil when there are none, or they get in each other's way.
  init?(
    _ title: @autoclosure () -> String, meaning: String, _ applicability: Applicability,
    making edits: [PlacedEdit]?, commands: [String] = []
  ) {
    guard let edits, !edits.isEmpty,
      let fix = FixDraft(edits).fix(title(), meaning: meaning, applicability, commands: commands)
    else { return nil }
    self = fix
  }

  /// What a person has to do.
  static func manual(_ title: String, because reason: String, commands: [String] = []) -> Fix {
    Fix(title, meaning: reason, .manual, edits: [:], commands: commands.filter(\.isPlain))
  }
}

extension String {
  /// Nothing in it has a meaning for sh(1) or jail.conf(5), within double quotes or where a person
  /// pastes it: what a host calls its things may be anything.
  var isPlain: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122: true
      default: "_-./:,@%+ ".utf8.contains(byte)
      }
    }
  }
}
