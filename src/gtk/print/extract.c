/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/extract.h"

#include "exchange/listing-marking.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n.h>

static void
clear_row (gpointer data)
{
  liaison_block_unref ((LiaisonBlock *) ((LiaisonExtractRow *) data)->block);
}

static void
clear_filter (gpointer data)
{
  g_free (((LiaisonExtractFilter *) data)->code);
}

LiaisonExtract *
liaison_extract_new (LiaisonSnapshot *snapshot)
{
  LiaisonExtract *self = g_new0 (LiaisonExtract, 1);

  g_atomic_ref_count_init (&self->refs);
  self->snapshot = liaison_snapshot_ref (snapshot);
  self->columns = g_array_new (FALSE, FALSE, sizeof (LiaisonColumn));
  self->more_columns = g_array_new (FALSE, FALSE, sizeof (LiaisonColumn));
  self->rows = g_array_new (FALSE, FALSE, sizeof (LiaisonExtractRow));
  self->filters = g_array_new (FALSE, FALSE, sizeof (LiaisonExtractFilter));
  g_array_set_clear_func (self->rows, clear_row);
  g_array_set_clear_func (self->filters, clear_filter);
  return self;
}

LiaisonExtract *
liaison_extract_ref (LiaisonExtract *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_extract_unref (LiaisonExtract *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->title);
  g_free (self->typed);
  g_array_unref (self->filters);
  g_free (self->name);
  g_array_unref (self->columns);
  g_array_unref (self->more_columns);
  g_array_unref (self->rows);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

void
liaison_extract_add_row (
    LiaisonExtract *self, const LiaisonBlock *block, guint level, gboolean shown, gboolean selected)
{
  const LiaisonExtractRow row = { liaison_block_ref (block), MIN (level, G_MAXUINT8), shown,
                                  selected };

  g_array_append_val (self->rows, row);
  self->n_shown += shown;
  self->n_selected += selected;
}

static gboolean
is_wanted (const LiaisonExtractRow *row, LiaisonExtractRows rows)
{
  return rows == LIAISON_EXTRACT_ALL || (rows == LIAISON_EXTRACT_SHOWN && row->shown)
         || (rows == LIAISON_EXTRACT_SELECTED && row->selected);
}

static GArray *
list_columns (const LiaisonExtract *self, gboolean all)
{
  GArray *columns = g_array_copy (self->columns);

  if (all)
    g_array_append_vals (columns, self->more_columns->data, self->more_columns->len);
  return columns;
}

/* Everything of the rows' kind, spelt as in the file, so that nothing is lost on the way back. */
static GArray *
list_exact_columns (const LiaisonExtract *self)
{
  const LiaisonBlock *block =
      self->rows->len > 0 ? g_array_index (self->rows, LiaisonExtractRow, 0).block : NULL;
  const LiaisonKind *kind = block != NULL ? liaison_kind_for_shape (block->shape) : NULL;
  g_autoptr (LiaisonQuery) query = NULL;

  if (kind == NULL)
    return list_columns (self, TRUE);
  query = liaison_query_new (kind);
  liaison_query_take_every_field (query);
  return g_array_ref (query->columns);
}

/* "Status: Confirmed", "Nations: France" */
static char *
tell_condition (const LiaisonManner *manner, const LiaisonExtractFilter *filter)
{
  const char *label = liaison_words_get (manner->words, filter->field->label);
  g_autofree char *value = NULL;

  if (filter->field->type == LIAISON_FIELD_CHOICE && filter->choice > 0)
    value = g_strdup (
        liaison_words_get (manner->words, filter->field->choices->choices[filter->choice].label));
  else if (filter->code != NULL && *filter->code != '\0')
    value = liaison_manner_tell_nation (manner, filter->code);
  else
    value = g_strdup ("–");
  return liaison_words_format (manner->words,
                               /* Translators: a condition on rows: “Status: Confirmed” */
                               N_ ("{field}: {value}"), liaison_operand_text ("field", label),
                               liaison_operand_text ("value", value));
}

/* NULL: nothing was left out. */
static char *
tell_filter (const LiaisonExtract *self, const LiaisonManner *manner)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean other = FALSE;

  if (self->typed != NULL)
    g_ptr_array_add (parts, g_strdup_printf ("“%s”", self->typed));
  for (guint i = 0; i < self->filters->len; i++)
    {
      const LiaisonExtractFilter *filter = &g_array_index (self->filters, LiaisonExtractFilter, i);

      if (filter->field != NULL)
        g_ptr_array_add (parts, tell_condition (manner, filter));
      else
        other = TRUE;
    }
  if (other && parts->len == 0)
    /* Translators: said of a table of which only some rows are shown */
    g_ptr_array_add (parts, g_strdup (liaison_words_get (manner->words, N_ ("Filtered"))));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (liaison_words_get_separator (manner->words), (char **) parts->pdata);
}

LiaisonListing *
liaison_extract_make_listing (const LiaisonExtract *self,
                              const LiaisonExtractChoice *choice,
                              GCancellable *cancellable,
                              GError **error)
{
  const LiaisonManner manner = { .words = choice->words,
                                 .lookup = liaison_snapshot_get_lookup (self->snapshot),
                                 .zone = choice->zone,
                                 .format = choice->format,
                                 .now = choice->now };
  gboolean exact = choice->spelling == LIAISON_LISTING_EXACT;
  g_autoptr (GArray) columns =
      exact ? list_exact_columns (self) : list_columns (self, choice->all_columns);
  const LiaisonColumn *first = (const LiaisonColumn *) columns->data;
  g_autoptr (LiaisonListing) listing =
      liaison_listing_new (&manner, choice->spelling, first, columns->len);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GByteArray) levels = g_byte_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const LiaisonExtractRow *row = &g_array_index (self->rows, LiaisonExtractRow, i);

      if (!is_wanted (row, choice->rows))
        continue;
      g_ptr_array_add (blocks, (gpointer) row->block);
      g_byte_array_append (levels, &row->level, 1);
    }
  listing->exercise =
      liaison_manner_tell_block_name (&manner, liaison_snapshot_get_exercise (self->snapshot));
  listing->title =
      g_strdup (self->label != NULL ? liaison_words_get (choice->words, self->label) : self->title);
  listing->filter = choice->rows == LIAISON_EXTRACT_SHOWN ? tell_filter (self, &manner) : NULL;
  listing->marking = liaison_listing_tell_marking (
      &manner, (const LiaisonBlock *const *) blocks->pdata, blocks->len);
  if (!liaison_listing_fill (listing, &manner, choice->spelling, first,
                             (const LiaisonBlock *const *) blocks->pdata, levels->data, blocks->len,
                             cancellable, error))
    return NULL;
  return g_steal_pointer (&listing);
}
