/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds.h"

#include <string.h>

static const LiaisonKind *const kinds[LIAISON_N_KINDS] = {
  [LIAISON_KIND_EXERCISE] = &liaison_exercise_kind,
  [LIAISON_KIND_STAGE] = &liaison_stage_kind,
  [LIAISON_KIND_OBJECTIVE] = &liaison_objective_kind,
  [LIAISON_KIND_NATION] = &liaison_nation_kind,
  [LIAISON_KIND_GROUP] = &liaison_group_kind,
  [LIAISON_KIND_PARTICIPANT] = &liaison_participant_kind,
  [LIAISON_KIND_POST] = &liaison_post_kind,
  [LIAISON_KIND_SITE] = &liaison_site_kind,
  [LIAISON_KIND_EVENT] = &liaison_event_kind,
  [LIAISON_KIND_INJECT] = &liaison_inject_kind,
  [LIAISON_KIND_ACTION] = &liaison_action_kind,
  [LIAISON_KIND_REQUIREMENT] = &liaison_requirement_kind,
  [LIAISON_KIND_ASSESSMENT] = &liaison_assessment_kind,
  [LIAISON_KIND_CHANNEL] = &liaison_channel_kind,
  [LIAISON_KIND_CHANNEL_TEST] = &liaison_channel_test_kind,
  [LIAISON_KIND_SUPPORT_REQUEST] = &liaison_support_request_kind,
  [LIAISON_KIND_MOVEMENT] = &liaison_movement_kind,
  [LIAISON_KIND_AGREEMENT] = &liaison_agreement_kind,
  [LIAISON_KIND_BRIEFING] = &liaison_briefing_kind,
  [LIAISON_KIND_OBSERVANCE] = &liaison_observance_kind,
  [LIAISON_KIND_PRODUCT] = &liaison_product_kind,
  [LIAISON_KIND_RELEASE] = &liaison_release_kind,
  [LIAISON_KIND_INFORMATION_REQUEST] = &liaison_information_request_kind,
  [LIAISON_KIND_OBSERVATION] = &liaison_observation_kind,
  [LIAISON_KIND_PACK] = &liaison_pack_kind,
  [LIAISON_KIND_ATTACHMENT] = &liaison_attachment_kind,
  [LIAISON_KIND_TERM] = &liaison_term_kind,
  [LIAISON_KIND_BASELINE] = &liaison_baseline_kind,
  [LIAISON_KIND_ACCEPTED_FINDING] = &liaison_accepted_finding_kind,
  [LIAISON_KIND_CONFLICT] = &liaison_conflict_kind,
};

const LiaisonKind *
liaison_kind_get (LiaisonKindId id)
{
  g_return_val_if_fail ((guint) id < LIAISON_N_KINDS, NULL);
  return kinds[id];
}

const LiaisonKind *
liaison_kind_find (const char *name)
{
  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    if (strcmp (kinds[i]->shape.name, name) == 0 || strcmp (kinds[i]->plural, name) == 0)
      return kinds[i];
  return NULL;
}

/* A kind begins with its shape, but a shape may be an item's: hence the look into the table. */
const LiaisonKind *
liaison_kind_for_shape (const LiaisonShape *shape)
{
  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    if (&kinds[i]->shape == shape)
      return kinds[i];
  return NULL;
}
