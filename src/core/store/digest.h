/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 (FIPS 180-4) of whole plans: with the processor's own instructions where it has them,
 * which is four times as fast as GChecksum, else by GChecksum. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LiaisonDigest LiaisonDigest;

LiaisonDigest *liaison_digest_new (void);
/* The same without the processor's instructions, for tests. */
LiaisonDigest *liaison_digest_new_portable (void);
void liaison_digest_free (LiaisonDigest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDigest, liaison_digest_free)

/* Not after get_string. */
void liaison_digest_update (LiaisonDigest *self, const void *bytes, gsize length);
/* In 64 lower-case hexadecimal digits; ends the sum. Lent. */
const char *liaison_digest_get_string (LiaisonDigest *self);

G_END_DECLS
