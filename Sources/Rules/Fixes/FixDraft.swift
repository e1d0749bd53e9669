import SourceText

/// Edits of a host's files that grow into one fix.
struct FixDraft {
  private var edits: [String: [TextEdit]] = [:]

  init(_ edits: PlacedEdit...) {
    for edit in edits { add(edit) }
  }

  /// Adds an edit.
  mutating func add(_ edit: PlacedEdit) {
    edits[edit.path, default: []].append(edit.edit)
  }

  /// The fix; nil when the edits get in each other's way.
  func fix(
    _ title: String, meaning: String, _ applicability: Fix.Applicability, commands: [String] = []
  ) -> Fix? {
    var sets: [String: EditSet] = [:]
    for (path, list) in edits {
      guard let set = try? EditSet(list) else { return nil }
      sets[path] = set
    }
    return Fix(title, meaning: meaning, applicability, edits: sets, commands: commands)
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
