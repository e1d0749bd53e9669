package import SourceText

/// What a plan would change in one file.
package struct Preview: Sendable, Equatable {
  /// The file's path on the host.
  package let path: String
  /// The change with the lines around it and the words that differ.
  package let diff: FileDiff

  /// The text that `patch -p1` applies in the root of the host.
  package var text: [UInt8] { diff.unified(path: path) }
}

extension ChangePlan {
  /// What the plan would change, file by file.
  ///
  /// - Parameter bytes: the file at a path of the host as it is now.
  package func preview(
    bytes: (String) -> [UInt8]?
  ) throws(RewriteFailure) -> [Preview] {
    var previews: [Preview] = []
    for file in files {
      guard let before = bytes(file.path), let after = file.applied(to: before) else {
        throw .changed(path: file.path)
      }
      previews.append(Preview(path: file.path, diff: FileDiff(old: before, new: after)))
    }
    return previews
  }
}
