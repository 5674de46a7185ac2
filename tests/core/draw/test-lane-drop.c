/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What putting an event into another lane changes, and what it says where it cannot. */
#include "config.h"

#include "draw/lane-drop.h"
#include "edit/editor.h"

#include "plan.h"

typedef struct
{
  Plan *plan;
  LiaisonEditor *editor;
  LiaisonWords *words;
  LiaisonId sites[2], people[4], posts[2],
      channels[2]; /* people: two of FR, one of NO, one of SE */
  LiaisonId nations[3];
} Fixture;

static gint64
now_cb (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static LiaisonId
add_person (Fixture *f, const char *nation)
{
  LiaisonParticipantData *person = plan_begin (f->plan, &liaison_participant_kind);

  person->nation = g_intern_string (nation);
  return plan_add (f->plan, &liaison_participant_kind, person);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const codes[] = { "FR", "NO", "SE" };
  static const char *const of_people[] = { "FR", "FR", "NO", "SE" };

  f->plan = plan_new ();
  f->editor = liaison_editor_new (f->plan->document, now_cb, NULL);
  f->words = liaison_words_new ("en", NULL);
  for (guint i = 0; i < 2; i++)
    {
      LiaisonPostData *post = plan_begin (f->plan, &liaison_post_kind);
      f->sites[i] = plan_site (f->plan, 1);
      post->from_nation = g_intern_string (codes[i]);
      f->posts[i] = plan_add (f->plan, &liaison_post_kind, post);
      f->channels[i] =
          plan_add (f->plan, &liaison_channel_kind, plan_begin (f->plan, &liaison_channel_kind));
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_people); i++)
    f->people[i] = add_person (f, of_people[i]);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      LiaisonNationData *nation = plan_begin (f->plan, &liaison_nation_kind);
      nation->code = g_intern_string (codes[i]);
      plan_add (f->plan, &liaison_nation_kind, nation);
      f->nations[i] = liaison_id_for_code (codes[i]);
    }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  liaison_words_unref (f->words);
  g_object_unref (f->editor);
  plan_free (f->plan);
}

static LiaisonId
add (Fixture *f, LiaisonEventData *event)
{
  return plan_add (f->plan, &liaison_event_kind, event);
}

static const LiaisonEventData *
get (Fixture *f, LiaisonId event)
{
  return LIAISON_DATA (Event,
                       liaison_record_get_block (liaison_document_find (f->plan->document, event)));
}

static guint
find_lane (const LiaisonLanes *lanes, LiaisonId key)
{
  guint n;
  const LiaisonLane *each = liaison_lanes_get (lanes, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_id_same (each[i].key, key))
      return i;
  g_assert_not_reached ();
}

/* Drops it and makes the edits; or returns the reason why not, having checked that asking gives it
 * too. */
static const char *
drop (Fixture *f, LiaisonLanesBy by, LiaisonId event, LiaisonId from, LiaisonId to)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (f->plan->document);
  LiaisonManner manner = { .words = f->words, .lookup = liaison_snapshot_get_lookup (snapshot) };
  LiaisonLanesSetup setup = { .by = by, .with_empty = TRUE, .least = 1800 };
  g_autoptr (LiaisonLanes) lanes = liaison_lanes_new (snapshot, &manner, &setup);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Move");
  g_autoptr (GError) error = NULL;
  const LiaisonBlock *block = liaison_snapshot_find (snapshot, event);
  const char *refusal = liaison_lane_drop (lanes, by, find_lane (lanes, from),
                                           find_lane (lanes, to), block, proposal);

  g_assert_cmpstr (
      refusal, ==,
      liaison_lane_drop (lanes, by, find_lane (lanes, from), find_lane (lanes, to), block, NULL));
  if (refusal != NULL)
    {
      g_assert_cmpuint (liaison_proposal_get_size (proposal), ==, 0);
      return refusal;
    }
  g_assert_cmpuint (liaison_proposal_get_size (proposal), >, 0);
  g_assert_true (liaison_editor_commit (f->editor, proposal, &error));
  g_assert_no_error (error);
  return NULL;
}

static void
check_refused (const char *refusal, const char *begins)
{
  g_assert_nonnull (refusal);
  g_assert_true (g_str_has_prefix (refusal, begins));
}

static void
check_ids (const LiaisonIds *ids, const LiaisonId *wanted, guint n)
{
  g_autoptr (LiaisonIds) set = n > 0 ? liaison_ids_new (wanted, n) : NULL;
  g_assert_true (liaison_ids_equal (ids, set));
}

/* Something stands in the lane of what is not assigned, so that it is there. */
static void
add_rest (Fixture *f)
{
  LiaisonEventData *event = plan_event (f->plan, 50, 1);
  event->type = 0;
  add (f, event);
}

static void
test_site (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);
  LiaisonId id;

  event->site = f->sites[0];
  id = add (f, event);
  add_rest (f);
  g_assert_null (drop (f, LIAISON_LANES_BY_SITE, id, f->sites[0], f->sites[1]));
  g_assert_true (liaison_id_same (get (f, id)->site, f->sites[1]));
  g_assert_null (drop (f, LIAISON_LANES_BY_SITE, id, f->sites[1], LIAISON_LANE_REST));
  g_assert_true (liaison_id_is_zero (get (f, id)->site));
  g_assert_null (drop (f, LIAISON_LANES_BY_SITE, id, LIAISON_LANE_REST, f->sites[0]));
  g_assert_true (liaison_id_same (get (f, id)->site, f->sites[0]));
  g_assert_true (liaison_editor_undo (f->editor, NULL));
  g_assert_true (liaison_id_is_zero (get (f, id)->site));
}

static void
test_locked (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);

  event->site = f->sites[0];
  event->locked = TRUE;
  check_refused (drop (f, LIAISON_LANES_BY_SITE, add (f, event), f->sites[0], f->sites[1]),
                 "The event is locked.");
}

static void
test_nation (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);
  const char *const both[] = { "FR", "SE" };
  LiaisonId id;

  event->nations = liaison_codes_new (both, 2);
  id = add (f, event);
  g_assert_null (drop (f, LIAISON_LANES_BY_NATION, id, f->nations[0], f->nations[1]));
  g_assert_true (liaison_codes_contains (get (f, id)->nations, "NO"));
  g_assert_true (liaison_codes_contains (get (f, id)->nations, "SE"));
  g_assert_false (liaison_codes_contains (get (f, id)->nations, "FR"));
  check_refused (drop (f, LIAISON_LANES_BY_NATION, id, f->nations[1], f->nations[2]),
                 "The nation takes part already.");
}

/* Named because of its people, a nation is not exchanged behind their back. */
static void
test_nation_of_people (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);

  event->participants = liaison_ids_new (&f->people[0], 1);
  check_refused (drop (f, LIAISON_LANES_BY_NATION, add (f, event), f->nations[0], f->nations[1]),
                 "People of the nation take part");
}

static void
test_nation_from_rest (Fixture *f, gconstpointer data)
{
  LiaisonId id = add (f, plan_event (f->plan, 1, 1));
  guint n;

  add_rest (f);
  g_assert_null (drop (f, LIAISON_LANES_BY_NATION, id, LIAISON_LANE_REST, f->nations[1]));
  g_assert_cmpstr (liaison_codes_get (get (f, id)->nations, &n)[0], ==, "NO");
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (drop (f, LIAISON_LANES_BY_NATION, id, f->nations[1], LIAISON_LANE_REST));
  liaison_codes_get (get (f, id)->nations, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_participant (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);
  const LiaisonId first[] = { f->people[0], f->people[2] };
  LiaisonId id;

  event->participants = liaison_ids_new (first, 2);
  id = add (f, event);
  add_rest (f);
  g_assert_null (drop (f, LIAISON_LANES_BY_PARTICIPANT, id, f->people[0], f->people[1]));
  check_ids (get (f, id)->participants, (const LiaisonId[]){ f->people[1], f->people[2] }, 2);
  check_refused (drop (f, LIAISON_LANES_BY_PARTICIPANT, id, f->people[1], f->people[2]),
                 "They are at that event already.");
  g_assert_null (drop (f, LIAISON_LANES_BY_PARTICIPANT, id, f->people[1], LIAISON_LANE_REST));
  check_ids (get (f, id)->participants, &f->people[2], 1);
}

static void
test_participant_from_rest (Fixture *f, gconstpointer data)
{
  LiaisonId id = add (f, plan_event (f->plan, 1, 1));

  add_rest (f);
  g_assert_null (drop (f, LIAISON_LANES_BY_PARTICIPANT, id, LIAISON_LANE_REST, f->people[3]));
  check_ids (get (f, id)->participants, &f->people[3], 1);
}

/* Who leads it hands that on, and so who has a role. */
static void
test_chair_and_role (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);
  LiaisonEventRoleData *role =
      (gpointer) liaison_block_new (&liaison_event_role_shape, plan_id (++f->plan->made));
  LiaisonBlock *item = &role->block;
  LiaisonId id;

  role->participant = f->people[1];
  event->chair = f->people[0];
  event->roles = liaison_items_new_take (&item, 1);
  id = add (f, event);
  g_assert_null (drop (f, LIAISON_LANES_BY_PARTICIPANT, id, f->people[0], f->people[2]));
  g_assert_true (liaison_id_same (get (f, id)->chair, f->people[2]));
  g_assert_null (drop (f, LIAISON_LANES_BY_PARTICIPANT, id, f->people[1], f->people[3]));
  g_assert_true (liaison_id_same (
      LIAISON_DATA (EventRole, liaison_items_get (get (f, id)->roles, 0))->participant,
      f->people[3]));
  check_refused (drop (f, LIAISON_LANES_BY_PARTICIPANT, id, f->people[2], f->people[3]),
                 "They are at that event already.");
}

static void
test_more_than_one_part (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);

  event->chair = f->people[0];
  event->participants = liaison_ids_new (&f->people[0], 1);
  check_refused (drop (f, LIAISON_LANES_BY_PARTICIPANT, add (f, event), f->people[0], f->people[1]),
                 "They have more than one part in it");
}

static void
test_post (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);
  LiaisonId id;

  event->participants = liaison_ids_new (&f->posts[0], 1);
  id = add (f, event);
  g_assert_null (drop (f, LIAISON_LANES_BY_POST, id, f->posts[0], f->posts[1]));
  check_ids (get (f, id)->participants, &f->posts[1], 1);
}

/* A lane is told in the language of the reader by the term of the glossary that has its name; what
 * is dropped there gets the name that all events of it have. */
static void
test_track_translated (Fixture *f, gconstpointer data)
{
  static const char *const languages[] = { "en", "fr" };
  const char *tags[] = { g_intern_string ("en"), g_intern_string ("fr") };
  GRefString *texts[] = { g_ref_string_new ("Blue"), g_ref_string_new ("Bleu") };
  LiaisonTermData *term = plan_begin (f->plan, &liaison_term_kind);
  LiaisonEventData *event = plan_begin (f->plan, &liaison_event_kind);
  const LiaisonLanesSetup setup = { .by = LIAISON_LANES_BY_TRACK };
  g_autoptr (LiaisonSnapshot) snapshot = NULL;

  term->term = liaison_text_new_take (2, tags, texts);
  plan_add (f->plan, &liaison_term_kind, term);
  plan_at (&event->start, 0);
  event->track = g_ref_string_new ("Blue");
  plan_add (f->plan, &liaison_event_kind, event);
  snapshot = liaison_document_get_snapshot (f->plan->document);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (LiaisonWords) words = liaison_words_new (languages[i], NULL);
      const LiaisonManner manner = { .words = words,
                                     .lookup = liaison_snapshot_get_lookup (snapshot) };
      g_autoptr (LiaisonLanes) lanes = liaison_lanes_new (snapshot, &manner, &setup);
      guint n;
      const LiaisonLane *lane = liaison_lanes_get (lanes, &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (lane->label, ==, i == 0 ? "Blue" : "Bleu");
      g_assert_cmpstr (lane->word != NULL ? lane->word : lane->label, ==, "Blue");
    }
}

static void
test_track (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1), *other = plan_event (f->plan, 2, 1);
  LiaisonId red = { 1, g_str_hash ("Red") | 1 }, blue = { 1, g_str_hash ("Blue") | 1 }, id;

  event->track = g_ref_string_new ("Red");
  other->track = g_ref_string_new ("Blue");
  id = add (f, event);
  add (f, other);
  add_rest (f);
  g_assert_null (drop (f, LIAISON_LANES_BY_TRACK, id, red, blue));
  g_assert_cmpstr (get (f, id)->track, ==, "Blue");
  g_assert_null (drop (f, LIAISON_LANES_BY_TRACK, id, blue, LIAISON_LANE_REST));
  g_assert_null (get (f, id)->track);
}

static void
test_channel (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);
  LiaisonId id;

  event->channels = liaison_ids_new (&f->channels[0], 1);
  id = add (f, event);
  add_rest (f);
  g_assert_null (drop (f, LIAISON_LANES_BY_CHANNEL, id, f->channels[0], f->channels[1]));
  check_ids (get (f, id)->channels, &f->channels[1], 1);
  g_assert_null (drop (f, LIAISON_LANES_BY_CHANNEL, id, f->channels[1], LIAISON_LANE_REST));
  check_ids (get (f, id)->channels, NULL, 0);
  g_assert_null (drop (f, LIAISON_LANES_BY_CHANNEL, id, LIAISON_LANE_REST, f->channels[0]));
  check_ids (get (f, id)->channels, f->channels, 1);
}

static void
test_channel_already (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);

  event->channels = liaison_ids_new (f->channels, 2);
  check_refused (drop (f, LIAISON_LANES_BY_CHANNEL, add (f, event), f->channels[0], f->channels[1]),
                 "The event uses that channel already.");
}

static void
test_type (Fixture *f, gconstpointer data)
{
  LiaisonEventData *event = plan_event (f->plan, 1, 1);
  LiaisonId id;

  event->type = 1;
  id = add (f, event);
  g_assert_null (drop (f, LIAISON_LANES_BY_TYPE, id, (LiaisonId){ 2, 1 }, (LiaisonId){ 2, 3 }));
  g_assert_cmpint (get (f, id)->type, ==, 3);
}

#define ADD(path, test) g_test_add ("/draw/lane-drop/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("site", test_site);
  ADD ("locked", test_locked);
  ADD ("nation", test_nation);
  ADD ("nation-of-people", test_nation_of_people);
  ADD ("nation-from-rest", test_nation_from_rest);
  ADD ("participant", test_participant);
  ADD ("participant-from-rest", test_participant_from_rest);
  ADD ("chair-and-role", test_chair_and_role);
  ADD ("more-than-one-part", test_more_than_one_part);
  ADD ("post", test_post);
  ADD ("track", test_track);
  ADD ("track/translated", test_track_translated);
  ADD ("channel", test_channel);
  ADD ("channel-already", test_channel_already);
  ADD ("type", test_type);
  return g_test_run ();
}
