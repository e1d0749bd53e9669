import HostModel
import SourceText

/// Words of a host's files that fixes put others in place of.
extension ExaminedHost {
  /// The edit that puts a word in place of another that stands once at a place.
  func replacing(_ word: String, at place: Place?, with new: String) -> PlacedEdit? {
    guard let place, new.isPlain else { return nil }
    let narrow = narrow(place, to: word)
    guard file(at: narrow.path)?.text(narrow.span) == word else { return nil }
    return .replace(narrow, with: new)
  }

  /// Where a name stands at a place without being part of a longer one.
  func mentions(of name: String, at place: Place?) -> [Place] {
    guard let place, let file = file(at: place.path), !name.isEmpty else { return [] }
    let wanted = Array(name.utf8)
    var found: [Place] = []
    var index = place.span.lower
    while index + wanted.count <= place.span.upper {
      let end = index + wanted.count
      let isWhole =
        !(index > 0 && isNameByte(file.bytes[index - 1]))
        && !(end < file.bytes.count && isNameByte(file.bytes[end]))
      if isWhole, file.bytes[index..<end].elementsEqual(wanted) {
        found.append(Place(path: place.path, span: SourceSpan(index, end)))
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// Where a jail names an interface.
  func mentions(of interface: String, by jail: JailForecast) -> [Place] {
    let values =
      (jail.definition?.addresses.map { $0.value } ?? [])
      + (jail.definition?.values(.interface) ?? [])
    var found: [Place] = []
    for value in values {
      for place in mentions(of: interface, at: written(value.origin.place))
      where !found.contains(place) {
        found.append(place)
      }
    }
    return found
  }

  /// The edits that put another interface in place of one that a jail names.
  func exchanging(interface old: String, of jail: JailForecast, for new: String) -> [PlacedEdit] {
    new.isPlain ? mentions(of: old, by: jail).map { .replace($0, with: new) } : []
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }
}

/// The one of some names that is closest to a word; nil when none is close, or several are.
package func closest(to word: String, among names: some Sequence<String>) -> String? {
  let most = word.utf8.count > 4 ? 2 : 1
  var best: (name: String, distance: Int)?
  var isOnly = true
  for name in Set(names) where name != word {
    let distance = editDistance(Array(word.utf8), Array(name.utf8))
    guard distance <= most, distance < name.utf8.count else { continue }
    if let known = best, known.distance <= distance {
      if known.distance == distance { isOnly = false }
      continue
    }
    best = (name, distance)
    isOnly = true
  }
  return isOnly ? best?.name : nil
}

/// How many letters are added, left out, changed or swapped with the next between two words.
private func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
  guard abs(one.count - other.count) < 3 else { return 3 }
  var before: [Int] = []
  var last = Array(0...other.count)
  for row in one.indices {
    var next = [row + 1]
    for column in other.indices {
      let isSame = one[row] == other[column]
      var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, next[column] + 1)
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        cost = min(cost, before[column - 1] + 1)
      }
      next.append(cost)
    }
    (before, last) = (last, next)
  }
  return last[other.count]
}
