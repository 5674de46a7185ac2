/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/serials.h"

#include "release/fault.h"

#include <string.h>

/* More digits are no number that anybody counts with. */
#define MAX_DIGITS 9

/* The numbers that stand behind one beginning. */
typedef struct
{
  GArray *numbers; /* of guint, ascending and each once when it is ready */
  guint width;     /* the fewest digits that any was written with */
} Row;

struct _LiaisonSerials
{
  GHashTable *rows;  /* kind and beginning -> Row; owned */
  GHashTable *texts; /* serial -> new serial, or "" where two kinds disagree; owned */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->numbers);
  g_free (row);
}

/* The number at @text and the digits it has; FALSE where there is none that counts. */
static gboolean
scan_number (const char *text, guint *number, guint *digits)
{
  *number = 0;
  for (*digits = 0; g_ascii_isdigit (text[*digits]); ++*digits)
    {
      if (*digits == MAX_DIGITS)
        return FALSE;
      *number = *number * 10 + (guint) (text[*digits] - '0');
    }
  return *digits > 0;
}

static char *
name_row (LiaisonKindId kind, const char *serial, gsize length)
{
  return g_strdup_printf ("%d/%.*s", (int) kind, (int) length, serial);
}

static void
add_number (LiaisonSerials *self, char *name, guint number, guint digits)
{
  Row *row = g_hash_table_lookup (self->rows, name);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      row->width = digits;
      g_hash_table_insert (self->rows, name, row);
    }
  else
    g_free (name);
  row->width = MIN (row->width, digits);
  g_array_append_val (row->numbers, number);
}

/* Over all digits at @place. */
static gsize
skip_digits (const char *serial, gsize place)
{
  while (g_ascii_isdigit (serial[place]))
    place++;
  return place;
}

static void
add_serial (LiaisonSerials *self, LiaisonKindId kind, const char *serial)
{
  for (gsize i = 0; serial[i] != '\0';)
    {
      guint number, digits;

      if (!g_ascii_isdigit (serial[i]))
        {
          i++;
          continue;
        }
      if (scan_number (serial + i, &number, &digits))
        add_number (self, name_row (kind, serial, i), number, digits);
      i = skip_digits (serial, i);
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

typedef void (*SerialFunc) (LiaisonSerials *self, LiaisonKindId kind, const char *serial);

static void
foreach_serial (LiaisonSerials *self, const LiaisonView *view, SerialFunc func)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonField *field = find_field (liaison_kind_get (kind));
      guint n;
      const LiaisonBlock *const *blocks =
          liaison_snapshot_get (liaison_view_get_plan (view), kind, &n);

      for (guint i = 0; field != NULL && i < n; i++)
        {
          const char *serial = *(GRefString *const *) LIAISON_BLOCK_AT (blocks[i], field);

          if (serial != NULL
              && (liaison_view_find (view, blocks[i]->id) != NULL
                  || LIAISON_HAS_FAULT (WITHHELD_SERIAL_SHOWN)))
            func (self, kind, serial);
        }
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static void
settle (Row *row)
{
  guint n = 0;

  g_array_sort (row->numbers, compare_numbers);
  for (guint i = 0; i < row->numbers->len; i++)
    if (i == 0
        || g_array_index (row->numbers, guint, i) != g_array_index (row->numbers, guint, n - 1))
      g_array_index (row->numbers, guint, n++) = g_array_index (row->numbers, guint, i);
  g_array_set_size (row->numbers, n);
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

static void
add_text (LiaisonSerials *self, LiaisonKindId kind, const char *serial)
{
  g_autofree char *made = NULL;
  const char *other = g_hash_table_lookup (self->texts, serial);

  if (!is_spoken (serial))
    return;
  made = liaison_serials_make (self, kind, serial);
  g_hash_table_insert (self->texts, g_strdup (serial),
                       other == NULL || strcmp (other, made) == 0 ? g_steal_pointer (&made)
                                                                  : g_strdup (""));
}

LiaisonSerials *
liaison_serials_new (const LiaisonView *const *views, guint n)
{
  LiaisonSerials *self = g_new0 (LiaisonSerials, 1);
  GHashTableIter iter;
  gpointer row;

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < n; i++)
    foreach_serial (self, views[i], add_serial);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    settle (row);
  for (guint i = 0; i < n; i++)
    foreach_serial (self, views[i], add_text);
  return self;
}

void
liaison_serials_free (LiaisonSerials *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->texts);
  g_free (self);
}

/* The place of the number in its row, counted from one; the number itself where there is no row. */
static guint
find_place (const Row *row, guint number)
{
  guint place;

  return row != NULL && g_array_binary_search (row->numbers, &number, compare_numbers, &place)
             ? place + 1
             : number;
}

char *
liaison_serials_make (const LiaisonSerials *self, LiaisonKindId kind, const char *serial)
{
  GString *made = g_string_new (NULL);

  if (find_field (liaison_kind_get (kind)) == NULL || LIAISON_HAS_FAULT (SERIALS_KEPT))
    return g_string_free (g_string_append (made, serial), FALSE);
  for (gsize i = 0; serial[i] != '\0';)
    {
      guint number, digits;
      gsize end = skip_digits (serial, i);

      if (end > i && scan_number (serial + i, &number, &digits))
        {
          g_autofree char *name = name_row (kind, serial, i);
          const Row *row = g_hash_table_lookup (self->rows, name);

          g_string_append_printf (made, "%0*u", row != NULL ? (int) row->width : (int) digits,
                                  find_place (row, number));
          i = end;
        }
      else if (end > i)
        {
          g_string_append_len (made, serial + i, (gssize) (end - i));
          i = end;
        }
      else
        g_string_append_c (made, serial[i++]);
    }
  return g_string_free (made, FALSE);
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
  const LiaisonField *field = find_field (liaison_kind_for_shape (block->shape));
  const char *serial =
      field != NULL ? *(GRefString *const *) LIAISON_BLOCK_AT (block, field) : NULL;

  return serial != NULL && is_spoken (serial) ? serial : NULL;
}
