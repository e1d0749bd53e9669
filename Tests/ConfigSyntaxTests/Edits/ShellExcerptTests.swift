import SourceText
import Testing

@testable import ConfigSyntax

struct ShellExcerptTests {
  private static let sample = #"""
    # name \
    a="1"; b='2' # note

    export c=3 \

    d="x \
      y" e=$(cat <<E
    f=4
    E
    )
    cat <<-F; g=5
    \#th=6 \
    \#tF
    \
    if [ "$a" ]; then
      i=7
    fi
    j=`k=8` & l=$((1 + 2))

    """#

  /// A statement as it reads, and where it ends up.
  private struct Read: Equatable {
    let span: SourceSpan
    let sketch: String

    init?(_ node: ShellNode, shiftedBy shift: Int) {
      guard case .statement(let statement) = node.kind else { return nil }
      span = SourceSpan(node.span.lower + shift, node.span.upper + shift)
      sketch = statement.command.sketch
    }
  }

  @Test(arguments: [
    "", "\n", "\\", "\"", "'", "#", " ", ";", "(", "<<E\n", "`", "$(", "&", "x=1\n",
  ])
  func `the lines around an edit read as they do in the whole file`(_ text: String) throws {
    let bytes = Array(Self.sample.utf8)
    let settings = ShellSettings(bytes)
    try #require(settings.script.syntaxError == nil)
    var narrow = 0
    for offset in bytes.indices {
      for length in [0, 1, 7] where offset + length <= bytes.count {
        let edits = try EditSet([
          .replace(SourceSpan(offset, offset + length), with: Array(text.utf8))
        ])
        let excerpt = try ShellExcerpt(settings, with: edits)
        let whole = parseShell(try edits.applied(to: bytes))
        let end = excerpt.start + excerpt.old.bytes.count
        let shift = excerpt.new.bytes.count - excerpt.old.bytes.count
        let before = settings.script.nodes.filter { $0.span.upper <= excerpt.start }
        let behind = settings.script.nodes.filter { $0.span.lower >= end }
        if excerpt.new.script.syntaxError == nil {
          let read =
            before.compactMap { Read($0, shiftedBy: 0) }
            + excerpt.new.script.nodes.compactMap { Read($0, shiftedBy: excerpt.start) }
            + behind.compactMap { Read($0, shiftedBy: shift) }
          #expect(read == whole.nodes.compactMap { Read($0, shiftedBy: 0) }, "at \(offset)")
        }
        #expect(
          (excerpt.new.script.syntaxError == nil) == (whole.syntaxError == nil), "at \(offset)")
        if excerpt.old.bytes.count < bytes.count { narrow += 1 }
      }
    }
    // a quote reaches over many lines; most edits don't
    #expect(narrow > bytes.count)
  }
}
