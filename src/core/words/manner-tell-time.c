/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/dtg.h"
#include "record/zone.h"
#include "words/dates.h"
#include "words/manner-private.h"
#include "words/names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Translators: a time and the city in whose time zone it is meant, as “14 May 2027, 15:00 (Oslo)”.
 */
const char *const liaison_manner_time_in_zone = N_ ("{time} ({zone})");
/* Translators: a time tied to another one, and what it comes to, as “STARTEX+57h (141300ZMAY27)”.
 */
const char *const liaison_manner_anchor_at_time = N_ ("{anchor} ({time})");

static char *
tell_dtg (gint64 seconds, gint32 offset)
{
  char text[LIAISON_DTG_TEXT_SIZE];

  liaison_dtg_format (seconds, offset, seconds % 60 ? LIAISON_DTG_SECONDS : LIAISON_DTG_DEFAULT,
                      text);
  return g_strdup (text);
}

static char *
tell_local (const LiaisonManner *manner, gint64 seconds, const char *zone)
{
  if (!liaison_zone_is_known (zone ? zone : "UTC"))
    zone = NULL;

  g_autofree char *time =
      liaison_words_format_date_time (manner->words, seconds, zone, LIAISON_DATE_TIME_MEDIUM);
  g_autofree char *city = liaison_words_dup_zone (manner->words, zone);
  const LiaisonFill fills[] = { { "time", time }, { "zone", city } };

  return liaison_manner_fill (manner->words, liaison_manner_time_in_zone, fills,
                              G_N_ELEMENTS (fills));
}

/* @offset counts where @zone is NULL or not known here. */
static char *
tell_moment (const LiaisonManner *manner, gint64 seconds, const char *zone, gint32 offset)
{
  gboolean known = zone && liaison_zone_is_known (zone);

  if (manner->format == LIAISON_TIME_AS_LOCAL)
    return tell_local (manner, seconds, known ? zone : manner->zone);
  if (known)
    liaison_zone_get_offset (zone, seconds, &offset);
  return tell_dtg (seconds, offset);
}

char *
liaison_manner_tell_time (const LiaisonManner *manner, gint64 seconds, const char *zone)
{
  return tell_moment (manner, seconds, zone ? zone : manner->zone, 0);
}

/* The file's spelling with the code or the name of the record in the place of its id:
 * "start(EV-12)+30m". */
char *
liaison_manner_tell_anchor (const LiaisonManner *manner, const LiaisonInstant *instant)
{
  char text[LIAISON_INSTANT_TEXT_SIZE];
  const LiaisonBlock *block;
  const LiaisonField *code;
  g_autofree char *name = NULL;
  const char *open, *close;

  if (instant->form <= LIAISON_INSTANT_FIXED)
    return NULL;
  liaison_instant_format (instant, text);
  block = instant->edge >= LIAISON_ANCHOR_START
              ? liaison_lookup_find (&manner->lookup, liaison_anchor_get_id (instant->anchor))
              : NULL;
  if (!block)
    return g_strdup (text);

  code = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);
  if (code && liaison_block_field_is_set (block, code))
    name = liaison_manner_tell_at (manner, code, LIAISON_BLOCK_AT (block, code), 0);
  else
    name = liaison_manner_tell_block_name (manner, block);
  open = strchr (text, '(');
  close = strchr (text, ')');
  return g_strdup_printf ("%.*s(%s%s", (int) (open - text), text, name, close);
}

char *
liaison_manner_tell_instant (const LiaisonManner *manner, const LiaisonInstant *instant)
{
  g_autofree char *anchor = liaison_manner_tell_anchor (manner, instant);
  g_autofree char *time = NULL;
  gint64 seconds;

  if (instant->form == LIAISON_INSTANT_UNSET)
    return g_strdup ("");
  if (!anchor)
    return tell_moment (manner, instant->seconds, instant->zone, instant->offset);
  if (liaison_times_resolve (&manner->lookup, instant, &seconds, NULL) != LIAISON_TIME_KNOWN)
    return g_steal_pointer (&anchor);

  time = liaison_manner_tell_time (manner, seconds, instant->zone);
  const LiaisonFill fills[] = { { "anchor", anchor }, { "time", time } };
  return liaison_manner_fill (manner->words, liaison_manner_anchor_at_time, fills,
                              G_N_ELEMENTS (fills));
}

char *
liaison_manner_tell_start_zulu (const LiaisonManner *manner, const LiaisonBlock *block)
{
  gint64 seconds;

  if (liaison_times_get_start (&manner->lookup, block, &seconds) != LIAISON_TIME_KNOWN)
    return g_strdup ("");
  return tell_dtg (seconds, 0);
}

char *
liaison_manner_tell_start_local (const LiaisonManner *manner, const LiaisonBlock *block)
{
  const char *zone;
  gint64 seconds;

  if (liaison_times_get_start (&manner->lookup, block, &seconds) != LIAISON_TIME_KNOWN)
    return g_strdup ("");
  zone = liaison_times_get_zone (&manner->lookup, block);
  return tell_local (manner, seconds, zone ? zone : manner->zone);
}
