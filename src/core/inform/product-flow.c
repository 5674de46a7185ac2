/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/product-flow.h"

#include "inform/release-state.h"
#include "record/kinds/nation.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (liaison - flow - error, liaison_flow_error)

/* From which states a step leads where. */
typedef struct
{
  const char *nick;
  const char *label;
  guint from; /* a bit for each status */
  LiaisonProductStatus to;
  const char *refusal; /* msgid: why not from elsewhere */
  gboolean authority;
} Step;

#define BIT(status) (1u << LIAISON_PRODUCT_STATUS_##status)
static const Step steps[LIAISON_PRODUCT_N_STEPS] = {
  [LIAISON_PRODUCT_STEP_PROPOSE]
  = { "propose", N_ ("Propose"), BIT (UNSET) | BIT (DRAFT), LIAISON_PRODUCT_STATUS_PROPOSED,
      N_ ("It has been proposed already."), FALSE },
  [LIAISON_PRODUCT_STEP_REVIEW]
  /* Translators: what is done with a document before it is approved */
  = { "review", N_ ("Mark as Reviewed"), BIT (PROPOSED), LIAISON_PRODUCT_STATUS_REVIEWED,
      N_ ("Only what is proposed can be reviewed."), FALSE },
  [LIAISON_PRODUCT_STEP_APPROVE]
  = { "approve", N_ ("Approve"), BIT (REVIEWED), LIAISON_PRODUCT_STATUS_APPROVED,
      N_ ("Only what has been reviewed can be approved."), TRUE },
  [LIAISON_PRODUCT_STEP_RELEASE]
  = { "release", N_ ("Release"), BIT (APPROVED) | BIT (RELEASED), LIAISON_PRODUCT_STATUS_RELEASED,
      N_ ("Only what has been approved can be released."), TRUE },
  [LIAISON_PRODUCT_STEP_RECALL]
  = { "recall", N_ ("Recall"), BIT (RELEASED), LIAISON_PRODUCT_STATUS_RECALLED,
      N_ ("Only what has been released can be recalled."), TRUE },
  [LIAISON_PRODUCT_STEP_RETURN]
  = { "return", N_ ("Send Back"), BIT (PROPOSED) | BIT (REVIEWED) | BIT (APPROVED) | BIT (RECALLED),
      LIAISON_PRODUCT_STATUS_DRAFT, N_ ("Only what is on its way can be sent back."), FALSE },
};
#undef BIT

const char *
liaison_product_step_get_label (LiaisonProductStep step)
{
  return steps[step].label;
}

const char *
liaison_product_step_get_nick (LiaisonProductStep step)
{
  return steps[step].nick;
}

gboolean
liaison_product_step_is_allowed (const LiaisonBlock *product,
                                 LiaisonProductStep step,
                                 const char **why)
{
  gboolean allowed = (steps[step].from >> LIAISON_DATA (Product, product)->status) & 1;

  if (why != NULL)
    *why = allowed ? NULL : steps[step].refusal;
  return allowed;
}

LiaisonProductStep
liaison_product_step_get_next (const LiaisonBlock *product)
{
  for (guint i = 0; i < LIAISON_PRODUCT_STEP_RETURN; i++)
    if (liaison_product_step_is_allowed (product, i, NULL)
        && steps[i].to != (LiaisonProductStatus) LIAISON_DATA (Product, product)->status)
      return i;
  return LIAISON_PRODUCT_N_STEPS;
}

gint64
liaison_release_count_copies (const LiaisonSnapshot *snapshot, LiaisonId item)
{
  guint n;
  const LiaisonBlock *const *releases
      = liaison_snapshot_get (snapshot, LIAISON_KIND_RELEASE, &n);
  gint64 highest = 0;

  for (guint i = 0; i < n; i++)
    {
      const LiaisonReleaseData *release = LIAISON_DATA (Release, releases[i]);
      for (guint k = 0; liaison_id_same (release->item, item)
                        && k < liaison_items_get_size (release->copies);
           k++)
        highest = MAX (highest,
                       LIAISON_DATA (ReleaseCopy, liaison_items_get (release->copies, k))->number);
    }
  return highest;
}

void
liaison_serial_advance (LiaisonBlock *block, guint ahead)
{
  const LiaisonField *code = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);
  GRefString **serial
      = code != NULL && code->type == LIAISON_FIELD_STRING ? LIAISON_BLOCK_AT (block, code) : NULL;
  const char *dash = serial != NULL && *serial != NULL ? strrchr (*serial, '-') : NULL;

  if (dash == NULL || ahead == 0)
    return;
  g_autofree char *text
      = g_strdup_printf ("%.*s-%03lu", (int) (dash - *serial), *serial,
                         strtoul (dash + 1, NULL, 10) + ahead);
  g_ref_string_release (*serial);
  *serial = g_ref_string_new (text);
}

static LiaisonInstant
make_now (const LiaisonFlowDecision *decision)
{
  LiaisonInstant now = { 0 };
  gint64 minute = decision->now / 60 * 60;

  if (!liaison_instant_from_unix (minute, decision->zone, &now))
    liaison_instant_from_unix (minute, NULL, &now);
  return now;
}

static GRefString *
dup_string (const char *text)
{
  return text != NULL && *text != '\0' ? g_ref_string_new (text) : NULL;
}

static LiaisonText *
dup_text (const LiaisonFlowDecision *decision)
{
  return decision->reason != NULL && *decision->reason != '\0'
             ? liaison_text_new (decision->language, decision->reason)
             : NULL;
}

static void
add_decision (const LiaisonBlock *product,
              LiaisonProductStatus status,
              const LiaisonFlowDecision *decision,
              LiaisonId id,
              LiaisonProposal *proposal)
{
  g_autoptr (LiaisonBlock) block = liaison_block_new (&liaison_release_decision_shape, id);
  LiaisonReleaseDecisionData *data = (LiaisonReleaseDecisionData *) block;
  LiaisonSlot slot = liaison_slot_item (product->id, LIAISON_FIELD (Product, decisions), id);
  int choice = (int) status;

  data->status = choice;
  data->when = make_now (decision);
  data->by = decision->by;
  data->authority = dup_string (decision->authority);
  data->reason = dup_text (decision);
  liaison_proposal_take (proposal, &liaison_product_kind, &slot, liaison_value_block (block));
  liaison_proposal_set_field (proposal, product, LIAISON_FIELD (Product, status), &choice);
}

static LiaisonItems *
make_copies (const LiaisonFlowRelease *release,
             const LiaisonNationData *nation,
             gint64 first,
             gint32 day,
             LiaisonId base)
{
  g_autofree LiaisonBlock **blocks = g_new0 (LiaisonBlock *, release->copies + 1);

  for (guint i = 0; i < release->copies; i++)
    {
      /* Ids of items only differ within their list. */
      LiaisonId id = base;
      id.low ^= (guint64) (i + 1) << 1;
      LiaisonReleaseCopyData *copy
          = (LiaisonReleaseCopyData *) liaison_block_new (&liaison_release_copy_shape, id);
      copy->number = first + i;
      copy->holder = nation != NULL ? nation->contact : (LiaisonId){ 0 };
      copy->handed_over = day;
      blocks[i] = &copy->block;
    }
  return release->copies > 0 ? liaison_items_new_take (blocks, release->copies) : NULL;
}

static void
add_release (const LiaisonSnapshot *snapshot,
             const LiaisonBlock *product,
             const LiaisonFlowDecision *decision,
             const LiaisonFlowRelease *release,
             guint place,
             gint64 first_copy,
             LiaisonProposal *proposal)
{
  const LiaisonProductData *data = LIAISON_DATA (Product, product);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  const LiaisonBlock *found = liaison_lookup_find_nation (&lookup, release->nations[place]);
  const LiaisonNationData *nation = found != NULL ? LIAISON_DATA (Nation, found) : NULL;
  g_autoptr (LiaisonBlock) block = release->new_record (&liaison_release_kind, release->data);
  LiaisonReleaseData *made = (LiaisonReleaseData *) block;

  liaison_serial_advance (block, place);
  made->item = product->id;
  made->title = data->title != NULL ? liaison_text_ref (data->title) : NULL;
  made->version = data->version != NULL ? g_ref_string_acquire (data->version) : NULL;
  made->status = LIAISON_RELEASE_STATUS_RELEASED;
  made->start = make_now (decision);
  made->medium = release->medium;
  made->language = data->language;
  made->nation = g_intern_string (release->nations[place]);
  made->recipient = nation != NULL ? nation->contact : (LiaisonId){ 0 };
  made->channel = data->channel;
  made->authorised_by = decision->by;
  made->authority = dup_string (decision->authority);
  g_clear_pointer (&made->marking, liaison_marking_unref);
  made->marking = data->marking != NULL ? liaison_marking_ref (data->marking) : NULL;
  made->originator = data->originator;
  made->copies = make_copies (release, nation, first_copy, (gint32) (decision->now / 86400), block->id);
  liaison_proposal_add_record (proposal, block);
}

static gboolean
check_nations (const LiaisonSnapshot *snapshot,
               const LiaisonBlock *product,
               const LiaisonFlowRelease *release,
               GError **error)
{
  if (release == NULL || release->n_nations == 0)
    {
      g_set_error_literal (error, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_NATION,
                           N_ ("Choose the nations that it is released to."));
      return FALSE;
    }
  for (guint i = 0; i < release->n_nations; i++)
    if (!liaison_product_may_go_to (snapshot, product, release->nations[i]))
      {
        g_set_error_literal (error, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_NATION,
                             N_ ("One of these nations is not on its release list. Change its "
                                 "marking first, with the consent of its originator."));
        return FALSE;
      }
  return TRUE;
}

static void
recall_all (const LiaisonSnapshot *snapshot,
            const LiaisonBlock *product,
            const LiaisonFlowDecision *decision,
            LiaisonProposal *proposal)
{
  const int status = LIAISON_RELEASE_STATUS_RECALLED;
  const LiaisonInstant now = make_now (decision);
  g_autoptr (LiaisonText) reason = dup_text (decision);
  guint n;
  const LiaisonBlock *const *releases
      = liaison_snapshot_get (snapshot, LIAISON_KIND_RELEASE, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!liaison_id_same (LIAISON_DATA (Release, releases[i])->item, product->id)
          || !liaison_release_is_out (releases[i]))
        continue;
      liaison_proposal_set_field (proposal, releases[i], LIAISON_FIELD (Release, status), &status);
      liaison_proposal_set_field (proposal, releases[i], LIAISON_FIELD (Release, recalled), &now);
      if (reason != NULL)
        liaison_proposal_set_field (proposal, releases[i], LIAISON_FIELD (Release, recall_reason),
                                    &reason);
    }
}

/* An id for a decision: as no two of one product are made in one millisecond, that of the time. */
static LiaisonId
make_item_id (const LiaisonBlock *product, const LiaisonFlowDecision *decision)
{
  guint n = liaison_items_get_size (LIAISON_DATA (Product, product)->decisions);

  return liaison_id_new_from_parts (decision->now * 1000, n & 0xfff, product->id.low + n);
}

gboolean
liaison_product_flow_take (const LiaisonSnapshot *snapshot,
                           const LiaisonBlock *product,
                           LiaisonProductStep step,
                           const LiaisonFlowDecision *decision,
                           const LiaisonFlowRelease *release,
                           LiaisonProposal *proposal,
                           GError **error)
{
  const char *why;

  if (!liaison_product_step_is_allowed (product, step, &why))
    {
      g_set_error_literal (error, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_ORDER, why);
      return FALSE;
    }
  if (steps[step].authority && liaison_id_is_zero (decision->by)
      && (decision->authority == NULL || *decision->authority == '\0'))
    {
      g_set_error_literal (error, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_AUTHORITY,
                           N_ ("Say who decides this, or on what authority."));
      return FALSE;
    }
  if (step == LIAISON_PRODUCT_STEP_RELEASE && !check_nations (snapshot, product, release, error))
    return FALSE;
  add_decision (product, steps[step].to, decision, make_item_id (product, decision), proposal);
  if (step == LIAISON_PRODUCT_STEP_RECALL)
    recall_all (snapshot, product, decision, proposal);
  gint64 next = liaison_release_count_copies (snapshot, product->id) + 1;
  for (guint i = 0; step == LIAISON_PRODUCT_STEP_RELEASE && i < release->n_nations; i++)
    add_release (snapshot, product, decision, release, i, next + (gint64) i * release->copies,
                 proposal);
  return TRUE;
}
