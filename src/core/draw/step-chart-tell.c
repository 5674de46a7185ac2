/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the chart of agreements says of their dates. */
#include "config.h"

#include "draw/step-chart.h"

#include "words/dates.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>

const char *
liaison_step_chart_tell_stage (const LiaisonManner *manner, int stage)
{
  return liaison_words_get (manner->words, liaison_agreement_stages.choices[stage].label);
}

static char *
tell_needed (const LiaisonAgreementDates *dates, const LiaisonManner *manner)
{
  g_autofree char *name =
      dates->needed_for != NULL ? liaison_manner_tell_block_name (manner, dates->needed_for) : NULL;

  if (dates->needed == LIAISON_DATE_UNSET)
    return g_strdup (liaison_words_get (manner->words, N_ ("Nothing says when it is needed.")));
  return name != NULL
             ? liaison_words_format (manner->words, N_ ("Needed on {date} for “{record}”."),
                                     liaison_operand_date ("date", dates->needed),
                                     liaison_operand_text ("record", name))
             : liaison_words_format (manner->words, N_ ("Needed on {date}."),
                                     liaison_operand_date ("date", dates->needed));
}

static char *
tell_last_day (const LiaisonAgreementDates *dates, gint32 today, const LiaisonManner *manner)
{
  for (guint i = 0; i < dates->steps->len; i++)
    {
      const LiaisonAgreementStepDates *step =
          &g_array_index (dates->steps, LiaisonAgreementStepDates, i);

      if (step->is_done || step->last == LIAISON_DATE_UNSET)
        continue;
      return liaison_words_format (
          manner->words,
          step->last < today ? N_ ("“{stage}” had to be done by {date}.")
                             : N_ ("“{stage}” must be done by {date}."),
          liaison_operand_text ("stage", liaison_step_chart_tell_stage (manner, step->stage)),
          liaison_operand_date ("date", step->last));
    }
  return NULL;
}

/* "3 events, 2 sites" as names of what depends on it, the first few. */
static char *
tell_dependants (const LiaisonAgreementDates *dates, const LiaisonManner *manner)
{
  guint n = dates->dependants->len;

  return n == 0 ? NULL
                : liaison_words_format_plural (manner->words, "{n} record depends on it.",
                                               "{n} records depend on it.", n,
                                               liaison_operand_integer ("n", n));
}

char *
liaison_step_chart_tell_dates (const LiaisonAgreementDates *dates,
                               gint32 today,
                               const LiaisonManner *manner)
{
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);
  g_autofree char *name = liaison_manner_tell_block_name (manner, dates->agreement);
  g_autofree char *needed = tell_needed (dates, manner);
  g_autofree char *last = tell_last_day (dates, today, manner);
  g_autofree char *dependants = tell_dependants (dates, manner);
  GString *text = g_string_new (name);
  const char *const lines[] = {
    agreement->stage != 0 ? liaison_step_chart_tell_stage (manner, agreement->stage) : NULL,
    liaison_words_get (manner->words, liaison_agreement_state_labels[dates->state]), needed, last,
    dependants
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && *lines[i] != '\0' && !(i == 1 && g_strcmp0 (lines[0], lines[1]) == 0))
      g_string_append_printf (text, "\n%s", lines[i]);
  return g_string_free (text, FALSE);
}

char *
liaison_step_chart_tell_state (const LiaisonAgreementDates *dates, const LiaisonManner *manner)
{
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);
  const char *state =
      liaison_words_get (manner->words, liaison_agreement_state_labels[dates->state]);
  g_autofree char *day = NULL;

  if (dates->state == LIAISON_AGREEMENT_IN_FORCE)
    {
      if (agreement->expires == LIAISON_DATE_UNSET)
        return g_strdup (state);
      day = liaison_words_format_day (manner->words, agreement->expires, LIAISON_DATE_MEDIUM);
      return g_strdup_printf ("%s – %s", state, day);
    }
  if (dates->last_day == LIAISON_DATE_UNSET)
    return g_strdup (state);
  return liaison_words_format (
      manner->words,
      /* Translators: The state of an agreement, such as “In time”, its stage, such as “Drafting”,
         and the last day on which that can be done */
      N_ ("{state}: {stage} by {date}"), liaison_operand_text ("state", state),
      liaison_operand_text ("stage", liaison_step_chart_tell_stage (manner, agreement->stage)),
      liaison_operand_date ("date", dates->last_day));
}
