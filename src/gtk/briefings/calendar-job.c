/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/calendar-job.h"

#include "exchange/ical-read.h"
#include "net/kept.h"
#include "words/dates.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

#define DAY       86400
#define MAX_BYTES (4 * 1024 * 1024)

/* A calendar to be read. */
typedef struct
{
  char *address, *path, *language;
  GPtrArray *nations; /* interned */
} Source;

struct _LiaisonCalendarJob
{
  LiaisonSnapshot *snapshot;
  LiaisonWords *words;
  LiaisonOfferTerms terms;
  gint64 now; /* Unix s */
  GPtrArray *sources;
  GString *notice;
};

static void
source_free (gpointer data)
{
  Source *self = data;

  g_free (self->address);
  g_free (self->path);
  g_free (self->language);
  g_ptr_array_unref (self->nations);
  g_free (self);
}

LiaisonCalendarJob *
liaison_calendar_job_new (LiaisonSession *session, const LiaisonOfferTerms *terms)
{
  LiaisonCalendarJob *self = g_new0 (LiaisonCalendarJob, 1);
  LiaisonManner manner = liaison_session_get_manner (session);

  self->snapshot = liaison_document_get_snapshot (liaison_session_get_document (session));
  self->words = liaison_words_ref (manner.words);
  self->terms = *terms;
  self->now = manner.now;
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->notice = g_string_new (NULL);
  return self;
}

void
liaison_calendar_job_free (LiaisonCalendarJob *self)
{
  liaison_snapshot_unref (self->snapshot);
  liaison_words_unref (self->words);
  g_ptr_array_unref (self->sources);
  g_string_free (self->notice, TRUE);
  g_free (self);
}

static Source *
add_source (LiaisonCalendarJob *self, const char *address, const char *path, const char *language)
{
  Source *source = g_new0 (Source, 1);

  source->address = g_strdup (address);
  source->path = g_strdup (path);
  source->language = g_strdup (language);
  source->nations = g_ptr_array_new ();
  g_ptr_array_add (self->sources, source);
  return source;
}

void
liaison_calendar_job_add (LiaisonCalendarJob *self,
                          const char *address,
                          const char *path,
                          const char *const *nations,
                          guint n_nations,
                          const char *language)
{
  Source *source = add_source (self, address, path, language);

  for (guint i = 0; i < n_nations; i++)
    g_ptr_array_add (source->nations, (gpointer) nations[i]);
}

static Source *
get_feed (LiaisonCalendarJob *self, const LiaisonObservanceData *data)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      Source *source = self->sources->pdata[i];

      if (g_strcmp0 (source->address, data->feed) == 0)
        return source;
    }
  return add_source (
      self, data->feed, NULL,
      liaison_text_get_size (data->title) > 0 ? liaison_text_get_language (data->title, 0) : NULL);
}

gboolean
liaison_calendar_job_add_feeds (LiaisonCalendarJob *self)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_OBSERVANCE, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonObservanceData *data = LIAISON_DATA (Observance, blocks[i]);
      guint n_codes;
      const char *const *codes = liaison_codes_get (data->nations, &n_codes);
      Source *source;

      if (data->feed == NULL || *data->feed == '\0')
        continue;
      source = get_feed (self, data);
      for (guint j = 0; j < n_codes; j++)
        if (!g_ptr_array_find (source->nations, codes[j], NULL))
          g_ptr_array_add (source->nations, (gpointer) codes[j]);
    }
  return self->sources->len > 0;
}

static void
note (LiaisonCalendarJob *self, char *text)
{
  g_string_append_printf (self->notice, "%s%s", self->notice->len > 0 ? "\n" : "", text);
  g_free (text);
}

static GBytes *
read_address (LiaisonCalendarJob *self,
              const Source *source,
              gint64 *checked,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_cache_dir (), "liaison", "calendars", NULL);
  const LiaisonFetchLimits limits = { .accept = "text/calendar" };
  g_auto (LiaisonKept) kept = { 0 };

  if (!liaison_kept_fetch (folder, source->address, &limits, self->now, &kept, cancellable, error))
    return NULL;
  *checked = kept.checked;
  if (kept.offline)
    {
      g_autofree char *day = liaison_words_format_day (self->words, (gint32) (kept.checked / DAY),
                                                       LIAISON_DATE_MEDIUM);

      note (self,
            liaison_words_format (
                self->words,
                /* Translators: {address} is that of a calendar, {date} when it was last read */
                N_ ("{address} cannot be reached now. This is what it held on {date}."),
                liaison_operand_text ("address", source->address),
                liaison_operand_text ("date", day)));
    }
  return g_bytes_ref (kept.bytes);
}

static GBytes *
read_path (const Source *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (source->path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  return stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAX_BYTES + 1,
                                                     cancellable, error)
                        : NULL;
}

static gboolean
read_source (LiaisonCalendarJob *self,
             const Source *source,
             GPtrArray *candidates,
             GCancellable *cancellable,
             GError **error)
{
  gint64 checked = self->now;
  g_autoptr (GBytes) bytes = source->address != NULL
                                 ? read_address (self, source, &checked, cancellable, error)
                                 : read_path (source, cancellable, error);
  g_autofree char *name =
      g_path_get_basename (source->path != NULL ? source->path : source->address);
  const LiaisonIcalTerms terms = { .nations = (const char *const *) source->nations->pdata,
                                   .n_nations = source->nations->len,
                                   .language = source->language,
                                   .feed = source->address,
                                   .source = name,
                                   .checked = (gint32) (checked / DAY),
                                   .now = self->terms.now };
  g_autoptr (LiaisonIcalHolidays) holidays =
      bytes != NULL ? liaison_ical_read_holidays (bytes, &terms, error) : NULL;

  if (holidays == NULL)
    return FALSE;
  for (guint i = 0; i < holidays->blocks->len; i++)
    g_ptr_array_add (candidates, liaison_block_ref (holidays->blocks->pdata[i]));
  if (holidays->n_skipped > 0)
    note (self,
          liaison_words_format_plural (
              self->words, "{n} entry was left out: no day, no name, or a rule that is too much.",
              "{n} entries were left out: no day, no name, or a rule that is too much.",
              holidays->n_skipped, liaison_operand_integer ("n", holidays->n_skipped)));
  return TRUE;
}

/* A sentence for people in the place of what was reported. */
static GError *
tell (LiaisonCalendarJob *self, GError *error)
{
  const char *sentence = liaison_net_tell_error (self->words, error);

  if (sentence == NULL)
    sentence = liaison_exchange_tell_error (self->words, error);
  if (sentence != NULL)
    {
      g_free (error->message);
      error->message = g_strdup (sentence);
    }
  return error;
}

static void
run_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  LiaisonCalendarJob *self = data;
  g_autoptr (GPtrArray) candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  GError *error = NULL;

  for (guint i = 0; i < self->sources->len; i++)
    if (!read_source (self, self->sources->pdata[i], candidates, cancellable, &error))
      {
        g_task_return_error (task, tell (self, error));
        return;
      }
  g_task_return_pointer (task,
                         liaison_observance_offers_new (self->snapshot, candidates, &self->terms),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
liaison_calendar_job_run_async (LiaisonCalendarJob *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, liaison_calendar_job_run_async);
  g_task_set_task_data (task, self, (GDestroyNotify) liaison_calendar_job_free);
  g_task_run_in_thread (task, run_thread);
}

GPtrArray *
liaison_calendar_job_finish (GAsyncResult *result, char **notice, GError **error)
{
  LiaisonCalendarJob *self = g_task_get_task_data (G_TASK (result));

  *notice = self->notice->len > 0 ? g_strdup (self->notice->str) : NULL;
  return g_task_propagate_pointer (G_TASK (result), error);
}
