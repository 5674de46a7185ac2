/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules on small plans: their edges, how an exercise sets them, and findings that are accepted. */
#include "config.h"

#include "review/acceptance.h"
#include "review/fixes.h"
#include "review/review.h"
#include "review/settings.h"

#include "plan.h"

#include "edit/editor.h"
#include "record/kinds/accepted-finding.h"

#include <string.h>

#define NOW (PLAN_STARTEX - 86400)

static gint64
get_now (gpointer data)
{
  return NOW * 1000;
}

static LiaisonExerciseData *
copy_exercise (Plan *plan)
{
  return (gpointer) liaison_block_copy (
      liaison_record_get_block (liaison_document_get_exercise (plan->document)));
}

/* Puts a changed copy of the exercise in its place. */
static void
put_exercise (Plan *plan, LiaisonExerciseData *exercise)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonProposal *proposal = liaison_proposal_new ("Test");

  for (guint i = 0; i < liaison_exercise_kind.shape.n_fields; i++)
    liaison_proposal_set_field (proposal, &exercise->block, i,
                                LIAISON_BLOCK_AT (exercise, &exercise->block.shape->fields[i]));
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_block_unref (&exercise->block);
}

static GPtrArray *
find (Plan *plan, const char *rule)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonRule *const chosen[] = { liaison_review_find_rule (rule) };

  g_assert_nonnull (chosen[0]);
  return liaison_review_run_rules (snapshot, NOW, chosen, 1, NULL);
}

/* The first finding with what mends it. */
static LiaisonFinding *
mend (Plan *plan, GPtrArray *findings)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonFixes) fixes = liaison_fixes_new (snapshot, NOW);

  return liaison_finding_ref (liaison_fixes_look_up (fixes, findings->pdata[0]));
}

static guint
count (Plan *plan, const char *rule)
{
  g_autoptr (GPtrArray) findings = find (plan, rule);
  return findings->len;
}

static LiaisonIds *
ids (LiaisonId a, LiaisonId b)
{
  LiaisonId both[] = { a, b };
  return liaison_ids_new (both, liaison_id_is_zero (b) ? 1 : 2);
}

static const LiaisonId none = { 0, 0 };

static LiaisonId
add_site (Plan *plan, LiaisonSiteType type, LiaisonId parent, LiaisonId other, gint64 minutes)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);

  site->type = (int) type;
  site->parent = parent;
  if (!liaison_id_is_zero (other))
    {
      LiaisonTravelTimeData *travel
          = (gpointer) liaison_block_new (&liaison_travel_time_shape, plan_id (++plan->made));
      LiaisonBlock *block = &travel->block;
      travel->site = other;
      travel->time = minutes * 60;
      site->travel = liaison_items_new_take (&block, 1);
    }
  return plan_add (plan, &liaison_site_kind, site);
}

/* Two events of one person, an hour each, with a gap in minutes between them. */
static guint
count_journeys (LiaisonSiteType type, gboolean in_rooms, gboolean back, gint64 minutes, gint64 gap)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId town = add_site (plan, type, none, none, 0);
  LiaisonId camp = add_site (plan, LIAISON_SITE_TYPE_CAMP, none, town, minutes);
  LiaisonId from = in_rooms ? add_site (plan, LIAISON_SITE_TYPE_ROOM, camp, none, 0) : camp;
  LiaisonEventData *first = plan_event (plan, 0, 1);
  first->site = back ? town : from;
  first->participants = ids (person, none);
  plan_add (plan, &liaison_event_kind, first);
  LiaisonEventData *second = plan_event (plan, 1 + gap / 60.0, 1);
  second->site = back ? from : town;
  second->participants = ids (person, none);
  plan_add (plan, &liaison_event_kind, second);
  return count (plan, "travel-too-short");
}

static void
test_travel (void)
{
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, FALSE, FALSE, 60, 59), ==, 1);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, FALSE, FALSE, 60, 60), ==, 0);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, FALSE, TRUE, 60, 59), ==, 1);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, TRUE, FALSE, 60, 59), ==, 1);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, TRUE, TRUE, 60, 59), ==, 1);
  /* A call is no place to go to, and two events at once are another rule's. */
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_VIRTUAL, FALSE, FALSE, 60, 0), ==, 0);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, FALSE, FALSE, 60, -30), ==, 0);
}

static void
test_travel_fix (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId town = add_site (plan, LIAISON_SITE_TYPE_PORT, none, none, 0);
  LiaisonId camp = add_site (plan, LIAISON_SITE_TYPE_CAMP, none, town, 90);
  static const double starts[] = { 0, 1.5, 3.25 };
  for (guint i = 0; i < 3; i++)
    {
      LiaisonEventData *event = plan_event (plan, starts[i], 1);
      event->site = i == 0 ? camp : town;
      event->participants = ids (person, none);
      plan_add (plan, &liaison_event_kind, event);
    }
  g_autoptr (GPtrArray) findings = find (plan, "travel-too-short");

  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  /* There is room for the journey, but then the third is in the way: it goes behind it. */
  const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, 0);
  g_assert_cmpint (edit->value.as.instant.seconds, ==, PLAN_STARTEX + 15300);
}

/* Two events in one room; of three others, the smallest that is large enough and free is offered. */
static void
test_other_site (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId building = add_site (plan, LIAISON_SITE_TYPE_BUILDING, none, none, 0);
  static const gint64 sizes[] = { 20, 10, 80, 40, 30 };
  LiaisonId rooms[5];
  for (guint i = 0; i < 5; i++)
    {
      LiaisonSiteData *room = plan_begin (plan, &liaison_site_kind);
      room->type = LIAISON_SITE_TYPE_ROOM;
      room->parent = building;
      room->capacity = sizes[i];
      rooms[i] = plan_add (plan, &liaison_site_kind, room);
    }
  static const guint used[] = { 0, 0, 4 }; /* the one of 30 is taken */
  for (guint i = 0; i < 3; i++)
    {
      LiaisonEventData *event = plan_event (plan, 0, 1);
      event->site = rooms[used[i]];
      plan_add (plan, &liaison_event_kind, event);
    }
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");

  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, 0);
  g_assert_true (liaison_id_same (edit->value.as.id, rooms[3]));
}

static LiaisonId
add_room (Plan *plan, LiaisonId building)
{
  LiaisonSiteData *room = plan_begin (plan, &liaison_site_kind);

  room->type = LIAISON_SITE_TYPE_ROOM;
  room->parent = building;
  room->capacity = 20;
  return plan_add (plan, &liaison_site_kind, room);
}

static LiaisonId
add_in_room (Plan *plan, double start, double hours, LiaisonId room, gboolean locked)
{
  LiaisonEventData *event = plan_event (plan, start, hours);

  event->site = room;
  event->locked = locked;
  return plan_add (plan, &liaison_event_kind, event);
}

static void
assert_moved (const LiaisonFinding *finding, guint edit, LiaisonId event, double start)
{
  const LiaisonFixEdit *made = &g_array_index (finding->fix, LiaisonFixEdit, edit);

  g_assert_true (liaison_id_same (made->slot.record, event));
  g_assert_cmpint (made->value.as.instant.seconds, ==, PLAN_STARTEX + (gint64) (start * PLAN_HOUR));
}

static void
assert_sent (const LiaisonFinding *finding, guint edit, LiaisonId event, LiaisonId site)
{
  const LiaisonFixEdit *made = &g_array_index (finding->fix, LiaisonFixEdit, edit);

  g_assert_true (liaison_id_same (made->slot.record, event));
  g_assert_true (liaison_id_same (made->value.as.id, site));
}

/* The other room is taken, by an event that can come here when this one is gone. */
static void
test_exchange_sites (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId building = add_site (plan, LIAISON_SITE_TYPE_BUILDING, none, none, 0);
  LiaisonId one = add_room (plan, building), two = add_room (plan, building);

  add_in_room (plan, 2, 2, one, FALSE);
  LiaisonId later = add_in_room (plan, 3, 2, one, FALSE);
  LiaisonId partner = add_in_room (plan, 4, 2, two, FALSE);
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  g_assert_cmpuint (finding->fix->len, ==, 2);
  assert_sent (finding, 0, later, two);
  assert_sent (finding, 1, partner, one);
}

/* The person is busy for a week, but free while another event has the room. */
static void
exchange_times (gboolean locked)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId room = add_site (plan, LIAISON_SITE_TYPE_ROOM, none, none, 0);
  LiaisonId partner = add_in_room (plan, 1, 2, room, locked), later = none;

  for (guint i = 0; i < 3; i++)
    {
      LiaisonEventData *event = plan_event (plan, (const double[]){ 3, 4, 6 }[i], (const double[]){ 2, 2, 200 }[i]);
      event->participants = ids (person, none);
      event->locked = i != 1;
      event->site = i == 1 ? room : none;
      LiaisonId id = plan_add (plan, &liaison_event_kind, event);
      later = i == 1 ? id : later;
    }
  g_autoptr (GPtrArray) findings = find (plan, "participant-overbooked");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_true ((finding->fix == NULL) == locked);
  if (locked)
    return;
  g_assert_cmpuint (finding->fix->len, ==, 2);
  assert_moved (finding, 0, later, 1);
  assert_moved (finding, 1, partner, 4);
}

static void
test_exchange_times (void)
{
  exchange_times (FALSE);
  exchange_times (TRUE);
}

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

/* What a finding offers, made: nothing of that rule is found any more. */
static void
assert_mends (Plan *plan, const char *rule)
{
  g_autoptr (GPtrArray) findings = find (plan, rule);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonProposal *proposal = liaison_proposal_new ("Test");

  g_assert_nonnull (finding->fix);
  for (guint i = 0; i < finding->fix->len; i++)
    {
      const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, i);
      LiaisonRecord *record = liaison_document_find (plan->document, edit->slot.record);
      LiaisonValue value;
      liaison_value_copy (&value, &edit->value);
      liaison_proposal_take (proposal,
                             record != NULL ? liaison_record_get_kind (record)
                                            : liaison_kind_for_shape (value.as.block->shape),
                             &edit->slot, value);
    }
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_proposal_free (proposal);
  g_assert_cmpuint (count (plan, rule), ==, 0);
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

/* A late action, whose rule has a threshold. */
static Plan *
make_late (gint32 days)
{
  Plan *plan = plan_new ();
  LiaisonActionData *action = plan_begin (plan, &liaison_action_kind);

  action->due = (gint32) (NOW / 86400) - days;
  plan_add (plan, &liaison_action_kind, action);
  return plan;
}

static void
set_rule (Plan *plan, const char *name, LiaisonRuleSeverity severity, gint64 value)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonProposal *proposal = liaison_rule_propose_setting (
      liaison_review_find_rule (name),
      liaison_record_get_block (liaison_document_get_exercise (plan->document)), severity, value, NOW);

  g_assert_nonnull (proposal);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
}

static void
test_settings (void)
{
  g_autoptr (Plan) plan = make_late (3);
  g_autoptr (GPtrArray) own = find (plan, "action-late");
  const LiaisonBlock *exercise;

  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (((LiaisonFinding *) own->pdata[0])->severity, ==, LIAISON_SEVERITY_NOTE);
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_ERROR, LIAISON_INTEGER_UNSET);
  g_autoptr (GPtrArray) raised = find (plan, "action-late");
  g_assert_cmpint (((LiaisonFinding *) raised->pdata[0])->severity, ==, LIAISON_SEVERITY_ERROR);
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_ERROR, 2);
  g_assert_cmpuint (count (plan, "action-late"), ==, 1);
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_UNSET, 3);
  g_assert_cmpuint (count (plan, "action-late"), ==, 0);
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_OFF, 0);
  g_assert_cmpuint (count (plan, "action-late"), ==, 0);
  /* Its own again: nothing is left of the setting. */
  set_rule (plan, "action-late", LIAISON_RULE_SEVERITY_UNSET, LIAISON_INTEGER_UNSET);
  g_assert_cmpuint (count (plan, "action-late"), ==, 1);
  exercise = liaison_record_get_block (liaison_document_get_exercise (plan->document));
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Exercise, exercise)->rules), ==, 0);
  g_assert_null (liaison_rule_propose_setting (liaison_review_find_rule ("action-late"), exercise,
                                               LIAISON_RULE_SEVERITY_UNSET, LIAISON_INTEGER_UNSET,
                                               NOW));
}

/* How many findings there are, and how many accepted. */
static void
assert_accepted (Plan *plan, gint64 now, guint open, guint accepted)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GPtrArray) left = liaison_review_run_all (snapshot, now, &taken, NULL);
  guint late = 0;

  for (guint i = 0; i < left->len; i++)
    late += strcmp (((LiaisonFinding *) left->pdata[i])->rule, "action-late") == 0;
  g_assert_cmpuint (late, ==, open);
  g_assert_cmpuint (taken->len, ==, accepted);
}

static void
test_acceptance (void)
{
  g_autoptr (Plan) plan = make_late (3);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (GPtrArray) findings = find (plan, "action-late");
  const LiaisonFinding *finding = findings->pdata[0];
  gint32 today = (gint32) (NOW / 86400);
  LiaisonRecord *record;

  assert_accepted (plan, NOW, 1, 0);
  g_assert_true (liaison_editor_commit (
      editor,
      liaison_acceptance_propose (finding, "Agreed & done", g_intern_string ("en"), "K. Nordhagen", NOW,
                                  NULL, today + 1),
      NULL));
  assert_accepted (plan, NOW, 0, 1);
  assert_accepted (plan, NOW + 86400, 0, 1);
  assert_accepted (plan, NOW + 2 * 86400, 1, 0); /* to be looked at again */

  /* The date changes, so the sentence does, and it is back. */
  record = liaison_document_find (plan->document, finding->records[0]);
  LiaisonProposal *proposal = liaison_proposal_new ("Test");
  gint32 due = today - 2;
  liaison_proposal_set_field (proposal, liaison_record_get_block (record),
                              LIAISON_FIELD (Action, due), &due);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  assert_accepted (plan, NOW, 1, 0);
  g_assert_true (liaison_editor_undo (editor, NULL));
  assert_accepted (plan, NOW, 0, 1);

  /* Taken back. */
  LiaisonTable *table
      = liaison_document_get_table (plan->document, LIAISON_KIND_ACCEPTED_FINDING);
  g_assert_cmpuint (liaison_table_get_size (table), ==, 1);
  g_assert_true (liaison_editor_commit (
      editor,
      liaison_acceptance_propose_end (liaison_record_get_block (liaison_table_get (table, 0))),
      NULL));
  assert_accepted (plan, NOW, 1, 0);
}

static void
test_keys_differ (void)
{
  g_autoptr (LiaisonFinding) a = liaison_finding_new ("rule", LIAISON_SEVERITY_NOTE, "x");
  g_autoptr (LiaisonFinding) b = liaison_finding_new ("rule", LIAISON_SEVERITY_ERROR, "{n}");
  g_autofree char *one = liaison_finding_make_key (a), *two = liaison_finding_make_key (b);

  /* Severity and wording are not what a finding is. */
  g_assert_cmpstr (one, ==, two);
  liaison_finding_take_operand (b, liaison_operand_integer ("n", 1));
  g_autofree char *three = liaison_finding_make_key (b);
  g_assert_cmpstr (two, !=, three);
  /* Nor is what only its fix speaks of. */
  liaison_finding_take_operand (b, liaison_operand_integer ("free", 1));
  g_autofree char *same = liaison_finding_make_key (b);
  g_assert_cmpstr (three, ==, same);
  liaison_finding_add_record (a, plan_id (1));
  g_autofree char *four = liaison_finding_make_key (a);
  g_assert_cmpstr (one, !=, four);
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
  g_test_add_func ("/review/rules/travel", test_travel);
  g_test_add_func ("/review/rules/travel-fix", test_travel_fix);
  g_test_add_func ("/review/rules/serial", test_serial);
  g_test_add_func ("/review/rules/zone", test_zone);
  g_test_add_func ("/review/rules/clock-fix", test_clock_fix);
  g_test_add_func ("/review/rules/exchange-sites", test_exchange_sites);
  g_test_add_func ("/review/rules/exchange-times", test_exchange_times);
  g_test_add_func ("/review/rules/other-site", test_other_site);
  g_test_add_func ("/review/rules/rest", test_rest);
  g_test_add_func ("/review/rules/cover", test_cover);
  g_test_add_func ("/review/rules/cover-fix", test_cover_fix);
  g_test_add_func ("/review/rules/voice-fix", test_voice_fix);
  g_test_add_func ("/review/rules/assessed", test_assessed);
  g_test_add_func ("/review/rules/languages", test_languages);
  g_test_add_func ("/review/rules/spelling", test_spelling);
  g_test_add_func ("/review/rules/dtg", test_dtg);
  g_test_add_func ("/review/rules/marking-unknown", test_marking_unknown);
  g_test_add_func ("/review/settings", test_settings);
  g_test_add_func ("/review/acceptance", test_acceptance);
  g_test_add_func ("/review/acceptance/keys", test_keys_differ);
  return g_test_run ();
}
