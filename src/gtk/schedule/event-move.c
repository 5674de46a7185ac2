/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/event-move.h"

#include "message.h"
#include "record/kinds/event.h"
#include "schedule/exceptions.h"
#include "schedule/moves.h"
#include "schedule/series.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  LiaisonSession *session; /* owned */
  LiaisonEventMove move;
  LiaisonId site;
} Question;

gboolean
liaison_event_move_instant (const LiaisonManner *manner,
                            const LiaisonInstant *start,
                            gint64 wanted,
                            const char *zone,
                            LiaisonInstant *moved)
{
  if (start->form == LIAISON_INSTANT_UNSET)
    return liaison_instant_from_unix (wanted, zone, moved);
  return liaison_instant_move (start, &manner->lookup, wanted, moved);
}

static const LiaisonBlock *
find_block (LiaisonSession *session, LiaisonId event)
{
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (session), event);

  return record != NULL && liaison_record_get_kind (record) == &liaison_event_kind
             ? liaison_record_get_block (record)
             : NULL;
}

static void
take_field (LiaisonProposal *proposal, const LiaisonBlock *block, guint field, gconstpointer value)
{
  LiaisonSlot slot = liaison_slot_field (block->id, field);

  liaison_proposal_take (proposal, &liaison_event_kind, &slot,
                         liaison_value_field (&liaison_event_kind.shape.fields[field], value));
}

static const char *
name_move (const LiaisonEventMove *move)
{
  if (move->start == move->was_start && move->end == move->was_end)
    return N_ ("Move {record} to another site");
  return move->end - move->start != move->was_end - move->was_start
             ? N_ ("Change how long {record} takes")
             : N_ ("Move {record}");
}

static void
move_all (LiaisonSession *session, const LiaisonEventMove *move)
{
  const LiaisonBlock *block = find_block (session, move->event);
  LiaisonManner manner = liaison_session_get_manner (session);
  LiaisonProposal *proposal;
  gint64 length = move->end - move->start, own_start;
  LiaisonInstant moved;

  if (block == NULL)
    return;
  proposal = liaison_proposal_new (name_move (move));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", move->event));
  /* Of another occurrence than the first, the series moves by as much. */
  if (move->start != move->was_start
      && liaison_times_get_start (&manner.lookup, block, &own_start) == LIAISON_TIME_KNOWN
      && liaison_event_move_instant (&manner, &LIAISON_DATA (Event, block)->start,
                                     own_start + move->start - move->was_start, manner.zone,
                                     &moved))
    take_field (proposal, block, LIAISON_FIELD (Event, start), &moved);
  if (length != move->was_end - move->was_start)
    take_field (proposal, block, LIAISON_FIELD (Event, duration), &length);
  if (move->site != NULL)
    take_field (proposal, block, LIAISON_FIELD (Event, site), move->site);
  liaison_series_follow (proposal, &manner.lookup);
  liaison_session_commit (session, proposal, NULL);
}

/* The occurrence becomes an exception, or the one it is already changes. */
static void
move_one (LiaisonSession *session, const LiaisonEventMove *move)
{
  const LiaisonBlock *block = find_block (session, move->event);
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (session));
  LiaisonOccurrencePlace place = { .moves = move->start != move->was_start,
                                   .start = move->start,
                                   .duration = LIAISON_DURATION_UNSET,
                                   .site = move->site };
  LiaisonProposal *proposal;

  if (block == NULL)
    return;
  if (move->end - move->start != move->was_end - move->was_start)
    place.duration = move->end - move->start;
  proposal =
      liaison_exceptions_place (&lookup, block, move->by_rule, &place,
                                liaison_editor_new_id (liaison_session_get_editor (session)));
  if (proposal != NULL)
    liaison_session_commit (session, proposal, NULL);
}

static void
answered_cb (const char *response, gpointer data)
{
  Question *question = data;

  if (strcmp (response, "one") == 0)
    move_one (question->session, &question->move);
  else if (strcmp (response, "all") == 0)
    move_all (question->session, &question->move);
  g_object_unref (question->session);
  g_free (question);
}

static void
ask (GtkWindow *parent, LiaisonSession *session, const LiaisonEventMove *move)
{
  const LiaisonAnswer answers[] = { { "all", _ ("_All Occurrences"), FALSE, FALSE },
                                    { "one", _ ("_Only This One"), FALSE, TRUE } };
  Question *question = g_new0 (Question, 1);

  question->session = g_object_ref (session);
  question->move = *move;
  if (move->site != NULL)
    {
      question->site = *move->site;
      question->move.site = &question->site;
    }
  liaison_ask (
      parent, _ ("Move all occurrences?"),
      _ ("This event recurs. Only this occurrence can be moved, or all of them by as much."),
      answers, G_N_ELEMENTS (answers), answered_cb, question);
}

void
liaison_event_move (GtkWindow *parent, LiaisonSession *session, const LiaisonEventMove *move)
{
  const LiaisonBlock *block = find_block (session, move->event);

  if (block == NULL || liaison_editor_get_read_only (liaison_session_get_editor (session))
      || (move->start == move->was_start && move->end == move->was_end && move->site == NULL))
    return;
  if (LIAISON_DATA (Event, block)->locked)
    {
      g_signal_emit_by_name (session, "notice",
                             _ ("The event is locked. Unlock it in its form to move it."), FALSE);
      return;
    }
  if (move->recurs && parent != NULL)
    ask (parent, session, move);
  else
    move_all (session, move);
}
