/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes many new records of one kind, each with an id and a serial of its own. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

typedef struct _LiaisonTableMaker LiaisonTableMaker;

LiaisonTableMaker *liaison_table_maker_new (LiaisonSession *session, const LiaisonKind *kind);
void liaison_table_maker_free (LiaisonTableMaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTableMaker, liaison_table_maker_free)

/* An unshared block to be filled in: as the session makes them. Transfer full. */
LiaisonBlock *liaison_table_maker_make (LiaisonTableMaker *self);
/* The same values as @block, with an id and a serial of its own. Transfer full. */
LiaisonBlock *liaison_table_maker_duplicate (LiaisonTableMaker *self, const LiaisonBlock *block);

G_END_DECLS
