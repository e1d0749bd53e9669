/// Where the cursor of the map is.
package struct MapPosition: Sendable, Hashable {
  /// Which of the networks.
  package internal(set) var network = 0
  /// Which of its addresses.
  package internal(set) var cell = 0

  package init() {}
}
