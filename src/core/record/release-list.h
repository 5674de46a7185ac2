/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Release lists: the nations that a record's marking lets see it. */
#pragma once

#include "record/lookup.h"

G_BEGIN_DECLS

/* The marking of the record, NULL where it has none. Borrowed. */
LiaisonMarking *liaison_block_get_marking (const LiaisonBlock *block);
/* The code of the nation that the record comes from, NULL where none is said. Interned. */
const char *liaison_block_get_originator (const LiaisonBlock *block);

/* The nations that the marking and the originator let see the record, groups taken apart. A record
 * without a marking is for its originator only. Transfer full; NULL: nobody. */
LiaisonCodes *liaison_release_list_of (const LiaisonLookup *lookup, const LiaisonBlock *block);
/* The same for a marking alone. */
LiaisonCodes *liaison_release_list_of_marking (const LiaisonLookup *lookup,
                                               const LiaisonMarking *marking);

/* The nations in both. Transfer full; NULL: none. */
LiaisonCodes *liaison_release_list_intersect (const LiaisonCodes *a, const LiaisonCodes *b);
/* Whether @wide has all nations of @narrow. */
gboolean liaison_release_list_covers (const LiaisonCodes *wide, const LiaisonCodes *narrow);

G_END_DECLS
