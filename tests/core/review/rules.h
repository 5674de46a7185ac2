/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of rules share: looking at a small plan with one rule. */
#pragma once

#include "review/acceptance.h"
#include "review/fixes.h"
#include "review/review.h"
#include "review/settings.h"

#include "plan.h"

#include "edit/editor.h"
#include "record/kinds/accepted-finding.h"

#include <string.h>

#define NOW (PLAN_STARTEX - 86400)

static inline gint64
get_now (gpointer data)
{
  return NOW * 1000;
}

static inline LiaisonExerciseData *
copy_exercise (Plan *plan)
{
  return (gpointer) liaison_block_copy (
      liaison_record_get_block (liaison_document_get_exercise (plan->document)));
}

/* Puts a changed copy of the exercise in its place. */
static inline void
put_exercise (Plan *plan, LiaisonExerciseData *exercise)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonProposal *proposal = liaison_proposal_new ("Test");

  for (guint i = 0; i < liaison_exercise_kind.shape.n_fields; i++)
    liaison_proposal_set_field (proposal, &exercise->block, i,
                                LIAISON_BLOCK_AT (exercise, &exercise->block.shape->fields[i]));
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_block_unref (&exercise->block);
}

/* Adds a record as planners do: for plans that were looked at before. Takes the block. */
static inline LiaisonId
plan_insert (Plan *plan, const LiaisonKind *kind, gpointer data)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonBlock *block = data;
  LiaisonProposal *proposal = liaison_proposal_new ("Test");
  LiaisonId id = block->id;

  g_assert_true (block->shape == &kind->shape);
  liaison_proposal_add_record (proposal, block);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_block_unref (block);
  return id;
}

static inline GPtrArray *
find (Plan *plan, const char *rule)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonRule *const chosen[] = { liaison_review_find_rule (rule) };

  g_assert_nonnull (chosen[0]);
  return liaison_review_run_rules (snapshot, NOW, chosen, 1, NULL);
}

/* The first finding with what mends it. */
static inline LiaisonFinding *
mend (Plan *plan, GPtrArray *findings)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonFixes) fixes = liaison_fixes_new (snapshot, NOW);

  return liaison_finding_ref (liaison_fixes_look_up (fixes, findings->pdata[0]));
}

static inline guint
count (Plan *plan, const char *rule)
{
  g_autoptr (GPtrArray) findings = find (plan, rule);
  return findings->len;
}

/* Does what the first finding offers. */
static inline void
make_fix (Plan *plan, GPtrArray *findings)
{
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonProposal *proposal = liaison_proposal_new ("Test");

  g_assert_nonnull (finding->fix);
  for (guint i = 0; i < finding->fix->len; i++)
    {
      const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, i);
      LiaisonRecord *record = liaison_document_find (plan->document, edit->slot.record);
      LiaisonValue value;
      liaison_value_copy (&value, &edit->value);
      liaison_proposal_take (proposal,
                             record != NULL ? liaison_record_get_kind (record)
                                            : liaison_kind_for_shape (value.as.block->shape),
                             &edit->slot, value);
    }
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_proposal_free (proposal);
}

/* What a finding offers, made: nothing of that rule is found any more. */
static inline void
assert_mends (Plan *plan, const char *rule)
{
  g_autoptr (GPtrArray) findings = find (plan, rule);

  make_fix (plan, findings);
  g_assert_cmpuint (count (plan, rule), ==, 0);
}

static inline LiaisonIds *
ids (LiaisonId a, LiaisonId b)
{
  LiaisonId both[] = { a, b };
  return liaison_ids_new (both, liaison_id_is_zero (b) ? 1 : 2);
}

static const LiaisonId none = { 0, 0 };
