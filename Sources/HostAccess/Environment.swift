/// A variable of the program's environment, or nil when it is not set: getenv(3).
///
/// A value that is not UTF-8 comes with U+FFFD in place of what is wrong.
package func environment(_ name: String) -> String? {
  SystemCalls.environment(name)
}

/// Whether the program may write a file or into a directory that is there, by access(2).
package func isWritable(_ path: String) -> Bool { SystemCalls.isWritable(path) }

/// Whole days since the first of January 1970, in UTC.
package func daysSinceEpoch() -> Int {
  SystemCalls.time() / 86_400
}

/// Ends the process at once: _exit(2), so nothing it holds is taken apart piece by piece first.
///
/// What was written is out: `OutputStream` keeps nothing back.
package func endProcess(_ status: Int32) -> Never {
  SystemCalls.end(status)
}
