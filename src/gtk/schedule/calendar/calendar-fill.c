/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/calendar/calendar-view-private.h"

#include "draw/agenda.h"
#include "draw/category.h"
#include "finding-item.h"
#include "record/kinds/exercise.h"
#include "record/kinds/observance.h"
#include "schedule/calendar.h"
#include "schedule/recurrence.h"
#include "words/dates.h"

#include <glib/gi18n.h>

#define MOST_ENTRIES 4000
#define MOST_SITES   8
#define WHOLE_DAY    (12 * 3600)

/* What is wrong with an event. */
typedef struct
{
  LiaisonMark mark;
  char *reason;
} Wrong;

typedef struct
{
  LiaisonCalendarView *view;
  LiaisonManner manner;
  LiaisonSnapshot *snapshot;
  GHashTable *wrongs; /* of LiaisonId * -> Wrong */
  gint64 from, until;
} Filling;

static void
wrong_free (gpointer data)
{
  g_free (((Wrong *) data)->reason);
  g_free (data);
}

static void
add_wrong (Filling *filling, const LiaisonFinding *finding, LiaisonId record)
{
  Wrong *wrong = g_hash_table_lookup (filling->wrongs, &record);
  g_autofree char *sentence = liaison_manner_tell_finding (&filling->manner, finding);

  if (wrong == NULL)
    {
      wrong = g_new0 (Wrong, 1);
      g_hash_table_insert (filling->wrongs, g_memdup2 (&record, sizeof record), wrong);
    }
  /* Findings come worst first. */
  wrong->mark = MAX (wrong->mark, (LiaisonMark) (LIAISON_MARK_NOTE + finding->severity));
  if (wrong->reason == NULL)
    wrong->reason = g_steal_pointer (&sentence);
  else
    {
      char *more = g_strconcat (wrong->reason, "\n", sentence, NULL);
      g_free (wrong->reason);
      wrong->reason = more;
    }
}

static void
find_wrongs (Filling *filling)
{
  GListModel *findings = liaison_session_get_findings (filling->view->session);
  guint n = MIN (g_list_model_get_n_items (findings), 2000);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      const LiaisonFinding *finding = liaison_finding_item_get_finding (item);
      for (guint k = 0; k < finding->n_records; k++)
        add_wrong (filling, finding, finding->records[k]);
    }
}

static gboolean
is_shown (const LiaisonBlock *event, gpointer data)
{
  LiaisonCalendarView *self = data;
  LiaisonRecord *record;

  if (self->filter == NULL || !liaison_table_filter_is_active (self->filter))
    return TRUE;
  record = liaison_document_find (liaison_session_get_document (self->session), event->id);
  return record != NULL && liaison_table_filter_matches (self->filter, record);
}

static void
add_entry (Filling *filling, const LiaisonAgendaEntry *found)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, found->event);
  const Wrong *wrong = g_hash_table_lookup (filling->wrongs, &found->event->id);
  g_autofree char *label = liaison_manner_tell_block_name (&filling->manner, found->event);
  g_autofree char *place = liaison_id_is_zero (found->site)
                               ? NULL
                               : liaison_manner_tell_name (&filling->manner, found->site);
  LiaisonCalendarEntry entry = {
    .record = found->event->id,
    .start = found->start,
    .end = found->end,
    .by_rule = found->by_rule,
    .site = found->site,
    .label = label,
    .place = place,
    .hue = liaison_category_for_event (data->type),
    .recurs = found->recurs,
  };

  if (wrong != NULL)
    {
      entry.mark = wrong->mark;
      entry.reason = wrong->reason;
    }
  if (data->status == LIAISON_EVENT_STATUS_CANCELLED
      || data->status == LIAISON_EVENT_STATUS_POSTPONED)
    entry.flags |= LIAISON_ITEM_FADED;
  if (data->locked)
    entry.flags |= LIAISON_ITEM_LOCKED;
  liaison_calendar_drawing_add_entry (filling->view->drawing, &entry);
}

/* The night, and days nobody works: of the host, else of the exercise. */
static void
add_hours (Filling *filling)
{
  g_autoptr (LiaisonCalendars) calendars =
      liaison_calendars_new (filling->snapshot, filling->from, filling->until);
  LiaisonCalendar *calendar = liaison_calendars_get_hours (calendars, NULL);
  guint n;
  const LiaisonSpan *spans = liaison_calendar_get_off (calendar, &n);

  for (guint i = 0; i < n; i++)
    liaison_calendar_drawing_add_shade (filling->view->drawing, MAX (spans[i].start, filling->from),
                                        MIN (spans[i].end, filling->until), NULL);
}

static void
add_observances (Filling *filling)
{
  const char *zone = calendar_view_get_zone (filling->view);
  const LiaisonCalendarFrame *frame = liaison_calendar_drawing_get_frame (filling->view->drawing);
  g_autoptr (LiaisonObservances) all = liaison_observances_new (
      filling->snapshot, frame->first_day - 1, frame->first_day + (gint32) frame->n_days);
  guint n;
  const LiaisonObservedTime *times = liaison_observances_get (all, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *where = times[i].zone != NULL ? times[i].zone : zone;
      gint64 start = liaison_recurrence_from_wall (where, times[i].start);
      gint64 end = liaison_recurrence_from_wall (where, times[i].end);
      g_autofree char *name = NULL;

      if (times[i].works)
        continue;
      name = liaison_manner_tell_block_name (&filling->manner, times[i].block);
      liaison_calendar_drawing_add_shade (filling->view->drawing, start, end,
                                          end - start >= WHOLE_DAY ? name : NULL);
    }
}

/* The sites of what takes place on the day, the busiest first, and one column for the rest. */
static guint
find_sites (const GArray *entries, LiaisonId *sites)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const LiaisonAgendaEntry *entry = &g_array_index (entries, LiaisonAgendaEntry, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &entry->site));
      if (!liaison_id_is_zero (entry->site))
        g_hash_table_insert (counts, (gpointer) &entry->site, GUINT_TO_POINTER (count + 1));
    }
  while (n < MOST_SITES && g_hash_table_size (counts) > 0)
    {
      GHashTableIter iter;
      gpointer key, value;
      const LiaisonId *best = NULL;
      guint most = 0;

      g_hash_table_iter_init (&iter, counts);
      while (g_hash_table_iter_next (&iter, &key, &value))
        {
          const LiaisonId *id = key;
          guint count = GPOINTER_TO_UINT (value);
          if (count > most || (count == most && liaison_id_compare (*id, *best) < 0))
            {
              most = count;
              best = id;
            }
        }
      sites[n++] = *best;
      g_hash_table_remove (counts, best);
    }
  sites[n++] = (LiaisonId){ 0 };
  return n;
}

static gint32
go_back_to (gint32 day, guint weekday)
{
  return day - (gint32) ((((day + 3) % 7 + 7) % 7 + 8 - weekday) % 7);
}

static void
choose_days (LiaisonCalendarView *self, LiaisonCalendarFrame *frame, LiaisonWords *words)
{
  guint first_weekday = liaison_words_get_first_weekday (words);
  int year, month, date;
  gint32 first, next;

  frame->zone = calendar_view_get_zone (self);
  frame->first_day = frame->month_day = self->day;
  frame->n_days = 1;
  switch (self->mode)
    {
    case LIAISON_CALENDAR_WORK_WEEK:
      frame->first_day = go_back_to (self->day, 1);
      frame->n_days = 5;
      break;
    case LIAISON_CALENDAR_WEEK:
      frame->first_day = go_back_to (self->day, first_weekday);
      frame->n_days = 7;
      break;
    case LIAISON_CALENDAR_MONTH:
      frame->month = TRUE;
      liaison_date_from_days (self->day, &year, &month, &date);
      liaison_days_from_date (year, month, 1, &first);
      if (!liaison_days_from_date (month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1,
                                   &next))
        next = first + 31;
      frame->first_day = go_back_to (first, first_weekday);
      frame->n_days = ((guint) (next - frame->first_day) + 6) / 7 * 7;
      break;
    case LIAISON_CALENDAR_DAY:
    case LIAISON_CALENDAR_SITES:
    default:
      break;
    }
}

void
calendar_view_fill (LiaisonCalendarView *self)
{
  Filling filling = { .view = self, .manner = liaison_session_get_manner (self->session) };
  LiaisonCalendarFrame frame = { 0 };
  LiaisonId sites[MOST_SITES + 1];
  g_auto (GStrv) labels = g_new0 (char *, MOST_SITES + 2);
  g_autoptr (GArray) entries = NULL;

  filling.snapshot = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  filling.wrongs = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, wrong_free);
  choose_days (self, &frame, filling.manner.words);
  filling.from = liaison_day_scale_find_midnight (frame.zone, frame.first_day);
  filling.until =
      liaison_day_scale_find_midnight (frame.zone, frame.first_day + (gint32) frame.n_days);
  entries = liaison_agenda_collect (filling.snapshot, filling.from, filling.until, is_shown, self,
                                    MOST_ENTRIES);
  if (self->mode == LIAISON_CALENDAR_SITES)
    {
      frame.n_sites = find_sites (entries, sites);
      for (guint i = 0; i < frame.n_sites; i++)
        labels[i] = liaison_id_is_zero (sites[i])
                        ? g_strdup (_ ("Elsewhere"))
                        : liaison_manner_tell_name (&filling.manner, sites[i]);
      frame.sites = sites;
      frame.site_labels = (const char *const *) labels;
    }
  find_wrongs (&filling);
  liaison_calendar_drawing_begin (self->drawing, &frame);
  for (guint i = 0; i < entries->len; i++)
    add_entry (&filling, &g_array_index (entries, LiaisonAgendaEntry, i));
  add_hours (&filling);
  add_observances (&filling);
  liaison_calendar_drawing_set_now (self->drawing, filling.manner.now);
  liaison_calendar_drawing_end (self->drawing);
  g_hash_table_unref (filling.wrongs);
  liaison_snapshot_unref (filling.snapshot);
}
