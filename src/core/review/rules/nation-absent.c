/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

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

static void
look_at_codes (LiaisonReview      *review,
               const LiaisonBlock *block,
               const LiaisonField *field,
               const LiaisonCodes *codes)
{
  guint n;
  const char *const *members = liaison_codes_get (codes, &n);
  for (guint i = 0; i < n; i++)
    if (liaison_lookup_find_nation (&review->lookup, members[i]) == NULL)
      report (review, block, field, members[i]);
}

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gconstpointer at = LIAISON_BLOCK_AT (block, field);

      if (field->type == LIAISON_FIELD_NATION && !(field->flags & LIAISON_FIELD_CODE))
        {
          const char *code = *(const char *const *) at;
          if (code != NULL && liaison_lookup_find_nation (&review->lookup, code) == NULL)
            report (review, block, field, code);
        }
      else if (field->type == LIAISON_FIELD_NATIONS)
        look_at_codes (review, block, field, *(LiaisonCodes *const *) at);
      else if (field->type == LIAISON_FIELD_MARKING && *(LiaisonMarking *const *) at != NULL)
        look_at_codes (review, block, field, (*(LiaisonMarking *const *) at)->nations);
    }
}

static void
run (LiaisonReview *review)
{
  liaison_review_foreach (review, look_at);
}

const LiaisonRule liaison_rule_nation_absent = {
  "nation-absent", LIAISON_SEVERITY_WARNING, N_("Nations that do not take part"),
  N_("A record names a nation or organisation that is not among the participants: it has left, or its code is misspelt."),
  run
};
