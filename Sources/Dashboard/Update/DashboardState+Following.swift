import HostModel
import Rules

/// Taking along what is selected when another view is turned to.
extension DashboardState {
  /// Shows a view, at what was selected in the one before.
  mutating func turn(to next: MainView) {
    guard next != view else {
      isFindingOpen = false
      return
    }
    let finding = currentFindingIndex
    let address = selectedAddress
    let row = view == .net ? currentRow : nil
    if view == .help || next == .help { filter = "" }
    view = next
    isFindingOpen = false
    soughtFinding = nil
    switch next {
    case .net:
      let found = finding.flatMap { shown.row(for: shown.findings[$0]) }
      if let row = found ?? address.flatMap({ shown.rows(about: $0).first }) { show(row: row) }
    case .findings: if let finding { select(finding: finding) }
    case .boot:
      if let finding {
        show(stepOf: shown.findings[finding])
      } else if let row, let jail = row.use?.jail, shown.doubt(of: row) != nil {
        show(headingOf: jail)
      }
    case .map: if let address { show(address: address) }
    case .undo, .help: break
    }
  }

  /// The address that is selected, or that what is selected is about.
  private var selectedAddress: IPAddress? {
    switch view {
    case .net: currentRow?.address
    case .findings: currentFinding?.addresses.first
    case .boot:
      currentBootLine?.step.flatMap { index in
        let step = bootPicture.forecast.step(index)
        return step.requestedAddress ?? step.effects.first?.address
      }
    case .map: mapAddress
    case .undo, .help: nil
    }
  }

  /// Selects a row of the main view, whatever hides it.
  mutating func show(row: Int) {
    if !visible.net.contains(row) {
      showAll()
    }
    if let position = visible.net.firstIndex(of: row) {
      net.select(position, of: visible.net.count)
    }
  }

  /// Selects the command that a finding leads to, else the heading of the jail it is about.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  mutating func show(stepOf finding: Finding) -> Bool {
    let lines = shown.bootLines
    let line =
      finding.step.flatMap { lines.firstIndex(of: .step($0)) }
      ?? finding.jails.first.flatMap { name in
        shown.forecast.jails.firstIndex { $0.name == name }.flatMap { heading(of: $0) }
      }
    guard let line else { return false }
    if let step = finding.step, let run = lines.run(with: step) { openRuns.insert(run) }
    return show(bootLine: line)
  }

  /// Selects the heading of a jail's commands.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  mutating func show(headingOf jail: Int) -> Bool {
    heading(of: jail).map { show(bootLine: $0) } ?? false
  }

  private func heading(of jail: Int) -> Int? {
    shown.bootLines.firstIndex { $0 == .jail(jail) || $0 == .trial(jail) }
  }

  private mutating func show(bootLine line: Int) -> Bool {
    bootBasis = .staged
    refresh()
    if !visible.boot.contains(line) {
      showAll()
    }
    guard let position = visible.boot.firstIndex(of: line) else { return false }
    boot.select(position, of: visible.boot.count)
    return true
  }

  /// Selects an address on the map.
  ///
  /// - Returns: whether a network of the map has it.
  @discardableResult
  mutating func show(address: IPAddress) -> Bool {
    let networks = (addressMap ?? AddressMap(shown)).networks
    for (number, network) in networks.enumerated() {
      guard let cell = network.index(of: address) else { continue }
      map.network = number
      map.cell = cell
      return true
    }
    return false
  }
}
