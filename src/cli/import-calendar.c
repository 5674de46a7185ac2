/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-calendar.h"
#include "interrupt.h"

#include "edit/editor.h"
#include "exchange/ical-read.h"
#include "net/fetch.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "schedule/observance-offers.h"
#include "words/dates.h"
#include "words/nation.h"

#include <string.h>

#define DAY       86400
#define MAX_BYTES (4 * 1024 * 1024)

gboolean
liaison_import_is_calendar (const char *file)
{
  g_autofree char *folded = g_ascii_strdown (file, -1);

  return g_str_has_prefix (folded, "https://") || g_str_has_prefix (folded, "webcal://")
         || g_str_has_prefix (folded, "http://") || g_str_has_suffix (folded, ".ics");
}

static void
complain (const GError *error)
{
  LiaisonWords *words = liaison_command_get_words ();
  const char *sentence = liaison_net_tell_error (words, error);

  if (sentence == NULL)
    sentence = liaison_exchange_tell_error (words, error);
  liaison_command_complain (
      sentence != NULL ? sentence : _ ("The calendar could not be read. Nothing was changed."),
      error);
}

static gboolean
is_address (const char *file)
{
  return strstr (file, "://") != NULL;
}

static GBytes *
read_file (const char *file, GError **error)
{
  g_autoptr (GFile) object = g_file_new_for_commandline_arg (file);
  g_autoptr (GFileInputStream) stream = g_file_read (object, NULL, error);

  /* One byte more than may be: the reader says so. */
  return stream != NULL
             ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAX_BYTES + 1, NULL, error)
             : NULL;
}

static GBytes *
read_calendar (const char *file, GError **error)
{
  g_auto (LiaisonFetched) fetched = { 0 };
  gboolean done;

  if (!is_address (file))
    return read_file (file, error);
  done = liaison_fetch (file, &(LiaisonFetchLimits){ .accept = "text/calendar" }, &fetched,
                        liaison_interrupt_begin (), error);
  liaison_interrupt_end ();
  return done ? g_steal_pointer (&fetched.bytes) : NULL;
}

/* Of --nations, each known and taking part; NULL with a message otherwise. */
static char **
take_nations (const LiaisonCalendarWishes *wishes, const LiaisonSnapshot *snapshot)
{
  const LiaisonLookup lookup = liaison_snapshot_get_lookup ((LiaisonSnapshot *) snapshot);
  g_auto (GStrv) codes = g_strsplit (wishes->nations != NULL ? wishes->nations : "", ",", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_strstrip (codes[i]);
      if (liaison_lookup_find_nation (&lookup, codes[i]) == NULL)
        {
          g_autofree char *problem = liaison_words_format (
              liaison_command_get_words (), N_ ("“{code}” is not a nation of this exercise."),
              liaison_operand_text ("code", codes[i]));
          g_autofree char *plain = liaison_words_dup_without_isolates (problem);

          liaison_output_warn (plain);
          return NULL;
        }
    }
  if (codes[0] == NULL)
    {
      liaison_output_warn (_ ("Say whose holidays they are with --nations, such as NO,FR."));
      return NULL;
    }
  return g_steal_pointer (&codes);
}

/* A year around the exercise, for telling days. */
static LiaisonOfferTerms
make_terms (const LiaisonManner *manner, gboolean mark)
{
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner->lookup));
  LiaisonOfferTerms terms = { .now = manner->now * 1000, .mark = mark };
  gint64 startex;

  if (liaison_times_resolve (&manner->lookup, &exercise->startex, &startex, NULL)
      != LIAISON_TIME_KNOWN)
    startex = manner->now;
  terms.from = (gint32) (startex / DAY) - 366;
  terms.until = (gint32) (startex / DAY) + 366;
  return terms;
}

static const char *
tell_state (const LiaisonObservanceOffer *offer)
{
  return offer->state == LIAISON_OFFER_NEW       ? "new"
         : offer->state == LIAISON_OFFER_CHANGED ? "changed"
                                                 : "same";
}

static void
print_offer (const LiaisonObservanceOffer *offer, const LiaisonManner *manner)
{
  g_autofree char *name = liaison_manner_tell_block_name (manner, offer->after);
  g_autofree char *plain = liaison_words_dup_without_isolates (name);
  GString *days = g_string_new (NULL);

  for (guint i = 0; i < offer->runs->len && i < 4; i++)
    {
      g_autofree char *day = liaison_words_format_day (
          manner->words, g_array_index (offer->runs, LiaisonOfferRun, i).first,
          LIAISON_DATE_MEDIUM);
      g_string_append_printf (days, "%s%s", i > 0 ? ", " : "", day);
    }
  g_print ("%-8s %s  %s\n",
           offer->state == LIAISON_OFFER_NEW       ? _ ("new")
           : offer->state == LIAISON_OFFER_CHANGED ? _ ("changed")
                                                   : _ ("the same"),
           plain, days->str);
  g_string_free (days, TRUE);
}

static void
write_offer (const LiaisonObservanceOffer *offer,
             const LiaisonManner *manner,
             LiaisonJsonWriter *writer)
{
  g_autofree char *name = liaison_manner_tell_block_name (manner, offer->after);
  g_autofree char *plain = liaison_words_dup_without_isolates (name);

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "title");
  liaison_json_writer_string (writer, plain);
  liaison_json_writer_name (writer, "state");
  liaison_json_writer_string (writer, tell_state (offer));
  liaison_json_writer_name (writer, "days");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < offer->runs->len; i++)
    {
      char day[LIAISON_DATE_TEXT_SIZE];

      liaison_date_format (g_array_index (offer->runs, LiaisonOfferRun, i).first, day);
      liaison_json_writer_string (writer, day);
    }
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
}

static int
report (const GPtrArray *offers,
        const LiaisonIcalHolidays *holidays,
        const LiaisonManner *manner,
        int status)
{
  LiaisonJsonWriter *writer;

  if (!liaison_command_wants_json ())
    {
      for (guint i = 0; i < offers->len; i++)
        print_offer (offers->pdata[i], manner);
      if (holidays->n_skipped > 0)
        {
          g_autofree char *told = liaison_words_format_plural (
              manner->words, "{n} entry was left out: no day, no name, or a rule that is too much.",
              "{n} entries were left out: no day, no name, or a rule that is too much.",
              holidays->n_skipped, liaison_operand_integer ("n", holidays->n_skipped));

          g_print ("%s\n", told);
        }
      return status;
    }
  writer = liaison_output_begin_json ();
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "skipped");
  liaison_json_writer_integer (writer, holidays->n_skipped);
  liaison_json_writer_name (writer, "observances");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < offers->len; i++)
    write_offer (offers->pdata[i], manner, writer);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, status);
}

static gint64
get_now (gpointer data)
{
  return *(gint64 *) data;
}

static gboolean
commit (LiaisonPlan *plan, GPtrArray *offers, gint64 now)
{
  g_autoptr (LiaisonProposal) proposal = NULL;
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, &now);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < offers->len; i++)
    ((LiaisonObservanceOffer *) offers->pdata[i])->wanted = TRUE;
  proposal =
      liaison_observance_offers_propose (offers, N_ ("Import {count} observances from a calendar"));
  if (proposal == NULL || liaison_editor_commit (editor, proposal, &error))
    return TRUE;
  liaison_command_complain (_ ("The import was refused. Nothing was changed."), error);
  return FALSE;
}

int
liaison_import_calendar (const LiaisonCalendarWishes *wishes, const char *path, const char *file)
{
  g_autoptr (LiaisonPlan) plan = liaison_command_load (path);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_auto (GStrv) nations = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LiaisonIcalHolidays) holidays = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (file);
  LiaisonManner manner;
  LiaisonOfferTerms terms;

  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  snapshot = liaison_document_get_snapshot (plan->document);
  manner = liaison_command_get_manner (snapshot);
  nations = take_nations (wishes, snapshot);
  if (nations == NULL)
    return LIAISON_EXIT_FAILED;
  bytes = read_calendar (file, &error);
  if (bytes != NULL)
    holidays = liaison_ical_read_holidays (
        bytes,
        &(LiaisonIcalTerms){ .nations = (const char *const *) nations,
                             .n_nations = g_strv_length (nations),
                             .language = liaison_words_get_language (manner.words),
                             .feed = is_address (file) ? file : NULL,
                             .source = name,
                             .checked = (gint32) (manner.now / DAY),
                             .now = manner.now * 1000 },
        &error);
  if (holidays == NULL)
    {
      complain (error);
      return LIAISON_EXIT_FAILED;
    }
  terms = make_terms (&manner, wishes->mark);
  offers = liaison_observance_offers_new (snapshot, holidays->blocks, &terms);
  if (!wishes->dry_run
      && (!commit (plan, offers, manner.now * 1000)
          || !liaison_command_save (plan, wishes->output, FALSE)))
    return LIAISON_EXIT_FAILED;
  return report (offers, holidays, &manner,
                 holidays->n_skipped > 0 ? LIAISON_EXIT_FOUND : LIAISON_EXIT_DONE);
}
