/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of nations and pairs, and how they have come along. */
#include "config.h"

#include "draw/plan-matrix-private.h"

#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/sentence.h"

/* The columns of dimensions before those of chapters: whole, human, procedural, technical. */
#define N_DIMENSIONS 4

static void
look (LiaisonPlanMatrix *self)
{
  guint n;
  const LiaisonBlock *const *nations;

  self->results = liaison_results_new (self->snapshot, LIAISON_DATE_UNSET);
  nations = liaison_results_get_nations (self->results, &n);
  for (guint i = 0; i < n; i++)
    {
      const PlanRow row = { i, nations[i], liaison_results_get_code (self->results, i), 0 };
      g_array_append_val (self->rows, row);
    }
}

static gboolean
has_requirements (LiaisonPlanMatrix *self)
{
  guint n;

  liaison_results_get_requirements (self->results, &n);
  return n > 0;
}

static LiaisonRatingScope
get_level_scope (LiaisonPlanMatrix *self, guint row, guint column)
{
  LiaisonRatingScope scope = { .nation = plan_row (self, row)->code };
  guint n;
  const LiaisonBlock *const *chapters = liaison_results_get_chapters (self->results, &n);

  if (column < N_DIMENSIONS)
    scope.dimension = (LiaisonDimension) column;
  else if (column - N_DIMENSIONS < n)
    {
      scope.in_chapter = TRUE;
      scope.chapter = chapters[column - N_DIMENSIONS];
    }
  return scope;
}

static LiaisonRatingScope
get_pair_scope (LiaisonPlanMatrix *self, guint row, guint column)
{
  return (LiaisonRatingScope){ .dimension = self->options.dimension,
                               .nation = plan_row (self, row)->code,
                               .other = plan_row (self, column)->code };
}

static void
set_level (LiaisonMatrix *matrix,
           const LiaisonManner *manner,
           guint row,
           guint column,
           const LiaisonRating *rating)
{
  static const LiaisonHue hues[] = { LIAISON_HUE_RED, LIAISON_HUE_ORANGE, LIAISON_HUE_TEAL,
                                     LIAISON_HUE_GREEN };
  double share = rating->n_tested > 0 ? (double) rating->n_success / rating->n_tested : 0;
  g_autofree char *number = NULL, *text = NULL;

  if (rating->reason == LIAISON_RATING_NOTHING)
    return;
  if (rating->level == LIAISON_RATING_UNKNOWN)
    {
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, .2, "?");
      return;
    }
  number = liaison_words_format_integer (manner->words, rating->level);
  text = rating->provisional ? g_strconcat (number, "?", NULL) : g_strdup (number);
  /* The more of it succeeded, the stronger; level 0 has a frame besides. */
  liaison_matrix_set_heat (matrix, row, column, hues[rating->level],
                           rating->level == 0 ? 1 : .1 + .5 * share, text);
}

static void
add_dimension_columns (LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < N_DIMENSIONS; i++)
    {
      const LiaisonMatrixHead head = {
        .label = i == 0
                     /* Translators: all dimensions of interoperability together */
                     ? liaison_words_get (manner->words, N_ ("Whole"))
                     : liaison_words_get (manner->words, liaison_dimensions.choices[i].label),
        .group = liaison_words_get (manner->words, N_ ("Dimensions")),
        .strong = i == 0,
      };
      liaison_matrix_add_column (matrix, &head);
    }
}

static char *
tell_chapter (const LiaisonManner *manner, const LiaisonBlock *chapter)
{
  return chapter != NULL ? liaison_manner_tell_block_name (manner, chapter)
                         : g_strdup (liaison_words_get (manner->words, N_ ("In no chapter")));
}

static void
add_chapter_columns (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  guint n;
  const LiaisonBlock *const *chapters = liaison_results_get_chapters (self->results, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = tell_chapter (manner, chapters[i]);
      const LiaisonMatrixHead head = {
        .id = chapters[i] != NULL ? chapters[i]->id : (LiaisonId){ 0 },
        .label = name,
        .group = liaison_words_get (manner->words, N_ ("Chapters")),
      };
      liaison_matrix_add_column (matrix, &head);
    }
}

static void
add_nation_rows (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint row = 0; row < self->rows->len; row++)
    plan_add_record_row (matrix, manner, plan_row (self, row)->block, NULL, 0, FALSE);
}

static void
fill_levels (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  guint n;

  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Nation")));
  if (!has_requirements (self))
    return;
  liaison_results_get_chapters (self->results, &n);
  add_dimension_columns (matrix, manner);
  add_chapter_columns (self, matrix, manner);
  add_nation_rows (self, matrix, manner);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < N_DIMENSIONS + n; column++)
      {
        const LiaisonRatingScope scope = get_level_scope (self, row, column);
        const LiaisonRating rating = liaison_results_rate (self->results, &scope);
        set_level (matrix, manner, row, column, &rating);
      }
}

static void
fill_pairs (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Nation")));
  if (!has_requirements (self))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    plan_add_nation_column (matrix, manner, plan_row (self, i)->block, NULL);
  add_nation_rows (self, matrix, manner);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column <= row; column++)
      {
        const LiaisonRatingScope scope = get_pair_scope (self, row, column);
        LiaisonRating rating;
        if (row == column)
          {
            liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, .1, NULL);
            continue;
          }
        rating = liaison_results_rate (self->results, &scope);
        set_level (matrix, manner, row, column, &rating);
        set_level (matrix, manner, column, row, &rating);
      }
}

static const char *
choose_reason (const LiaisonRating *rating)
{
  switch (rating->reason)
    {
    case LIAISON_RATING_TOLD:
      return N_ ("Level {level}: an assessor has put it down for {requirement}.");
    case LIAISON_RATING_ISSUE:
      return N_ ("Level {level}: {requirement} is an interoperability issue without a workaround.");
    case LIAISON_RATING_WORKAROUND:
      return LIAISON_DATA (Assessment, rating->assessment)->result
                     == LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS
                 ? N_ ("Level {level}: {requirement} is a limited success without a workaround.")
                 : N_ ("Level {level}: {requirement} is an interoperability issue with a "
                       "workaround.");
    case LIAISON_RATING_LIMITED:
      return N_ ("Level {level}: {requirement} is a limited success with a workaround.");
    case LIAISON_RATING_RECOMMENDED:
      return N_ (
          "Level {level}: the mandatory requirements succeeded, but fewer than three in four "
          "of the recommended ones.");
    case LIAISON_RATING_FULL:
      return N_ ("Level {level}: everything that was tested succeeded.");
    case LIAISON_RATING_UNTESTED:
      return N_ ("Nothing was tested yet.");
    case LIAISON_RATING_ONE_SIDED:
      return N_ ("Of one of the two nothing was tested yet.");
    case LIAISON_RATING_NOTHING:
    default:
      return N_ ("No requirement applies.");
    }
}

static void
tell_counts (GString *text, const LiaisonManner *manner, const LiaisonRating *rating)
{
  if (rating->n == 0)
    return;
  plan_add_sentence (
      text, plan_tell (manner,
                       N_ ("Tested: {tested} of {all}; success {success}, limited {limited}, "
                           "issues {issues}."),
                       liaison_operand_integer ("tested", rating->n_tested),
                       liaison_operand_integer ("all", rating->n),
                       liaison_operand_integer ("success", rating->n_success),
                       liaison_operand_integer ("limited", rating->n_limited),
                       liaison_operand_integer ("issues", rating->n_issue)));
}

static char *
tell_rating (const LiaisonManner *manner, const LiaisonRating *rating)
{
  LiaisonId requirement = rating->requirement != NULL ? rating->requirement->id : (LiaisonId){ 0 };
  GString *text = g_string_new (NULL);

  plan_add_sentence (text, plan_tell (manner, choose_reason (rating),
                                      liaison_operand_integer ("level", rating->level),
                                      liaison_operand_record ("requirement", requirement)));
  if (rating->n_missing > 0 && rating->n_tested > 0)
    plan_add_sentence (
        text, plan_tell_count (manner, "Provisional: {n} mandatory requirement is not tested yet.",
                               "Provisional: {n} mandatory requirements are not tested yet.",
                               rating->n_missing));
  if (rating->apart)
    plan_add_sentence (
        text, g_strdup (liaison_words_get (
                  manner->words, N_ ("The two were not tested together yet; this is the lower of "
                                     "what each has reached alone."))));
  tell_counts (text, manner, rating);
  return g_string_free (text, FALSE);
}

static char *
tell_level (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  const LiaisonRatingScope scope = get_level_scope (self, row, column);
  const LiaisonRating rating = liaison_results_rate (self->results, &scope);

  return tell_rating (manner, &rating);
}

static char *
tell_pair (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  const LiaisonRatingScope scope = get_pair_scope (self, row, column);
  LiaisonRating rating;

  if (row == column)
    return NULL;
  rating = liaison_results_rate (self->results, &scope);
  return tell_rating (manner, &rating);
}

/* Whole levels of nations, counted. */
static char *
summarise_levels (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  guint counts[5] = { 0 };

  for (guint row = 0; row < self->rows->len; row++)
    {
      const LiaisonRatingScope scope = { .nation = plan_row (self, row)->code };
      counts[liaison_results_rate (self->results, &scope).level + 1]++;
    }
  return plan_tell (
      manner,
      N_ ("Nations at level 3: {three}, 2: {two}, 1: {one}, 0: {zero}, not known: "
          "{unknown}"),
      liaison_operand_integer ("three", counts[4]), liaison_operand_integer ("two", counts[3]),
      liaison_operand_integer ("one", counts[2]), liaison_operand_integer ("zero", counts[1]),
      liaison_operand_integer ("unknown", counts[0]));
}

static char *
summarise_pairs (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  guint counts[5] = { 0 };

  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < row; column++)
      {
        const LiaisonRatingScope scope = get_pair_scope (self, row, column);
        counts[liaison_results_rate (self->results, &scope).level + 1]++;
      }
  return plan_tell (
      manner,
      N_ ("Pairs at level 3: {three}, 2: {two}, 1: {one}, 0: {zero}, not known: "
          "{unknown}"),
      liaison_operand_integer ("three", counts[4]), liaison_operand_integer ("two", counts[3]),
      liaison_operand_integer ("one", counts[2]), liaison_operand_integer ("zero", counts[1]),
      liaison_operand_integer ("unknown", counts[0]));
}

static void
take_list (LiaisonPlanMatrix *self, const LiaisonRatingScope *scope, GArray *ids)
{
  g_autoptr (GArray) found = liaison_results_list (self->results, scope);

  g_array_append_vals (ids, found->data, found->len);
}

static void
list_levels (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  const LiaisonRatingScope scope = get_level_scope (self, row, column == NOWHERE ? 0 : column);

  take_list (self, &scope, ids);
}

static void
list_pairs (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  LiaisonRatingScope scope = { .nation = plan_row (self, row)->code };

  if (column == row)
    return;
  if (column != NOWHERE)
    scope = get_pair_scope (self, row, column);
  take_list (self, &scope, ids);
}

const LiaisonPlanMatrixType liaison_matrix_levels = {
  "levels",
  N_ ("Levels of nations"),
  N_ ("How far each nation is interoperable, in the three dimensions and in each chapter, on a "
      "scale from 0 to 3"),
  N_ ("Choose requirements for this exercise and put down results: here you see how far each "
      "nation "
      "has come."),
  look,
  fill_levels,
  summarise_levels,
  tell_level,
  list_levels,
};

const LiaisonPlanMatrixType liaison_matrix_pairs = {
  "pairs",
  N_ ("Levels of pairs"),
  N_ ("How far each nation is interoperable with each other one, on a scale from 0 to 3"),
  N_ ("Choose requirements for this exercise and put down results: here you see which nations can "
      "work with each other."),
  look,
  fill_pairs,
  summarise_pairs,
  tell_pair,
  list_pairs,
};

static void
look_at_trend (LiaisonPlanMatrix *self)
{
  self->results = liaison_results_new (self->snapshot, LIAISON_DATE_UNSET);
  self->trend = liaison_trend_new (self->snapshot, self->options.now);
  for (guint i = 0; i < liaison_trend_count_rows (self->trend); i++)
    {
      const LiaisonTrendRow *line = liaison_trend_get_row (self->trend, i);
      const PlanRow row = { i, line->block, NULL, line->type == LIAISON_TREND_ALL ? 0 : 1 };
      g_array_append_val (self->rows, row);
    }
}

static char *
tell_trend_row (const LiaisonManner *manner, const LiaisonTrendRow *row)
{
  switch (row->type)
    {
    case LIAISON_TREND_ALL:
      return g_strdup (liaison_words_get (manner->words, N_ ("All requirements")));
    case LIAISON_TREND_DIMENSION:
      return g_strdup (
          liaison_words_get (manner->words, liaison_dimensions.choices[row->dimension].label));
    case LIAISON_TREND_CHAPTER:
      return tell_chapter (manner, row->block);
    case LIAISON_TREND_NATION:
    default:
      return liaison_manner_tell_block_name (manner, row->block);
    }
}

static void
add_trend_heads (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < liaison_trend_count_points (self->trend); i++)
    {
      const LiaisonTrendPoint *point = liaison_trend_get_point (self->trend, i);
      g_autofree char *name = point->event != NULL
                                  ? liaison_manner_tell_block_name (manner, point->event)
                                  : g_strdup (liaison_words_get (manner->words, N_ ("Today")));
      g_autofree char *day =
          liaison_words_format_day (manner->words, point->day, LIAISON_DATE_MEDIUM);
      const LiaisonMatrixHead head = { .id = point->event != NULL ? point->event->id
                                                                  : (LiaisonId){ 0 },
                                       .label = name,
                                       .detail = day,
                                       .strong = point->event == NULL };
      liaison_matrix_add_column (matrix, &head);
    }
  for (guint row = 0; row < self->rows->len; row++)
    {
      const LiaisonTrendRow *line = liaison_trend_get_row (self->trend, row);
      g_autofree char *name = tell_trend_row (manner, line);
      const LiaisonMatrixHead head = { .id =
                                           line->block != NULL ? line->block->id : (LiaisonId){ 0 },
                                       .label = name,
                                       .depth = plan_row (self, row)->depth,
                                       .strong = line->type == LIAISON_TREND_ALL };
      liaison_matrix_add_row (matrix, &head);
    }
}

static double
get_share (const LiaisonTally *tally)
{
  return tally->n > 0 ? (double) tally->n_success / tally->n : 0;
}

/* The share that succeeded, with an arrow for which way it went; ahead, what is planned. */
static void
set_trend (LiaisonPlanMatrix *self,
           LiaisonMatrix *matrix,
           const LiaisonManner *manner,
           guint row,
           guint column)
{
  const LiaisonTally *tally = liaison_trend_get (self->trend, row, column);
  const LiaisonTally *before = column > 0 ? liaison_trend_get (self->trend, row, column - 1) : NULL;
  g_autofree char *share = liaison_words_format_percent (manner->words, get_share (tally));
  g_autofree char *text = NULL;

  if (tally->n == 0)
    return;
  if (liaison_trend_get_point (self->trend, column)->ahead)
    {
      text = plan_tell_count (manner, "{n} planned", "{n} planned", tally->n_planned);
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, .2, text);
      return;
    }
  text = g_strdup_printf ("%s%s", share,
                          before == NULL || get_share (before) == get_share (tally) ? ""
                          : get_share (before) < get_share (tally)                  ? " ▲"
                                                                                    : " ▼");
  liaison_matrix_set_heat (matrix, row, column,
                           tally->n_issue > 0 ? LIAISON_HUE_ORANGE : LIAISON_HUE_TEAL,
                           .1 + .9 * get_share (tally), text);
}

static void
fill_trend (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Success")));
  if (!has_requirements (self))
    return;
  add_trend_heads (self, matrix, manner);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint i = 0; i < liaison_trend_count_points (self->trend); i++)
      set_trend (self, matrix, manner, row, i);
}

static char *
tell_trend (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  const LiaisonTally *tally = liaison_trend_get (self->trend, row, column);

  return plan_tell (manner,
                    N_ ("To be assessed: {all}. Tested: {tested}; success {success}, issues "
                        "{issues}. Planned and not tested: {planned}."),
                    liaison_operand_integer ("all", tally->n),
                    liaison_operand_integer ("tested", tally->n_tested),
                    liaison_operand_integer ("success", tally->n_success),
                    liaison_operand_integer ("issues", tally->n_issue),
                    liaison_operand_integer ("planned", tally->n_planned));
}

static char *
summarise_trend (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  for (guint i = 0; i < liaison_trend_count_points (self->trend); i++)
    if (liaison_trend_get_point (self->trend, i)->event == NULL)
      {
        const LiaisonTally *tally = liaison_trend_get (self->trend, 0, i);
        return plan_tell (manner, N_ ("Today {success} of {all} succeeded, {tested} are tested"),
                          liaison_operand_integer ("success", tally->n_success),
                          liaison_operand_integer ("all", tally->n),
                          liaison_operand_integer ("tested", tally->n_tested));
      }
  return g_strdup ("");
}

static void
list_trend (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  const LiaisonBlock *block = plan_row (self, row)->block;

  if (column != NOWHERE && liaison_trend_get_point (self->trend, column)->event != NULL)
    plan_add_id (ids, liaison_trend_get_point (self->trend, column)->event->id);
  else if (block != NULL)
    plan_add_id (ids, block->id);
}

const LiaisonPlanMatrixType liaison_matrix_trend = {
  "trend",
  N_ ("Trend"),
  N_ ("How much had succeeded at each planning conference, in all, by dimension, chapter and "
      "nation"),
  N_ ("Put down results with their dates, and planning conferences on the schedule: here you see "
      "how "
      "you come along."),
  look_at_trend,
  fill_trend,
  summarise_trend,
  tell_trend,
  list_trend,
};
