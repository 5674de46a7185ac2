/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unpredictable bytes from the kernel: for ids, and for seeding hashes against chosen collisions.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fills @size bytes. Never fails: without getrandom(2), GLib's generator, seeded by the system,
 * serves. */
void liaison_random_fill (gpointer bytes, gsize size);

/* Two words chosen once a process; the same at every call. Thread-safe. */
const guint64 *liaison_random_get_seed (void);

/* Mixes two words into one by the halves of their 128-bit product. */
static inline guint64
liaison_random_mix (guint64 a, guint64 b)
{
  __extension__ typedef unsigned __int128 Wide;
  Wide product = (Wide) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

G_END_DECLS
