/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison/assignment.h"

#include "liaison/languages.h"
#include "record/kinds/exercise.h"
#include "record/kinds/participant.h"
#include "schedule/bookings.h"
#include "schedule/recurrence.h"

typedef struct
{
  const LiaisonSnapshot *snapshot;
  const LiaisonBlock *post;
  LiaisonSpan span;
  gint64 rest;       /* s that people need between two duties */
  GHashTable *busy;  /* person -> the post or event in the way */
  GHashTable *tired; /* the same, too near */
  LiaisonLookup lookup;

  /* What is looked at */
  const LiaisonBlock *duty, *person;
} Search;

static void
note_duty (Search *self, const LiaisonBlock *person, gint64 start, gint64 end)
{
  if (start < self->span.end && end > self->span.start)
    g_hash_table_insert (self->busy, (gpointer) person, (gpointer) self->duty);
  else if (start < self->span.end + self->rest && end > self->span.start - self->rest)
    g_hash_table_insert (self->tired, (gpointer) person, (gpointer) self->duty);
}

static gboolean
note_shift_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Search *self = data;

  note_duty (self, self->person, occurrence->start, occurrence->end);
  return TRUE;
}

static const LiaisonBlock *
find_person (const Search *self, LiaisonId id)
{
  const LiaisonBlock *block =
      liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (self->snapshot, id);

  return block != NULL && block->shape == &liaison_participant_kind.shape ? block : NULL;
}

static void
look_at_shifts (Search *self)
{
  guint n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (self->snapshot, LIAISON_KIND_POST, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonItems *shifts = LIAISON_DATA (Post, posts[i])->shifts;
      self->duty = posts[i];
      for (guint j = 0; j < liaison_items_get_size (shifts); j++)
        {
          const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (shifts, j));
          self->person = find_person (self, shift->participant);
          if (self->person != NULL && shift->status != LIAISON_SHIFT_STATUS_ABSENT)
            liaison_recurrence_foreach (&self->lookup, &shift->block, self->span.start - self->rest,
                                        self->span.end + self->rest, note_shift_cb, self);
        }
    }
}

static void
look_at_events (Search *self)
{
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (self->snapshot);
  guint n, n_ids;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!events[i].occurs || events[i].start >= self->span.end
          || events[i].end <= self->span.start)
        continue;
      const LiaisonId *ids =
          liaison_ids_get (LIAISON_DATA (Event, events[i].block)->participants, &n_ids);
      self->duty = events[i].block;
      for (guint j = 0; j < n_ids; j++)
        {
          const LiaisonBlock *person = find_person (self, ids[j]);
          if (person != NULL)
            note_duty (self, person, events[i].start, events[i].end);
        }
    }
}

/* The first language that the post requires and the person has not enough of. */
static const LiaisonBlock *
find_lack (const LiaisonBlock *post, const LiaisonBlock *person)
{
  const LiaisonItems *languages = LIAISON_DATA (Post, post)->languages;

  for (guint i = 0; i < liaison_items_get_size (languages); i++)
    {
      const LiaisonPostLanguageData *asked =
          LIAISON_DATA (PostLanguage, liaison_items_get (languages, i));
      const LiaisonSpokenLanguageData *spoken;
      if (asked->need == LIAISON_LANGUAGE_NEED_DESIRED || asked->level.language == NULL)
        continue;
      spoken = liaison_person_find_language (person, asked->level.language);
      if (spoken == NULL || !liaison_level_is_enough (spoken, &asked->level))
        return &asked->block;
    }
  return NULL;
}

static LiaisonCandidate
look_at_person (Search *self, const LiaisonBlock *person)
{
  LiaisonCandidate candidate = { .person = person };

  candidate.duty = g_hash_table_lookup (self->busy, person);
  if (candidate.duty != NULL)
    candidate.faults |= LIAISON_CANDIDATE_BUSY;
  else if ((candidate.duty = g_hash_table_lookup (self->tired, person)) != NULL)
    candidate.faults |= LIAISON_CANDIDATE_TIRED;
  candidate.lacks = find_lack (self->post, person);
  if (candidate.lacks != NULL)
    candidate.faults |= LIAISON_CANDIDATE_SPEECHLESS;
  if (LIAISON_DATA (Participant, person)->nation != LIAISON_DATA (Post, self->post)->from_nation)
    candidate.faults |= LIAISON_CANDIDATE_FOREIGN;
  return candidate;
}

/* The nation weighs most: nobody speaks for another one lightly. */
static guint
weigh (const LiaisonCandidate *candidate)
{
  return ((candidate->faults & LIAISON_CANDIDATE_FOREIGN) ? 8 : 0)
         + ((candidate->faults & LIAISON_CANDIDATE_BUSY) ? 4 : 0)
         + ((candidate->faults & LIAISON_CANDIDATE_SPEECHLESS) ? 2 : 0)
         + ((candidate->faults & LIAISON_CANDIDATE_TIRED) ? 1 : 0);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const LiaisonCandidate *one = a, *two = b;

  if (weigh (one) != weigh (two))
    return weigh (one) < weigh (two) ? -1 : 1;
  return g_strcmp0 (LIAISON_DATA (Participant, one->person)->code,
                    LIAISON_DATA (Participant, two->person)->code);
}

GArray *
liaison_assignment_list_candidates (const LiaisonSnapshot *snapshot,
                                    const LiaisonBlock *post,
                                    LiaisonSpan span)
{
  g_autoptr (GHashTable) busy = g_hash_table_new (NULL, NULL),
                         tired = g_hash_table_new (NULL, NULL);
  gint64 rest = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot))->minimum_rest;
  Search search = { .snapshot = snapshot,
                    .post = post,
                    .span = span,
                    .rest = rest != LIAISON_DURATION_UNSET ? rest : 0,
                    .busy = busy,
                    .tired = tired,
                    .lookup = liaison_snapshot_get_lookup (snapshot) };
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (LiaisonCandidate));
  guint n;
  const LiaisonBlock *const *people = liaison_snapshot_get (snapshot, LIAISON_KIND_PARTICIPANT, &n);

  look_at_shifts (&search);
  look_at_events (&search);
  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Participant, people[i])->type == LIAISON_PARTICIPANT_TYPE_PERSON
        && LIAISON_DATA (Participant, people[i])->status != LIAISON_PARTICIPANT_STATUS_CANCELLED)
      {
        LiaisonCandidate candidate = look_at_person (&search, people[i]);
        g_array_append_val (candidates, candidate);
      }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}
