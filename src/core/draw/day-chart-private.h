/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the day chart share. */
#pragma once

#include "draw/day-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  LiaisonHue hue;
  double *values; /* a day */
} Part;

struct _LiaisonDayChart
{
  LiaisonDrawing parent_instance;

  /* Owned */
  GArray *parts;
  double *limits; /* a day; NAN: none */
  char *limit_label, *unit;

  gint32 first, today;
  guint n_days;
  double room_width, room_height;

  /* Found out */
  double highest, step; /* of the axis */
  double day_width, height, foot, line, legend, legend_width;
};

#define PART(i) (&g_array_index (self->parts, Part, i))

/* day-chart-tell.c */
gboolean day_chart_is_short (LiaisonDayChart *self, guint day);
char *
day_chart_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit);

G_END_DECLS
