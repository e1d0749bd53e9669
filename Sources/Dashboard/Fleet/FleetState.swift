package import CellGrid
package import HostModel
import Phrases
package import Reports

/// Many hosts on one screen: what is known of them so far, and which one is selected.
///
/// It changes by `take` and `update` alone; nothing of a host can be changed from here.
package struct FleetState: Sendable {
  /// What the person wants that this screen can't do.
  package enum Wish: Sendable, Hashable {
    case nothing
    /// To see a host, by what it was read from.
    case open(String)
    case leave
    case redraw
    case suspend
  }

  /// How much room there is.
  package private(set) var size: ScreenSize
  /// What was collected, and how many hosts that are.
  let place: String
  let total: Int
  /// What was read so far, the worst first.
  package private(set) var fleet: Fleet
  /// The selected host.
  private(set) var list = ListPosition()
  let keys: KeyMap
  /// What borders and marks are drawn with.
  package var glyphs: Glyphs
  /// What went wrong last.
  package var complaint: String?
  /// What the keys are, as somebody asked for it or pressed one that does nothing here.
  private(set) var note: String?
  private let meant: [Prefix]
  /// The selection stays at the top until somebody moves it.
  private var hasMoved = false

  /// - Parameters:
  ///   - place: what the hosts were collected in.
  ///   - total: how many there are to be read.
  ///   - meant: networks whose addresses are shared on purpose.
  ///   - now: the moment that ages are counted to, in seconds since the first of January 1970.
  package init(
    place: String, total: Int, meant: [Prefix] = [], now: Int, size: ScreenSize,
    keys: KeyMap = .standard, glyphs: Glyphs = .line
  ) {
    self.place = place
    self.total = total
    self.meant = meant
    self.size = size
    self.keys = keys
    self.glyphs = glyphs
    fleet = Fleet([], meant: meant, now: now)
  }

  /// How many hosts are still to be read.
  var left: Int { total - fleet.hosts.count }

  /// The selected host.
  var selected: FleetHost? {
    fleet.hosts.indices.contains(list.selected) ? fleet.hosts[list.selected] : nil
  }

  /// Takes in hosts that were read; a selection somebody made stays with its host.
  package mutating func take(_ hosts: [FleetHost]) {
    let source = hasMoved ? selected?.source : nil
    let all = fleet.hosts + hosts
    fleet = Fleet(all, meant: meant, now: fleet.now, isWhole: all.count >= total)
    if let source, let index = fleet.hosts.firstIndex(where: { $0.source == source }) {
      list.select(index, of: fleet.hosts.count)
    }
    scroll()
  }

  /// Takes in what the terminal tells.
  package mutating func update(_ event: TerminalEvent) -> Wish {
    switch event {
    case .resize(let columns, let rows):
      size = ScreenSize(columns: columns, rows: rows)
      scroll()
    case .wheel(_, _, let lines): move(by: lines)
    case .click(let row, _): return click(row)
    case .key(let key): return press(key)
    case .hangUp: return .leave
    case .paste: break
    }
    return .nothing
  }

  private mutating func press(_ key: Key) -> Wish {
    complaint = nil
    note = nil
    if key == .control("c") { return .leave }
    let page = max(FleetLayout(self).rows - 1, 1)
    switch keys.command(for: key, in: .findings) {
    case .up?: move(by: -1)
    case .down?: move(by: 1)
    case .pageUp?: move(by: -page)
    case .pageDown?: move(by: page)
    case .first?: move(by: -fleet.hosts.count)
    case .last?: move(by: fleet.hosts.count)
    case .open?, .right?: return selected.map { .open($0.source) } ?? .nothing
    case .quit?, .back?: return .leave
    case .redraw?: return .redraw
    case .suspend?: return .suspend
    case .help?: note = keyWords
    default: note = spoken("\(key.name) does nothing here; \(keyWords)")
    }
    return .nothing
  }

  private var keyWords: String {
    let name = { (command: Command) in keys.keys(of: command).first?.name ?? "" }
    return spoken(
      "\(name(.up)) and \(name(.down)) choose a host, \(name(.open)) opens its dashboard, "
        + "\(name(.back)) leaves")
  }

  private mutating func click(_ row: Int) -> Wish {
    let layout = FleetLayout(self)
    let index = list.top + row - layout.first
    guard row >= layout.first, row < layout.first + layout.rows, index < fleet.hosts.count else {
      return .nothing
    }
    if index == list.selected { return selected.map { .open($0.source) } ?? .nothing }
    move(by: index - list.selected)
    return .nothing
  }

  private mutating func move(by distance: Int) {
    hasMoved = true
    list.move(by: distance, of: fleet.hosts.count)
    scroll()
  }

  private mutating func scroll() {
    list.scroll(toShow: FleetLayout(self).rows, of: fleet.hosts.count)
  }
}

/// Which part of the fleet's screen shows what.
struct FleetLayout {
  let top: Region
  let list: Region
  let detail: Region
  let hints: Region

  init(_ state: FleetState) {
    let size = state.size
    var rest = Region(row: 0, column: 0, rows: size.rows, columns: size.columns)
    (top, rest) = rest.split(top: 1)
    (rest, hints) = rest.split(top: rest.rows - 1)
    let detailRows = rest.rows >= 30 ? 14 : rest.rows >= 16 ? 7 : 0
    (list, detail) = rest.split(top: rest.rows - detailRows)
  }

  /// How many hosts are listed at once, below a frame and a heading.
  var rows: Int { max(list.rows - 3, 1) }

  /// The line of the first.
  var first: Int { list.row + 2 }
}
