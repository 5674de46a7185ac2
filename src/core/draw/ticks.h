/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks of a ruler of time: minutes to years as the clocks and calendars of a zone have them. A
 * day on which clocks change is as long as it is; an hour that clocks show twice has two marks, one
 * they skip has none. */
#pragma once

#include "record/instant.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_TICK_MINUTE,
  LIAISON_TICK_HOUR,
  LIAISON_TICK_DAY,
  LIAISON_TICK_WEEK,
  LIAISON_TICK_MONTH,
  LIAISON_TICK_YEAR,
} LiaisonTickUnit;

/* Every so many of a unit: 15 minutes, 6 hours, 3 months. Steps divide the next greater unit; a
 * week has 1. */
typedef struct
{
  LiaisonTickUnit unit;
  guint step;
} LiaisonTickLevel;

/* The length of a step, in s, on average. */
double liaison_tick_level_get_length (LiaisonTickLevel level);
/* The finest level whose steps are at least @units long where a unit is @pace s. */
LiaisonTickLevel liaison_tick_level_choose (double pace, double units);
/* The level to name above it: the day above hours, the month above days, the year above months. */
LiaisonTickLevel liaison_tick_level_above (LiaisonTickLevel level);

/* One step: from its mark to the next. */
typedef struct
{
  gint64 start, end; /* Unix s */
  LiaisonWall wall;  /* of the start, in the zone */
  gint32 offset;     /* of the zone then, s east of UTC */
} LiaisonTick;

typedef void (*LiaisonTickFunc) (const LiaisonTick *tick, gpointer data);

/* All steps that have some of [@from, @until), in order. @zone NULL or unknown: UTC. Weeks begin on
 * @first_weekday (1 Monday to 7 Sunday; 0: Monday). At most 100,000. */
void liaison_ticks_foreach (const char *zone,
                            LiaisonTickLevel level,
                            guint first_weekday,
                            gint64 from,
                            gint64 until,
                            LiaisonTickFunc func,
                            gpointer data);

/* The nearest mark to @seconds: what moves snaps to it. */
gint64
liaison_ticks_snap (const char *zone, LiaisonTickLevel level, guint first_weekday, gint64 seconds);

/* How a label may say a step: in the spelling of DTGs ("0600", "14", "MAY", "2027") in which months
 * are English. Of a day above hours "14 MAY". */
#define LIAISON_TICK_LABEL_SIZE 24
void liaison_tick_format (const LiaisonTick *tick,
                          LiaisonTickUnit unit,
                          char text[LIAISON_TICK_LABEL_SIZE]);
/* The number of the week of a date (ISO 8601), 1 to 53. */
guint liaison_tick_get_week (const LiaisonWall *wall);

G_END_DECLS
