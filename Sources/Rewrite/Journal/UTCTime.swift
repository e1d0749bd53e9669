/// A moment as people in UTC write it.
package struct UTCTime {
  private let date: String
  private let clock: String

  /// - Parameter seconds: since the first of January 1970.
  package init(_ seconds: Int) {
    let second = ((seconds % 86_400) + 86_400) % 86_400
    // days since the first of March of the year 0, so that leap days end a year
    let days = (seconds - second) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let day = days - era * 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let january = month >= 10 ? 1 : 0
    date =
      Self.digits(year + era * 400 + january, 4) + "-"
      + Self.digits(month < 10 ? month + 3 : month - 9, 2) + "-"
      + Self.digits(dayOfYear - (153 * month + 2) / 5 + 1, 2)
    clock = [second / 3_600, second / 60 % 60, second % 60].map { Self.digits($0, 2) }
      .joined(separator: ":")
  }

  /// As people write it: `2026-11-25T13:46:11Z`.
  package var text: String { "\(date)T\(clock)Z" }

  /// Reads what `text` writes: seconds since the first of January 1970; nil for anything else.
  package static func seconds(_ text: String) -> Int? {
    let numbers = text.split { "-T:Z".contains($0) }.compactMap { Int($0) }
    guard numbers.count == 6, (1970...9999).contains(numbers[0]), (1...12).contains(numbers[1])
    else { return nil }
    let year = numbers[1] > 2 ? numbers[0] : numbers[0] - 1
    let month = (numbers[1] + 9) % 12
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5
    let clock = (numbers[3] * 60 + numbers[4]) * 60 + numbers[5]
    let seconds = (days + numbers[2] - 1 - 719_468) * 86_400 + clock
    return UTCTime(seconds).text == text ? seconds : nil
  }

  /// Without a mark between the digits: `20261125T134611Z`.
  var compact: String { text.filter { $0 != "-" && $0 != ":" } }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
