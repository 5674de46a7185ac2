/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/lanes-private.h"

#include "record/kinds.h"
#include "record/times.h"
#include "schedule/recurrence.h"

#include <string.h>

/* Of one recurring event at most so many occurrences are shown, within so many s around the plan.
 */
#define MOST_OCCURRENCES 2000
#define BEYOND           (400 * G_GINT64_CONSTANT (86400))
/* The lane in which a node's events stand: its own, or that of the outermost folded one around it.
 */
static guint
get_target (LiaisonLanesBuild *build, guint place)
{
  guint target = place;

  for (guint depth = 0; depth < LIAISON_LANES_DEEPEST && place != G_MAXUINT; depth++)
    {
      const LiaisonLaneNode *node = lanes_node (build, place);
      if (node->folded)
        target = place;
      place = node->parent_place;
    }
  return target;
}

static void
put (LiaisonLanesBuild *build, guint place, const LiaisonBar *bar)
{
  LiaisonLaneNode *node = lanes_node (build, get_target (build, place));

  node->stale = TRUE;
  if (node->bars == NULL)
    node->bars = g_array_new (FALSE, FALSE, sizeof (LiaisonBar));
  g_array_append_val (node->bars, *bar);
}

typedef struct
{
  LiaisonLanesBuild *build;
  const LiaisonLanePlaces *places;
  const LiaisonBlock *block;
} Occurring;

static gboolean
occurrence_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Occurring *occurring = data;
  LiaisonBar bar = { occurrence->start, occurrence->end, occurring->block, 0, occurrence->index };

  for (guint i = 0; i < occurring->places->n; i++)
    put (occurring->build, occurring->places->places[i], &bar);
  return occurrence->index < MOST_OCCURRENCES;
}

static guint16
tell_hanging (LiaisonLanesBuild *build, const LiaisonInstant *start)
{
  const LiaisonBlock *anchor;

  if ((start->form != LIAISON_INSTANT_ELAPSED && start->form != LIAISON_INSTANT_CLOCK)
      || (start->edge != LIAISON_ANCHOR_START && start->edge != LIAISON_ANCHOR_END))
    return 0;
  anchor = liaison_snapshot_find (build->snapshot, liaison_anchor_get_id (start->anchor));
  return anchor != NULL && anchor->shape == &liaison_event_kind.shape ? LANES_ENTRY_HANGS
                                                                      : LANES_ENTRY_HANGS_AFAR;
}

static void
put_bars (LiaisonLanesBuild *build,
          const LiaisonLaneEntry *entry,
          const LiaisonLanePlaces *places,
          const LiaisonBlock *block)
{
  LiaisonBar bar = { entry->start, entry->end, block, 0, 0 };
  Occurring occurring = { build, places, block };

  if (entry->flags & LANES_ENTRY_RECURS)
    {
      liaison_recurrence_foreach (&build->manner->lookup, block, build->window_start,
                                  build->window_end, occurrence_cb, &occurring);
      return;
    }
  for (guint i = 0; i < places->n; i++)
    put (build, places->places[i], &bar);
}

void
lanes_enter (LiaisonLanesBuild *build, LiaisonLaneEntry *entry, const LiaisonBlock *block)
{
  const LiaisonEventData *event = LIAISON_DATA (Event, block);
  LiaisonLanePlaces places = { .n = 0 };

  *entry = (LiaisonLaneEntry){ .flags = tell_hanging (build, &event->start) };
  if (liaison_times_get_start (&build->manner->lookup, block, &entry->start) != LIAISON_TIME_KNOWN)
    return;
  entry->end = entry->start;
  if (event->duration != LIAISON_DURATION_UNSET && event->duration > 0)
    entry->end += event->duration;
  if (build->setup->is_shown != NULL && !build->setup->is_shown (block, build->setup->data))
    return;
  entry->flags |= LANES_ENTRY_SHOWN | (liaison_recurrence_recurs (block) ? LANES_ENTRY_RECURS : 0);
  build->lanes->n_events++;
  lanes_find_places (build, event, &places);
  entry->first = build->lanes->pool->len;
  entry->n = (guint16) places.n;
  g_array_append_vals (build->lanes->pool, places.places, places.n);
  put_bars (build, entry, &places, block);
  /* Counted where something is to be seen, however often a rule has it there. */
  for (guint i = 0; i < places.n; i++)
    lanes_node (build, places.places[i])->met++;
}

void
lanes_leave (LiaisonLanesBuild *build, const LiaisonLaneEntry *entry)
{
  if (!(entry->flags & LANES_ENTRY_SHOWN))
    return;
  build->lanes->n_events--;
  for (guint i = 0; i < entry->n; i++)
    {
      guint place = g_array_index (build->lanes->pool, guint, entry->first + i);
      lanes_node (build, place)->met--;
      lanes_node (build, get_target (build, place))->stale = TRUE;
    }
}

static void
find_window (LiaisonLanesBuild *build)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (build->snapshot);
  gint64 start = build->manner->now, end = build->manner->now;

  liaison_times_get_start (&build->manner->lookup, exercise, &start);
  if (liaison_times_get_end (&build->manner->lookup, exercise, &end) != LIAISON_TIME_KNOWN
      || end < start)
    end = start;
  build->window_start = start - 2 * BEYOND;
  build->window_end = end + BEYOND;
}

/* A lane of a record or a type may stand there empty; that of a track is there as long as events
 * are. */
static gboolean
may_be_empty (const LiaisonLanesBuild *build, const LiaisonLaneNode *node)
{
  return build->setup->with_empty && (node->block != NULL || node->key.high == LANES_TYPE);
}

static void
mark_filled (LiaisonLanesBuild *build)
{
  for (guint i = 0; i < build->nodes->len; i++)
    if (lanes_node (build, i)->met > 0 || may_be_empty (build, lanes_node (build, i)))
      for (guint place = i, depth = 0; place != G_MAXUINT && depth < LIAISON_LANES_DEEPEST; depth++)
        {
          lanes_node (build, place)->filled = TRUE;
          place = lanes_node (build, place)->parent_place;
        }
}

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *nodes = data;
  const LiaisonLaneNode *of_a = &g_array_index (nodes, LiaisonLaneNode, *(const guint *) a);
  const LiaisonLaneNode *of_b = &g_array_index (nodes, LiaisonLaneNode, *(const guint *) b);
  gboolean rest_a = liaison_id_same (of_a->key, LIAISON_LANE_REST);
  gboolean rest_b = liaison_id_same (of_b->key, LIAISON_LANE_REST);

  if (rest_a != rest_b)
    return rest_a ? 1 : -1;
  if (of_a->sort != NULL && of_b->sort != NULL)
    return strcmp (of_a->sort, of_b->sort);
  if (of_a->key.high == LANES_TYPE)
    return liaison_id_compare (of_a->key, of_b->key);
  return strcmp (of_a->label, of_b->label);
}

/* Hangs each node before the siblings hung before it; so the order given is turned round. Returns
 * the first root. */
static guint
hang (LiaisonLanesBuild *build, const guint *order, guint n)
{
  guint first = G_MAXUINT;

  for (guint i = n; i > 0; i--)
    {
      LiaisonLaneNode *node = lanes_node (build, order[i - 1]);
      guint *head =
          node->parent_place == G_MAXUINT ? &first : &lanes_node (build, node->parent_place)->first;
      if (!node->filled)
        continue;
      node->next = *head;
      *head = order[i - 1];
    }
  return first;
}

static void
emit (LiaisonLanesBuild *build, guint place, guint depth)
{
  for (; place != G_MAXUINT; place = lanes_node (build, place)->next)
    {
      LiaisonLaneNode *node = lanes_node (build, place);
      LiaisonLane lane = { .key = node->key,
                           .label = g_strdup (node->label),
                           .word = g_strdup (node->word),
                           .block = node->block,
                           .nation = node->nation,
                           .depth = depth,
                           .has_children = node->first != G_MAXUINT,
                           .folded = node->folded && node->first != G_MAXUINT };

      if (node->index == NULL)
        node->index = liaison_lane_index_new (NULL, 0, build->setup->least);
      lane.index = liaison_lane_index_ref (node->index);
      node->lane = build->lanes->lanes->len;
      g_array_append_val (build->lanes->lanes, lane);
      if (!lane.folded && depth < LIAISON_LANES_DEEPEST)
        emit (build, node->first, depth + 1);
    }
}

static void
node_clear (gpointer data)
{
  LiaisonLaneNode *node = data;

  g_free (node->label);
  g_free (node->word);
  g_free (node->sort);
  g_clear_pointer (&node->index, liaison_lane_index_unref);
  g_clear_pointer (&node->bars, g_array_unref);
}

static void
lane_clear (gpointer data)
{
  LiaisonLane *lane = data;

  g_free (lane->label);
  g_free (lane->word);
  liaison_lane_index_unref (lane->index);
}

static void
find_extent (LiaisonLanes *self)
{
  self->start = G_MAXINT64;
  self->end = G_MININT64;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LiaisonLaneIndex *index = g_array_index (self->lanes, LiaisonLane, i).index;
      for (guint row = 0; row < liaison_lane_index_count_rows (index); row++)
        {
          guint n;
          const LiaisonBar *bars = liaison_lane_index_get_row (index, row, &n);
          self->start = MIN (self->start, bars[0].start);
          self->end = MAX (self->end, bars[n - 1].end);
        }
    }
}

static void
restack (LiaisonLanesBuild *build, LiaisonLaneNode *node, GHashTable *gone)
{
  const LiaisonBar *bars =
      node->bars != NULL ? (const LiaisonBar *) (gpointer) node->bars->data : NULL;
  guint n = node->bars != NULL ? node->bars->len : 0;
  LiaisonLaneIndex *index = node->index != NULL && gone != NULL
                                ? liaison_lane_index_with_changes (node->index, gone, bars, n)
                                : liaison_lane_index_new (bars, n, build->setup->least);

  g_clear_pointer (&node->index, liaison_lane_index_unref);
  g_clear_pointer (&node->bars, g_array_unref);
  node->index = index;
  node->stale = FALSE;
}

static void
order_nodes (LiaisonLanesBuild *build)
{
  g_autofree guint *order = g_new (guint, MAX (build->nodes->len, 1));

  g_array_set_size (build->lanes->lanes, 0);
  for (guint i = 0; i < build->nodes->len; i++)
    {
      LiaisonLaneNode *node = lanes_node (build, i);
      node->first = node->next = node->lane = G_MAXUINT;
      order[i] = i;
    }
  g_qsort_with_data (order, (int) build->nodes->len, sizeof (guint), compare_nodes, build->nodes);
  emit (build, hang (build, order, build->nodes->len), 0);
}

void
lanes_make (LiaisonLanesBuild *build, GHashTable *gone)
{
  g_autofree gboolean *before = g_new (gboolean, build->nodes->len + 1);
  gboolean same = build->lanes->lanes->len > 0;

  for (guint i = 0; i < build->nodes->len; i++)
    {
      before[i] = lanes_node (build, i)->filled;
      lanes_node (build, i)->filled = FALSE;
    }
  mark_filled (build);
  for (guint i = 0; i < build->nodes->len; i++)
    {
      LiaisonLaneNode *node = lanes_node (build, i);
      same = same && node->filled == before[i];
      if (!node->stale)
        continue;
      restack (build, node, gone);
      if (node->lane != G_MAXUINT)
        {
          LiaisonLane *lane = &g_array_index (build->lanes->lanes, LiaisonLane, node->lane);
          liaison_lane_index_unref (lane->index);
          lane->index = liaison_lane_index_ref (node->index);
        }
    }
  if (!same)
    order_nodes (build);
  find_extent (build->lanes);
}

LiaisonLanes *
liaison_lanes_new_take (LiaisonSnapshot *snapshot, GArray *lanes)
{
  LiaisonLanes *self = g_new0 (LiaisonLanes, 1);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->lanes = lanes;
  g_array_set_clear_func (lanes, lane_clear);
  find_extent (self);
  return self;
}

void
lanes_begin (LiaisonLanesBuild *build,
             LiaisonLanes *lanes,
             LiaisonSnapshot *snapshot,
             LiaisonManner *manner,
             const LiaisonLanesSetup *setup)
{
  manner->lookup = liaison_snapshot_get_lookup (snapshot);
  *build = (LiaisonLanesBuild){ .snapshot = snapshot,
                                .manner = manner,
                                .setup = setup,
                                .nodes = lanes->nodes,
                                .places = lanes->places,
                                .lanes = lanes };
  find_window (build);
}

LiaisonLanes *
liaison_lanes_new (LiaisonSnapshot *snapshot,
                   const LiaisonManner *manner,
                   const LiaisonLanesSetup *setup)
{
  LiaisonManner own = *manner;
  LiaisonLanes *self =
      liaison_lanes_new_take (snapshot, g_array_new (FALSE, FALSE, sizeof (LiaisonLane)));
  LiaisonLanesBuild build;
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (LiaisonLaneNode));
  g_array_set_clear_func (self->nodes, node_clear);
  self->places = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (LiaisonLaneEntry), n);
  self->pool = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  lanes_begin (&build, self, snapshot, &own, setup);
  lanes_add_nodes (&build);
  g_array_set_size (self->entries, n);
  for (guint i = 0; i < n; i++)
    lanes_enter (&build, &g_array_index (self->entries, LiaisonLaneEntry, i), events[i]);
  lanes_make (&build, NULL);
  return self;
}

void
liaison_lanes_free (LiaisonLanes *self)
{
  g_array_unref (self->lanes);
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->pool, g_array_unref);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

LiaisonSnapshot *
liaison_lanes_get_snapshot (const LiaisonLanes *self)
{
  return self->snapshot;
}

const LiaisonLane *
liaison_lanes_get (const LiaisonLanes *self, guint *n)
{
  *n = self->lanes->len;
  return (const LiaisonLane *) self->lanes->data;
}

gboolean
liaison_lanes_get_extent (const LiaisonLanes *self, gint64 *start, gint64 *end)
{
  if (self->start > self->end)
    return FALSE;
  *start = self->start;
  *end = self->end;
  return TRUE;
}

guint
liaison_lanes_count_bars (const LiaisonLanes *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    n += liaison_lane_index_get_size (g_array_index (self->lanes, LiaisonLane, i).index);
  return n;
}

guint
liaison_lanes_count_events (const LiaisonLanes *self)
{
  return self->n_events;
}
