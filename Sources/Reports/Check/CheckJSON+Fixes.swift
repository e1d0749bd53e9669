import Rules
import SourceText

/// The ways to mend a finding in the document.
extension CheckJSON {
  static func write(
    fixes: [Fix], of host: CheckedHost, _ names: inout PlaceNames, _ writer: inout JSONWriter
  ) {
    writer.array(fixes) { writer, fix in
      writer.object { writer in
        writer.member("title", fix.title)
        writer.member("meaning", fix.meaning.isEmpty ? nil : fix.meaning)
        writer.member("applicability", fix.applicability.keyword)
        writer.member("edits") { writer in
          writer.array {
            for (path, set) in fix.edits.sorted(by: { $0.key < $1.key }) {
              for edit in set.edits { write(edit, in: path, of: host, &names, &$0) }
            }
          }
        }
        writer.member("commands") { $0.strings(fix.commands) }
      }
    }
  }

  private static func write(
    _ edit: TextEdit, in path: String, of host: CheckedHost, _ names: inout PlaceNames,
    _ writer: inout JSONWriter
  ) {
    writer.element { writer in
      writer.object { writer in
        write(Place(path: path, span: edit.span), of: host, &names, &writer)
        writer.member("text", String(decoding: edit.replacement, as: UTF8.self))
      }
    }
  }
}

extension Fix.Applicability {
  /// The word programs read.
  fileprivate var keyword: String {
    switch self {
    case .safe: "safe"
    case .review: "review"
    case .manual: "manual"
    }
  }
}
