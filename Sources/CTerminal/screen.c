/* The screen: ncurses opened, drawn into and closed. */
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#if !NCURSES_WIDECHAR
#error "ncurses is needed with wide characters"
#endif

int ct_input = -1, ct_output = -1;
struct ct_features ct_features;

static SCREEN *screen;
static FILE *reading, *writing;
/* Where ncurses writes: the terminal, or the frame that is put together. */
static int drawing = -1, frame = -1;
static bool utf8, default_colors, mouse_wanted, cursor_shown;

static void send(const char *text) { ct_write_all(drawing, text, strlen(text)); }

/* ncurses writes whenever it has moved the cursor, dozens of times a frame, and each time whoever reads is
   woken: what it writes is put together in a file, and sent at once. */
static void begin_frame(void) {
  if (frame < 0) frame = ct_nameless_file("frame");
  if (frame >= 0) dup3(frame, drawing, O_CLOEXEC);
}

static void send_frame(void) {
  if (frame < 0) return;
  dup3(ct_output, drawing, O_CLOEXEC);
  ct_send_kept(frame, ct_output);
  lseek(frame, 0, SEEK_SET);
}

/* A host reached over SSH is told the locale of where one comes from, which it may not have. Only
   characters are taken from it: messages and figures are the program's own. */
static void choose_locale(void) {
  if (setlocale(LC_CTYPE, "") == NULL) {
    const char *variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *wanted = NULL;
    for (int i = 0; i < 3 && (wanted == NULL || *wanted == '\0'); i++) wanted = getenv(variables[i]);
    const char *dot = wanted ? strchr(wanted, '.') : NULL;
    bool is_utf8 = dot && (strncasecmp(dot, ".utf-8", 6) == 0 || strncasecmp(dot, ".utf8", 5) == 0);
    if (is_utf8) setlocale(LC_CTYPE, "C.UTF-8");
  }
  utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool find_terminal(void) {
  if (!isatty(STDOUT_FILENO)) return false;
  int input = isatty(STDIN_FILENO) ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                                   : open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  int output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  ct_input = input;
  ct_output = output;
  drawing = output < 0 ? -1 : fcntl(output, F_DUPFD_CLOEXEC, 3);
  reading = input < 0 ? NULL : fdopen(input, "r");
  writing = drawing < 0 ? NULL : fdopen(drawing, "w");
  return reading != NULL && writing != NULL;
}

static void forget_terminal(void) {
  if (reading) fclose(reading);
  else if (ct_input >= 0) close(ct_input);
  if (writing) fclose(writing);
  else if (drawing >= 0) close(drawing);
  if (ct_output >= 0) close(ct_output);
  if (frame >= 0) close(frame);
  reading = writing = NULL;
  ct_input = ct_output = drawing = frame = -1;
}

static bool start_ncurses(void) {
  bool embedded;
  const char *name = ct_description(&embedded);
  if (embedded) ct_begin_embedded();
  screen = newterm(name, writing, reading);
  if (embedded) ct_end_embedded();
  if (screen == NULL) return false;
  const char *term = getenv("TERM");
  ct_features = ct_features_of(term && *term ? term : name);
  ct_learn_keys();
  ct_leave_line_drawing_out();
  start_color();
  default_colors = use_default_colors() == OK;
  cbreak();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  idlok(stdscr, TRUE);
  /* a frame is sent whole, whether or not keys are waiting */
  typeahead(-1);
  curs_set(0);
  cursor_shown = false;
  return true;
}

/* What no description speaks of. */
static void ask_for_more(void) {
  if (ct_features.paste) send("\033[?2004h");
  if (ct_features.mouse && mouse_wanted) send("\033[?1000h\033[?1006h");
}

static void ask_no_more(void) {
  if (ct_features.mouse && mouse_wanted) send("\033[?1006l\033[?1000l");
  if (ct_features.paste) send("\033[?2004l");
}

enum ct_opened ct_open(void) {
  if (screen != NULL) return CT_ALREADY_OPEN;
  choose_locale();
  if (!find_terminal() || !ct_guard()) {
    forget_terminal();
    return CT_NO_TERMINAL;
  }
  ct_guard_screen(true);
  if (!start_ncurses()) {
    ct_guard_screen(false);
    ct_unguard();
    forget_terminal();
    return CT_NO_SCREEN;
  }
  ct_capture_errors();
  ct_measure();
  ask_for_more();
  return CT_OPENED;
}

void ct_leave(void) {
  ask_no_more();
  endwin();
  ct_guard_screen(false);
  ct_release_errors();
}

void ct_enter(void) {
  ct_guard_screen(true);
  ct_capture_errors();
  reset_prog_mode();
  ct_measure();
  clearok(curscr, TRUE);
  refresh();
  ask_for_more();
}

void ct_close(void) {
  if (screen == NULL) return;
  ask_no_more();
  endwin();
  ct_restore_modes();
  ct_guard_screen(false);
  ct_release_errors();
  delscreen(screen);
  screen = NULL;
  mouse_wanted = false;
  forget_terminal();
  ct_unguard();
}

int32_t ct_rows(void) { return LINES; }
int32_t ct_columns(void) { return COLS; }
bool ct_is_utf8(void) { return utf8; }
bool ct_has_clipboard(void) { return ct_features.clipboard; }

void ct_measure(void) {
  struct winsize size;
  if (ioctl(ct_output, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  if (size.ws_row == LINES && size.ws_col == COLS) return;
  resize_term(size.ws_row, size.ws_col);
  clearok(curscr, TRUE);
}

int32_t ct_colors(void) {
  if (!has_colors()) return 0;
  return COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0;
}

int32_t ct_pairs(void) {
  const int32_t most = 32767;
  if (!has_colors()) return 0;
  return COLOR_PAIRS - 1 < most ? COLOR_PAIRS - 1 : most;
}

void ct_define_pair(int32_t pair, int32_t foreground, int32_t background) {
  if (!default_colors && foreground < 0) foreground = COLOR_WHITE;
  if (!default_colors && background < 0) background = COLOR_BLACK;
  init_extended_pair(pair, foreground, background);
}

static attr_t attributes_of(uint32_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & CT_BOLD) attributes |= A_BOLD;
  if (bits & CT_DIM) attributes |= A_DIM;
  if (bits & CT_REVERSE) attributes |= A_REVERSE;
  if (bits & CT_UNDERLINE) attributes |= A_UNDERLINE;
#ifdef A_ITALIC
  if (bits & CT_ITALIC) attributes |= A_ITALIC;
#endif
  return attributes;
}

/* The characters as the C library counts them, or blanks where it counts otherwise. */
static void fill(wchar_t *text, const uint32_t *scalars, int32_t count, int32_t width) {
  bool shows = count > 0 && (scalars[0] < 0x80 || utf8);
  if (shows && scalars[0] >= 0x80) shows = wcwidth((wchar_t)scalars[0]) == width;
  if (shows && scalars[0] < 0x80) shows = scalars[0] >= 0x20 && scalars[0] < 0x7f && width == 1;
  if (!shows) {
    wcscpy(text, L"?");
    return;
  }
  int length = 0;
  for (int32_t i = 0; i < count && length < CCHARW_MAX; i++) {
    if (i == 0 || wcwidth((wchar_t)scalars[i]) == 0) text[length++] = (wchar_t)scalars[i];
  }
  text[length] = L'\0';
}

void ct_put(int32_t row, int32_t column, const uint32_t *scalars, int32_t count, int32_t width,
            uint32_t attributes, int32_t pair) {
  wchar_t text[CCHARW_MAX + 1];
  cchar_t cell;
  int extended = pair;
  fill(text, scalars, count, width);
  setcchar(&cell, text, attributes_of(attributes), 0, &extended);
  mvadd_wchnstr(row, column, &cell, 1);
  if (width == 2 && text[0] == L'?') {
    setcchar(&cell, L" ", attributes_of(attributes), 0, &extended);
    mvadd_wchnstr(row, column + 1, &cell, 1);
  }
}

void ct_flush(int32_t row, int32_t column) {
  begin_frame();
  if (ct_features.synchronized) send("\033[?2026h");
  bool shown = row >= 0;
  if (shown != cursor_shown) curs_set(shown ? 1 : 0);
  cursor_shown = shown;
  if (shown) move(row, column);
  wnoutrefresh(stdscr);
  doupdate();
  if (ct_features.synchronized) send("\033[?2026l");
  send_frame();
}

void ct_repaint(void) {
  begin_frame();
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  send_frame();
}

void ct_set_mouse(bool on) {
  if (on == mouse_wanted) return;
  mouse_wanted = on;
  if (ct_features.mouse) send(on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
}

void ct_send(const uint8_t *bytes, int64_t count) {
  ct_write_all(ct_output, bytes, (unsigned long)count);
}
