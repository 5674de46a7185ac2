/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates: plans from which new plans are made. Any plan file can be one; a few come with the
 * program. */
#pragma once

#include "store/plan.h"
#include "words/manner.h"

G_BEGIN_DECLS

/* Most days that a new plan may last. */
#define LIAISON_TEMPLATE_MAX_DAYS 365

typedef struct _LiaisonTemplate LiaisonTemplate;

/* What the person wishes for the new plan. All is borrowed. */
typedef struct
{
  const char *language; /* tag of the language that @name and @host_name are in */
  const char *name;     /* of the exercise; NULL or "": none */
  int year, month, day; /* of STARTEX in @zone; year 0: none, which only an empty template allows */
  guint days;           /* calendar days from STARTEX to ENDEX, both counted; 0: the template's */
  const char *zone;     /* IANA name; NULL: the template's */
  const char *host;     /* code of the host nation; NULL or "": none */
  const char *host_name; /* what it is called; NULL: its code */
  gboolean move_fixed;   /* fixed times and dates move with STARTEX too, by whole days */
} LiaisonTemplateWishes;

/* Which wish cannot be granted. The message is a msgid: a sentence for the person who wished. */
typedef enum
{
  LIAISON_TEMPLATE_ERROR_NAME, /* no UTF-8, or too long */
  LIAISON_TEMPLATE_ERROR_DATE, /* no such day, outside 1900-2200, or none where one is needed */
  LIAISON_TEMPLATE_ERROR_DAYS, /* over LIAISON_TEMPLATE_MAX_DAYS, or ENDEX before STARTEX */
  LIAISON_TEMPLATE_ERROR_ZONE, /* not known here */
  LIAISON_TEMPLATE_ERROR_HOST, /* no code of a nation or organisation */
} LiaisonTemplateError;

#define LIAISON_TEMPLATE_ERROR (liaison_template_error_quark ())
GQuark liaison_template_error_quark (void);

/* The templates that come with the program, in the order people are shown them. Free with
 * g_ptr_array_unref (). */
GPtrArray *liaison_template_list (void);
/* The one of that name, such as "live"; NULL when there is none. */
LiaisonTemplate *liaison_template_find (const char *name);
/* A plan with nothing in it. */
LiaisonTemplate *liaison_template_new_empty (void);
/* The plan in that snapshot. */
LiaisonTemplate *liaison_template_new_for_plan (LiaisonSnapshot *plan, const char *name);
/* Any plan file; errors as those of liaison_plan_load (). */
LiaisonTemplate *
liaison_template_load (const char *path, GCancellable *cancellable, GError **error);

LiaisonTemplate *liaison_template_ref (LiaisonTemplate *self);
void liaison_template_unref (LiaisonTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTemplate, liaison_template_unref)

/* By which the command line calls it: of a file without folder and ending. */
const char *liaison_template_get_name (const LiaisonTemplate *self);
/* The zone it stands in; "" where it has none. */
const char *liaison_template_get_own_zone (const LiaisonTemplate *self);
/* For a reader of @language: the name of its exercise, and one sentence, its notes. NULL: none.
 * Borrowed. */
const char *liaison_template_get_title (const LiaisonTemplate *self, const char *language);
const char *liaison_template_get_summary (const LiaisonTemplate *self, const char *language);
/* How many calendar days it lasts, first and last counted; 0: it has no times. */
guint liaison_template_get_days (const LiaisonTemplate *self);

/* Reads the day of STARTEX as a person writes it: what liaison_manner_read_field () takes for a
 * date, and 25OCT27. */
gboolean liaison_template_read_date (const LiaisonManner *manner,
                                     const char *text,
                                     LiaisonTemplateWishes *wishes,
                                     GError **error);

/* A new plan after @wishes, at @now (Unix milliseconds).
 *
 * Records and items get ids of their own, and what refers to them follows: two plans made of one
 * template share no id. STARTEX and ENDEX keep the template's time of day, now in the zone wished
 * for; so does whatever stands in the template's own zone. Times anchored to them move along; fixed
 * times and dates stay, as nobody can tell what they hang on, unless it is wished that they move:
 * then each by as many days as STARTEX does, at the same time on the clock.
 *
 * The host becomes a nation of the plan, a member of the groups for release that have none yet, and
 * the originator of what has none. Not taken along: the audit trail, baselines, accepted findings,
 * conflicts, identities in calendars, members unknown here, and the template's name and notes. */
LiaisonPlan *liaison_template_make_plan (const LiaisonTemplate *self,
                                         const LiaisonTemplateWishes *wishes,
                                         gint64 now,
                                         GError **error);

G_END_DECLS
