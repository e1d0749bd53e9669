import CellGrid
import HostModel
import Rules
import SourceText
import TestHosts
import Testing

@testable import Dashboard

/// The main view as it is drawn.
struct NetViewTests {
  @Test(arguments: [(140, 40), (80, 24), (60, 20), (40, 10)])
  func `the demo host`(columns: Int, rows: Int) throws {
    let desk = Desk(.demo, columns: columns, rows: rows)
    try expectScreen(desk.screen, "net/demo-\(columns)x\(rows)")
  }

  @Test(
    arguments: ["jc-v4-mask-replaced", "jc-shared-multi-first", "jc-vnet-takes-nic"],
    [(140, 40), (80, 24)])
  func `recorded hosts`(name: String, size: (columns: Int, rows: Int)) throws {
    let desk = Desk(try .recorded(name), columns: size.columns, rows: size.rows)
    try expectScreen(desk.screen, "net/\(name)-\(size.columns)x\(size.rows)")
  }

  @Test func `what is not wrong is told, too`() throws {
    var desk = Desk(.demo)
    desk.press("g")
    try expectScreen(desk.screen, "net/demo-sound-140x40")
  }

  // MARK: the selection

  @Test(arguments: [(140, 40), (100, 24), (80, 24), (60, 20), (40, 10)])
  func `the cursor is on the selected row, wherever that is`(columns: Int, rows: Int) throws {
    var desk = Desk(.crowded, columns: columns, rows: rows)
    for key in ["j", "j", "PgDn", "G", "k", "k", "k", "k", "PgUp", "g"] {
      desk.press(key)
      let cursor = try #require(desk.screen.cursor)
      #expect(NetView.entry(at: cursor.row, desk.state) == desk.state.net.selected)
      let ground = desk.screen[cursor.row, cursor.column].style.ground
      #expect(ground == .selection)
      #expect(desk.screen[cursor.row, cursor.column].text == "▶")
    }
  }

  @Test(arguments: [(140, 40), (80, 24), (60, 20), (40, 10), (44, 14), (80, 10)])
  func `every row is seen on the way down and up`(columns: Int, rows: Int) {
    var desk = Desk(.crowded, columns: columns, rows: rows)
    let all = desk.state.visible.net.indices
    var seen = Set<Int>()
    for key in ["j", "k"] {
      for _ in all {
        let lines = NetLines(desk.state).lines
        #expect(lines.contains(.row(desk.state.net.selected)))
        for case .row(let position) in lines { seen.insert(position) }
        desk.press(key)
      }
    }
    #expect(seen == Set(all))
  }

  @Test func `moving in one pane moves the others`() throws {
    var desk = Desk(.demo)
    desk.press("l")
    #expect(desk.state.pane == .jails)
    desk.press("j")
    let row = try #require(desk.screen.cursor).row
    let panes = NetPanes(Layout(desk.state).list)
    let grounds = [panes.interfaces, panes.aliases, panes.jails].map { pane in
      desk.screen[row, pane.column + 2].style.ground
    }
    #expect(grounds[1...] == [.selectionInactive, .selection])
  }

  @Test func `rows of the same jail and the same address are set off`() {
    var desk = Desk(
      .written(
        """
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.11/32"
        jail_enable="YES"
        == hardware: em0
        == /etc/jail.conf
        path = "/jails/$name";
        a { ip4.addr = "192.0.2.10", "192.0.2.11"; }
        b { ip4.addr = "192.0.2.11"; }
        """))
    let selection = { (desk: Desk) in
      desk.state.visible.net.indices.map { position in
        NetSelection(desk.state, hasPanes: true).ground(of: position, in: .aliases)
      }
    }
    let jails = desk.state.visible.net.map {
      desk.state.shown.jail(of: desk.state.shown.rows[$0])?.name
    }
    while desk.state.currentRow.flatMap(desk.state.shown.jail)?.name != "a" { desk.press("j") }
    for (jail, ground) in zip(jails, selection(desk)) where jail == "a" { #expect(ground != nil) }
    #expect(selection(desk).contains(.selectionRelated))
  }

  @Test func `an interface that is selected sets its rows off`() {
    var desk = Desk(.demo)
    desk.press("h")
    #expect(desk.state.pane == .interfaces)
    let interface = desk.state.currentRow?.interface
    let selection = NetSelection(desk.state, hasPanes: true)
    for (position, index) in desk.state.visible.net.enumerated() {
      let isOfIt = desk.state.shown.rows[index].interface == interface
      #expect((selection.ground(of: position, in: .aliases) != nil) == isOfIt)
    }
  }

  @Test func `a click selects the row and the pane it is on`() throws {
    var desk = Desk(.demo)
    let panes = NetPanes(Layout(desk.state).list)
    let row = NetPanes.lines(of: panes.jails).row + 2
    desk.send(.event(.click(row: row, column: panes.jails.column + 4)))
    #expect(desk.state.pane == .jails)
    #expect(desk.screen.cursor?.row == row)
    let first = NetPanes.lines(of: panes.interfaces)
    desk.send(.event(.click(row: first.row + 1, column: first.column + 2)))
    #expect(desk.state.pane == .interfaces)
    #expect(desk.state.currentRow?.interface == 1)
  }

  // MARK: what may be missing

  @Test(arguments: [(140, 40), (80, 24), (40, 10)])
  func `a filter without hits says so`(columns: Int, rows: Int) {
    var desk = Desk(.demo, columns: columns, rows: rows)
    desk.press("/")
    desk.type("nowhere")
    desk.press("Enter")
    #expect(desk.shows("nothing matches nowhere"))
    desk.press("Esc")
    #expect(!desk.shows("nothing matches"))
  }

  @Test(arguments: [(140, 40), (80, 24)])
  func `a host without anything says so`(columns: Int, rows: Int) {
    let desk = Desk(.written("hostname=\"a\"\n"), columns: columns, rows: rows)
    #expect(desk.shows("lo0"))
    #expect(columns < 120 || desk.shows("no jail is configured"))
  }

  @Test(arguments: [(140, 40), (80, 24), (60, 20)])
  func `a file that can't be read is named`(columns: Int, rows: Int) {
    let sketch = HostSketch(
      ["/etc/rc.conf": "jail_enable=\"YES\"\n"],
      entries: ["/etc/jail.conf": .unreadable("permission denied")])
    let desk = Desk(.sketched(sketch), columns: columns, rows: rows)
    #expect(desk.shows("/etc/jail.conf can't be read: permission denied"))
  }

  // MARK: what holds for every size

  @Test(arguments: [40, 41, 59, 60, 61, 79, 80, 81, 119, 120, 121, 139, 200])
  func `nothing is drawn over a border, and what is cut says so`(columns: Int) {
    for rows in [10, 13, 14, 24, 29, 30, 50] {
      let screen = Desk(.crowded, columns: columns, rows: rows).screen
      let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == rows + 1)
      guard columns >= 120, rows >= 30 else { continue }
      let list = Layout(Desk(.crowded, columns: columns, rows: rows).state).list
      let panes = NetPanes(list)
      for pane in [panes.interfaces, panes.aliases, panes.jails] {
        for row in (list.row + 1)..<(list.row + list.rows - 1) {
          #expect("│├┤".contains(screen[row, pane.column].text))
          #expect("│├┤".contains(screen[row, pane.column + pane.columns - 1].text))
        }
      }
    }
  }
}

extension SampleHost {
  /// More interfaces, addresses and jails than a screen has lines.
  static let crowded: SampleHost = {
    var rc = "jail_enable=\"YES\"\n"
    var jails = "path = \"/jails/$name\";\n"
    for interface in 0..<3 {
      rc += "ifconfig_em\(interface)=\"inet 192.0.2.\(interface + 1)/24\"\n"
      rc += "ifconfig_em\(interface)_ipv6=\"inet6 2001:db8:\(interface)::1 prefixlen 64\"\n"
      for alias in 0..<20 {
        let address = "2001:db8:\(interface):ffff:ffff:ffff:0:\(alias)"
        rc += "ifconfig_em\(interface)_alias\(alias)=\"inet6 \(address) prefixlen 64\"\n"
        jails += "jail\(interface)-\(alias) { ip6.addr = \"em\(interface)|\(address)\"; }\n"
      }
    }
    jails += "vnet { vnet; }\nabsent { ip4.addr = 198.51.100.7; }\n"
    return .sketched(
      HostSketch(
        ["/etc/rc.conf": rc, "/etc/jail.conf": jails], hardware: ["em0", "em1", "em2"]))
  }()
}
