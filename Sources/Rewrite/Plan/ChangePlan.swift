package import SourceText

/// Which bytes of which files are to be changed, and what these files have to be for it.
package struct ChangePlan: Sendable, Equatable {
  /// The edits of one file.
  package struct File: Sendable, Equatable {
    /// Its path on the host.
    package let path: String
    /// The digest of the whole file the edits were made for.
    package let before: SHA256
    /// The digest of the whole file that comes of them.
    package let after: SHA256
    /// The edits.
    package let edits: EditSet
    /// The bytes that each of them takes away, in the same order.
    package let removed: [[UInt8]]

    /// The edits of a file with these bytes.
    package init(path: String, bytes: [UInt8], edits: EditSet) throws(EditConflict) {
      self.path = path
      before = SHA256(bytes)
      after = SHA256(try edits.applied(to: bytes))
      self.edits = edits
      removed = edits.edits.map { Array(bytes[$0.span.range]) }
    }

    init(path: String, before: SHA256, after: SHA256, edits: EditSet, removed: [[UInt8]]) {
      self.path = path
      self.before = before
      self.after = after
      self.edits = edits
      self.removed = removed
    }

    /// The file with the edits made, or nil when it isn't the one they were made for.
    package func applied(to bytes: [UInt8]) -> [UInt8]? {
      guard SHA256(bytes) == before, let result = try? edits.applied(to: bytes),
        SHA256(result) == after
      else { return nil }
      return result
    }
  }

  /// What is done, a line each: the titles of the fixes.
  package let reasons: [String]
  /// The files in the order they are changed in; none without an edit, none twice.
  package let files: [File]

  /// A plan for these files; the ones whose edits change nothing are left out.
  package init(reasons: [String], files: [File]) {
    self.reasons = reasons
    self.files = files.filter { $0.before != $0.after }
  }

  /// Whether there is nothing to do.
  package var isEmpty: Bool { files.isEmpty }
}

/// Why fixes can't be made into a plan.
package enum PlanConflict: Error, Sendable, Equatable {
  /// The edits of this fix meet those of an earlier one, or don't fit the file.
  case edits(fix: String, path: String, EditConflict)
  /// The file isn't there to be edited.
  case noFile(fix: String, path: String)

  /// One clause for a person.
  package var message: String {
    switch self {
    case .edits(let fix, let path, let conflict): "\(fix): \(path): \(conflict.message)"
    case .noFile(let fix, let path): "\(fix): there is no file \(path)"
    }
  }
}

/// Fixes that are chosen one by one.
package struct FixSelection: Sendable {
  private let bytes: @Sendable (String) -> [UInt8]?
  /// The chosen fixes.
  package private(set) var fixes: [Fix] = []
  private var edits: [String: EditSet] = [:]
  private var paths: [String] = []

  /// Nothing chosen yet.
  ///
  /// - Parameter bytes: the file at a path of the host that the fixes were made for.
  package init(bytes: @escaping @Sendable (String) -> [UInt8]?) {
    self.bytes = bytes
  }

  /// Takes a fix in with all its edits, or leaves everything as it was.
  package mutating func add(_ fix: Fix) throws(PlanConflict) {
    var joined = edits
    let added = fix.edits.sorted { $0.key < $1.key }
    for (path, set) in added {
      guard let bytes = bytes(path) else { throw .noFile(fix: fix.title, path: path) }
      do throws(EditConflict) {
        joined[path] = try (joined[path] ?? .none).union(set)
        _ = try set.inverted(on: bytes)
      } catch {
        throw .edits(fix: fix.title, path: path, error)
      }
    }
    paths += added.map(\.key).filter { edits[$0] == nil }
    edits = joined
    fixes.append(fix)
  }

  /// The plan for what is chosen.
  package func plan() throws(PlanConflict) -> ChangePlan {
    var files: [ChangePlan.File] = []
    for path in paths {
      guard let set = edits[path], let bytes = bytes(path) else { continue }
      do throws(EditConflict) {
        files.append(try ChangePlan.File(path: path, bytes: bytes, edits: set))
      } catch {
        throw .edits(fix: fixes.map(\.title).joined(separator: ", "), path: path, error)
      }
    }
    return ChangePlan(reasons: fixes.map(\.title), files: files)
  }
}
