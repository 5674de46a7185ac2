/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plan-journal.h"

#include "edit/changeset.h"
#include "edit/edit-json.h"
#include "store/safe-file.h"

/* Previous versions kept beside a plan. */
#define BACKUPS 3

struct _LiaisonPlanJournal
{
  GObject parent_instance;

  LiaisonJournal *journal;
};

G_DEFINE_FINAL_TYPE (LiaisonPlanJournal, liaison_plan_journal, G_TYPE_OBJECT)

static void
liaison_plan_journal_finalize (GObject *object)
{
  g_clear_object (&LIAISON_PLAN_JOURNAL (object)->journal);

  G_OBJECT_CLASS (liaison_plan_journal_parent_class)->finalize (object);
}

static void
liaison_plan_journal_class_init (LiaisonPlanJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_plan_journal_finalize;
}

static void
liaison_plan_journal_init (LiaisonPlanJournal *self)
{
}

static void
committed_cb (LiaisonPlanJournal     *self,
              const LiaisonEditGroup *group)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (GBytes) entry = NULL;

  liaison_json_writer_set_compact (writer, TRUE);
  liaison_json_writer_begin_object (writer);
  liaison_edit_group_write_members (group, writer);
  liaison_json_writer_end_object (writer);
  if (!liaison_json_writer_finish (writer, NULL))
    return;
  entry = g_bytes_new (text->str, text->len);
  liaison_journal_append (self->journal, entry);
}

LiaisonPlanJournal *
liaison_plan_journal_new (LiaisonEditor          *editor,
                          const char             *state_folder,
                          const char             *path,
                          const LiaisonFileStamp *stamp,
                          GError                **error)
{
  LiaisonJournal *journal = liaison_journal_new (state_folder, path, stamp, error);
  LiaisonPlanJournal *self;

  if (journal == NULL)
    return NULL;
  self = g_object_new (LIAISON_TYPE_PLAN_JOURNAL, NULL);
  self->journal = journal;
  g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

LiaisonJournal *
liaison_plan_journal_get_journal (LiaisonPlanJournal *self)
{
  return self->journal;
}

gboolean
liaison_plan_journal_close (LiaisonPlanJournal *self,
                            GError            **error)
{
  return liaison_journal_remove (self->journal, error);
}

gboolean
liaison_plan_save_with_journal (const LiaisonSnapshot *snapshot,
                                GBytes                *trail,
                                const char            *path,
                                LiaisonFileStamp      *stamp,
                                LiaisonPlanJournal    *journal,
                                guint64                position,
                                GCancellable          *cancellable,
                                GError               **error)
{
  g_autoptr (LiaisonSafeFile) save = liaison_safe_file_begin (path, stamp, BACKUPS, cancellable, error);
  LiaisonFileStamp saved;

  if (save == NULL || !liaison_plan_write (snapshot, trail, liaison_safe_file_get_stream (save), cancellable, error)
      || !liaison_safe_file_prepare (save, &saved, cancellable, error))
    return FALSE;
  /* Without the note a recovery after a crash in the next moment asks instead of knowing: no reason not to save. */
  if (journal != NULL)
    liaison_journal_note_save (journal->journal, liaison_safe_file_get_path (save), &saved, position, NULL);
  if (!liaison_safe_file_commit (save, &saved, cancellable, error))
    {
      if (error != NULL && g_error_matches (*error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_DURABLE) && stamp != NULL)
        *stamp = saved;
      return FALSE;
    }
  if (journal != NULL)
    liaison_journal_saved (journal->journal, liaison_safe_file_get_path (save), &saved, position);
  if (stamp != NULL)
    *stamp = saved;
  return TRUE;
}

LiaisonEditGroup *
liaison_plan_journal_read_entry (GBytes  *entry,
                                 GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (entry, &length);
  g_autoptr (LiaisonJsonReader) reader = liaison_json_reader_new_for_data (bytes, length, "journal", NULL);
  g_autoptr (LiaisonEditGroup) group = liaison_edit_group_read (reader, NULL, NULL, NULL, error);

  if (group == NULL || !liaison_json_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&group);
}

/* Makes what still fits of the group; FALSE when nothing does. */
static gboolean
replay_group (LiaisonDocument        *document,
              const LiaisonEditGroup *group,
              guint                  *skipped)
{
  g_autoptr (LiaisonChangeset) changeset = liaison_changeset_new (document);

  for (guint i = 0; i < group->edits->len; i++)
    {
      const LiaisonEdit *edit = &g_array_index (group->edits, LiaisonEdit, i);
      LiaisonValue now;
      liaison_changeset_get (changeset, &edit->slot, &now);
      gboolean expected = liaison_value_equal (&now, &edit->before);
      liaison_value_clear (&now);
      if (!expected || !liaison_changeset_set (changeset, edit->kind, &edit->slot, &edit->after, NULL))
        *skipped += 1;
    }
  return liaison_changeset_apply (changeset);
}

guint
liaison_plan_replay (LiaisonPlan            *plan,
                     LiaisonJournalRecovery *recovery,
                     guint                   first,
                     guint                  *skipped)
{
  guint made = 0, left = 0;

  for (guint i = first; i < liaison_journal_recovery_get_n_entries (recovery); i++)
    {
      g_autoptr (LiaisonEditGroup) group
          = liaison_plan_journal_read_entry (liaison_journal_recovery_get_entry (recovery, i), NULL);
      if (group == NULL)
        left++;
      else if (replay_group (plan->document, group, &left))
        {
          liaison_trail_append (plan->trail, group);
          made++;
        }
    }
  if (skipped != NULL)
    *skipped = left;
  return made;
}
