import HostModel
import SourceText

/// Everything that silences findings on a host, and what it silenced.
package struct Suppressions: Sendable {
  /// All of them: comments by file and line, then entries of the settings.
  package let all: [Suppression]
  /// Comments that mean to be one and are not.
  package let problems: [SuppressionProblem]
  /// The day it is; nil when nobody tells, and then nothing has expired.
  package let today: Day?
  /// How many findings each silenced.
  package private(set) var counts: [Int]

  init(_ capture: HostCapture, _ forecast: BootForecast, _ settings: Settings, today: Day?) {
    let comments = AllowComments(capture, forecast)
    all = comments.suppressions + settings.ignored.map { Suppression($0) }
    problems = comments.problems
    counts = all.map { _ in 0 }
    self.today = today
  }

  /// Whether a suppression counts no more.
  package func isExpired(_ suppression: Suppression) -> Bool {
    guard let until = suppression.until, let today else { return false }
    return until < today
  }

  /// Takes those findings out that are silenced.
  mutating func apply(to lists: inout [[Finding]], _ capture: HostCapture) -> [SilencedFinding] {
    guard !all.isEmpty else { return [] }
    var silenced: [SilencedFinding] = []
    var lines = PlaceLines(capture)
    for list in lists.indices {
      lists[list].removeAll { finding in
        let index = all.indices.first {
          !isExpired(all[$0]) && all[$0].covers(finding) { lines.lines(of: $0) }
        }
        guard let index else { return false }
        counts[index] += 1
        silenced.append(SilencedFinding(finding: finding, suppression: all[index]))
        return true
      }
    }
    return silenced
  }
}

/// Which lines places cover.
private struct PlaceLines {
  private let capture: HostCapture
  private var indices: [String: LineIndex] = [:]

  init(_ capture: HostCapture) {
    self.capture = capture
  }

  mutating func lines(of place: Place) -> ClosedRange<Int>? {
    if indices[place.path] == nil, case .file(let file)? = capture.entries[place.path] {
      indices[place.path] = LineIndex(file.bytes)
    }
    guard let index = indices[place.path] else { return nil }
    let first = index.line(at: place.span.lower)
    return first...max(first, index.line(at: max(place.span.upper - 1, place.span.lower)))
  }
}
