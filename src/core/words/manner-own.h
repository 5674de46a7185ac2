/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How values in the columns that an exercise adds to its tables are said and understood: as those
 * of the field that each of them is. */
#pragma once

#include "record/own-column.h"
#include "words/manner.h"

G_BEGIN_DECLS

/* What people read of @record in the column; text that is no value of its type is told as it is
 * kept. Transfer full. */
char *liaison_manner_tell_own (const LiaisonManner *manner,
                               const LiaisonOwnColumn *column,
                               const LiaisonBlock *record);
/* As liaison_manner_get_sort_key () does. */
char *liaison_manner_get_own_sort_key (const LiaisonManner *manner,
                                       const LiaisonOwnColumn *column,
                                       const LiaisonBlock *record);
/* Understands what was typed: what has to stand at which slot of @record. The caller clears @value.
 */
gboolean liaison_manner_read_own (const LiaisonManner *manner,
                                  const LiaisonSnapshot *snapshot,
                                  const LiaisonOwnColumn *column,
                                  const LiaisonBlock *record,
                                  const char *text,
                                  LiaisonSlot *slot,
                                  LiaisonValue *value,
                                  GError **error);

G_END_DECLS
