import Foundation

/// Notes how often a test tried something, for the rows of docs/reliability.md that `make reliability`
/// writes; elsewhere it does nothing.
package func noteFigure(_ row: String, _ count: Int) {
  guard let path = ProcessInfo.processInfo.environment["JAILSCOPE_FIGURES"],
    let file = fopen(path, "a")
  else { return }
  fputs("\(row)\t\(count)\n", file)
  fclose(file)
}
