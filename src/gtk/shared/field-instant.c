/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-instant.h"

#include "record/dtg.h"
#include "record/zone.h"
#include "shared/field-calendar.h"
#include "words/dates.h"
#include "words/names.h"
#include "screen.h"

#include <glib/gi18n.h>

/* The hour that a day chosen from the calendar begins with where nothing was set before. */
#define DEFAULT_HOUR 8

struct _LiaisonFieldInstantRow
{
  LiaisonFieldTyped parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldInstantRow, liaison_field_instant_row, LIAISON_TYPE_FIELD_TYPED)

static const LiaisonInstant *
get_instant (LiaisonFormRow *row)
{
  const LiaisonBlock *block = liaison_field_target_get_block (liaison_form_row_get_target (row), 0);
  return block != NULL ? LIAISON_BLOCK_AT (block, liaison_form_row_get_field (row)) : NULL;
}

/* The zone it is read in at its place: its own, else that of its record. */
static const char *
find_zone (LiaisonFormRow *row, const LiaisonInstant *instant)
{
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);
  LiaisonSession *session = liaison_form_row_get_session (row);
  LiaisonManner manner = liaison_session_get_manner (session);
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (session),
                                                 liaison_field_target_get_id (target, 0));

  if (instant->zone != NULL)
    return instant->zone;
  return record != NULL ? liaison_times_get_zone (&manner.lookup, liaison_record_get_block (record))
                        : NULL;
}

static const char *
tell_wall_state (LiaisonWallState state)
{
  switch (state)
    {
    case LIAISON_WALL_SKIPPED:
      return _ ("Clocks jump over this time on that day.");
    case LIAISON_WALL_DOUBLED:
      return _ ("Clocks show this time twice on that day.");
    case LIAISON_WALL_CHANGED:
      return _ ("The rules of this time zone have changed since it was written.");
    case LIAISON_WALL_NO_ZONE:
      return _ ("This computer does not know the time zone.");
    case LIAISON_WALL_PLAIN:
    default:
      return NULL;
    }
}

/* In Zulu and at the place: “141300ZMAY27 · 14 May 2027, 15:00 Oslo”. */
static char *
liaison_field_instant_row_tell_hint (LiaisonFieldTyped *typed, const LiaisonBlock *block)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (typed);
  const LiaisonInstant *instant = get_instant (row);
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));
  LiaisonWallState wall = LIAISON_WALL_PLAIN;
  gint64 seconds = 0;

  if (instant->form == LIAISON_INSTANT_UNSET)
    return NULL;
  switch (liaison_times_resolve (&manner.lookup, instant, &seconds, &wall))
    {
    case LIAISON_TIME_CIRCLE:
      return g_strdup (_ ("This time hangs on itself by way of others."));
    case LIAISON_TIME_NONE:
      return g_strdup (_ ("What this time hangs on has no time yet."));
    case LIAISON_TIME_KNOWN:
    default:
      break;
    }

  const char *zone = find_zone (row, instant);
  const char *warning = tell_wall_state (wall);
  char zulu[LIAISON_DTG_TEXT_SIZE];
  liaison_dtg_format (seconds, 0, LIAISON_DTG_DEFAULT, zulu);
  g_autofree char *local =
      liaison_words_format_date_time (manner.words, seconds, zone, LIAISON_DATE_TIME_MEDIUM);
  g_autofree char *place = liaison_words_dup_zone (manner.words, zone);
  return g_strdup_printf ("\u2068%s\u2069%s\u2068%s %s\u2069%s%s", zulu,
                          liaison_screen_separator (), local, place, warning != NULL ? "\n" : "",
                          warning != NULL ? warning : "");
}

/* The wall time in @zone; FALSE when it is not known. */
static gboolean
get_wall (LiaisonFormRow *row, LiaisonManner *manner, const char *zone, LiaisonWall *wall)
{
  const LiaisonInstant *instant = get_instant (row);
  gint64 seconds;
  gint32 offset = 0;

  if (instant == NULL
      || liaison_times_resolve (&manner->lookup, instant, &seconds, NULL) != LIAISON_TIME_KNOWN)
    return FALSE;
  liaison_zone_get_offset (zone, seconds, &offset);
  liaison_wall_from_unix (seconds, offset, wall);
  return TRUE;
}

static void
opening_cb (LiaisonFormRow *row, LiaisonFieldCalendar *calendar)
{
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));
  const LiaisonInstant *instant = get_instant (row);
  LiaisonWall wall;
  gint32 days = (gint32) (manner.now / 86400);

  if (instant != NULL && get_wall (row, &manner, find_zone (row, instant), &wall))
    liaison_days_from_date (wall.year, wall.month, wall.day, &days);
  liaison_field_calendar_set_day (calendar, days);
}

/* The day changes, the time of day stays. */
static void
chosen_cb (LiaisonFormRow *row, int days)
{
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));
  const LiaisonInstant *present = get_instant (row);
  LiaisonInstant instant = { 0 };
  LiaisonWall wall = { .hour = DEFAULT_HOUR };

  if (present == NULL)
    return;
  const char *zone = find_zone (row, present);
  get_wall (row, &manner, zone, &wall);
  liaison_date_from_days (days, &wall.year, &wall.month, &wall.day);
  if (!liaison_instant_from_wall (wall.year, wall.month, wall.day, wall.hour, wall.minute,
                                  wall.second, zone, &instant, NULL))
    return;
  g_auto (LiaisonValue) value = liaison_value_field (liaison_form_row_get_field (row), &instant);
  liaison_field_target_set_value (liaison_form_row_get_target (row),
                                  liaison_form_row_get_index (row), &value);
  liaison_form_row_refresh (row);
}

static void
liaison_field_instant_row_build (LiaisonFormRow *row)
{
  LIAISON_FORM_ROW_CLASS (liaison_field_instant_row_parent_class)->build (row);

  LiaisonFieldCalendar *calendar = liaison_field_calendar_new (liaison_form_row_get_label (row));
  liaison_form_row_add_suffix (row, GTK_WIDGET (calendar));
  g_signal_connect_swapped (calendar, "opening", G_CALLBACK (opening_cb), row);
  g_signal_connect_swapped (calendar, "chosen", G_CALLBACK (chosen_cb), row);
}

static void
liaison_field_instant_row_class_init (LiaisonFieldInstantRowClass *klass)
{
  LIAISON_FORM_ROW_CLASS (klass)->build = liaison_field_instant_row_build;
  LIAISON_FIELD_TYPED_CLASS (klass)->tell_hint = liaison_field_instant_row_tell_hint;
}

static void
liaison_field_instant_row_init (LiaisonFieldInstantRow *self)
{
}
