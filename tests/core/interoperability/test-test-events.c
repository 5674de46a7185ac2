/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests planned in bulk: where they find a time, what they leave alone, and that all of it is one edit. */
#include "config.h"

#include "../liaison/posts.h"

#include "interoperability/test-events.h"

#define DAY(n) ((gint32) (PLAN_STARTEX / 86400) + (n))
#define AT(day, hour) ((gint64) DAY (day) * 86400 + (hour) * 3600)

typedef struct
{
  Plan *plan;
  LiaisonEditor *editor;
  LiaisonWords *words;
  const char *nations[3];
  LiaisonId voice, chat; /* requirements: of each nation; of each pair */
  LiaisonId site;
  guint serial;
} World;

static LiaisonId
add (World *world, gpointer block)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Add");
  LiaisonId id = ((LiaisonBlock *) block)->id;

  liaison_proposal_add_record (proposal, block);
  posts_commit (world->editor, proposal);
  liaison_block_unref (block);
  return id;
}

static LiaisonId
add_requirement (World *world, LiaisonAssessedPer per)
{
  LiaisonRequirementData *made = plan_begin (world->plan, &liaison_requirement_kind);

  made->level = LIAISON_REQUIREMENT_LEVEL_REQUIREMENT;
  made->selected = TRUE;
  made->per = (int) per;
  return add (world, made);
}

static void
begin (World *world)
{
  static const char *const codes[] = { "NO", "FR", "JP" };

  *world = (World){ plan_new () };
  world->editor = liaison_editor_new (world->plan->document, posts_now_cb, NULL);
  world->words = liaison_words_new ("en", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      world->nations[i] = posts_code (codes[i]);
      plan_add (world->plan, &liaison_nation_kind, posts_nation (world->plan, codes[i], "en"));
    }
  world->voice = add_requirement (world, LIAISON_ASSESSED_PER_NATION);
  world->chat = add_requirement (world, LIAISON_ASSESSED_PER_PAIR);
  world->site = add (world, plan_begin (world->plan, &liaison_site_kind));
}

static void
end (World *world)
{
  liaison_words_unref (world->words);
  g_object_unref (world->editor);
  plan_free (world->plan);
}

static LiaisonTestWishes
make_wishes (World *world, LiaisonTestsBy by)
{
  return (LiaisonTestWishes){ .nations = world->nations,
                              .n_nations = 3,
                              .by = by,
                              .site = world->site,
                              .first = DAY (-5),
                              .last = DAY (-4),
                              .opens = 9 * 3600,
                              .closes = 12 * 3600,
                              .length = 3600 };
}

static LiaisonTestEvents *
look (World *world, const LiaisonTestWishes *wishes)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (world->plan->document);

  return liaison_test_events_new (snapshot, wishes);
}

static const LiaisonTestEvent *
get (const LiaisonTestEvents *events, guint i)
{
  g_assert_cmpuint (i, <, events->events->len);
  return events->events->pdata[i];
}

/* An event for each requirement, one behind the other at one site; three nations, three pairs. */
static void
test_by_requirement (void)
{
  World world;
  begin (&world);
  LiaisonTestWishes wishes = make_wishes (&world, LIAISON_TESTS_BY_REQUIREMENT);
  g_autoptr (LiaisonTestEvents) events = look (&world, &wishes);

  g_assert_cmpuint (events->events->len, ==, 2);
  g_assert_cmpuint (events->n_placed, ==, 2);
  g_assert_cmpuint (events->n_subjects, ==, 6);
  g_assert_cmpint (get (events, 0)->start, ==, AT (-5, 9));
  g_assert_cmpint (get (events, 1)->start, ==, AT (-5, 10));
  g_assert_cmpuint (get (events, 0)->subjects->len, ==, 3);
  end (&world);
}

/* By pairs: what shares a nation or the site cannot be at once, and only so many fit. */
static void
test_by_pair (void)
{
  World world;
  begin (&world);
  LiaisonTestWishes wishes = make_wishes (&world, LIAISON_TESTS_BY_PAIR);
  g_autoptr (LiaisonTestEvents) events = NULL, few = NULL, chosen = NULL;

  events = look (&world, &wishes);
  g_assert_cmpuint (events->events->len, ==, 6);
  g_assert_cmpuint (events->n_placed, ==, 6);
  g_assert_cmpint (get (events, 5)->start, ==, AT (-4, 11));
  wishes.last = wishes.first;
  few = look (&world, &wishes);
  g_assert_cmpuint (few->n_placed, ==, 3);
  g_assert_cmpint (get (few, 3)->start, ==, G_MAXINT64);
  wishes.requirements = &world.voice;
  wishes.n_requirements = 1;
  wishes.n_nations = 2;
  wishes.site = (LiaisonId){ 0, 0 };
  chosen = look (&world, &wishes);
  g_assert_cmpuint (chosen->events->len, ==, 2);
  /* Without a site to share, two nations that do not meet are tested at once. */
  g_assert_cmpint (get (chosen, 0)->start, ==, get (chosen, 1)->start);
  end (&world);
}

static void
add_event (World *world, LiaisonId site, const char *nation, gint64 start, gint64 length)
{
  LiaisonEventData *made = plan_begin (world->plan, &liaison_event_kind);

  made->site = site;
  made->nations = nation != NULL ? liaison_codes_new (&nation, 1) : NULL;
  made->duration = length;
  liaison_instant_from_unix (start, NULL, &made->start);
  add (world, made);
}

/* Around what stands on the schedule; phases of weeks are in nobody's way. */
static void
test_around (void)
{
  World world;
  LiaisonTestWishes wishes;
  g_autoptr (LiaisonTestEvents) events = NULL;

  begin (&world);
  add_event (&world, world.site, NULL, AT (-5, 9), 1800);
  add_event (&world, (LiaisonId){ 0, 0 }, world.nations[2], AT (-5, 10), 3600);
  add_event (&world, (LiaisonId){ 0, 0 }, world.nations[2], AT (-9, 0), 20 * 86400);
  wishes = make_wishes (&world, LIAISON_TESTS_BY_NATION);
  wishes.requirements = &world.voice;
  wishes.n_requirements = 1;
  events = look (&world, &wishes);
  g_assert_cmpuint (events->n_placed, ==, 3);
  g_assert_cmpint (get (events, 0)->start, ==, AT (-5, 9) + 1800);
  g_assert_cmpint (get (events, 1)->start, ==, AT (-5, 10) + 1800);
  /* Its nation is away until eleven, the site taken until half past. */
  g_assert_cmpint (get (events, 2)->start, ==, AT (-4, 9));
  end (&world);
}

static LiaisonBlock *
new_block (const LiaisonKind *kind, gpointer data)
{
  World *world = data;
  LiaisonBlock *block = plan_begin (world->plan, kind);
  const LiaisonField *serial = liaison_shape_find (&kind->shape, "serial", NULL);

  *(GRefString **) LIAISON_BLOCK_AT (block, serial) = g_ref_string_new ("XX-099");
  return block;
}

/* One proposal; what waited for its test gets it, what has a result or a test is left alone. */
static void
test_propose (void)
{
  World world;
  LiaisonAssessmentData *made;
  LiaisonTestWishes wishes;
  LiaisonId waiting;
  g_autoptr (LiaisonTestEvents) events = NULL, again = NULL;
  guint n;

  begin (&world);
  made = plan_begin (world.plan, &liaison_assessment_kind);
  made->requirement = world.voice;
  made->nation = world.nations[0];
  made->result = LIAISON_ASSESSMENT_RESULT_NOT_TESTED;
  waiting = add (&world, made);
  made = plan_begin (world.plan, &liaison_assessment_kind);
  made->requirement = world.voice;
  made->nation = world.nations[1];
  made->result = LIAISON_ASSESSMENT_RESULT_SUCCESS;
  add (&world, made);
  wishes = make_wishes (&world, LIAISON_TESTS_BY_REQUIREMENT);
  wishes.requirements = &world.voice;
  wishes.n_requirements = 1;
  events = look (&world, &wishes);
  g_assert_cmpuint (events->n_subjects, ==, 2);
  posts_commit (world.editor,
                liaison_test_events_propose (events, world.words, new_block, &world));
  {
    g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (world.plan->document);
    LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
    const LiaisonBlock *const *all = liaison_snapshot_get (snapshot, LIAISON_KIND_ASSESSMENT, &n);
    const LiaisonBlock *test = liaison_lookup_find (
        &lookup, LIAISON_DATA (Assessment, liaison_lookup_find (&lookup, waiting))->event);

    g_assert_cmpuint (n, ==, 3);
    g_assert_nonnull (test);
    g_assert_cmpint (LIAISON_DATA (Event, test)->duration, ==, 3600);
    g_assert_cmpstr (LIAISON_DATA (Event, test)->serial, ==, "XX-099");
    for (guint i = 0; i < n; i++)
      g_assert_true (LIAISON_DATA (Assessment, all[i])->result == LIAISON_ASSESSMENT_RESULT_SUCCESS
                     || liaison_id_same (LIAISON_DATA (Assessment, all[i])->event, test->id));
  }
  /* Nothing is left to plan, but what has a result where that is wished for. */
  again = look (&world, &wishes);
  g_assert_cmpuint (again->events->len, ==, 0);
  g_assert_null (liaison_test_events_propose (again, world.words, new_block, &world));
  g_clear_pointer (&again, liaison_test_events_free);
  wishes.again = TRUE;
  again = look (&world, &wishes);
  g_assert_cmpuint (again->n_subjects, ==, 1);
  g_assert_true (liaison_editor_undo (world.editor, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (liaison_document_get_table (
                        world.plan->document, LIAISON_KIND_ASSESSMENT))),
                    ==, 2);
  end (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interoperability/test-events/by-requirement", test_by_requirement);
  g_test_add_func ("/interoperability/test-events/by-pair", test_by_pair);
  g_test_add_func ("/interoperability/test-events/around", test_around);
  g_test_add_func ("/interoperability/test-events/propose", test_propose);
  return g_test_run ();
}
