/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks for whom, and the checklists. */
#include "config.h"

#include "posts.h"

#include "liaison/checklists.h"
#include "liaison/representation.h"

#include <string.h>

/* France sends to Norway, Poland is represented by France, Japan meets Norway at a site, Kenya has
 * nobody. */
typedef struct
{
  Plan *plan;
  LiaisonId site;
  LiaisonPostData *post; /* borrowed once added */
} World;

static void
make_world (World *world, const char *levels)
{
  Plan *plan = world->plan = plan_new ();
  LiaisonNationData *poland;
  LiaisonId person;
  LiaisonParticipantData *japanese;
  LiaisonPostData *norwegian = posts_post (plan, "LP-2", "NO", "DE");

  plan_add (plan, &liaison_nation_kind, posts_nation (plan, "NO", "nb"));
  plan_add (plan, &liaison_nation_kind, posts_nation (plan, "FR", "fr"));
  poland = posts_nation (plan, "PL", "pl");
  poland->represented_by = posts_code ("FR");
  plan_add (plan, &liaison_nation_kind, poland);
  plan_add (plan, &liaison_nation_kind, posts_nation (plan, "JP", "ja"));
  plan_add (plan, &liaison_nation_kind, posts_nation (plan, "KE", "sw"));
  world->site = plan_site (plan, 1);
  japanese = plan_begin (plan, &liaison_participant_kind);
  japanese->nation = posts_code ("JP");
  japanese->site = world->site;
  plan_add (plan, &liaison_participant_kind, japanese);
  norwegian->site = world->site;
  plan_add (plan, &liaison_post_kind, norwegian);
  person = posts_person (plan, "FR", levels);
  world->post = posts_post (plan, "LP-1", "FR", "NO");
  world->post->shifts = posts_items (posts_shift (plan, person, 0, 12, NULL));
  plan_add (plan, &liaison_post_kind, world->post);
}

static void
test_nations (void)
{
  static const struct
  {
    guint row, column; /* NO FR PL JP KE */
    LiaisonVoice voice;
  } cases[] = {
    { 0, 0, LIAISON_VOICE_SELF },    { 1, 0, LIAISON_VOICE_POST },  { 0, 1, LIAISON_VOICE_RETURN },
    { 2, 0, LIAISON_VOICE_OTHER },   { 2, 1, LIAISON_VOICE_OTHER }, { 0, 3, LIAISON_VOICE_MEETING },
    { 3, 0, LIAISON_VOICE_MEETING }, { 4, 0, LIAISON_VOICE_GAP },   { 1, 3, LIAISON_VOICE_GAP },
  };
  World world;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonRepresentations) table = NULL;
  const LiaisonRepresentation *cell;

  make_world (&world, "fr,nb 2222");
  snapshot = liaison_document_get_snapshot (world.plan->document);
  table = liaison_representations_new (snapshot, FALSE);
  g_assert_cmpuint (liaison_representations_count_rows (table), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (liaison_representations_get (table, cases[i].row, cases[i].column)->voice, ==,
                     cases[i].voice);
  cell = liaison_representations_get (table, 1, 0);
  g_assert_cmpuint (cell->posts->len, ==, 1);
  g_assert_cmpuint (cell->languages->len, ==, 1);
  g_assert_cmpstr (cell->languages->pdata[0], ==, "nb");
  g_assert_cmpstr (liaison_representations_get (table, 2, 0)->by, ==, "FR");
  plan_free (world.plan);
}

/* Level 1 is not enough to speak for others. */
static void
test_speechless (void)
{
  World world;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonRepresentations) table = NULL;

  make_world (&world, "fr,nb 1+1+33");
  snapshot = liaison_document_get_snapshot (world.plan->document);
  table = liaison_representations_new (snapshot, FALSE);
  g_assert_true (liaison_representations_get (table, 1, 0)->speechless);
  /* France and Norway, Poland by way of France, and Japan and Norway where they meet. */
  g_assert_cmpuint (liaison_representations_count_speechless (table), ==, 6);
  plan_free (world.plan);
}

/* At a site: a post, people of one's own, or nobody though there is an event. */
static void
test_sites (void)
{
  World world;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonRepresentations) table = NULL;
  LiaisonEventData *event;
  const char *codes[] = { "KE", "FR" };

  make_world (&world, "fr");
  event = plan_event (world.plan, 1, 1);
  event->site = world.site;
  event->nations = liaison_codes_new (codes, 2);
  plan_add (world.plan, &liaison_event_kind, event);
  snapshot = liaison_document_get_snapshot (world.plan->document);
  table = liaison_representations_new (snapshot, TRUE);
  g_assert_cmpuint (liaison_representations_count_columns (table), ==, 1);
  g_assert_cmpint (liaison_representations_get (table, 0, 0)->voice, ==, LIAISON_VOICE_POST);
  g_assert_cmpint (liaison_representations_get (table, 1, 0)->voice, ==, LIAISON_VOICE_GAP);
  g_assert_cmpint (liaison_representations_get (table, 2, 0)->voice, ==, LIAISON_VOICE_NONE);
  g_assert_cmpint (liaison_representations_get (table, 3, 0)->voice, ==, LIAISON_VOICE_PRESENCE);
  g_assert_cmpint (liaison_representations_get (table, 4, 0)->voice, ==, LIAISON_VOICE_GAP);
  g_assert_cmpuint (liaison_representations_count_gaps (table), ==, 2);
  plan_free (world.plan);
}

/* Who withdrew is no row; observers and who was only asked leave no gap. */
static void
test_who_takes_part (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonNationData *gone, *asked;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonRepresentations) table = NULL;

  plan_add (plan, &liaison_nation_kind, posts_nation (plan, "NO", "nb"));
  gone = posts_nation (plan, "PL", "pl");
  asked = posts_nation (plan, "JP", "ja");
  gone->status = LIAISON_NATION_STATUS_WITHDRAWN;
  asked->status = LIAISON_NATION_STATUS_INVITED;
  plan_add (plan, &liaison_nation_kind, gone);
  plan_add (plan, &liaison_nation_kind, asked);
  snapshot = liaison_document_get_snapshot (plan->document);
  table = liaison_representations_new (snapshot, FALSE);
  g_assert_cmpuint (liaison_representations_count_rows (table), ==, 2);
  g_assert_cmpint (liaison_representations_get (table, 0, 1)->voice, ==, LIAISON_VOICE_NONE);
  g_assert_cmpuint (liaison_representations_count_gaps (table), ==, 0);
}

static LiaisonCheckItemData *
item_new (Plan *plan, const char *title, gint32 due)
{
  LiaisonCheckItemData *item =
      (gpointer) liaison_block_new (&liaison_check_item_shape, plan_id (++plan->made));

  item->title = liaison_text_new ("en", title);
  item->needed = TRUE;
  item->due = due;
  item->completed = LIAISON_DATE_UNSET;
  return item;
}

static void
test_checklists (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, posts_now_cb, NULL);
  LiaisonPostData *one = posts_post (plan, "LP-2", "FR", "NO"),
                  *two = posts_post (plan, "LP-1", "FR", "NO");
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonChecklists) lists = NULL;
  const LiaisonCheckItemData *item;
  LiaisonId id;
  guint n, n_done;

  one->joining = posts_items (item_new (plan, "Badge", 100));
  one->kit = posts_items (item_new (plan, "Map", LIAISON_DATE_UNSET));
  two->joining = posts_items (item_new (plan, "Badge", 300));
  id = plan_add (plan, &liaison_post_kind, one);
  plan_add (plan, &liaison_post_kind, two);
  snapshot = liaison_document_get_snapshot (plan->document);
  lists = liaison_checklists_new (snapshot, "en", 200);
  g_assert_cmpuint (liaison_checklists_count_lines (lists), ==, 2);
  g_assert_cmpint (liaison_checklists_get (lists, 0, 0, NULL), ==, LIAISON_CHECK_OPEN);
  g_assert_cmpint (liaison_checklists_get (lists, 0, 1, NULL), ==, LIAISON_CHECK_NONE);
  g_assert_cmpint (liaison_checklists_get (lists, 1, 0, &item), ==, LIAISON_CHECK_LATE);
  g_assert_cmpuint (liaison_checklists_count_late (lists), ==, 1);
  posts_commit (editor, liaison_checklist_tick (liaison_lookup_find (&lookup, id), FALSE, item,
                                                TRUE, 200, "Ada"));
  g_clear_pointer (&lists, liaison_checklists_free);
  g_clear_pointer (&snapshot, liaison_snapshot_unref);
  snapshot = liaison_document_get_snapshot (plan->document);
  lists = liaison_checklists_new (snapshot, "en", 200);
  g_assert_cmpint (liaison_checklists_get (lists, 1, 0, &item), ==, LIAISON_CHECK_DONE);
  g_assert_cmpint (item->completed, ==, 200);
  g_assert_cmpstr (item->by, ==, "Ada");
  liaison_checklists_count_done (lists, 1, &n, &n_done);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (n_done, ==, 1);
  posts_commit (editor, liaison_checklist_tick (liaison_lookup_find (&lookup, id), FALSE, item,
                                                FALSE, 200, "Ada"));
  item = LIAISON_DATA (
      CheckItem,
      liaison_items_get (LIAISON_DATA (Post, liaison_lookup_find (&lookup, id))->joining, 0));
  g_assert_false (item->done);
  g_assert_null (item->by);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/liaison/representation/nations", test_nations);
  g_test_add_func ("/liaison/representation/speechless", test_speechless);
  g_test_add_func ("/liaison/representation/sites", test_sites);
  g_test_add_func ("/liaison/representation/who-takes-part", test_who_takes_part);
  g_test_add_func ("/liaison/checklists/tick", test_checklists);
  return g_test_run ();
}
