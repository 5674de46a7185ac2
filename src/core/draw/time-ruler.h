/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rulers of time: rows above a drawing, one for each zone in which time is read, and the lines
 * below them. */
#pragma once

#include "draw/canvas.h"
#include "draw/ticks.h"
#include "draw/time-axis.h"

G_BEGIN_DECLS

#define LIAISON_TIME_RULER_MOST_ZONES 4

/* A plain value; zones are interned or static, NULL being Zulu. */
typedef struct
{
  const char *zones[LIAISON_TIME_RULER_MOST_ZONES];
  guint n_zones;
  guint first_weekday; /* of weeks; 0: of the language */
  /* Where something else stands in the upper row: names give way to it. */
  struct
  {
    double from, until;
  } taken[2];
  guint n_taken;
} LiaisonTimeRuler;

/* The height of all rows: one that names days (or months, or years), and one for each zone. */
double liaison_time_ruler_get_height (const LiaisonTimeRuler *self, LiaisonCanvas *canvas);
/* The rows from y 0 on, as far as they are seen in @visible. */
void liaison_time_ruler_draw (const LiaisonTimeRuler *self,
                              LiaisonCanvas *canvas,
                              const LiaisonTimeAxis *axis,
                              const LiaisonBox *visible);
/* The names of the zones, beside their rows, for a corner of @width. */
void
liaison_time_ruler_draw_names (const LiaisonTimeRuler *self, LiaisonCanvas *canvas, double width);
/* "Zulu", "Oslo", "B"-like short name of a zone with its offset at @seconds: "Oslo +2". Transfer
 * full. */
char *liaison_time_ruler_tell_zone (const LiaisonManner *manner, const char *zone, gint64 seconds);
/* Lines in the body at the marks of the first zone. */
void liaison_time_ruler_draw_lines (const LiaisonTimeRuler *self,
                                    LiaisonCanvas *canvas,
                                    const LiaisonTimeAxis *axis,
                                    const LiaisonBox *visible);
/* The finest marks there are at this zoom: what moves snaps to them. */
LiaisonTickLevel liaison_time_ruler_get_level (const LiaisonTimeAxis *axis);

G_END_DECLS
