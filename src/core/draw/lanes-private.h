/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the lanes share while lanes are made. */
#pragma once

#include "draw/lanes.h"
#include "record/kinds/event.h"

G_BEGIN_DECLS

/* No chain of parents is followed further. */
#define LIAISON_LANES_DEEPEST 32
/* The high words of keys of lanes that are of no record. */
#define LANES_TRACK 1
#define LANES_TYPE  2

/* What may become a lane. */
typedef struct
{
  LiaisonId key, parent;
  char *label, *sort, *word;
  const LiaisonBlock *block;
  const char *nation;
  LiaisonLaneIndex *index; /* of the bars in it, and in those folded into it; NULL: none */
  GArray *bars;            /* of LiaisonBar: those to be put in; NULL: none */
  guint first, next;       /* children and siblings, in order; G_MAXUINT: none */
  guint parent_place;
  guint lane; /* its place among the lanes; G_MAXUINT: it is not one */
  guint met;  /* events in it, wherever they are shown */
  gboolean folded;
  gboolean filled; /* there is something in or below it */
  gboolean stale;  /* its index is not what it should be */
} LiaisonLaneNode;

typedef enum
{
  LANES_ENTRY_SHOWN = 1 << 0, /* it has a time and is not left out */
  LANES_ENTRY_RECURS = 1 << 1,
  LANES_ENTRY_HANGS = 1 << 2,      /* its time hangs on another event's */
  LANES_ENTRY_HANGS_AFAR = 1 << 3, /* or on a record of another kind */
} LiaisonLaneEntryFlags;

/* What is known of an event. */
typedef struct
{
  gint64 start, end;
  guint first; /* of its nodes in the pool */
  guint16 n;
  guint16 flags; /* LiaisonLaneEntryFlags */
} LiaisonLaneEntry;

struct _LiaisonLanes
{
  LiaisonSnapshot *snapshot;
  GArray *lanes; /* of LiaisonLane */
  gint64 start, end;
  guint n_events;

  /* From which they are made and followed; NULL for lanes made elsewhere. */
  GArray *nodes;      /* of LiaisonLaneNode */
  GHashTable *places; /* LiaisonId * -> place + 1 */
  GArray *entries;    /* of LiaisonLaneEntry, in the order of the snapshot's events */
  GArray *pool;       /* of guint: places of nodes */
};

typedef struct
{
  LiaisonSnapshot *snapshot;
  const LiaisonManner *manner;
  const LiaisonLanesSetup *setup;
  GArray *nodes; /* the lanes' own */
  GHashTable *places;
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

/* lanes.c */
/* Where the nodes are to be made, and of what; @manner is to be the caller's own copy. */
void lanes_begin (LiaisonLanesBuild *build,
                  LiaisonLanes *lanes,
                  LiaisonSnapshot *snapshot,
                  LiaisonManner *manner,
                  const LiaisonLanesSetup *setup);
/* Works out what is to be known of the event, and puts its bars where they belong. */
void lanes_enter (LiaisonLanesBuild *build, LiaisonLaneEntry *entry, const LiaisonBlock *event);
/* Takes it out of the counts of its nodes, whose bars are stale then. */
void lanes_leave (LiaisonLanesBuild *build, const LiaisonLaneEntry *entry);
/* Makes indexes of the stale nodes, without the bars of blocks in @gone (NULL: none), and lanes of
 * all that are filled. */
void lanes_make (LiaisonLanesBuild *build, GHashTable *gone);

/* lanes-nodes.c */
void lanes_add_nodes (LiaisonLanesBuild *build);
void lanes_find_places (LiaisonLanesBuild *build,
                        const LiaisonEventData *event,
                        LiaisonLanePlaces *places);

G_END_DECLS
