/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan over what events occupy and over their order, kept true from edit to edit:
 * after one, only what it touches is looked at again. They are always those that a full look at the
 * plan (see conflicts.h) finds. */
#pragma once

#include "record/document.h"
#include "schedule/conflicts.h"

G_BEGIN_DECLS

/* A plain value. */
typedef struct
{
  LiaisonId event;    /* that begins later, or depends on the other */
  LiaisonId other;    /* zero where one event alone asks for too much */
  LiaisonId resource; /* zero: a tie is broken */
  gint64 start, end;  /* Unix s: of an overlap */
  guint64 asked;      /* of an overlap: what all ask for at that time, */
  guint capacity;     /* and what there is */
  LiaisonDependencyType type; /* of a tie, */
  gint64 delay;               /* and by how many s it is broken */
} LiaisonConflict;

gboolean liaison_conflict_equal (const LiaisonConflict *a, const LiaisonConflict *b);

typedef struct _LiaisonConflictIndex LiaisonConflictIndex;

/* Looks through a whole snapshot. Any thread; then one thread at a time. Free with _free. */
LiaisonConflictIndex *liaison_conflict_index_new (const LiaisonSnapshot *snapshot);
void liaison_conflict_index_free (LiaisonConflictIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonConflictIndex, liaison_conflict_index_free)

/* Follows the changes of one group, all of them and each once, as a document's "changed" tells
 * them; @lookup finds blocks as they are after the group. Appends what is no more to @gone and what
 * is new to @found (arrays of LiaisonConflict); one that only differs in its numbers is in both.
 *
 * FALSE where so much may have changed that only a full look will tell: then the index is spent,
 * and a new one is to be made. That is so when STARTEX or ENDEX moves, when a site, participant,
 * post or channel comes or goes, when the place, zone or turnaround of a site changes, and when a
 * group touches more than some thousand events. */
gboolean liaison_conflict_index_advance (LiaisonConflictIndex *self,
                                         const LiaisonLookup *lookup,
                                         const LiaisonChange *changes,
                                         guint n,
                                         GArray *gone,
                                         GArray *found);

guint liaison_conflict_index_get_size (const LiaisonConflictIndex *self);
typedef void (*LiaisonConflictFunc) (const LiaisonConflict *conflict, gpointer data);
/* All of them: by resource and time, then the ties. */
void liaison_conflict_index_foreach (const LiaisonConflictIndex *self,
                                     LiaisonConflictFunc func,
                                     gpointer data);

/* The event with that id as it stands, or NULL. Borrowed until the next change. */
const LiaisonScheduledEvent *liaison_conflict_index_find_event (const LiaisonConflictIndex *self,
                                                                LiaisonId id);
/* Those that compete for a resource: by start, then by id of the events, which are numbers of its
 * own; first all that stand alone, then the parts of each event, by its id. */
typedef void (*LiaisonPoolFunc) (const LiaisonUse *uses, guint n, gboolean shared, gpointer data);
void liaison_conflict_index_foreach_pool (const LiaisonConflictIndex *self,
                                          LiaisonId resource,
                                          LiaisonPoolFunc func,
                                          gpointer data);

G_END_DECLS
