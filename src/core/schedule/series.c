/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/series.h"

#include "record/kinds/event.h"
#include "record/times.h"
#include "schedule/moves.h"
#include "schedule/recurrence.h"

#include <stdio.h>
#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)

/* The plan as the proposal makes it. */
typedef struct
{
  const LiaisonLookup *before;
  GHashTable *changed; /* LiaisonId in its block -> LiaisonBlock *, owned */
} Overlay;

/* One event that moves. */
typedef struct
{
  const LiaisonLookup *before, *after;
  const char *zone_before, *zone_after;
  gint64 wall_before, wall_after; /* its start on its clock */
} Move;

static const LiaisonBlock *
find_after (gpointer data, LiaisonId id)
{
  const Overlay *self = data;
  const LiaisonBlock *block = liaison_lookup_find (self->before, id), *other;

  /* What is found by a code, such as STARTEX, may have changed too. */
  other = block != NULL ? g_hash_table_lookup (self->changed, &block->id) : NULL;
  return other != NULL ? other : block;
}

static gboolean
moves_series (const LiaisonEdit *edit, const LiaisonLookup *before)
{
  const LiaisonBlock *block;

  if (edit->kind != &liaison_event_kind || edit->slot.field != LIAISON_FIELD (Event, start))
    return FALSE;
  block = liaison_lookup_find (before, edit->slot.record);
  return block != NULL && LIAISON_DATA (Event, block)->rule != NULL;
}

static void
apply (Overlay *self, const GArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const LiaisonEdit *edit = &g_array_index (edits, LiaisonEdit, i);
      const LiaisonBlock *block = find_after (self, edit->slot.record);
      LiaisonBlock *with = NULL;

      if (block != NULL && edit->slot.field != LIAISON_SLOT_WHOLE)
        with = liaison_block_with_slot (block, &edit->slot, &edit->after);
      if (with != NULL)
        g_hash_table_replace (self->changed, &with->id, with);
    }
}

static gint64
move_time (const Move *move, gint64 seconds)
{
  return liaison_recurrence_from_wall (
      move->zone_after, liaison_recurrence_to_wall (move->zone_before, seconds) + move->wall_after
                            - move->wall_before);
}

/* Whether it had to be changed. */
static gboolean
follow_instant (const Move *move, LiaisonInstant *instant)
{
  gint64 was, is;
  LiaisonInstant moved;

  if (instant->form == LIAISON_INSTANT_UNSET
      || liaison_times_resolve (move->before, instant, &was, NULL) != LIAISON_TIME_KNOWN
      || (liaison_times_resolve (move->after, instant, &is, NULL) == LIAISON_TIME_KNOWN
          && is == move_time (move, was))
      || !liaison_instant_move (instant, move->after, move_time (move, was), &moved))
    return FALSE;
  *instant = moved;
  return TRUE;
}

static gboolean
is_edited (const GArray *edits, guint n, LiaisonId record, LiaisonId item)
{
  for (guint i = 0; i < n; i++)
    {
      const LiaisonSlot *slot = &g_array_index (edits, LiaisonEdit, i).slot;
      if (liaison_id_same (slot->record, record)
          && slot->field == LIAISON_FIELD (Event, exceptions)
          && (liaison_id_is_zero (slot->item) || liaison_id_same (slot->item, item)))
        return TRUE;
    }
  return FALSE;
}

static void
follow_exceptions (LiaisonProposal *proposal,
                   const Move *move,
                   const LiaisonBlock *event,
                   guint n_edits)
{
  const LiaisonItems *items = LIAISON_DATA (Event, event)->exceptions;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      g_autoptr (LiaisonBlock) copy = liaison_block_copy (item);
      LiaisonEventExceptionData *data = (LiaisonEventExceptionData *) copy;
      LiaisonSlot slot =
          liaison_slot_item (event->id, LIAISON_FIELD (Event, exceptions), item->id);
      gboolean named = follow_instant (move, &data->occurrence);

      if ((follow_instant (move, &data->start) || named)
          && !is_edited (liaison_proposal_get_edits (proposal), n_edits, event->id, item->id))
        liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_block (copy));
    }
}

static gint64
floor_days (gint64 seconds)
{
  return seconds / DAY - (seconds % DAY < 0);
}

/* The last moment of a rule as it is written there: a day, a time on the wall, or one in Z; moved
 * and written alike. NULL: it is none of these. */
static char *
move_until (const Move *move, const char *text, gsize length)
{
  int year, month, day, hour = 0, minute = 0, second = 0;
  g_autoptr (GDateTime) time = NULL, moved = NULL;
  gint64 seconds;

  if (length == 8 ? sscanf (text, "%4d%2d%2d", &year, &month, &day) != 3
                  : (length != 15 && length != 16)
                        || sscanf (text, "%4d%2d%2dT%2d%2d%2d", &year, &month, &day, &hour,
                                   &minute, &second)
                               != 6)
    return NULL;
  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (time == NULL)
    return NULL;
  seconds = g_date_time_to_unix (time);
  if (length == 8)
    seconds += (floor_days (move->wall_after) - floor_days (move->wall_before)) * DAY;
  else
    seconds = length == 16 ? move_time (move, seconds)
                           : seconds + move->wall_after - move->wall_before;
  moved = g_date_time_new_from_unix_utc (seconds);
  if (moved == NULL)
    return NULL;
  g_date_time_get_ymd (moved, &year, &month, &day);
  if (length == 8)
    return g_strdup_printf ("%04d%02d%02d", year, month, day);
  return g_strdup_printf ("%04d%02d%02dT%02d%02d%02d%s", year, month, day,
                          g_date_time_get_hour (moved), g_date_time_get_minute (moved),
                          g_date_time_get_second (moved), length == 16 ? "Z" : "");
}

/* The days of a weekly rule turned by as many as the series moves. NULL: they are not all plain days. */
static char *
turn_days (const Move *move, const char *text, gsize length)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const gint64 by = floor_days (move->wall_after) - floor_days (move->wall_before);
  g_autofree char *list = g_strndup (text, length);
  g_auto (GStrv) days = g_strsplit (list, ",", -1);

  for (guint i = 0; days[i] != NULL; i++)
    {
      guint day = 0;

      while (day < G_N_ELEMENTS (names) && g_ascii_strcasecmp (days[i], names[day]) != 0)
        day++;
      if (day == G_N_ELEMENTS (names))
        return NULL;
      g_free (days[i]);
      days[i] = g_strdup (names[((day + by) % 7 + 7) % 7]);
    }
  return g_strjoinv (",", days);
}

/* The value of the part @name ("UNTIL="), as @follow makes it anew; it stays where that is NULL. */
static void
follow_part (const Move *move,
             GString *rule,
             const char *name,
             char *(*follow) (const Move *move, const char *text, gsize length))
{
  const char *found = strcasestr (rule->str, name), *value;
  g_autofree char *moved = NULL;
  gsize length;

  if (found == NULL)
    return;
  value = found + strlen (name);
  length = strcspn (value, ";");
  moved = follow (move, value, length);
  if (moved == NULL)
    return;
  const gssize place = value - rule->str;
  g_string_erase (rule, place, (gssize) length);
  g_string_insert (rule, place, moved);
}

static void
follow_rule (LiaisonProposal *proposal, const Move *move, const LiaisonBlock *event)
{
  const char *rule = LIAISON_DATA (Event, event)->rule;
  g_autoptr (GString) moved = g_string_new (rule);
  GRefString *whole;

  follow_part (move, moved, "UNTIL=", move_until);
  if (strcasestr (rule, "FREQ=WEEKLY") != NULL)
    follow_part (move, moved, "BYDAY=", turn_days);
  if (strcmp (moved->str, rule) == 0)
    return;
  whole = g_ref_string_new (moved->str);
  liaison_proposal_set_field (proposal, event, LIAISON_FIELD (Event, rule), &whole);
  g_ref_string_release (whole);
}

static void
follow (LiaisonProposal *proposal,
        const LiaisonLookup *before,
        const LiaisonLookup *after,
        LiaisonId id,
        guint n_edits)
{
  const LiaisonBlock *was = liaison_lookup_find (before, id), *is = liaison_lookup_find (after, id);
  Move move = { .before = before, .after = after };
  gint64 start_before, start_after;

  if (liaison_times_get_start (before, was, &start_before) != LIAISON_TIME_KNOWN
      || liaison_times_get_start (after, is, &start_after) != LIAISON_TIME_KNOWN
      || start_before == start_after)
    return;
  move.zone_before = liaison_times_get_zone (before, was);
  move.zone_after = liaison_times_get_zone (after, is);
  move.wall_before = liaison_recurrence_to_wall (move.zone_before, start_before);
  move.wall_after = liaison_recurrence_to_wall (move.zone_after, start_after);
  follow_exceptions (proposal, &move, was, n_edits);
  follow_rule (proposal, &move, was);
}

void
liaison_series_follow (LiaisonProposal *proposal, const LiaisonLookup *before)
{
  guint n = liaison_proposal_get_size (proposal);
  g_autoptr (GHashTable) changed = NULL;
  Overlay overlay;
  LiaisonLookup after = { find_after, &overlay };

  for (guint i = 0; i < n; i++)
    {
      /* Taken anew each time: what follows is added to it. */
      const GArray *edits = liaison_proposal_get_edits (proposal);
      LiaisonId id = g_array_index (edits, LiaisonEdit, i).slot.record;

      if (!moves_series (&g_array_index (edits, LiaisonEdit, i), before))
        continue;
      if (changed == NULL)
        {
          changed = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL,
                                           (GDestroyNotify) liaison_block_unref);
          overlay = (Overlay){ before, changed };
          apply (&overlay, edits);
        }
      follow (proposal, before, &after, id, n);
    }
}
