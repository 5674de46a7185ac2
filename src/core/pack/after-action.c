/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/report.h"

#include "inform/lesson-flow.h"
#include "pack/matter.h"
#include "pack/pairs.h"
#include "pack/rich.h"
#include "pack/rows.h"
#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/kinds/inject.h"
#include "record/kinds/objective.h"
#include "record/kinds/observation.h"
#include "record/kinds/precedent.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>

#define DAY 86400

static GPtrArray *
list (const LiaisonReport *report, LiaisonKindId kind)
{
  GPtrArray *blocks = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (report->snapshot, kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (blocks, (gpointer) all[i]);
  return blocks;
}

/* By serial, which people know them by. */
static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(const LiaisonBlock *const *) a;
  const LiaisonBlock *two = *(const LiaisonBlock *const *) b;
  const LiaisonField *code = liaison_shape_find_flagged (one->shape, LIAISON_FIELD_CODE);
  int order = code != NULL ? g_strcmp0 (*(const char *const *) LIAISON_BLOCK_AT (one, code),
                                        *(const char *const *) LIAISON_BLOCK_AT (two, code))
                           : 0;

  return order != 0 ? order : liaison_id_compare (one->id, two->id);
}

/* The observations asked for, or all. */
static GPtrArray *
list_observations (const LiaisonReport *report)
{
  g_autoptr (GPtrArray) all = list (report, LIAISON_KIND_OBSERVATION);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const LiaisonBlock *block = all->pdata[i];
      gboolean asked = report->n_ids == 0;
      for (guint k = 0; k < report->n_ids && !asked; k++)
        asked = liaison_id_same (report->ids[k], block->id);
      if (asked)
        g_ptr_array_add (chosen, (gpointer) block);
    }
  g_ptr_array_sort (chosen, compare_codes);
  return chosen;
}

static void
add_pairs (const LiaisonReport *report,
           LiaisonPages *pages,
           const LiaisonBlock *block,
           const char *const *fields,
           guint n)
{
  LiaisonMatter *pairs = liaison_pairs_new (1, 0);
  guint added = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = liaison_report_tell (report, block, fields[i]);
      const LiaisonField *field = liaison_shape_find (block->shape, fields[i], NULL);
      if (text == NULL)
        continue;
      liaison_pairs_add (pairs, liaison_report_say (report, field->label), text, block, NULL);
      added++;
    }
  if (added > 0)
    liaison_pages_add (pages, pairs);
  else
    liaison_matter_free (pairs);
}

static void
add_exercise (const LiaisonReport *report, LiaisonPages *pages)
{
  static const char *const fields[] = { "name", "type", "aim", "host", "startex", "endex" };
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (report->snapshot);

  liaison_report_add_heading (pages, liaison_report_say (report, N_ ("After-action report")), 1,
                              FALSE);
  add_pairs (report, pages, exercise, fields, G_N_ELEMENTS (fields));
}

static guint
count_events (const LiaisonReport *report, LiaisonEventStatus status)
{
  guint n, found = 0;
  const LiaisonBlock *const *events =
      liaison_snapshot_get (report->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    found += status == LIAISON_EVENT_STATUS_UNSET
             || LIAISON_DATA (Event, events[i])->status == (int) status;
  return found;
}

static guint
count_injects (const LiaisonReport *report, LiaisonInjectStatus status)
{
  guint n, found = 0;
  const LiaisonBlock *const *injects =
      liaison_snapshot_get (report->snapshot, LIAISON_KIND_INJECT, &n);

  for (guint i = 0; i < n; i++)
    found += LIAISON_DATA (Inject, injects[i])->level != LIAISON_INJECT_LEVEL_STORYLINE
             && LIAISON_DATA (Inject, injects[i])->level != LIAISON_INJECT_LEVEL_INCIDENT
             && (status == LIAISON_INJECT_STATUS_UNSET
                 || LIAISON_DATA (Inject, injects[i])->status == (int) status);
  return found;
}

/* What took place, in figures. */
static void
add_conduct (const LiaisonReport *report, LiaisonPages *pages)
{
  g_autofree char *events = liaison_words_format (
      report->manner.words,
      N_ ("Events: {all}, of which {done} are done and {cancelled} were cancelled."),
      liaison_operand_integer ("all", count_events (report, LIAISON_EVENT_STATUS_UNSET)),
      liaison_operand_integer ("done", count_events (report, LIAISON_EVENT_STATUS_DONE)),
      liaison_operand_integer ("cancelled", count_events (report, LIAISON_EVENT_STATUS_CANCELLED)));
  g_autofree char *injects = liaison_words_format (
      report->manner.words,
      N_ ("Injects: {all}, of which {completed} are completed and {cancelled} were cancelled."),
      liaison_operand_integer ("all", count_injects (report, LIAISON_INJECT_STATUS_UNSET)),
      liaison_operand_integer ("completed",
                               count_injects (report, LIAISON_INJECT_STATUS_COMPLETED)),
      liaison_operand_integer ("cancelled",
                               count_injects (report, LIAISON_INJECT_STATUS_CANCELLED)));

  liaison_report_add_heading (pages, liaison_report_say (report, N_ ("Conduct")), 2, FALSE);
  liaison_report_add_paragraph (pages, events, FALSE);
  liaison_report_add_paragraph (pages, injects, FALSE);
}

static void
add_objectives (const LiaisonReport *report, LiaisonPages *pages)
{
  g_autoptr (GPtrArray) objectives = list (report, LIAISON_KIND_OBJECTIVE);
  LiaisonRows *rows;

  if (objectives->len == 0)
    return;
  g_ptr_array_sort (objectives, compare_codes);
  liaison_report_add_heading (pages, liaison_report_say (report, N_ ("Objectives")), 2, FALSE);
  rows = liaison_rows_new ();
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Serial")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Title")), LIAISON_ROWS_PLAIN);
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Rating")), LIAISON_ROWS_PLAIN);
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Evaluation")),
                           LIAISON_ROWS_PLAIN);
  for (guint i = 0; i < objectives->len; i++)
    {
      const LiaisonBlock *block = objectives->pdata[i];
      g_autofree char *rating = liaison_report_tell (report, block, "rating");
      liaison_rows_begin_row (rows, block, 0);
      liaison_rows_take (rows, liaison_report_tell (report, block, "serial"));
      liaison_rows_take (rows, liaison_report_tell (report, block, "title"));
      liaison_rows_add (rows,
                        rating != NULL ? rating : liaison_report_say (report, N_ ("Not rated")));
      liaison_rows_take (rows, liaison_report_tell (report, block, "evaluation"));
    }
  liaison_pages_add (pages, liaison_rows_to_matter (rows, pages, FALSE, 1));
}

/* How many observations have come to each stage. */
static void
add_stages (const LiaisonReport *report, LiaisonPages *pages, const GPtrArray *observations)
{
  LiaisonRows *rows = liaison_rows_new ();
  guint late = 0;

  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Stage of the lesson")),
                           LIAISON_ROWS_PLAIN);
  liaison_rows_add_column (rows, liaison_report_say (report, N_ ("Observations")),
                           LIAISON_ROWS_NUMERIC);
  for (guint stage = 1; stage < liaison_lesson_stages.n; stage++)
    {
      guint n = 0;
      for (guint i = 0; i < observations->len; i++)
        n += LIAISON_DATA (Observation, observations->pdata[i])->stage == (int) stage;
      if (n == 0)
        continue;
      liaison_rows_begin_row (rows, NULL, 0);
      liaison_rows_add (rows,
                        liaison_report_say (report, liaison_lesson_stages.choices[stage].label));
      g_autofree char *count =
          liaison_words_format (report->manner.words, "{n}", liaison_operand_integer ("n", n));
      liaison_rows_add (rows, count);
    }
  liaison_pages_add (pages, liaison_rows_to_matter (rows, pages, FALSE, 1));
  for (guint i = 0; i < observations->len; i++)
    late += liaison_lesson_is_late (observations->pdata[i], (gint32) (report->now / DAY));
  if (late == 0)
    return;
  g_autofree char *text = liaison_words_format_plural (
      report->manner.words, "{n} remedial action is late.", "{n} remedial actions are late.", late,
      liaison_operand_integer ("n", late));
  liaison_report_add_paragraph (pages, text, FALSE);
}

static void
add_matter_cb (LiaisonMatter *matter, gpointer pages)
{
  liaison_pages_add (pages, matter);
}

/* A long text under its label. */
static void
add_long (const LiaisonReport *report,
          LiaisonPages *pages,
          const LiaisonBlock *block,
          const char *name)
{
  const LiaisonField *field = liaison_shape_find (block->shape, name, NULL);
  g_autofree char *text = liaison_report_tell (report, block, name);
  LiaisonMatter *label;

  if (text == NULL)
    return;
  label =
      liaison_matter_new_paragraph (liaison_report_say (report, field->label), &liaison_type_label);
  label->keep_with_next = TRUE;
  liaison_pages_add (pages, label);
  liaison_rich_to_matter (text, FALSE, NULL, NULL, &liaison_type_body, add_matter_cb, pages);
}

static void
add_precedents (const LiaisonReport *report, LiaisonPages *pages, const LiaisonItems *items)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      g_autofree char *title = liaison_report_tell (report, item, "title");
      const char *source = LIAISON_DATA (Precedent, item)->source;
      g_autofree char *text = liaison_words_format (
          report->manner.words,
          /* Translators: An earlier case that bears on an observation, and where it is described */
          N_ ("Precedent: {title}. {source}"),
          liaison_operand_text ("title", title != NULL ? title : ""),
          liaison_operand_text ("source", source != NULL ? source : ""));
      liaison_report_add_note (pages, text);
    }
}

static void
add_observation (const LiaisonReport *report, LiaisonPages *pages, const LiaisonBlock *block)
{
  static const char *const facts[] = { "stage",  "type",     "priority",   "area",
                                       "start",  "observer", "nations",    "site",
                                       "events", "injects",  "objectives", "carried-from" };
  static const char *const remedy[] = { "action-body", "action-body-name", "authority",   "due",
                                        "completed",   "validated",        "validated-by" };
  static const char *const texts[] = { "observation", "discussion",     "cause",
                                       "conclusion",  "recommendation", "remedy" };
  const char *serial = LIAISON_DATA (Observation, block)->serial;
  g_autofree char *name = liaison_manner_tell_block_name (&report->manner, block);
  g_autofree char *heading = liaison_words_lead (report->manner.words, serial, name);

  liaison_report_add_heading (pages, heading, 3, FALSE);
  add_pairs (report, pages, block, facts, G_N_ELEMENTS (facts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_long (report, pages, block, texts[i]);
  add_pairs (report, pages, block, remedy, G_N_ELEMENTS (remedy));
  add_long (report, pages, block, "validation");
  add_precedents (report, pages, LIAISON_DATA (Observation, block)->precedents);
}

static void
add_group (const LiaisonReport *report,
           LiaisonPages *pages,
           const GPtrArray *observations,
           const char *heading,
           gboolean (*belongs) (const LiaisonBlock *block))
{
  gboolean any = FALSE;

  for (guint i = 0; i < observations->len; i++)
    {
      if (!belongs (observations->pdata[i]))
        continue;
      if (!any)
        liaison_report_add_heading (pages, liaison_report_say (report, heading), 2, FALSE);
      any = TRUE;
      add_observation (report, pages, observations->pdata[i]);
    }
}

static gboolean
is_kept (const LiaisonBlock *block)
{
  return LIAISON_DATA (Observation, block)->type == LIAISON_OBSERVATION_TYPE_SUSTAIN;
}

static gboolean
is_open (const LiaisonBlock *block)
{
  return !is_kept (block) && liaison_lesson_is_open (block);
}

static gboolean
is_settled (const LiaisonBlock *block)
{
  return !is_kept (block) && !liaison_lesson_is_open (block);
}

LiaisonPages *
liaison_report_after_action (const LiaisonReport *report)
{
  g_autoptr (GPtrArray) observations = list_observations (report);
  LiaisonPages *pages =
      liaison_report_begin (report, liaison_report_say (report, N_ ("After-action report")),
                            (const LiaisonBlock *const *) observations->pdata, observations->len);

  add_exercise (report, pages);
  add_conduct (report, pages);
  add_objectives (report, pages);
  liaison_report_add_heading (pages, liaison_report_say (report, N_ ("Lessons")), 2, FALSE);
  if (observations->len == 0)
    {
      liaison_report_add_paragraph (
          pages, liaison_report_say (report, N_ ("Nothing has been observed yet.")), FALSE);
      return pages;
    }
  add_stages (report, pages, observations);
  add_group (report, pages, observations, N_ ("What went well and should be kept"), is_kept);
  add_group (report, pages, observations, N_ ("What is still to be done"), is_open);
  add_group (report, pages, observations, N_ ("What has been learned"), is_settled);
  return pages;
}
