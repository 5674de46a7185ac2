/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a product: proposed, reviewed, approved, released, recalled; each step with who took it
 * and on whose authority, in order and not otherwise. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/product.h"
#include "record/kinds/release.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_PRODUCT_STEP_PROPOSE,
  LIAISON_PRODUCT_STEP_REVIEW,
  LIAISON_PRODUCT_STEP_APPROVE,
  LIAISON_PRODUCT_STEP_RELEASE, /* to one nation or several; again, to more of them */
  LIAISON_PRODUCT_STEP_RECALL,
  LIAISON_PRODUCT_STEP_RETURN, /* back to its author */
  LIAISON_PRODUCT_N_STEPS,
} LiaisonProductStep;

typedef enum
{
  LIAISON_FLOW_ERROR_ORDER,     /* it is not that far, or further already */
  LIAISON_FLOW_ERROR_AUTHORITY, /* nobody is said to have decided, nor on what authority */
  LIAISON_FLOW_ERROR_NATION,    /* to nobody, or to one that may not have it */
} LiaisonFlowError;

#define LIAISON_FLOW_ERROR (liaison_flow_error_quark ())
GQuark liaison_flow_error_quark (void);

/* Who decides, why and when. Texts may be NULL. */
typedef struct
{
  LiaisonId by;          /* participant; zero: not said */
  const char *authority; /* the rule, order or document */
  const char *reason;
  const char *language; /* of the reason; interned tag */
  gint64 now;           /* Unix s */
  const char *zone;     /* in which times are written; NULL: UTC */
} LiaisonFlowDecision;

/* msgid of what a step does, fit for a button: “Approve”. */
const char *liaison_product_step_get_label (LiaisonProductStep step);
const char *liaison_product_step_get_nick (LiaisonProductStep step);
/* Whether @product may take the step now. *@why (may be NULL) is a msgid that says why not. */
gboolean liaison_product_step_is_allowed (const LiaisonBlock *product,
                                          LiaisonProductStep step,
                                          const char **why);
/* The step that comes next; N_STEPS where the way ends. */
LiaisonProductStep liaison_product_step_get_next (const LiaisonBlock *product);

/* What makes new records: with an id, a serial and the marking of the plan, not yet shared. */
typedef LiaisonBlock *(*LiaisonNewRecordFunc) (const LiaisonKind *kind, gpointer data);

/* To whom, and how. */
typedef struct
{
  const char *const *nations; /* codes */
  guint n_nations;
  LiaisonReleaseMedium medium;
  guint copies; /* numbered copies for each; 0: none are counted */
  LiaisonNewRecordFunc new_record;
  gpointer data;
} LiaisonFlowRelease;

/* Adds the step to @proposal as one decision. For RELEASE, @release says to whom: each gets a record
 * in the release register, with copies numbered on from those there are. RECALL recalls all that is
 * out. FALSE with LIAISON_FLOW_ERROR, and nothing added, where the step is refused; the messages
 * are msgids. */
gboolean liaison_product_flow_take (const LiaisonSnapshot *snapshot,
                                    const LiaisonBlock *product,
                                    LiaisonProductStep step,
                                    const LiaisonFlowDecision *decision,
                                    const LiaisonFlowRelease *release,
                                    LiaisonProposal *proposal,
                                    GError **error);

/* The highest number of a copy of @item that was handed out; 0: none. */
gint64 liaison_release_count_copies (const LiaisonSnapshot *snapshot, LiaisonId item);
/* Gives @block the serial that comes @ahead after the one it has. */
void liaison_serial_advance (LiaisonBlock *block, guint ahead);

G_END_DECLS
