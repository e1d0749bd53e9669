import Foundation

/// Makes a program out of a script's text, in the place of one of a host's, so that it can be run at
/// once.
///
/// Another process writes it: a program that is just being started has copies of all that this one
/// has open, and nothing can be run that somebody has open for writing.
package func makeProgram(at path: String, _ text: String) throws {
  let draft = URL(filePath: path + ".text")
  try Data("#!/bin/sh\n\(text)\n".utf8).write(to: draft)
  let copy = try Process.run(
    URL(filePath: "/usr/bin/install"), arguments: ["-m", "755", draft.path, path])
  copy.waitUntilExit()
  try FileManager.default.removeItem(at: draft)
}
