/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "injects/msel-columns.h"

#include "record/kinds/inject.h"
#include "schedule/scenario-clock.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

#define FIELD(member) (&liaison_inject_kind.shape.fields[LIAISON_FIELD (Inject, member)])

/* Time since STARTEX: "+2d4h30m". Isolated, as a sign before a number may jump behind it. */
static char *
tell_elapsed (const LiaisonManner *manner, const LiaisonBlock *block)
{
  char text[LIAISON_DURATION_TEXT_SIZE];
  g_autofree char *signed_text = NULL;
  gint64 seconds, elapsed;

  if (liaison_times_get_start (&manner->lookup, block, &seconds) != LIAISON_TIME_KNOWN
      || !liaison_scenario_elapsed_at (&manner->lookup, seconds, &elapsed))
    return g_strdup ("");
  liaison_duration_format_typed (elapsed, text);
  signed_text = g_strdup_printf ("%s%s", elapsed >= 0 ? "+" : "", text);
  return liaison_words_is_right_to_left (manner->words) ? liaison_words_isolate (signed_text)
                                                        : g_steal_pointer (&signed_text);
}

/* What the writers gave it, else what the scenario's clock shows then. */
static char *
tell_scenario (const LiaisonManner *manner, const LiaisonBlock *block)
{
  const char *zone;
  gint64 seconds, scenario;

  if (liaison_block_field_is_set (block, FIELD (scenario_time)))
    return liaison_manner_tell_field (manner, block, FIELD (scenario_time));
  if (liaison_times_get_start (&manner->lookup, block, &seconds) != LIAISON_TIME_KNOWN
      || !liaison_scenario_clock_at (&manner->lookup, seconds, &scenario, &zone))
    return g_strdup ("");
  return liaison_manner_tell_time (manner, scenario, zone);
}

const char *
liaison_msel_get_status_mark (const LiaisonBlock *block)
{
  static const char *const marks[] = {
    [LIAISON_INJECT_STATUS_DRAFT] = "○",     [LIAISON_INJECT_STATUS_REVIEW] = "◔",
    [LIAISON_INJECT_STATUS_APPROVED] = "◑",  [LIAISON_INJECT_STATUS_HELD] = "◇",
    [LIAISON_INJECT_STATUS_RELEASED] = "●",  [LIAISON_INJECT_STATUS_COMPLETED] = "✓",
    [LIAISON_INJECT_STATUS_CANCELLED] = "✕", [LIAISON_INJECT_STATUS_RETIRED] = "⊘",
  };
  int status =
      block->shape == &liaison_inject_kind.shape ? LIAISON_DATA (Inject, block)->status : 0;

  return status > 0 && status < (int) G_N_ELEMENTS (marks) ? marks[status] : NULL;
}

/* An inject that only comes if something happens is told from the rest. */
static const char *
get_type_mark (const LiaisonBlock *block)
{
  return block->shape == &liaison_inject_kind.shape
                 && LIAISON_DATA (Inject, block)->type == LIAISON_INJECT_TYPE_CONTINGENCY
             ? "⎇"
             : NULL;
}

const LiaisonTableColumn *
liaison_msel_columns_get (guint *n)
{
  static LiaisonTableColumn columns[] = {
    { "serial", N_ ("Serial"), NULL, NULL, 140, FALSE },
    /* Translators: Zulu is military for UTC */
    { "start-zulu", N_ ("Planned (Zulu)"), NULL, liaison_manner_tell_start_zulu, 125, FALSE },
    { "start-local", N_ ("Planned (local)"), NULL, liaison_manner_tell_start_local, 190, TRUE },
    /* Translators: The time since STARTEX, such as +2d4h */
    { "exercise-time", N_ ("Exercise time"), NULL, tell_elapsed, 100, FALSE },
    { "title", N_ ("Title"), NULL, NULL, 0, FALSE },
    { "status", N_ ("Status"), NULL, NULL, 130, FALSE, NULL, liaison_msel_get_status_mark },
    { "scenario-time", N_ ("Scenario time"), NULL, tell_scenario, 150, FALSE },
    { "from", N_ ("From"), NULL, NULL, 150, FALSE },
    { "to", N_ ("To"), NULL, NULL, 170, FALSE },
    { "method", N_ ("Method"), NULL, NULL, 120, FALSE },
    { "expected-action", N_ ("Expected action"), NULL, NULL, 220, FALSE },
    { "objectives", N_ ("Objectives"), NULL, NULL, 200, FALSE },
    { "controller", N_ ("Responsible controller"), NULL, NULL, 170, FALSE },
    { "actual", N_ ("Actual time"), NULL, NULL, 140, FALSE },
    { "description", N_ ("Description"), NULL, NULL, 220, TRUE },
    { "type", N_ ("Type"), NULL, NULL, 140, TRUE, NULL, get_type_mark },
  };

  *n = G_N_ELEMENTS (columns);
  if (columns[0].field != NULL)
    return columns;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].field = liaison_shape_find (&liaison_inject_kind.shape,
                                           g_str_has_prefix (columns[i].id, "start-")
                                                   || g_str_equal (columns[i].id, "exercise-time")
                                               ? "start"
                                               : columns[i].id,
                                           NULL);
  return columns;
}
