/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "record/times.h"
#include "schedule/moves.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_break_types,
  [LIAISON_BREAK_PEOPLE] = { "people", N_ ("People") },
  [LIAISON_BREAK_EVENT] = { "event", N_ ("Event") },
  [LIAISON_BREAK_INJECT] = { "inject", N_ ("Inject") },
  [LIAISON_BREAK_SITE] = { "site", N_ ("Site") },
  [LIAISON_BREAK_LIAISON] = { "liaison", N_ ("Liaison post") },
  [LIAISON_BREAK_LANGUAGE] = { "language", N_ ("Language") },
  [LIAISON_BREAK_CHANNEL] = { "channel", N_ ("Channel") },
  [LIAISON_BREAK_AGREEMENT] = { "agreement", N_ ("Agreement") },
  [LIAISON_BREAK_INFORMATION] = { "information", N_ ("Information") },
  [LIAISON_BREAK_PACK] = { "pack", N_ ("Pack") },
  [LIAISON_BREAK_SUPPORT] = { "support", N_ ("Support") },
  /* Translators: Something that somebody has to do */
  [LIAISON_BREAK_TASK] = { "task", N_ ("Task") });

static void
clear_edit (gpointer data)
{
  liaison_value_clear (&((LiaisonFixEdit *) data)->value);
}

GArray *
liaison_edits_new (void)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (LiaisonFixEdit));

  g_array_set_clear_func (edits, clear_edit);
  return edits;
}

void
liaison_edits_take (GArray *edits, const LiaisonSlot *slot, LiaisonValue value)
{
  LiaisonFixEdit edit = { *slot, value };

  g_array_append_val (edits, edit);
}

void
liaison_edits_set (GArray *edits, const LiaisonBlock *block, guint field, gconstpointer at)
{
  LiaisonSlot slot = liaison_slot_field (block->id, field);

  liaison_edits_take (edits, &slot, liaison_value_field (&block->shape->fields[field], at));
}

static void
clear_substitute (gpointer data)
{
  LiaisonSubstitute *self = data;

  g_clear_pointer (&self->operands, g_array_unref);
  g_clear_pointer (&self->edits, g_array_unref);
}

static void
breaking_free (gpointer data)
{
  LiaisonBreaking *self = data;

  g_array_unref (self->public.operands);
  g_array_unref (self->public.edits);
  g_array_unref (self->public.substitutes);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

LiaisonBreaking *
liaison_looking_add (LiaisonLooking *self,
                     const LiaisonBlock *user,
                     LiaisonBreakType type,
                     LiaisonSeverity severity,
                     const char *sentence,
                     gint64 when)
{
  LiaisonBreaking *breaking = g_new0 (LiaisonBreaking, 1);

  breaking->public = (LiaisonBreak){ .type = type,
                                     .severity = severity,
                                     .record = user->id,
                                     .when = when,
                                     .sentence = sentence,
                                     .operands = liaison_operands_new (),
                                     .edits = liaison_edits_new (),
                                     .substitutes
                                     = g_array_new (FALSE, FALSE, sizeof (LiaisonSubstitute)),
                                     .preferred = LIAISON_NO_SUBSTITUTE };
  g_array_set_clear_func (breaking->public.substitutes, clear_substitute);
  breaking->user = user;
  liaison_breaking_take_operand (breaking, liaison_operand_record ("record", user->id));
  g_ptr_array_add (self->breaks, breaking);
  return breaking;
}

void
liaison_breaking_take_operand (LiaisonBreaking *self, LiaisonOperand operand)
{
  g_array_append_val (self->public.operands, operand);
}

void
liaison_breaking_name (LiaisonBreaking *self, const char *placeholder, const LiaisonBlock *block)
{
  liaison_breaking_take_operand (self, liaison_operand_record (placeholder, block->id));
}

/* By date; of one date the worst first, then as a file has them. */
static int
compare_breaks (gconstpointer a, gconstpointer b)
{
  const LiaisonBreaking *one = *(LiaisonBreaking *const *) a, *two = *(LiaisonBreaking *const *) b;

  if (one->public.when != two->public.when)
    return one->public.when < two->public.when ? -1 : 1;
  if (one->public.severity != two->public.severity)
    return (int) two->public.severity - (int) one->public.severity;
  if (one->public.type != two->public.type)
    return (int) one->public.type - (int) two->public.type;
  return liaison_id_compare (one->public.record, two->public.record);
}

static gboolean
begin (LiaisonLooking *self, LiaisonSnapshot *snapshot, const LiaisonWithdrawalOptions *options)
{
  const LiaisonBlock *subject = liaison_snapshot_find (snapshot, options->record);
  const LiaisonKind *kind = subject != NULL ? liaison_kind_for_shape (subject->shape) : NULL;
  gint64 startex;

  if (kind == NULL || ((LIAISON_WITHDRAWAL_TARGETS >> kind->id) & 1) == 0
      || options->until <= options->from)
    return FALSE;
  *self = (LiaisonLooking){ .snapshot = snapshot,
                            .lookup = liaison_snapshot_get_lookup (snapshot),
                            .options = *options,
                            .for_good = options->until == LIAISON_WITHDRAWAL_FOR_GOOD,
                            .subject = subject };
  self->midway
      = liaison_times_get_start (&self->lookup, liaison_snapshot_get_exercise (snapshot), &startex)
            == LIAISON_TIME_KNOWN
        && options->from > startex;
  self->lost = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  self->losses = g_ptr_array_new ();
  self->duties = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->moved = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  self->breaks = g_ptr_array_new_with_free_func (breaking_free);
  return TRUE;
}

static void
end (LiaisonLooking *self)
{
  g_hash_table_unref (self->lost);
  g_ptr_array_unref (self->losses);
  g_clear_pointer (&self->bookings, liaison_bookings_free);
  g_hash_table_unref (self->duties);
  g_hash_table_unref (self->moved);
}

/* In the order of dates: whoever steps in at one is no longer free at the next. */
static void
find_substitutes (LiaisonLooking *self)
{
  g_ptr_array_sort (self->breaks, compare_breaks);
  for (guint i = 0; i < self->breaks->len; i++)
    {
      LiaisonBreaking *breaking = self->breaks->pdata[i];
      liaison_looking_find_substitutes (self, breaking);
      g_clear_pointer (&breaking->gone, g_hash_table_unref);
      g_clear_pointer (&breaking->spans, g_array_unref);
    }
}

LiaisonWithdrawal *
liaison_withdrawal_new (LiaisonSnapshot *snapshot, const LiaisonWithdrawalOptions *options)
{
  LiaisonLooking self;
  LiaisonWithdrawal *result;

  if (!begin (&self, snapshot, options))
    return NULL;
  liaison_looking_lose (&self);
  liaison_looking_look_at_gone (&self);
  liaison_looking_look_at_users (&self);
  liaison_looking_look_at_languages (&self);
  find_substitutes (&self);
  result = g_new0 (LiaisonWithdrawal, 1);
  result->options = *options;
  result->snapshot = liaison_snapshot_ref (snapshot);
  result->breaks = self.breaks;
  result->n_lost = self.losses->len;
  for (guint i = 0; i < result->breaks->len; i++)
    result->counts[((LiaisonBreak *) result->breaks->pdata[i])->severity]++;
  end (&self);
  return result;
}

void
liaison_withdrawal_free (LiaisonWithdrawal *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->breaks);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

static void
add_moves (GArray *moves, const LiaisonSnapshot *snapshot, const GArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const LiaisonFixEdit *edit = &g_array_index (edits, LiaisonFixEdit, i);
      LiaisonValue copy = LIAISON_VALUE_INIT;
      LiaisonMove *move = liaison_moves_add (
          moves, liaison_snapshot_find (snapshot, edit->slot.record), LIAISON_MOVE_CHANGES, 0, 0);
      liaison_value_copy (&copy, &edit->value);
      liaison_move_take_edit (move, &edit->slot, copy);
    }
}

static GArray *
choose (const LiaisonWithdrawal *self, const LiaisonBreakChoice *choices)
{
  GArray *moves = liaison_moves_new ();

  for (guint i = 0; i < self->breaks->len; i++)
    {
      const LiaisonBreak *each = self->breaks->pdata[i];
      guint place = choices != NULL ? choices[i].substitute : each->preferred;
      if (choices != NULL && choices[i].left)
        continue;
      add_moves (moves, self->snapshot,
                 place < each->substitutes->len
                     ? g_array_index (each->substitutes, LiaisonSubstitute, place).edits
                     : each->edits);
    }
  return moves;
}

LiaisonSnapshot *
liaison_withdrawal_apply (const LiaisonWithdrawal *self, const LiaisonBreakChoice *choices)
{
  g_autoptr (GArray) moves = choose (self, choices);

  return liaison_moves_apply (moves, self->snapshot, NULL);
}

guint
liaison_withdrawal_propose (const LiaisonWithdrawal *self,
                            const LiaisonBreakChoice *choices,
                            LiaisonProposal *proposal)
{
  g_autoptr (GArray) moves = choose (self, choices);

  liaison_moves_propose (moves, self->snapshot, NULL, proposal);
  return liaison_proposal_get_size (proposal);
}
