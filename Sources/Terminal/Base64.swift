/// Bytes as RFC 4648 writes them in 64 characters.
func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var encoded: [UInt8] = []
  encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
  var rest = bytes[...]
  while !rest.isEmpty {
    let group = Array(rest.prefix(3))
    let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0...group.count { encoded.append(alphabet[value >> (18 - 6 * place) & 63]) }
    for _ in group.count..<3 { encoded.append(UInt8(ascii: "=")) }
    rest = rest.dropFirst(3)
  }
  return encoded
}
