/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a pack go to a printer, as pages or as the sheets of a booklet. */
#pragma once

#include "packs/pack-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Runs the print dialog. @packs (of LiaisonSetPack) are printed one after the other. TRUE: they
 * went to the printer. */
gboolean
liaison_pack_print (GtkWindow *parent, const GPtrArray *packs, gboolean imposed, GError **error);

G_END_DECLS
