/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/nation.h"
#include "review/rules/schedule-move.h"

#include <glib/gi18n-lib.h>

static void
report (LiaisonReview      *review,
        const LiaisonBlock *block,
        const LiaisonField *field,
        const char         *code)
{
  LiaisonFinding *finding
      = liaison_review_add (review, block, field->name,
                            N_("“{record}” names {nation}, which does not take part in the exercise."));
  liaison_finding_take_operand (finding, liaison_operand_nation ("nation", code));
}

/* The codes of all nations that take part; interned, so that looking for one is looking for a pointer. */
static gpointer
gather_codes (LiaisonReview *review)
{
  GHashTable *present = g_hash_table_new (NULL, NULL);
  guint n;
  const LiaisonBlock *const *nations = liaison_snapshot_get (review->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Nation, nations[i])->code != NULL)
      g_hash_table_add (present, (gpointer) LIAISON_DATA (Nation, nations[i])->code);
  return present;
}

static void
look_at_codes (LiaisonReview      *review,
               GHashTable         *present,
               const LiaisonBlock *block,
               const LiaisonField *field,
               const LiaisonCodes *codes)
{
  guint n;
  const char *const *members = liaison_codes_get (codes, &n);
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (present, members[i]))
      report (review, block, field, members[i]);
}

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  GHashTable *present = review->state;

  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gconstpointer at = LIAISON_BLOCK_AT (block, field);

      if (field->type == LIAISON_FIELD_NATION && !(field->flags & LIAISON_FIELD_CODE))
        {
          const char *code = *(const char *const *) at;
          if (code != NULL && !g_hash_table_contains (present, code))
            report (review, block, field, code);
        }
      else if (field->type == LIAISON_FIELD_NATIONS)
        look_at_codes (review, present, block, field, *(LiaisonCodes *const *) at);
      else if (field->type == LIAISON_FIELD_MARKING && *(LiaisonMarking *const *) at != NULL)
        look_at_codes (review, present, block, field, (*(LiaisonMarking *const *) at)->nations);
    }
}

static LiaisonMarking *
leave_out (const LiaisonMarking *marking, const char *code)
{
  g_autoptr (LiaisonCodes) nations = liaison_codes_with (marking->nations, code, FALSE);

  return liaison_marking_new (marking->level, nations, marking->groups);
}

/* Takes the nation out of what names it; what must name one is for people to mend. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  static const char label[] = N_ ("Take {nation} out");
  const LiaisonBlock *block = liaison_snapshot_find (review->snapshot, finding->records[0]);
  const char *code = liaison_fix_find_operand (finding, "nation")->value.nation;
  guint place;
  const LiaisonField *field = block != NULL ? liaison_shape_find (block->shape, finding->field, &place) : NULL;

  if (field == NULL)
    return;
  gconstpointer at = LIAISON_BLOCK_AT (block, field);
  LiaisonSlot slot = liaison_slot_field (block->id, place);
  if (field->type == LIAISON_FIELD_NATIONS)
    {
      g_autoptr (LiaisonCodes) left = liaison_codes_with (*(LiaisonCodes *const *) at, code, FALSE);
      liaison_finding_take_fix (finding, label, &slot, liaison_value_field (field, &left));
    }
  else if (field->type == LIAISON_FIELD_MARKING)
    {
      g_autoptr (LiaisonMarking) left = leave_out (*(LiaisonMarking *const *) at, code);
      liaison_finding_take_fix (finding, label, &slot, liaison_value_field (field, &left));
    }
  else if (!(field->flags & LIAISON_FIELD_REQUIRED))
    liaison_finding_take_fix (finding, label, &slot, (LiaisonValue) LIAISON_VALUE_INIT);
}

static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  return liaison_review_differs (before, after, LIAISON_FIELD (Nation, code));
}

const LiaisonRule liaison_rule_nation_absent = {
  "nation-absent", LIAISON_SEVERITY_WARNING, N_("Nations that do not take part"),
  N_("A record names a nation or organisation that is not among the participants: it has left, or its code is misspelt."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL, .reads = LIAISON_TARGET (NATION), .matters = matters, .prepare = gather_codes,
  .forget = (GDestroyNotify) g_hash_table_unref, .fix = fix
};
