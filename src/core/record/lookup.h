/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A way to find blocks by id, in a document (main thread) or in a snapshot (any thread): what rules and words are given. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

/* A plain value; valid as long as what it looks into. An id made by liaison_id_for_code () finds the nation with that code,
 * and the exercise for "STARTEX" and "ENDEX". Borrowed; NULL when there is none. */
typedef struct
{
  const LiaisonBlock *(*find) (gpointer data, LiaisonId id);
  gpointer data;
} LiaisonLookup;

static inline const LiaisonBlock *
liaison_lookup_find (const LiaisonLookup *lookup,
                     LiaisonId            id)
{
  return lookup->find (lookup->data, id);
}

/* The nation with @code, or NULL. */
static inline const LiaisonBlock *
liaison_lookup_find_nation (const LiaisonLookup *lookup,
                            const char          *code)
{
  return lookup->find (lookup->data, liaison_id_for_code (code));
}

/* The exercise; never NULL. */
const LiaisonBlock *liaison_lookup_get_exercise (const LiaisonLookup *lookup);

G_END_DECLS
