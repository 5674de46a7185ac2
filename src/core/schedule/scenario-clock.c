/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/scenario-clock.h"

#include "record/kinds/exercise.h"

static const LiaisonExerciseData *
get_exercise (const LiaisonLookup *lookup)
{
  return LIAISON_DATA (Exercise, liaison_lookup_get_exercise (lookup));
}

gboolean
liaison_scenario_elapsed_at (const LiaisonLookup *lookup, gint64 seconds, gint64 *elapsed)
{
  gint64 startex;

  if (liaison_times_resolve (lookup, &get_exercise (lookup)->startex, &startex, NULL)
      != LIAISON_TIME_KNOWN)
    return FALSE;
  *elapsed = seconds - startex;
  return TRUE;
}

gboolean
liaison_scenario_clock_at (const LiaisonLookup *lookup,
                           gint64 seconds,
                           gint64 *scenario,
                           const char **zone)
{
  const LiaisonExerciseData *exercise = get_exercise (lookup);
  gint64 rate = exercise->scenario_rate != LIAISON_INTEGER_UNSET ? exercise->scenario_rate : 100;
  gint64 start, elapsed;

  if (liaison_times_resolve (lookup, &exercise->scenario_start, &start, NULL) != LIAISON_TIME_KNOWN
      || !liaison_scenario_elapsed_at (lookup, seconds, &elapsed))
    return FALSE;
  /* A century at a million percent still fits. */
  *scenario = start + elapsed / 100 * rate + elapsed % 100 * rate / 100;
  if (zone != NULL)
    *zone = exercise->scenario_start.zone;
  return TRUE;
}
