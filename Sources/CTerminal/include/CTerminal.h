/* All that the program knows of ncurses, and of the signals of a terminal: one screen, drawn into by
   one thread. Sizes are in cells, times in milliseconds. */
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#else
#define _Nullable
#endif

/* What became of ct_open. */
enum ct_opened {
  CT_OPENED,
  /* Another screen is open. */
  CT_ALREADY_OPEN,
  /* Standard output is no terminal, or there is none to read keys from. */
  CT_NO_TERMINAL,
  /* ncurses would not start, with any description. */
  CT_NO_SCREEN
};

/* Takes the terminal over. */
enum ct_opened ct_open(void);
/* Gives the terminal back for good, and then shows what was written to standard error meanwhile. */
void ct_close(void);
/* Gives the terminal back for the time another program has it. */
void ct_leave(void);
/* Takes it again and paints everything. */
void ct_enter(void);
/* Leaves, stops as Ctrl-Z demands, and enters when the program is continued. */
void ct_stop(void);

int32_t ct_rows(void);
int32_t ct_columns(void);
/* Asks the terminal for its size, and takes it. */
void ct_measure(void);
/* 0 when it has none, 8, 16 or 256. */
int32_t ct_colors(void);
/* Pairs of colours that may be defined, numbered from 1. */
int32_t ct_pairs(void);
/* Whether characters beyond ASCII can be shown. */
bool ct_is_utf8(void);
/* How long an Esc may be the beginning of another key: more than a link's jitter, less than anybody
   notices. */
int32_t ct_escape_delay(void);
/* Whether it may be sent text for the clipboard. */
bool ct_has_clipboard(void);

/* Bits of ct_put's attributes, those of Appearance.Attributes. */
enum { CT_BOLD = 1, CT_DIM = 2, CT_REVERSE = 4, CT_UNDERLINE = 8, CT_ITALIC = 16 };

/* Gives a pair its colours; -1 is the terminal's own. */
void ct_define_pair(int32_t pair, int32_t foreground, int32_t background);
/* Puts a character with its marks into one cell, or two. One that the C library holds for wider or
   narrower is replaced, so that the grid stays. */
void ct_put(int32_t row, int32_t column, const uint32_t *scalars, int32_t count, int32_t width,
            uint32_t attributes, int32_t pair);
/* Sends what differs; the cursor is hidden when its row is negative. */
void ct_flush(int32_t row, int32_t column);
/* Sends everything again. */
void ct_repaint(void);
/* Asks for clicks and the wheel, or leaves the mouse to the terminal. */
void ct_set_mouse(bool on);
/* Sends bytes past ncurses. */
void ct_send(const uint8_t *bytes, int64_t count);
/* Sends what brings a terminal back from a program that was killed. */
void ct_reset(void);

/* What a wait came to. */
struct ct_news {
  /* Bytes read. */
  int32_t count;
  /* The first of the descriptors that can be read, or -1. */
  int32_t ready;
  /* The signal that asks the program to end, or 0. */
  int32_t ended;
  /* The terminal is gone. */
  bool gone;
  /* It may have another size. */
  bool resized;
  /* Ctrl-Z was pressed. */
  bool stopped;
  /* Somebody continued the program after stopping it unasked. */
  bool continued;
  /* ct_wake was called. */
  bool woken;
};

/* Waits for keys, signals, ct_wake and descriptors; a negative time is for ever. */
struct ct_news ct_wait(int32_t timeout, const int32_t *_Nullable descriptors, int32_t watched,
                       uint8_t *buffer, int32_t room);
/* Ends a wait; may be called from any thread, and does nothing when no screen is open. */
void ct_wake(void);
/* A clock that only goes forward. */
int64_t ct_now(void);
/* The special key that the terminal's description has these bytes for, by its terminfo name such as
   "kcuu1", or NULL. */
const char *_Nullable ct_key(const uint8_t *bytes, int32_t count);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif
#endif
