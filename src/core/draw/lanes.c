/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/lanes.h"

#include "record/kinds.h"
#include "record/times.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of one recurring event at most so many occurrences are shown, within so many s around the plan.
 */
#define MOST_OCCURRENCES 2000
#define BEYOND           (400 * G_GINT64_CONSTANT (86400))
#define DEEPEST          32

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
} Node;

typedef struct
{
  LiaisonSnapshot *snapshot;
  const LiaisonManner *manner;
  const LiaisonLanesSetup *setup;
  GArray *nodes;      /* of Node */
  GHashTable *places; /* LiaisonId * -> place + 1 */
  GHashTable *tracks; /* name -> number, from 1 */
  gint64 window_start, window_end;
  LiaisonLanes *lanes;
} Build;

static const char *
text_of (Build *build, const char *msgid)
{
  return liaison_words_get (build->manner->words, msgid);
}

static guint
add_node (Build *build, LiaisonId key, LiaisonId parent, const LiaisonBlock *block, char *label)
{
  Node node = { .key = key,
                .parent = parent,
                .block = block,
                .label = label,
                .sort = NULL,
                .first = G_MAXUINT,
                .next = G_MAXUINT,
                .parent_place = G_MAXUINT };
  LiaisonId *owned = g_memdup2 (&key, sizeof key);

  g_array_append_val (build->nodes, node);
  g_hash_table_insert (build->places, owned, GUINT_TO_POINTER (build->nodes->len));
  return build->nodes->len - 1;
}

static guint
find_node (Build *build, LiaisonId key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (build->places, &key)) - 1;
}

static const LiaisonField *
name_field (const LiaisonBlock *block)
{
  const LiaisonField *title = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_TITLE);
  return title != NULL ? title : &block->shape->fields[0];
}

static void
add_records (Build *build, LiaisonKindId kind)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (build->snapshot, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonId parent = { 0 }, key = blocks[i]->id;
      const char *nation = NULL;
      guint place;

      if (kind == LIAISON_KIND_SITE)
        {
          parent = LIAISON_DATA (Site, blocks[i])->parent;
          nation = LIAISON_DATA (Site, blocks[i])->nation;
        }
      else if (kind == LIAISON_KIND_PARTICIPANT)
        {
          parent = LIAISON_DATA (Participant, blocks[i])->parent;
          nation = LIAISON_DATA (Participant, blocks[i])->nation;
        }
      else if (kind == LIAISON_KIND_POST)
        nation = LIAISON_DATA (Post, blocks[i])->from_nation;
      else if (kind == LIAISON_KIND_CHANNEL)
        parent = LIAISON_DATA (Channel, blocks[i])->parent;
      else if (kind == LIAISON_KIND_NATION)
        {
          nation = LIAISON_DATA (Nation, blocks[i])->code;
          key = liaison_id_for_code (nation != NULL ? nation : "");
        }
      if (liaison_id_is_zero (key))
        continue;
      place = add_node (build, key, parent, blocks[i],
                        liaison_manner_tell_block_name (build->manner, blocks[i]));
      g_array_index (build->nodes, Node, place).nation = nation;
      g_array_index (build->nodes, Node, place).sort =
          liaison_manner_get_sort_key (build->manner, blocks[i], name_field (blocks[i]));
    }
}

static void
add_nodes (Build *build)
{
  static const LiaisonKindId kinds[] = {
    [LIAISON_LANES_BY_SITE] = LIAISON_KIND_SITE,
    [LIAISON_LANES_BY_NATION] = LIAISON_KIND_NATION,
    [LIAISON_LANES_BY_PARTICIPANT] = LIAISON_KIND_PARTICIPANT,
    [LIAISON_LANES_BY_POST] = LIAISON_KIND_POST,
    [LIAISON_LANES_BY_CHANNEL] = LIAISON_KIND_CHANNEL,
  };
  LiaisonLanesBy by = build->setup->by;

  if (by == LIAISON_LANES_BY_TYPE)
    for (guint i = 1; i < liaison_event_types.n; i++)
      add_node (build, (LiaisonId){ 2, i }, (LiaisonId){ 0 }, NULL,
                g_strdup (text_of (build, liaison_event_types.choices[i].label)));
  else if (by != LIAISON_LANES_BY_TRACK)
    add_records (build, kinds[by]);
}

/* The lane in which a node's events stand: its own, or that of the outermost folded one around it.
 */
static guint
get_target (Build *build, guint place)
{
  guint target = place;

  for (guint depth = 0; depth < DEEPEST && place != G_MAXUINT; depth++)
    {
      const Node *node = &g_array_index (build->nodes, Node, place);
      if (node->folded)
        target = place;
      place = node->parent_place;
    }
  return target;
}

static void
put (Build *build, guint place, const LiaisonBar *bar)
{
  Node *node = &g_array_index (build->nodes, Node, get_target (build, place));

  g_array_index (build->nodes, Node, place).met = TRUE;
  if (node->bars == NULL)
    node->bars = g_array_new (FALSE, FALSE, sizeof (LiaisonBar));
  g_array_append_val (node->bars, *bar);
}

static void
link_parents (Build *build)
{
  for (guint i = 0; i < build->nodes->len; i++)
    {
      Node *node = &g_array_index (build->nodes, Node, i);
      guint parent =
          liaison_id_is_zero (node->parent) ? G_MAXUINT : find_node (build, node->parent);
      guint above = parent;

      /* What would be inside itself stands outermost. */
      for (guint depth = 0; above != G_MAXUINT; depth++)
        {
          if (above == i || depth > DEEPEST)
            {
              parent = G_MAXUINT;
              break;
            }
          above = g_array_index (build->nodes, Node, above).parent_place;
        }
      node->parent_place = parent;
      node->folded =
          build->setup->folded != NULL && g_hash_table_contains (build->setup->folded, &node->key);
    }
}

static guint
rest_node (Build *build)
{
  guint place = find_node (build, LIAISON_LANE_REST);

  if (place != G_MAXUINT)
    return place;
  return add_node (build, LIAISON_LANE_REST, (LiaisonId){ 0 }, NULL,
                   /* Translators: The lane of events that have no site, no nation and so on */
                   g_strdup (text_of (build, N_ ("Not assigned"))));
}

static guint
track_node (Build *build, const char *track)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (build->tracks, track));
  LiaisonId key;

  if (number == 0)
    {
      /* Of the name, so that a lane stays folded when other tracks come or go. */
      number = g_str_hash (track) | 1;
      g_hash_table_insert (build->tracks, (gpointer) track, GUINT_TO_POINTER (number));
    }
  key = (LiaisonId){ 1, number };
  if (find_node (build, key) == G_MAXUINT)
    add_node (build, key, (LiaisonId){ 0 }, NULL, g_strdup (track));
  return find_node (build, key);
}

typedef struct
{
  guint places[64];
  guint n;
} Places;

static void
add_place (Places *places, guint place)
{
  if (place == G_MAXUINT || places->n == G_N_ELEMENTS (places->places))
    return;
  for (guint i = 0; i < places->n; i++)
    if (places->places[i] == place)
      return;
  places->places[places->n++] = place;
}

static void
add_ids (Build *build, Places *places, const LiaisonIds *ids)
{
  guint n;
  const LiaisonId *each = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    add_place (places, find_node (build, each[i]));
}

static const char *
nation_of (Build *build, LiaisonId id)
{
  const LiaisonBlock *block = liaison_snapshot_find (build->snapshot, id);

  if (block == NULL)
    return NULL;
  if (block->shape == &liaison_participant_kind.shape)
    return LIAISON_DATA (Participant, block)->nation;
  return block->shape == &liaison_post_kind.shape ? LIAISON_DATA (Post, block)->from_nation : NULL;
}

/* The nations named, else those of the participants. */
static void
add_nations (Build *build, Places *places, const LiaisonEventData *event)
{
  guint n;
  const char *const *codes = liaison_codes_get (event->nations, &n);
  const LiaisonId *ids;

  for (guint i = 0; i < n; i++)
    add_place (places, find_node (build, liaison_id_for_code (codes[i])));
  if (places->n > 0)
    return;
  ids = liaison_ids_get (event->participants, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *nation = nation_of (build, ids[i]);
      if (nation != NULL)
        add_place (places, find_node (build, liaison_id_for_code (nation)));
    }
}

static void
add_people (Build *build, Places *places, const LiaisonEventData *event)
{
  add_ids (build, places, event->participants);
  add_place (places, find_node (build, event->chair));
  for (guint i = 0; i < liaison_items_get_size (event->roles); i++)
    add_place (
        places,
        find_node (build,
                   LIAISON_DATA (EventRole, liaison_items_get (event->roles, i))->participant));
}

static void
find_places (Build *build, const LiaisonEventData *event, Places *places)
{
  switch (build->setup->by)
    {
    case LIAISON_LANES_BY_SITE:
      add_place (places, find_node (build, event->site));
      break;
    case LIAISON_LANES_BY_NATION:
      add_nations (build, places, event);
      break;
    case LIAISON_LANES_BY_PARTICIPANT:
    case LIAISON_LANES_BY_POST:
      add_people (build, places, event);
      break;
    case LIAISON_LANES_BY_CHANNEL:
      add_ids (build, places, event->channels);
      break;
    case LIAISON_LANES_BY_TRACK:
      if (event->track != NULL && *event->track != '\0')
        add_place (places, track_node (build, event->track));
      break;
    case LIAISON_LANES_BY_TYPE:
      add_place (places, find_node (build, (LiaisonId){ 2, (guint) event->type }));
      break;
    }
  if (places->n == 0)
    add_place (places, rest_node (build));
}

typedef struct
{
  Build *build;
  const Places *places;
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

static void
add_event (Build *build, const LiaisonBlock *block)
{
  LiaisonBar bar = { .block = block };
  Places places = { .n = 0 };
  Occurring occurring = { build, &places, block };

  if (liaison_times_get_start (&build->manner->lookup, block, &bar.start) != LIAISON_TIME_KNOWN)
    return;
  if (liaison_times_get_end (&build->manner->lookup, block, &bar.end) != LIAISON_TIME_KNOWN
      || bar.end < bar.start)
    bar.end = bar.start;
  if (build->setup->is_shown != NULL && !build->setup->is_shown (block, build->setup->data))
    return;
  build->lanes->n_events++;
  find_places (build, LIAISON_DATA (Event, block), &places);
  if (liaison_recurrence_recurs (block))
    {
      liaison_recurrence_foreach (&build->manner->lookup, block, build->window_start,
                                  build->window_end, occurrence_cb, &occurring);
      return;
    }
  for (guint i = 0; i < places.n; i++)
    put (build, places.places[i], &bar);
}

static void
find_window (Build *build)
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

static void
mark_filled (Build *build)
{
  for (guint i = 0; i < build->nodes->len; i++)
    if (g_array_index (build->nodes, Node, i).met || build->setup->with_empty)
      for (guint place = i, depth = 0; place != G_MAXUINT && depth < DEEPEST; depth++)
        {
          g_array_index (build->nodes, Node, place).filled = TRUE;
          place = g_array_index (build->nodes, Node, place).parent_place;
        }
}

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *nodes = data;
  const Node *of_a = &g_array_index (nodes, Node, *(const guint *) a);
  const Node *of_b = &g_array_index (nodes, Node, *(const guint *) b);
  gboolean rest_a = liaison_id_same (of_a->key, LIAISON_LANE_REST);
  gboolean rest_b = liaison_id_same (of_b->key, LIAISON_LANE_REST);

  if (rest_a != rest_b)
    return rest_a ? 1 : -1;
  if (of_a->sort != NULL && of_b->sort != NULL)
    return strcmp (of_a->sort, of_b->sort);
  if (of_a->key.high == 2)
    return liaison_id_compare (of_a->key, of_b->key);
  return strcmp (of_a->label, of_b->label);
}

/* Hangs each node before the siblings hung before it; so the order given is turned round. Returns
 * the first root. */
static guint
hang (Build *build, const guint *order, guint n)
{
  guint first = G_MAXUINT;

  for (guint i = n; i > 0; i--)
    {
      Node *node = &g_array_index (build->nodes, Node, order[i - 1]);
      guint *head = node->parent_place == G_MAXUINT
                        ? &first
                        : &g_array_index (build->nodes, Node, node->parent_place).first;
      if (!node->filled)
        continue;
      node->next = *head;
      *head = order[i - 1];
    }
  return first;
}

static void
emit (Build *build, guint place, guint depth)
{
  for (; place != G_MAXUINT; place = g_array_index (build->nodes, Node, place).next)
    {
      Node *node = &g_array_index (build->nodes, Node, place);
      LiaisonLane lane = { .key = node->key,
                           .label = g_steal_pointer (&node->label),
                           .block = node->block,
                           .nation = node->nation,
                           .depth = depth,
                           .has_children = node->first != G_MAXUINT,
                           .folded = node->folded && node->first != G_MAXUINT };
      GArray *bars = node->bars;

      lane.index = liaison_lane_index_new (bars != NULL ? (const LiaisonBar *) bars->data : NULL,
                                           bars != NULL ? bars->len : 0, build->setup->least);
      g_array_append_val (build->lanes->lanes, lane);
      if (!lane.folded && depth < DEEPEST)
        emit (build, node->first, depth + 1);
    }
}

static void
node_clear (gpointer data)
{
  Node *node = data;

  g_free (node->label);
  g_free (node->sort);
  g_clear_pointer (&node->bars, g_array_unref);
}

static void
lane_clear (gpointer data)
{
  LiaisonLane *lane = data;

  g_free (lane->label);
  liaison_lane_index_free (lane->index);
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
make_lanes (Build *build)
{
  g_autofree guint *order = g_new (guint, MAX (build->nodes->len, 1));

  mark_filled (build);
  for (guint i = 0; i < build->nodes->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) build->nodes->len, sizeof (guint), compare_nodes, build->nodes);
  emit (build, hang (build, order, build->nodes->len), 0);
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

LiaisonLanes *
liaison_lanes_new (LiaisonSnapshot *snapshot,
                   const LiaisonManner *manner,
                   const LiaisonLanesSetup *setup)
{
  LiaisonManner own = *manner;
  Build build = { .snapshot = snapshot, .manner = &own, .setup = setup };
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  own.lookup = liaison_snapshot_get_lookup (snapshot);
  build.lanes = liaison_lanes_new_take (snapshot, g_array_new (FALSE, FALSE, sizeof (LiaisonLane)));
  build.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (build.nodes, node_clear);
  build.places = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  build.tracks = g_hash_table_new (g_str_hash, g_str_equal);
  find_window (&build);
  add_nodes (&build);
  link_parents (&build);
  for (guint i = 0; i < n; i++)
    add_event (&build, events[i]);
  make_lanes (&build);
  g_hash_table_unref (build.tracks);
  g_hash_table_unref (build.places);
  g_array_unref (build.nodes);
  return build.lanes;
}

void
liaison_lanes_free (LiaisonLanes *self)
{
  g_array_unref (self->lanes);
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
