/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making packs: from a plan and an order to pages. A copy for the audience is made first, always,
 * and pages are set from that copy: there is no other way from a plan to a pack. */
#pragma once

#include "pack/order.h"
#include "pack/pages.h"
#include "release/redact.h"

G_BEGIN_DECLS

/* How a pack is made. A plain value; everything is borrowed and may be left out. */
typedef struct
{
  LiaisonSnapshot *since; /* an earlier version of the plan, for what changed; NULL: the baseline
                             that the order names */
  guint copy;             /* the number of the copy; 0: none */
  /* Languages in which the pack is to have the same page numbers, NULL-terminated; NULL: where the
   * order asks for it, the working languages of the exercise */
  const char *const *same_pages;
  const char *const *catalogue_dirs;
  LiaisonComposingRoom *room; /* for many packs one after the other */
} LiaisonPackWishes;

/* Pages that have flowed. *@redaction (may be NULL) is the copy, for planners to see what was
 * withheld; transfer full. *@date (may be NULL) is when the pack is dated, Unix s: the day from
 * which it is valid, else STARTEX, so that the same plan gives the same bytes whenever it is
 * printed. NULL with G_IO_ERROR_CANCELLED, or with LIAISON_STORE_ERROR where the baseline of the
 * order cannot be read. For any thread. */
LiaisonPages *liaison_pack_make (LiaisonSnapshot *plan,
                                 const LiaisonPackOrder *order,
                                 const LiaisonPackWishes *wishes,
                                 LiaisonRedaction **redaction,
                                 gint64 *date,
                                 LiaisonPagesProgressFunc progress,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
