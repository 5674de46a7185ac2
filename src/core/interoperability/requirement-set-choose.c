/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan uses of a catalogue. */
#include "config.h"

#include "interoperability/requirement-set.h"

#include "record/kinds/exercise.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_chapter (const LiaisonBlock *block)
{
  return LIAISON_DATA (Requirement, block)->level == LIAISON_REQUIREMENT_LEVEL_CHAPTER;
}

const LiaisonBlock *
liaison_requirement_set_find_taken (const LiaisonRequirementSet *self,
                                    const LiaisonSnapshot *snapshot,
                                    guint number)
{
  const LiaisonRequirementData *wanted =
      LIAISON_DATA (Requirement, self->requirements->pdata[number]);
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (snapshot, LIAISON_KIND_REQUIREMENT, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonRequirementData *data = LIAISON_DATA (Requirement, all[i]);
      if (g_strcmp0 (data->set, self->name) == 0 && g_strcmp0 (data->serial, wanted->serial) == 0)
        return all[i];
    }
  return NULL;
}

static void
set_selected (LiaisonProposal *proposal, const LiaisonBlock *requirement, gboolean selected)
{
  liaison_proposal_set_field (proposal, requirement, LIAISON_FIELD (Requirement, selected),
                              &selected);
}

/* While requirements are taken over. */
typedef struct
{
  const LiaisonRequirementSet *catalogue;
  const LiaisonSnapshot *snapshot;
  LiaisonProposal *proposal;
  gint64 now;
  LiaisonId chapter; /* of those that come next; zero: it is not in the plan yet */
  guint chapter_number;
  guint changed;
} Taking;

static LiaisonId
take_over (Taking *self, guint number, LiaisonId parent)
{
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (self->snapshot));
  LiaisonRequirementData *copy = (LiaisonRequirementData *) liaison_block_copy_as (
      self->catalogue->requirements->pdata[number], liaison_id_new (self->now));
  LiaisonId id = copy->block.id;

  copy->parent = parent;
  copy->selected = TRUE;
  g_clear_pointer (&copy->set, g_ref_string_release);
  copy->set = g_ref_string_new (self->catalogue->name);
  copy->marking =
      exercise->default_marking != NULL ? liaison_marking_ref (exercise->default_marking) : NULL;
  copy->originator = exercise->host;
  liaison_proposal_add_record (self->proposal, &copy->block);
  liaison_block_unref (&copy->block);
  return id;
}

/* The chapter comes with the first requirement of it. */
static void
need_chapter (Taking *self)
{
  const LiaisonBlock *taken;

  if (!liaison_id_is_zero (self->chapter))
    return;
  taken =
      liaison_requirement_set_find_taken (self->catalogue, self->snapshot, self->chapter_number);
  self->chapter =
      taken != NULL ? taken->id : take_over (self, self->chapter_number, (LiaisonId){ 0 });
}

static void
choose_one (Taking *self, guint number, gboolean chosen)
{
  const LiaisonBlock *taken =
      liaison_requirement_set_find_taken (self->catalogue, self->snapshot, number);

  if (taken == NULL && chosen)
    {
      need_chapter (self);
      take_over (self, number, self->chapter);
      self->changed++;
    }
  else if (taken != NULL && LIAISON_DATA (Requirement, taken)->selected != chosen)
    {
      set_selected (self->proposal, taken, chosen);
      self->changed++;
    }
}

static LiaisonProposal *
finish (LiaisonProposal *proposal, guint changed)
{
  if (changed > 0)
    {
      liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", changed));
      return proposal;
    }
  liaison_proposal_free (proposal);
  return NULL;
}

LiaisonProposal *
liaison_requirement_set_choose (const LiaisonRequirementSet *self,
                                const LiaisonSnapshot *snapshot,
                                const gboolean *chosen,
                                gint64 now)
{
  Taking taking = { .catalogue = self,
                    .snapshot = snapshot,
                    .proposal = liaison_proposal_new (N_ ("Choose requirements: {count}")),
                    .now = now };

  for (guint i = 0; i < self->requirements->len; i++)
    if (is_chapter (self->requirements->pdata[i]))
      {
        taking.chapter = (LiaisonId){ 0 };
        taking.chapter_number = i;
      }
    else
      choose_one (&taking, i, chosen[i]);
  return finish (taking.proposal, taking.changed);
}

LiaisonProposal *
liaison_requirement_set_choose_own (const GPtrArray *requirements, const gboolean *chosen)
{
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Choose requirements: {count}"));
  guint changed = 0;

  for (guint i = 0; i < requirements->len; i++)
    {
      const LiaisonBlock *block = requirements->pdata[i];
      if (is_chapter (block) || LIAISON_DATA (Requirement, block)->selected == chosen[i])
        continue;
      set_selected (proposal, block, chosen[i]);
      changed++;
    }
  return finish (proposal, changed);
}
