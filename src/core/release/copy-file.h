/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy as a file to hand over. */
#pragma once

#include "release/redact.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes the copy to @path, over what stands there. No earlier version, which may be another
 * audience's, is kept beside it. Errors as liaison_plan_save. In any thread. */
gboolean liaison_redaction_save (const LiaisonRedaction *self,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
