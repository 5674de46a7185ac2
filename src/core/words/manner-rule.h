/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recurrence rules in words, and rules made of what people choose. */
#pragma once

#include "words/manner.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_REPEAT_NEVER,
  LIAISON_REPEAT_DAILY,
  LIAISON_REPEAT_WEEKDAYS, /* Monday to Friday */
  LIAISON_REPEAT_WEEKLY,
  LIAISON_REPEAT_MONTHLY,
  LIAISON_REPEAT_YEARLY,
  LIAISON_REPEAT_HOURLY,
  LIAISON_REPEAT_OTHER, /* a rule that says more than this */
} LiaisonRepeat;

/* What a form offers of a rule (RFC 5545, 3.3.10). A plain value. */
typedef struct
{
  LiaisonRepeat repeat;
  guint interval; /* every so many; 1 at least */
  guint days;     /* WEEKLY: a bit for each day of the week, 1 << 0 Monday; 0: that of the start */
  guint count;    /* 0: not so many times */
  gint32 until;   /* the last day; LIAISON_DATE_UNSET: none. Either this or a count */
} LiaisonRepeatRule;

/* NULL and "" are NEVER; whatever has parts that are not here is OTHER. */
LiaisonRepeatRule liaison_repeat_rule_parse (const char *rule);
/* The rule in the spelling of iCalendar; NULL for NEVER. Not for OTHER. Transfer full. */
char *liaison_repeat_rule_format (const LiaisonRepeatRule *self);
/* "Every 2 weeks on Mon, Wed, 10 times"; the rule itself where it says more. Transfer full. */
char *liaison_manner_tell_rule (const LiaisonManner *manner, const char *rule);

G_END_DECLS
