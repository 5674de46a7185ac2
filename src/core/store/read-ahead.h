/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread that reads and hashes a file a little ahead of who parses it. */
#pragma once

#include "store/digest.h"

G_BEGIN_DECLS

typedef struct _LiaisonReadAhead LiaisonReadAhead;

/* Reads @fd to its end and feeds @digest; both are the thread's until it is freed. NULL when no
 * thread could be had. */
LiaisonReadAhead *liaison_read_ahead_new (int fd, LiaisonDigest *digest);
/* Stops the thread and waits for it. */
void liaison_read_ahead_free (LiaisonReadAhead *self);

/* The next bytes, at most @count; 0 at the end, -1 with errno. */
gssize liaison_read_ahead_take (LiaisonReadAhead *self, void *buffer, gsize count);

G_END_DECLS
