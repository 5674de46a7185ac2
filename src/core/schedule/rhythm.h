/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle rhythm: which boards sit when, what they need and make, and what is needed before it
 * exists. */
#pragma once

#include "record/kinds/event.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_INPUT_OUTSIDE, /* nobody in the plan makes it, or its maker has no time */
  LIAISON_INPUT_READY,
  LIAISON_INPUT_LATE, /* needed before it exists */
} LiaisonInputState;

typedef struct
{
  const LiaisonBlock *item;  /* an event-input; borrowed */
  const LiaisonBlock *maker; /* the event that makes it, or NULL; borrowed */
  gint64 needed;             /* Unix s */
  gint64
      ready; /* of the last one that is there in time, else of the first; G_MININT64: not known */
  LiaisonInputState state;
} LiaisonRhythmInput;

/* One sitting of a board. */
typedef struct
{
  const LiaisonBlock *event; /* borrowed */
  gint64 start, end;         /* Unix s */
  guint series;              /* which row */
  gboolean recurs;
  GArray *inputs; /* of LiaisonRhythmInput, in the order people gave them */
  guint n_late;
} LiaisonSitting;

/* A board that sits again and again: a recurring event, or events whose titles differ only by what
 * counts the days (“Morning update D+3”, “Morning update 4”). */
typedef struct
{
  const LiaisonBlock *event; /* the first of them; borrowed */
  char *title;               /* in the language asked for, without the count */
  guint n_sittings;
} LiaisonBoardSeries;

typedef struct
{
  LiaisonSnapshot *snapshot;
  GArray *series;   /* of LiaisonBoardSeries, by the time of day they first sit at */
  GArray *sittings; /* of LiaisonSitting, by start */
  guint n_late;     /* inputs that are needed before they exist */
} LiaisonRhythm;

/* Boards, and other recurring events with inputs or outputs, that sit in [@from, @until) (Unix s).
 * @zone (NULL: UTC) is that of their time of day. */
LiaisonRhythm *liaison_rhythm_new (
    LiaisonSnapshot *snapshot, const char *language, const char *zone, gint64 from, gint64 until);
void liaison_rhythm_free (LiaisonRhythm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRhythm, liaison_rhythm_free)

/* @title without what counts at its end. Transfer full. */
char *liaison_rhythm_strip_count (const char *title);

G_END_DECLS
