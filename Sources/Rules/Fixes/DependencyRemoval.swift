import HostModel
import Phrases
import SourceText

/// Taking a dependency away.
extension ExaminedHost {
  /// The fix that takes the other jail at a finding's first place out of `depend`.
  ///
  /// - Parameter meaning: what becomes of the jail, behind its name.
  func withoutDependency(_ finding: Finding, meaning: String) -> [Fix] {
    guard let jail = jail(of: finding), let place = finding.places.first?.place,
      let edit = JailStatement(at: place, self)?.without(place),
      let file = file(at: place.path)
    else { return [] }
    let other = file.text(place.span).filter { $0 != "\"" && $0 != "'" }
    return [
      Fix(
        spoken("remove \(other) from depend of jail \(jail.name)"),
        meaning: spoken("jail \(jail.name) \(meaning)"), .review, making: [edit])
    ].compactMap { $0 }
  }
}
