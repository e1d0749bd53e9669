import HostModel

/// The jails that will not start: with everything that is known of each while there is room, then
/// with less of each, then the first ones and a count.
extension StatusReport {
  /// Jails that fail for the same reason without a command of their own.
  private struct Group {
    var jails: [Int]
    let error: String?
  }

  /// How much is said of one group.
  private enum Detail: CaseIterable {
    case full, short, single
  }

  mutating func failureLines(room: Int) -> [TextLine] {
    let groups = groups()
    guard !groups.isEmpty, room > 0 else { return [] }
    let shown = groups.prefix(room)
    let steps = failingSteps(of: shown)
    var reasons = FailureReasons(forecast, capture, steps: steps.values)
    let failures = shown.map { group in
      let jail = forecast.jails[group.jails[0]]
      return reasons.reason(jail, step: steps[jail.name], &names)
    }
    if shown.count == groups.count {
      for detail in Detail.allCases {
        let blocks = zip(shown, failures).map { lines(of: $0, $1, detail) }
        if blocks.reduce(0, { $0 + $1.count }) <= room { return Array(blocks.joined()) }
      }
    }
    var list: [TextLine] = []
    var said = 0
    for (group, failure) in zip(shown, failures) {
      let block = lines(of: group, failure, .short)
      guard list.count + block.count < room else { break }
      list += block
      said += 1
    }
    return list + [rest(groups[said...])]
  }

  private func groups() -> [Group] {
    var groups: [Group] = []
    var skipped: [Group] = []
    var byError: [String: Int] = [:]
    for index in assessment.failed {
      let jail = forecast.jails[index]
      if jail.error == "skipped" {
        // what fails because another one does comes last
        skipped.append(Group(jails: [index], error: jail.error))
      } else if jail.failedCommand == nil, let error = jail.error {
        if let known = byError[error] {
          groups[known].jails.append(index)
        } else {
          byError[error] = groups.count
          groups.append(Group(jails: [index], error: error))
        }
      } else {
        groups.append(Group(jails: [index], error: jail.error))
      }
    }
    return groups + skipped
  }

  /// The steps at which the first jails of some groups fail.
  private func failingSteps(of groups: ArraySlice<Group>) -> [String: Int] {
    var wanted: Set<String> = []
    for group in groups {
      let jail = forecast.jails[group.jails[0]]
      if jail.failedCommand != nil { wanted.insert(jail.name) }
    }
    return wanted.isEmpty ? [:] : forecast.failingSteps { wanted.contains($0) }
  }

  private func lines(of group: Group, _ failure: FailedStart, _ detail: Detail) -> [TextLine] {
    var head = TextLine(title(group), .failure)
    if detail == .single {
      head.append(": \(failure.cause ?? failure.error)")
      return [head.cut(to: columns)]
    }
    let place = failure.places.joined(separator: ", ")
    var below: [String] = []
    if detail == .full {
      head.append(" will not start")
      below = [failure.command, failure.error, failure.cause].compactMap { $0 }
      // a cause that ends with the place has said it
      if !place.isEmpty, failure.cause?.contains(place) != true { below.append("at \(place)") }
    } else {
      head.append(": \(failure.error)")
      let at = place.isEmpty || failure.cause?.contains(place) == true ? nil : "at \(place)"
      let rest = [failure.cause ?? failure.command, at].compactMap { $0 }.joined(separator: ", ")
      if !rest.isEmpty { below.append(rest) }
    }
    let limit = detail == .full ? 3 : 2
    return [head.cut(to: columns)]
      + below.flatMap { TextLine("  \($0)").wrapped(to: columns, indent: 4).prefix(limit) }
  }

  private func title(_ group: Group) -> String {
    let names = group.jails.prefix(4).map { forecast.jails[$0].name }.joined(separator: ", ")
    let more = group.jails.count - 4
    return more > 0 ? "\(names) and \(more) more" : names
  }

  private func rest(_ groups: ArraySlice<Group>) -> TextLine {
    let count = groups.reduce(0) { $0 + $1.jails.count }
    let names = groups.lazy.flatMap(\.jails).prefix(20).map { forecast.jails[$0].name }
    return TextLine("… and \(count) more: \(names.joined(separator: ", "))", .failure)
      .cut(to: columns)
  }
}
