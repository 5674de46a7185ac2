/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the lanes share while lanes are made. */
#pragma once

#include "draw/lanes.h"
#include "record/kinds/event.h"

G_BEGIN_DECLS

/* No chain of parents is followed further. */
#define LIAISON_LANES_DEEPEST 32

struct _LiaisonLanes
{
  LiaisonSnapshot *snapshot;
  GArray *lanes; /* of LiaisonLane */
  gint64 start, end;
  guint n_events;
};

/* What may become a lane. */
typedef struct
{
  LiaisonId key, parent;
  char *label, *sort;
  const LiaisonBlock *block;
  const char *nation;
  GArray *bars;      /* of LiaisonBar, or NULL */
  guint first, next; /* children and siblings, in order; G_MAXUINT: none */
  guint parent_place;
  gboolean folded;
  gboolean met;    /* an event is in it, wherever it is shown */
  gboolean filled; /* or below it */
} LiaisonLaneNode;

typedef struct
{
  LiaisonSnapshot *snapshot;
  const LiaisonManner *manner;
  const LiaisonLanesSetup *setup;
  GArray *nodes;      /* of LiaisonLaneNode */
  GHashTable *places; /* LiaisonId * -> place + 1 */
  GHashTable *tracks; /* name -> number, from 1 */
  gint64 window_start, window_end;
  LiaisonLanes *lanes;
} LiaisonLanesBuild;

/* The nodes that an event stands in, each once. */
typedef struct
{
  guint places[64];
  guint n;
} LiaisonLanePlaces;

static inline LiaisonLaneNode *
lanes_node (const LiaisonLanesBuild *build, guint place)
{
  return &g_array_index (build->nodes, LiaisonLaneNode, place);
}

/* lanes-nodes.c */
void lanes_add_nodes (LiaisonLanesBuild *build);
void lanes_find_places (LiaisonLanesBuild *build,
                        const LiaisonEventData *event,
                        LiaisonLanePlaces *places);

G_END_DECLS
