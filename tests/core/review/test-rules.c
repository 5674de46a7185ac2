/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules on small plans: their edges. */
#include "config.h"

#include "rules.h"

#include "review/join.h"

#include "record/release-list.h"

#include <string.h>

static LiaisonId
add_inject (Plan *plan, const char *serial, LiaisonInjectStatus status)
{
  LiaisonInjectData *inject = plan_begin (plan, &liaison_inject_kind);

  inject->serial = g_ref_string_new (serial);
  inject->status = (int) status;
  return plan_add (plan, &liaison_inject_kind, inject);
}

/* Told of the later one, whatever has become of the first. */
static void
test_serial (void)
{
  g_autoptr (Plan) plan = plan_new ();

  LiaisonId first = add_inject (plan, "IN-001", LIAISON_INJECT_STATUS_RETIRED);
  add_inject (plan, "IN-002", LIAISON_INJECT_STATUS_DRAFT);
  LiaisonId later = add_inject (plan, "IN-001", LIAISON_INJECT_STATUS_DRAFT);
  g_autoptr (GPtrArray) findings = find (plan, "serial-reused");
  g_assert_cmpuint (findings->len, ==, 1);
  const LiaisonFinding *finding = findings->pdata[0];
  g_assert_true (liaison_id_same (finding->records[0], later));
  g_assert_true (liaison_id_same (finding->records[1], first));
  g_autoptr (LiaisonFinding) mended = mend (plan, findings);
  g_assert_nonnull (mended->fix);
  g_assert_cmpstr (g_array_index (mended->fix, LiaisonFixEdit, 0).value.as.string, ==, "INJ-001");
  assert_mends (plan, "serial-reused");
}

/* How many are told of when an event at a camp in Oslo's zone is written in @zone. */
static guint
count_zones (const char *zone, LiaisonSiteType type)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  LiaisonEventData *event = plan_event (plan, 0, 1);

  site->type = (int) type;
  site->zone = "Europe/Oslo";
  event->site = plan_add (plan, &liaison_site_kind, site);
  g_assert_true (liaison_instant_from_unix (PLAN_STARTEX, zone, &event->start));
  plan_add (plan, &liaison_event_kind, event);
  return count (plan, "zone-differs");
}

static void
test_zone (void)
{
  g_assert_cmpuint (count_zones ("Europe/Oslo", LIAISON_SITE_TYPE_CAMP), ==, 0);
  g_assert_cmpuint (count_zones ("Europe/Dublin", LIAISON_SITE_TYPE_CAMP), ==, 1);
  /* The same clocks, and nobody's clocks. */
  g_assert_cmpuint (count_zones ("Europe/Paris", LIAISON_SITE_TYPE_CAMP), ==, 0);
  g_assert_cmpuint (count_zones (NULL, LIAISON_SITE_TYPE_CAMP), ==, 0);
  g_assert_cmpuint (count_zones ("Europe/Dublin", LIAISON_SITE_TYPE_VIRTUAL), ==, 0);
}

/* The rules of a zone are others than when the time was written down. */
static void
test_clock_fix (void)
{
  static const char written[] = "2027-06-01T09:00+03:00[Europe/Oslo]";
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *event = plan_event (plan, 0, 1);

  g_assert_true (liaison_instant_parse (written, strlen (written), &event->start, NULL));
  gint64 moment = event->start.seconds;
  plan_add (plan, &liaison_event_kind, event);
  g_autoptr (GPtrArray) findings = find (plan, "wall-time");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, 0);
  g_assert_cmpint (edit->value.as.instant.seconds, ==, moment + 3600);
  g_assert_cmpint (edit->value.as.instant.offset, ==, 7200);
}

static guint
count_short_rest (double first, double hours, double second)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonExerciseData *exercise = copy_exercise (plan);
  exercise->minimum_rest = 11 * 3600;
  put_exercise (plan, exercise);
  LiaisonParticipantData *person = plan_begin (plan, &liaison_participant_kind);
  person->type = LIAISON_PARTICIPANT_TYPE_PERSON;
  LiaisonId id = plan_add (plan, &liaison_participant_kind, person);
  const double starts[] = { first, second };
  for (guint i = 0; i < 2; i++)
    {
      LiaisonEventData *event = plan_event (plan, starts[i], i == 0 ? hours : 1);
      event->participants = ids (id, none);
      plan_add (plan, &liaison_event_kind, event);
    }
  return count (plan, "rest-too-short");
}

/* STARTEX is at 08:00 Zulu. */
static void
test_rest (void)
{
  g_assert_cmpuint (count_short_rest (14, 8, 24), ==, 1); /* night until 06:00, then 08:00 */
  g_assert_cmpuint (count_short_rest (14, 8, 33), ==, 0); /* 17:00, eleven hours later */
  g_assert_cmpuint (count_short_rest (14, 8, 32.9), ==, 1);
  g_assert_cmpuint (count_short_rest (2, 8, 14), ==, 0); /* by day */
  g_assert_cmpuint (count_short_rest (14, 8, 22), ==, 0); /* at once: one duty */
}

static guint
count_gaps (LiaisonPostCover cover, int hours, const char *rule, guint per_shift)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonExerciseData *exercise = copy_exercise (plan);
  exercise->day_start = 8 * 3600;
  exercise->day_end = 20 * 3600;
  put_exercise (plan, exercise);
  LiaisonPostData *post = plan_begin (plan, &liaison_post_kind);
  LiaisonShiftData *shift
      = (gpointer) liaison_block_new (&liaison_shift_shape, plan_id (++plan->made));
  LiaisonBlock *block = &shift->block;
  plan_at (&shift->start, 0);
  plan_at (&shift->end, hours);
  shift->rule = rule != NULL ? g_ref_string_new (rule) : NULL;
  post->shifts = liaison_items_new_take (&block, 1);
  post->cover = (int) cover;
  post->per_shift = per_shift;
  plan_at (&post->start, 0);
  plan_at (&post->end, 48);
  plan_add (plan, &liaison_post_kind, post);
  return count (plan, "post-uncovered");
}

static void
test_cover (void)
{
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_CONTINUOUS, 48, NULL, 1), ==, 0);
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_CONTINUOUS, 47, NULL, 1), ==, 1);
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_CONTINUOUS, 24, "FREQ=DAILY;COUNT=2", 1), ==, 0);
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_CONTINUOUS, 12, "FREQ=DAILY;COUNT=2", 1), ==, 1);
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_DAY, 12, "FREQ=DAILY;COUNT=2", 1), ==, 0);
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_DAY, 12, NULL, 1), ==, 1);
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_DAY, 12, "FREQ=DAILY;COUNT=2", 2), ==, 1);
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_NIGHT, 12, "FREQ=DAILY;COUNT=2", 1), ==, 1);
  g_assert_cmpuint (count_gaps (LIAISON_POST_COVER_ON_CALL, 1, NULL, 1), ==, 0);
}

/* A post without a shift is offered one, to be named. */
static void
test_cover_fix (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonPostData *post = plan_begin (plan, &liaison_post_kind);

  post->cover = LIAISON_POST_COVER_CONTINUOUS;
  plan_at (&post->start, 0);
  plan_at (&post->end, 24);
  plan_add (plan, &liaison_post_kind, post);
  assert_mends (plan, "post-uncovered");
  g_assert_cmpuint (count (plan, "shift-unmanned"), ==, 1);
}

/* The host speaks for a nation that sends nobody. */
static void
test_voice_fix (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonExerciseData *exercise = copy_exercise (plan);
  LiaisonNationData *nation = plan_begin (plan, &liaison_nation_kind);
  LiaisonPostData *post = plan_begin (plan, &liaison_post_kind);

  exercise->host = g_intern_static_string ("NO");
  nation->code = g_intern_static_string ("FR");
  nation->role = LIAISON_NATION_ROLE_PARTICIPANT;
  plan_add (plan, &liaison_nation_kind, nation);
  post->from_nation = g_intern_static_string ("PL");
  plan_add (plan, &liaison_post_kind, post);
  put_exercise (plan, exercise);
  g_assert_cmpuint (count (plan, "liaison-gap"), ==, 1);
  assert_mends (plan, "liaison-gap");
}

/* Each nation that a mandatory requirement names must be assessed, or be planned to be. */
static void
test_assessed (void)
{
  const char *codes[] = { "FR", "NO" };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonRequirementData *requirement = plan_begin (plan, &liaison_requirement_kind);
  LiaisonAssessmentData *assessment = plan_begin (plan, &liaison_assessment_kind);

  requirement->selected = TRUE;
  requirement->obligation = LIAISON_OBLIGATION_MANDATORY;
  requirement->per = LIAISON_ASSESSED_PER_NATION;
  requirement->nations = liaison_codes_new (codes, 2);
  assessment->requirement = requirement->block.id;
  assessment->nation = g_intern_static_string ("FR");
  plan_add (plan, &liaison_requirement_kind, requirement);
  plan_add (plan, &liaison_assessment_kind, assessment);
  g_assert_cmpuint (count (plan, "mandatory-not-assessed"), ==, 1);
  assert_mends (plan, "mandatory-not-assessed");
}

static LiaisonId
add_speaker (Plan *plan, const char *level, gboolean interprets)
{
  LiaisonParticipantData *person = plan_begin (plan, &liaison_participant_kind);
  g_auto (GStrv) levels = g_strsplit (level, ",", 0);
  LiaisonBlock *blocks[4];
  guint n = 0;

  person->type = LIAISON_PARTICIPANT_TYPE_PERSON;
  for (; levels[n] != NULL; n++)
    {
      LiaisonSpokenLanguageData *spoken
          = (gpointer) liaison_block_new (&liaison_spoken_language_shape, plan_id (++plan->made));
      g_assert_true (liaison_level_parse (levels[n], strlen (levels[n]), &spoken->level));
      spoken->interprets = interprets;
      blocks[n] = &spoken->block;
    }
  person->languages = liaison_items_new_take (blocks, n);
  return plan_add (plan, &liaison_participant_kind, person);
}

static guint
count_lost (const char *one, const char *two, const char *interpreter, const char *language)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId people[3] = { add_speaker (plan, one, FALSE), add_speaker (plan, two, FALSE) };
  LiaisonEventData *event = plan_event (plan, 0, 1);

  if (interpreter != NULL)
    people[2] = add_speaker (plan, interpreter, TRUE);
  event->participants = liaison_ids_new (people, interpreter != NULL ? 3 : 2);
  g_assert_true (liaison_level_parse (language, strlen (language), &event->language));
  plan_add (plan, &liaison_event_kind, event);
  return count (plan, "no-common-language");
}

static void
test_languages (void)
{
  g_assert_cmpuint (count_lost ("ar,fr 3322", "ja", NULL, "en"), ==, 1);
  g_assert_cmpuint (count_lost ("ar,fr 3322", "fr 2211", NULL, "en"), ==, 0);
  g_assert_cmpuint (count_lost ("fr 3322", "fr 1+2--", NULL, "en"), ==, 1);
  g_assert_cmpuint (count_lost ("pt-BR", "pt 3333", NULL, "en"), ==, 0);
  g_assert_cmpuint (count_lost ("nb", "no 3333", NULL, "en"), ==, 0);
  g_assert_cmpuint (count_lost ("en 2222", "ja", "en 4444,ja 4444", "en"), ==, 0);
  g_assert_cmpuint (count_lost ("en 2222", "ja", "en 4444,fr 4444", "en"), ==, 1);
}

static void
test_spelling (void)
{
  static const struct
  {
    const char *one, *two;
    guint found;
  } cases[] = {
    { "Brekstad rescue harbour", "Breksta rescue harbor", 1 },
    { "Vistula high-capacity pump group", "Vistula high capacity pumps group", 1 },
    { "CÔTE D’AZUR BASE", "Cote d'Azur base", 1 },
    { "Training area 1", "Training area 2", 0 },
    { "Team A", "Team B", 0 },
    { "Gate", "Gale", 0 },
    { "Weser water unit", "Weser water treatment unit", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      const char *names[] = { cases[i].one, cases[i].two };
      for (guint j = 0; j < 2; j++)
        {
          LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
          site->name = liaison_text_new (g_intern_string ("en"), names[j]);
          plan_add (plan, &liaison_site_kind, site);
        }
      g_assert_cmpuint (count (plan, "spelt-twice"), ==, cases[i].found);
    }
}

static LiaisonId
add_named (Plan *plan, const char *name)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);

  site->name = liaison_text_new (g_intern_static_string ("en"), name);
  return plan_insert (plan, &liaison_site_kind, site);
}

static LiaisonId
add_marked (Plan *plan, const char *name, const char *level, const char *const *codes)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  guint n = 0;

  while (codes[n] != NULL)
    n++;
  g_autoptr (LiaisonCodes) nations = liaison_codes_new (codes, n);
  site->name = liaison_text_new (g_intern_static_string ("en"), name);
  site->marking = liaison_marking_new (g_intern_string (level), nations, NULL);
  return plan_insert (plan, &liaison_site_kind, site);
}

/* All that referred to the second, in a field, a list and an item, refers to the first, which remembers its name. */
static void
test_joined (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId one = add_named (plan, "Brekstad rescue harbour"), two = add_named (plan, "Breksta rescue harbor");
  LiaisonEventData *event = plan_event (plan, 0, 1);
  LiaisonInjectData *inject = plan_begin (plan, &liaison_inject_kind);

  event->site = two;
  event->bookings = plan_booking (plan, two, 1, 0, 0);
  LiaisonId id = plan_insert (plan, &liaison_event_kind, event);
  inject->site = two;
  LiaisonId inject_id = plan_insert (plan, &liaison_inject_kind, inject);
  assert_mends (plan, "spelt-twice");
  g_assert_null (liaison_document_find (plan->document, two));
  const LiaisonBlock *block = liaison_record_get_block (liaison_document_find (plan->document, id));
  g_assert_true (liaison_id_same (LIAISON_DATA (Event, block)->site, one));
  const LiaisonBlock *booking = liaison_items_get (LIAISON_DATA (Event, block)->bookings, 0);
  g_assert_true (liaison_id_same (LIAISON_DATA (Booking, booking)->resource, one));
  block = liaison_record_get_block (liaison_document_find (plan->document, inject_id));
  g_assert_true (liaison_id_same (LIAISON_DATA (Inject, block)->site, one));
  block = liaison_record_get_block (liaison_document_find (plan->document, one));
  g_assert_cmpstr (LIAISON_DATA (Site, block)->aliases, ==, "Breksta rescue harbor");
  g_assert_cmpuint (count (plan, "reference-dangling"), ==, 0);
}

/* Joined, a thing is seen by those only who might see both; nothing is offered where the levels are two. */
static void
test_joined_lists (void)
{
  static const struct
  {
    const char *level, *other;
    const char *one[4], *two[4], *left[4];
    gboolean offered;
  } cases[] = {
    { "EX-U", "EX-U", { "FR", "NO", "PL" }, { "FR", "PL" }, { "FR", "PL" }, TRUE },
    { "EX-U", "EX-U", { "FR" }, { "FR", "NO" }, { "FR" }, TRUE },
    { "EX-U", "EX-U", { "FR", "NO" }, { "NO", "PL" }, { "NO" }, TRUE },
    { "EX-U", "EX-R", { "FR" }, { "FR" }, { "FR" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonId id = add_marked (plan, "Brekstad rescue harbour", cases[i].level, cases[i].one);
      LiaisonId other = add_marked (plan, "Breksta rescue harbor", cases[i].other, cases[i].two);
      guint n;

      if (cases[i].offered)
        assert_mends (plan, "spelt-twice");
      else
        {
          g_autoptr (GPtrArray) findings = find (plan, "spelt-twice");
          g_autoptr (LiaisonFinding) finding = mend (plan, findings);

          g_assert_null (finding->fix);
        }
      g_assert_true ((liaison_document_find (plan->document, other) == NULL) == cases[i].offered);
      const LiaisonMarking *marking = liaison_block_get_marking (
          liaison_record_get_block (liaison_document_find (plan->document, id)));
      const char *const *left = liaison_codes_get (marking->nations, &n);
      for (guint j = 0; j < n; j++)
        g_assert_cmpstr (left[j], ==, cases[i].left[j]);
      g_assert_null (cases[i].left[n]);
    }
}

/* Two that a person says are one: what the one that stays lacks it takes, what it has it keeps; it does not come to stand
 * under itself. */
static void
test_joined_by_hand (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  LiaisonId gone, stays;
  const LiaisonSiteData *left;

  site->name = liaison_text_new (g_intern_static_string ("en"), "Rear camp");
  site->capacity = 90;
  site->zone = g_intern_static_string ("Europe/Oslo");
  gone = plan_insert (plan, &liaison_site_kind, site);
  site = plan_begin (plan, &liaison_site_kind);
  site->name = liaison_text_new (g_intern_static_string ("en"), "Camp Vaernes");
  site->parent = gone;
  site->capacity = 40;
  stays = plan_insert (plan, &liaison_site_kind, site);
  g_ptr_array_add (findings, liaison_join_new (gone, stays));
  make_fix (plan, findings);
  g_assert_null (liaison_document_find (plan->document, gone));
  left = LIAISON_DATA (Site, liaison_record_get_block (liaison_document_find (plan->document, stays)));
  g_assert_true (liaison_id_is_zero (left->parent));
  g_assert_cmpint (left->capacity, ==, 40);
  g_assert_cmpstr (left->zone, ==, "Europe/Oslo");
  g_assert_nonnull (strstr (left->aliases, "Rear camp"));
}

static void
test_dtg (void)
{
  static const struct
  {
    const char *text;
    guint found;
  } cases[] = {
    { "Answer by WED 281600ZOCT27.", 1 }, { "Answer by THU 281600ZOCT27.", 0 },
    { "from 312400ZOCT27", 1 },           { "on 300900ZFEB27", 1 },
    { "at 291600Z FEB 2028", 0 },         { "phone 281600 and 4711", 0 },
    { "no. 1281600ZOCT27", 0 },           { "281600ZOCT27 and WED 281600ZOCT27", 1 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonEventData *event = plan_event (plan, 0, 1);
      event->description = liaison_text_new (g_intern_string ("en"), cases[i].text);
      plan_add (plan, &liaison_event_kind, event);
      g_assert_cmpuint (count (plan, "dtg-weekday"), ==, cases[i].found);
    }
}

/* By the scheme that the exercise has; where that is not known here, nothing can be said. */
static void
test_marking_unknown (void)
{
  static const struct
  {
    const char *scheme;
    guint n;
  } cases[] = { { "exercise", 0 }, { "tlp-2-0", 1 }, { "of-our-own", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonTermData *term = (gpointer) plan_begin (plan, &liaison_term_kind);
      LiaisonExerciseData *exercise;
      g_autoptr (GPtrArray) findings = NULL;

      term->marking = liaison_marking_new (g_intern_string ("EXERCISE-SECRET"), NULL, NULL);
      plan_add (plan, &liaison_term_kind, term);
      exercise = copy_exercise (plan);
      g_clear_pointer (&exercise->marking_scheme, g_ref_string_release);
      exercise->marking_scheme = g_ref_string_new (cases[i].scheme);
      put_exercise (plan, exercise);
      findings = find (plan, "marking-unknown");
      g_assert_cmpuint (findings->len, ==, cases[i].n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/rules/serial", test_serial);
  g_test_add_func ("/review/rules/zone", test_zone);
  g_test_add_func ("/review/rules/clock-fix", test_clock_fix);
  g_test_add_func ("/review/rules/rest", test_rest);
  g_test_add_func ("/review/rules/cover", test_cover);
  g_test_add_func ("/review/rules/cover-fix", test_cover_fix);
  g_test_add_func ("/review/rules/voice-fix", test_voice_fix);
  g_test_add_func ("/review/rules/assessed", test_assessed);
  g_test_add_func ("/review/rules/languages", test_languages);
  g_test_add_func ("/review/rules/spelling", test_spelling);
  g_test_add_func ("/review/rules/joined", test_joined);
  g_test_add_func ("/review/rules/joined-lists", test_joined_lists);
  g_test_add_func ("/review/rules/joined-by-hand", test_joined_by_hand);
  g_test_add_func ("/review/rules/dtg", test_dtg);
  g_test_add_func ("/review/rules/marking-unknown", test_marking_unknown);
  return g_test_run ();
}
