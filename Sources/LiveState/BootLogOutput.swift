package import HostModel

/// Reads a log of the console: `/var/log/console.log`, `/var/log/messages`, `/var/run/dmesg.boot`, or
/// a copy of what a serial console showed.
///
/// Only the last boot of it counts (sys/kern/subr_prf.c prints a mark in front of each); date, host and
/// program of syslogd(8) and the priority of dmesg(8) are taken off.
package func parseBootLog(_ bytes: [UInt8], path: String) -> BootLog {
  var lines: [String] = []
  for line in outputLines(bytes) {
    let text = withoutHead(line.text)
    if isBeginning(text) { lines = [] }
    if let count = repetitions(text), let last = lines.last {
      lines += repeatElement(last, count: count)
    } else {
      lines.append(String(text))
    }
  }
  return BootLog(path: path, lines: lines)
}

private func isBeginning(_ line: Substring) -> Bool {
  line.hasPrefix("---<<BOOT>>---") || line.hasPrefix("Copyright (c) 1992-")
}

/// The number of `last message repeated 3 times`, in bounds.
private func repetitions(_ line: Substring) -> Int? {
  let words = line.split(separator: " ")
  guard words.count == 5, words[0] == "last", words[1] == "message", words[2] == "repeated" else {
    return nil
  }
  return Int(words[3]).map { min(max($0, 0), 1000) }
}

/// A line without `<118>` and without `Nov 28 10:00:00 host kernel: `.
private func withoutHead(_ line: Substring) -> Substring {
  var rest = line
  if rest.first == "<", let end = rest.firstIndex(of: ">"),
    rest[rest.index(after: rest.startIndex)..<end].allSatisfy(\.isNumber)
  {
    rest = rest[rest.index(after: end)...]
  }
  let words = rest.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true)
  guard words.count == 5, months.contains(words[0]), Int(words[1]) != nil,
    words[2].split(separator: ":").count == 3
  else { return rest }
  // what follows the host may itself begin with blanks, which are its own
  guard let colon = rest[words[3].endIndex...].firstIndex(of: ":") else { return rest }
  let program = rest[words[3].endIndex..<colon].drop(while: OutputLine.isBlank)
  guard program.allSatisfy({ !OutputLine.isBlank($0) }) else { return rest }
  return rest[rest.index(after: colon)...].dropFirst()
}

private let months: Set<Substring> = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
