/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/listing.h"
#include "exchange/listing-marking.h"
#include "exchange/spelling.h"

#include "record/times.h"
#include "record/zone.h"
#include "words/sentence.h"

#include <string.h>

/* Rows between two looks at the cancellable. */
#define STRIDE 64

static LiaisonListing *
listing_new (const LiaisonManner *manner, guint n_columns)
{
  LiaisonListing *self = g_new0 (LiaisonListing, 1);

  g_atomic_ref_count_init (&self->refs);
  self->language = g_strdup (liaison_words_get_language (manner->words));
  self->right_to_left = liaison_words_is_right_to_left (manner->words);
  self->zone = g_strdup (manner->zone != NULL ? manner->zone : "Etc/UTC");
  self->dtg = manner->format == LIAISON_TIME_AS_DTG;
  self->columns = g_new0 (LiaisonListingColumn, n_columns);
  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, FALSE, sizeof (LiaisonListingCell));
  self->levels = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->texts = g_string_chunk_new (4096);
  return self;
}

static LiaisonListingRole
find_role (const LiaisonColumn *column)
{
  if (liaison_column_is_number (column))
    return LIAISON_LISTING_NUMERIC;
  if (liaison_column_is_whole (column))
    return LIAISON_LISTING_WHOLE;
  if (column->source == LIAISON_COLUMN_TITLE
      || (column->field != NULL && (column->field->flags & LIAISON_FIELD_TITLE)))
    return LIAISON_LISTING_NAME;
  return LIAISON_LISTING_PLAIN;
}

LiaisonListing *
liaison_listing_new (const LiaisonManner *manner,
                     LiaisonListingSpelling spelling,
                     const LiaisonColumn *columns,
                     guint n_columns)
{
  LiaisonListing *self = listing_new (manner, n_columns);

  self->spelling = spelling;
  for (guint i = 0; i < n_columns; i++)
    {
      const char *heading = spelling == LIAISON_LISTING_EXACT
                                ? columns[i].name
                                : liaison_words_get (manner->words, columns[i].label);

      self->columns[i] = (LiaisonListingColumn){ g_strdup (columns[i].name), g_strdup (heading),
                                                 find_role (&columns[i]) };
    }
  return self;
}

LiaisonListing *
liaison_listing_new_plain (const LiaisonManner *manner,
                           const char *const *headings,
                           guint n_columns)
{
  LiaisonListing *self = listing_new (manner, n_columns);

  for (guint i = 0; i < n_columns; i++)
    self->columns[i] = (LiaisonListingColumn){ g_strdup_printf ("column-%u", i + 1),
                                               g_strdup (headings[i]), LIAISON_LISTING_PLAIN };
  return self;
}

LiaisonListing *
liaison_listing_new_for_rows (const LiaisonManner *manner, const char *title, const GPtrArray *rows)
{
  const char *const *headings = rows->pdata[0];
  guint n = g_strv_length (rows->pdata[0]);
  LiaisonListing *self = liaison_listing_new_plain (manner, headings, n);

  self->title = g_strdup (title);
  for (guint row = 1; row < rows->len; row++)
    {
      liaison_listing_begin_row (self, 0);
      for (guint i = 0; i < n; i++)
        liaison_listing_add_text (self, ((char **) rows->pdata[row])[i]);
    }
  return self;
}

LiaisonListing *
liaison_listing_ref (LiaisonListing *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_listing_unref (LiaisonListing *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].name);
      g_free (self->columns[i].heading);
    }
  g_free (self->columns);
  g_free (self->exercise);
  g_free (self->title);
  g_free (self->filter);
  g_free (self->marking);
  g_free (self->language);
  g_free (self->zone);
  g_array_unref (self->cells);
  g_array_unref (self->levels);
  g_string_chunk_free (self->texts);
  g_free (self);
}

guint
liaison_listing_get_n_rows (const LiaisonListing *self)
{
  return self->levels->len;
}

void
liaison_listing_begin_row (LiaisonListing *self, guint8 level)
{
  g_return_if_fail (self->cells->len == self->levels->len * self->n_columns);
  g_array_append_val (self->levels, level);
}

void
liaison_listing_add (LiaisonListing *self, const LiaisonListingCell *cell)
{
  LiaisonListingCell kept = *cell;

  g_return_if_fail (self->cells->len < self->levels->len * self->n_columns);
  kept.text = g_string_chunk_insert_const (self->texts, cell->text);
  if (*kept.text == '\0')
    kept.type = LIAISON_LISTING_EMPTY;
  g_array_append_val (self->cells, kept);
}

void
liaison_listing_add_text (LiaisonListing *self, const char *text)
{
  const LiaisonListingCell cell = { LIAISON_LISTING_TEXT, 0, 0, text };

  liaison_listing_add (self, &cell);
}

/* The column's own field, or in a block of another kind the one of its name. */
static const LiaisonField *
find_field (const LiaisonColumn *column, const LiaisonBlock *block)
{
  const LiaisonField *field = column->field;
  const LiaisonShape *shape = block->shape;
  const LiaisonField *same;

  if (field == NULL || (field >= shape->fields && field < shape->fields + shape->n_fields))
    return field;
  if (field->flags & LIAISON_FIELD_TITLE)
    return liaison_shape_find_flagged (shape, LIAISON_FIELD_TITLE);
  same = liaison_shape_find (shape, field->name, NULL);
  return same != NULL && same->type == field->type ? same : NULL;
}

static gboolean
resolve (const LiaisonColumn *column,
         const LiaisonManner *manner,
         const LiaisonBlock *block,
         const LiaisonField *field,
         gint64 *seconds)
{
  const LiaisonLookup *lookup = &manner->lookup;

  if (column->source == LIAISON_COLUMN_END)
    return liaison_times_get_end (lookup, block, seconds) == LIAISON_TIME_KNOWN;
  if (column->source >= LIAISON_COLUMN_DTG && column->source <= LIAISON_COLUMN_START)
    return liaison_times_get_start (lookup, block, seconds) == LIAISON_TIME_KNOWN;
  return field != NULL && field->type == LIAISON_FIELD_INSTANT
         && liaison_block_field_is_set (block, field)
         && liaison_times_resolve (lookup, LIAISON_BLOCK_AT (block, field), seconds, NULL)
                == LIAISON_TIME_KNOWN;
}

/* The zone that the column tells its times in. */
static const char *
find_zone (const LiaisonColumn *column, const LiaisonManner *manner, const LiaisonBlock *block)
{
  if (column->source == LIAISON_COLUMN_ZULU)
    return NULL;
  if (column->source == LIAISON_COLUMN_LOCAL)
    return liaison_times_get_zone (&manner->lookup, block);
  return manner->zone;
}

static void
add_value (LiaisonListingCell *cell,
           const LiaisonColumn *column,
           const LiaisonManner *manner,
           const LiaisonBlock *block,
           const LiaisonField *field)
{
  if (resolve (column, manner, block, field, &cell->value))
    {
      cell->type = LIAISON_LISTING_TIME;
      liaison_zone_get_offset (find_zone (column, manner, block), cell->value, &cell->offset);
    }
  if (column->source != LIAISON_COLUMN_FIELD || field == NULL
      || !liaison_block_field_is_set (block, field))
    return;
  if (field->type == LIAISON_FIELD_INTEGER)
    {
      cell->type = LIAISON_LISTING_NUMBER;
      cell->value = *(const gint64 *) LIAISON_BLOCK_AT (block, field);
    }
  else if (field->type == LIAISON_FIELD_DURATION)
    {
      cell->type = LIAISON_LISTING_DURATION;
      cell->value = *(const gint64 *) LIAISON_BLOCK_AT (block, field);
    }
  else if (field->type == LIAISON_FIELD_DATE)
    {
      cell->type = LIAISON_LISTING_DATE;
      cell->value = *(const gint32 *) LIAISON_BLOCK_AT (block, field);
    }
}

static void
add_told (LiaisonListing *self,
          const LiaisonManner *manner,
          const LiaisonColumn *column,
          const LiaisonBlock *block)
{
  const LiaisonField *field = find_field (column, block);
  LiaisonListingCell cell = { LIAISON_LISTING_TEXT };
  g_autofree char *told = NULL;
  LiaisonColumn here = *column;

  here.field = field;
  /* Records of other kinds, the branches of a tree, always have a name. */
  if (field != column->field && field != NULL && (field->flags & LIAISON_FIELD_TITLE))
    told = liaison_manner_tell_block_name (manner, block);
  else if (field != NULL || column->field == NULL)
    told = liaison_column_tell (&here, manner, block);
  cell.text = told != NULL ? told : "";
  if (*cell.text != '\0')
    add_value (&cell, column, manner, block, field);
  liaison_listing_add (self, &cell);
}

static void
add_exact (LiaisonListing *self,
           const LiaisonManner *manner,
           const LiaisonColumn *column,
           const LiaisonBlock *block)
{
  const LiaisonField *field = find_field (column, block);
  LiaisonListingCell cell = { LIAISON_LISTING_TEXT };
  g_autofree char *spelt = NULL;

  if (column->source == LIAISON_COLUMN_FIELD)
    spelt = field != NULL ? liaison_spelling_write (block, field) : g_strdup ("");
  else
    spelt = liaison_column_tell (column, manner, block);
  cell.text = spelt;
  if (field != NULL && field->type == LIAISON_FIELD_INTEGER && *spelt != '\0')
    {
      cell.type = LIAISON_LISTING_NUMBER;
      cell.value = *(const gint64 *) LIAISON_BLOCK_AT (block, field);
    }
  liaison_listing_add (self, &cell);
}

gboolean
liaison_listing_fill (LiaisonListing *self,
                      const LiaisonManner *manner,
                      LiaisonListingSpelling spelling,
                      const LiaisonColumn *columns,
                      const LiaisonBlock *const *blocks,
                      const guint8 *levels,
                      guint n_blocks,
                      GCancellable *cancellable,
                      GError **error)
{
  for (guint row = 0; row < n_blocks; row++)
    {
      if (row % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      liaison_listing_begin_row (self, levels != NULL ? levels[row] : 0);
      for (guint i = 0; i < self->n_columns; i++)
        if (spelling == LIAISON_LISTING_EXACT)
          add_exact (self, manner, &columns[i], blocks[row]);
        else
          add_told (self, manner, &columns[i], blocks[row]);
    }
  return TRUE;
}

LiaisonListing *
liaison_listing_new_for_query (const LiaisonQuery *query,
                               const LiaisonManner *manner,
                               LiaisonListingSpelling spelling,
                               const LiaisonSnapshot *snapshot,
                               GCancellable *cancellable,
                               GError **error)
{
  const LiaisonColumn *columns = (const LiaisonColumn *) query->columns->data;
  g_autoptr (GPtrArray) blocks = liaison_query_run (query, manner, snapshot);
  g_autoptr (LiaisonListing) self =
      liaison_listing_new (manner, spelling, columns, query->columns->len);

  self->exercise =
      liaison_manner_tell_block_name (manner, liaison_snapshot_get_exercise (snapshot));
  self->title = g_strdup (liaison_words_get (manner->words, query->kind->plural_label));
  if (query->conditions->len > 0)
    {
      g_autoptr (GPtrArray) conditions = g_ptr_array_copy (query->conditions, NULL, NULL);

      g_ptr_array_add (conditions, NULL);
      g_ptr_array_set_free_func (conditions, NULL);
      self->filter = g_strjoinv (", ", (char **) conditions->pdata);
    }
  self->marking = liaison_listing_tell_marking (manner, (const LiaisonBlock *const *) blocks->pdata,
                                                blocks->len);
  if (!liaison_listing_fill (self, manner, spelling, columns,
                             (const LiaisonBlock *const *) blocks->pdata, NULL, blocks->len,
                             cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Marks and isolates that turn text round take no room. */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
}

guint
liaison_listing_measure (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c) && !turns_text (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}
