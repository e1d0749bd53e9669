import Testing

@testable import Dashboard

/// How columns share what room there is.
struct ColumnPlanTests {
  private let wants = [
    ColumnPlan.Want(5, 20, rank: 0), ColumnPlan.Want(4, 4, rank: 1),
    ColumnPlan.Want(8, 12, rank: 2),
  ]

  @Test(
    arguments: [
      (50, [20, 4, 12]), (38, [20, 4, 12]), (36, [20, 4, 10]), (30, [16, 4, 8]), (19, [5, 4, 8]),
      (18, [13, 4, 0]), (8, [8, 0, 0]), (4, [0, 0, 0]),
    ])
  func `the lowest rank grows first and goes last`(total: Int, widths: [Int]) {
    #expect(ColumnPlan(wants, in: total).widths == widths)
  }

  @Test func `columns that went leave no gap`() {
    let plan = ColumnPlan(
      [ColumnPlan.Want(4, 4, rank: 0), ColumnPlan.Want(9, 9, rank: 2)]
        + [ColumnPlan.Want(3, 3, rank: 1)], in: 9, gap: 2)
    #expect(plan.widths == [4, 0, 3])
    #expect(plan.starts(gap: 2) == [0, 6, 6])
  }
}
