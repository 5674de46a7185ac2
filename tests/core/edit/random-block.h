/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records with values that chance has chosen, of any kind, all of them fit for a plan. */
#pragma once

#include "record/kind.h"

/* Id number @number of a small pool: equal numbers give equal ids. */
LiaisonId random_block_id (guint number);

/* A block in which each field is set with a chance of @share in 100. Languages, members of sets and
 * ids of items come from small pools, so that two blocks have some in common and some not. It was
 * read by the strict reader from JSON, which is kept in *@json (may be NULL), the caller's. */
LiaisonBlock *
random_block_new (const LiaisonShape *shape, LiaisonId id, guint share, GRand *random, char **json);
