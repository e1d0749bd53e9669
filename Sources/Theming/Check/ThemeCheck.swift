import CellGrid
import Phrases
import SourceText

/// Measures a theme at every number of colours that it is shown with: whether its text can be read,
/// opposites be told apart whatever colours one sees, and everything understood without any.
package func themeCheck(_ theme: Theme) -> ThemeReport {
  var check = ThemeCheck(theme)
  check.run()
  return check.report
}

/// The check of a theme that has to be read first: what can't be understood is a problem, too.
package func themeReport(
  of name: String, reading: () throws(ThemeError) -> Theme
) -> ThemeReport {
  do throws(ThemeError) {
    return themeCheck(try reading())
  } catch {
    var report = ThemeReport(name: name)
    switch error {
    case .wrong(let problems): report.problems = problems
    case .unknown:
      report.problems = [
        ThemeProblem(path: name, line: 1, column: 1, message: error.description)
      ]
    }
    return report
  }
}

/// A check while it goes on.
private struct ThemeCheck {
  private let theme: Theme
  private(set) var report: ThemeReport
  /// What was complained of already: one colour is often wrong at several depths.
  private var known: Set<String> = []

  init(_ theme: Theme) {
    self.theme = theme
    report = ThemeReport(name: theme.name)
  }

  mutating func run() {
    var depths: [ColorDepth] = []
    for depth in ColorDepth.allCases.reversed() where depth != .mono {
      let resolved = theme.resolved(for: depth)
      guard resolved.depth != .mono, !depths.contains(resolved.depth) else { continue }
      depths.append(resolved.depth)
      checkContrasts(resolved)
      checkGrounds(resolved)
      checkOpposites(resolved)
    }
    checkMono(theme.resolved(for: .mono))
  }

  private mutating func checkContrasts(_ resolved: ResolvedTheme) {
    for role in Role.allCases {
      let appearance = resolved.appearance(of: CellStyle(role))
      let least = ThemeRequirements.lines.contains(role) ? ThemeRequirements.lineContrast : nil
      check(appearance, role, at: resolved.depth, subject: role.rawValue, least: least)
    }
  }

  private mutating func check(
    _ appearance: Appearance, _ role: Role, at depth: ColorDepth, subject: String, least: Double?
  ) {
    for isDark in [true, false] {
      let cell = SeenCell(appearance, onDark: isDark)
      let needed =
        least
        ?? (cell.isApproximate
          ? ThemeRequirements.lineContrast : ThemeRequirements.textContrast)
      let contrast = cell.contrast
      if !cell.isApproximate, least == nil, contrast < report.contrast?.value ?? .infinity {
        report.contrast = ThemeMeasure(value: contrast, subject: "\(subject), \(depth.text)")
      }
      guard contrast < needed else { continue }
      let ground =
        appearance.background == .standard ? isDark ? spoken(" (black)") : spoken(" (white)") : ""
      complain(
        spoken(
          "\(subject) has a contrast of \(oneDigit(contrast)), not \(oneDigit(needed)): "
            + "\(ColorNames.text(appearance.foreground)) on "
            + "\(ColorNames.text(appearance.background))\(ground), \(depth.text)"),
        about: role, at: depth, once: "contrast \(subject)")
    }
  }

  /// Whether what is selected can be seen, and everything be read on it.
  private mutating func checkGrounds(_ resolved: ResolvedTheme) {
    let plain = resolved.appearance(of: CellStyle(.text))
    for ground in ThemeRequirements.grounds {
      let selected = resolved.appearance(of: CellStyle(.text, on: ground))
      let difference = SeenCell(selected, onDark: true)
        .groundDifference(from: SeenCell(plain, onDark: true))
      let needed = ThemeRequirements.difference(of: ground)
      if selected.attributes == plain.attributes, difference < needed {
        complain(
          spoken(
            "\(ground.rawValue) differs from the screen's ground by \(oneDigit(difference)), "
              + "not \(oneDigit(needed)), \(resolved.depth.text)"),
          about: ground, at: resolved.depth, once: "ground \(ground)")
      }
      for role in Role.allCases where !ThemeRequirements.lines.contains(role) {
        check(
          resolved.appearance(of: CellStyle(role, on: ground)), role, at: resolved.depth,
          subject: spoken("\(role.rawValue) on \(ground.rawValue)"), least: nil)
      }
    }
  }

  private mutating func checkOpposites(_ resolved: ResolvedTheme) {
    for (one, other) in ThemeRequirements.contrary {
      checkOpposites(one, other, on: nil, resolved)
    }
    for ground in ThemeRequirements.grounds {
      for (one, other) in ThemeRequirements.contraryInRows {
        checkOpposites(one, other, on: ground, resolved)
      }
    }
  }

  private mutating func checkOpposites(
    _ one: Role, _ other: Role, on ground: Role?, _ resolved: ResolvedTheme
  ) {
    let first = resolved.appearance(of: CellStyle(one, on: ground))
    let second = resolved.appearance(of: CellStyle(other, on: ground))
    let place = ground.map { spoken(" on \($0.rawValue)") } ?? ""
    for isDark in [true, false] {
      let cells = (SeenCell(first, onDark: isDark), SeenCell(second, onDark: isDark))
      guard cells.0.attributes == cells.1.attributes else { return }
      for vision in ColorVision.allCases {
        let difference = cells.0.difference(from: cells.1, vision)
        if difference < report.difference?.value ?? .infinity {
          report.difference = ThemeMeasure(
            value: difference,
            subject: spoken(
              "\(one.rawValue) and \(other.rawValue)\(place), "
                + "\(vision.text), \(resolved.depth.text)"))
        }
        guard difference < ThemeRequirements.opposites else { continue }
        complain(
          spoken(
            "\(one.rawValue) differs from \(other.rawValue)\(place) by \(oneDigit(difference)), "
              + "not \(oneDigit(ThemeRequirements.opposites)), for \(vision.text), "
              + "\(resolved.depth.text)"),
          about: one, at: resolved.depth, once: "opposites \(one) \(other)\(place)")
      }
    }
  }

  private mutating func checkMono(_ resolved: ResolvedTheme) {
    for group in ThemeRequirements.distinct {
      for (number, one) in group.enumerated() {
        for other in group[..<number] { checkMono(one, other, on: nil, resolved) }
      }
    }
    for ground in ThemeRequirements.grounds {
      for role in [Role.severityError, .netPrefixConflict] {
        checkMono(role, .text, on: ground, resolved)
      }
    }
  }

  private mutating func checkMono(
    _ one: Role, _ other: Role, on ground: Role?, _ resolved: ResolvedTheme
  ) {
    let appearances = [one, other].map { resolved.appearance(of: CellStyle($0, on: ground)) }
    guard appearances.first == appearances.last else { return }
    let place = ground.map { spoken(" on \($0.rawValue)") } ?? ""
    complain(
      spoken("\(one.rawValue) looks like \(other.rawValue)\(place) without colours"), about: one,
      at: .mono, once: "mono \(one) \(other)\(place)")
  }

  private mutating func complain(
    _ message: String, about role: Role, at depth: ColorDepth, once: String
  ) {
    guard known.insert(once).inserted else { return }
    report.problems.append(theme.problem(message, about: role, at: depth))
  }
}

/// A number with one digit behind the point, rounded down, so that what fails never looks as if it
/// had passed.
func oneDigit(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded(.down))
  return "\(tenths / 10).\(tenths % 10)"
}
