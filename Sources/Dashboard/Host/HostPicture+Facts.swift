package import HostModel
import Phrases
import Rules
package import SourceText

/// What the main view tells of a row beyond what stands in it.
extension HostPicture {
  /// The variable or parameter that a place is the value of, by the text in front of it: the last
  /// word before `=` or `+=` in its line; nil when there is none.
  package func variable(at place: Place) -> String? {
    guard let file = file(at: place.path), let line = line(of: place),
      let span = span(ofLine: line, in: place.path)
    else { return nil }
    let bytes = file.bytes[span.range]
    guard var end = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    if end > bytes.startIndex, bytes[end - 1] == UInt8(ascii: "+") { end -= 1 }
    while end > bytes.startIndex, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    var start = end
    while start > bytes.startIndex, Self.isOfName(bytes[start - 1]) { start -= 1 }
    return start < end ? file.text(SourceSpan(start, end)) : nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "$"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// A part of a line as it may be shown: keys and passwords are covered, those too of which the word
  /// in front of them is in an earlier part.
  ///
  /// - Parameter line: the line that the part is of.
  func text(_ part: SourceSpan, of line: SourceSpan, in file: SourceFile) -> String {
    // a line can have megabytes, of which no more is looked at than could matter
    let start = max(line.lower, part.lower - 65_536)
    let masked = SecretWords.masked(file.bytes[start..<part.upper])
    return String(decoding: masked.suffix(part.count), as: UTF8.self)
  }

  /// A place without its folders: `rc.conf:41`.
  package func shortName(of place: Place) -> String {
    let name = name(of: place)
    return name.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      String(name[name.utf8.index(after: $0)...])
    } ?? name
  }

  /// What stopping the jail of a row takes off its interface; nil when that leaves the address.
  package func removal(at row: NetRow) -> StopRemovals.Removal? {
    guard let address = row.address, let jail = jail(of: row) else { return nil }
    return removals.of(jail).first { $0.address.address == address }
  }

  /// What a jail takes from the host's own address of a row; nil when nothing.
  package func loss(at row: NetRow) -> HostLoss? {
    guard row.isHosts, let address = row.address, let name = interface(of: row)?.name else {
      return nil
    }
    return analysis.examination.losses.all.first {
      $0.address.address == address && $0.interface == name
    }
  }

  /// What keeps the picture from being the whole truth, in one clause; nil when nothing does.
  package var notice: String? {
    if let aborted = forecast.aborted {
      return spoken("/etc/rc ends before it configures anything: \(aborted)")
    }
    guard let first = forecast.unreadable.first else { return nil }
    let others = forecast.unreadable.count - 1
    let more = others > 0 ? spoken(", and \(others) more can't be read") : ""
    return spoken("\(first.path) can't be read: \(first.reason)\(more)")
  }

  /// How many addresses the host has or gets.
  package var addressCount: Int { interfaces.reduce(0) { $0 + $1.addressCount } }
}
