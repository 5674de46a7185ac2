/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of days: columns of several parts upon each other, a line of what there is, and what is
 * missing marked by its number, by hatching and by colour. */
#pragma once

#include "draw/drawing.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_DAY_CHART (liaison_day_chart_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonDayChart, liaison_day_chart, LIAISON, DAY_CHART, LiaisonDrawing)

LiaisonDayChart *liaison_day_chart_new (void);

/* What is shown from @first (day since 1970-01-01) on, for @n_days. Empties it. */
void liaison_day_chart_begin (LiaisonDayChart *self, gint32 first, guint n_days);
/* Parts of a column, from the foot up; labels are copied. Returns the number of the part. */
guint liaison_day_chart_add_part (LiaisonDayChart *self, const char *label, LiaisonHue hue);
void
liaison_day_chart_set_value (LiaisonDayChart *self, guint part, guint day, double value);
/* What there is on that day: a step of the line; days without one have none. */
void liaison_day_chart_set_limit (LiaisonDayChart *self, guint day, double limit);
/* What the line is called ("What there is: 1150 beds"), and what is counted, over the axis; copied. */
void liaison_day_chart_set_labels (LiaisonDayChart *self, const char *limit, const char *unit);
/* The day it is; LIAISON_DATE_UNSET: not marked. */
void liaison_day_chart_set_today (LiaisonDayChart *self, gint32 today);
void liaison_day_chart_end (LiaisonDayChart *self);

/* How large it is to be, in units; 0: as on paper. */
void liaison_day_chart_set_room (LiaisonDayChart *self, double width, double height);

/* Where the highest column stands in the body, with some days around it, once measured. FALSE: there is none. */
gboolean liaison_day_chart_find_highest (LiaisonDayChart *self, LiaisonBox *box);

/* The sum of a day, and how many days have more than there is. */
double liaison_day_chart_get_sum (LiaisonDayChart *self, guint day);
guint liaison_day_chart_count_short (LiaisonDayChart *self);
/* Rows of cells as text, heads first: GPtrArray of GStrv. Free with g_ptr_array_unref (). */
GPtrArray *liaison_day_chart_make_table (LiaisonDayChart *self, const LiaisonManner *manner);

G_END_DECLS
