/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-private.h"

#include <string.h>

/* How often a long preview looks whether it was cancelled, in rows. */
#define ROWS_A_LOOK 256

struct _LiaisonImportPreview
{
  gatomicrefcount refs;
  LiaisonSheet *sheet;
  LiaisonImportMapping *mapping;
  LiaisonSnapshot *snapshot;
  GPtrArray *drafts; /* of LiaisonImportDraft */
};

/* Wishes */

static gpointer
make_place (guint row, guint column)
{
  return GSIZE_TO_POINTER (((gsize) row << 16 | column) + 1);
}

LiaisonImportWishes *
liaison_import_wishes_new (void)
{
  LiaisonImportWishes *self = g_new (LiaisonImportWishes, 1);

  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->left_out = g_hash_table_new (NULL, NULL);
  self->gone = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  return self;
}

LiaisonImportWishes *
liaison_import_wishes_copy (const LiaisonImportWishes *self)
{
  LiaisonImportWishes *copy = liaison_import_wishes_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->texts, key, g_strdup (value));
  g_hash_table_iter_init (&iter, self->left_out);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy->left_out, key);
  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy->gone, g_memdup2 (key, sizeof (LiaisonId)));
  return copy;
}

void
liaison_import_wishes_free (LiaisonImportWishes *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->left_out);
  g_hash_table_unref (self->gone);
  g_free (self);
}

void
liaison_import_wishes_set_text (LiaisonImportWishes *self,
                                guint row,
                                guint column,
                                const char *text)
{
  if (text != NULL)
    g_hash_table_insert (self->texts, make_place (row, column), g_strdup (text));
  else
    g_hash_table_remove (self->texts, make_place (row, column));
}

const char *
liaison_import_wishes_get_text (const LiaisonImportWishes *self, guint row, guint column)
{
  return g_hash_table_lookup (self->texts, make_place (row, column));
}

void
liaison_import_wishes_set_left_out (LiaisonImportWishes *self, guint row, gboolean left_out)
{
  if (left_out)
    g_hash_table_add (self->left_out, GUINT_TO_POINTER (row));
  else
    g_hash_table_remove (self->left_out, GUINT_TO_POINTER (row));
}

void
liaison_import_wishes_set_gone (LiaisonImportWishes *self, LiaisonId id, gboolean gone)
{
  if (gone)
    g_hash_table_add (self->gone, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->gone, &id);
}

/* Making */

/* Languages whose words may stand in the cells: those of the program, and those of nations that
 * take part in many exercises. */
static GPtrArray *
list_languages (LiaisonWords *words)
{
  static const char *const usual[] = { "fr", "de", "es", "it", "pl", "pt", "nl", "nb", "sv", "fi",
                                       "da", "cs", "ro", "hu", "el", "tr", "uk", "ar", "ja", "ko" };
  GPtrArray *languages = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) own = liaison_words_list_languages (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  g_hash_table_add (seen, g_strdup (liaison_words_get_language (words)));
  g_ptr_array_add (tags, (gpointer) "en");
  for (guint i = 0; own[i] != NULL; i++)
    g_ptr_array_add (tags, own[i]);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    g_ptr_array_add (tags, (gpointer) usual[i]);
  for (guint i = 0; i < tags->len; i++)
    if (g_hash_table_add (seen, g_strdup (tags->pdata[i])))
      g_ptr_array_add (languages, g_strdup (tags->pdata[i]));
  return languages;
}

LiaisonWords *
liaison_import_get_words (const LiaisonImport *import, guint language)
{
  LiaisonWords **words = &import->words[language];

  if (*words == NULL)
    *words = liaison_words_new (import->languages->pdata[language], NULL);
  return *words;
}

static void
free_words (LiaisonImport *import)
{
  for (guint i = 0; i < import->languages->len; i++)
    g_clear_pointer (&import->words[i], liaison_words_unref);
  g_free (import->words);
  g_ptr_array_unref (import->languages);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* How many cells a row has in the middle of all rows. */
static guint
find_usual (const LiaisonSheet *sheet, guint first)
{
  const guint n = liaison_sheet_get_n_rows (sheet);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < n; i++)
    {
      guint count = liaison_sheet_get_row (sheet, i)->n_cells;

      g_array_append_val (counts, count);
    }
  if (counts->len == 0)
    return 0;
  g_array_sort (counts, compare_counts);
  return g_array_index (counts, guint, counts->len / 2);
}

/* Days that stand above the headings, in titles. */
static void
find_first_day (LiaisonImport *import)
{
  const LiaisonImportClock clock = { import->manner.words, import->mapping,
                                     liaison_import_get_startex (import) };

  if (liaison_import_find_flagged (import, LIAISON_FIELD_START) < 0)
    return;
  for (guint i = 0; i < import->mapping->first && i < liaison_sheet_get_n_rows (import->sheet); i++)
    {
      const LiaisonSheetRow *row = liaison_sheet_get_row (import->sheet, i);
      const LiaisonCell *cells = liaison_sheet_get_cells (import->sheet, row);
      LiaisonImportDay day;

      for (guint c = 0; c < row->n_cells; c++)
        {
          g_autofree char *text = liaison_cell_dup_text (&cells[c]);

          if (strlen (text) < 60 && liaison_import_read_day (import, &clock, text, &day))
            import->day = day;
        }
    }
}

static gboolean
read_rows (LiaisonImport *import,
           LiaisonProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  const guint n = liaison_sheet_get_n_rows (import->sheet);

  for (guint i = import->mapping->first; i < n; i++)
    {
      LiaisonImportDraft *draft;

      if (i % ROWS_A_LOOK == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (i, n, progress_data);
        }
      if (liaison_sheet_get_row (import->sheet, i)->hidden && !import->mapping->hidden_rows)
        continue;
      draft = liaison_import_draft_new (import, i);
      if (draft != NULL)
        g_ptr_array_add (import->drafts, draft);
    }
  return TRUE;
}

static void
free_draft (gpointer draft)
{
  liaison_import_draft_free (draft);
}

static const char *
choose_zone (const LiaisonImportMapping *mapping,
             const LiaisonSnapshot *snapshot,
             const LiaisonManner *manner)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  const char *zone = mapping->zone;

  if (zone == NULL)
    zone = liaison_times_get_zone (&lookup, liaison_snapshot_get_exercise (snapshot));
  if (zone == NULL)
    zone = manner->zone;
  return g_strcmp0 (zone, "UTC") == 0 || g_strcmp0 (zone, "Etc/UTC") == 0 ? NULL : zone;
}

LiaisonImportPreview *
liaison_import_preview_new (LiaisonSheet *sheet,
                            const LiaisonImportMapping *mapping,
                            const LiaisonImportWishes *wishes,
                            LiaisonSnapshot *snapshot,
                            const LiaisonManner *manner,
                            gint64 now,
                            LiaisonProgressFunc progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GError **error)
{
  LiaisonImport import = { .sheet = sheet,
                           .mapping = mapping,
                           .wishes = wishes,
                           .snapshot = snapshot,
                           .manner = *manner,
                           .now = now };
  const int title = liaison_import_find_flagged (&import, LIAISON_FIELD_TITLE);
  LiaisonImportPreview *self = NULL;
  gboolean done;

  import.manner.lookup = liaison_snapshot_get_lookup (snapshot);
  import.manner.zone = choose_zone (mapping, snapshot, manner);
  import.references = liaison_import_references_new (snapshot);
  import.languages = list_languages (manner->words);
  import.words = g_new0 (LiaisonWords *, import.languages->len);
  import.drafts = g_ptr_array_new_with_free_func (free_draft);
  import.usual = find_usual (sheet, mapping->first);
  import.title_column =
      title >= 0 ? liaison_import_mapping_find (mapping, LIAISON_IMPORT_FIELD, title) : -1;
  find_first_day (&import);
  done = read_rows (&import, progress, progress_data, cancellable, error);
  if (done)
    {
      liaison_import_match (&import);
      liaison_import_link (&import);
      liaison_import_compare (&import);
      self = g_new0 (LiaisonImportPreview, 1);
      g_atomic_ref_count_init (&self->refs);
      self->sheet = liaison_sheet_ref (sheet);
      self->mapping = liaison_import_mapping_copy (mapping);
      self->snapshot = liaison_snapshot_ref (snapshot);
      self->drafts = g_ptr_array_ref (import.drafts);
    }
  g_ptr_array_unref (import.drafts);
  free_words (&import);
  liaison_import_references_free (import.references);
  g_clear_pointer (&import.known, g_hash_table_unref);
  return self;
}

LiaisonImportPreview *
liaison_import_preview_ref (LiaisonImportPreview *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_import_preview_unref (LiaisonImportPreview *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->drafts);
  liaison_snapshot_unref (self->snapshot);
  liaison_import_mapping_free (self->mapping);
  liaison_sheet_unref (self->sheet);
  g_free (self);
}

const LiaisonImportMapping *
liaison_import_preview_get_mapping (const LiaisonImportPreview *self)
{
  return self->mapping;
}

guint
liaison_import_preview_get_n_rows (const LiaisonImportPreview *self)
{
  return self->drafts->len;
}

const LiaisonImportRow *
liaison_import_preview_get_row (const LiaisonImportPreview *self, guint row)
{
  g_return_val_if_fail (row < self->drafts->len, NULL);
  return &((const LiaisonImportDraft *) self->drafts->pdata[row])->row;
}

gboolean
liaison_import_row_get_severity (const LiaisonImportRow *row, LiaisonSeverity *severity)
{
  *severity = LIAISON_SEVERITY_NOTE;
  for (guint i = 0; row->problems != NULL && i < row->problems->len; i++)
    *severity = MAX (*severity, ((LiaisonImportProblem *) row->problems->pdata[i])->severity);
  return row->problems != NULL && row->problems->len > 0;
}

LiaisonImportCounts
liaison_import_preview_count (const LiaisonImportPreview *self)
{
  LiaisonImportCounts counts = { 0 };

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const LiaisonImportRow *row = liaison_import_preview_get_row (self, i);
      LiaisonSeverity severity;

      if (row->type == LIAISON_IMPORT_ROW_CREATED)
        counts.n_created++;
      else
        {
          counts.n_new += row->state == LIAISON_IMPORT_NEW && row->wanted;
          counts.n_changed += row->state == LIAISON_IMPORT_CHANGED && row->wanted;
        }
      counts.n_same += row->state == LIAISON_IMPORT_SAME;
      counts.n_gone += row->state == LIAISON_IMPORT_GONE;
      if (!liaison_import_row_get_severity (row, &severity) || !row->wanted)
        continue;
      counts.n_errors += severity == LIAISON_SEVERITY_ERROR;
      counts.n_warnings += severity == LIAISON_SEVERITY_WARNING;
    }
  return counts;
}
