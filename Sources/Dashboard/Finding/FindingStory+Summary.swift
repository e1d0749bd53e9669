import CellGrid
import HostModel
import Phrases
import Reports
import Rules

/// A finding in a few lines.
extension FindingStory {
  /// The message in full, then as much of places, outcome and effect as there is room for.
  var summary: [StyledLine] {
    var line = StyledLine("\(finding.severity.word): ", finding.severity.role)
    line.append(finding.message, .textStrong)
    var lines = line.wrapped(to: columns, indent: 2)
    for (index, place) in finding.places.prefix(2).enumerated() {
      let name = glyphs.withoutMiddle(picture.name(of: place.place), columns / 2)
      var line = StyledLine("\(Self.letter(index)) ", .textStrong)
      line.append(name, .filePath)
      line.append("  \(place.note)")
      lines.append(line.cut(to: columns, glyphs))
    }
    if let printed = finding.printed?.split(separator: "\n").last {
      var line = StyledLine(spoken("prints "), .textDim)
      line.append(SecretWords.masked(String(printed)), .stepFail)
      lines.append(line.cut(to: columns, glyphs))
    }
    if let effect = finding.effect {
      lines += StyledLine.fact(spoken("so"), effect, width: 7).wrapped(to: columns, indent: 7)
    }
    return lines
  }
}
