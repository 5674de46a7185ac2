/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work on packs, in threads: setting one for the preview, copies for the printer, all of them
 * into a folder. */
#pragma once

#include "pack/making.h"

G_BEGIN_DECLS

/* A pack that was set. */
typedef struct
{
  LiaisonPages *pages;
  LiaisonRedaction *redaction; /* for planners: what was withheld */
  LiaisonPackOrder *order;
  gint64 date;
  guint copy; /* its number; 0: none */
  char *hash; /* SHA-256 of its PDF; NULL where nobody asked */
} LiaisonSetPack;

void liaison_set_pack_free (LiaisonSetPack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSetPack, liaison_set_pack_free)

/* How far it is: done and all of them; in the main thread. */
typedef void (*LiaisonPackProgressFunc) (guint done, guint all, gpointer data);

/* Sets @n copies of @order (which is copied) from number @first on, with their hashes; with @first
 * 0 one without number and hash. */
void liaison_set_packs_async (LiaisonSnapshot *plan,
                              const LiaisonPackOrder *order,
                              guint first,
                              guint n,
                              LiaisonPackProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* Of LiaisonSetPack. Transfer full. */
GPtrArray *liaison_set_packs_finish (GAsyncResult *result, GError **error);

/* Sets each of @orders (of LiaisonPackOrder, taken) and saves them in @folder. */
void liaison_save_packs_async (LiaisonSnapshot *plan,
                               GPtrArray *orders,
                               const char *folder,
                               LiaisonPackProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* How many were saved, also where the rest was not. */
guint liaison_save_packs_finish (GAsyncResult *result, GError **error);

G_END_DECLS
