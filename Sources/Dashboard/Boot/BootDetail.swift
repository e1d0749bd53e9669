import CellGrid
import HostModel
import Phrases
import Rules
import SourceText

/// What the selected line of the boot means.
struct BootDetail {
  let state: DashboardState
  let columns: Int

  var picture: HostPicture { state.bootPicture }
  var forecast: BootForecast { picture.forecast }
  var glyphs: Glyphs { state.glyphs }

  init(_ state: DashboardState, columns: Int) {
    self.state = state
    self.columns = columns
  }

  /// What it is about.
  func title(_ line: BootLine) -> String {
    switch line {
    case .netif: return "netif"
    case .run(let steps): return spoken("steps \(steps.lowerBound + 1) to \(steps.upperBound)  ok")
    case .jail(let index), .trial(let index): return spoken("jail \(forecast.jails[index].name)")
    case .step(let index), .printed(let index), .reason(let index, _):
      let words = StepWords(forecast.step(index), index, in: picture)
      let number = words.number == "-" ? "" : spoken("step \(words.number)  ")
      return "\(number)\(words.part)  \(words.outcome)"
    }
  }

  func lines(_ line: BootLine, rows: Int) -> [StyledLine] {
    switch line {
    case .netif: netif
    case .run(let steps): run(steps, rows: rows)
    case .jail(let index), .trial(let index): jail(forecast.jails[index])
    case .step(let index), .printed(let index), .reason(let index, _): step(index, rows: rows)
    }
  }

  func fact(_ word: String, _ text: String, _ role: Role = .text) -> [StyledLine] {
    StyledLine.fact(word, text, role).wrapped(to: columns, indent: 10)
  }

  /// What a run of steps does, as far as there is room.
  private func run(_ steps: Range<Int>, rows: Int) -> [StyledLine] {
    let shown = steps.prefix(steps.count > rows ? max(rows - 1, 0) : rows)
    var lines = shown.map { StyledLine(forecast.step($0).commandLine, .textCode) }
    if shown.count < steps.count {
      lines.append(StyledLine(spoken("and \(steps.count - shown.count) more"), .textDim))
    }
    return lines.map { $0.cut(to: columns, glyphs) }
  }

  // MARK: a command

  private func step(_ index: Int, rows: Int) -> [StyledLine] {
    let step = forecast.step(index)
    let words = StepWords(step, index, in: picture)
    var lines = StyledLine(step.commandLine, .textCode).wrapped(to: columns, indent: 2)
    for message in step.message.split(separator: "\n") {
      lines += fact(spoken("prints"), SecretWords.masked(String(message)), words.role)
    }
    if let doubt = picture.doubt(of: .step(index)) {
      lines += fact(spoken("unknown"), doubt, .stepUnknown)
    }
    lines += before(index, step)
    for effect in step.effects { lines += fact(spoken("then"), outcome(of: effect)) }
    if let finding = state.currentFinding, finding.step == index, let effect = finding.effect {
      lines += fact(spoken("so"), effect, finding.severity.role)
    }
    let isRoomy = rows >= lines.count + 3 * step.sources.count
    for place in step.sources {
      lines += isRoomy ? excerpt(place) : [oneLine(place)]
    }
    return lines
  }

  /// What the address was before.
  private func before(_ index: Int, _ step: Step) -> [StyledLine] {
    let address = step.requestedAddress ?? step.effects.first?.address
    guard let address else { return [] }
    let earlier = picture.steps(about: address).last {
      $0 < index && forecast.step($0).outcome != .failed
    }
    guard let earlier else {
      return fact(spoken("before"), spoken("no interface has \(address)"), .textDim)
    }
    let setter = forecast.step(earlier)
    let words = StepWords(setter, earlier, in: picture)
    let who = words.number == "-" ? words.part : spoken("step \(words.number), \(words.part)")
    guard let length = setter.lengthGiven(to: address) else {
      return fact(spoken("before"), spoken("\(address) was taken off by \(who)"), .textDim)
    }
    let interface = setter.interface.map { spoken("\($0) has ") } ?? ""
    var line = StyledLine.fact(
      spoken("before"), spoken("\(interface)\(address)/\(length), by \(who)"))
    if let place = setter.sources.first {
      line.append("  ")
      line.append(picture.name(of: place), .filePath)
    }
    return line.wrapped(to: columns, indent: 10)
  }

  private func outcome(of effect: AddressEffect) -> String {
    switch effect {
    case .added(let new): spoken("\(new.address)/\(new.prefixLength) is there")
    case .confirmed(let old):
      spoken("\(old.address)/\(old.prefixLength) stays; the jail holds it, and its stop removes it")
    case .replaced(let old, let length):
      spoken("\(old.address)/\(old.prefixLength) becomes /\(length)")
    case .removed(let old): spoken("\(old.address)/\(old.prefixLength) is gone")
    }
  }

  private func excerpt(_ place: Place) -> [StyledLine] {
    [StyledLine(picture.name(of: place), .filePath)]
      + (SourceExcerpt(place, picture, glyphs)?.lines(context: 0, columns) ?? [])
  }

  private func oneLine(_ place: Place) -> StyledLine {
    var line = StyledLine(spoken("at"), .textDim)
    line.pad(to: 10)
    line.append(picture.name(of: place), .filePath)
    if let number = picture.line(of: place), let file = picture.file(at: place.path),
      let span = picture.span(ofLine: number, in: place.path)
    {
      let part = SourceSpan(span.lower, min(span.upper, span.lower + 4 * columns))
      let text = picture.text(part, of: span, in: file)
      line.append("  ")
      line.append(String(text.drop { $0 == " " || $0 == "\t" }), .fileContext)
    }
    return line.cut(to: columns, glyphs)
  }
}
