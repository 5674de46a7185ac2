/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A large plan does not fit into the processor's cache, so an edit of one of 100,000 records mostly waits for memory. What is
 * sure to be needed is asked for ahead, all at once, and found with few steps. */
#pragma once

#include "record/document.h"

G_BEGIN_DECLS

/* Asks for the record and its values, if it is there. */
void liaison_document_prefetch (LiaisonDocument *self, LiaisonId id);

/*< private to record/ >*/
void liaison_record_prefetch (LiaisonRecord *self);
void liaison_table_prefetch (LiaisonTable *self, LiaisonRecord *record);

G_END_DECLS
