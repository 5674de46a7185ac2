/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/kinds/inject.h"
#include "record/kinds/objective.h"
#include "review/rules/presence.h"

#include <glib/gi18n-lib.h>

static gboolean
is_played (const LiaisonInjectData *inject)
{
  return inject->status != LIAISON_INJECT_STATUS_CANCELLED && inject->status != LIAISON_INJECT_STATUS_RETIRED;
}

/* Storylines and incidents stand for what is in them; an administrative inject trains nobody. */
static void
look_at_inject (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonInjectData *inject = LIAISON_DATA (Inject, block);
  guint n_objectives;

  liaison_ids_get (inject->objectives, &n_objectives);
  if (n_objectives == 0 && is_played (inject) && inject->level != LIAISON_INJECT_LEVEL_STORYLINE
      && inject->level != LIAISON_INJECT_LEVEL_INCIDENT && inject->type != LIAISON_INJECT_TYPE_ADMINISTRATIVE
      && inject->type != LIAISON_INJECT_TYPE_CONTEXTUAL && liaison_review_may_list (review))
    liaison_review_add (review, block, "objectives", N_ ("“{record}” serves no objective."));
}

static void
add_all (GHashTable *served, const LiaisonIds *ids)
{
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (served, (gpointer) &members[i]);
}

/* What an event or inject serves. */
static const LiaisonIds *
get_served (const LiaisonBlock *block)
{
  if (block->shape == &liaison_inject_kind.shape)
    return is_played (LIAISON_DATA (Inject, block)) ? LIAISON_DATA (Inject, block)->objectives : NULL;
  if (block->shape == &liaison_event_kind.shape
      && LIAISON_DATA (Event, block)->status != LIAISON_EVENT_STATUS_CANCELLED)
    return LIAISON_DATA (Event, block)->objectives;
  return NULL;
}

static gboolean
serves_any (LiaisonReview *review, LiaisonKindId kind)
{
  guint n, n_served = 0;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, kind, &n);

  for (guint i = 0; i < n && n_served == 0; i++)
    liaison_ids_get (get_served (blocks[i]), &n_served);
  return n_served > 0;
}

/* A plan in which nothing serves any objective has not come so far yet. */
static gint64
is_begun (LiaisonReview *review)
{
  return serves_any (review, LIAISON_KIND_INJECT) || serves_any (review, LIAISON_KIND_EVENT);
}

/* The objectives that something serves, or that are made up of others; after an edit they are found one by one. */
static gpointer
find_served (LiaisonReview *review)
{
  GHashTable *served;
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_INJECT, &n);

  if (liaison_review_is_partial (review))
    return NULL;
  served = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  for (guint i = 0; i < n; i++)
    add_all (served, get_served (blocks[i]));
  blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_EVENT, &n);
  for (guint i = 0; i < n; i++)
    add_all (served, get_served (blocks[i]));
  blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_OBJECTIVE, &n);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (served, (gpointer) &LIAISON_DATA (Objective, blocks[i])->parent);
  return served;
}

static gboolean
is_served (LiaisonReview *review, const LiaisonBlock *objective)
{
  guint n;
  const LiaisonId *uses;

  if (review->state != NULL)
    return g_hash_table_contains (review->state, &objective->id);
  uses = liaison_review_get_uses (review, objective, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *user = liaison_snapshot_find (review->snapshot, uses[i]);
      if (user == NULL)
        continue;
      if (liaison_ids_contains (get_served (user), objective->id)
          || (user->shape == &liaison_objective_kind.shape
              && liaison_id_same (LIAISON_DATA (Objective, user)->parent, objective->id)))
        return TRUE;
    }
  return FALSE;
}

static void
look_at_objective (LiaisonReview *review, const LiaisonBlock *objective)
{
  if (review->ground && LIAISON_DATA (Objective, objective)->status != LIAISON_OBJECTIVE_STATUS_RETIRED
      && !is_served (review, objective) && liaison_review_may_list (review))
    liaison_review_add (review, objective, NULL, N_ ("No event and no inject serves “{record}”."));
}

static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  return before->shape == &liaison_objective_kind.shape
         || !liaison_ids_equal (get_served (before), get_served (after));
}

static gboolean
concerns (const LiaisonBlock *block, gboolean followed)
{
  guint n;

  liaison_ids_get (get_served (block), &n);
  return !followed && (n > 0 || block->shape == &liaison_objective_kind.shape);
}

static void
forget_served (gpointer served)
{
  g_hash_table_unref (served);
}

/* What the thing it is part of, or the event it plays in, serves. */
static const LiaisonBlock *
find_model (LiaisonReview *review, const LiaisonInjectData *inject)
{
  const LiaisonId near[] = { inject->parent, inject->event };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (near); i++)
    {
      const LiaisonBlock *block = liaison_id_is_zero (near[i]) ? NULL : liaison_snapshot_find (review->snapshot, near[i]);
      if (block != NULL)
        liaison_ids_get (get_served (block), &n);
      if (n > 0)
        return block;
    }
  return NULL;
}

static void
fix_inject (LiaisonReview *review, LiaisonFinding *finding)
{
  const guint field = LIAISON_FIELD (Inject, objectives);
  LiaisonSlot slot = liaison_slot_field (finding->records[0], field);
  const LiaisonBlock *inject = liaison_review_find (review, finding->records[0], &liaison_inject_kind);
  const LiaisonBlock *model = inject != NULL ? find_model (review, LIAISON_DATA (Inject, inject)) : NULL;
  guint n;

  if (model == NULL)
    return;
  const LiaisonId *objectives = liaison_ids_get (get_served (model), &n);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", model->id));
  for (guint i = 0; i < n; i++)
    {
      slot.member = objectives[i];
      liaison_finding_take_fix (finding, N_ ("Let it serve what “{other}” serves"), &slot, liaison_value_boolean (TRUE));
    }
}

/* A draft that bears its name, for somebody to write. */
static void
fix_objective (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *objective = liaison_review_find (review, finding->records[0], &liaison_objective_kind);
  const LiaisonExerciseData *exercise
      = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot));
  LiaisonId id = liaison_id_new_from_parts (review->now * 1000, 0, finding->records[0].low);
  LiaisonSlot slot = liaison_slot_record (id);

  if (objective == NULL || LIAISON_DATA (Objective, objective)->title == NULL)
    return;
  LiaisonInjectData *made = (LiaisonInjectData *) liaison_block_new (&liaison_inject_kind.shape, id);
  made->title = liaison_text_ref (LIAISON_DATA (Objective, objective)->title);
  made->level = LIAISON_INJECT_LEVEL_INJECT;
  made->status = LIAISON_INJECT_STATUS_DRAFT;
  made->objectives = liaison_ids_new (&objective->id, 1);
  made->marking = exercise->default_marking != NULL ? liaison_marking_ref (exercise->default_marking) : NULL;
  liaison_finding_take_fix (finding, N_ ("Draft an inject for it"), &slot, liaison_value_block (&made->block));
  liaison_block_unref (&made->block);
}

const LiaisonRule liaison_rule_inject_without_objective = {
  "inject-without-objective", LIAISON_SEVERITY_NOTE, N_ ("Injects without an objective"),
  N_ ("An inject serves no training objective: it costs controllers and players time and trains nothing that was agreed. Name the "
      "objective, or leave it out."),
  NULL,
  .look = look_at_inject, .kinds = LIAISON_TARGET (INJECT), .fix = fix_inject
};

const LiaisonRule liaison_rule_objective_without_inject = {
  "objective-without-inject", LIAISON_SEVERITY_WARNING, N_ ("Objectives that nothing serves"),
  N_ ("Nothing in the plan trains an objective that was agreed. Write an inject or event for it, or retire it."), NULL,
  .look = look_at_objective, .kinds = LIAISON_TARGET (OBJECTIVE),
  .referrers = LIAISON_TARGET (INJECT) | LIAISON_TARGET (EVENT) | LIAISON_TARGET (OBJECTIVE),
  .reads = LIAISON_TARGET (INJECT) | LIAISON_TARGET (EVENT), .ground = is_begun,
  .matters = matters, .concerns = concerns, .prepare = find_served, .forget = forget_served, .fix = fix_objective
};
