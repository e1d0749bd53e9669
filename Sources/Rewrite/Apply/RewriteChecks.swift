/// What a caller who understands the files has to say of their new content before it is written.
package struct RewriteChecks: Sendable {
  /// Why the new files, by path, must not be written, in one clause; nil when they may.
  package let objection: @Sendable ([String: [UInt8]]) -> String?
  /// Whether the file at a path is sh(1) code, so that `sh -n` has to take it.
  package let isShellCode: @Sendable (String) -> Bool

  package init(
    objection: @escaping @Sendable ([String: [UInt8]]) -> String?,
    isShellCode: @escaping @Sendable (String) -> Bool
  ) {
    self.objection = objection
    self.isShellCode = isShellCode
  }
}
