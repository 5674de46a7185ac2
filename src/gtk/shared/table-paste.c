/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-headings.h"
#include "shared/table-maker.h"
#include "shared/tsv.h"

#include "exchange/import-names.h"
#include "import/import-window.h"
#include "message.h"
#include "words/manner-own.h"
#include "screen.h"

#include <glib/gi18n.h>

/* So many refused cells are told in the dialog; all can be copied. */
#define MAX_TOLD 12

/* A paste under way. */
typedef struct
{
  LiaisonTableView *view;
  const char *text; /* all of it */
  LiaisonManner manner;
  LiaisonSnapshot *snapshot;
  LiaisonProposal *proposal;
  GPtrArray *fields;  /* LiaisonField of each column; NULL: not known */
  GArray *zulus;      /* of gboolean, as many: times without a zone are in Zulu there */
  GPtrArray *refused; /* of what to tell */
  GString *copy;      /* the refused cells as TSV */
  GHashTable
      *known; /* what was typed under a field -> LiaisonValue, where that is all that counts */
  GHashTable *serials; /* those that are taken; NULL: not gathered yet */
  guint row;           /* counted from one, as a spreadsheet does */
  guint n_changed;
} Paste;

static void
refuse (Paste *paste, const char *label, const char *text, const char *message)
{
  g_autofree char *row = g_strdup_printf ("%u", paste->row);

  /* Translators: A cell that was pasted and not understood: row, heading, what stood there, why
   * not. */
  g_ptr_array_add (paste->refused,
                   g_strdup_printf (_ ("Row %1$s, %2$s, “%3$s”: %4$s"), row, label, text, message));
  liaison_tsv_append (paste->copy, row, TRUE);
  liaison_tsv_append (paste->copy, label, FALSE);
  liaison_tsv_append (paste->copy, text, FALSE);
  liaison_tsv_append (paste->copy, message, FALSE);
  g_string_append_c (paste->copy, '\n');
}

/* Names come again and again, and to look one up takes a walk through the plan. Texts and times
 * depend on the record too. */
static char *
make_known_key (const LiaisonField *field, const char *text)
{
  const guint lasting = 1 << LIAISON_FIELD_REFERENCE | 1 << LIAISON_FIELD_REFERENCES
                        | 1 << LIAISON_FIELD_NATION | 1 << LIAISON_FIELD_NATIONS
                        | 1 << LIAISON_FIELD_CHOICE | 1 << LIAISON_FIELD_ZONE;
  return (lasting >> field->type & 1) != 0 && liaison_own_column_of (field) == NULL
             ? g_strdup_printf ("%s\n%s", field->name, text)
             : NULL;
}

static void
value_free (gpointer data)
{
  liaison_value_clear (data);
  g_free (data);
}

static void
keep_known (Paste *paste, char *key, const LiaisonValue *value)
{
  LiaisonValue *copy = g_new (LiaisonValue, 1);
  liaison_value_copy (copy, value);
  g_hash_table_insert (paste->known, key, copy);
}

/* Where a value of the field goes; an own column says so itself. */
static gboolean
read_value (Paste *paste,
            const LiaisonField *field,
            const LiaisonBlock *block,
            const char *text,
            LiaisonSlot *slot,
            LiaisonValue *value,
            GError **error)
{
  const LiaisonOwnColumn *own = liaison_own_column_of (field);

  if (own != NULL)
    return liaison_manner_read_own (&paste->manner, paste->snapshot, own, block, text, slot, value,
                                    error);
  return liaison_manner_read_field (&paste->manner, paste->snapshot, field, block, text, value,
                                    error);
}

/* FALSE, and written down, when the cell is not understood. */
static gboolean
read_cell (Paste *paste,
           const LiaisonField *field,
           const LiaisonBlock *block,
           const char *text,
           LiaisonSlot *slot,
           LiaisonValue *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = make_known_key (field, text);
  const LiaisonValue *known = key != NULL ? g_hash_table_lookup (paste->known, key) : NULL;

  if (liaison_own_column_of (field) == NULL)
    *slot = liaison_slot_field (block->id, (guint) (field - block->shape->fields));
  if (known != NULL)
    {
      liaison_value_copy (value, known);
      return TRUE;
    }
  if (read_value (paste, field, block, text, slot, value, &error))
    {
      if (key != NULL)
        keep_known (paste, g_steal_pointer (&key), value);
      return TRUE;
    }
  refuse (paste, _ (field->label), text, error->message);
  return FALSE;
}

/* The field of a cell; NULL for one that stands past the columns or under an unknown heading, which
 * is written down. Of two columns of one field (Zulu and local time) the first that says something
 * counts. */
static const LiaisonField *
field_of_cell (Paste *paste, char **cells, guint index)
{
  const LiaisonField *field = index < paste->fields->len ? paste->fields->pdata[index] : NULL;

  if (field == NULL && *cells[index] != '\0')
    refuse (paste, _ ("no column"), cells[index], _ ("There is no column for it."));
  for (guint i = 0; i < index && field != NULL; i++)
    if (paste->fields->pdata[i] == field && *cells[i] != '\0')
      return NULL;
  return field;
}

static void
keep_serial (Paste *paste, const LiaisonBlock *block, const LiaisonField *field)
{
  const char *serial = *(GRefString *const *) LIAISON_BLOCK_AT (block, field);

  if (serial != NULL)
    g_hash_table_add (paste->serials, g_strdup (serial));
}

/* Whether it is the serial of a record that is there, or was pasted before: the new one keeps its
 * own. */
static gboolean
is_serial_taken (Paste *paste, const LiaisonField *field, const char *text)
{
  const LiaisonKind *kind = paste->view->kind;
  LiaisonDocument *document = liaison_session_get_document (paste->view->session);

  if (kind->prefix == NULL || !(field->flags & LIAISON_FIELD_CODE)
      || field->type != LIAISON_FIELD_STRING)
    return FALSE;
  if (paste->serials == NULL)
    {
      LiaisonTable *table = liaison_document_get_table (document, kind->id);
      paste->serials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < liaison_table_get_size (table); i++)
        keep_serial (paste, liaison_record_get_block (liaison_table_get (table, i)), field);
    }
  return !g_hash_table_add (paste->serials, g_strdup (text));
}

/* A spreadsheet's dates have no zone, but their column may have one. */
static char *
dup_text (const Paste *paste, char **cells, guint index)
{
  gboolean zulu = index < paste->zulus->len && g_array_index (paste->zulus, gboolean, index);

  return zulu
                 && g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d)?$",
                                          cells[index], 0, 0)
             ? g_strconcat (cells[index], "Z", NULL)
             : g_strdup (cells[index]);
}

/* @block may be another one afterwards. */
static void
fill_block (Paste *paste, LiaisonBlock **block, char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      const LiaisonField *field = field_of_cell (paste, cells, i);
      g_autofree char *text = dup_text (paste, cells, i);
      g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

      LiaisonSlot slot;

      if (field == NULL || *cells[i] == '\0' || is_serial_taken (paste, field, cells[i])
          || !read_cell (paste, field, *block, text, &slot, &value)
          || value.form == LIAISON_VALUE_NONE)
        continue;
      LiaisonBlock *filled = liaison_block_with_slot (*block, &slot, &value);
      if (filled != NULL)
        {
          liaison_block_unref (*block);
          *block = filled;
        }
    }
}

static GArray *
add_records (Paste *paste, const GPtrArray *rows, guint first)
{
  LiaisonTableView *view = paste->view;
  g_autoptr (LiaisonTableMaker) maker = liaison_table_maker_new (view->session, view->kind);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  for (guint i = first; i < rows->len; i++)
    {
      g_autoptr (LiaisonBlock) block = liaison_table_maker_make (maker);

      paste->row = i + 1;
      if (view->setup != NULL && view->setup->prepare != NULL)
        view->setup->prepare (view, block, view->setup_data);
      fill_block (paste, &block, rows->pdata[i]);
      liaison_proposal_add_record (paste->proposal, block);
      liaison_table_filter_keep (view->filter, block->id);
      g_array_append_val (ids, block->id);
      paste->n_changed++;
    }
  return ids;
}

static void
change_record (Paste *paste, LiaisonRecord *record, char **cells)
{
  const LiaisonBlock *block = liaison_record_get_block (record);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const LiaisonField *field = field_of_cell (paste, cells, i);
      g_autofree char *text = dup_text (paste, cells, i);
      LiaisonValue value = LIAISON_VALUE_INIT;

      LiaisonSlot slot;

      if (field == NULL || !read_cell (paste, field, block, text, &slot, &value))
        continue;
      liaison_proposal_take (paste->proposal, paste->view->kind, &slot, value);
    }
  liaison_table_filter_keep (paste->view->filter, block->id);
  paste->n_changed++;
}

/* Row by row into the selected records; a single row into all of them. */
static void
change_records (Paste *paste, const GPtrArray *rows, guint first)
{
  g_autoptr (GPtrArray) records = liaison_table_view_list_selected (paste->view, FALSE);
  guint n = rows->len - first;

  for (guint i = 0; i < records->len && (i < n || n == 1); i++)
    {
      paste->row = first + (n == 1 ? 0 : i) + 1;
      change_record (paste, records->pdata[i], rows->pdata[paste->row - 1]);
    }
  for (guint i = records->len; i < n; i++)
    {
      paste->row = first + i + 1;
      g_autofree char *cells = g_strjoinv ("; ", rows->pdata[first + i]);
      refuse (paste, _ ("whole row"), cells, _ ("No row was selected for it."));
    }
}

/* Without headings the shown columns count, from the first one, or for pasting over from the cursor
 * on. */
static GPtrArray *
list_shown_fields (Paste *paste, gboolean from_cursor)
{
  LiaisonTableView *view = paste->view;
  g_autoptr (GPtrArray) ids = liaison_table_view_list_columns (view);
  GPtrArray *fields = g_ptr_array_new ();
  guint first = 0;

  for (guint i = 0; from_cursor && i < ids->len; i++)
    if (g_strcmp0 (ids->pdata[i], view->cursor) == 0)
      first = i;
  for (guint i = first; i < ids->len; i++)
    {
      const LiaisonTableColumn *column =
          &liaison_table_view_find_slot (view, ids->pdata[i])->column;
      gboolean zulu = column->tell == liaison_manner_tell_start_zulu;

      g_ptr_array_add (fields, (gpointer) column->field);
      g_array_append_val (paste->zulus, zulu);
    }
  return fields;
}

/* "Start (Zulu)" in any language. */
static void
find_zulus (Paste *paste, char **headings)
{
  const LiaisonImportNames *names = liaison_import_names_get (paste->view->kind);

  for (guint i = 0; headings[i] != NULL; i++)
    {
      LiaisonImportColumn column = { 0 };
      gboolean zulu;

      liaison_import_names_find (names, headings[i], 0, &column, NULL);
      zulu = g_strcmp0 (column.zone, "UTC") == 0;
      g_array_append_val (paste->zulus, zulu);
    }
}

/* What the dialog needs after the paste is done. */
typedef struct
{
  char *copy;
  GWeakRef view;
} Report;

static void
report_cb (const char *response, gpointer data)
{
  Report *report = data;
  g_autoptr (LiaisonTableView) view = g_weak_ref_get (&report->view);

  if (view != NULL && g_strcmp0 (response, "copy") == 0)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), report->copy);
  if (view != NULL && view->session != NULL && g_strcmp0 (response, "undo") == 0)
    liaison_session_undo (view->session);
  g_weak_ref_clear (&report->view);
  g_free (report->copy);
  g_free (report);
}

static void
tell_refused (const Paste *paste)
{
  const LiaisonAnswer answers[] = { { "undo", _ ("_Undo the Paste"), FALSE, FALSE },
                                    { "copy", _ ("_Copy These Cells"), FALSE, FALSE },
                                    { "keep", _ ("_Keep the Rest"), FALSE, TRUE } };
  guint n = paste->refused->len, told = MIN (n, MAX_TOLD);
  g_autofree char *heading = liaison_screen_printf (
      ngettext ("%u cell was not understood", "%u cells were not understood", n), n);
  g_autoptr (GString) body = g_string_new (_ ("Everything else was pasted."));
  Report *report = g_new0 (Report, 1);

  g_string_append (body, "\n");
  for (guint i = 0; i < told; i++)
    g_string_append_printf (body, "\n%s", (const char *) paste->refused->pdata[i]);
  if (n > told)
    {
      g_string_append_c (body, '\n');
      liaison_screen_append (body, ngettext ("…and %u more", "…and %u more", n - told), n - told);
    }
  report->copy = g_strdup (paste->copy->str);
  g_weak_ref_init (&report->view, paste->view);
  liaison_ask (liaison_table_view_get_window (paste->view), heading, body->str, answers,
               G_N_ELEMENTS (answers), report_cb, report);
}

static gboolean
commit (Paste *paste, const GArray *ids)
{
  LiaisonTableView *view = paste->view;
  g_autofree char *count = liaison_table_count_text (view->kind, paste->n_changed);
  /* Translators: What was pasted is translated on its own: “12 events pasted” */
  g_autofree char *notice = g_strdup_printf (_ ("%s pasted"), count);

  liaison_proposal_take_operand (paste->proposal,
                                 liaison_operand_integer ("count", paste->n_changed));
  if (!liaison_session_commit (view->session, g_steal_pointer (&paste->proposal), notice))
    return FALSE;
  if (ids != NULL)
    liaison_selection_set (liaison_session_get_selection (view->session),
                           (const LiaisonId *) ids->data, ids->len);
  return TRUE;
}

/* Empties what stands under headings of columns that are worked out: it is so, or not, whatever is
 * pasted. */
static void
drop_told (LiaisonTableView *view, const GPtrArray *rows)
{
  char **heads = rows->pdata[0];

  for (guint i = 0; heads[i] != NULL; i++)
    for (guint row = 1; row < rows->len && liaison_table_is_told_heading (view, heads[i]); row++)
      if (i < g_strv_length (rows->pdata[row]))
        *((char **) rows->pdata[row])[i] = '\0';
}

static guint
paste_rows (Paste *paste, const GPtrArray *rows, gboolean over)
{
  g_autoptr (GPtrArray) headings = liaison_table_find_headings (paste->view, rows->pdata[0]);
  g_autoptr (GArray) ids = NULL;
  guint first = headings != NULL ? 1 : 0;

  if (rows->len == first)
    return 0;
  if (headings != NULL)
    drop_told (paste->view, rows);
  paste->fields = headings != NULL ? g_ptr_array_ref (headings) : list_shown_fields (paste, over);
  if (headings != NULL)
    find_zulus (paste, rows->pdata[0]);
  if (over)
    change_records (paste, rows, first);
  else
    ids = add_records (paste, rows, first);
  /* What is not clean is looked at first, in the preview of an import. */
  if (ids != NULL && paste->refused->len > 0)
    {
      liaison_import_present_text (liaison_table_view_get_window (paste->view),
                                   paste->view->session, paste->view->kind, paste->text,
                                   headings != NULL ? NULL : paste->fields);
      return 0;
    }
  if (paste->n_changed == 0 || !commit (paste, ids))
    return 0;
  if (paste->refused->len > 0)
    tell_refused (paste);
  return paste->n_changed;
}

guint
liaison_table_view_paste (LiaisonTableView *self, const char *tsv, gboolean over)
{
  g_autoptr (GPtrArray) rows = liaison_tsv_parse (tsv);
  Paste paste = { .view = self, .text = tsv };
  guint n;

  if (rows->len == 0 || liaison_editor_get_read_only (liaison_session_get_editor (self->session)))
    return 0;
  paste.manner = liaison_session_get_manner (self->session);
  paste.snapshot = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  paste.manner.lookup = liaison_snapshot_get_lookup (paste.snapshot);
  paste.proposal = liaison_proposal_new (N_ ("Paste {count} rows"));
  paste.zulus = g_array_new (FALSE, FALSE, sizeof (gboolean));
  paste.refused = g_ptr_array_new_with_free_func (g_free);
  paste.copy = g_string_new (NULL);
  paste.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);

  n = paste_rows (&paste, rows, over);

  g_clear_pointer (&paste.proposal, liaison_proposal_free);
  g_clear_pointer (&paste.fields, g_ptr_array_unref);
  g_array_unref (paste.zulus);
  g_hash_table_unref (paste.known);
  g_clear_pointer (&paste.serials, g_hash_table_unref);
  g_ptr_array_unref (paste.refused);
  g_string_free (paste.copy, TRUE);
  liaison_snapshot_unref (paste.snapshot);
  return n;
}
