/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "liaison/languages.h"
#include "review/rules/presence.h"

#include <glib/gi18n-lib.h>

/* More languages than these are not looked for at one event. */
#define MAX_LANGUAGES 32

/* Those present whose languages are known. */
typedef struct
{
  GPtrArray *people;   /* of const LiaisonBlock * */
  gboolean interpreter;
} Company;

static void
look_at_person_cb (const LiaisonBlock *block, int role, gpointer data)
{
  Company *self = data;

  if (role == LIAISON_EVENT_ROLE_INTERPRETER)
    self->interpreter = TRUE;
  else if (block->shape == &liaison_participant_kind.shape
           && LIAISON_DATA (Participant, block)->type == LIAISON_PARTICIPANT_TYPE_PERSON
           && liaison_items_get_size (LIAISON_DATA (Participant, block)->languages) > 0)
    g_ptr_array_add (self->people, (gpointer) block);
}

static gboolean
can_follow (const LiaisonBlock *person, const LiaisonLevel *asked)
{
  const LiaisonSpokenLanguageData *spoken = liaison_person_find_language (person, asked->language);

  return spoken != NULL && liaison_level_is_enough (spoken, asked);
}

/* Whether one of those present interprets for @person into a language that is spoken there. */
static gboolean
has_interpreter (const Company *company, const LiaisonBlock *person, const LiaisonLevel *asked)
{
  for (guint i = 0; i < company->people->len; i++)
    {
      const LiaisonBlock *other = company->people->pdata[i];
      const LiaisonItems *items = LIAISON_DATA (Participant, other)->languages;
      gboolean into = FALSE, from = FALSE;
      for (guint j = 0; other != person && j < liaison_items_get_size (items); j++)
        {
          const LiaisonSpokenLanguageData *spoken = LIAISON_DATA (SpokenLanguage, liaison_items_get (items, j));
          if (!spoken->interprets || spoken->level.language == NULL)
            continue;
          into |= liaison_person_find_language (person, spoken->level.language) != NULL;
          from |= liaison_language_same (spoken->level.language, asked->language);
        }
      if (into && from)
        return TRUE;
    }
  return FALSE;
}

static guint
count_lost (const Company *company, const LiaisonLevel *asked)
{
  guint lost = 0;

  for (guint i = 0; i < company->people->len; i++)
    if (!can_follow (company->people->pdata[i], asked) && !has_interpreter (company, company->people->pdata[i], asked))
      lost++;
  return lost;
}

static LiaisonLevel
ask_for (const char *language, guint8 level)
{
  return (LiaisonLevel){ language, level, level, LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE };
}

/* Any language that all follow will do. */
static gboolean
has_common_language (const Company *company, guint8 level)
{
  const LiaisonItems *items = LIAISON_DATA (Participant, company->people->pdata[0])->languages;

  for (guint i = 0; i < MIN (liaison_items_get_size (items), MAX_LANGUAGES); i++)
    {
      const LiaisonSpokenLanguageData *spoken = LIAISON_DATA (SpokenLanguage, liaison_items_get (items, i));
      LiaisonLevel asked = ask_for (spoken->level.language, level);
      if (asked.language != NULL && count_lost (company, &asked) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_spoken_at_work (const LiaisonLanguageUseData *use)
{
  return use->language.language != NULL && use->use != LIAISON_LANGUAGE_USE_INTERPRETED
         && use->use != LIAISON_LANGUAGE_USE_PRINTED;
}

/* The event's working language; else, of those of the exercise, the one that the fewest do not follow. */
static LiaisonLevel
choose_language (LiaisonReview *review, const LiaisonEventData *event, const Company *company, guint8 level)
{
  const LiaisonItems *items = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot))->languages;
  LiaisonLevel best = event->language;
  guint least = G_MAXUINT;

  if (best.language != NULL)
    return best;
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonLanguageUseData *use = LIAISON_DATA (LanguageUse, liaison_items_get (items, i));
      LiaisonLevel asked = ask_for (use->language.language, level);
      guint lost = is_spoken_at_work (use) ? count_lost (company, &asked) : G_MAXUINT;
      if (lost < least)
        {
          least = lost;
          best = asked;
        }
    }
  return best;
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonEventData *event = LIAISON_DATA (Event, block);

  if (event->interpretation || liaison_review_get_event (review, block) == NULL)
    return;
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  Company company = { people, event->interpretation };
  guint8 level = (guint8) (2 * CLAMP (review->value, 0, 5));

  liaison_presence_foreach (review, block, look_at_person_cb, &company);
  if (company.interpreter || people->len < 2 || has_common_language (&company, level))
    return;
  LiaisonLevel asked = choose_language (review, event, &company, level);
  guint lost = asked.language != NULL ? count_lost (&company, &asked) : 0;
  if (lost == 0 || !liaison_review_may_list (review))
    return;
  /* Where only one speaks it, that is as much their loss. */
  gboolean all = people->len - lost < 2;
  LiaisonFinding *finding = liaison_review_add (
      review, block, "interpretation",
      all ? N_ ("At “{record}” {people} have no language in common, and no interpreter is asked for.")
          : N_ ("At “{record}” {people} cannot follow the language of the others, and no interpreter is asked for."));
  for (guint i = 0; i < people->len; i++)
    if (all || (!can_follow (people->pdata[i], &asked) && !has_interpreter (&company, people->pdata[i], &asked)))
      {
        LiaisonId id = ((const LiaisonBlock *) people->pdata[i])->id;
        liaison_finding_add_record (finding, id);
        liaison_finding_take_operand (finding, liaison_operand_record ("people", id));
      }
}

static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  LiaisonSlot slot = liaison_slot_field (finding->records[0], LIAISON_FIELD (Event, interpretation));
  gboolean yes = TRUE;

  liaison_finding_take_fix (finding, N_ ("Ask for interpretation"), &slot,
                            liaison_value_field (&liaison_event_kind.shape.fields[slot.field], &yes));
}

const LiaisonRule liaison_rule_no_common_language = {
  "no-common-language", LIAISON_SEVERITY_WARNING, N_ ("No common language"),
  N_ ("The people at an event have no language that all of them speak and understand well enough, and there is no interpreter. "
      "Ask for interpretation, or send somebody who speaks both."),
  NULL, 2, N_ ("level of listening and speaking (STANAG 6001) that is enough"),
  .look = look_at, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST), .fix = fix
};
