/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendars: days with their hours beside each other (or the sites of one day), and months.
 *
 * A calendar is filled between _begin and _end. What lasts a day or more stands in a band above the
 * hours; the rest beside each other where it overlaps, and in each of its days where it crosses
 * midnight. */
#pragma once

#include "draw/day-scale.h"
#include "draw/drawing.h"
#include "draw/matrix.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_CALENDAR_DRAWING (liaison_calendar_drawing_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonCalendarDrawing, liaison_calendar_drawing, LIAISON, CALENDAR_DRAWING, LiaisonDrawing)

/* Which days, and how. All is copied. */
typedef struct
{
  gboolean month;         /* weeks below each other, without hours */
  const char *zone;       /* in which days are days; NULL: UTC */
  gint32 first_day;       /* since 1970-01-01 */
  guint n_days;           /* of a month: whole weeks */
  gint32 month_day;       /* a day of the month meant: those of others are dim */
  const LiaisonId *sites; /* columns of the only day; the zero id: everywhere else */
  const char *const *site_labels;
  guint n_sites; /* 0: one column a day */
} LiaisonCalendarFrame;

/* One occurrence of an event. Texts are copied. */
typedef struct
{
  LiaisonId record;
  gint64 start, end; /* Unix s */
  gint64 by_rule;    /* of a recurring one: what names it */
  LiaisonId site;
  const char *label, *place;
  const char *reason; /* what is wrong with it, as a sentence, or NULL */
  LiaisonHue hue;
  LiaisonMark mark;
  LiaisonItemFlags flags;
  gboolean recurs;
} LiaisonCalendarEntry;

LiaisonCalendarDrawing *liaison_calendar_drawing_new (void);

void liaison_calendar_drawing_begin (LiaisonCalendarDrawing *self,
                                     const LiaisonCalendarFrame *frame);
void liaison_calendar_drawing_add_entry (LiaisonCalendarDrawing *self,
                                         const LiaisonCalendarEntry *entry);
/* Time nobody works (@label NULL), or an observance that the head of the day names. */
void liaison_calendar_drawing_add_shade (LiaisonCalendarDrawing *self,
                                         gint64 from,
                                         gint64 until,
                                         const char *label);
void liaison_calendar_drawing_end (LiaisonCalendarDrawing *self);

void liaison_calendar_drawing_set_now (LiaisonCalendarDrawing *self, gint64 now);
/* The window it is shown in: days and weeks share it. */
void liaison_calendar_drawing_set_room (LiaisonCalendarDrawing *self, double width, double height);
/* How high an hour is, in units; kept between a line and a screen. */
void liaison_calendar_drawing_set_hour_height (LiaisonCalendarDrawing *self, double height);
double liaison_calendar_drawing_get_hour_height (LiaisonCalendarDrawing *self);
void liaison_calendar_drawing_set_selection (LiaisonCalendarDrawing *self,
                                             const LiaisonId *ids,
                                             guint n);

guint liaison_calendar_drawing_count_columns (LiaisonCalendarDrawing *self);
guint liaison_calendar_drawing_count_entries (LiaisonCalendarDrawing *self);
const LiaisonCalendarEntry *liaison_calendar_drawing_get_entry (LiaisonCalendarDrawing *self,
                                                                guint number);
const LiaisonDayScale *liaison_calendar_drawing_get_scale (LiaisonCalendarDrawing *self);
const LiaisonCalendarFrame *liaison_calendar_drawing_get_frame (LiaisonCalendarDrawing *self);

/* A place between the entries. */
typedef struct
{
  guint column;   /* of a month: the day, from the first */
  gint64 seconds; /* Unix s; of a month and in the band: the start of the day */
  gboolean in_band;
} LiaisonCalendarPlace;

/* Which place is at a point of the body or the head above. FALSE outside of all days. */
gboolean liaison_calendar_drawing_find_place (LiaisonCalendarDrawing *self,
                                              LiaisonDrawingPart part,
                                              double x,
                                              double y,
                                              LiaisonCalendarPlace *place);
/* The day of a column; and of a column of sites, which. */
gint32 liaison_calendar_drawing_get_day (LiaisonCalendarDrawing *self, guint column);
LiaisonId liaison_calendar_drawing_get_site (LiaisonCalendarDrawing *self, guint column);
/* Where a place of @length s stands in its part. */
gboolean liaison_calendar_drawing_get_place_box (LiaisonCalendarDrawing *self,
                                                 const LiaisonCalendarPlace *place,
                                                 gint64 length,
                                                 LiaisonBox *box);

/* Where keys go to; @shown FALSE: nowhere. */
void liaison_calendar_drawing_set_cursor (LiaisonCalendarDrawing *self,
                                          const LiaisonCalendarPlace *place,
                                          gint64 length,
                                          gboolean shown);
/* What would be if the person let go now: from @start to @end in a column. @label may be NULL; both
 * times 0: nothing. */
void liaison_calendar_drawing_set_draft (
    LiaisonCalendarDrawing *self, guint column, gint64 start, gint64 end, const char *label);

/* What a hit is: the entry, and whether its start (-1) or end (1) was met. FALSE: none of them.
 * @more (may be NULL) is the day of a “n more”. */
gboolean liaison_calendar_drawing_read_hit (
    LiaisonCalendarDrawing *self, const LiaisonHit *hit, guint *entry, int *edge, guint *more);

/* The number of the week of a day (ISO 8601). */
guint liaison_calendar_drawing_find_week (gint32 day);
/* How a narrow place says it: “W22”. Transfer full. */
char *liaison_calendar_drawing_tell_week (LiaisonWords *words, gint32 day);

G_END_DECLS
