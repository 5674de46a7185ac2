/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plan.h"

#include "store/file-input.h"
#include "store/plan-private.h"
#include "store/safe-file.h"

void
liaison_plan_free (LiaisonPlan *self)
{
  g_clear_object (&self->document);
  g_clear_object (&self->trail);
  g_free (self);
}

LiaisonPlan *
liaison_plan_new (LiaisonId exercise)
{
  LiaisonPlan *self = g_new0 (LiaisonPlan, 1);
  self->document = liaison_document_new (exercise);
  self->trail = liaison_trail_new ();
  self->version = LIAISON_PLAN_VERSION;
  return self;
}

LiaisonPlan *
liaison_plan_load (const char *path,
                   LiaisonProgressFunc progress,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GInputStream) input =
      liaison_file_input_new (path, liaison_json_default_limits.bytes, error);
  g_autoptr (LiaisonPlan) self = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (input == NULL)
    return NULL;
  LiaisonFileInput *file = LIAISON_FILE_INPUT (input);
  self = liaison_plan_read (input, name, liaison_file_input_get_size (file), progress, data,
                            cancellable, error);
  if (self == NULL || !liaison_file_input_finish (file, &self->stamp, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
liaison_plan_save (const LiaisonSnapshot *snapshot,
                   GBytes *trail,
                   const char *path,
                   LiaisonFileStamp *stamp,
                   GCancellable *cancellable,
                   GError **error)
{
  LiaisonFileStamp unused;
  g_autoptr (LiaisonSafeFile) save =
      liaison_safe_file_begin (path, stamp, LIAISON_PLAN_BACKUPS, cancellable, error);

  return save != NULL
         && liaison_plan_write (snapshot, trail, liaison_safe_file_get_stream (save), cancellable,
                                error)
         && liaison_safe_file_commit (save, stamp != NULL ? stamp : &unused, cancellable, error);
}
