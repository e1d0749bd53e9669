import CellGrid
import Rules
import Testing

@testable import Dashboard

/// Every key that counts in the chooser and in the guided session, pressed once each.
struct KeyPathTests {
  /// What a key came to.
  private func outcome(_ desk: Desk, since before: Desk) -> String {
    let state = desk.state
    if desk.hasQuit { return "quit" }
    if desk.edited != before.edited { return "edit \(desk.edited.last ?? "")" }
    if let effect = desk.asides.dropFirst(before.asides.count).first { return effect }
    switch state.overlays.last {
    case .chooser(let chooser)?:
      return "way \(chooser.selected + 1), line \(chooser.scroll)"
        + (state.toast.map { ": \($0.text)" } ?? "")
    case .guided(let session)?:
      return "question \(session.answered.count + 1), way \(session.selected + 1), "
        + "line \(session.scroll), staged \(state.sessionAtHand.chosen.count)"
    case .text(let page)?: return "page \(page.title), staged \(state.staged.chosen.count)"
    case .prompt?: return "prompt"
    case .confirm?, .themes?: return "something else"
    case nil: return "view, staged \(state.staged.chosen.count)"
    }
  }

  private func outcomes(
    in context: Context, _ opening: [String]
  ) -> [String: String] {
    var found: [String: String] = [:]
    for record in commandTable where record.contexts.contains(context) {
      for key in record.keys {
        var desk = Desk(.demo, columns: 80, rows: 24)
        for name in opening { desk.press(name) }
        #expect(desk.state.context == context)
        let before = desk
        desk.press(key.name)
        #expect(desk.writes == 0, "\(key.name)")
        found["\(record.command.rawValue) \(key.name)"] = outcome(desk, since: before)
      }
    }
    return found
  }

  private func hold(_ found: [String: String], _ expected: String) {
    let lines = found.map { "\($0.key): \($0.value)" }.sorted()
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test func `each key of the chooser does what it is for`() {
    hold(
      outcomes(in: .chooser, ["f", "2"]),
      """
      apply-live l: way 2, line 0: live: nothing is known of what runs
      back Esc: view, staged 0
      close Ctrl-C: view, staged 0
      close q: view, staged 0
      down Down: way 3, line 0
      down j: way 3, line 0
      edit e: edit /usr/local/etc/ezjail/backup:10
      edit-other E: edit /etc/rc.conf:11
      explain x: page prefix-length-conflict, staged 0
      first Home: way 2, line 0
      first g: way 2, line 0
      help 6: page keys, staged 0
      help ?: page keys, staged 0
      ignore i: prompt
      last End: way 2, line 0
      last G: way 2, line 0
      page-down PgDn: way 2, line 0
      page-down Space: way 2, line 0
      page-up Ctrl-U: way 2, line 0
      page-up PgUp: way 2, line 0
      redraw Ctrl-L: redraw
      stage Enter: view, staged 1
      suspend Ctrl-Z: suspend
      up Up: way 1, line 0
      up k: way 1, line 0
      way-1 1: way 1, line 0
      way-2 2: way 2, line 0
      way-3 3: way 3, line 0
      way-4 4: way 4, line 0
      """)
  }

  @Test func `each key of the guided session does what it is for`() {
    hold(
      outcomes(in: .guided, ["s"]),
      """
      back Esc: view, staged 0
      back-step b: question 1, way 1, line 0, staged 0
      down Down: question 1, way 1, line 0, staged 0
      down j: question 1, way 1, line 0, staged 0
      edit e: edit /usr/local/etc/ezjail/backup:10
      edit-other E: edit /etc/rc.conf:11
      explain x: page prefix-length-conflict, staged 0
      first Home: question 1, way 1, line 0, staged 0
      first g: question 1, way 1, line 0, staged 0
      help 6: page keys, staged 0
      help ?: page keys, staged 0
      ignore i: prompt
      last End: question 1, way 1, line 0, staged 0
      last G: question 1, way 1, line 0, staged 0
      no n: view, staged 0
      page-down PgDn: question 1, way 1, line 0, staged 0
      page-down Space: question 1, way 1, line 0, staged 0
      page-up Ctrl-U: question 1, way 1, line 0, staged 0
      page-up PgUp: question 1, way 1, line 0, staged 0
      redraw Ctrl-L: redraw
      staged-diff d: question 1, way 1, line 0, staged 0
      stop q: view, staged 0
      stop-drop Ctrl-C: view, staged 0
      stop-drop Q: view, staged 0
      suspend Ctrl-Z: suspend
      take-safe a: page staged, staged 1
      up Up: question 1, way 1, line 0, staged 0
      up k: question 1, way 1, line 0, staged 0
      way-1 1: question 1, way 1, line 0, staged 0
      way-2 2: question 1, way 2, line 0, staged 0
      way-3 3: question 1, way 3, line 0, staged 0
      way-4 4: question 1, way 4, line 0, staged 0
      yes y: page staged, staged 1
      """)
  }
}
