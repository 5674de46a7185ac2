/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the reader share: input, places, errors, strings and numbers. */
#pragma once

#include "json/name-set.h"
#include "json/reader.h"

G_BEGIN_DECLS

/* Large enough that a read costs nothing, small enough to stay in the processor's cache. */
#define LIAISON_JSON_CHUNK (128 * 1024)
/* A first chunk holds the bytes of a byte order mark, if there are as many. */
#define LIAISON_JSON_FIRST 3
/* Readable zeros after the chunk: they stop every scan and let it look at eight bytes at once. */
#define LIAISON_JSON_PADDING 16

/* A place in the input. The line is counted only when someone asks or the bytes go; until then it
 * is 0. */
typedef struct
{
  guint64 offset; /* bytes from the start */
  guint64 line;   /* from 1 */
  guint64 column; /* characters, from 1 */
} LiaisonJsonPlace;

/* An object or array that is open. */
typedef struct
{
  LiaisonJsonPlace place; /* of its bracket */
  gboolean is_object;
  guint64 n; /* members or elements begun */

  /* Of an object */
  const LiaisonJsonNames *names; /* borrowed; those its members are looked up in */
  guint hint;                    /* where to look first: after the name last found */
  guint64 seen[LIAISON_JSON_MAX_NAMES / 64];
  LiaisonJsonNameSet others; /* names that are not in names */
  const char *name;          /* last taken; NULL before the first and between two */
  gsize name_length;
  char own_name[LIAISON_JSON_MAX_NAME + 1];
} LiaisonJsonFrame;

struct _LiaisonJsonReader
{
  /* Input */
  GInputStream *stream; /* owned; NULL when reading data */
  GCancellable *cancellable;
  const char *data; /* borrowed */
  gsize data_left;
  char *display;
  LiaisonJsonLimits limits;
  gboolean ended;    /* nothing more is read */
  gboolean too_long; /* because of the limit */

  /* Chunk */
  char *bytes;            /* owned */
  gsize size;             /* of a chunk, without the padding */
  char *next;             /* what comes next */
  char *end;              /* a zero is here */
  LiaisonJsonPlace start; /* of bytes */

  /* State */
  gboolean due;          /* a value must be read now */
  GError *failure;       /* the first; everything after it fails likewise */
  LiaisonJsonPlace mark; /* of the value or name last begun */
  guint depth;
  LiaisonJsonFrame frames[LIAISON_JSON_MAX_DEPTH];
  LiaisonJsonNameStore names;

  /* Tokens that are not whole in the chunk, or have escapes */
  GString *text;
  char number[LIAISON_JSON_MAX_NUMBER + 1];

  /* Copying tokens as they are */
  GString *tap;     /* borrowed; NULL when nobody wants them */
  const char *from; /* what of the token in hand is not copied yet; NULL between tokens */
};

/* Input */

/* Replaces the chunk, all of which was read, by the next. FALSE at the end or when reading failed;
 * either way the refusal that the caller then makes says the right thing. */
gboolean liaison_json_reader_fill (LiaisonJsonReader *self);
/* Skips white space; gives the byte after it without taking it, and zero where there is none. */
char liaison_json_reader_skip_space (LiaisonJsonReader *self);
/* Counts the line and column of @place, unless known. */
void liaison_json_reader_locate (LiaisonJsonReader *self, LiaisonJsonPlace *place);

/* What comes next is the value or name that errors are about. */
static inline void
liaison_json_reader_set_mark (LiaisonJsonReader *self)
{
  self->mark.offset = self->start.offset + (guint64) (self->next - self->bytes);
  self->mark.line = 0;
}

/* The byte after any white space, not taken; zero at the end. */
static inline char
liaison_json_reader_see (LiaisonJsonReader *self)
{
  return *self->next > ' ' ? *self->next : liaison_json_reader_skip_space (self);
}

/* Whether there is a byte at next, reading on if need be. */
static inline gboolean
liaison_json_reader_has_byte (LiaisonJsonReader *self)
{
  return self->next < self->end || liaison_json_reader_fill (self);
}

/* Copying tokens */

static inline void
liaison_json_reader_tap_begin (LiaisonJsonReader *self)
{
  if (G_UNLIKELY (self->tap != NULL))
    self->from = self->next;
}

static inline void
liaison_json_reader_tap_end (LiaisonJsonReader *self, const char *end)
{
  if (G_UNLIKELY (self->tap != NULL))
    {
      g_string_append_len (self->tap, self->from, end - self->from);
      self->from = NULL;
    }
}

static inline void
liaison_json_reader_tap_byte (LiaisonJsonReader *self, char byte)
{
  if (G_UNLIKELY (self->tap != NULL))
    g_string_append_c (self->tap, byte);
}

/* Errors: all return FALSE, and the reader stays failed. */

/* At the byte that comes next, or @back characters of its line before it. */
gboolean liaison_json_reader_refuse (LiaisonJsonReader *self,
                                     GError **error,
                                     LiaisonJsonError code,
                                     guint back,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (5, 6);
/* At the value or name last begun. */
gboolean liaison_json_reader_refuse_mark (LiaisonJsonReader *self,
                                          GError **error,
                                          LiaisonJsonError code,
                                          const char *format,
                                          ...) G_GNUC_PRINTF (4, 5);
/* The next byte is none of those that @expected names in words. */
gboolean
liaison_json_reader_refuse_byte (LiaisonJsonReader *self, GError **error, const char *expected);
/* The error kept, if there is one. */
gboolean liaison_json_reader_refuse_again (LiaisonJsonReader *self, GError **error);

/* Tokens */

/* Takes the string whose quotation mark is next; at most @limit bytes, counted without escapes.
 * @what names it in an error. */
gboolean liaison_json_reader_take_string (LiaisonJsonReader *self,
                                          const char **text,
                                          gsize *length,
                                          gsize limit,
                                          const char *what,
                                          GError **error);

/* What a number's token says. */
typedef struct
{
  const char *token; /* not NUL-terminated, but followed by a byte that is of no number */
  gsize length;
  gboolean negative;
  gboolean integral; /* neither fraction nor exponent */
  guint64 digits;    /* the significant digits as an integer, while they fit */
  gboolean overflow; /* they do not */
  int exponent;      /* of ten, for digits */
  int magnitude;     /* the number is below ten to this */
} LiaisonJsonNumber;

/* Takes the number that is next, sees that it is finite and, if an integer, within +-(2^53 - 1). */
gboolean liaison_json_reader_take_number (LiaisonJsonReader *self,
                                          LiaisonJsonNumber *number,
                                          GError **error);
gboolean liaison_json_reader_take_word (LiaisonJsonReader *self, const char *word, GError **error);

/* Sees that a value of type @wanted is next, and that it was due. */
gboolean
liaison_json_reader_begin (LiaisonJsonReader *self, LiaisonJsonType wanted, GError **error);

G_END_DECLS
