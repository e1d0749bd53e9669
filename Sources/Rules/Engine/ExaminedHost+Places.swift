package import HostModel
package import SourceText

/// Finding the very bytes that a finding is about.
extension ExaminedHost {
  /// The part of a place that spells a word, when it stands there once; else the whole place.
  ///
  /// A setting's place covers its whole value, and one value can hold many addresses.
  package func narrow(_ place: Place, to word: String) -> Place {
    guard !word.isEmpty, let file = file(at: place.path) else { return place }
    let wanted = Array(word.utf8)
    let span = place.span.range.clamped(to: file.bytes.indices)
    guard let first = file.bytes[span].position(of: wanted),
      file.bytes[(first + 1)..<span.upperBound].position(of: wanted) == nil
    else { return place }
    return Place(path: place.path, span: SourceSpan(first, first + wanted.count))
  }

  /// A place, when it is in a file of the host that people write.
  package func written(_ place: Place?) -> Place? {
    guard let place, isWritten(place.path) else { return nil }
    return place
  }

  /// Where the words of a step are written, in files of the host.
  package func places(of step: Step) -> [Place] {
    step.sources.compactMap { written($0) }
  }

  /// The same of a step by its index.
  package func places(ofStep index: Int) -> [Place] {
    forecast.sources(ofStep: index).compactMap { written($0) }
  }

  /// Where a word of a step is written; where its words are, when that is not to be told.
  package func place(of step: Step, spelling word: String) -> Place? {
    let all = places(of: step)
    let place = all.first { file(at: $0.path)?.text($0.span).contains(word) == true } ?? all.first
    return place.map { narrow($0, to: word) }
  }

  /// Where an address is written that a step sets: with interface and length when a jail words it.
  package func place(of step: Step, spelling address: IPAddress) -> Place? {
    place(step.sources, isJails: step.jail != nil, spelling: address)
  }

  /// The same of a step by its index.
  package func place(ofStep index: Int, spelling address: IPAddress) -> Place? {
    place(
      forecast.sources(ofStep: index), isJails: forecast.jail(ofStep: index) != nil,
      spelling: address)
  }

  private func place(_ sources: Places, isJails: Bool, spelling address: IPAddress) -> Place? {
    for source in sources {
      guard let place = written(source) else { continue }
      let narrow = narrow(place, to: address)
      return !isJails || narrow == place ? narrow : item(around: narrow, in: place)
    }
    return nil
  }

  /// The part of a place that spells an address in any way, when it stands there once; else the
  /// whole place.
  package func narrow(_ place: Place, to address: IPAddress) -> Place {
    guard let file = file(at: place.path) else { return place }
    let range = place.span.range.clamped(to: file.bytes.indices)
    let bytes = file.bytes.span
    let separator = UInt8(ascii: address.family == .inet ? "." : ":")
    var found: SourceSpan?
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      var hasSeparator = false
      while end < range.upperBound, Self.isAddressByte(bytes[end]) {
        if bytes[end] == separator { hasSeparator = true }
        end += 1
      }
      if hasSeparator, address.isSpelled(by: bytes.extracting(start..<end)) {
        if found != nil { return place }
        found = SourceSpan(start, end)
      }
      start = end + 1
    }
    return found.map { Place(path: place.path, span: $0) } ?? place
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...58, 65...70, 97...102, UInt8(ascii: "."): true
    default: false
    }
  }

  /// Where a jail's configuration words an address: the whole item, interface and length with it.
  package func place(of address: JailAddress) -> Place? {
    guard let place = address.place, hasFile(at: place.path) else { return nil }
    let plain = narrow(place, to: address.address)
    return plain == place ? place : item(around: plain, in: place)
  }

  /// The item of a list that a word stands in.
  private func item(around word: Place, in place: Place) -> Place {
    guard let file = file(at: place.path) else { return word }
    var lower = word.span.lower
    var upper = word.span.upper
    while lower > place.span.lower, !Self.partsItems(file.bytes[lower - 1]) { lower -= 1 }
    while upper < min(place.span.upper, file.bytes.count), !Self.partsItems(file.bytes[upper]) {
      upper += 1
    }
    return Place(path: place.path, span: SourceSpan(lower, upper))
  }

  /// Stands between the items of a list; an item goes on over everything else.
  private static func partsItems(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ","), UInt8(ascii: ";"), 9, 10, 32:
      true
    default: false
    }
  }

  /// Where a parameter of a jail is written, in a file of the host; its last value counts.
  package func place(of parameter: ParameterID, in jail: JailForecast) -> Place? {
    written(jail.definition?.parameter(parameter)?.values.last?.origin.place)
  }

  /// Where a jail is defined, in a file of the host.
  package func place(of jail: JailForecast) -> Place? {
    if let place = jail.definition?.place, hasFile(at: place.path) { return place }
    return jail.definition?.writtenPlace(capture)
  }

  /// Where the parameter stands that a message of jail(8) begins with, else the jail's definition.
  package func place(ofMessage message: String, about jail: JailForecast) -> Place? {
    let word = message.prefix { $0 != " " && $0 != ":" }
    let named = jail.definition?.parameters.last { $0.name == word }
    return written(named?.values.last?.origin.place) ?? place(of: jail)
  }
}

extension Collection<UInt8> where Index == Int {
  /// Where a sequence of bytes first stands.
  package func position(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    var index = startIndex
    while index <= endIndex - wanted.count {
      if self[index] == first, self[index..<index + wanted.count].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }
}
