/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/summary.h"

#include "record/kinds/action.h"
#include "record/kinds/event.h"
#include "record/kinds/participant.h"

#include <string.h>

#define DAY 86400

gboolean
liaison_action_get_due (const LiaisonLookup *lookup,
                        const LiaisonBlock  *action,
                        gint32              *day)
{
  const LiaisonActionData *data = LIAISON_DATA (Action, action);
  const LiaisonBlock *event;
  gint64 seconds;

  if (data->due != LIAISON_DATE_UNSET)
    {
      *day = data->due;
      return TRUE;
    }
  event = liaison_lookup_find (lookup, data->due_event);
  if (event == NULL || liaison_times_get_start (lookup, event, &seconds) != LIAISON_TIME_KNOWN)
    return FALSE;
  *day = seconds / DAY;
  return TRUE;
}

gboolean
liaison_action_is_owned_by (const LiaisonLookup *lookup,
                            const LiaisonBlock  *action,
                            const char          *name)
{
  const LiaisonBlock *owner = liaison_lookup_find (lookup, LIAISON_DATA (Action, action)->owner);
  const LiaisonField *title = owner != NULL ? liaison_shape_find_flagged (owner->shape, LIAISON_FIELD_TITLE) : NULL;
  const LiaisonText *names;

  if (title == NULL || title->type != LIAISON_FIELD_TEXT)
    return FALSE;
  names = *(LiaisonText *const *) LIAISON_BLOCK_AT (owner, title);
  for (guint i = 0; i < liaison_text_get_size (names); i++)
    if (strcmp (liaison_text_get_string (names, i), name) == 0)
      return TRUE;
  return FALSE;
}

static void
find_next_conference (LiaisonSummary        *self,
                      const LiaisonSnapshot *snapshot,
                      const LiaisonLookup   *lookup,
                      gint64                 now)
{
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 start;
      if (LIAISON_DATA (Event, events[i])->type != LIAISON_EVENT_TYPE_CONFERENCE
          || liaison_times_get_start (lookup, events[i], &start) != LIAISON_TIME_KNOWN || start < now)
        continue;
      if (liaison_id_is_zero (self->next_conference) || start < self->next_conference_start)
        {
          self->next_conference = events[i]->id;
          self->next_conference_start = start;
        }
    }
}

typedef struct
{
  LiaisonId id;
  gint32 due;
} Due;

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const Due *left = a, *right = b;
  if (left->due != right->due)
    return left->due < right->due ? -1 : 1;
  return liaison_id_compare (left->id, right->id);
}

static void
find_open_actions (LiaisonSummary        *self,
                   const LiaisonSnapshot *snapshot,
                   const LiaisonLookup   *lookup,
                   gint32                 today)
{
  guint n;
  const LiaisonBlock *const *actions = liaison_snapshot_get (snapshot, LIAISON_KIND_ACTION, &n);
  g_autoptr (GArray) dues = g_array_new (FALSE, FALSE, sizeof (Due));

  for (guint i = 0; i < n; i++)
    {
      int status = LIAISON_DATA (Action, actions[i])->status;
      Due due = { actions[i]->id, G_MAXINT32 };
      if (status == LIAISON_ACTION_STATUS_DONE || status == LIAISON_ACTION_STATUS_DROPPED)
        continue;
      if (liaison_action_get_due (lookup, actions[i], &due.due) && due.due < today)
        self->late_actions++;
      g_array_append_val (dues, due);
    }
  g_array_sort (dues, compare_due);
  for (guint i = 0; i < dues->len; i++)
    g_array_append_val (self->open_actions, g_array_index (dues, Due, i).id);
}

static guint
count_people (const LiaisonSnapshot *snapshot)
{
  guint n, people = 0;
  const LiaisonBlock *const *participants = liaison_snapshot_get (snapshot, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonParticipantData *data = LIAISON_DATA (Participant, participants[i]);
      if (data->type == LIAISON_PARTICIPANT_TYPE_PERSON)
        people++;
    }
  return people;
}

void
liaison_summary_take (LiaisonSummary        *self,
                      const LiaisonSnapshot *snapshot,
                      const LiaisonLookup   *lookup,
                      gint64                 now,
                      gint32                 offset)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (snapshot);

  *self = (LiaisonSummary) { .open_actions = g_array_new (FALSE, FALSE, sizeof (LiaisonId)) };
  self->startex_state = liaison_times_get_start (lookup, exercise, &self->startex);
  self->endex_state = liaison_times_get_end (lookup, exercise, &self->endex);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    liaison_snapshot_get (snapshot, kind, &self->counts[kind]);
  self->people = count_people (snapshot);
  find_next_conference (self, snapshot, lookup, now);
  find_open_actions (self, snapshot, lookup, (now + offset) / DAY);
}

void
liaison_summary_clear (LiaisonSummary *self)
{
  g_clear_pointer (&self->open_actions, g_array_unref);
}
