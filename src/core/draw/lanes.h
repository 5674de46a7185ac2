/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lanes of a timeline: one for each site, nation, participant and so on at which events take
 * place, sites within sites and participants in their tree. */
#pragma once

#include "draw/lane-index.h"
#include "record/snapshot.h"
#include "words/manner.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_LANES_BY_SITE,
  LIAISON_LANES_BY_NATION,
  LIAISON_LANES_BY_PARTICIPANT,
  LIAISON_LANES_BY_TRACK,
  LIAISON_LANES_BY_POST,
  LIAISON_LANES_BY_CHANNEL,
  LIAISON_LANES_BY_TYPE,
} LiaisonLanesBy;
#define LIAISON_N_LANES_BY (LIAISON_LANES_BY_TYPE + 1)

/* The lane of events that have no site, nation or whatever it is by. Lanes of tracks and types have
 * keys of their own; the others have the id of their record (for nations, that made of the code).
 */
#define LIAISON_LANE_REST ((LiaisonId){ 3, 1 })

typedef struct
{
  LiaisonId key;
  char *label;
  char *word; /* of a track: as it stands in its events, where that is not the label; or NULL */
  const LiaisonBlock *block; /* of its record, or NULL. Borrowed */
  const char *nation;        /* whose days off it has; NULL: none known. Interned */
  guint depth;
  gboolean has_children, folded;
  LiaisonLaneIndex *index; /* when folded, of all that is in it */
} LiaisonLane;

/* Which events are shown. NULL: all. */
typedef gboolean (*LiaisonEventFunc) (const LiaisonBlock *event, gpointer data);

typedef struct
{
  LiaisonLanesBy by;
  LiaisonEventFunc is_shown;
  gpointer data;
  GHashTable *folded;  /* of LiaisonId *: keys of folded lanes; NULL: none */
  gboolean with_empty; /* lanes without events too */
  gint64 least;        /* see lane-index.h */
} LiaisonLanesSetup;

/* Borrows the snapshot's blocks, and keeps a reference to it. Any thread where is_shown is for any,
 * one at a time. */
typedef struct _LiaisonLanes LiaisonLanes;

LiaisonLanes *liaison_lanes_new (LiaisonSnapshot *snapshot,
                                 const LiaisonManner *manner,
                                 const LiaisonLanesSetup *setup);
/* Makes them those of another snapshot of the same plan, in little time where few events have
 * changed: only their lanes are stacked anew. @setup is that they were made with; what is_shown
 * said of an event is asked again when the event or its time has changed. FALSE: so much has
 * changed that they have to be made anew; they are then good for nothing but to be freed. */
gboolean liaison_lanes_follow (LiaisonLanes *self,
                               LiaisonSnapshot *snapshot,
                               const LiaisonManner *manner,
                               const LiaisonLanesSetup *setup);
/* For benches and tests: lanes made elsewhere, of which @lanes (of LiaisonLane, labels and indexes
 * owned) is taken. */
LiaisonLanes *liaison_lanes_new_take (LiaisonSnapshot *snapshot, GArray *lanes);
void liaison_lanes_free (LiaisonLanes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonLanes, liaison_lanes_free)

LiaisonSnapshot *liaison_lanes_get_snapshot (const LiaisonLanes *self);
const LiaisonLane *liaison_lanes_get (const LiaisonLanes *self, guint *n);
/* The first bar of the record, in the first lane that has it, and the place of that; NULL: it has
 * none. */
const LiaisonBar *liaison_lanes_find_bar (const LiaisonLanes *self, LiaisonId record, guint *lane);
/* From the start of the first bar to the end of the last. FALSE: there are none. */
gboolean liaison_lanes_get_extent (const LiaisonLanes *self, gint64 *start, gint64 *end);
/* Bars in all lanes; an event may stand in several. */
guint liaison_lanes_count_bars (const LiaisonLanes *self);
/* Events that have a known time and are shown. */
guint liaison_lanes_count_events (const LiaisonLanes *self);

G_END_DECLS
