/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small plans, written down in a test, and their copies. */
#pragma once

#include "release/redact.h"
#include "store/plan.h"

G_BEGIN_DECLS

#define HEAD                                                                                       \
  "{\"format\": \"liaison-exercise\", \"version\": 1, \"exercise\": {\"id\": "                     \
  "\"01a00000-0000-7000-8000-000000000001\", "                                                     \
  "\"name\": {\"en\": \"Bridge\"}, \"zone\": \"Europe/Oslo\", \"startex\": "                       \
  "\"2027-05-14T08:00+02:00[Europe/Oslo]\", "                                                      \
  "\"marking\": {\"level\": \"EXERCISE-UNCLASSIFIED\", \"nations\": [\"FR\", \"NO\", \"PL\"]}, "   \
  "\"marking-scheme\": \"exercise\"}, "
#define NATIONS                                                                                    \
  "\"nations\": ["                                                                                 \
  "{\"id\": \"01a00000-0000-7000-8000-00000000000a\", \"code\": \"FR\", \"name\": {\"en\": "       \
  "\"France\"}, " ALL "}, "                                                                        \
  "{\"id\": \"01a00000-0000-7000-8000-00000000000b\", \"code\": \"NO\", \"name\": {\"en\": "       \
  "\"Norway\"}, " ALL "}, "                                                                        \
  "{\"id\": \"01a00000-0000-7000-8000-00000000000c\", \"code\": \"PL\", \"name\": {\"en\": "       \
  "\"Poland\"}, " ALL "}]"
#define ALL                                                                                        \
  "\"marking\": {\"level\": \"EXERCISE-UNCLASSIFIED\", \"nations\": [\"FR\", \"NO\", \"PL\"]}"
#define NORWAY "\"marking\": {\"level\": \"EXERCISE-UNCLASSIFIED\", \"nations\": [\"NO\"]}"
#define ID(n)  "\"id\": \"01a00000-0000-7000-8000-0000000001" n "\", "

/* A plan with these tables: NATIONS, then others. Transfer full. */
LiaisonPlan *small_plan_read (const char *tables);
LiaisonRedaction *small_plan_redact (LiaisonPlan *plan, const char *whom);
/* Transfer full. */
LiaisonSnapshot *small_plan_copy_of (const LiaisonRedaction *redaction);
/* The copy as a file. Transfer full. */
GBytes *small_plan_write_copy (const LiaisonRedaction *redaction);
guint small_plan_count (const LiaisonRedaction *redaction, LiaisonKindId kind);

G_END_DECLS
