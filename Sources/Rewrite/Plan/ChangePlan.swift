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
    /// The bytes that have the digests, where the plan was not read from a file.
    private let versions: (before: [UInt8], after: [UInt8])?

    /// The edits of a file with these bytes.
    ///
    /// - Parameter digest: that of the bytes, where it is known.
    package init(
      path: String, bytes: [UInt8], edits: EditSet, digest: DigestCourse? = nil
    ) throws(EditConflict) {
      let result = try edits.applied(to: bytes)
      self.path = path
      let digest = digest ?? DigestCourse(bytes)
      before = digest.digest
      after = digest.digest(
        of: result, sharing: edits.edits.first?.span.lower ?? bytes.count)
      self.edits = edits
      removed = edits.edits.map { Array(bytes[$0.span.range]) }
      versions = (bytes, result)
    }

    init(path: String, before: SHA256, after: SHA256, edits: EditSet, removed: [[UInt8]]) {
      self.path = path
      self.before = before
      self.after = after
      self.edits = edits
      self.removed = removed
      versions = nil
    }

    /// Whether both change the same file in the same way, be they read from a file or not.
    package static func == (one: File, other: File) -> Bool {
      one.path == other.path && one.before == other.before && one.after == other.after
        && one.edits == other.edits && one.removed == other.removed
    }

    /// The file with the edits made, or nil when it isn't the one they were made for.
    package func applied(to bytes: [UInt8]) -> [UInt8]? {
      // the same bytes have the same digest
      if let versions, versions.before.count == bytes.count, versions.before.hold(bytes) {
        return versions.after
      }
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
