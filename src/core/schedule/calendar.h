/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Working calendars: when people and places are to be had, as sorted spans of the time they are not.
 *
 * The one source for rules, levelling and the shading of views. A nation at home works its own
 * hours in its own zone; people at a place work the exercise's hours there. To that come the
 * observances they keep (effects "no work" and "no events"; the others are for people to weigh),
 * when a participant or site is there at all, and the opening hours of a site and of those it lies
 * in. Where nothing is said, all time is working time. */
#pragma once

#include "record/kinds/event.h"
#include "record/snapshot.h"
#include "schedule/observances.h"

G_BEGIN_DECLS

/* [start, end), Unix s. */
typedef struct
{
  gint64 start, end;
} LiaisonSpan;

/* Immutable and counted, for any thread. */
typedef struct _LiaisonCalendar LiaisonCalendar;

LiaisonCalendar *liaison_calendar_ref (LiaisonCalendar *self);
void liaison_calendar_unref (LiaisonCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCalendar, liaison_calendar_unref)

/* From spans in any order, which may overlap; known from @from until @until. */
LiaisonCalendar *liaison_calendar_new (const LiaisonSpan *off, guint n, gint64 from, gint64 until);
/* Off where any of them is. Transfer full. */
LiaisonCalendar *liaison_calendar_new_union (LiaisonCalendar *const *calendars, guint n);

/* The spans of non-working time within its window: sorted, apart from each other. Borrowed. */
const LiaisonSpan *liaison_calendar_get_off (const LiaisonCalendar *self, guint *n);
/* Whether [@start, @end) is all working time; for an empty span, whether that moment is. What lies
 * outside the window counts as free. *@in_way (may be NULL) is the first span that is not. */
gboolean liaison_calendar_is_free (const LiaisonCalendar *self,
                                   gint64 start,
                                   gint64 end,
                                   LiaisonSpan *in_way);
/* The first moment from @start on at which @length s of working time lie ahead. FALSE when there is
 * none within the window. */
gboolean liaison_calendar_find_free (const LiaisonCalendar *self,
                                     gint64 start,
                                     gint64 length,
                                     gint64 *free_start);

/* All calendars of a plan for a window of time, each made when it is first asked for. Not for
 * several threads at once. */
typedef struct _LiaisonCalendars LiaisonCalendars;

/* The snapshot must outlive it. At most twenty years are looked at. */
LiaisonCalendars *
liaison_calendars_new (const LiaisonSnapshot *snapshot, gint64 from, gint64 until);
void liaison_calendars_free (LiaisonCalendars *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCalendars, liaison_calendars_free)

/* The site has changed, or what it lies in; its calendar is made anew when it is next asked for. */
void liaison_calendars_forget_site (LiaisonCalendars *self, LiaisonId site);

/* Those it is made from; borrowed. */
const LiaisonObservances *liaison_calendars_get_observances (LiaisonCalendars *self);

/* All borrowed; never NULL. @zone, interned: where people are; NULL: at home. */
LiaisonCalendar *
liaison_calendars_get_nation (LiaisonCalendars *self, const char *nation, const char *zone);
LiaisonCalendar *
liaison_calendars_get_participant (LiaisonCalendars *self, LiaisonId participant, const char *zone);
LiaisonCalendar *liaison_calendars_get_site (LiaisonCalendars *self, LiaisonId site);

/* The working hours alone, without observances: of the exercise at that place (NULL: in its own
 * zone), or of a nation at home. */
LiaisonCalendar *liaison_calendars_get_hours (LiaisonCalendars *self, const char *zone);
LiaisonCalendar *liaison_calendars_get_home_hours (LiaisonCalendars *self, const char *nation);

/* When all that an event needs is to be had: its site, the working hours where it takes place, its
 * nations and participants. One that may be at any hour only needs its site. Borrowed. */
LiaisonCalendar *liaison_calendars_get_event (LiaisonCalendars *self, const LiaisonBlock *event);
/* The first moment from @start on at which all of them have working time enough for the event; the
 * same as asking the calendar above, and cheaper for one question. */
gboolean liaison_calendars_find_free (LiaisonCalendars *self,
                                      const LiaisonBlock *event,
                                      gint64 start,
                                      gint64 *free_start);
/* The zone in which the people of an event are, interned: that of its site; NULL where they stay at
 * home (a virtual site, a network, none at all). */
const char *liaison_calendars_get_place (LiaisonCalendars *self, const LiaisonBlock *event);
/* How much of an event must be working time: all of it, or, where it takes longer than any working
 * day, its beginning only (0). */
gint64 liaison_calendars_get_needed (const LiaisonBlock *event);

G_END_DECLS
