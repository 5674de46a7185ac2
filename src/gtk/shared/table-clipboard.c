/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/clipboard.h"
#include "shared/table-private.h"
#include "shared/tsv.h"

#include "exchange/spelling.h"
#include "print/printable.h"

#include "words/sentence.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
liaison_table_view_edit_cell (
    LiaisonTableView *self, LiaisonId id, const char *column, const char *text, GError **error)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonTableSlot *slot = liaison_table_view_find_slot (self, column);
  LiaisonRecord *record = liaison_document_find (document, id);
  const LiaisonBlock *block = record != NULL ? liaison_record_get_block (record) : NULL;
  const LiaisonField *field =
      slot != NULL && block != NULL ? liaison_table_column_find_field (&slot->column, block) : NULL;
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autofree char *told = NULL;
  g_autofree char *plain = NULL;
  LiaisonValue value = LIAISON_VALUE_INIT;
  LiaisonProposal *proposal;
  LiaisonSlot at;

  /* The record was deleted while it was being edited: there is nothing to write into. */
  if (field == NULL)
    return TRUE;
  told = liaison_table_column_tell_plain (&slot->column, &manner, block);
  plain = liaison_words_dup_without_isolates (told);
  if (g_strcmp0 (plain, text) == 0)
    return TRUE;
  snapshot = liaison_document_get_snapshot (document);
  if (!liaison_table_column_read (&slot->column, &manner, snapshot, block, text, &at, &value,
                                  error))
    return FALSE;
  liaison_table_filter_keep (self->filter, id);
  proposal = liaison_proposal_new (N_ ("Change “{field}” of {record}"));
  liaison_proposal_take_operand (proposal, liaison_operand_field ("field", field->label));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", block->id));
  liaison_proposal_take (proposal, liaison_kind_for_shape (block->shape), &at, value);
  if (liaison_session_commit (self->session, proposal, NULL))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The change was not made."));
  return FALSE;
}

static void
append_headings (LiaisonTableView *self, const GPtrArray *columns, GString *text)
{
  for (guint i = 0; i < columns->len; i++)
    liaison_tsv_append (
        text, _ (liaison_table_view_find_slot (self, columns->pdata[i])->column.label), i == 0);
  g_string_append_c (text, '\n');
}

static void
append_record (LiaisonTableView *self,
               const GPtrArray *columns,
               const LiaisonBlock *block,
               GString *text)
{
  const LiaisonManner *manner = liaison_table_cache_get_manner (self->cache);

  for (guint i = 0; i < columns->len; i++)
    {
      LiaisonTableSlot *slot = liaison_table_view_find_slot (self, columns->pdata[i]);
      g_autofree char *told = slot->column.derived
                                  ? liaison_table_column_tell (&slot->column, manner, block)
                                  : liaison_table_column_tell_plain (&slot->column, manner, block);
      g_autofree char *plain = liaison_words_dup_without_isolates (told);
      g_autofree char *guarded = liaison_spelling_guard (plain);
      liaison_tsv_append (text, guarded, i == 0);
    }
  g_string_append_c (text, '\n');
}

char *
liaison_table_view_copy (LiaisonTableView *self)
{
  g_autoptr (GPtrArray) columns = liaison_table_view_list_columns (self);
  g_autoptr (GPtrArray) records = liaison_table_view_list_selected (self, TRUE);
  g_autoptr (GString) text = g_string_new (NULL);

  append_headings (self, columns, text);
  for (guint i = 0; i < records->len; i++)
    append_record (self, columns, liaison_record_get_block (records->pdata[i]), text);
  return g_strdup (text->str);
}

void
liaison_table_view_copy_to (LiaisonTableView *self, GdkClipboard *clipboard)
{
  g_autofree char *tsv = liaison_table_view_copy (self);
  g_autoptr (LiaisonExtract) extract = liaison_printable_extract (LIAISON_PRINTABLE (self));
  const LiaisonManner *manner = liaison_table_cache_get_manner (self->cache);
  const LiaisonExtractChoice choice = { .rows = LIAISON_EXTRACT_SELECTED,
                                        .words = manner->words,
                                        .zone = manner->zone,
                                        .format = manner->format,
                                        .now = manner->now };
  g_autoptr (LiaisonListing) listing = liaison_extract_make_listing (extract, &choice, NULL, NULL);

  liaison_clipboard_set_listing (clipboard, listing, manner->words, tsv);
}
