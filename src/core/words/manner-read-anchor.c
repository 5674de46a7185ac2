/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/manner-read-anchor.h"

#include "record/duration.h"
#include "record/zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_PER_DAY 86400

static const struct
{
  const char *text;
  LiaisonAnchorEdge edge;
} edges[] = {
  { "startex", LIAISON_ANCHOR_STARTEX },
  { "endex", LIAISON_ANCHOR_ENDEX },
  { "start(", LIAISON_ANCHOR_START },
  { "end(", LIAISON_ANCHOR_END },
};

static gboolean
find_edge (const char *plain, LiaisonAnchorEdge *edge, gsize *length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    if (g_ascii_strncasecmp (plain, edges[i].text, strlen (edges[i].text)) == 0)
      {
        *edge = edges[i].edge;
        *length = strlen (edges[i].text);
        return TRUE;
      }
  return FALSE;
}

gboolean
liaison_reading_is_anchor (const LiaisonReading *reading)
{
  LiaisonAnchorEdge edge;
  gsize length;

  return find_edge (reading->plain, &edge, &length);
}

/* 09:00, 0900 or 9:00, with a zone in brackets or Z behind it, or none. */
static gboolean
read_clock (const LiaisonReading *reading, char *text, LiaisonInstant *instant)
{
  char *bracket = strchr (text, '[');
  const char *zone = reading->zone;
  LiaisonTypedTime typed;

  if (bracket)
    {
      gsize length = strlen (bracket);

      if (bracket[length - 1] != ']')
        return FALSE;
      bracket[length - 1] = '\0';
      if (!liaison_reading_find_zone (reading, bracket + 1, &zone))
        return FALSE;
      *bracket = '\0';
    }
  else if (g_str_has_suffix (text, "Z") || g_str_has_suffix (text, "z"))
    {
      text[strlen (text) - 1] = '\0';
      zone = NULL;
    }
  if (!liaison_typed_time_read (reading->manner->words, text, &typed) || !typed.has_time
      || typed.day != 0 || typed.letter != 0)
    return FALSE;
  instant->zone = zone ? liaison_zone_intern (zone, strlen (zone)) : NULL;
  instant->seconds = typed.hour * 3600 + typed.minute * 60 + typed.second;
  return TRUE;
}

/* What stands behind the anchor: nothing, +57h, -2d@09:00, @09:00[Europe/Oslo]. */
static gboolean
read_distance (const LiaisonReading *reading, const char *distance, LiaisonInstant *instant)
{
  g_autofree char *text = g_strstrip (g_strdup (distance));
  char *clock = strchr (text, '@');
  gint64 seconds = 0;

  if (clock)
    *clock++ = '\0';
  g_strstrip (text);
  if (*text != '\0' && *text != '+' && *text != '-')
    return FALSE;
  if (*text != '\0' && !liaison_reading_parse_duration (reading->manner->words, text, &seconds))
    return FALSE;
  if (!clock)
    {
      instant->form = LIAISON_INSTANT_ELAPSED;
      instant->seconds = seconds;
      return TRUE;
    }
  instant->form = LIAISON_INSTANT_CLOCK;
  instant->days = (gint32) (seconds / SECONDS_PER_DAY);
  return seconds % SECONDS_PER_DAY == 0 && read_clock (reading, g_strstrip (clock), instant);
}

/* The same without what tell_field says about it in brackets. */
static gboolean
read_told_distance (const LiaisonReading *reading, const char *distance, LiaisonInstant *instant)
{
  gsize length = strlen (distance);
  const char *bracket = strchr (distance, '(');
  g_autofree char *before = NULL;

  if (!bracket)
    return read_distance (reading, distance, instant);
  if (distance[length - 1] != ')')
    return FALSE;
  before = g_strndup (distance, (gsize) (bracket - distance));
  return read_distance (reading, before, instant);
}

static gboolean
refuse_anchor (const LiaisonReading *reading, GError **error)
{
  return liaison_reading_refuse (reading, error, LIAISON_WORDS_ERROR_INPUT,
                                 /* Translators: what is written in Latin letters stays as it is,
                                    but for the brackets' content. */
                                 N_ ("“{text}” is no time tied to another one. Write it as "
                                     "STARTEX+57h, ENDEX-2d@09:00 or start(EV-12)+30m, with the "
                                     "serial or the name of a record."));
}

/* The kinds of record that begin at some time, so that another may hang on it. */
static guint64
get_targets (void)
{
  guint64 targets = 0;

  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    {
      const LiaisonShape *shape = &liaison_kind_get (i)->shape;

      if (liaison_shape_find_flagged (shape, LIAISON_FIELD_START))
        targets |= G_GUINT64_CONSTANT (1) << i;
    }
  return targets;
}

/* The record in the brackets: names may have brackets too, so each closing one is tried, the last
 * one first. */
static gboolean
read_record_anchor (const LiaisonReading *reading,
                    const char *inside,
                    LiaisonInstant *instant,
                    GError **error)
{
  const guint64 targets = get_targets ();
  g_autofree char *first = NULL;

  for (gsize i = strlen (inside); i-- > 0;)
    {
      LiaisonInstant candidate = *instant;
      LiaisonId anchor;
      LiaisonMatch match;

      if (inside[i] != ')' || !read_told_distance (reading, inside + i + 1, &candidate))
        continue;
      g_free (first);
      first = g_strstrip (g_strndup (inside, i));
      match = *first
                  ? liaison_reading_find_record (reading, targets, first, FALSE, &anchor)
                  : LIAISON_MATCH_NONE;
      if (match == LIAISON_MATCH_ONE)
        {
          candidate.anchor = liaison_anchor_for (anchor);
          *instant = candidate;
          return TRUE;
        }
      if (match == LIAISON_MATCH_SEVERAL)
        return liaison_reading_refuse_record (reading, targets, first, match, error);
    }
  if (first && *first)
    return liaison_reading_refuse_record (reading, targets, first, LIAISON_MATCH_NONE, error);
  return refuse_anchor (reading, error);
}

gboolean
liaison_reading_read_anchor (const LiaisonReading *reading, LiaisonInstant *instant, GError **error)
{
  LiaisonInstant found = { 0 };
  LiaisonAnchorEdge edge;
  gsize length;

  if (!find_edge (reading->plain, &edge, &length))
    return refuse_anchor (reading, error);
  found.edge = (guint8) edge;
  if (edge == LIAISON_ANCHOR_START || edge == LIAISON_ANCHOR_END)
    {
      if (!read_record_anchor (reading, reading->plain + length, &found, error))
        return FALSE;
    }
  else if (!read_told_distance (reading, reading->plain + length, &found))
    return refuse_anchor (reading, error);
  *instant = found;
  return TRUE;
}
