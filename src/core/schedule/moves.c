/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/moves.h"

#include "record/kinds/event.h"
#include "record/times.h"
#include "record/zone.h"
#include "schedule/series.h"

#define DAY 86400

static void
clear_edit (gpointer data)
{
  liaison_value_clear (&((LiaisonFixEdit *) data)->value);
}

static void
clear_move (gpointer data)
{
  LiaisonMove *move = data;

  g_clear_pointer (&move->operands, g_array_unref);
  g_clear_pointer (&move->edits, g_array_unref);
}

GArray *
liaison_moves_new (void)
{
  GArray *moves = g_array_new (FALSE, TRUE, sizeof (LiaisonMove));

  g_array_set_clear_func (moves, clear_move);
  return moves;
}

LiaisonMove *
liaison_moves_add (GArray *moves,
                   const LiaisonBlock *block,
                   LiaisonMoveForm form,
                   gint64 from,
                   gint64 to)
{
  LiaisonMove move = { .record = block->id,
                       .kind = liaison_kind_for_shape (block->shape),
                       .form = form,
                       .from = from,
                       .to = to };

  g_array_append_val (moves, move);
  return &g_array_index (moves, LiaisonMove, moves->len - 1);
}

void
liaison_move_take_operand (LiaisonMove *self, LiaisonOperand operand)
{
  if (self->operands == NULL)
    self->operands = liaison_operands_new ();
  g_array_append_val (self->operands, operand);
}

void
liaison_move_take_edit (LiaisonMove *self, const LiaisonSlot *slot, LiaisonValue value)
{
  LiaisonFixEdit edit = { *slot, value };

  if (self->edits == NULL)
    {
      self->edits = g_array_new (FALSE, FALSE, sizeof (LiaisonFixEdit));
      g_array_set_clear_func (self->edits, clear_edit);
    }
  g_array_append_val (self->edits, edit);
}

/* When the anchor of @start is, by way of an instant at no distance from it. */
static gboolean
resolve_anchor (const LiaisonInstant *start, const LiaisonLookup *lookup, gint64 *seconds)
{
  LiaisonInstant at = { .form = LIAISON_INSTANT_ELAPSED, .edge = start->edge, .anchor = start->anchor };

  return liaison_times_resolve (lookup, &at, seconds, NULL) == LIAISON_TIME_KNOWN;
}

static gint64
floor_day (gint64 seconds)
{
  return seconds / DAY - (seconds % DAY < 0);
}

/* As a clock time in its zone; FALSE where clocks do not show that moment once. */
static gboolean
move_clock (const LiaisonInstant *start,
            const LiaisonLookup *lookup,
            gint64 anchor,
            gint64 seconds,
            LiaisonInstant *moved)
{
  gint32 offset = 0, anchor_offset = 0;
  gint64 found;

  if (start->zone != NULL
      && (!liaison_zone_get_offset (start->zone, seconds, &offset)
          || !liaison_zone_get_offset (start->zone, anchor, &anchor_offset)))
    return FALSE;
  *moved = *start;
  moved->days = (gint32) (floor_day (seconds + offset) - floor_day (anchor + anchor_offset));
  moved->seconds = seconds + offset - floor_day (seconds + offset) * DAY;
  return liaison_times_resolve (lookup, moved, &found, NULL) == LIAISON_TIME_KNOWN
         && found == seconds;
}

gboolean
liaison_instant_move (const LiaisonInstant *start,
                      const LiaisonLookup *lookup,
                      gint64 seconds,
                      LiaisonInstant *moved)
{
  gint64 anchor;

  if (start->form == LIAISON_INSTANT_UNSET)
    return liaison_instant_from_unix (seconds, NULL, moved);
  if (start->form == LIAISON_INSTANT_FIXED)
    {
      if (start->zone != NULL && liaison_instant_from_unix (seconds, start->zone, moved))
        return TRUE;
      /* A bare offset, or a zone that is not known here: the clock there goes on as it did. */
      *moved = *start;
      moved->seconds = seconds;
      return TRUE;
    }
  if (!resolve_anchor (start, lookup, &anchor))
    return FALSE;
  if (start->form == LIAISON_INSTANT_CLOCK && move_clock (start, lookup, anchor, seconds, moved))
    return TRUE;
  *moved = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                             .edge = start->edge,
                             .seconds = seconds - anchor,
                             .anchor = start->anchor };
  return TRUE;
}

/* Making edits of moves: blocks as they will be, by id, over those of the snapshot. */
typedef struct
{
  const GArray *moves;
  const LiaisonSnapshot *snapshot;
  GHashTable *wanted;    /* LiaisonId * -> LiaisonMove *, chosen ones with a time to be */
  GHashTable *changed;   /* LiaisonId in its block -> LiaisonBlock *, owned */
  GHashTable *done;      /* LiaisonId * of moves: looked at, or being looked at */
  LiaisonProposal *proposal; /* or NULL */
} Making;

static const LiaisonBlock *
find_changed (gpointer data, LiaisonId id)
{
  const Making *self = data;
  const LiaisonBlock *block = g_hash_table_lookup (self->changed, &id);

  if (block != NULL)
    return block;
  /* What is found by a code, such as STARTEX, may have changed too. */
  block = liaison_snapshot_find (self->snapshot, id);
  const LiaisonBlock *other
      = block != NULL ? g_hash_table_lookup (self->changed, &block->id) : NULL;
  return other != NULL ? other : block;
}

static void
change (Making *self, const LiaisonMove *move, const LiaisonSlot *slot, const LiaisonValue *value)
{
  const LiaisonBlock *block = find_changed (self, move->record);
  LiaisonBlock *with = block != NULL ? liaison_block_with_slot (block, slot, value) : NULL;

  if (with == NULL)
    return;
  g_hash_table_replace (self->changed, &with->id, with);
  if (self->proposal != NULL)
    {
      LiaisonValue copy = LIAISON_VALUE_INIT;
      liaison_value_copy (&copy, value);
      liaison_proposal_take (self->proposal, move->kind, slot, copy);
    }
}

/* What it hangs on first: that decides what its own start must say. */
static void
make_start (Making *self, const LiaisonMove *move)
{
  const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, move->record);
  const LiaisonMove *anchor;
  LiaisonLookup lookup = { find_changed, self };
  LiaisonInstant moved;
  gint64 natural;

  if (block == NULL || block->shape != &liaison_event_kind.shape
      || !g_hash_table_add (self->done, (gpointer) &move->record))
    return;
  const LiaisonInstant *start = &LIAISON_DATA (Event, block)->start;
  const LiaisonId on = start->form > LIAISON_INSTANT_FIXED ? liaison_anchor_get_id (start->anchor)
                                                           : (LiaisonId){ 0 };
  if ((anchor = g_hash_table_lookup (self->wanted, &on)) != NULL)
    make_start (self, anchor);
  if (start->form != LIAISON_INSTANT_UNSET
      && liaison_times_resolve (&lookup, start, &natural, NULL) == LIAISON_TIME_KNOWN
      && natural == move->to)
    return;
  if (!liaison_instant_move (start, &lookup, move->to, &moved))
    return;
  LiaisonSlot slot = liaison_slot_field (block->id, LIAISON_FIELD (Event, start));
  g_auto (LiaisonValue) value
      = liaison_value_field (&block->shape->fields[LIAISON_FIELD (Event, start)], &moved);
  change (self, move, &slot, &value);
}

static void
make (Making *self, const guint8 *chosen)
{
  self->wanted = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  self->changed = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL,
                                         (GDestroyNotify) liaison_block_unref);
  self->done = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  for (guint i = 0; i < self->moves->len; i++)
    {
      const LiaisonMove *move = &g_array_index (self->moves, LiaisonMove, i);
      if (chosen != NULL && !chosen[i])
        continue;
      for (guint k = 0; move->edits != NULL && k < move->edits->len; k++)
        {
          const LiaisonFixEdit *edit = &g_array_index (move->edits, LiaisonFixEdit, k);
          change (self, move, &edit->slot, &edit->value);
        }
      /* What stays may have to say anew how far it is from what it hangs on. */
      if (move->edits == NULL && move->form != LIAISON_MOVE_ALONG)
        g_hash_table_insert (self->wanted, (gpointer) &move->record, (gpointer) move);
    }
  for (guint i = 0; i < self->moves->len; i++)
    {
      const LiaisonMove *move = &g_array_index (self->moves, LiaisonMove, i);
      if (g_hash_table_lookup (self->wanted, &move->record) == move)
        make_start (self, move);
    }
}

static void
clear_making (Making *self)
{
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->done, g_hash_table_unref);
}

LiaisonSnapshot *
liaison_moves_apply (const GArray *moves, const LiaisonSnapshot *snapshot, const guint8 *chosen)
{
  Making making = { .moves = moves, .snapshot = snapshot };
  guint n;

  make (&making, chosen);
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (making.changed, &n);
  g_autofree const LiaisonBlock **blocks = g_new (const LiaisonBlock *, n + 1);
  for (guint i = 0; i < n; i++)
    blocks[i] = g_hash_table_lookup (making.changed, keys[i]);
  LiaisonSnapshot *after = liaison_snapshot_with_blocks (snapshot, blocks, n);
  clear_making (&making);
  return after;
}

guint
liaison_moves_propose (const GArray *moves,
                       const LiaisonSnapshot *snapshot,
                       const guint8 *chosen,
                       LiaisonProposal *proposal)
{
  Making making = { .moves = moves, .snapshot = snapshot, .proposal = proposal };
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  guint n;

  make (&making, chosen);
  liaison_series_follow (proposal, &lookup);
  n = g_hash_table_size (making.changed);
  clear_making (&making);
  return n;
}
