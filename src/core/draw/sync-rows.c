/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/sync-matrix-private.h"

#include "record/kinds/inject.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/site.h"
#include "words/nation.h"

#include <glib/gi18n-lib.h>

void
liaison_sync_row_clear (gpointer data)
{
  g_free (((LiaisonSyncRow *) data)->label);
}

LiaisonSyncRow *
liaison_sync_get_row (const LiaisonSyncFill *fill, guint place)
{
  return &g_array_index (fill->rows, LiaisonSyncRow, place);
}

static guint
add_row (LiaisonSyncFill *fill, LiaisonId id, char *label, guint parent)
{
  LiaisonSyncRow row = { .id = id, .label = label, .parent = parent, .row = LIAISON_SYNC_NO_ROW };
  guint place = fill->rows->len;

  row.depth = parent != LIAISON_SYNC_NO_ROW ? liaison_sync_get_row (fill, parent)->depth + 1 : 0;
  g_array_append_val (fill->rows, row);
  g_hash_table_insert (fill->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
  return place;
}

static guint
find_place (const LiaisonSyncFill *fill, LiaisonId id)
{
  gpointer value = g_hash_table_lookup (fill->places, &id);

  return value != NULL ? GPOINTER_TO_UINT (value) - 1 : LIAISON_SYNC_NO_ROW;
}

/* Who knows more than players may. */
static gboolean
is_control (int role)
{
  switch (role)
    {
    case LIAISON_PARTICIPANT_ROLE_EXERCISE_CONTROL:
    case LIAISON_PARTICIPANT_ROLE_RESPONSE_CELL:
    case LIAISON_PARTICIPANT_ROLE_OPPOSING_FORCE:
    case LIAISON_PARTICIPANT_ROLE_ROLE_PLAYER:
    case LIAISON_PARTICIPANT_ROLE_EVALUATOR:
    case LIAISON_PARTICIPANT_ROLE_OBSERVER_TRAINER:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_participants_under (LiaisonSyncFill *fill, LiaisonId parent, guint place, guint depth);

static void
add_participant (LiaisonSyncFill *fill, const LiaisonBlock *block, guint parent, guint depth)
{
  const LiaisonParticipantData *data = LIAISON_DATA (Participant, block);
  guint place;

  if (data->type == LIAISON_PARTICIPANT_TYPE_PERSON
      || find_place (fill, block->id) != LIAISON_SYNC_NO_ROW || depth > 12)
    return;
  if (fill->setup->players && is_control (data->role))
    return;
  place = add_row (fill, block->id, liaison_manner_tell_block_name (fill->manner, block), parent);
  liaison_sync_get_row (fill, place)->nation = data->nation;
  add_participants_under (fill, block->id, place, depth + 1);
}

static void
add_participants_under (LiaisonSyncFill *fill, LiaisonId parent, guint place, guint depth)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (fill->snapshot, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_id_same (LIAISON_DATA (Participant, blocks[i])->parent, parent))
      add_participant (fill, blocks[i], place, depth);
}

static void
add_nations (LiaisonSyncFill *fill)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (fill->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonField *code = liaison_shape_find_flagged (blocks[i]->shape, LIAISON_FIELD_CODE);
      const char *name =
          code != NULL ? *(const char *const *) LIAISON_BLOCK_AT (blocks[i], code) : NULL;
      guint place;
      if (name == NULL)
        continue;
      place = add_row (fill, blocks[i]->id, liaison_manner_tell_nation (fill->manner, name),
                       LIAISON_SYNC_NO_ROW);
      liaison_sync_get_row (fill, place)->nation = name;
    }
}

/* Rows that are no records are told apart by an id made of their number. */
static LiaisonId
make_id (guint number)
{
  return (LiaisonId){ 0x5359, number + 1 };
}

static void
add_areas (LiaisonSyncFill *fill)
{
  for (guint i = 1; i < liaison_functional_areas.n; i++)
    {
      guint place = add_row (fill, make_id (i),
                             g_strdup (liaison_words_get (
                                 fill->manner->words, liaison_functional_areas.choices[i].label)),
                             LIAISON_SYNC_NO_ROW);
      liaison_sync_get_row (fill, place)->area = (int) i;
    }
}

static void
add_sites (LiaisonSyncFill *fill)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (fill->snapshot, LIAISON_KIND_SITE, &n);

  for (guint i = 0; i < n; i++)
    add_row (fill, blocks[i]->id, liaison_manner_tell_block_name (fill->manner, blocks[i]),
             LIAISON_SYNC_NO_ROW);
}

static guint
get_nobody (LiaisonSyncFill *fill)
{
  static const char *const labels[] = {
    [LIAISON_SYNC_ROWS_PARTICIPANTS] = N_ ("No participant named"),
    [LIAISON_SYNC_ROWS_NATIONS] = N_ ("No nation named"),
    [LIAISON_SYNC_ROWS_AREAS] = N_ ("No functional area"),
    [LIAISON_SYNC_ROWS_SITES] = N_ ("No site"),
  };

  if (fill->nobody == LIAISON_SYNC_NO_ROW)
    fill->nobody =
        add_row (fill, make_id (0),
                 g_strdup (liaison_words_get (fill->manner->words, labels[fill->setup->rows])),
                 LIAISON_SYNC_NO_ROW);
  return fill->nobody;
}

void
liaison_sync_add_rows (LiaisonSyncFill *fill)
{
  switch (fill->setup->rows)
    {
    case LIAISON_SYNC_ROWS_PARTICIPANTS:
      add_participants_under (fill, (LiaisonId){ 0 }, LIAISON_SYNC_NO_ROW, 0);
      break;
    case LIAISON_SYNC_ROWS_NATIONS:
      add_nations (fill);
      break;
    case LIAISON_SYNC_ROWS_AREAS:
      add_areas (fill);
      break;
    case LIAISON_SYNC_ROWS_SITES:
    default:
      add_sites (fill);
      break;
    }
}

/* The row a participant belongs to: its own, or for people that of what they are part of. */
static guint
find_participant (const LiaisonSyncFill *fill, LiaisonId id)
{
  for (guint hops = 0; hops < 16 && !liaison_id_is_zero (id); hops++)
    {
      const LiaisonBlock *block;
      guint place = find_place (fill, id);
      if (place != LIAISON_SYNC_NO_ROW)
        return place;
      block = liaison_snapshot_find (fill->snapshot, id);
      if (block == NULL)
        return LIAISON_SYNC_NO_ROW;
      if (block->shape == &liaison_participant_kind.shape)
        id = LIAISON_DATA (Participant, block)->parent;
      else if (block->shape == &liaison_post_kind.shape)
        id = LIAISON_DATA (Post, block)->to;
      else
        return LIAISON_SYNC_NO_ROW;
    }
  return LIAISON_SYNC_NO_ROW;
}

static void
add_place (GArray *places, guint place)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) == place)
      return;
  if (place != LIAISON_SYNC_NO_ROW)
    g_array_append_val (places, place);
}

static void
add_ids (const LiaisonSyncFill *fill, GArray *places, const LiaisonIds *ids)
{
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    add_place (places, find_participant (fill, members[i]));
}

static void
add_nation_of (const LiaisonSyncFill *fill, GArray *places, const char *nation)
{
  for (guint i = 0; nation != NULL && i < fill->rows->len; i++)
    if (g_strcmp0 (liaison_sync_get_row (fill, i)->nation, nation) == 0)
      add_place (places, i);
}

static void
add_nations_of (const LiaisonSyncFill *fill,
                GArray *places,
                const LiaisonCodes *codes,
                const LiaisonIds *participants)
{
  guint n;
  const char *const *nations = liaison_codes_get (codes, &n);
  const LiaisonId *ids;

  for (guint i = 0; i < n; i++)
    add_nation_of (fill, places, nations[i]);
  ids = liaison_ids_get (participants, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (fill->snapshot, ids[i]);
      if (block != NULL && block->shape == &liaison_participant_kind.shape)
        add_nation_of (fill, places, LIAISON_DATA (Participant, block)->nation);
    }
}

/* The rows of an event or inject. */
void
liaison_sync_find_rows (LiaisonSyncFill *fill,
                        GArray *places,
                        const LiaisonIds *participants,
                        const LiaisonCodes *nations,
                        int area,
                        LiaisonId chair,
                        LiaisonId site)
{
  g_array_set_size (places, 0);
  switch (fill->setup->rows)
    {
    case LIAISON_SYNC_ROWS_PARTICIPANTS:
      add_ids (fill, places, participants);
      add_place (places, find_participant (fill, chair));
      break;
    case LIAISON_SYNC_ROWS_NATIONS:
      add_nations_of (fill, places, nations, participants);
      break;
    case LIAISON_SYNC_ROWS_AREAS:
      if (area > 0)
        add_place (places, find_place (fill, make_id ((guint) area)));
      break;
    case LIAISON_SYNC_ROWS_SITES:
    default:
      add_place (places, find_place (fill, site));
      break;
    }
  if (places->len == 0)
    add_place (places, get_nobody (fill));
}

/* What stands in a row makes those above it be seen too. */
static void
mark_used (LiaisonSyncFill *fill)
{
  for (guint i = 0; i < fill->met->len; i++)
    for (guint place = g_array_index (fill->met, LiaisonSyncMet, i).row;
         place != LIAISON_SYNC_NO_ROW && !liaison_sync_get_row (fill, place)->used;
         place = liaison_sync_get_row (fill, place)->parent)
      liaison_sync_get_row (fill, place)->used = TRUE;
  for (guint i = 0; fill->setup->all_rows && i < fill->rows->len; i++)
    liaison_sync_get_row (fill, i)->used = TRUE;
}

void
liaison_sync_put_rows (LiaisonSyncFill *fill)
{
  mark_used (fill);
  for (guint i = 0; i < fill->rows->len; i++)
    {
      LiaisonSyncRow *row = liaison_sync_get_row (fill, i);
      LiaisonMatrixHead head = { .id = row->id, .label = row->label, .depth = row->depth };
      if (!row->used)
        continue;
      if (row->depth == 0 && i + 1 < fill->rows->len
          && liaison_sync_get_row (fill, i + 1)->depth > 0)
        head.strong = TRUE;
      row->row = liaison_matrix_add_row (fill->matrix, &head);
      g_array_append_val (fill->result->areas, row->area);
      g_ptr_array_add (fill->result->nations, (gpointer) row->nation);
    }
}
