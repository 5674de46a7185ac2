/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chunks of input, and where in the text something stands. */
#include "config.h"

#include "json/reader-private.h"
#include "json/scan.h"

#define EIGHT_SPACES (LIAISON_JSON_ONES * ' ')

/* The sum of the eight bytes of @word, each at most 31. */
static guint64
sum_bytes (guint64 word)
{
  return (word * LIAISON_JSON_ONES) >> 56;
}

/* 1 in each byte of @word that is a newline. */
static guint64
mark_newlines (guint64 word)
{
  guint64 rest = word ^ (LIAISON_JSON_ONES * '\n');
  guint64 low = (rest & ~LIAISON_JSON_HIGHS) + ~LIAISON_JSON_HIGHS;

  return (~(low | rest) & LIAISON_JSON_HIGHS) >> 7;
}

/* 1 in each byte of @word that goes on with a UTF-8 sequence. */
static guint64
mark_continuations (guint64 word)
{
  return (word & ~(word << 1) & LIAISON_JSON_HIGHS) >> 7;
}

static guint64
count_marks (const char *bytes, gsize n, guint64 (*mark) (guint64 word))
{
  guint64 count = 0;

  while (n >= 8)
    {
      guint64 sums = 0;

      for (guint i = 0; i < 31 && n >= 8; i++, bytes += 8, n -= 8)
        sums += mark (liaison_json_load (bytes));
      count += sum_bytes (sums);
    }
  for (; n > 0; bytes++, n--)
    count += mark ((guint64) (guchar) *bytes) & 1;
  return count;
}

/* All bytes of every input pass here. */
static guint64
count_newlines (const char *bytes, gsize n)
{
  guint64 count = 0;

#ifdef __SSE2__
  while (n >= 16)
    {
      __m128i sums = _mm_setzero_si128 ();

      for (guint i = 0; i < 255 && n >= 16; i++, bytes += 16, n -= 16)
        sums = _mm_sub_epi8 (
            sums, _mm_cmpeq_epi8 (_mm_loadu_si128 ((const __m128i *) bytes), _mm_set1_epi8 ('\n')));
      sums = _mm_sad_epu8 (sums, _mm_setzero_si128 ());
      count += (guint64) _mm_extract_epi16 (sums, 0) + (guint64) _mm_extract_epi16 (sums, 4);
    }
#endif
  return count + count_marks (bytes, n, mark_newlines);
}

/* Moves @place, which stands at @bytes, over @n bytes. */
static void
move_place (LiaisonJsonPlace *place, const char *bytes, gsize n)
{
  guint64 newlines = count_newlines (bytes, n);

  place->offset += n;
  place->line += newlines;
  if (newlines > 0)
    {
      const char *line = (const char *) memrchr (bytes, '\n', n) + 1;

      n -= (gsize) (line - bytes);
      bytes = line;
      place->column = 1;
    }
  place->column += n - count_marks (bytes, n, mark_continuations);
}

void
liaison_json_reader_locate (LiaisonJsonReader *self, LiaisonJsonPlace *place)
{
  LiaisonJsonPlace at = self->start;

  if (place->line != 0)
    return;
  move_place (&at, self->bytes, place->offset - at.offset);
  *place = at;
}

/* Before the chunk goes, what stands in it is counted. The brackets of open frames stand one after
 * the other. */
static void
leave_chunk (LiaisonJsonReader *self)
{
  LiaisonJsonPlace at = self->start;

  liaison_json_reader_locate (self, &self->mark);
  for (guint i = 0; i < self->depth; i++)
    {
      LiaisonJsonPlace *place = &self->frames[i].place;

      if (place->line != 0)
        continue;
      move_place (&at, self->bytes + (at.offset - self->start.offset), place->offset - at.offset);
      *place = at;
    }
  move_place (&at, self->bytes + (at.offset - self->start.offset),
              (gsize) (self->end - self->bytes) - (gsize) (at.offset - self->start.offset));
  self->start = at;
}

/* Reads up to @n bytes; 0 at the end, -1 on failure. */
static gssize
read_some (LiaisonJsonReader *self, char *bytes, gsize n)
{
  g_autoptr (GError) error = NULL;
  gssize got;

  if (self->stream == NULL)
    {
      n = MIN (n, self->data_left);
      memcpy (bytes, self->data, n);
      self->data += n;
      self->data_left -= n;
      return (gssize) n;
    }
  got = g_input_stream_read (self->stream, bytes, n, self->cancellable, &error);
  if (got < 0)
    g_propagate_prefixed_error (&self->failure, g_steal_pointer (&error), "%s: ", self->display);
  return got;
}

static gboolean
read_chunk (LiaisonJsonReader *self)
{
  gsize wanted = self->start.offset == 0 ? LIAISON_JSON_FIRST : 1;
  gsize have = 0;

  while (have < wanted)
    {
      gssize got = read_some (self, self->bytes + have, self->size - have);

      if (got <= 0)
        {
          self->ended = TRUE;
          break;
        }
      have += (gsize) got;
    }
  if (have > self->limits.bytes - self->start.offset)
    {
      have = (gsize) (self->limits.bytes - self->start.offset);
      self->ended = self->too_long = TRUE;
    }
  self->next = self->bytes;
  self->end = self->bytes + have;
  memset (self->end, 0, LIAISON_JSON_PADDING);
  return have > 0 && self->failure == NULL;
}

static gboolean
refuse_more (LiaisonJsonReader *self)
{
  if (self->too_long)
    liaison_json_reader_refuse (self, NULL, LIAISON_JSON_ERROR_LIMIT, 0,
                                "the input is longer than %" G_GUINT64_FORMAT " bytes",
                                self->limits.bytes);
  return FALSE;
}

gboolean
liaison_json_reader_fill (LiaisonJsonReader *self)
{
  gboolean more;

  g_assert (self->next == self->end);
  if (self->ended || self->failure != NULL)
    return refuse_more (self);
  if (self->from != NULL)
    g_string_append_len (self->tap, self->from, self->end - self->from);
  leave_chunk (self);
  more = read_chunk (self);
  /* A number may end here, where nothing more comes. */
  if (self->from != NULL)
    self->from = self->bytes;
  return more || refuse_more (self);
}

static inline gboolean
is_space (char byte)
{
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* How many of the eight bytes at @bytes are spaces before the first that is none. */
static inline guint
count_spaces (const char *bytes)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  guint64 others = liaison_json_load (bytes) ^ EIGHT_SPACES;

  return others == 0 ? 8 : (guint) __builtin_ctzll (others) / 8;
#else
  guint n = 0;

  while (n < 8 && bytes[n] == ' ')
    n++;
  return n;
#endif
}

/* Mostly a new line and its indentation. */
static char *
skip_space_in_chunk (char *next)
{
  while (is_space (*next))
    {
      guint spaces;

      next++;
      do
        {
          spaces = count_spaces (next);
          next += spaces;
        }
      while (spaces == 8);
    }
  return next;
}

char
liaison_json_reader_skip_space (LiaisonJsonReader *self)
{
  do
    self->next = skip_space_in_chunk (self->next);
  while (self->next == self->end && liaison_json_reader_fill (self));
  return *self->next;
}

guint64
liaison_json_reader_get_position (LiaisonJsonReader *self)
{
  return self->start.offset + (guint64) (self->next - self->bytes);
}
