/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the records that refer to others which are to be deleted. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* The records that refer to any of @records (of LiaisonRecord) and are none of them; each once.
 * Free the array only. */
GPtrArray *liaison_table_list_users (LiaisonDocument *document, const GPtrArray *records);
/* Adds to @proposal what takes every reference to @records out of @user: sets lose members, items
 * that make no sense without it go, times that hung on it stay where they are now. */
void liaison_table_clear_references (LiaisonDocument *document,
                                     LiaisonProposal *proposal,
                                     LiaisonRecord *user,
                                     const GPtrArray *records);

G_END_DECLS
