import CTerminal
import CellGrid

/// The terminal the program runs at, as far as ncurses reaches.
enum Terminal {}
