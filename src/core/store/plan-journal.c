/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plan-journal.h"

#include "edit/changeset.h"
#include "edit/edit-json.h"
#include "store/journal-frame.h"
#include "store/plan-private.h"
#include "store/safe-file.h"

struct _LiaisonPlanJournal
{
  GObject parent_instance;

  /* Owned */
  LiaisonJournal *journal;
};

G_DEFINE_FINAL_TYPE (LiaisonPlanJournal, liaison_plan_journal, G_TYPE_OBJECT)

static void
liaison_plan_journal_dispose (GObject *object)
{
  LiaisonPlanJournal *self = LIAISON_PLAN_JOURNAL (object);

  g_clear_object (&self->journal);

  G_OBJECT_CLASS (liaison_plan_journal_parent_class)->dispose (object);
}

static void
liaison_plan_journal_class_init (LiaisonPlanJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_plan_journal_dispose;
}

static void
liaison_plan_journal_init (LiaisonPlanJournal *self)
{
}

static GBytes *
write_entry (const LiaisonEditGroup *group, GError **error)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (bytes);

  liaison_json_writer_set_compact (writer, TRUE);
  liaison_json_writer_begin_object (writer);
  liaison_edit_group_write_members (group, writer);
  liaison_json_writer_end_object (writer);
  if (!liaison_json_writer_finish (writer, error))
    return NULL;
  if (bytes->len > LIAISON_JOURNAL_MAX_ENTRY)
    {
      g_set_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_TOO_LARGE,
                   "an edit of %" G_GSIZE_FORMAT " bytes", bytes->len);
      return NULL;
    }
  return g_string_free_to_bytes (g_steal_pointer (&bytes));
}

static void
committed_cb (LiaisonPlanJournal *self, const LiaisonEditGroup *group)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) entry = write_entry (group, &error);

  if (entry != NULL && self->journal != NULL)
    liaison_journal_append (self->journal, entry);
  else if (entry == NULL)
    g_warning ("An edit is not in the journal and would be lost in a crash: %s", error->message);
}

LiaisonPlanJournal *
liaison_plan_journal_new (LiaisonEditor *editor,
                          const char *state_folder,
                          const char *path,
                          const LiaisonFileStamp *stamp,
                          GError **error)
{
  g_autoptr (LiaisonJournal) journal = liaison_journal_new (state_folder, path, stamp, error);
  LiaisonPlanJournal *self;

  if (journal == NULL)
    return NULL;
  self = g_object_new (LIAISON_TYPE_PLAN_JOURNAL, NULL);
  self->journal = g_steal_pointer (&journal);
  g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

LiaisonJournal *
liaison_plan_journal_get_journal (LiaisonPlanJournal *self)
{
  return self->journal;
}

gboolean
liaison_plan_journal_adopt (LiaisonPlanJournal *self,
                            LiaisonJournalRecovery *recovery,
                            guint first,
                            GError **error)
{
  for (guint i = first; i < liaison_journal_recovery_get_n_entries (recovery); i++)
    liaison_journal_append (self->journal, liaison_journal_recovery_get_entry (recovery, i));
  return liaison_journal_flush_sync (self->journal, error);
}

gboolean
liaison_plan_journal_close (LiaisonPlanJournal *self, GError **error)
{
  g_autoptr (LiaisonJournal) journal = g_steal_pointer (&self->journal);

  return journal == NULL || liaison_journal_remove (journal, error);
}

gboolean
liaison_plan_save_with_journal (const LiaisonSnapshot *snapshot,
                                GBytes *trail,
                                const char *path,
                                LiaisonFileStamp *stamp,
                                LiaisonPlanJournal *journal,
                                guint64 position,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (LiaisonJournal) told =
      journal != NULL && journal->journal != NULL ? g_object_ref (journal->journal) : NULL;
  g_autoptr (LiaisonSafeFile) save =
      liaison_safe_file_begin (path, stamp, LIAISON_PLAN_BACKUPS, cancellable, error);
  g_autoptr (GError) problem = NULL;
  LiaisonFileStamp now;

  if (save == NULL
      || !liaison_plan_write (snapshot, trail, liaison_safe_file_get_stream (save), cancellable,
                              error)
      || !liaison_safe_file_prepare (save, &now, cancellable, error))
    return FALSE;
  /* Without the note a recovery asks instead of knowing: no reason not to save. */
  if (told != NULL)
    liaison_journal_note_save (told, liaison_safe_file_get_path (save), &now, position, NULL);
  gboolean durable = liaison_safe_file_commit (save, &now, cancellable, &problem);
  if (!durable && !g_error_matches (problem, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_DURABLE))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (stamp != NULL)
    *stamp = now;
  if (!durable)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (told != NULL)
    liaison_journal_saved (told, liaison_safe_file_get_path (save), &now, position);
  return durable;
}

LiaisonEditGroup *
liaison_plan_journal_read_entry (GBytes *entry, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (entry, &length);
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (bytes, length, "journal", NULL);
  g_autoptr (LiaisonEditGroup) group = liaison_edit_group_read (reader, NULL, NULL, NULL, error);

  if (group == NULL || !liaison_json_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&group);
}

/* Makes the edit again if its slot holds what it held then. */
static gboolean
redo_edit (LiaisonChangeset *changeset, const LiaisonEdit *edit)
{
  LiaisonValue now;

  liaison_changeset_get (changeset, &edit->slot, &now);
  gboolean as_it_was = liaison_value_equal (&now, &edit->before);
  liaison_value_clear (&now);
  return as_it_was
         && liaison_changeset_set (changeset, edit->kind, &edit->slot, &edit->after, NULL);
}

/* Makes what it can of @group; the trail is told of just that. */
static gboolean
replay_group (LiaisonPlan *plan, const LiaisonEditGroup *group, guint *skipped)
{
  g_autoptr (LiaisonChangeset) changeset = liaison_changeset_new (plan->document);
  g_autoptr (LiaisonEditGroup) made =
      liaison_edit_group_new (group->sentence, group->operands, group->author, group->when);

  for (guint i = 0; i < group->edits->len; i++)
    {
      const LiaisonEdit *edit = &g_array_index (group->edits, LiaisonEdit, i);
      LiaisonValue before, after;
      if (!redo_edit (changeset, edit))
        {
          (*skipped)++;
          continue;
        }
      liaison_value_copy (&before, &edit->before);
      liaison_value_copy (&after, &edit->after);
      liaison_edit_group_take (made, edit->kind, &edit->slot, before, after);
    }
  if (!liaison_changeset_apply (changeset))
    return FALSE;
  liaison_trail_append (plan->trail, made);
  return TRUE;
}

guint
liaison_plan_replay (LiaisonPlan *plan,
                     LiaisonJournalRecovery *recovery,
                     guint first,
                     guint *skipped)
{
  guint n = liaison_journal_recovery_get_n_entries (recovery), made = 0, left = 0;

  for (guint i = first; i < n; i++)
    {
      g_autoptr (LiaisonEditGroup) group =
          liaison_plan_journal_read_entry (liaison_journal_recovery_get_entry (recovery, i), NULL);
      if (group == NULL)
        left++;
      else if (replay_group (plan, group, &left))
        made++;
    }
  if (skipped != NULL)
    *skipped = left;
  return made;
}
