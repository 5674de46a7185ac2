/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the calendar share. */
#pragma once

#include "draw/calendar-drawing.h"

G_BEGIN_DECLS

#define DAY_SECONDS 86400
/* In LiaisonHit.index: the number of the segment four times, and which edge; or a day's “n more”.
 */
#define HIT_MORE 0x80000000u
#define EDGE     5. /* units of an entry that are its edge */
#define ROW_GAP  1.

/* A part of an entry as it is seen: in a column of hours, or over some columns of a band. */
typedef struct
{
  guint entry;
  guint column, last_column; /* columns; of a month within the week */
  guint week;                /* of a month */
  gboolean band;
  gboolean before, after;     /* it goes on there */
  gint64 top, bottom;         /* positions on the scale */
  guint place, width, places; /* beside each other; of a band and a month: the row */
} CalendarSegment;

typedef struct
{
  gint64 from, until;
  char *label;
} CalendarShade;

struct _LiaisonCalendarDrawing
{
  LiaisonDrawing parent_instance;

  /* Filled in */
  LiaisonCalendarFrame frame; /* its pointers are of what follows */
  char *zone;
  LiaisonId *sites;
  char **site_labels;
  LiaisonDayScale *scale;
  GArray *entries; /* of LiaisonCalendarEntry, texts owned */
  GArray *shades;  /* of CalendarShade */

  /* Kept */
  GHashTable *selected;
  gint64 now;
  double room_width, room_height, hour_height;
  LiaisonCalendarPlace cursor;
  gint64 cursor_length;
  gboolean has_cursor;
  guint draft_column;
  gint64 draft_start, draft_end;
  char *draft_label;

  /* Found out */
  GArray *segments; /* of CalendarSegment */
  guint n_columns, n_band_rows;
  char **observances; /* of each day, what is observed, or NULL */
  guint *more;        /* of each day of a month, how many have no room */
  double column_width, row_height, line_height, small_height, head_width, day_head_height,
      week_height;
  guint rows_shown; /* of a month: rows of entries in a day */
};

static inline CalendarSegment *
calendar_segment (const LiaisonCalendarDrawing *self, guint number)
{
  return &g_array_index (self->segments, CalendarSegment, number);
}

static inline LiaisonCalendarEntry *
calendar_entry (const LiaisonCalendarDrawing *self, guint number)
{
  return &g_array_index (self->entries, LiaisonCalendarEntry, number);
}

/* The day, among those shown, of a column. */
static inline guint
calendar_day_index (const LiaisonCalendarDrawing *self, guint column)
{
  return self->frame.n_sites > 0 ? 0 : column;
}

static inline double
calendar_to_y (const LiaisonCalendarDrawing *self, gint64 position)
{
  return (double) position / 3600. * self->hour_height;
}

/* calendar-layout.c: finds the segments. */
void calendar_lay_out_days (LiaisonCalendarDrawing *self);
void calendar_lay_out_month (LiaisonCalendarDrawing *self);
/* How many rows fit is known: what has no room is counted. */
void calendar_count_more (LiaisonCalendarDrawing *self);

/* calendar-draw.c: what both kinds draw alike. */
LiaisonBox calendar_get_segment_box (const LiaisonCalendarDrawing *self,
                                     const CalendarSegment *segment);
void calendar_draw_segment (LiaisonCalendarDrawing *self,
                            LiaisonCanvas *canvas,
                            const CalendarSegment *segment,
                            const LiaisonBox *box);
char *calendar_tell_times (const LiaisonCalendarDrawing *self,
                           LiaisonWords *words,
                           gint64 start,
                           gint64 end);

/* calendar-days.c, calendar-month.c */
void calendar_measure_days (LiaisonCalendarDrawing *self,
                            LiaisonCanvas *canvas,
                            LiaisonDrawingSize *size);
void calendar_draw_days (LiaisonCalendarDrawing *self,
                         LiaisonCanvas *canvas,
                         LiaisonDrawingPart part,
                         const LiaisonBox *visible);
void calendar_measure_month (LiaisonCalendarDrawing *self,
                             LiaisonCanvas *canvas,
                             LiaisonDrawingSize *size);
void calendar_draw_month (LiaisonCalendarDrawing *self,
                          LiaisonCanvas *canvas,
                          LiaisonDrawingPart part,
                          const LiaisonBox *visible);

G_END_DECLS
