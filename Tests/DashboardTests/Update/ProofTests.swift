import CellGrid
import Rules
import SourceText
import Testing

@testable import Dashboard

/// The ways to mend what is selected come one after the other.
struct ProofTests {
  @Test func `the first way is shown before the others are known`() throws {
    let host = SampleHost.demo
    var state = DashboardState(
      host.analysis, around: DashboardState.Surroundings(place: "/", access: .writing),
      size: ScreenSize(columns: 140, rows: 40))
    var effects = state.update(.event(.resize(columns: 140, rows: 40)))
    #expect(render(state).text.contains("working out the ways"))
    let first = try #require(effects.first?.thought(host.reanalyse))
    effects = state.update(first)
    #expect(render(state).text.contains("proof fixes 1"))
    #expect(!render(state).text.contains("or 2  review"))
    let rest = try #require(effects.first?.thought(host.reanalyse))
    effects = state.update(rest)
    #expect(effects.isEmpty)
    #expect(render(state).text.contains("or 2  review"))
    let finding = try #require(state.currentFinding)
    let all = host.analysis.fixes(for: finding, reanalyse: host.reanalyse)
    #expect(state.ways(for: finding)?.map(\.fix.title) == all.map(\.fix.title))
  }

  @Test func `the others are not asked for once something else is selected`() throws {
    let host = SampleHost.twice
    var state = DashboardState(
      host.analysis, around: DashboardState.Surroundings(place: "/", access: .writing),
      size: ScreenSize(columns: 140, rows: 40))
    let asked = state.update(.event(.resize(columns: 140, rows: 40)))
    let first = try #require(asked.first?.thought(host.reanalyse))
    let next = state.update(.event(.key("n")))
    #expect(next.count == 1)
    #expect(state.update(first).isEmpty)
  }
}
