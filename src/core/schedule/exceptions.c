/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/exceptions.h"

#include "record/kinds/event.h"
#include "schedule/moves.h"

#include <glib/gi18n-lib.h>

const LiaisonBlock *
liaison_exceptions_find (const LiaisonLookup *lookup, const LiaisonBlock *event, gint64 by_rule)
{
  const LiaisonItems *items = LIAISON_DATA (Event, event)->exceptions;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      gint64 seconds;

      if (liaison_times_resolve (lookup, &LIAISON_DATA (EventException, item)->occurrence, &seconds,
                                 NULL)
              == LIAISON_TIME_KNOWN
          && seconds == by_rule)
        return item;
    }
  return NULL;
}

/* As the start of the event is written: what hangs on STARTEX goes on to do so. */
static void
write_time (const LiaisonLookup *lookup,
            const LiaisonBlock *event,
            gint64 seconds,
            LiaisonInstant *instant)
{
  const LiaisonInstant *start = &LIAISON_DATA (Event, event)->start;

  if (start->form > LIAISON_INSTANT_FIXED && liaison_instant_move (start, lookup, seconds, instant))
    return;
  if (!liaison_instant_from_unix (seconds, liaison_times_get_zone (lookup, event), instant))
    liaison_instant_from_unix (seconds, NULL, instant);
}

/* The exception as it is, or a new one that says nothing yet. Not shared. */
static LiaisonEventExceptionData *
begin (const LiaisonLookup *lookup, const LiaisonBlock *event, gint64 by_rule, LiaisonId id)
{
  const LiaisonBlock *present = liaison_exceptions_find (lookup, event, by_rule);
  LiaisonEventExceptionData *item;

  if (present != NULL)
    return (LiaisonEventExceptionData *) liaison_block_copy (present);
  item = (LiaisonEventExceptionData *) liaison_block_new (&liaison_event_exception_shape, id);
  write_time (lookup, event, by_rule, &item->occurrence);
  return item;
}

/* An exception that changes nothing is none. */
static gboolean
says_nothing (const LiaisonEventExceptionData *item)
{
  return !item->cancelled && item->start.form == LIAISON_INSTANT_UNSET
         && item->duration == LIAISON_DURATION_UNSET && liaison_id_is_zero (item->site)
         && item->reason == NULL;
}

/* Takes @item. */
static LiaisonProposal *
propose (const LiaisonLookup *lookup,
         const LiaisonBlock *event,
         gint64 by_rule,
         LiaisonEventExceptionData *item,
         const char *sentence)
{
  g_autoptr (LiaisonBlock) block = &item->block;
  const LiaisonBlock *present = liaison_exceptions_find (lookup, event, by_rule);
  gboolean nothing = says_nothing (item);
  LiaisonSlot slot =
      liaison_slot_item (event->id, LIAISON_FIELD (Event, exceptions), item->block.id);
  LiaisonProposal *proposal;

  if (present != NULL ? liaison_block_equal (present, block) : nothing)
    return NULL;
  proposal = liaison_proposal_new (sentence);
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", event->id));
  liaison_proposal_take_operand (proposal, liaison_operand_seconds_at ("time", by_rule));
  liaison_proposal_take (proposal, &liaison_event_kind, &slot,
                         nothing ? (LiaisonValue) LIAISON_VALUE_INIT : liaison_value_block (block));
  return proposal;
}

LiaisonProposal *
liaison_exceptions_cancel (const LiaisonLookup *lookup,
                           const LiaisonBlock *event,
                           gint64 by_rule,
                           gboolean cancelled,
                           LiaisonId id)
{
  LiaisonEventExceptionData *item = begin (lookup, event, by_rule, id);

  item->cancelled = cancelled;
  return propose (lookup, event, by_rule, item,
                  cancelled ? N_ ("Cancel {record} on {time}")
                            : N_ ("Take up {record} on {time} again"));
}

LiaisonProposal *
liaison_exceptions_move (const LiaisonLookup *lookup,
                         const LiaisonBlock *event,
                         gint64 by_rule,
                         const LiaisonInstant *start,
                         LiaisonId id)
{
  LiaisonEventExceptionData *item = begin (lookup, event, by_rule, id);

  item->cancelled = FALSE;
  item->start = *start;
  return propose (lookup, event, by_rule, item, N_ ("Move {record} of {time}"));
}

LiaisonProposal *
liaison_exceptions_place (const LiaisonLookup *lookup,
                          const LiaisonBlock *event,
                          gint64 by_rule,
                          const LiaisonOccurrencePlace *place,
                          LiaisonId id)
{
  LiaisonEventExceptionData *item = begin (lookup, event, by_rule, id);

  item->cancelled = FALSE;
  if (place->moves)
    write_time (lookup, event, place->start, &item->start);
  if (place->moves && place->start == by_rule)
    item->start = (LiaisonInstant){ 0 };
  if (place->duration != LIAISON_DURATION_UNSET)
    item->duration = place->duration;
  if (place->site != NULL)
    item->site = *place->site;
  return propose (lookup, event, by_rule, item, N_ ("Move one occurrence of {record}"));
}
