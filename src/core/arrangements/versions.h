/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language versions of agreements: which there are, how far each is, and which a party lacks. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/agreement.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  LiaisonSnapshot *snapshot;
  GPtrArray *agreements; /* of LiaisonBlock, borrowed: those that are not over */
  GPtrArray *languages;  /* of interned tags: those of versions, then those that parties lack */
} LiaisonVersions;

LiaisonVersions *liaison_versions_new (LiaisonSnapshot *snapshot);
void liaison_versions_free (LiaisonVersions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonVersions, liaison_versions_free)

/* The version of @agreement in @language, an item of it; NULL: there is none. */
const LiaisonBlock *liaison_versions_find (const LiaisonBlock *agreement, const char *language);
/* Whether it is the first official language of a party that has no version in any of its official languages. */
gboolean liaison_versions_is_missing (const LiaisonVersions *self,
                                      const LiaisonBlock *agreement,
                                      const char *language);
/* How far it is from now on; a version is made where there is none, and taken away with UNSET. @now in Unix ms, for
 * new ids. NULL: it is so already. */
LiaisonProposal *liaison_versions_propose (const LiaisonBlock *agreement,
                                           const char *language,
                                           LiaisonTextStatus status,
                                           gint64 now);

G_END_DECLS
