/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbering of a version that follows another. */
#include "config.h"

#include "release/fault.h"
#include "release/serials-private.h"

#include <string.h>

typedef struct
{
  const LiaisonSerials *before;
  const LiaisonView *view, *earlier;
  LiaisonSerials *self;
  GHashTable *held;  /* kind and beginning as the audience had it -> row of before; keys owned */
  GHashTable *taken; /* of a row and a number in it that has been given, as text; owned */
  guint depth;       /* of the rows at hand */
} Sequel;

static char *
name_held (LiaisonKindId kind, const char *beginning)
{
  return g_strdup_printf ("%d/%s", (int) kind, beginning);
}

static GHashTable *
list_held (const LiaisonSerials *before)
{
  GHashTable *held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, before->rows);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      const LiaisonSerialRow *row = data;
      g_autofree char *made = liaison_serials_make_beginning (before, row->kind, row->beginning,
                                                              strlen (row->beginning));

      g_hash_table_insert (held, name_held (row->kind, made), data);
    }
  return held;
}

/* The @depth-th number of the serial; FALSE: it has fewer. */
static gboolean
find_part (const char *serial, guint depth, LiaisonSerialPart *part)
{
  *part = (LiaisonSerialPart){ 0 };
  for (guint i = 0; i <= depth; i++)
    if (!liaison_serials_next_part (serial, part))
      return FALSE;
  return TRUE;
}

static LiaisonSerialNumber *
find_number (LiaisonSerialRow *row, guint raw)
{
  for (guint low = 0, high = row->numbers->len; low < high;)
    {
      guint middle = low + (high - low) / 2;
      LiaisonSerialNumber *number = &g_array_index (row->numbers, LiaisonSerialNumber, middle);

      if (number->raw == raw)
        return number;
      if (number->raw < raw)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* What the audience calls the record. Transfer full. */
static char *
make_held (const Sequel *self, const LiaisonBlock *block, const LiaisonBlock *before)
{
  const char *serial = liaison_serials_get_raw (before);
  LiaisonKindId kind = liaison_kind_for_shape (before->shape)->id;

  if (LIAISON_HAS_FAULT (NUMBERS_KEPT_BY_NUMBER))
    serial = liaison_serials_get_raw (block);
  return serial != NULL ? liaison_serials_make (self->before, kind, serial) : NULL;
}

/* Keeps the number that the record has for the audience, where that is behind the same beginning
 * and free. */
static void
keep_cb (const LiaisonBlock *block, const char *serial, gpointer data)
{
  Sequel *self = data;
  LiaisonKindId kind = liaison_kind_for_shape (block->shape)->id;
  const LiaisonBlock *before = liaison_view_find (self->earlier, block->id);
  g_autofree char *held = before != NULL ? make_held (self, block, before) : NULL;
  g_autofree char *beginning = NULL, *key = NULL;
  LiaisonSerialNumber *number;
  LiaisonSerialPart part, kept;

  if (held == NULL || !find_part (serial, self->depth, &part)
      || !find_part (held, self->depth, &kept))
    return;
  beginning = liaison_serials_make_beginning (self->self, kind, serial, part.place);
  if (strlen (beginning) != kept.place || strncmp (beginning, held, kept.place) != 0)
    return;
  number =
      find_number (liaison_serials_find_row (self->self, kind, serial, part.place), part.number);
  key = g_strdup_printf ("%d/%s%u", (int) kind, beginning, kept.number);
  if (number->fresh == 0 && g_hash_table_add (self->taken, g_strdup (key)))
    number->fresh = kept.number;
}

/* Where the audience has left off in the rows at hand. */
static void
begin_rows (Sequel *self, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      LiaisonSerialRow *row = rows->pdata[i];
      g_autofree char *beginning = liaison_serials_make_beginning (
          self->self, row->kind, row->beginning, strlen (row->beginning));
      g_autofree char *name = name_held (row->kind, beginning);
      const LiaisonSerialRow *held = g_hash_table_lookup (self->held, name);

      if (held != NULL)
        {
          row->highest = held->highest;
          row->width = held->width;
        }
      if (LIAISON_HAS_FAULT (NEW_COUNTED_WITH_WITHHELD) && row->numbers->len > 0)
        row->highest =
            MAX (row->highest,
                 g_array_index (row->numbers, LiaisonSerialNumber, row->numbers->len - 1).raw);
    }
}

static GPtrArray *
list_rows (const LiaisonSerials *serials, guint depth)
{
  GPtrArray *rows = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, serials->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (((LiaisonSerialRow *) row)->depth == depth)
      g_ptr_array_add (rows, row);
  return rows;
}

/* Rows of one depth after those that their beginnings stand in. FALSE: there are no more. */
static gboolean
number_rows (Sequel *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self->self, self->depth);

  begin_rows (self, rows);
  liaison_serials_foreach (self->view, keep_cb, self);
  for (guint i = 0; i < rows->len; i++)
    liaison_serials_settle (rows->pdata[i]);
  return rows->len > 0;
}

/* A text that names what is gone names it as the audience knew it. */
static void
add_gone_cb (const LiaisonBlock *block, const char *serial, gpointer data)
{
  Sequel *self = data;
  g_autofree char *held = NULL;

  if (liaison_view_find (self->view, block->id) != NULL
      || g_hash_table_contains (self->self->texts, serial))
    return;
  held = liaison_serials_make (self->before, liaison_kind_for_shape (block->shape)->id, serial);
  liaison_serials_add_text (self->self, block, held);
}

LiaisonSerials *
liaison_serials_new_after (const LiaisonView *view,
                           const LiaisonSerials *before,
                           const LiaisonView *earlier)
{
  g_autoptr (GHashTable) held = list_held (before);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sequel sequel = { before, view, earlier, liaison_serials_gather (view), held, taken, 0 };

  while (number_rows (&sequel))
    sequel.depth++;
  liaison_serials_add_texts (sequel.self, view);
  liaison_serials_foreach (earlier, add_gone_cb, &sequel);
  return sequel.self;
}
