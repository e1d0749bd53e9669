import Phrases

/// Why a text is no capture.
package struct CaptureProblem: Error, Sendable, Equatable {
  /// The line, from 1; nil when it is about the whole.
  package let line: Int?
  /// One clause: `is cut short`.
  package let reason: String

  /// The line and what is wrong with it, for a person.
  package var message: String { (line.map { spoken("line \($0) ") } ?? "") + reason }
}

/// How much of a capture is taken.
package struct CaptureLimits: Sendable {
  /// The bytes of the whole text.
  package var bytes: Int
  /// The lines that are in no body, and the names in directories.
  package var lines: Int
  /// The bytes of a file.
  package var file: Int
  /// The bytes of a path, as many as the kernel takes (sys/syslimits.h, PATH_MAX).
  package static let path = 1024
  /// The bytes of any other text.
  package static let text = 4096

  package init(bytes: Int = 256 << 20, lines: Int = 200_000, file: Int = 64 << 20) {
    self.bytes = bytes
    self.lines = lines
    self.file = file
  }

  /// What anybody may bring on disk.
  package static let document = CaptureLimits()
  /// What a host may send.
  package static let probe = CaptureLimits(bytes: 16 << 20, lines: 50_000, file: 8 << 20)
}
