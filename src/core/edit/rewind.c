/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/rewind.h"

#include "edit/changeset.h"
#include "edit/edit-json.h"
#include "edit/trail-private.h"

GPtrArray *
liaison_trail_list_since (LiaisonTrail *trail, gint64 when, gboolean *complete)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (trail));

  *complete = TRUE;
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (LiaisonTrailEntry) entry = g_list_model_get_item (G_LIST_MODEL (trail), i - 1);
      gsize length;
      const char *bytes;
      if (liaison_trail_entry_get_when (entry) <= when)
        continue;
      if (liaison_trail_entry_get_folded (entry) > 0)
        {
          *complete = FALSE;
          continue;
        }
      bytes = liaison_trail_entry_get_bytes (entry, &length);
      g_ptr_array_add (entries, g_bytes_new (bytes, length));
    }
  return entries;
}

/* What else an entry has: its hashes, and how many edits it leaves out. */
static const char *const extras[] = { "previous", "hash", "omitted", NULL };

static gboolean
extra_cb (guint index, LiaisonJsonReader *reader, gpointer data, GError **error)
{
  guint *n_lost = data;
  gint64 omitted;

  if (index != 2)
    return liaison_json_reader_skip (reader, error);
  if (!liaison_json_reader_read_integer (reader, &omitted, error))
    return FALSE;
  *n_lost += (guint) CLAMP (omitted, 1, G_MAXINT);
  return TRUE;
}

static LiaisonDocument *
make_document (const LiaisonSnapshot *snapshot)
{
  LiaisonDocument *document = liaison_document_new (liaison_snapshot_get_exercise (snapshot)->id);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        liaison_document_fill (document, liaison_kind_get (kind), liaison_block_ref (blocks[i]));
    }
  return document;
}

static void
take_back (LiaisonDocument *document, const LiaisonEditGroup *group, guint *n_lost)
{
  g_autoptr (LiaisonChangeset) changes = liaison_changeset_new (document);

  for (guint i = group->edits->len; i > 0; i--)
    {
      const LiaisonEdit *edit = &g_array_index (group->edits, LiaisonEdit, i - 1);
      if (!liaison_changeset_set (changes, edit->kind, &edit->slot, &edit->before, NULL))
        (*n_lost)++;
    }
  liaison_changeset_apply (changes);
}

LiaisonSnapshot *
liaison_snapshot_rewind (const LiaisonSnapshot *now, const GPtrArray *entries, guint *n_lost)
{
  g_autoptr (LiaisonDocument) document = make_document (now);

  *n_lost = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (entries->pdata[i], &length);
      g_autoptr (LiaisonJsonReader) reader =
          liaison_json_reader_new_for_data (bytes, length, "entry", NULL);
      g_autoptr (LiaisonEditGroup) group =
          liaison_edit_group_read (reader, extras, extra_cb, n_lost, NULL);
      if (group != NULL)
        take_back (document, group, n_lost);
      else
        (*n_lost)++;
    }
  return liaison_document_get_snapshot (document);
}
