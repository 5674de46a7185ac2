/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/nation.h"

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
  .forget = (GDestroyNotify) g_hash_table_unref
};
