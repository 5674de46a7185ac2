/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison/assignment.h"

#include "record/times.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a rule that never ends, so many stretches are looked at. */
#define MAX_STRETCHES LIAISON_RECURRENCE_MAX

/* Where one stretch stands in its series. */
typedef struct
{
  const LiaisonStand *stand;
  guint before, after;
  gint64 next; /* Unix s: when the rule has the one after it start */
  gboolean found;
} Series;

static gboolean
look_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Series *self = data;

  if (occurrence->by_rule < self->stand->by_rule)
    self->before++;
  else if (occurrence->by_rule == self->stand->by_rule)
    self->found = TRUE;
  else
    {
      if (self->after == 0)
        self->next = occurrence->by_rule;
      self->after++;
    }
  return TRUE;
}

static Series
look_at_series (const LiaisonLookup *lookup, const LiaisonStand *stand)
{
  Series self = { .stand = stand };

  if (liaison_recurrence_recurs (stand->shift))
    liaison_recurrence_foreach (lookup, stand->shift, G_MININT32, G_MAXUINT32, look_cb, &self);
  return self;
}

/* @rule with the number of occurrences in place of how it ended. */
static GRefString *
make_rule (const char *rule, guint count)
{
  g_auto (GStrv) parts = g_strsplit (rule, ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (count <= 1)
    return NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_ascii_strncasecmp (parts[i], "COUNT=", 6) != 0
        && g_ascii_strncasecmp (parts[i], "UNTIL=", 6) != 0 && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", parts[i]);
  g_string_append_printf (text, ";COUNT=%u", count);
  return g_ref_string_new (text->str);
}

static const char *
find_zone (const LiaisonLookup *lookup, const LiaisonBlock *post, const LiaisonInstant *instant)
{
  if (instant->form == LIAISON_INSTANT_FIXED && instant->zone != NULL)
    return instant->zone;
  return liaison_times_get_zone (lookup, post);
}

/* A copy of the shift under a new id, not yet shared, for [start, end) and so often. */
static LiaisonShiftData *
copy_shift (
    const LiaisonLookup *lookup, const LiaisonStand *stand, gint64 start, gint64 end, guint count)
{
  const LiaisonShiftData *old = LIAISON_DATA (Shift, stand->shift);
  const char *zone = find_zone (lookup, stand->post, &old->start);
  LiaisonShiftData *copy =
      (LiaisonShiftData *) liaison_block_copy_as (stand->shift, liaison_id_new (start * 1000));
  GRefString *rule = old->rule != NULL ? make_rule (old->rule, count) : NULL;

  g_clear_pointer (&copy->rule, g_ref_string_release);
  copy->rule = rule;
  if (!liaison_instant_from_unix (start, zone, &copy->start))
    liaison_instant_from_unix (start, NULL, &copy->start);
  if (!liaison_instant_from_unix (end, zone, &copy->end))
    liaison_instant_from_unix (end, NULL, &copy->end);
  return copy;
}

static void
take_shift (LiaisonProposal *proposal, const LiaisonBlock *post, LiaisonShiftData *shift)
{
  LiaisonSlot slot = liaison_slot_item (post->id, LIAISON_FIELD (Post, shifts), shift->block.id);

  liaison_proposal_take (proposal, &liaison_post_kind, &slot, liaison_value_block (&shift->block));
  liaison_block_unref (&shift->block);
}

static void
drop_shift (LiaisonProposal *proposal, const LiaisonStand *stand)
{
  LiaisonSlot slot =
      liaison_slot_item (stand->post->id, LIAISON_FIELD (Post, shifts), stand->shift->id);

  liaison_proposal_take (proposal, &liaison_post_kind, &slot, (LiaisonValue) LIAISON_VALUE_INIT);
}

static void
set_shift_field (LiaisonProposal *proposal,
                 const LiaisonStand *stand,
                 guint field,
                 LiaisonValue value)
{
  LiaisonSlot slot = liaison_slot_item_field (stand->post->id, LIAISON_FIELD (Post, shifts),
                                              stand->shift->id, field);

  liaison_proposal_take (proposal, &liaison_post_kind, &slot, value);
}

/* Takes the stretch out of its series; what is left of the series stays. */
static void
cut_out (const LiaisonLookup *lookup, LiaisonProposal *proposal, const LiaisonStand *stand)
{
  Series series = look_at_series (lookup, stand);
  const LiaisonShiftData *shift = LIAISON_DATA (Shift, stand->shift);

  if (!series.found || series.before + series.after == 0)
    {
      drop_shift (proposal, stand);
      return;
    }
  if (series.after > 0)
    take_shift (proposal, stand->post,
                copy_shift (lookup, stand, series.next, series.next + stand->end - stand->start,
                            series.after));
  if (series.before > 0)
    {
      g_autoptr (GRefString) rule = make_rule (shift->rule, series.before);
      set_shift_field (proposal, stand, LIAISON_FIELD (Shift, rule),
                       rule != NULL ? liaison_value_field (
                           &liaison_shift_shape.fields[LIAISON_FIELD (Shift, rule)], &rule)
                                    : (LiaisonValue) LIAISON_VALUE_INIT);
    }
  else
    drop_shift (proposal, stand);
}

static gboolean
is_single (const LiaisonLookup *lookup, const LiaisonStand *stand)
{
  Series series = look_at_series (lookup, stand);

  return !series.found || series.before + series.after == 0;
}

LiaisonProposal *
liaison_assignment_name (const LiaisonLookup *lookup,
                         const LiaisonStand *stand,
                         LiaisonId person,
                         gboolean series)
{
  LiaisonProposal *proposal;

  if (liaison_id_same (LIAISON_DATA (Shift, stand->shift)->participant, person))
    return NULL;
  proposal = liaison_proposal_new (liaison_id_is_zero (person)
                                       ? N_ ("Leave a shift of {record} to be named")
                                       : N_ ("Put {person} on shift at {record}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", stand->post->id));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("person", person));
  if (series || is_single (lookup, stand))
    set_shift_field (proposal, stand, LIAISON_FIELD (Shift, participant),
                     liaison_value_field (
                         &liaison_shift_shape.fields[LIAISON_FIELD (Shift, participant)], &person));
  else
    {
      LiaisonShiftData *one = copy_shift (lookup, stand, stand->start, stand->end, 1);
      one->participant = person;
      cut_out (lookup, proposal, stand);
      take_shift (proposal, stand->post, one);
    }
  return proposal;
}

LiaisonProposal *
liaison_assignment_add (const LiaisonBlock *post,
                        LiaisonSpan span,
                        const char *zone,
                        LiaisonId person)
{
  LiaisonShiftData *shift = (LiaisonShiftData *) liaison_block_new (
      &liaison_shift_shape, liaison_id_new (span.start * 1000));
  LiaisonProposal *proposal =
      liaison_proposal_new (liaison_id_is_zero (person) ? N_ ("Add a shift to {record}")
                                                        : N_ ("Put {person} on shift at {record}"));

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", post->id));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("person", person));
  shift->participant = person;
  shift->status = LIAISON_SHIFT_STATUS_PLANNED;
  if (!liaison_instant_from_unix (span.start, zone, &shift->start))
    liaison_instant_from_unix (span.start, NULL, &shift->start);
  if (!liaison_instant_from_unix (span.end, zone, &shift->end))
    liaison_instant_from_unix (span.end, NULL, &shift->end);
  take_shift (proposal, post, shift);
  return proposal;
}

LiaisonProposal *
liaison_assignment_remove (const LiaisonLookup *lookup, const LiaisonStand *stand, gboolean series)
{
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Take a shift off {record}"));

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", stand->post->id));
  if (series)
    drop_shift (proposal, stand);
  else
    cut_out (lookup, proposal, stand);
  return proposal;
}

LiaisonProposal *
liaison_assignment_move (const LiaisonLookup *lookup,
                         const LiaisonStand *stand,
                         const LiaisonBlock *post,
                         gint64 later)
{
  LiaisonProposal *proposal;

  if (post == stand->post && later == 0)
    return NULL;
  proposal = liaison_proposal_new (N_ ("Move a shift to {record}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", post->id));
  cut_out (lookup, proposal, stand);
  take_shift (proposal, post,
              copy_shift (lookup, stand, stand->start + later, stand->end + later, 1));
  return proposal;
}

LiaisonProposal *
liaison_assignment_hand_over (const LiaisonLookup *lookup,
                              const LiaisonStand *stand,
                              LiaisonId next,
                              const char *language,
                              const char *text)
{
  LiaisonHandoverData *note = (LiaisonHandoverData *) liaison_block_new (
      &liaison_handover_shape, liaison_id_new (stand->end * 1000));
  LiaisonSlot slot =
      liaison_slot_item (stand->post->id, LIAISON_FIELD (Post, handovers), note->block.id);
  const char *zone = liaison_times_get_zone (lookup, stand->post);
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Write a handover note of {record}"));

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", stand->post->id));
  if (!liaison_instant_from_unix (stand->end, zone, &note->when))
    liaison_instant_from_unix (stand->end, NULL, &note->when);
  if (stand->shift != NULL)
    note->from = LIAISON_DATA (Shift, stand->shift)->participant;
  note->to = next;
  note->text = liaison_text_new (language, text);
  liaison_proposal_take (proposal, &liaison_post_kind, &slot, liaison_value_block (&note->block));
  liaison_block_unref (&note->block);
  return proposal;
}
