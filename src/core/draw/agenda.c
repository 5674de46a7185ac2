/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/agenda.h"

#include "record/times.h"
#include "schedule/recurrence.h"

typedef struct
{
  GArray *entries;
  const LiaisonBlock *event;
  gboolean recurs;
  gint64 own_start;
  guint limit;
} Gathering;

static gboolean
gather_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Gathering *gathering = data;
  LiaisonAgendaEntry entry = {
    .event = gathering->event,
    .start = occurrence->start,
    .end = MAX (occurrence->start, occurrence->end),
    .by_rule = occurrence->by_rule,
    .site = occurrence->site,
    .recurs = gathering->recurs,
    .first = occurrence->by_rule == gathering->own_start,
  };

  g_array_append_val (gathering->entries, entry);
  return gathering->entries->len < gathering->limit;
}

static void
gather_plain (Gathering *gathering, const LiaisonLookup *lookup, gint64 from, gint64 until)
{
  LiaisonAgendaEntry entry = { .event = gathering->event, .first = TRUE };

  if (liaison_times_get_start (lookup, gathering->event, &entry.start) != LIAISON_TIME_KNOWN)
    return;
  if (liaison_times_get_end (lookup, gathering->event, &entry.end) != LIAISON_TIME_KNOWN)
    entry.end = entry.start;
  if (entry.start >= until || (entry.end > entry.start ? entry.end <= from : entry.start < from))
    return;
  entry.by_rule = entry.start;
  entry.site = LIAISON_DATA (Event, gathering->event)->site;
  g_array_append_val (gathering->entries, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const LiaisonAgendaEntry *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return liaison_id_compare (first->event->id, second->event->id);
}

GArray *
liaison_agenda_collect (const LiaisonSnapshot *snapshot,
                        gint64 from,
                        gint64 until,
                        LiaisonAgendaTest test,
                        gpointer data,
                        guint limit)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);
  Gathering gathering = { .entries = g_array_new (FALSE, TRUE, sizeof (LiaisonAgendaEntry)),
                          .limit = limit };

  for (guint i = 0; i < n && gathering.entries->len < limit; i++)
    {
      gathering.event = events[i];
      gathering.recurs =
          LIAISON_DATA (Event, events[i])->rule != NULL && liaison_recurrence_recurs (events[i]);
      if (test != NULL && !test (events[i], data))
        continue;
      if (!gathering.recurs)
        gather_plain (&gathering, &lookup, from, until);
      else if (liaison_times_get_start (&lookup, events[i], &gathering.own_start)
               == LIAISON_TIME_KNOWN)
        liaison_recurrence_foreach (&lookup, events[i], from, until, gather_cb, &gathering);
    }
  g_array_sort (gathering.entries, compare_entries);
  return gathering.entries;
}
