/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "liaison/assignment.h"
#include "liaison/cover.h"
#include "liaison/languages.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/times.h"
#include "review/rules/presence.h"

#include <glib/gi18n-lib.h>

/* The first of @gaps longer than @least; returns how long all such take. */
static gint64
sum_gaps (const GArray *gaps, gint64 least, LiaisonSpan *first)
{
  gint64 total = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      LiaisonSpan gap = g_array_index (gaps, LiaisonSpan, i);
      if (gap.end - gap.start <= least)
        continue;
      if (total == 0)
        *first = gap;
      total += gap.end - gap.start;
    }
  return total;
}

/* A shift over the whole gap, for somebody to be named. */
static void
offer_shift (LiaisonReview *review, LiaisonFinding *finding, const LiaisonBlock *post, LiaisonSpan gap)
{
  const char *zone = liaison_times_get_zone (&review->lookup, post);
  LiaisonId id = liaison_id_new_from_parts (review->now * 1000, 0, post->id.low ^ (guint64) gap.start);
  LiaisonShiftData *shift = (LiaisonShiftData *) liaison_block_new (&liaison_shift_shape, id);
  LiaisonSlot slot = liaison_slot_item (post->id, LIAISON_FIELD (Post, shifts), shift->block.id);

  shift->status = LIAISON_SHIFT_STATUS_PLANNED;
  if (liaison_instant_from_unix (gap.start, zone, &shift->start) && liaison_instant_from_unix (gap.end, zone, &shift->end))
    liaison_finding_take_fix (finding, N_ ("Add a shift to “{record}”, to be named"), &slot,
                              liaison_value_block (&shift->block));
  liaison_block_unref (&shift->block);
}

static void
look_at_cover (LiaisonReview *review, const LiaisonBlock *block)
{
  LiaisonPostTime time;
  LiaisonSpan gap;

  if (!liaison_post_is_open (block) || !liaison_post_asks_for_cover (block)
      || !liaison_post_get_time (&review->lookup, block, &time))
    return;
  LiaisonCalendar *hours = liaison_calendars_get_hours (liaison_review_get_calendars (review), NULL);
  g_autoptr (GArray) gaps = liaison_post_list_gaps (&review->lookup, hours, block, &time, FALSE);
  gint64 total = sum_gaps (gaps, review->value * 60, &gap);
  if (total == 0 || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, block, "shifts",
      total > gap.end - gap.start
          ? N_ ("“{record}” has nobody on shift from {start} until {end}, and for {duration} in all.")
          : N_ ("“{record}” has nobody on shift from {start} until {end}."));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("start", gap.start));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("end", gap.end));
  liaison_finding_take_operand (finding, liaison_operand_duration ("duration", total));
  offer_shift (review, finding, block, gap);
}

static void
look_at_names (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonPostData *post = LIAISON_DATA (Post, block);
  guint unmanned = 0;

  for (guint i = 0; liaison_post_is_open (block) && i < liaison_items_get_size (post->shifts); i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (post->shifts, i));
      unmanned += liaison_id_is_zero (shift->participant) && shift->status != LIAISON_SHIFT_STATUS_DONE;
    }
  if (unmanned == 0 || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (review, block, "shifts", N_ ("“{record}” has shifts that nobody is named for: {count}."));
  liaison_finding_take_operand (finding, liaison_operand_integer ("count", unmanned));
}

static void
report_language (LiaisonReview *review, const LiaisonBlock *post, const LiaisonBlock *person, const LiaisonLevel *asked)
{
  const LiaisonSpokenLanguageData *spoken = liaison_person_find_language (person, asked->language);
  char wanted[LIAISON_LEVEL_TEXT_SIZE], had[LIAISON_LEVEL_TEXT_SIZE];

  if (!liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, post, "languages",
      spoken != NULL ? N_ ("“{record}” asks for {asked}; “{who}” has {level}.")
                     : N_ ("“{record}” asks for {asked}, which “{who}” does not speak."));
  liaison_level_format (asked, wanted);
  liaison_finding_add_record (finding, person->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("who", person->id));
  liaison_finding_take_operand (finding, liaison_operand_text ("asked", wanted));
  if (spoken == NULL)
    return;
  liaison_level_format (&spoken->level, had);
  liaison_finding_take_operand (finding, liaison_operand_text ("level", had));
}

/* One holder of a post against all that it asks for. */
static void
look_at_holder (LiaisonReview *review, const LiaisonBlock *block, const LiaisonBlock *person)
{
  const LiaisonItems *languages = LIAISON_DATA (Post, block)->languages;

  for (guint i = 0; i < liaison_items_get_size (languages); i++)
    {
      const LiaisonPostLanguageData *asked = LIAISON_DATA (PostLanguage, liaison_items_get (languages, i));
      if (asked->need == LIAISON_LANGUAGE_NEED_DESIRED || asked->level.language == NULL)
        continue;
      const LiaisonSpokenLanguageData *spoken = liaison_person_find_language (person, asked->level.language);
      if (spoken == NULL || !liaison_level_is_enough (spoken, &asked->level))
        report_language (review, block, person, &asked->level);
    }
}

static void
look_at_languages (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonPostData *post = LIAISON_DATA (Post, block);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; liaison_post_is_open (block) && i < liaison_items_get_size (post->shifts); i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (post->shifts, i));
      const LiaisonBlock *person = liaison_review_find (review, shift->participant, &liaison_participant_kind);
      if (person == NULL || liaison_items_get_size (LIAISON_DATA (Participant, person)->languages) == 0
          || g_ptr_array_find (seen, person, NULL))
        continue;
      g_ptr_array_add (seen, (gpointer) person);
      look_at_holder (review, block, person);
    }
}

/* The first shift of the post that nobody is named for and that is not a series. */
static const LiaisonBlock *
find_unnamed (LiaisonReview *review, const LiaisonBlock *post, LiaisonSpan *span)
{
  const LiaisonItems *shifts = LIAISON_DATA (Post, post)->shifts;

  for (guint i = 0; i < liaison_items_get_size (shifts); i++)
    {
      const LiaisonBlock *item = liaison_items_get (shifts, i);
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, item);
      if (liaison_id_is_zero (shift->participant) && shift->status != LIAISON_SHIFT_STATUS_DONE && shift->rule == NULL
          && liaison_times_resolve (&review->lookup, &shift->start, &span->start, NULL) == LIAISON_TIME_KNOWN
          && liaison_times_resolve (&review->lookup, &shift->end, &span->end, NULL) == LIAISON_TIME_KNOWN)
        return item;
    }
  return NULL;
}

/* The fittest person against whom nothing speaks. */
static void
fix_name (LiaisonReview *review, LiaisonFinding *finding)
{
  const guint place = LIAISON_FIELD (Shift, participant);
  const LiaisonBlock *post = liaison_review_find (review, finding->records[0], &liaison_post_kind);
  LiaisonSpan span;
  const LiaisonBlock *shift = post != NULL ? find_unnamed (review, post, &span) : NULL;

  if (shift == NULL)
    return;
  g_autoptr (GArray) candidates = liaison_assignment_list_candidates (review->snapshot, post, span);
  if (candidates->len == 0 || g_array_index (candidates, LiaisonCandidate, 0).faults != 0)
    return;
  const LiaisonBlock *person = g_array_index (candidates, LiaisonCandidate, 0).person;
  LiaisonSlot slot = liaison_slot_item_field (post->id, LIAISON_FIELD (Post, shifts), shift->id, place);
  liaison_finding_take_operand (finding, liaison_operand_record ("who", person->id));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("start", span.start));
  liaison_finding_take_fix (finding, N_ ("Name “{who}” for the shift from {start}"), &slot,
                            liaison_value_field (&liaison_shift_shape.fields[place], &person->id));
}

const LiaisonRule liaison_rule_post_uncovered = {
  "post-uncovered", LIAISON_SEVERITY_WARNING, N_ ("Liaison posts without cover"),
  N_ ("A liaison post is to be manned at a time at which it has no shift, or not people enough. Add a shift, or say that less "
      "cover is needed."),
  NULL, 15, N_ ("minutes without cover that may pass"),
  .look = look_at_cover, .kinds = LIAISON_TARGET (POST)
};

const LiaisonRule liaison_rule_shift_unmanned = {
  "shift-unmanned", LIAISON_SEVERITY_NOTE, N_ ("Shifts that nobody is named for"),
  N_ ("A shift of a liaison post has no person yet. Name one, or ask the sending nation for one."), NULL,
  .look = look_at_names, .kinds = LIAISON_TARGET (POST), .fix = fix_name
};

const LiaisonRule liaison_rule_post_language = {
  "post-language", LIAISON_SEVERITY_WARNING, N_ ("Languages below what a post asks for"),
  N_ ("Somebody holds a liaison post that asks for more of a language than they have. Send somebody else, add an interpreter, "
      "or ask for less."),
  NULL,
  .look = look_at_languages, .kinds = LIAISON_TARGET (POST), .reach = LIAISON_TARGET (PARTICIPANT)
};
