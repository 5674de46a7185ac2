/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes that follow edits are what lanes made anew would be. */
#include "config.h"

#include "draw/lanes.h"

#include "plan.h"
#include "random-edit.h"

#define EDITS 400

typedef struct
{
  Plan *plan;
  RandomEdits edits;
  LiaisonWords *words;
  LiaisonLanesSetup setup;
  GHashTable *folded;
} Fixture;

static void
fill (Fixture *f)
{
  RandomEdits *edits = &f->edits;
  LiaisonId outer = plan_site (f->plan, 1);

  for (guint i = 0; i < 6; i++)
    {
      LiaisonSiteData *site = plan_begin (f->plan, &liaison_site_kind);
      site->name = liaison_text_new ("en", i % 2 ? "Hall" : "Range");
      site->parent = i < 3 ? outer : (LiaisonId){ 0 };
      plan_add (f->plan, &liaison_site_kind, site);
    }
  for (guint i = 0; i < 5; i++)
    {
      LiaisonParticipantData *person = plan_begin (f->plan, &liaison_participant_kind);
      person->nation = g_intern_string (i % 2 ? "FR" : "NO");
      person->parent =
          i > 2 ? random_edit_pick_id (edits, LIAISON_KIND_PARTICIPANT) : (LiaisonId){ 0 };
      plan_add (f->plan, &liaison_participant_kind, person);
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const codes[] = { "FR", "NO", "SE" };
      LiaisonNationData *nation = plan_begin (f->plan, &liaison_nation_kind);
      nation->code = g_intern_string (codes[i]);
      plan_add (f->plan, &liaison_nation_kind, nation);
    }
  for (guint i = 0; i < 120; i++)
    {
      LiaisonEventData *event = plan_event (f->plan, i % 50, 1);
      for (guint j = 0; j < 6; j++)
        random_edit_event (edits, event);
      plan_add (f->plan, &liaison_event_kind, event);
    }
}

static void
set_up (Fixture *f, gconstpointer by)
{
  f->plan = plan_new ();
  f->edits = (RandomEdits){ .document = f->plan->document,
                            .chance = g_rand_new_with_seed (g_test_rand_int ()),
                            .removed = g_ptr_array_new_with_free_func (
                                (GDestroyNotify) liaison_block_unref),
                            .startex = PLAN_STARTEX,
                            .length = 100 * PLAN_HOUR,
                            .rare = TRUE };
  fill (f);
  f->words = liaison_words_new ("en", NULL);
  f->folded = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  f->setup = (LiaisonLanesSetup){ .by = GPOINTER_TO_INT (by), .least = 1800, .folded = f->folded };
}

static void
tear_down (Fixture *f, gconstpointer by)
{
  g_hash_table_unref (f->folded);
  liaison_words_unref (f->words);
  g_ptr_array_unref (f->edits.removed);
  g_rand_free (f->edits.chance);
  plan_free (f->plan);
}

static void
check_same_bars (const LiaisonLaneIndex *a, const LiaisonLaneIndex *b)
{
  g_assert_cmpuint (liaison_lane_index_count_rows (a), ==, liaison_lane_index_count_rows (b));
  for (guint row = 0; row < liaison_lane_index_count_rows (a); row++)
    {
      guint n_a, n_b;
      const LiaisonBar *of_a = liaison_lane_index_get_row (a, row, &n_a);
      const LiaisonBar *of_b = liaison_lane_index_get_row (b, row, &n_b);
      g_assert_cmpuint (n_a, ==, n_b);
      for (guint i = 0; i < n_a; i++)
        {
          g_assert_cmpint (of_a[i].start, ==, of_b[i].start);
          g_assert_cmpint (of_a[i].end, ==, of_b[i].end);
          g_assert_true (of_a[i].block == of_b[i].block);
          g_assert_cmpuint (of_a[i].row, ==, of_b[i].row);
          g_assert_cmpuint (of_a[i].occurrence, ==, of_b[i].occurrence);
        }
    }
}

static void
check_same (const LiaisonLanes *a, const LiaisonLanes *b)
{
  gint64 start_a = 0, end_a = 0, start_b = 0, end_b = 0;
  guint n_a, n_b;
  const LiaisonLane *of_a = liaison_lanes_get (a, &n_a), *of_b = liaison_lanes_get (b, &n_b);

  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_true (liaison_id_same (of_a[i].key, of_b[i].key));
      g_assert_cmpstr (of_a[i].label, ==, of_b[i].label);
      g_assert_true (of_a[i].block == of_b[i].block);
      g_assert_cmpuint (of_a[i].depth, ==, of_b[i].depth);
      g_assert_true (of_a[i].folded == of_b[i].folded
                     && of_a[i].has_children == of_b[i].has_children);
      check_same_bars (of_a[i].index, of_b[i].index);
    }
  g_assert_true (liaison_lanes_get_extent (a, &start_a, &end_a)
                 == liaison_lanes_get_extent (b, &start_b, &end_b));
  g_assert_cmpint (start_a, ==, start_b);
  g_assert_cmpint (end_a, ==, end_b);
  g_assert_cmpuint (liaison_lanes_count_events (a), ==, liaison_lanes_count_events (b));
}

/* Each event is found where it is seen first. */
static void
check_found (Fixture *f, const LiaisonLanes *lanes)
{
  guint n, n_events;
  const LiaisonLane *each = liaison_lanes_get (lanes, &n);
  const LiaisonBlock *const *events =
      liaison_snapshot_get (liaison_lanes_get_snapshot (lanes), LIAISON_KIND_EVENT, &n_events);

  for (guint i = 0; i < n_events; i++)
    {
      guint lane, wanted = 0;
      const LiaisonBar *bar = NULL;
      for (guint j = 0; bar == NULL && j < n; j++)
        {
          bar = liaison_lane_index_locate (each[j].index, events[i]);
          wanted = j;
        }
      g_assert_true (liaison_lanes_find_bar (lanes, events[i]->id, &lane) == bar);
      g_assert_true (bar == NULL || lane == wanted);
    }
}

static LiaisonLanes *
make (Fixture *f, LiaisonSnapshot *snapshot)
{
  LiaisonManner manner = { .words = f->words, .lookup = liaison_snapshot_get_lookup (snapshot) };
  return liaison_lanes_new (snapshot, &manner, &f->setup);
}

/* Tracks, nations and channels come and go too. */
static void
edit_more (Fixture *f)
{
  static const char *const tracks[] = { "Red", "Blue", "White cell" };
  const LiaisonBlock *before = random_edit_pick (&f->edits, LIAISON_KIND_EVENT);
  LiaisonEventData *after = before != NULL ? (gpointer) liaison_block_copy (before) : NULL;
  guint choice = (guint) g_test_rand_int_range (0, 8);

  if (after == NULL)
    return;
  g_clear_pointer (&after->track, g_ref_string_release);
  if (choice < G_N_ELEMENTS (tracks))
    after->track = g_ref_string_new (tracks[choice]);
  after->type = (int) choice;
  random_edit_apply (&f->edits, before, &after->block);
}

static gboolean
is_shown (const LiaisonBlock *event, gpointer data)
{
  return LIAISON_DATA (Event, event)->duration % 1800 == 0;
}

static void
follow (Fixture *f)
{
  g_autoptr (LiaisonSnapshot) first = liaison_document_get_snapshot (f->plan->document);
  LiaisonLanes *lanes = make (f, first);
  guint followed = 0;

  for (guint i = 0; i < EDITS; i++)
    {
      for (int j = g_test_rand_int_range (0, 3); j >= 0; j--)
        {
          if (g_test_rand_int_range (0, 4) == 0)
            edit_more (f);
          else
            random_edit (&f->edits);
        }
      g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (f->plan->document);
      g_autoptr (LiaisonLanes) anew = make (f, snapshot);
      LiaisonManner manner = { .words = f->words,
                               .lookup = liaison_snapshot_get_lookup (snapshot) };
      if (!liaison_lanes_follow (lanes, snapshot, &manner, &f->setup))
        {
          liaison_lanes_free (lanes);
          lanes = make (f, snapshot);
        }
      else
        followed++;
      check_same (lanes, anew);
      check_found (f, lanes);
    }
  /* Sites, STARTEX and so on have changed now and then; mostly they have not. */
  g_assert_cmpuint (followed, >, EDITS / 2);
  liaison_lanes_free (lanes);
}

static void
test_follow (Fixture *f, gconstpointer by)
{
  follow (f);
}

static void
test_follow_filtered (Fixture *f, gconstpointer by)
{
  f->setup.is_shown = is_shown;
  f->setup.with_empty = TRUE;
  follow (f);
}

static void
test_follow_folded (Fixture *f, gconstpointer by)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (f->plan->document);
  g_autoptr (LiaisonLanes) lanes = make (f, snapshot);
  guint n, folded = 0;
  const LiaisonLane *each = liaison_lanes_get (lanes, &n);

  for (guint i = 0; i < n; i++)
    if (each[i].has_children)
      {
        g_hash_table_add (f->folded, g_memdup2 (&each[i].key, sizeof (LiaisonId)));
        folded++;
      }
  g_assert_cmpuint (folded, >, 0);
  follow (f);
}

/* A chain of events moves when the first does, the last of another lane too. */
static void
test_chain (Fixture *f, gconstpointer by)
{
  LiaisonEventData *head = plan_event (f->plan, 1, 1), *moved;
  LiaisonId id = plan_add (f->plan, &liaison_event_kind, head), last = id;
  LiaisonLanes *lanes;
  guint lane;

  for (guint i = 0; i < 30; i++)
    {
      LiaisonEventData *event = plan_event (f->plan, 0, 1);
      event->start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                                       .edge = LIAISON_ANCHOR_END,
                                       .seconds = 600,
                                       .anchor = liaison_anchor_for (last) };
      event->site = random_edit_pick_id (&f->edits, LIAISON_KIND_SITE);
      last = plan_add (f->plan, &liaison_event_kind, event);
    }
  g_autoptr (LiaisonSnapshot) before = liaison_document_get_snapshot (f->plan->document);
  lanes = make (f, before);
  g_assert_cmpint (liaison_lanes_find_bar (lanes, last, &lane)->start, ==,
                   PLAN_STARTEX + PLAN_HOUR + 30 * (PLAN_HOUR + 600));
  moved = (gpointer) liaison_block_copy (&head->block);
  plan_at (&moved->start, 2);
  random_edit_apply (&f->edits, &head->block, &moved->block);
  g_autoptr (LiaisonSnapshot) after = liaison_document_get_snapshot (f->plan->document);
  LiaisonManner manner = { .words = f->words, .lookup = liaison_snapshot_get_lookup (after) };
  g_assert_true (liaison_lanes_follow (lanes, after, &manner, &f->setup));
  g_assert_cmpint (liaison_lanes_find_bar (lanes, last, &lane)->start, ==,
                   PLAN_STARTEX + 2 * PLAN_HOUR + 30 * (PLAN_HOUR + 600));
  liaison_lanes_free (lanes);
}

#define ADD(path, by, test)                                                                        \
  g_test_add ("/draw/lanes/" path, Fixture, GINT_TO_POINTER (by), set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("follow/site", LIAISON_LANES_BY_SITE, test_follow);
  ADD ("follow/nation", LIAISON_LANES_BY_NATION, test_follow);
  ADD ("follow/participant", LIAISON_LANES_BY_PARTICIPANT, test_follow);
  ADD ("follow/track", LIAISON_LANES_BY_TRACK, test_follow);
  ADD ("follow/type", LIAISON_LANES_BY_TYPE, test_follow);
  ADD ("follow/filtered/site", LIAISON_LANES_BY_SITE, test_follow_filtered);
  ADD ("follow/filtered/track", LIAISON_LANES_BY_TRACK, test_follow_filtered);
  ADD ("follow/folded/site", LIAISON_LANES_BY_SITE, test_follow_folded);
  ADD ("follow/folded/participant", LIAISON_LANES_BY_PARTICIPANT, test_follow_folded);
  ADD ("follow/chain", LIAISON_LANES_BY_SITE, test_chain);
  return g_test_run ();
}
