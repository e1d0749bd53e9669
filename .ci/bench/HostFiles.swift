import Glibc

/// Why a benchmark could not be run.
struct Failure: Error {
  let message: String
}

/// Writes a file piece by piece, and the directories on the way to it.
func writeFile(_ path: String, text: ((String) -> Void) -> Void) throws(Failure) {
  for (index, byte) in zip(path.utf8.indices, path.utf8)
  where byte == UInt8(ascii: "/") && index != path.startIndex {
    mkdir(String(path[..<index]), 0o777)
  }
  guard let file = fopen(path, "w") else { throw Failure(message: "cannot write \(path)") }
  text { piece in fputs(piece, file) }
  guard ferror(file) == 0, fclose(file) == 0 else {
    throw Failure(message: "cannot write \(path)")
  }
}
