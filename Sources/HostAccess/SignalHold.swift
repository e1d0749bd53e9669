/// Does something while the signals that end a program from a terminal wait: one that comes meanwhile
/// acts afterwards.
///
/// A change of files is more than the terminal it was asked for at: a lost connection or a Ctrl-C must
/// not stop it halfway.
package func holdingSignals<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  let before = SystemCalls.blockSignals()
  defer { SystemCalls.restoreSignals(before) }
  return try body()
}
