import Testing

/// Records one issue for each finding, so that a failure lists every place at once.
func expectNone(
  _ findings: some Sequence<String>, sourceLocation: SourceLocation = #_sourceLocation
) {
  for finding in findings {
    Issue.record(Comment(rawValue: finding), sourceLocation: sourceLocation)
  }
}
