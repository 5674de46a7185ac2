/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draft.h"

#include "session.h"
#include "store/journal-recovery.h"

#include <glib/gstdio.h>

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "liaison", "drafts", NULL);
}

char *
liaison_draft_write (LiaisonPlan *plan,
                     GError     **error)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT ".liaison", g_get_real_time ());
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GBytes) trail = liaison_trail_freeze (plan->trail);

  g_mkdir_with_parents (folder, 0700);
  if (!liaison_plan_save (snapshot, trail, path, NULL, NULL, error)
      || !liaison_file_stamp_take (&plan->stamp, path, NULL, error))
    return NULL;
  return g_steal_pointer (&path);
}

gboolean
liaison_draft_is_draft (const char *path)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;

  return g_strcmp0 (parent, folder) == 0;
}

void
liaison_draft_remove (const char *path)
{
  if (liaison_draft_is_draft (path))
    g_unlink (path);
}

/* Drafts of windows that are open, here or in another instance, keep their journal locked. */
static void
remove_if_stale (const char *path)
{
  g_autofree char *journals = liaison_session_dup_state_folder ();

  if (!liaison_journal_is_open (journals, path, NULL))
    liaison_draft_remove (path);
}

char **
liaison_draft_find_lost (void)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *journals = liaison_session_dup_state_folder ();
  g_autoptr (GPtrArray) orphans = liaison_journal_find_orphans (journals);
  g_autoptr (GStrvBuilder) lost = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean found = FALSE;
      for (guint i = 0; i < orphans->len && !found; i++)
        found = g_strcmp0 (liaison_journal_recovery_get_plan (orphans->pdata[i]), path) == 0;
      if (found)
        g_strv_builder_add (lost, path);
      else
        remove_if_stale (path);
    }
  return g_strv_builder_end (lost);
}
