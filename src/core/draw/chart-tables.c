/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/chart-tables.h"

#include "record/kinds/agreement.h"
#include "record/record.h"
#include "words/dates.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
table_new (const LiaisonManner *manner, const char *const *heads, guint n)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char **line = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    line[i] = g_strdup (liaison_words_get (manner->words, heads[i]));
  g_ptr_array_add (table, line);
  return table;
}

/* Takes the cells; NULL is an empty one. */
static void
add_line (GPtrArray *table, char **cells, guint n)
{
  char **line = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    line[i] = cells[i] != NULL ? cells[i] : g_strdup ("");
  g_ptr_array_add (table, line);
}

static char *
tell_choice (const LiaisonManner *manner, const LiaisonChoices *choices, int choice)
{
  return choice != 0 ? g_strdup (liaison_words_get (manner->words, choices->choices[choice].label))
                     : NULL;
}

static void
add_need_line (GPtrArray *table, const LiaisonManner *manner, const LiaisonNeedLine *line)
{
  char *cells[] = {
    line->line != NULL ? g_strdup (LIAISON_DATA (Channel, line->line)->code) : NULL,
    NULL,
    line->line != NULL ? liaison_manner_tell_block_name (manner, line->line)
                       : g_strdup (liaison_words_get (manner->words, N_ ("No need line"))),
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
  };

  add_line (table, cells, G_N_ELEMENTS (cells));
}

static void
add_circuit (GPtrArray *table,
             const LiaisonManner *manner,
             const LiaisonNeedLine *line,
             const LiaisonCircuit *circuit)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, circuit->channel);
  const char *code = line->line != NULL ? LIAISON_DATA (Channel, line->line)->code : NULL;
  char *cells[] = {
    g_strdup (channel->code),
    g_strdup (liaison_pace_get_letter (channel->pace)),
    liaison_manner_tell_block_name (manner, circuit->channel),
    code != NULL || line->line == NULL ? g_strdup (code)
                                       : liaison_manner_tell_block_name (manner, line->line),
    tell_choice (manner, &liaison_mediums, channel->medium),
    tell_choice (manner, &liaison_bearers, channel->bearer),
    g_strdup (liaison_words_get (manner->words, liaison_circuit_state_labels[circuit->state])),
    circuit->last != NULL ? liaison_manner_tell_time (manner, circuit->last_time, NULL) : NULL,
    circuit->n_overdue > 0 ? g_strdup_printf ("%u", circuit->n_overdue) : NULL,
  };

  add_line (table, cells, G_N_ELEMENTS (cells));
}

GPtrArray *
liaison_circuits_make_table (const LiaisonCircuits *circuits,
                             const LiaisonManner *manner,
                             gboolean (*shown) (const LiaisonBlock *channel, gpointer data),
                             gpointer data)
{
  /* Translators: Heads of a table of circuits; PACE is primary, alternate, contingency, emergency */
  static const char *const heads[] = { N_ ("Code"),      N_ ("PACE"),   N_ ("Channel"),
                                       N_ ("Need line"), N_ ("Medium"), N_ ("Bearer"),
                                       N_ ("State"),     N_ ("Last test"), N_ ("Overdue") };
  GPtrArray *table = table_new (manner, heads, G_N_ELEMENTS (heads));

  for (guint i = 0; i < circuits->lines->len; i++)
    {
      const LiaisonNeedLine *line = circuits->lines->pdata[i];
      gboolean told = FALSE;

      if (line->circuits->len == 0)
        add_need_line (table, manner, line);
      for (guint j = 0; j < line->circuits->len; j++)
        {
          const LiaisonCircuit *circuit = line->circuits->pdata[j];

          if (shown != NULL && !shown (circuit->channel, data))
            continue;
          if (!told)
            add_need_line (table, manner, line);
          told = TRUE;
          add_circuit (table, manner, line, circuit);
        }
    }
  return table;
}

char *
liaison_agreement_tell_parties (const LiaisonBlock *agreement)
{
  const LiaisonItems *parties = LIAISON_DATA (Agreement, agreement)->parties;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < liaison_items_get_size (parties); i++)
    {
      const char *nation = LIAISON_DATA (Party, liaison_items_get (parties, i))->nation;

      if (nation != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", nation);
    }
  return g_string_free (text, FALSE);
}

GPtrArray *
liaison_agreements_make_table (const LiaisonAgreementDates *const *agreements,
                               guint n,
                               const LiaisonManner *manner)
{
  static const char *const heads[] = { N_ ("Serial"), N_ ("Agreement"), N_ ("Stage"), N_ ("State"),
                                       N_ ("Needed"),
                                       /* Translators: The last day on which the stage can be done */
                                       N_ ("Last day"), N_ ("Dependants"), N_ ("Parties") };
  GPtrArray *table = table_new (manner, heads, G_N_ELEMENTS (heads));

  for (guint i = 0; i < n; i++)
    {
      const LiaisonAgreementDates *dates = agreements[i];
      const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);
      char *cells[] = {
        g_strdup (agreement->serial),
        liaison_manner_tell_block_name (manner, dates->agreement),
        g_strdup (liaison_words_get (manner->words,
                                     liaison_agreement_stages.choices[agreement->stage].label)),
        g_strdup (liaison_words_get (manner->words, liaison_agreement_state_labels[dates->state])),
        liaison_words_format_day (manner->words, dates->needed, LIAISON_DATE_MEDIUM),
        liaison_words_format_day (manner->words, dates->last_day, LIAISON_DATE_MEDIUM),
        g_strdup_printf ("%u", dates->dependants->len),
        liaison_agreement_tell_parties (dates->agreement),
      };

      add_line (table, cells, G_N_ELEMENTS (cells));
    }
  return table;
}
