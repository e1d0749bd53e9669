import Phrases
import Reports
import Rules
import SourceText

/// The guided session at plain prompts: finding after finding, a letter for an answer.
struct GuidedFix {
  private var guide: Guide
  private let reanalyse: Reanalysis
  /// The way that was shown last, from 0.
  private var shown = 0
  private let style: TextStyle
  private let columns: Int

  /// What a session ends with.
  enum End {
    /// Go on with what is chosen.
    case chosen(FixSession)
    /// Nobody answers any more: nothing is to be written.
    case abandoned
  }

  init(_ host: ReadHost, _ filter: FindingFilter) {
    reanalyse = host.reanalyse
    guide = Guide(FixSession(host.analysis), where: { filter($0) }, reanalyse: host.reanalyse)
    style = Output.style
    columns = Output.columns
  }

  /// Whether anything was asked at all.
  var hasAsked: Bool { guide.number > 0 }

  /// Asks until there is nothing left to ask, or the person has enough.
  mutating func run() -> End {
    while let question = guide.question {
      let report = QuestionReport(
        question, guide.session.current, columns: columns, isCut: Output.isTerminal)
      Output.show(report.text(number: guide.number, style: style))
      shown = 0
      var isAnswered = false
      while !isAnswered {
        let isOnly = question.ways.count == 1
        let ways = isOnly ? "" : "1-\(question.ways.count),"
        Output.show(
          spoken(
            "mend it\(isOnly ? "" : spoken(" by way \(shown + 1)"))? [y,n,\(ways)d,e,b,a,q,?] "))
        guard let line = readLine() else {
          Output.show("\n")
          return .abandoned
        }
        let word = line.filter { !$0.isWhitespace }.lowercased()
        if word == "q" { return .chosen(guide.session) }
        isAnswered = take(word, report, question)
      }
    }
    return .chosen(guide.session)
  }

  /// Acts on an answer; true when the question is answered by it.
  private mutating func take(
    _ word: String, _ report: QuestionReport, _ question: Guide.Question
  ) -> Bool {
    if Output.isYes(word) { return choose(shown, question) }
    switch word {
    case "n": return guide.answer(.skip, reanalyse: reanalyse)
    case "a": return guide.answer(.takeSafe, reanalyse: reanalyse)
    case "b":
      if guide.answer(.back, reanalyse: reanalyse) { return true }
      Output.show(spoken("this is the first one\n"))
    case "d":
      for index in question.ways.indices {
        Output.show("\(index + 1):\n\(report.diff(of: index, style: style))")
      }
    case "e":
      if let page = RulePage.named(question.finding.rule.text) {
        Output.show(explainReport(page, style: style, columns: columns))
      }
    default:
      if let number = Int(word) {
        show(number - 1, report, question)
      } else {
        Output.show(Self.help)
      }
    }
    return false
  }

  /// Shows a way, which is then the one to take.
  private mutating func show(
    _ index: Int, _ report: QuestionReport, _ question: Guide.Question
  ) {
    guard question.ways.indices.contains(index) else {
      return Output.show(spoken("there is no way \(index + 1)\n"))
    }
    shown = index
    Output.show(report.way(index, style: style))
  }

  private mutating func choose(_ index: Int, _ question: Guide.Question) -> Bool {
    guard !question.ways[index].fix.edits.isEmpty else {
      Output.show(spoken("this one has to be done by hand\n"))
      return false
    }
    return guide.answer(.take(index), reanalyse: reanalyse)
  }

  private static let help = spoken(
    """
    y  take the way that was shown last, at first the recommended one
    n  leave this finding as it is
    1  show the way with this number: what it means, does and changes
    d  show what each way changes
    e  explain the rule
    b  back to the finding before
    a  take all that is safe from here on
    q  enough: go on to what is chosen, which is shown before anything is written
    ?  this help

    """)
}
