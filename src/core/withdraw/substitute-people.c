/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who could stand in for a person or unit. */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "record/kinds/event.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/times.h"
#include "liaison/languages.h"

#include <glib/gi18n-lib.h>

/* Below this somebody has too little to do with it to be proposed. */
#define LEAST_SCORE 4
/* Speaking at level 2, kept twice. */
#define ENOUGH_TO_INTERPRET 4

static const LiaisonParticipantData *
get_participant (const LiaisonBlock *block)
{
  return block->shape == &liaison_participant_kind.shape ? LIAISON_DATA (Participant, block) : NULL;
}

static gboolean
is_person (const LiaisonBlock *block)
{
  return LIAISON_DATA (Participant, block)->type == LIAISON_PARTICIPANT_TYPE_PERSON;
}

/* Whether the event has the candidate already. */
static gboolean
is_named_there (const LiaisonBreaking *breaking, const LiaisonBlock *candidate)
{
  return liaison_block_count_references (breaking->user, candidate->id) > 0;
}

static gboolean
is_to_be_had (const LiaisonLooking *self, const LiaisonBlock *candidate)
{
  return !liaison_looking_is_lost (self, candidate->id) && !liaison_block_is_over (candidate);
}

/* Those who play the training, or run it, keep to their side. */
static gboolean
is_of_one_side (const LiaisonParticipantData *a, const LiaisonParticipantData *b)
{
  return a->role == b->role || a->role == LIAISON_PARTICIPANT_ROLE_UNSET
         || b->role == LIAISON_PARTICIPANT_ROLE_UNSET;
}

/* How much alike two are, and in what most. */
static int
compare (const LiaisonParticipantData *lost,
         const LiaisonParticipantData *candidate,
         const char **sentence)
{
  int score = 0;

  *sentence = N_ ("Free then");
  if (lost->nation == candidate->nation)
    {
      score += 3;
      *sentence = N_ ("Of the same nation, and free then");
    }
  if (lost->area != 0 && lost->area == candidate->area)
    {
      score += 4;
      *sentence = N_ ("Of the same functional area, and free then");
    }
  if (!liaison_id_is_zero (lost->parent) && liaison_id_same (lost->parent, candidate->parent))
    {
      score += 6;
      *sentence = N_ ("Of the same unit, and free then");
    }
  if (lost->rank_code != NULL && g_strcmp0 (lost->rank_code, candidate->rank_code) == 0)
    score += 2;
  if (lost->domain != 0 && lost->domain == candidate->domain)
    score += 2;
  if (lost->role != 0 && lost->role == candidate->role)
    score += 1;
  return score;
}

static gboolean
speaks (const LiaisonBlock *person, const LiaisonLevel *asked)
{
  const LiaisonSpokenLanguageData *spoken
      = asked->language != NULL ? liaison_person_find_language (person, asked->language) : NULL;

  return asked->language == NULL
         || liaison_items_get_size (LIAISON_DATA (Participant, person)->languages) == 0
         || (spoken != NULL && liaison_level_is_enough (spoken, asked));
}

static gboolean
speaks_there (const LiaisonBreaking *breaking, const LiaisonBlock *candidate)
{
  return breaking->user->shape != &liaison_event_kind.shape
         || LIAISON_DATA (Event, breaking->user)->interpretation
         || speaks (candidate, &LIAISON_DATA (Event, breaking->user)->language);
}

static gboolean
is_fit (const LiaisonBlock *lost, const LiaisonBlock *candidate)
{
  const LiaisonParticipantData *one = LIAISON_DATA (Participant, lost);
  const LiaisonParticipantData *other = LIAISON_DATA (Participant, candidate);

  return (is_person (lost) ? is_person (candidate) : one->type == other->type)
         && is_of_one_side (one, other);
}

static void
find_alike (LiaisonLooking *self,
            LiaisonBreaking *breaking,
            const GArray *spans,
            LiaisonCandidates *found)
{
  const LiaisonParticipantData *lost = get_participant (breaking->lost);
  guint n;
  const LiaisonBlock *const *all
      = liaison_snapshot_get (self->snapshot, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; lost != NULL && i < n; i++)
    {
      LiaisonCandidate candidate = { .block = all[i] };
      if (!is_fit (breaking->lost, all[i]) || !is_to_be_had (self, all[i]))
        continue;
      candidate.score
          = compare (lost, LIAISON_DATA (Participant, all[i]), &candidate.sentence);
      if (candidate.score >= LEAST_SCORE
          && (found->n < LIAISON_CANDIDATES || found->best[found->n - 1].score < candidate.score)
          && !is_named_there (breaking, all[i]) && speaks_there (breaking, all[i])
          && liaison_looking_is_free (self, all[i], spans))
        liaison_candidates_offer (found, candidate);
    }
}

void
liaison_find_player (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  find_alike (self, breaking, breaking->spans, found);
}

/* The unit that somebody belongs to answers for what they did; else one who is like them. */
void
liaison_find_owner (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  const LiaisonParticipantData *lost = get_participant (breaking->lost);
  const LiaisonBlock *above = lost != NULL && !liaison_id_is_zero (lost->parent)
                                  ? liaison_snapshot_find (self->snapshot, lost->parent)
                                  : NULL;
  const LiaisonParticipantData *unit = above != NULL ? get_participant (above) : NULL;
  const LiaisonBlock *head = unit != NULL && !liaison_id_is_zero (unit->commander)
                                 ? liaison_snapshot_find (self->snapshot, unit->commander)
                                 : NULL;

  if (head != NULL && get_participant (head) != NULL && is_to_be_had (self, head))
    liaison_candidates_offer (
        found, (LiaisonCandidate){ head, 100, N_ ("Head of the unit"), { .name = NULL } });
  if (lost == NULL)
    return;
  LiaisonCandidates alike = { .n = 0 };
  find_alike (self, breaking, NULL, &alike);
  for (guint i = 0; i < alike.n; i++)
    {
      if (alike.best[i].block == head)
        continue;
      if (liaison_id_same (LIAISON_DATA (Participant, alike.best[i].block)->parent, lost->parent))
        alike.best[i].sentence = N_ ("Of the same unit");
      else if (LIAISON_DATA (Participant, alike.best[i].block)->area == lost->area
               && lost->area != 0)
        alike.best[i].sentence = N_ ("Of the same functional area");
      else
        alike.best[i].sentence = N_ ("Of the same nation");
      liaison_candidates_offer (found, alike.best[i]);
    }
}

/* Whether @candidate interprets between the languages that @lost did. */
static gboolean
interprets_as (const LiaisonBlock *lost, const LiaisonBlock *candidate)
{
  const LiaisonItems *items = LIAISON_DATA (Participant, lost)->languages;
  gboolean any = FALSE;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonSpokenLanguageData *spoken
          = LIAISON_DATA (SpokenLanguage, liaison_items_get (items, i));
      if (!spoken->interprets || spoken->level.language == NULL)
        continue;
      const LiaisonSpokenLanguageData *too
          = liaison_person_find_language (candidate, spoken->level.language);
      const LiaisonLevel asked = { spoken->level.language, ENOUGH_TO_INTERPRET,
                                   ENOUGH_TO_INTERPRET, LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE };
      if (too == NULL || !liaison_level_is_enough (too, &asked))
        return FALSE;
      any = TRUE;
    }
  return any;
}

static gboolean
has_trade (const LiaisonBlock *person)
{
  const LiaisonItems *items = LIAISON_DATA (Participant, person)->languages;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    if (LIAISON_DATA (SpokenLanguage, liaison_items_get (items, i))->interprets)
      return TRUE;
  return FALSE;
}

void
liaison_find_interpreter (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  guint n;
  const LiaisonBlock *const *all
      = liaison_snapshot_get (self->snapshot, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; get_participant (breaking->lost) != NULL && i < n; i++)
    if (is_person (all[i]) && is_to_be_had (self, all[i])
        && interprets_as (breaking->lost, all[i]) && !is_named_there (breaking, all[i])
        && liaison_looking_is_free (self, all[i], breaking->spans))
      liaison_candidates_offer (
          found, (LiaisonCandidate){ all[i], has_trade (all[i]) ? 2 : 1,
                                     has_trade (all[i])
                                         ? N_ ("Interprets between the same languages, and free then")
                                         : N_ ("Speaks the same languages, and free then"),
                                     { .name = NULL } });
}

static gboolean
speaks_for_post (const LiaisonBlock *person, const LiaisonPostData *post)
{
  for (guint i = 0; i < liaison_items_get_size (post->languages); i++)
    {
      const LiaisonPostLanguageData *asked
          = LIAISON_DATA (PostLanguage, liaison_items_get (post->languages, i));
      const LiaisonSpokenLanguageData *spoken
          = asked->level.language != NULL
                ? liaison_person_find_language (person, asked->level.language)
                : NULL;
      if (asked->need != LIAISON_LANGUAGE_NEED_DESIRED && asked->level.language != NULL
          && (spoken == NULL || !liaison_level_is_enough (spoken, &asked->level)))
        return FALSE;
    }
  return TRUE;
}

/* Shifts in whole, or the one that the break is about. */
static GArray *
find_shift_spans (LiaisonLooking *self, const LiaisonBreaking *breaking)
{
  const LiaisonItems *shifts = LIAISON_DATA (Post, breaking->user)->shifts;
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));

  for (guint i = 0; i < liaison_items_get_size (shifts); i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (shifts, i));
      LiaisonSpan span;
      if (liaison_id_same (shift->participant, breaking->lost->id)
          && liaison_times_resolve (&self->lookup, &shift->start, &span.start, NULL)
                 == LIAISON_TIME_KNOWN
          && liaison_times_resolve (&self->lookup, &shift->end, &span.end, NULL)
                 == LIAISON_TIME_KNOWN
          && span.end > span.start)
        g_array_append_val (spans, span);
    }
  return spans;
}

void
liaison_find_holder (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  const LiaisonPostData *post = LIAISON_DATA (Post, breaking->user);
  const LiaisonParticipantData *lost = get_participant (breaking->lost);
  g_autoptr (GArray) spans = find_shift_spans (self, breaking);
  guint n;
  const LiaisonBlock *const *all
      = liaison_snapshot_get (self->snapshot, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; lost != NULL && i < n; i++)
    {
      LiaisonCandidate candidate = { .block = all[i] };
      if (!is_person (all[i]) || !is_to_be_had (self, all[i])
          || LIAISON_DATA (Participant, all[i])->nation != post->from_nation
          || !speaks_for_post (all[i], post) || is_named_there (breaking, all[i])
          || !liaison_looking_is_free (self, all[i], spans))
        continue;
      candidate.score = 1 + compare (lost, LIAISON_DATA (Participant, all[i]), &candidate.sentence);
      candidate.sentence = N_ ("Speaks what the post asks for, and free then");
      liaison_candidates_offer (found, candidate);
    }
}
