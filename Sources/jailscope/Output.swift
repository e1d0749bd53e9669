import ArgumentParser
import CellGrid
import HostAccess
import Phrases
import Reports

/// Where results and complaints go, and how they look there.
enum Output {
  /// Coloured on a terminal that can and may show it.
  static var style: TextStyle {
    OutputStream.standardOutput.isTerminal && allowsColors ? .colored : .plain
  }

  /// The width of text; narrower than 40, no table can be read.
  static var columns: Int {
    environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 < 40 ? nil : $0 } ?? 80
  }

  /// Prints a result, and ends with its exit status.
  static func end(_ bytes: [UInt8], status: Int32) -> Never {
    do throws(HostAccessError) {
      _ = try OutputStream.standardOutput.write(bytes)
    } catch {
      complain(error.message)
      endProcess(70)
    }
    endProcess(status)
  }

  /// Prints a result in text, and ends with its exit status.
  static func end(_ text: String, status: Int32) -> Never { end(Array(text.utf8), status: status) }

  /// Whether results go to a terminal.
  static var isTerminal: Bool { OutputStream.standardOutput.isTerminal }

  /// Whether a screen can be drawn, and its keys be read.
  static var canDraw: Bool { isTerminal && inputIsTerminal }

  /// Prints text and goes on.
  static func show(_ text: String) {
    do throws(HostAccessError) {
      _ = try OutputStream.standardOutput.write(Array(text.utf8))
    } catch {
      complain(error.message)
      endProcess(70)
    }
  }

  /// Prints a line with text that may be a host's.
  static func say(_ text: String) { show("\(escapeForTerminal(text))\n") }

  /// Asks a question that has to be answered with yes to go on, and again while the answer is neither
  /// yes nor no.
  static func confirm(_ question: String) -> Bool {
    // a program at the other end need not ever give another answer
    for _ in 0..<10 {
      show("\(question) " + spoken("[y,n] "))
      guard let line = readLine() else {
        show("\n")
        return false
      }
      let word = line.filter { !$0.isWhitespace }.lowercased()
      if isYes(word) { return true }
      if ["n", "no", "nein"].contains(word) { return false }
    }
    return false
  }

  /// Whether an answer in lower case is yes in the language of whoever is asked; `y` is in every one.
  static func isYes(_ word: String) -> Bool {
    ["y", "yes"].contains(word) || Language.current == .german && ["j", "ja"].contains(word)
  }

  /// Says on standard error what went wrong.
  static func complain(_ message: String) {
    let line = Array("jailscope: \(escapeForTerminal(message))\n".utf8)
    // there is nowhere left to say that standard error is gone
    _ = try? OutputStream.standardError.write(line)
  }
}

extension ArgumentHelp {
  /// What help says, in the language of the one who asks.
  static func spoken(_ phrase: Phrase) -> ArgumentHelp { ArgumentHelp(phrase.spoken) }
}
