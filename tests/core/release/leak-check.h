/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leak test: what is made for an audience of two plans that differ in nothing it may see is the
 * same, byte for byte. */
#pragma once

#include "leak-plan.h"

G_BEGIN_DECLS

/* What an output may be made of. Those that make the copy themselves, as packs do, are given the
 * plan. */
typedef struct
{
  LiaisonSnapshot *plan;
  LiaisonSnapshot *since; /* an earlier version of it; NULL: none */
  LiaisonAudience *audience;
  LiaisonSnapshot *copy; /* of the plan for the audience */
  guint32 seed;          /* for what of many is made */
  gint64 now;            /* Unix s */
} LeakSource;

/* One thing that goes to an audience. */
typedef struct
{
  const char *name;
  /* Transfer full. */
  GBytes *(*make) (const LeakSource *source);
  gboolean slow; /* a PDF: not made of every pair */
  gboolean text; /* what it says can be searched as it is */
} LeakOutput;

/* All of them; a new kind of output is a line in leak-outputs.c. */
extern const LeakOutput leak_outputs[];
extern const guint leak_n_outputs;

/* What is wrong with the pair, as a sentence; NULL: nothing. Both versions are made, and each
 * output of the later one; packs tell what changed since the earlier one. @slow: make the slow
 * outputs too. Transfer full. */
char *leak_check_pair (guint32 seed, LeakAudience whom, gboolean slow);

G_END_DECLS
