/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendars of a plan: made from working hours, observances, opening hours and presence. */
#include "config.h"

#include "schedule/calendar.h"

#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "record/kinds/participant.h"
#include "record/kinds/site.h"
#include "record/times.h"
#include "schedule/recurrence.h"

#define DAY      86400
#define MAX_DAYS (20 * 366)
/* Sites around a site, and units above a participant, are not looked for further than this. */
#define MAX_DEPTH 32
/* What takes longer than this does not fit into a working day. */
#define MAX_NEEDED (12 * 3600)

struct _LiaisonCalendars
{
  /* Borrowed */
  const LiaisonSnapshot *snapshot;

  /* Owned */
  LiaisonObservances *observances;
  GHashTable *made;   /* key as text -> LiaisonCalendar * */
  GHashTable *unions; /* GBytes of the members' pointers -> LiaisonCalendar * */

  LiaisonLookup lookup;
  const LiaisonExerciseData *exercise;
  gint64 from, until;
};

LiaisonCalendars *
liaison_calendars_new (const LiaisonSnapshot *snapshot, gint64 from, gint64 until)
{
  LiaisonCalendars *self = g_new0 (LiaisonCalendars, 1);

  self->snapshot = snapshot;
  self->lookup = liaison_snapshot_get_lookup (snapshot);
  self->exercise = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot));
  self->from = from;
  self->until = MIN (until, from + (gint64) MAX_DAYS * DAY);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) liaison_calendar_unref);
  self->unions
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                               (GDestroyNotify) liaison_calendar_unref);
  return self;
}

void
liaison_calendars_free (LiaisonCalendars *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->observances, liaison_observances_free);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->unions, g_hash_table_unref);
  g_free (self);
}

const LiaisonObservances *
liaison_calendars_get_observances (LiaisonCalendars *self)
{
  if (self->observances == NULL)
    self->observances
        = liaison_observances_new (self->snapshot, (gint32) (self->from / DAY) - 2,
                                   (gint32) (self->until / DAY) + 2);
  return self->observances;
}

/* Takes both. */
static LiaisonCalendar *
keep (LiaisonCalendars *self, char *key, LiaisonCalendar *calendar)
{
  g_hash_table_insert (self->made, key, calendar);
  return calendar;
}

static LiaisonCalendar *
keep_spans (LiaisonCalendars *self, char *key, GArray *spans)
{
  return keep (self, key,
               liaison_calendar_new ((const LiaisonSpan *) (gconstpointer) spans->data, spans->len,
                                     self->from, self->until));
}

static void
add_span (GArray *spans, gint64 start, gint64 end)
{
  LiaisonSpan span = { start, end };

  if (start < end)
    g_array_append_val (spans, span);
}

/* The union of calendars, kept: many events need the same ones. */
static LiaisonCalendar *
unite (LiaisonCalendars *self, GPtrArray *members)
{
  if (members->len == 1)
    return members->pdata[0];
  g_autoptr (GBytes) key = g_bytes_new (members->pdata, members->len * sizeof (gpointer));
  LiaisonCalendar *calendar = g_hash_table_lookup (self->unions, key);
  if (calendar == NULL)
    {
      calendar = liaison_calendar_new_union ((LiaisonCalendar *const *) members->pdata,
                                             members->len);
      g_hash_table_insert (self->unions, g_steal_pointer (&key), calendar);
    }
  return calendar;
}

/* The time off of each day, from its hours on the wall of @zone. */
static void
add_nights (LiaisonCalendars *self, GArray *spans, gint64 opens, gint64 closes, const char *zone)
{
  gint64 first = (self->from / DAY - 1) * DAY, last = (self->until / DAY + 2) * DAY;

  if (opens == LIAISON_DURATION_UNSET || closes == LIAISON_DURATION_UNSET || opens == closes)
    return;
  if (closes < opens)
    closes += DAY;
  if (closes - opens >= DAY)
    return;
  for (gint64 day = first; day < last; day += DAY)
    add_span (spans, liaison_recurrence_from_wall (zone, day + closes),
              liaison_recurrence_from_wall (zone, day + DAY + opens));
}

LiaisonCalendar *
liaison_calendars_get_hours (LiaisonCalendars *self, const char *zone)
{
  zone = zone != NULL ? zone : self->exercise->zone;
  g_autofree char *key = g_strdup_printf ("h:%s", zone != NULL ? zone : "");
  LiaisonCalendar *calendar = g_hash_table_lookup (self->made, key);
  if (calendar != NULL)
    return calendar;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  add_nights (self, spans, self->exercise->day_start, self->exercise->day_end, zone);
  return keep_spans (self, g_steal_pointer (&key), spans);
}

static const LiaisonNationData *
find_nation (LiaisonCalendars *self, const char *code)
{
  const LiaisonBlock *block = liaison_lookup_find_nation (&self->lookup, code);

  return block != NULL ? LIAISON_DATA (Nation, block) : NULL;
}

/* The zone a nation is at home in. */
static const char *
get_home (LiaisonCalendars *self, const char *code)
{
  const LiaisonNationData *nation = find_nation (self, code);

  return nation != NULL && nation->zone != NULL ? nation->zone : self->exercise->zone;
}

LiaisonCalendar *
liaison_calendars_get_home_hours (LiaisonCalendars *self, const char *code)
{
  const LiaisonNationData *nation = find_nation (self, code);

  if (nation == NULL || nation->day_start == LIAISON_DURATION_UNSET
      || nation->day_end == LIAISON_DURATION_UNSET)
    return liaison_calendars_get_hours (self, get_home (self, code));
  g_autofree char *key = g_strdup_printf ("n:%s", code);
  LiaisonCalendar *calendar = g_hash_table_lookup (self->made, key);
  if (calendar != NULL)
    return calendar;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  add_nights (self, spans, nation->day_start, nation->day_end, get_home (self, code));
  return keep_spans (self, g_steal_pointer (&key), spans);
}

/* Where the times off go, and for hours in which people do work, the zone of the day around them. */
typedef struct
{
  GArray *spans;
  const char *zone;
} Observing;

static void
observe_cb (const LiaisonObservedTime *time, gint64 start, gint64 end, gpointer data)
{
  Observing *self = data;
  const LiaisonObservanceData *observance = LIAISON_DATA (Observance, time->block);
  const char *zone = time->zone != NULL ? time->zone : self->zone;

  if (time->works)
    {
      gint64 midnight = liaison_recurrence_from_wall (zone, (gint64) time->first * DAY);
      gint64 next = liaison_recurrence_from_wall (zone, ((gint64) time->first + 1) * DAY);
      add_span (self->spans, midnight, start);
      add_span (self->spans, end, next);
    }
  else if (observance->effect == LIAISON_OBSERVANCE_EFFECT_NO_WORK
           || observance->effect == LIAISON_OBSERVANCE_EFFECT_NO_EVENTS)
    add_span (self->spans, start, end);
}

LiaisonCalendar *
liaison_calendars_get_nation (LiaisonCalendars *self, const char *nation, const char *zone)
{
  g_autofree char *key = g_strdup_printf ("N:%s:%s", nation, zone != NULL ? zone : "");
  LiaisonCalendar *calendar = g_hash_table_lookup (self->made, key);

  if (calendar != NULL)
    return calendar;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  Observing observing = { spans, zone != NULL ? zone : get_home (self, nation) };
  LiaisonCalendar *hours = zone != NULL ? liaison_calendars_get_hours (self, zone)
                                        : liaison_calendars_get_home_hours (self, nation);
  guint n;
  const LiaisonSpan *nights = liaison_calendar_get_off (hours, &n);

  g_array_append_vals (spans, nights, n);
  liaison_observances_foreach (liaison_calendars_get_observances (self), nation, observing.zone,
                               self->from, self->until, observe_cb, &observing);
  return keep_spans (self, g_steal_pointer (&key), spans);
}

/* The time before a block's start and after its end: when it is not there. */
static void
add_absence (LiaisonCalendars *self, GArray *spans, const LiaisonBlock *block)
{
  gint64 time;

  if (liaison_times_get_start (&self->lookup, block, &time) == LIAISON_TIME_KNOWN)
    add_span (spans, self->from, MIN (time, self->until));
  const LiaisonField *end = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END);
  if (liaison_times_resolve (&self->lookup, LIAISON_BLOCK_AT (block, end), &time, NULL)
      == LIAISON_TIME_KNOWN)
    add_span (spans, MAX (time, self->from), self->until);
}

LiaisonCalendar *
liaison_calendars_get_participant (LiaisonCalendars *self, LiaisonId id, const char *zone)
{
  const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, id);

  if (block == NULL || block->shape != &liaison_participant_kind.shape)
    return liaison_calendars_get_hours (self, zone);
  const LiaisonParticipantData *data = LIAISON_DATA (Participant, block);
  char text[LIAISON_ID_TEXT_SIZE];
  liaison_id_format (id, text);
  g_autofree char *key = g_strdup_printf ("P:%s:%s", text, zone != NULL ? zone : "");
  LiaisonCalendar *calendar = g_hash_table_lookup (self->made, key);
  if (calendar != NULL)
    return calendar;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  guint n;
  if (data->nation != NULL)
    {
      const LiaisonSpan *off = liaison_calendar_get_off (
          liaison_calendars_get_nation (self, data->nation, zone), &n);
      g_array_append_vals (spans, off, n);
    }
  Observing observing = { spans, zone != NULL ? zone : data->zone };
  liaison_observances_foreach_of (liaison_calendars_get_observances (self), id, observing.zone,
                                  self->from, self->until, observe_cb, &observing);
  add_absence (self, spans, block);
  return keep_spans (self, g_steal_pointer (&key), spans);
}

static const LiaisonBlock *
find_site (LiaisonCalendars *self, LiaisonId id)
{
  const LiaisonBlock *block
      = liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (self->snapshot, id);

  return block != NULL && block->shape == &liaison_site_kind.shape ? block : NULL;
}

/* The zone of a site, or of what it lies in, or the exercise's. */
static const char *
get_site_zone (LiaisonCalendars *self, const LiaisonBlock *site)
{
  for (guint depth = 0; site != NULL && depth < MAX_DEPTH; depth++)
    {
      if (LIAISON_DATA (Site, site)->zone != NULL)
        return LIAISON_DATA (Site, site)->zone;
      site = find_site (self, LIAISON_DATA (Site, site)->parent);
    }
  return self->exercise->zone;
}

/* Opening hours while they are gathered. */
typedef struct
{
  GArray *open; /* of LiaisonSpan */
  const LiaisonOpeningHoursData *hours;
  const char *zone;
} Opening;

static gboolean
open_cb (gint64 wall, gpointer data)
{
  Opening *self = data;
  gint64 opens = self->hours->opens != LIAISON_DURATION_UNSET ? self->hours->opens : 0;
  gint64 closes = self->hours->closes != LIAISON_DURATION_UNSET ? self->hours->closes : DAY;

  wall = wall / DAY * DAY;
  if (closes <= opens)
    closes += DAY;
  add_span (self->open, liaison_recurrence_from_wall (self->zone, wall + opens),
            liaison_recurrence_from_wall (self->zone, wall + closes));
  return TRUE;
}

/* The gaps between the opening hours. */
static void
add_closed (LiaisonCalendars *self, GArray *spans, const LiaisonBlock *site)
{
  const LiaisonItems *items = LIAISON_DATA (Site, site)->hours;
  guint n = liaison_items_get_size (items), n_open;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  Opening opening = { open, NULL, get_site_zone (self, site) };
  gint64 from = (self->from / DAY - 3) * DAY, until = (self->until / DAY + 3) * DAY;

  for (guint i = 0; i < n; i++)
    {
      opening.hours = LIAISON_DATA (OpeningHours, liaison_items_get (items, i));
      const char *rule = opening.hours->rule != NULL ? opening.hours->rule : "FREQ=DAILY";
      liaison_recurrence_foreach_wall (rule, (gint64) 11323 * DAY, from, until, open_cb, &opening);
    }
  if (n == 0)
    return;
  g_autoptr (LiaisonCalendar) merged = liaison_calendar_new (
      (const LiaisonSpan *) (gconstpointer) open->data, open->len, self->from, self->until);
  const LiaisonSpan *times = liaison_calendar_get_off (merged, &n_open);
  gint64 closed = self->from;
  for (guint i = 0; i < n_open; closed = times[i++].end)
    add_span (spans, closed, times[i].start);
  add_span (spans, closed, self->until);
}

LiaisonCalendar *
liaison_calendars_get_site (LiaisonCalendars *self, LiaisonId id)
{
  const LiaisonBlock *site = find_site (self, id);
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (site != NULL ? id : (LiaisonId){ 0, 0 }, text);
  g_autofree char *key = g_strconcat ("S:", text, NULL);
  LiaisonCalendar *calendar = g_hash_table_lookup (self->made, key);
  if (calendar != NULL)
    return calendar;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  for (guint depth = 0; site != NULL && depth < MAX_DEPTH; depth++)
    {
      add_closed (self, spans, site);
      add_absence (self, spans, site);
      site = find_site (self, LIAISON_DATA (Site, site)->parent);
    }
  return keep_spans (self, g_steal_pointer (&key), spans);
}

void
liaison_calendars_forget_site (LiaisonCalendars *self, LiaisonId id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  g_autofree char *key = g_strconcat ("S:", text, NULL);
  if (g_hash_table_remove (self->made, key))
    g_hash_table_remove_all (self->unions);
}

const char *
liaison_calendars_get_place (LiaisonCalendars *self, const LiaisonBlock *event)
{
  const LiaisonBlock *site = find_site (self, LIAISON_DATA (Event, event)->site);

  if (site == NULL || LIAISON_DATA (Site, site)->type == LIAISON_SITE_TYPE_VIRTUAL
      || LIAISON_DATA (Site, site)->type == LIAISON_SITE_TYPE_NETWORK)
    return NULL;
  return get_site_zone (self, site);
}

gint64
liaison_calendars_get_needed (const LiaisonBlock *event)
{
  gint64 duration = LIAISON_DATA (Event, event)->duration;

  return duration != LIAISON_DURATION_UNSET && duration <= MAX_NEEDED ? MAX (duration, 0) : 0;
}

/* The calendars that an event is subject to. */
static GPtrArray *
get_members (LiaisonCalendars *self, const LiaisonBlock *event)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event);
  GPtrArray *members = g_ptr_array_new ();
  guint n_codes, n_ids;
  const char *const *codes = liaison_codes_get (data->nations, &n_codes);
  const LiaisonId *ids = liaison_ids_get (data->participants, &n_ids);
  const char *place = liaison_calendars_get_place (self, event);

  g_ptr_array_add (members, liaison_calendars_get_site (self, data->site));
  if (data->any_hour)
    return members;
  if (place != NULL || n_codes + n_ids == 0)
    g_ptr_array_add (members, liaison_calendars_get_hours (self, place));
  for (guint i = 0; i < n_codes; i++)
    g_ptr_array_add (members, liaison_calendars_get_nation (self, codes[i], place));
  for (guint i = 0; i < n_ids; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, ids[i]);
      if (block != NULL && block->shape == &liaison_participant_kind.shape)
        g_ptr_array_add (members, liaison_calendars_get_participant (self, ids[i], place));
    }
  return members;
}

LiaisonCalendar *
liaison_calendars_get_event (LiaisonCalendars *self, const LiaisonBlock *event)
{
  g_autoptr (GPtrArray) members = get_members (self, event);

  return unite (self, members);
}

gboolean
liaison_calendars_find_free (LiaisonCalendars *self,
                             const LiaisonBlock *event,
                             gint64 start,
                             gint64 *free_start)
{
  g_autoptr (GPtrArray) members = get_members (self, event);
  gint64 needed = liaison_calendars_get_needed (event);
  guint agreed = 0; /* how many in a row have let it stand */

  for (guint i = 0; agreed < members->len; i = (i + 1) % members->len)
    {
      gint64 found;
      if (!liaison_calendar_find_free (members->pdata[i], start, needed, &found))
        return FALSE;
      agreed = found == start ? agreed + 1 : 1;
      start = found;
    }
  *free_start = start;
  return TRUE;
}
