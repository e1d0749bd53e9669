/// A variable of the program's environment, or nil when it is not set: getenv(3).
///
/// A value that is not UTF-8 comes with U+FFFD in place of what is wrong.
package func environment(_ name: String) -> String? {
  SystemCalls.environment(name)
}
