/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/exercise.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/times.h"
#include "review/rules/languages.h"
#include "review/rules/presence.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>

#define HOUR 3600

static gboolean
is_open (const LiaisonPostData *post)
{
  return post->status != LIAISON_POST_STATUS_CLOSED;
}

/* A change in the number of people at a post. */
typedef struct
{
  gint64 at;
  int change;
} Step;

static gboolean
add_steps_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Step begin = { occurrence->start, 1 }, end = { occurrence->end, -1 };

  g_array_append_val ((GArray *) data, begin);
  g_array_append_val ((GArray *) data, end);
  return TRUE;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *one = a, *two = b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return two->change - one->change;
}

/* The shifts as steps in order of time, with those in which the post need not be manned as if it were. */
static GArray *
get_steps (LiaisonReview *review, const LiaisonPostData *post, gint64 start, gint64 end, int needed)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  LiaisonCalendar *hours = liaison_calendars_get_hours (liaison_review_get_calendars (review), NULL);
  guint n;
  const LiaisonSpan *nights = liaison_calendar_get_off (hours, &n);
  gint64 morning = start;

  for (guint i = 0; i < liaison_items_get_size (post->shifts); i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (post->shifts, i));
      if (shift->status != LIAISON_SHIFT_STATUS_ABSENT)
        liaison_recurrence_foreach (&review->lookup, &shift->block, start, end, add_steps_cb, steps);
    }
  for (guint i = 0; i < n && post->cover != LIAISON_POST_COVER_CONTINUOUS; i++)
    {
      gboolean at_night = post->cover == LIAISON_POST_COVER_NIGHT;
      Step off = { at_night ? morning : nights[i].start, needed }, on = { at_night ? nights[i].start : nights[i].end, -needed };
      morning = nights[i].end;
      if (on.at <= off.at || on.at <= start || off.at >= end)
        continue;
      g_array_append_val (steps, off);
      g_array_append_val (steps, on);
    }
  g_array_sort (steps, compare_steps);
  return steps;
}

static void
take_gap (LiaisonSpan *first, gint64 *total, gint64 start, gint64 end, gint64 least)
{
  if (end - start <= least)
    return;
  if (*total == 0)
    *first = (LiaisonSpan){ start, end };
  *total += end - start;
}

/* The first time that the post is short of people for longer than @least; returns for how long it is so in all. */
static gint64
find_gap (const GArray *steps, gint64 start, gint64 end, int needed, gint64 least, LiaisonSpan *first)
{
  gint64 since = start, total = 0;
  int there = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      gint64 at = CLAMP (step->at, start, end);
      if (there < needed && there + step->change >= needed)
        take_gap (first, &total, since, at, least);
      if (there >= needed && there + step->change < needed)
        since = at;
      there += step->change;
    }
  if (there < needed)
    take_gap (first, &total, since, end, least);
  return total;
}

static gboolean
get_time (LiaisonReview *review, const LiaisonBlock *post, gint64 *start, gint64 *end)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (review->snapshot);

  if (liaison_times_get_start (&review->lookup, post, start) != LIAISON_TIME_KNOWN
      && liaison_times_get_start (&review->lookup, exercise, start) != LIAISON_TIME_KNOWN)
    return FALSE;
  if (liaison_times_resolve (&review->lookup, &LIAISON_DATA (Post, post)->end, end, NULL) != LIAISON_TIME_KNOWN
      && liaison_times_get_end (&review->lookup, exercise, end) != LIAISON_TIME_KNOWN)
    return FALSE;
  return *end > *start;
}

static void
look_at_cover (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonPostData *post = LIAISON_DATA (Post, block);
  int needed = post->per_shift != LIAISON_INTEGER_UNSET ? (int) CLAMP (post->per_shift, 1, 1000) : 1;
  gint64 start, end;
  LiaisonSpan gap;

  if (!is_open (post) || post->cover < LIAISON_POST_COVER_CONTINUOUS || post->cover > LIAISON_POST_COVER_WORKING_HOURS
      || !get_time (review, block, &start, &end))
    return;
  g_autoptr (GArray) steps = get_steps (review, post, start, end, needed);
  gint64 total = find_gap (steps, start, end, needed, review->value * 60, &gap);
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
}

static void
look_at_names (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonPostData *post = LIAISON_DATA (Post, block);
  guint unmanned = 0;

  for (guint i = 0; is_open (post) && i < liaison_items_get_size (post->shifts); i++)
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

  for (guint i = 0; is_open (post) && i < liaison_items_get_size (post->shifts); i++)
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
  .look = look_at_names, .kinds = LIAISON_TARGET (POST)
};

const LiaisonRule liaison_rule_post_language = {
  "post-language", LIAISON_SEVERITY_WARNING, N_ ("Languages below what a post asks for"),
  N_ ("Somebody holds a liaison post that asks for more of a language than they have. Send somebody else, add an interpreter, "
      "or ask for less."),
  NULL,
  .look = look_at_languages, .kinds = LIAISON_TARGET (POST), .reach = 1
};
