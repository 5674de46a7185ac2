/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/kinds/inject.h"
#include "record/kinds/objective.h"

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

/* The objectives that something serves, or that are made up of others; none where nothing serves any. */
static GHashTable *
find_served (LiaisonReview *review)
{
  GHashTable *served = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_INJECT, &n);

  for (guint i = 0; i < n; i++)
    if (is_played (LIAISON_DATA (Inject, blocks[i])))
      add_all (served, LIAISON_DATA (Inject, blocks[i])->objectives);
  blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_EVENT, &n);
  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Event, blocks[i])->status != LIAISON_EVENT_STATUS_CANCELLED)
      add_all (served, LIAISON_DATA (Event, blocks[i])->objectives);
  blocks = liaison_snapshot_get (review->snapshot, LIAISON_KIND_OBJECTIVE, &n);
  for (guint i = 0; i < n && g_hash_table_size (served) > 0; i++)
    g_hash_table_add (served, (gpointer) &LIAISON_DATA (Objective, blocks[i])->parent);
  return served;
}

/* A plan in which nothing serves any objective has not come so far yet. */
static void
run_objectives (LiaisonReview *review)
{
  g_autoptr (GHashTable) served = find_served (review);
  guint n;
  const LiaisonBlock *const *objectives = liaison_snapshot_get (review->snapshot, LIAISON_KIND_OBJECTIVE, &n);

  for (guint i = 0; i < n && g_hash_table_size (served) > 0; i++)
    if (LIAISON_DATA (Objective, objectives[i])->status != LIAISON_OBJECTIVE_STATUS_RETIRED
        && !g_hash_table_contains (served, &objectives[i]->id) && liaison_review_may_list (review))
      liaison_review_add (review, objectives[i], NULL, N_ ("No event and no inject serves “{record}”."));
}

static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  return before->shape != &liaison_event_kind.shape
         || liaison_review_differs (before, after, LIAISON_FIELD (Event, objectives))
         || liaison_review_differs (before, after, LIAISON_FIELD (Event, status));
}

const LiaisonRule liaison_rule_inject_without_objective = {
  "inject-without-objective", LIAISON_SEVERITY_NOTE, N_ ("Injects without an objective"),
  N_ ("An inject serves no training objective: it costs controllers and players time and trains nothing that was agreed. Name the "
      "objective, or leave it out."),
  NULL,
  .look = look_at_inject, .kinds = LIAISON_TARGET (INJECT)
};

const LiaisonRule liaison_rule_objective_without_inject = {
  "objective-without-inject", LIAISON_SEVERITY_WARNING, N_ ("Objectives that nothing serves"),
  N_ ("Nothing in the plan trains an objective that was agreed. Write an inject or event for it, or retire it."), run_objectives,
  .reads = LIAISON_TARGET (INJECT) | LIAISON_TARGET (EVENT) | LIAISON_TARGET (OBJECTIVE),
  .matters = matters
};
