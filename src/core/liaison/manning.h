/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manning board: liaison posts by watches, who stands when, and where nobody does. */
#pragma once

#include "liaison/cover.h"

G_BEGIN_DECLS

/* How long a watch is, s. The first of a day begins when the most shifts of the plan do. */
typedef struct
{
  gint64 step;
} LiaisonManningScale;

/* The longest board: of a longer time the first part is shown. */
#define LIAISON_MANNING_MAX_WATCHES 400

typedef enum
{
  LIAISON_MANNING_IDLE,    /* nobody need stand there */
  LIAISON_MANNING_COVERED, /* people enough, all the time that they are asked for */
  LIAISON_MANNING_UNNAMED, /* shifts enough, but nobody is named for one of them */
  LIAISON_MANNING_SHORT,   /* for a part of it too few */
  LIAISON_MANNING_EMPTY,   /* too few for all of it */
} LiaisonManningState;

/* One stretch at a post. */
typedef struct
{
  gint64 start, end; /* Unix s */
  gint64 by_rule;    /* names the occurrence: see schedule/recurrence.h */
  const LiaisonBlock *post;
  const LiaisonBlock *shift;  /* the item of the post */
  const LiaisonBlock *person; /* NULL: nobody is named */
  guint row;
  gboolean clash; /* the person stands elsewhere meanwhile */
} LiaisonStand;

typedef struct _LiaisonManning LiaisonManning;

/* Any thread; the snapshot must outlive it. Rows are the posts that are not closed, in the order of
 * their serials. */
LiaisonManning *liaison_manning_new (const LiaisonSnapshot *snapshot,
                                     const LiaisonManningScale *scale);
void liaison_manning_free (LiaisonManning *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonManning, liaison_manning_free)

guint liaison_manning_count_rows (const LiaisonManning *self);
guint liaison_manning_count_watches (const LiaisonManning *self);
const LiaisonBlock *liaison_manning_get_post (const LiaisonManning *self, guint row);
LiaisonSpan liaison_manning_get_watch (const LiaisonManning *self, guint watch);
/* The zone that watches are told in, interned; NULL: UTC. */
const char *liaison_manning_get_zone (const LiaisonManning *self);

/* *@missing (may be NULL): for how many s of it people are missing. */
LiaisonManningState
liaison_manning_get_state (const LiaisonManning *self, guint row, guint watch, gint64 *missing);
/* Those who stand there in that watch, by start. Free the array, of const LiaisonStand *. */
GPtrArray *liaison_manning_list (const LiaisonManning *self, guint row, guint watch);
/* The first span of a watch in which people are missing; FALSE: none. */
gboolean
liaison_manning_find_gap (const LiaisonManning *self, guint row, guint watch, LiaisonSpan *gap);
/* The stretch of that shift in that watch, the first of several; NULL: none. */
const LiaisonStand *
liaison_manning_find (const LiaisonManning *self, guint row, guint watch, LiaisonId shift);
/* How many watches are not covered, of all posts. */
guint liaison_manning_count_gaps (const LiaisonManning *self);

G_END_DECLS
