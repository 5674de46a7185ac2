/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/recurrence.h"

#include "record/kinds/event.h"
#include "record/times.h"
#include "record/zone.h"
#include "schedule/recurrence-rule.h"

/* Steps that lead to no occurrence asked for: two centuries of months. */
#define MAX_STEPS (LIAISON_RECURRENCE_MAX * 2)
#define DAY       86400
/* The end of the year 2200. */
#define LAST_WALL G_GINT64_CONSTANT (7289654399)

gboolean
liaison_recurrence_check (const char *rule, GError **error)
{
  LiaisonRecurrenceRule parsed;

  return liaison_recurrence_rule_parse (rule, &parsed, error);
}

gint64
liaison_recurrence_from_wall (const char *zone, gint64 wall)
{
  guint count;
  gint32 first, last;

  if (!liaison_zone_find_wall (zone, wall, &count, &first, &last))
    return wall;
  return wall - first;
}

gint64
liaison_recurrence_to_wall (const char *zone, gint64 seconds)
{
  gint32 offset = 0;

  liaison_zone_get_offset (zone, seconds, &offset);
  return seconds + offset;
}

static struct icaltimetype
to_ical (gint64 wall)
{
  struct icaltimetype time = icaltime_null_time ();
  LiaisonWall parts;

  liaison_wall_from_unix (wall, 0, &parts);
  time.year = parts.year;
  time.month = parts.month;
  time.day = parts.day;
  time.hour = parts.hour;
  time.minute = parts.minute;
  time.second = parts.second;
  return time;
}

static gboolean
from_ical (const struct icaltimetype *time, gint64 *wall)
{
  gint32 days;

  if (icaltime_is_null_time (*time)
      || !liaison_days_from_date (time->year, time->month, time->day, &days))
    return FALSE;
  *wall = (gint64) days * DAY + time->hour * 3600 + time->minute * 60 + time->second;
  return TRUE;
}

/* Where a rule that begins anew after each period may be taken up, not after @from. */
static gint64
skip_periods (const LiaisonRecurrenceRule *rule, gint64 first, gint64 from)
{
  if (rule->period == 0 || rule->count > 0 || from - first < 3 * rule->period)
    return first;
  return first + ((from - first) / rule->period - 2) * rule->period;
}

/* Where wall times are. */
typedef struct
{
  const char *zone;
  gint32 offset;   /* s, where there is no zone */
  gboolean zoned;  /* else the offset counts */
} Place;

static gint64
from_wall (const Place *place, gint64 wall)
{
  return place->zoned ? liaison_recurrence_from_wall (place->zone, wall) : wall - place->offset;
}

typedef struct
{
  LiaisonRecurrenceRule rule;
  const Place *place;     /* for an UNTIL in Unix time; NULL: the wall is in UTC */
  gint64 first;
  gboolean count_first;   /* the first counts, met or not */
  gint64 from, until;     /* on the wall */
  LiaisonWallFunc func;
  gpointer data;
} Walk;

static gboolean
is_over (const Walk *self, gint64 wall, guint counted)
{
  if (wall >= self->until || (self->rule.count > 0 && counted >= self->rule.count))
    return TRUE;
  switch (self->rule.end)
    {
    case LIAISON_RECURRENCE_ENDS_ON_WALL:
      return wall > self->rule.until;
    case LIAISON_RECURRENCE_ENDS_IN_TIME:
      return (self->place != NULL ? from_wall (self->place, wall) : wall) > self->rule.until;
    case LIAISON_RECURRENCE_ENDS_NEVER:
    default:
      return FALSE;
    }
}

/* Takes one that the rule gives. FALSE: no more. */
static gboolean
take (Walk *self, gint64 wall, guint *counted, guint *found, gboolean *goes_on)
{
  if (is_over (self, wall, (*counted)++))
    return FALSE;
  if (wall >= self->from)
    *goes_on = ++*found <= LIAISON_RECURRENCE_MAX && self->func (wall, self->data);
  return *goes_on;
}

static gboolean
is_weekday (gint64 wall, guint weekdays)
{
  gint64 day = wall / DAY - (wall % DAY < 0);

  return weekdays >> (((day + 4) % 7 + 7) % 7) & 1;
}

/* Those that come at even steps, without asking libical. */
static gboolean
walk_steps (Walk *self, guint counted, guint found)
{
  gint64 step = self->rule.step, wall = self->first;
  guint weekdays = step == DAY ? self->rule.weekdays : 0x7f, given = 0;
  gboolean goes_on = TRUE;

  if (self->rule.count == 0 && self->from > wall)
    wall += MAX ((self->from - wall) / step - 1, 0) * step;
  if (self->count_first && wall <= self->first)
    wall += step;
  for (; wall <= LAST_WALL && given < MAX_STEPS; wall += step)
    {
      if (!is_weekday (wall, weekdays))
        continue;
      given++;
      if (!take (self, wall, &counted, &found, &goes_on))
        return goes_on;
    }
  return given < MAX_STEPS;
}

/* FALSE when the function or the bound ended it. */
static gboolean
walk (Walk *self)
{
  guint counted = 0, found = 0;
  gboolean goes_on = TRUE;
  gint64 wall = self->first;

  if (self->count_first)
    {
      if (is_over (self, wall, counted++))
        return TRUE;
      if (wall >= self->from && ++found && !self->func (wall, self->data))
        return FALSE;
    }
  if (self->rule.step > 0)
    return walk_steps (self, counted, found);
  self->rule.ical.until = to_ical (CLAMP (self->until, -2208988800, LAST_WALL) + DAY);
  struct icaltimetype start = to_ical (skip_periods (&self->rule, self->first, self->from));
  icalrecur_iterator *iterator = icalrecur_iterator_new (self->rule.ical, start);
  for (guint step = 0; iterator != NULL && goes_on; step++)
    {
      struct icaltimetype next = icalrecur_iterator_next (iterator);
      if (!from_ical (&next, &wall))
        break;
      if (self->count_first && wall <= self->first)
        continue;
      if (!take (self, wall, &counted, &found, &goes_on))
        break;
      goes_on = step < MAX_STEPS;
    }
  if (iterator != NULL)
    icalrecur_iterator_free (iterator);
  return goes_on;
}

gboolean
liaison_recurrence_foreach_wall (const char *rule,
                                 gint64 first,
                                 gint64 from,
                                 gint64 until,
                                 LiaisonWallFunc func,
                                 gpointer data)
{
  Walk self = { .first = first, .from = from, .until = until, .func = func, .data = data };

  return !liaison_recurrence_rule_parse (rule, &self.rule, NULL) || walk (&self);
}

/* The occurrences of one block, gathered. */
typedef struct
{
  const LiaisonLookup *lookup;
  const Place *place;
  GArray *found;      /* of LiaisonOccurrence */
  GHashTable *moved;  /* gint64 * of `by_rule` that exceptions name */
  gint64 length;      /* s */
  gint64 wall_length; /* s on the wall, where the end is a time of its own; else negative */
  gint64 from, until; /* Unix s */
  LiaisonId site;
  gint64 first, start; /* the first one on the wall and in Unix s: which of two its clock shows */
} Gathering;

static gboolean
overlaps (const Gathering *self, gint64 start, gint64 end)
{
  return start < self->until && (end > self->from || (end == start && start >= self->from));
}

static gboolean
gather_cb (gint64 wall, gpointer data)
{
  Gathering *self = data;
  LiaisonOccurrence occurrence = { .site = self->site };

  occurrence.by_rule = wall == self->first ? self->start : from_wall (self->place, wall);
  occurrence.start = occurrence.by_rule;
  occurrence.end = occurrence.start + self->length;
  /* A night shift ends at 07:00 whatever the clocks do meanwhile. */
  if (self->wall_length >= 0 && wall != self->first)
    occurrence.end = MAX (occurrence.start, from_wall (self->place, wall + self->wall_length));
  if (!g_hash_table_contains (self->moved, &occurrence.by_rule)
      && overlaps (self, occurrence.start, occurrence.end))
    g_array_append_val (self->found, occurrence);
  return TRUE;
}

/* Those that exceptions move, where they take place now. */
static void
gather_exceptions (Gathering *self, const LiaisonItems *exceptions)
{
  guint n = liaison_items_get_size (exceptions);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *item = liaison_items_get (exceptions, i);
      const LiaisonEventExceptionData *data = LIAISON_DATA (EventException, item);
      LiaisonOccurrence occurrence = { .site = self->site, .exception = item };
      if (liaison_times_resolve (self->lookup, &data->occurrence, &occurrence.by_rule, NULL)
          != LIAISON_TIME_KNOWN)
        continue;
      if (!g_hash_table_add (self->moved, g_memdup2 (&occurrence.by_rule, sizeof (gint64))))
        continue;
      if (liaison_times_resolve (self->lookup, &data->start, &occurrence.start, NULL)
          != LIAISON_TIME_KNOWN)
        occurrence.start = occurrence.by_rule;
      occurrence.end = occurrence.start
                       + (data->duration != LIAISON_DURATION_UNSET ? data->duration : self->length);
      if (!liaison_id_is_zero (data->site))
        occurrence.site = data->site;
      if (!data->cancelled && overlaps (self, occurrence.start, occurrence.end))
        g_array_append_val (self->found, occurrence);
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const LiaisonOccurrence *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return one->by_rule < two->by_rule ? -1 : one->by_rule > two->by_rule;
}

static gconstpointer
find_value (const LiaisonBlock *block, const char *name)
{
  const LiaisonField *field = liaison_shape_find (block->shape, name, NULL);

  return field != NULL ? LIAISON_BLOCK_AT (block, field) : NULL;
}

static const char *
get_rule (const LiaisonBlock *block)
{
  const GRefString *const *rule = find_value (block, "rule");

  return rule != NULL ? *rule : NULL;
}

gboolean
liaison_recurrence_recurs (const LiaisonBlock *block)
{
  const char *rule = get_rule (block);

  return rule != NULL && liaison_recurrence_check (rule, NULL);
}

static Place
get_place (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_START);
  const LiaisonInstant *start = LIAISON_BLOCK_AT (block, field);
  Place place = { .zone = start->zone, .offset = start->offset, .zoned = TRUE };

  if (start->form == LIAISON_INSTANT_FIXED)
    place.zoned = start->zone != NULL && liaison_zone_is_known (start->zone);
  else if (place.zone == NULL)
    place.zone = liaison_times_get_zone (lookup, block);
  return place;
}

static gint64
to_wall (const Place *place, gint64 seconds)
{
  return place->zoned ? liaison_recurrence_to_wall (place->zone, seconds) : seconds + place->offset;
}

static gboolean
report (GArray *found, LiaisonOccurrenceFunc func, gpointer data)
{
  g_array_sort (found, compare_starts);
  for (guint i = 0; i < found->len; i++)
    {
      LiaisonOccurrence *occurrence = &g_array_index (found, LiaisonOccurrence, i);
      occurrence->index = i;
      if (!func (occurrence, data))
        return FALSE;
    }
  return TRUE;
}

gboolean
liaison_recurrence_foreach (const LiaisonLookup *lookup,
                            const LiaisonBlock *block,
                            gint64 from,
                            gint64 until,
                            LiaisonOccurrenceFunc func,
                            gpointer data)
{
  gint64 start, end;

  if (liaison_times_get_start (lookup, block, &start) != LIAISON_TIME_KNOWN)
    return TRUE;
  if (liaison_times_get_end (lookup, block, &end) != LIAISON_TIME_KNOWN || end < start)
    end = start;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LiaisonOccurrence));
  g_autoptr (GHashTable) moved
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const LiaisonId *site = find_value (block, "site");
  const LiaisonItems *const *exceptions = find_value (block, "exceptions");
  Place place = get_place (lookup, block);
  Gathering gathering = { lookup, &place, found, moved, end - start, -1, from, until,
                          site != NULL ? *site : (LiaisonId){ 0, 0 }, to_wall (&place, start), start };
  Walk self = { .place = &place, .count_first = TRUE, .func = gather_cb, .data = &gathering };
  const char *rule = get_rule (block);
  gboolean complete = TRUE;

  if (liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END) != NULL)
    gathering.wall_length = to_wall (&place, end) - gathering.first;
  if (rule != NULL && liaison_recurrence_rule_parse (rule, &self.rule, NULL))
    {
      if (exceptions != NULL)
        gather_exceptions (&gathering, *exceptions);
      self.first = gathering.first;
      self.from = to_wall (&place, from) - gathering.length - DAY;
      self.until = to_wall (&place, until) + DAY;
      complete = walk (&self);
    }
  else
    gather_cb (gathering.first, &gathering);
  return report (found, func, data) && complete;
}
