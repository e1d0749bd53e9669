import Phrases
import SystemPackage

/// What the system says when a call fails, as people read it.
extension Errno {
  /// The error as part of a sentence: `permission denied`; in English the words of strerror(3).
  ///
  /// What reading, writing and running programs meet is said in the language of the reader.
  var reason: String {
    switch self {
    case .notPermitted: spoken("operation not permitted")
    case .noSuchFileOrDirectory: spoken("no such file or directory")
    case .ioError: spoken("input/output error")
    case .argListTooLong: spoken("argument list too long")
    case .execFormatError: spoken("exec format error")
    case .noMemory: spoken("cannot allocate memory")
    case .permissionDenied: spoken("permission denied")
    case .resourceBusy: spoken("device or resource busy")
    case .fileExists: spoken("file exists")
    case .improperLink: spoken("invalid cross-device link")
    case .operationNotSupportedByDevice: spoken("no such device")
    case .notDirectory: spoken("not a directory")
    case .isDirectory: spoken("is a directory")
    case .invalidArgument: spoken("invalid argument")
    case .tooManyOpenFilesInSystem: spoken("too many open files in system")
    case .tooManyOpenFiles: spoken("too many open files")
    case .textFileBusy: spoken("text file busy")
    case .fileTooLarge: spoken("file too large")
    case .noSpace: spoken("no space left on device")
    case .readOnlyFileSystem: spoken("read-only file system")
    case .tooManyLinks: spoken("too many links")
    case .brokenPipe: spoken("broken pipe")
    case .fileNameTooLong: spoken("file name too long")
    case .directoryNotEmpty: spoken("directory not empty")
    case .tooManySymbolicLinkLevels: spoken("too many levels of symbolic links")
    case .notSupportedOnSocket: spoken("operation not supported")
    case .diskQuotaExceeded: spoken("disk quota exceeded")
    case .resourceTemporarilyUnavailable: spoken("resource temporarily unavailable")
    case .connectionRefused: spoken("connection refused")
    case .timedOut: spoken("connection timed out")
    default: description.lowercased()
    }
  }
}
