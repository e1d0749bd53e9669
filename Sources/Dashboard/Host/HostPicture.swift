package import HostModel
package import Reports
package import Rules
package import SourceText

/// All that the views show of a host, worked out once for an analysis.
///
/// Nothing in it ever changes; it is a class so that every state of the dashboard shares one.
package final class HostPicture: Sendable {
  /// The files, the forecast and the findings.
  package let analysis: Analysis
  /// The same, counted.
  package let assessment: Assessment
  /// Where the one who looks stands.
  let standing: Standing?
  /// The host's interfaces in the order of the boot.
  package let interfaces: [InterfaceLine]
  /// The lines of the main view.
  package let rows: [NetRow]
  /// The lines of the boot view.
  package let bootLines: [BootLine]
  /// Steps that go as they should as far as they are followed, of jails of which it can't be told
  /// whether they start, with why it can't.
  let doubtfulSteps: [Int: String]
  /// The rows that `n` goes to behind the findings.
  let doubtfulRows: [Int]
  private let lookup: FindingLookup
  /// What stopping each jail takes away.
  let removals: StopRemovals
  private let rowsByAddress: IndexLists<IPAddress>
  private let stepsByAddress: IndexLists<IPAddress>
  private let lineIndices: [String: LineIndex]

  package init(_ analysis: Analysis) {
    self.analysis = analysis
    assessment = Assessment(analysis)
    standing = analysis.forecast.standing
    let board = NetBoard(analysis.forecast)
    let rows = board.rows
    self.rows = rows
    let (forecast, standing) = (analysis.forecast, standing)
    let own = forecast.steps.indices.filter { standing?.concerns(forecast.steps[$0]) == true }
    doubtfulSteps = forecast.doubtfulSteps
    bootLines = forecast.foldable(
      forecast.lines,
      except: Set(analysis.examination.findings.lazy.compactMap(\.step)).union(own)
        .union(doubtfulSteps.keys))
    let lookup = FindingLookup(analysis.examination.findings)
    self.lookup = lookup
    doubtfulRows = Self.doubtfulRows(rows, forecast.jails, lookup)
    interfaces = board.interfaces.map { line in
      var line = line
      line.severity = line.rows.lazy.compactMap { index in
        let row = rows[index]
        let jail = row.use.map { analysis.forecast.jails[$0.jail].name }
        return lookup.severity(row.address, jail)
      }.max()
      return line
    }
    removals = StopRemovals(analysis.forecast)
    var byRow = IndexLists<IPAddress>()
    for index in rows.indices {
      if let address = rows[index].address { byRow.append(index, to: address) }
    }
    rowsByAddress = byRow
    stepsByAddress = analysis.forecast.stepsByAddress
    var indices: [String: LineIndex] = [:]
    for (path, entry) in analysis.capture.entries {
      if case .file(let file) = entry { indices[path] = LineIndex(file.bytes) }
    }
    lineIndices = indices
  }

  /// What the next boot does.
  package var forecast: BootForecast { analysis.forecast }

  /// What was found, the worst first.
  package var findings: [Finding] { analysis.examination.findings }

  /// The rows about an address, as indices.
  package func rows(about address: IPAddress) -> [Int] { rowsByAddress[address] }

  /// Whether the host has an address or a jail names it.
  package func isNamed(_ address: IPAddress) -> Bool { rowsByAddress.first(address) != nil }

  /// The steps that set, keep or take off an address, or fail to, as indices in order.
  package func steps(about address: IPAddress) -> [Int] { stepsByAddress[address] }

  /// The jail of a row.
  package func jail(of row: NetRow) -> JailForecast? { row.use.map { forecast.jails[$0.jail] } }

  /// The jail's address of a row, as its configuration words it.
  package func asked(by row: NetRow) -> JailAddress? {
    guard let use = row.use, let number = use.number else { return nil }
    return forecast.jails[use.jail].definition?.readableAddresses[number]
  }

  /// The interface of a row.
  package func interface(of row: NetRow) -> NetworkInterface? {
    row.interface.map { interfaces[$0].interface }
  }

  /// The findings about a row, as indices: those about its address and jail first, the worst of each
  /// in front.
  package func findings(about row: NetRow) -> [Int] {
    lookup.about(row.address, jail(of: row)?.name)
  }

  /// The findings about an address, as indices.
  package func findings(about address: IPAddress) -> [Int] { lookup.about(address, nil) }

  /// The first of these findings; nil when nothing is wrong with the row.
  package func firstFinding(about row: NetRow) -> Int? {
    lookup.first(about: row.address, jail(of: row)?.name)
  }

  /// How bad the worst finding about a row is; nil when nothing is wrong with it.
  package func severity(of row: NetRow) -> Severity? {
    lookup.severity(row.address, jail(of: row)?.name)
  }

  /// The row that a finding is best shown at: that of its address and jail.
  package func row(for finding: Finding) -> Int? {
    let isOfJail = { (row: NetRow) in
      self.jail(of: row).map { finding.jails.contains($0.name) } ?? false
    }
    let addresses = Set(finding.addresses)
    let isOfAddress = { (row: NetRow) in row.address.map(addresses.contains) ?? false }
    return rows.firstIndex { isOfAddress($0) && isOfJail($0) }
      ?? rows.firstIndex(where: isOfAddress) ?? rows.firstIndex(where: isOfJail)
  }

  /// The file at a path of the host.
  package func file(at path: String) -> SourceFile? {
    if case .file(let file)? = analysis.capture.entry(at: path) { return file }
    return nil
  }

  /// The lines of a file; nil when it was not read.
  func lineIndex(of path: String) -> LineIndex? { lineIndices[path] }

  /// The 1-based line that a place begins in; nil when its file was not collected.
  package func line(of place: Place) -> Int? {
    lineIndices[place.path]?.line(at: place.span.lower)
  }

  /// The bytes of a 1-based line without its end; nil when the file has no such line.
  package func span(ofLine line: Int, in path: String) -> SourceSpan? {
    guard let index = lineIndices[path], let start = index.start(of: line),
      let file = file(at: path)
    else { return nil }
    var end = index.start(of: line + 1).map { $0 - 1 } ?? file.bytes.count
    if end > start, file.bytes[end - 1] == 13 { end -= 1 }
    return SourceSpan(start, max(start, end))
  }

  /// A place as people read it: `/etc/rc.conf:41`.
  package func name(of place: Place) -> String {
    line(of: place).map { "\(place.path):\($0)" } ?? place.path
  }
}
