/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-output.h"

#include "drawn-output.h"
#include "grid.h"

#include <string.h>

/* What the options say. */
typedef struct
{
  LiaisonDrawnTarget target;
  char *by, *dimension;
  int watch;
  gboolean gaps, pairs, why;
} Wishes;

static void
clear_wishes (Wishes *self)
{
  liaison_drawn_target_clear (&self->target);
  g_free (self->by);
  g_free (self->dimension);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

static int
list_types (void)
{
  guint n;
  const LiaisonPlanMatrixType *const *types = liaison_plan_matrix_get_types (&n);
  g_autoptr (LiaisonGrid) grid = liaison_grid_new (2);

  for (guint i = 0; i < n; i++)
    {
      liaison_grid_add (grid, types[i]->name);
      liaison_grid_add (grid, _ (types[i]->help));
    }
  liaison_grid_print (grid, 0);
  return LIAISON_EXIT_DONE;
}

/* FALSE after a complaint. */
static gboolean
fill_options (const Wishes *wishes, LiaisonPlanMatrixOptions *options)
{
  static const char *const ways[] = { "site", "sender", "receiver", "serial" };

  options->watch = (gint64) wishes->watch * 3600;
  options->gaps_only = wishes->gaps;
  options->pairs = wishes->pairs;
  options->by = LIAISON_POSTS_BY_SERIAL;
  if (wishes->watch < 0 || wishes->watch > 24)
    {
      liaison_command_usage (&liaison_verb_matrix, _ ("a shift takes 1 to 24 hours"));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (wishes->by, ways[i]) == 0)
      options->by = (LiaisonPostsBy) i;
  if (wishes->by != NULL && strcmp (wishes->by, ways[options->by]) != 0)
    {
      liaison_command_usage (&liaison_verb_matrix,
                             _ ("rows are put together by site, sender, receiver or serial"));
      return FALSE;
    }
  if (wishes->dimension == NULL)
    return TRUE;
  options->dimension = (LiaisonDimension) liaison_choices_find (
      &liaison_dimensions, wishes->dimension, strlen (wishes->dimension));
  if (options->dimension == LIAISON_DIMENSION_UNSET)
    liaison_command_usage (&liaison_verb_matrix,
                           _ ("a dimension is human, procedural or technical"));
  return options->dimension != LIAISON_DIMENSION_UNSET;
}

static int
show (const Wishes *wishes,
      const LiaisonPlanMatrixType *type,
      LiaisonPlanMatrixOptions *options,
      LiaisonSnapshot *snapshot)
{
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (LiaisonPlanMatrix) facts = NULL;
  g_autoptr (LiaisonMatrix) matrix = liaison_matrix_new ();
  LiaisonMatrixOutput output = {
    .type = type, .matrix = matrix, .manner = &manner, .snapshot = snapshot, .why = wishes->why
  };

  const LiaisonDrawnOutput drawn = { LIAISON_DRAWING (matrix), type->title, &manner, snapshot };

  options->now = manner.now;
  facts =
      liaison_plan_matrix_new (type, snapshot, liaison_words_get_language (manner.words), options);
  liaison_plan_matrix_fill (facts, matrix, &manner);
  output.facts = facts;
  if (!liaison_drawn_target_is_set (&wishes->target))
    return liaison_matrix_output_print (&output);
  return liaison_drawn_output_save (&drawn, &wishes->target) ? LIAISON_EXIT_DONE
                                                             : LIAISON_EXIT_FAILED;
}

static int
run (int argc, char *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  LiaisonPlanMatrixOptions options = { 0 };
  const GOptionEntry entries[] = {
    LIAISON_DRAWN_TARGET_ENTRIES (wishes.target),
    { "why", 'y', 0, G_OPTION_ARG_NONE, &wishes.why, N_ ("Tell why each cell is as it is"), NULL },
    { "shift", 0, 0, G_OPTION_ARG_INT, &wishes.watch,
      N_ ("How long a shift is that makes a column, in hours; else 12"), N_ ("HOURS") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &wishes.by,
      N_ ("Put liaison posts together by site, sender, receiver or serial"), N_ ("WHAT") },
    { "gaps", 0, 0, G_OPTION_ARG_NONE, &wishes.gaps,
      N_ ("Only liaison posts that are not covered throughout"), NULL },
    { "pairs", 0, 0, G_OPTION_ARG_NONE, &wishes.pairs,
      N_ ("Results of pairs of nations, not of nations"), NULL },
    { "dimension", 0, 0, G_OPTION_ARG_STRING, &wishes.dimension,
      N_ ("Levels of pairs in this dimension: human, procedural or technical"), N_ ("NAME") },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_matrix, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc == 1)
    return list_types ();
  if (argc != 3)
    return liaison_command_usage (&liaison_verb_matrix, _ ("say which plan, and which matrix"));
  const LiaisonPlanMatrixType *type = liaison_plan_matrix_find_type (argv[2]);
  if (type == NULL)
    {
      list_types ();
      return liaison_command_usage (&liaison_verb_matrix, _ ("there is no such matrix"));
    }
  if (!fill_options (&wishes, &options) || !liaison_drawn_target_check (&wishes.target, &liaison_verb_matrix))
    return LIAISON_EXIT_FAILED;

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  return show (&wishes, type, &options, snapshot);
}

const LiaisonVerb liaison_verb_matrix = {
  "matrix",
  N_ ("[PLAN NAME]"),
  N_ ("Show who speaks for whom, who stands when, and how interoperable nations are"),
  run,
  N_ ("Without anything, the names of the matrices are listed. With --json each cell has its text, "
      "the records it stands for and, with --why, the reason.\n\n"
      "The ending of FILE says the format, or --format does: csv, tsv, xlsx, html, txt, md for a table; "
      "pdf for a page; svg, png for a picture."),
};
