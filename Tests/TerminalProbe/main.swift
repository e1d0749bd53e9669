// A program for the tests of `Terminal`: shows what it was told, and does at a key what a program
// should not survive.
import CellGrid
import Glibc
import Terminal

do {
  let probe = try Probe()
  exit(probe.run())
} catch {
  print(error.message)
  exit(70)
}
