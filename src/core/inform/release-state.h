/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each nation has of each product, may have, and why not: the release matrix. */
#pragma once

#include "record/operand.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_RELEASE_STATE_MAY_NOT,  /* it is not on the release list, */
  LIAISON_RELEASE_STATE_WAITS,    /* or is, but something must come first: status, agreement */
  LIAISON_RELEASE_STATE_MAY,      /* it may have it, and does not */
  LIAISON_RELEASE_STATE_HAS,      /* it was released to it */
  LIAISON_RELEASE_STATE_RECALLED, /* and taken back */
  LIAISON_RELEASE_STATE_BEYOND,   /* it has it and may not */
  LIAISON_RELEASE_STATE_ORIGIN,   /* it comes from there */
  LIAISON_RELEASE_N_STATES,
} LiaisonReleaseState;

/* msgid of a state in a few words, and a sign of one letter for it. */
const char *liaison_release_state_get_label (LiaisonReleaseState state);
const char *liaison_release_state_get_sign (LiaisonReleaseState state);

typedef struct _LiaisonReleaseMatrix LiaisonReleaseMatrix;

/* Products in the order of their serials, nations as the file has them. Keeps a reference to
 * @snapshot. @now in Unix s: which agreements are in force. Any thread. */
LiaisonReleaseMatrix *liaison_release_matrix_new (LiaisonSnapshot *snapshot, gint64 now);
void liaison_release_matrix_free (LiaisonReleaseMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonReleaseMatrix, liaison_release_matrix_free)

guint liaison_release_matrix_count_products (const LiaisonReleaseMatrix *self);
guint liaison_release_matrix_count_nations (const LiaisonReleaseMatrix *self);
const LiaisonBlock *liaison_release_matrix_get_product (const LiaisonReleaseMatrix *self, guint row);
const LiaisonBlock *liaison_release_matrix_get_nation (const LiaisonReleaseMatrix *self, guint column);
LiaisonReleaseState
liaison_release_matrix_get (const LiaisonReleaseMatrix *self, guint row, guint column);
/* Why: a static msgid, with @operands (of LiaisonOperand; transfer full) to fill it. */
const char *liaison_release_matrix_explain (const LiaisonReleaseMatrix *self,
                                            guint row,
                                            guint column,
                                            GArray **operands);

/* Whether the release list of @product, and those of what it is part of and made from, have the
 * nation. */
gboolean liaison_product_may_go_to (const LiaisonSnapshot *snapshot,
                                    const LiaisonBlock *product,
                                    const char *nation);
/* Whether what was released is still there. */
gboolean liaison_release_is_out (const LiaisonBlock *release);

G_END_DECLS
