/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/copy-file.h"

#include "store/plan.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

gboolean
liaison_redaction_save (const LiaisonRedaction *self,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (LiaisonSnapshot) copy = liaison_document_get_snapshot (self->document);
  g_autofree char *beside = g_strdup_printf ("%s.%d.new", path, (int) getpid ());

  if (!liaison_plan_save (copy, NULL, beside, NULL, cancellable, error))
    return FALSE;
  if (g_rename (beside, path) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  g_unlink (beside);
  return FALSE;
}
