/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which running process a file in progress belongs to, so that what a crash left behind is told
 * from what is in use. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LIAISON_OWNER_BOOT_LENGTH 36

typedef struct
{
  gint64 pid;
  guint64 start; /* clock ticks after boot, which tells two processes with one number apart; 0 when
                    unknown */
  char boot[LIAISON_OWNER_BOOT_LENGTH
            + 1]; /* the machine's name for its present boot; empty when unknown */
} LiaisonOwner;

/* This process. */
void liaison_owner_get_self (LiaisonOwner *owner);

/* Whether @owner ran on this machine since it was last started, so that its process number means
 * something here. */
gboolean liaison_owner_is_local (const LiaisonOwner *owner);

/* Whether the process of a local @owner is gone. Call it for local owners only. */
gboolean liaison_owner_is_dead (const LiaisonOwner *owner);

G_END_DECLS
