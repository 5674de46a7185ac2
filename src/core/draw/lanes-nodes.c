/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to make lanes of, and where among it an event stands. */
#include "config.h"

#include "draw/lanes-private.h"

#include "record/kinds.h"
#include "words/glossary.h"
#include "words/search.h"

#include <glib/gi18n-lib.h>

static const char *
text_of (LiaisonLanesBuild *build, const char *msgid)
{
  return liaison_words_get (build->manner->words, msgid);
}

static guint
add_node (LiaisonLanesBuild *build,
          LiaisonId key,
          LiaisonId parent,
          const LiaisonBlock *block,
          char *label)
{
  LiaisonLaneNode node = { .key = key,
                           .parent = parent,
                           .block = block,
                           .label = label,
                           .sort = NULL,
                           .first = G_MAXUINT,
                           .next = G_MAXUINT,
                           .lane = G_MAXUINT,
                           .parent_place = G_MAXUINT };
  LiaisonId *owned = g_memdup2 (&key, sizeof key);

  g_array_append_val (build->nodes, node);
  g_hash_table_insert (build->places, owned, GUINT_TO_POINTER (build->nodes->len));
  return build->nodes->len - 1;
}

static guint
find_node (LiaisonLanesBuild *build, LiaisonId key)
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
add_records (LiaisonLanesBuild *build, LiaisonKindId kind)
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
      lanes_node (build, place)->nation = nation;
      lanes_node (build, place)->sort =
          liaison_manner_get_sort_key (build->manner, blocks[i], name_field (blocks[i]));
    }
}

static void
add_all (LiaisonLanesBuild *build)
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
      add_node (build, (LiaisonId){ LANES_TYPE, i }, (LiaisonId){ 0 }, NULL,
                g_strdup (text_of (build, liaison_event_types.choices[i].label)));
  else if (by != LIAISON_LANES_BY_TRACK)
    add_records (build, kinds[by]);
}

static void
link_parents (LiaisonLanesBuild *build)
{
  for (guint i = 0; i < build->nodes->len; i++)
    {
      LiaisonLaneNode *node = lanes_node (build, i);
      guint parent =
          liaison_id_is_zero (node->parent) ? G_MAXUINT : find_node (build, node->parent);
      guint above = parent;

      /* What would be inside itself stands outermost. */
      for (guint depth = 0; above != G_MAXUINT; depth++)
        {
          if (above == i || depth > LIAISON_LANES_DEEPEST)
            {
              parent = G_MAXUINT;
              break;
            }
          above = lanes_node (build, above)->parent_place;
        }
      node->parent_place = parent;
      node->folded =
          build->setup->folded != NULL && g_hash_table_contains (build->setup->folded, &node->key);
    }
}

void
lanes_add_nodes (LiaisonLanesBuild *build)
{
  add_all (build);
  link_parents (build);
}

static guint
rest_node (LiaisonLanesBuild *build)
{
  guint place = find_node (build, LIAISON_LANE_REST);

  if (place != G_MAXUINT)
    return place;
  return add_node (build, LIAISON_LANE_REST, (LiaisonId){ 0 }, NULL,
                   /* Translators: The lane of events that have no site, no nation and so on */
                   g_strdup (text_of (build, N_ ("Not assigned"))));
}

static guint
track_node (LiaisonLanesBuild *build, const char *track)
{
  /* Of the name, so that a lane stays folded when other tracks come or go. */
  LiaisonId key = { LANES_TRACK, g_str_hash (track) | 1 };
  guint place = find_node (build, key);
  const char *told;

  if (place != G_MAXUINT)
    return place;
  told = liaison_glossary_translate (build->snapshot, track,
                                     liaison_words_get_language (build->manner->words));
  place = add_node (build, key, (LiaisonId){ 0 }, NULL, g_strdup (told));
  if (told != track)
    lanes_node (build, place)->word = g_strdup (track);
  lanes_node (build, place)->sort = liaison_words_dup_sort_key (build->manner->words, told);
  return place;
}

static void
add_place (LiaisonLanePlaces *places, guint place)
{
  if (place == G_MAXUINT || places->n == G_N_ELEMENTS (places->places))
    return;
  for (guint i = 0; i < places->n; i++)
    if (places->places[i] == place)
      return;
  places->places[places->n++] = place;
}

static void
add_ids (LiaisonLanesBuild *build, LiaisonLanePlaces *places, const LiaisonIds *ids)
{
  guint n;
  const LiaisonId *each = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    add_place (places, find_node (build, each[i]));
}

static const char *
nation_of (LiaisonLanesBuild *build, LiaisonId id)
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
add_nations (LiaisonLanesBuild *build, LiaisonLanePlaces *places, const LiaisonEventData *event)
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
add_people (LiaisonLanesBuild *build, LiaisonLanePlaces *places, const LiaisonEventData *event)
{
  add_ids (build, places, event->participants);
  add_place (places, find_node (build, event->chair));
  for (guint i = 0; i < liaison_items_get_size (event->roles); i++)
    add_place (
        places,
        find_node (build,
                   LIAISON_DATA (EventRole, liaison_items_get (event->roles, i))->participant));
}

void
lanes_find_places (LiaisonLanesBuild *build,
                   const LiaisonEventData *event,
                   LiaisonLanePlaces *places)
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
      add_place (places, find_node (build, (LiaisonId){ LANES_TYPE, (guint) event->type }));
      break;
    }
  if (places->n == 0)
    add_place (places, rest_node (build));
}
