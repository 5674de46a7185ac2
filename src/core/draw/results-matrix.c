/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results, requirement by requirement: the sheet in which they are put down. */
#include "config.h"

#include "draw/plan-matrix-private.h"

#include "record/kinds/nation.h"
#include "words/dates.h"
#include "words/sentence.h"
#include "words/printed.h"

static void
add_nations (LiaisonPlanMatrix *self)
{
  guint n;

  liaison_results_get_nations (self->results, &n);
  for (guint i = 0; i < n; i++)
    {
      const PlanColumn column = { liaison_results_get_code (self->results, i), NULL };
      g_array_append_val (self->columns, column);
    }
}

static gboolean
is_looked_at (LiaisonPlanMatrix *self, const char *one, const char *two)
{
  guint n;
  const LiaisonBlock *const *requirements = liaison_results_get_requirements (self->results, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_results_applies (self->results, requirements[i], one, two)
        || liaison_results_find (self->results, requirements[i]->id, one, two) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_pairs (LiaisonPlanMatrix *self)
{
  guint n;

  liaison_results_get_nations (self->results, &n);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const PlanColumn column = { liaison_results_get_code (self->results, i),
                                    liaison_results_get_code (self->results, j) };
        if (is_looked_at (self, column.nation, column.other))
          g_array_append_val (self->columns, column);
      }
}

/* Requirements that are assessed so, under their chapters. */
static void
add_rows (LiaisonPlanMatrix *self)
{
  guint n;
  const LiaisonBlock *const *requirements = liaison_results_get_requirements (self->results, &n);
  const LiaisonBlock *last = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      int per = LIAISON_DATA (Requirement, requirements[i])->per;
      const LiaisonBlock *chapter = liaison_results_get_chapter (self->results, requirements[i]);
      const PlanRow heading = { NOWHERE, chapter, NULL, 0 }, row = { i, requirements[i], NULL, 1 };
      if ((per == LIAISON_ASSESSED_PER_PAIR) != self->options.pairs)
        continue;
      if (!any || chapter != last)
        g_array_append_val (self->rows, heading);
      g_array_append_val (self->rows, row);
      last = chapter;
      any = TRUE;
    }
}

static void
look (LiaisonPlanMatrix *self)
{
  self->results = liaison_results_new (self->snapshot, LIAISON_DATE_UNSET);
  if (self->options.pairs)
    add_pairs (self);
  else
    add_nations (self);
  add_rows (self);
}

gboolean
liaison_plan_matrix_get_subject (LiaisonPlanMatrix *self,
                                 guint row,
                                 guint column,
                                 const LiaisonBlock **requirement,
                                 const char **nation,
                                 const char **other)
{
  const PlanColumn *at;

  if (row >= self->rows->len || column >= self->columns->len
      || plan_row (self, row)->place == NOWHERE)
    return FALSE;
  at = &g_array_index (self->columns, PlanColumn, column);
  *requirement = plan_row (self, row)->block;
  *nation = at->nation;
  *other = at->other;
  return liaison_results_applies (self->results, *requirement, *nation, *other)
         || liaison_results_find (self->results, (*requirement)->id, *nation, *other) != NULL;
}

static void
add_columns (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlanColumn *column = &g_array_index (self->columns, PlanColumn, i);
      g_autofree char *name = liaison_manner_tell_nation (manner, column->nation);
      g_autofree char *other =
          column->other != NULL ? liaison_manner_tell_nation (manner, column->other) : NULL;
      const LiaisonMatrixHead head = { .label =
                                           column->other != NULL ? column->other : column->nation,
                                       .detail = other != NULL ? other : name,
                                       .group = other != NULL ? name : NULL };
      liaison_matrix_add_column (matrix, &head);
    }
}

static void
add_row (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner, guint row)
{
  const PlanRow *line = plan_row (self, row);
  const char *serial = line->block != NULL ? LIAISON_DATA (Requirement, line->block)->serial : NULL;
  g_autofree char *name = line->block != NULL
                              ? liaison_manner_tell_block_name (manner, line->block)
                              : g_strdup (liaison_words_get (manner->words, N_ ("In no chapter")));
  g_autofree char *label = liaison_words_lead (manner->words, serial, name);
  const LiaisonMatrixHead head = { .id = line->block != NULL ? line->block->id : (LiaisonId){ 0 },
                                   .label = label,
                                   .depth = line->depth,
                                   .strong = line->place == NOWHERE };

  liaison_matrix_add_row (matrix, &head);
}

static void
set_result (LiaisonMatrix *matrix,
            const LiaisonManner *manner,
            guint row,
            guint column,
            const LiaisonBlock *assessment)
{
  switch (assessment != NULL
              ? (LiaisonAssessmentResult) LIAISON_DATA (Assessment, assessment)->result
              : LIAISON_ASSESSMENT_RESULT_UNSET)
    {
    case LIAISON_ASSESSMENT_RESULT_SUCCESS:
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREEN, .6, "✓");
      break;
    case LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS:
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_YELLOW, .6, "~");
      break;
    case LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE:
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_RED, 1, "✗");
      break;
    case LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE:
      /* Translators: not applicable, in a narrow cell of a table */
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, .1,
                               liaison_words_get (manner->words, N_ ("n/a")));
      break;
    case LIAISON_ASSESSMENT_RESULT_NOT_TESTED:
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, .3, "○");
      break;
    case LIAISON_ASSESSMENT_RESULT_UNSET:
    default:
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, 0, "·");
      break;
    }
}

static void
fill (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  liaison_matrix_set_column_letters (matrix, self->options.pairs ? 8 : 0);
  liaison_matrix_set_head_letters (matrix, 44);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Requirement")));
  add_columns (self, matrix, manner);
  for (guint row = 0; row < self->rows->len; row++)
    add_row (self, matrix, manner, row);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      {
        const LiaisonBlock *requirement;
        const char *nation, *other;
        if (liaison_plan_matrix_get_subject (self, row, column, &requirement, &nation, &other))
          set_result (matrix, manner, row, column,
                      liaison_results_find (self->results, requirement->id, nation, other));
      }
}

static char *
summarise (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  guint counts[LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE + 1] = { 0 };

  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      {
        const LiaisonBlock *requirement, *found;
        const char *nation, *other;
        if (!liaison_plan_matrix_get_subject (self, row, column, &requirement, &nation, &other))
          continue;
        found = liaison_results_find (self->results, requirement->id, nation, other);
        counts[found != NULL ? LIAISON_DATA (Assessment, found)->result : 0]++;
      }
  return plan_tell (
      manner, N_ ("Success {success}, limited {limited}, issues {issues}, not tested {untested}"),
      liaison_operand_integer ("success", counts[LIAISON_ASSESSMENT_RESULT_SUCCESS]),
      liaison_operand_integer ("limited", counts[LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS]),
      liaison_operand_integer ("issues", counts[LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE]),
      liaison_operand_integer ("untested", counts[LIAISON_ASSESSMENT_RESULT_NOT_TESTED]
                                               + counts[LIAISON_ASSESSMENT_RESULT_UNSET]));
}

static void
tell_found (GString *text, const LiaisonManner *manner, const LiaisonBlock *found)
{
  const LiaisonAssessmentData *data = LIAISON_DATA (Assessment, found);
  const char *language = liaison_words_get_language (manner->words);
  const char *workaround = liaison_text_pick (data->workaround, language, NULL);
  const char *finding = liaison_text_pick (data->finding, language, NULL);

  plan_add_sentence (
      text,
      plan_tell (
          manner, data->date != LIAISON_DATE_UNSET ? N_ ("{result} ({date}).") : N_ ("{result}."),
          liaison_operand_field ("result", liaison_assessment_results.choices[data->result].label),
          liaison_operand_date ("date", data->date)));
  if (finding != NULL)
    plan_add_sentence (text, g_strdup (finding));
  if (workaround != NULL)
    plan_add_sentence (text, plan_tell (manner, N_ ("Workaround: {text}"),
                                        liaison_operand_text ("text", workaround)));
  if (!liaison_id_is_zero (data->event))
    plan_add_sentence (text, plan_tell (manner, N_ ("Test event: {event}."),
                                        liaison_operand_record ("event", data->event)));
}

static char *
tell (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  const LiaisonBlock *requirement, *found;
  const char *nation, *other;
  GString *text;

  if (plan_row (self, row)->place == NOWHERE)
    return NULL;
  if (!liaison_plan_matrix_get_subject (self, row, column, &requirement, &nation, &other))
    return g_strdup (
        liaison_words_get (manner->words, N_ ("The requirement does not apply here.")));
  text = g_string_new (NULL);
  found = liaison_results_find (self->results, requirement->id, nation, other);
  if (found != NULL)
    tell_found (text, manner, found);
  else
    plan_add_sentence (
        text, g_strdup (liaison_words_get (manner->words, N_ ("No assessment is planned yet."))));
  return g_string_free (text, FALSE);
}

static void
list (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  const LiaisonBlock *requirement, *found = NULL;
  const char *nation, *other;

  if (column != NOWHERE
      && liaison_plan_matrix_get_subject (self, row, column, &requirement, &nation, &other))
    found = liaison_results_find (self->results, requirement->id, nation, other);
  if (found != NULL)
    plan_add_id (ids, found->id);
  else if (plan_row (self, row)->block != NULL)
    plan_add_id (ids, plan_row (self, row)->block->id);
}

const LiaisonPlanMatrixType liaison_matrix_results = {
  "results",
  N_ ("Results"),
  N_ ("What was found of each requirement, for each nation or each pair of nations"),
  N_ ("Choose requirements for this exercise: here you put down what was found of each, for each "
      "nation."),
  look,
  fill,
  summarise,
  tell,
  list,
};
