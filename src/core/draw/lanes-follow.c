/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes that go on with the next snapshot, and where an event stands in them. */
#include "config.h"

#include "draw/lanes-private.h"

#include "record/kinds.h"
#include "record/times.h"

/* Of more changes than one event of so many, making everything anew is as quick. */
#define ONE_OF 8
/* Events that come or go have all behind them moved up. */
#define MOST_COMING 64
/* So often those whose time hangs on others' are gone through; then all are asked. */
#define MOST_ROUNDS 64

typedef struct
{
  LiaisonLanesBuild build;
  const LiaisonBlock *const *before, *const *after;
  guint n_before, n_after;
  GArray *changed;   /* of guint: places among the events as they are now */
  GHashTable *gone;  /* of LiaisonBlock *: whose bars are not what they were */
  GHashTable *moved; /* of LiaisonId *: what others may hang on */
} Follow;

static gboolean
is_same (LiaisonSnapshot *before, LiaisonSnapshot *after, LiaisonKindId kind)
{
  guint n_before, n_after;

  return liaison_snapshot_get (before, kind, &n_before)
             == liaison_snapshot_get (after, kind, &n_after)
         && n_before == n_after;
}

/* What lanes are made of, beside events. */
static gboolean
has_same_ground (LiaisonSnapshot *before, LiaisonSnapshot *after)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_EXERCISE, LIAISON_KIND_SITE,
                                         LIAISON_KIND_NATION,   LIAISON_KIND_PARTICIPANT,
                                         LIAISON_KIND_POST,     LIAISON_KIND_CHANNEL,
                                         LIAISON_KIND_TERM };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!is_same (before, after, kinds[i]))
      return FALSE;
  return TRUE;
}

static LiaisonLaneEntry *
get_entry (Follow *self, guint place)
{
  return &g_array_index (self->build.lanes->entries, LiaisonLaneEntry, place);
}

static void
leave (Follow *self, const LiaisonLaneEntry *entry, const LiaisonBlock *block)
{
  lanes_leave (&self->build, entry);
  g_hash_table_add (self->gone, (gpointer) block);
  g_hash_table_add (self->moved, (gpointer) &block->id);
}

static void
come (Follow *self, guint place)
{
  g_array_append_val (self->changed, place);
  g_hash_table_add (self->moved, (gpointer) &self->after[place]->id);
}

/* Brings the entries into the order of the events as they are now; those that have changed have
 * left, and are noted. FALSE: too many have. */
static gboolean
compare_events (Follow *self)
{
  GArray *entries = self->build.lanes->entries;
  guint coming = 0;

  for (guint i = 0, j = 0; i < self->n_before || j < self->n_after;)
    {
      const LiaisonBlock *before = i < self->n_before ? self->before[i] : NULL;
      const LiaisonBlock *after = j < self->n_after ? self->after[j] : NULL;
      int order = before == after  ? 0
                  : before == NULL ? 1
                  : after == NULL  ? -1
                                   : liaison_id_compare (before->id, after->id);

      if (before != after && (self->changed->len > self->n_after / ONE_OF || coming > MOST_COMING))
        return FALSE;
      if (before != after && order <= 0)
        leave (self, get_entry (self, j), before);
      if (order < 0)
        g_array_remove_index (entries, j);
      else if (order > 0)
        g_array_insert_vals (entries, j, &(LiaisonLaneEntry){ 0 }, 1);
      if (before != after && order >= 0)
        come (self, j);
      coming += order != 0;
      i += order <= 0;
      j += order >= 0;
    }
  return TRUE;
}

static gboolean
may_have_moved (Follow *self, const LiaisonLaneEntry *entry, const LiaisonBlock *block)
{
  LiaisonId anchor;

  if (entry->flags & LANES_ENTRY_HANGS_AFAR)
    return TRUE;
  if (!(entry->flags & LANES_ENTRY_HANGS))
    return FALSE;
  anchor = liaison_anchor_get_id (LIAISON_DATA (Event, block)->start.anchor);
  return g_hash_table_contains (self->moved, &anchor);
}

/* Those that hang on what has moved, and on those, until no more do. */
static void
follow_anchors (Follow *self)
{
  guint found = 1;

  for (guint round = 0; found > 0 && round < MOST_ROUNDS; round++)
    {
      found = 0;
      for (guint i = 0; i < self->n_after; i++)
        {
          LiaisonLaneEntry *entry = get_entry (self, i);
          const LiaisonBlock *block = self->after[i];
          gint64 start = 0;

          if (!may_have_moved (self, entry, block)
              || g_hash_table_contains (self->moved, &block->id)
              || (liaison_times_get_start (&self->build.manner->lookup, block, &start)
                      == LIAISON_TIME_KNOWN
                  && (entry->flags & LANES_ENTRY_SHOWN) && start == entry->start))
            continue;
          leave (self, entry, block);
          come (self, i);
          found++;
        }
    }
}

gboolean
liaison_lanes_follow (LiaisonLanes *self,
                      LiaisonSnapshot *snapshot,
                      const LiaisonManner *manner,
                      const LiaisonLanesSetup *setup)
{
  LiaisonManner own = *manner;
  Follow follow = { .build = { 0 } };
  gboolean followed;

  if (self->nodes == NULL || !has_same_ground (self->snapshot, snapshot)
      || self->pool->len > 4 * self->entries->len + 10000)
    return FALSE;
  lanes_begin (&follow.build, self, snapshot, &own, setup);
  follow.before = liaison_snapshot_get (self->snapshot, LIAISON_KIND_EVENT, &follow.n_before);
  follow.after = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &follow.n_after);
  follow.changed = g_array_new (FALSE, FALSE, sizeof (guint));
  follow.gone = g_hash_table_new (NULL, NULL);
  follow.moved = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  followed = follow.before == follow.after || compare_events (&follow);
  if (followed)
    {
      follow_anchors (&follow);
      for (guint i = 0; i < follow.changed->len; i++)
        {
          guint place = g_array_index (follow.changed, guint, i);
          lanes_enter (&follow.build, get_entry (&follow, place), follow.after[place]);
        }
      if (follow.changed->len > 0 || g_hash_table_size (follow.gone) > 0)
        lanes_make (&follow.build, follow.gone);
      liaison_snapshot_ref (snapshot);
      liaison_snapshot_unref (self->snapshot);
      self->snapshot = snapshot;
    }
  g_array_unref (follow.changed);
  g_hash_table_unref (follow.gone);
  g_hash_table_unref (follow.moved);
  return followed;
}

/* Without entries: whatever bar there is. */
static const LiaisonBar *
search_bar (const LiaisonLanes *self, const LiaisonBlock *block, guint *lane)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LiaisonBar *bar =
          liaison_lane_index_locate (g_array_index (self->lanes, LiaisonLane, i).index, block);
      *lane = i;
      if (bar != NULL)
        return bar;
    }
  return NULL;
}

/* The lane in which the node's events are seen, or G_MAXUINT. */
static guint
get_lane (const LiaisonLanes *self, guint place)
{
  guint lane = G_MAXUINT;

  for (guint depth = 0; depth < LIAISON_LANES_DEEPEST && place != G_MAXUINT; depth++)
    {
      const LiaisonLaneNode *node = &g_array_index (self->nodes, LiaisonLaneNode, place);
      if (depth == 0 || node->folded)
        lane = node->lane;
      place = node->parent_place;
    }
  return lane;
}

static guint
find_event (const LiaisonLanes *self, LiaisonId id, guint *n)
{
  const LiaisonBlock *const *events = liaison_snapshot_get (self->snapshot, LIAISON_KIND_EVENT, n);
  guint low = 0;

  for (guint high = *n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (liaison_id_compare (events[middle]->id, id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low < *n && liaison_id_same (events[low]->id, id) ? low : G_MAXUINT;
}

const LiaisonBar *
liaison_lanes_find_bar (const LiaisonLanes *self, LiaisonId record, guint *lane)
{
  guint n, place = find_event (self, record, &n);
  const LiaisonLaneEntry *entry;
  const LiaisonBlock *block;
  LiaisonLaneIndex *index;

  if (place == G_MAXUINT)
    return NULL;
  block = liaison_snapshot_get (self->snapshot, LIAISON_KIND_EVENT, &n)[place];
  if (self->entries == NULL)
    return search_bar (self, block, lane);
  entry = &g_array_index (self->entries, LiaisonLaneEntry, place);
  *lane = G_MAXUINT;
  for (guint i = 0; i < entry->n; i++)
    *lane = MIN (*lane, get_lane (self, g_array_index (self->pool, guint, entry->first + i)));
  if (*lane >= self->lanes->len)
    return NULL;
  index = g_array_index (self->lanes, LiaisonLane, *lane).index;
  return entry->flags & LANES_ENTRY_RECURS
             ? liaison_lane_index_locate (index, block)
             : liaison_lane_index_locate_at (index, block, entry->start);
}
