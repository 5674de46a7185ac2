/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holidays read from an iCalendar file (RFC 5545) of another program.
 *
 * A file is checked before libical sees it: its size, its encoding, how deep and how long its parts
 * are, that each that begins ends. Whatever a rule says, it is never walked here; rules that a plan
 * may not hold are skipped. Single days with one name in several years become one observance with
 * dates, recurring events keep their rule. */
#pragma once

#include "exchange/error.h"
#include "record/kinds/observance.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *const *nations; /* whose holidays they are */
  guint n_nations;
  const char *language;       /* tag of the names in it, where it does not say; NULL: "en" */
  const char *feed;           /* the address it came from; NULL: a file */
  const char *source;         /* named as the source where the calendar has no name of its own */
  gint32 checked;             /* the day it was read */
  LiaisonObservanceType type; /* UNSET: public holiday */
  LiaisonObservanceEffect effect; /* UNSET: no work */
  gint64 now;                     /* Unix ms, for the ids of dates */
} LiaisonIcalTerms;

typedef struct
{
  GPtrArray *blocks; /* of LiaisonBlock, observances without ids of their own */
  char *name;        /* of the calendar; or NULL */
  guint n_events;    /* in the file */
  guint n_skipped;   /* of these: cancelled, without a day or name, too long, with such a rule */
} LiaisonIcalHolidays;

/* NULL with LIAISON_EXCHANGE_ERROR. */
LiaisonIcalHolidays *
liaison_ical_read_holidays (GBytes *bytes, const LiaisonIcalTerms *terms, GError **error);
void liaison_ical_holidays_free (LiaisonIcalHolidays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonIcalHolidays, liaison_ical_holidays_free)

G_END_DECLS
