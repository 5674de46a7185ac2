/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/fault.h"
#include "release/serials-private.h"

#include <string.h>

/* More digits are no number that anybody counts with. */
#define MAX_DIGITS 9
/* Of the numbers that the program gives. */
#define OWN_DIGITS 3

static void
row_free (gpointer data)
{
  LiaisonSerialRow *row = data;

  g_array_unref (row->numbers);
  g_free (row->beginning);
  g_free (row);
}

gboolean
liaison_serials_next_part (const char *serial, LiaisonSerialPart *part)
{
  for (gsize i = part->end; serial[i] != '\0';)
    {
      guint digits = 0, number = 0;

      for (; g_ascii_isdigit (serial[i + digits]); digits++)
        number = digits < MAX_DIGITS ? number * 10 + (guint) (serial[i + digits] - '0') : 0;
      *part = (LiaisonSerialPart){ i, i + digits, number };
      if (digits > 0 && digits <= MAX_DIGITS)
        return TRUE;
      i += MAX (digits, 1);
    }
  return FALSE;
}

static char *
name_row (LiaisonKindId kind, const char *serial, gsize length)
{
  return g_strdup_printf ("%d/%.*s", (int) kind, (int) length, serial);
}

LiaisonSerialRow *
liaison_serials_find_row (const LiaisonSerials *self,
                          LiaisonKindId kind,
                          const char *serial,
                          gsize length)
{
  g_autofree char *name = name_row (kind, serial, length);

  return g_hash_table_lookup (self->rows, name);
}

static LiaisonSerialRow *
add_row (LiaisonSerials *self, LiaisonKindId kind, const char *serial, gsize length, guint depth)
{
  LiaisonSerialRow *row = g_new0 (LiaisonSerialRow, 1);

  row->kind = kind;
  row->beginning = g_strndup (serial, length);
  row->depth = depth;
  row->numbers = g_array_new (FALSE, FALSE, sizeof (LiaisonSerialNumber));
  g_hash_table_insert (self->rows, name_row (kind, serial, length), row);
  return row;
}

static void
add_serial_cb (const LiaisonBlock *block, const char *serial, gpointer data)
{
  LiaisonSerials *self = data;
  LiaisonKindId kind = liaison_kind_for_shape (block->shape)->id;
  LiaisonSerialPart part = { 0 };

  for (guint depth = 0; liaison_serials_next_part (serial, &part); depth++)
    {
      LiaisonSerialRow *row = liaison_serials_find_row (self, kind, serial, part.place);
      const LiaisonSerialNumber number = { part.number, 0 };

      if (row == NULL)
        row = add_row (self, kind, serial, part.place, depth);
      row->goes_on = row->goes_on || serial[part.end] != '\0';
      g_array_append_val (row->numbers, number);
    }
}

/* The field that holds numbers that the program gives or people count by; NULL: the kind's codes
 * are names. */
static const LiaisonField *
find_field (const LiaisonKind *kind)
{
  const LiaisonField *field = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);
  gboolean numbered = kind->prefix != NULL && g_ascii_isalpha (*kind->prefix);

  return numbered && field != NULL && field->type == LIAISON_FIELD_STRING ? field : NULL;
}

const char *
liaison_serials_get_raw (const LiaisonBlock *block)
{
  const LiaisonField *field = find_field (liaison_kind_for_shape (block->shape));

  return field != NULL ? *(GRefString *const *) LIAISON_BLOCK_AT (block, field) : NULL;
}

void
liaison_serials_foreach (const LiaisonView *view, LiaisonSerialsFunc func, gpointer data)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks =
          liaison_snapshot_get (liaison_view_get_plan (view), kind, &n);

      for (guint i = 0; find_field (liaison_kind_get (kind)) != NULL && i < n; i++)
        {
          const char *serial = liaison_serials_get_raw (blocks[i]);

          if (serial != NULL
              && (liaison_view_find (view, blocks[i]->id) != NULL
                  || LIAISON_HAS_FAULT (WITHHELD_SERIAL_SHOWN)))
            func (blocks[i], serial, data);
        }
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint one = ((const LiaisonSerialNumber *) a)->raw,
        other = ((const LiaisonSerialNumber *) b)->raw;

  return one < other ? -1 : one > other;
}

static void
sort_row (LiaisonSerialRow *row)
{
  LiaisonSerialNumber *numbers = (LiaisonSerialNumber *) row->numbers->data;
  guint n = 0;

  g_array_sort (row->numbers, compare_numbers);
  for (guint i = 0; i < row->numbers->len; i++)
    if (i == 0 || numbers[i].raw != numbers[n - 1].raw)
      numbers[n++] = numbers[i];
  g_array_set_size (row->numbers, n);
}

LiaisonSerials *
liaison_serials_gather (const LiaisonView *view)
{
  LiaisonSerials *self = g_new0 (LiaisonSerials, 1);
  GHashTableIter iter;
  gpointer row;

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  liaison_serials_foreach (view, add_serial_cb, self);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    sort_row (row);
  return self;
}

/* How the numbers were written is no guide: whoever reads EV-1 where others read EV-01 would know
 * that no number before it had two digits. */
static guint
choose_width (const LiaisonSerialRow *row)
{
  g_autofree char *own = g_strconcat (liaison_kind_get (row->kind)->prefix, "-", NULL);
  guint width = 1;

  if (strcmp (row->beginning, own) == 0 && !row->goes_on)
    return OWN_DIGITS;
  for (guint most = row->highest; most >= 10; most /= 10)
    width++;
  return width;
}

void
liaison_serials_settle (LiaisonSerialRow *row)
{
  for (guint i = 0; i < row->numbers->len; i++)
    {
      LiaisonSerialNumber *number = &g_array_index (row->numbers, LiaisonSerialNumber, i);

      if (number->fresh == 0)
        number->fresh = ++row->highest;
    }
  if (row->width == 0)
    row->width = choose_width (row);
}

/* Shorter ones stand in texts for something else: S1 is a staff branch, too. */
#define MIN_SPOKEN 4

static gboolean
is_spoken (const char *serial)
{
  gboolean letter = FALSE, digit = FALSE;

  for (const char *p = serial; *p != '\0'; p++)
    {
      letter = letter || g_ascii_isalpha (*p);
      digit = digit || g_ascii_isdigit (*p);
    }
  return letter && digit && strlen (serial) >= MIN_SPOKEN;
}

void
liaison_serials_add_text (LiaisonSerials *self, const LiaisonBlock *block, const char *fresh)
{
  const char *serial = liaison_serials_get_raw (block);
  const char *other = g_hash_table_lookup (self->texts, serial);

  if (is_spoken (serial))
    g_hash_table_insert (self->texts, g_strdup (serial),
                         g_strdup (other == NULL || strcmp (other, fresh) == 0 ? fresh : ""));
}

static void
add_text_cb (const LiaisonBlock *block, const char *serial, gpointer data)
{
  g_autofree char *fresh =
      liaison_serials_make (data, liaison_kind_for_shape (block->shape)->id, serial);

  liaison_serials_add_text (data, block, fresh);
}

void
liaison_serials_add_texts (LiaisonSerials *self, const LiaisonView *view)
{
  liaison_serials_foreach (view, add_text_cb, self);
}

LiaisonSerials *
liaison_serials_new (const LiaisonView *view)
{
  LiaisonSerials *self = liaison_serials_gather (view);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    liaison_serials_settle (row);
  liaison_serials_add_texts (self, view);
  return self;
}

void
liaison_serials_free (LiaisonSerials *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->texts);
  g_free (self);
}

static void
append_number (GString *made, const LiaisonSerialRow *row, const LiaisonSerialPart *part)
{
  const LiaisonSerialNumber wanted = { part->number, 0 };
  guint place;

  if (row != NULL && g_array_binary_search (row->numbers, &wanted, compare_numbers, &place))
    g_string_append_printf (made, "%0*u", (int) row->width,
                            g_array_index (row->numbers, LiaisonSerialNumber, place).fresh);
  else
    g_string_append_printf (made, "%0*u", (int) (part->end - part->place), part->number);
}

char *
liaison_serials_make_beginning (const LiaisonSerials *self,
                                LiaisonKindId kind,
                                const char *serial,
                                gsize length)
{
  GString *made = g_string_new (NULL);
  LiaisonSerialPart part = { 0 };
  gsize done = 0;

  while (liaison_serials_next_part (serial, &part) && part.end <= length)
    {
      g_string_append_len (made, serial + done, (gssize) (part.place - done));
      append_number (made, liaison_serials_find_row (self, kind, serial, part.place), &part);
      done = part.end;
    }
  g_string_append_len (made, serial + done, (gssize) (length - done));
  return g_string_free (made, FALSE);
}

char *
liaison_serials_make (const LiaisonSerials *self, LiaisonKindId kind, const char *serial)
{
  if (find_field (liaison_kind_get (kind)) == NULL || LIAISON_HAS_FAULT (SERIALS_KEPT))
    return g_strdup (serial);
  return liaison_serials_make_beginning (self, kind, serial, strlen (serial));
}

static gboolean
is_part (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.' || c == '_';
}

gsize
liaison_serials_measure (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalnum (*text) && is_part (text[length]))
    length++;
  while (length > 0 && !g_ascii_isalnum (text[length - 1]))
    length--;
  return length;
}

char *
liaison_serials_make_text (const LiaisonSerials *self, const char *text)
{
  g_autoptr (GString) made = NULL;
  gsize done = 0;

  for (gsize i = 0; text[i] != '\0';)
    {
      gsize length = liaison_serials_measure (text + i);
      g_autofree char *word = g_strndup (text + i, length);
      const char *fresh = length > 1 ? g_hash_table_lookup (self->texts, word) : NULL;

      if (fresh != NULL && *fresh != '\0' && strcmp (fresh, word) != 0)
        {
          made = made != NULL ? made : g_string_new (NULL);
          g_string_append_len (made, text + done, (gssize) (i - done));
          g_string_append (made, fresh);
          done = i + length;
        }
      i += MAX (length, 1);
    }
  return made != NULL
             ? g_string_free (g_string_append (g_steal_pointer (&made), text + done), FALSE)
             : NULL;
}

const char *
liaison_serials_get (const LiaisonBlock *block)
{
  const char *serial = liaison_serials_get_raw (block);

  return serial != NULL && is_spoken (serial) ? serial : NULL;
}
