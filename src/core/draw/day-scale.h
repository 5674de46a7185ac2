/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days beside each other with one scale of clock times, right where the clocks change.
 *
 * A position is in seconds from the top. It is the time on the wall; where the clocks of one of the
 * days go back, the hour they show twice stands twice on the scale, and the other days have a gap
 * there. Where they go forward, the hour they jump over is a gap of that day. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint32 day;        /* since 1970-01-01 */
  gint64 start, end; /* Unix s: local midnights */
  gint64 change;     /* Unix s: when the clocks change within the day; 0: they do not */
  gint32 gap;        /* s by which they go back (positive) or forward (negative) */
  gint32 offset;     /* s east at the start */
} LiaisonScaleDay;

typedef struct
{
  char *zone;                 /* NULL: UTC */
  GArray *days;               /* of LiaisonScaleDay */
  gint64 strip, strip_length; /* position and length of what stands twice; length 0: nothing does */
  gint64 length;              /* of the whole scale, s */
} LiaisonDayScale;

/* @zone NULL or not known: UTC. */
LiaisonDayScale *liaison_day_scale_new (const char *zone, gint32 first_day, guint n_days);
void liaison_day_scale_free (LiaisonDayScale *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDayScale, liaison_day_scale_free)

const LiaisonScaleDay *liaison_day_scale_get_day (const LiaisonDayScale *self, guint index);
/* Which day Unix @seconds fall on; FALSE outside of all. */
gboolean liaison_day_scale_find_day (const LiaisonDayScale *self, gint64 seconds, guint *index);
/* Where a time of that day stands; the day's own end is at the bottom. Clamped to the day. */
gint64 liaison_day_scale_get_position (const LiaisonDayScale *self, guint index, gint64 seconds);
/* Which time stands there; in a gap the next one after it. Clamped to the day. */
gint64 liaison_day_scale_get_time (const LiaisonDayScale *self, guint index, gint64 position);
/* The stretch of the scale that this day has no times in. FALSE when there is none. */
gboolean liaison_day_scale_get_gap (const LiaisonDayScale *self,
                                    guint index,
                                    gint64 *position,
                                    gint64 *length);
/* The time on the wall at a position, in s after midnight, and whether it is the second time. */
gint64 liaison_day_scale_get_wall (const LiaisonDayScale *self, gint64 position, gboolean *again);

/* Unix s of local midnight at the start of a day in @zone. */
gint64 liaison_day_scale_find_midnight (const char *zone, gint32 day);

G_END_DECLS
