/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files fetched from addresses, kept in a folder for when there is no network, with the time they
 * were last seen to be current. */
#pragma once

#include "net/fetch.h"

G_BEGIN_DECLS

typedef struct
{
  GBytes *bytes;
  gint64 checked;   /* Unix s: when the server last had exactly this */
  gboolean offline; /* the server could not be asked now: what is kept */
  GError *problem;  /* why not; or NULL */
} LiaisonKept;

void liaison_kept_clear (LiaisonKept *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonKept, liaison_kept_clear)

/* Fetches @address, or takes what @folder has of it: then `offline` is set and `problem` says why.
 * FALSE when there is neither, or it was cancelled. A certificate that is not trusted, an address
 * that is none and a reply that is too large are errors even where something is kept. @folder is
 * made when it is not there. @now: Unix s. */
gboolean liaison_kept_fetch (const char *folder,
                             const char *address,
                             const LiaisonFetchLimits *limits,
                             gint64 now,
                             LiaisonKept *kept,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
