/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: watches, who stands there, gaps, people in two places; and the edits of it. */
#include "config.h"

#include "posts.h"

#include "liaison/assignment.h"
#include "liaison/language-pairs.h"

#include <string.h>

static LiaisonManning *
make (Plan *plan, gint64 hours, LiaisonSnapshot **snapshot)
{
  const LiaisonManningScale scale = { hours * PLAN_HOUR };

  *snapshot = liaison_document_get_snapshot (plan->document);
  return liaison_manning_new (*snapshot, &scale);
}

/* A post for 48 hours, manned by day for the first of two days only. */
static LiaisonId
add_post (Plan *plan, LiaisonId person, const char *rule)
{
  LiaisonPostData *post = posts_post (plan, "LP-1", "FR", "NO");

  post->cover = LIAISON_POST_COVER_CONTINUOUS;
  plan_at (&post->start, 0);
  plan_at (&post->end, 48);
  post->shifts = posts_items (posts_shift (plan, person, 0, 12, rule));
  return plan_add (plan, &liaison_post_kind, post);
}

static void
test_states (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = posts_person (plan, "FR", "fr");
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonManning) manning = NULL;
  LiaisonSpan gap;
  gint64 missing;

  add_post (plan, person, NULL);
  manning = make (plan, 12, &snapshot);
  g_assert_cmpuint (liaison_manning_count_rows (manning), ==, 1);
  g_assert_cmpuint (liaison_manning_count_watches (manning), ==, 4);
  g_assert_cmpint (liaison_manning_get_watch (manning, 0).start, ==, PLAN_STARTEX);
  g_assert_cmpint (liaison_manning_get_state (manning, 0, 0, &missing), ==,
                   LIAISON_MANNING_COVERED);
  g_assert_cmpint (missing, ==, 0);
  g_assert_cmpint (liaison_manning_get_state (manning, 0, 1, &missing), ==, LIAISON_MANNING_EMPTY);
  g_assert_cmpint (missing, ==, 12 * PLAN_HOUR);
  g_assert_true (liaison_manning_find_gap (manning, 0, 3, &gap));
  g_assert_cmpint (gap.end, ==, PLAN_STARTEX + 48 * PLAN_HOUR);
  g_assert_cmpuint (liaison_manning_count_gaps (manning), ==, 3);
}

/* A watch of which a part is covered, one with nobody named, one with too few, and absent people.
 */
static void
test_parts (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = posts_person (plan, "FR", "fr"), nobody = { 0 };
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonManning) manning = NULL;
  LiaisonShiftData *absent = posts_shift (plan, person, 24, 12, NULL);
  LiaisonPostData *post = posts_post (plan, "LP-1", "FR", "NO");
  LiaisonBlock *shifts[] = { &posts_shift (plan, person, 0, 8, NULL)->block,
                             &posts_shift (plan, nobody, 12, 12, NULL)->block, &absent->block };
  gint64 missing;

  absent->status = LIAISON_SHIFT_STATUS_ABSENT;
  post->cover = LIAISON_POST_COVER_CONTINUOUS;
  plan_at (&post->start, 0);
  plan_at (&post->end, 36);
  post->shifts = liaison_items_new_take (shifts, 3);
  plan_add (plan, &liaison_post_kind, post);
  manning = make (plan, 12, &snapshot);
  g_assert_cmpint (liaison_manning_get_state (manning, 0, 0, &missing), ==, LIAISON_MANNING_SHORT);
  g_assert_cmpint (missing, ==, 4 * PLAN_HOUR);
  g_assert_cmpint (liaison_manning_get_state (manning, 0, 1, NULL), ==, LIAISON_MANNING_UNNAMED);
  g_assert_cmpint (liaison_manning_get_state (manning, 0, 2, NULL), ==, LIAISON_MANNING_EMPTY);
  {
    g_autoptr (GPtrArray) stands = liaison_manning_list (manning, 0, 2);
    g_assert_cmpuint (stands->len, ==, 1);
  }
}

/* On call and closed posts ask for nobody; one person cannot stand in two places. */
static void
test_clash (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = posts_person (plan, "FR", "fr");
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonManning) manning = NULL;

  for (guint i = 0; i < 3; i++)
    {
      LiaisonPostData *post = posts_post (plan,
                                          i == 0   ? "LP-1"
                                          : i == 1 ? "LP-2"
                                                   : "LP-3",
                                          "FR", "NO");
      post->cover = LIAISON_POST_COVER_ON_CALL;
      post->status = i == 2 ? LIAISON_POST_STATUS_CLOSED : LIAISON_POST_STATUS_AGREED;
      post->shifts = posts_items (posts_shift (plan, person, i * 6, 12, NULL));
      plan_add (plan, &liaison_post_kind, post);
    }
  manning = make (plan, 12, &snapshot);
  g_assert_cmpuint (liaison_manning_count_rows (manning), ==, 2);
  g_assert_cmpint (liaison_manning_get_state (manning, 0, 2, NULL), ==, LIAISON_MANNING_IDLE);
  for (guint row = 0; row < 2; row++)
    {
      g_autoptr (GPtrArray) stands = liaison_manning_list (manning, row, 0);
      g_assert_cmpuint (stands->len, ==, 1);
      g_assert_true (((const LiaisonStand *) stands->pdata[0])->clash);
    }
}

/* Watches keep the clock: 08:00 to 20:00 before and after the clocks go back. */
static void
test_clock_change (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonExerciseData *exercise =
      (gpointer) liaison_block_new (&liaison_exercise_kind.shape, plan_id (4000));
  LiaisonPostData *post = posts_post (plan, "LP-1", "FR", "NO");
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonManning) manning = NULL;
  g_autoptr (LiaisonDocument) document = liaison_document_new (plan_id (4000));
  const LiaisonManningScale scale = { 12 * PLAN_HOUR };
  LiaisonSpan night;

  exercise->zone = g_intern_string ("Europe/Oslo");
  g_assert_true (
      liaison_instant_from_wall (2027, 10, 30, 8, 0, 0, "Europe/Oslo", &exercise->startex, NULL));
  g_assert_true (
      liaison_instant_from_wall (2027, 11, 1, 8, 0, 0, "Europe/Oslo", &exercise->endex, NULL));
  post->cover = LIAISON_POST_COVER_CONTINUOUS;
  liaison_document_fill (document, &liaison_exercise_kind, &exercise->block);
  liaison_document_fill (document, &liaison_post_kind, &post->block);
  snapshot = liaison_document_get_snapshot (document);
  manning = liaison_manning_new (snapshot, &scale);
  g_assert_cmpuint (liaison_manning_count_watches (manning), ==, 4);
  night = liaison_manning_get_watch (manning, 1);
  g_assert_cmpint (night.end - night.start, ==, 13 * PLAN_HOUR);
}

/* One stretch of four is given to somebody else: the series before and after it stays. */
static void
test_name_one (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, posts_now_cb, NULL);
  LiaisonId one = posts_person (plan, "FR", "fr"), two = posts_person (plan, "FR", "fr");
  LiaisonId id = add_post (plan, one, "FREQ=HOURLY;INTERVAL=12;COUNT=4");
  g_autoptr (LiaisonSnapshot) before = NULL, after = NULL;
  g_autoptr (LiaisonManning) manning = make (plan, 12, &before);
  g_autoptr (GPtrArray) stands = liaison_manning_list (manning, 0, 1);
  g_autoptr (LiaisonManning) then = NULL;
  LiaisonStand stand = *(const LiaisonStand *) stands->pdata[0];

  g_assert_null (liaison_assignment_name (&lookup, &stand, one, FALSE));
  posts_commit (editor, liaison_assignment_name (&lookup, &stand, two, FALSE));
  then = make (plan, 12, &after);
  for (guint watch = 0; watch < 4; watch++)
    {
      g_autoptr (GPtrArray) there = liaison_manning_list (then, 0, watch);
      const LiaisonStand *found = there->pdata[0];
      g_assert_cmpuint (there->len, ==, 1);
      g_assert_true (liaison_id_same (found->person->id, watch == 1 ? two : one));
      g_assert_cmpint (found->start, ==, PLAN_STARTEX + (gint64) watch * 12 * PLAN_HOUR);
    }
  g_assert_cmpuint (liaison_manning_count_gaps (then), ==, 0);
  g_assert_true (liaison_editor_undo (editor, NULL));
  g_assert_cmpuint (
      liaison_items_get_size (LIAISON_DATA (Post, liaison_lookup_find (&lookup, id))->shifts), ==,
      1);
}

static guint
count_stands (const LiaisonManning *manning, guint row)
{
  guint sum = 0;

  for (guint i = 0; i < liaison_manning_count_watches (manning); i++)
    {
      g_autoptr (GPtrArray) stands = liaison_manning_list (manning, row, i);
      sum += stands->len;
    }
  return sum;
}

/* Moved a watch on to another post, taken off, named as a series, added: each is one edit. */
static void
test_edits (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, posts_now_cb, NULL);
  LiaisonId one = posts_person (plan, "FR", "fr"), two = posts_person (plan, "FR", "fr");
  LiaisonPostData *made = posts_post (plan, "LP-2", "FR", "NO");
  LiaisonId first = add_post (plan, one, "FREQ=HOURLY;INTERVAL=12;COUNT=4"), second;

#define BOARD(name)                                                                                \
  g_autoptr (LiaisonSnapshot) name##_snapshot = NULL;                                              \
  g_autoptr (LiaisonManning) name = make (plan, 12, &name##_snapshot);                             \
  g_autoptr (GPtrArray) name##_stands = liaison_manning_list (name, 0, 0);                         \
  G_GNUC_UNUSED const LiaisonStand *name##_stand =                                                 \
      name##_stands->len > 0 ? name##_stands->pdata[0] : NULL

  plan_at (&made->start, 0);
  plan_at (&made->end, 48);
  second = plan_add (plan, &liaison_post_kind, made);
  {
    BOARD (board);
    g_assert_null (liaison_assignment_move (&lookup, board_stand, board_stand->post, 0));
    posts_commit (editor,
                  liaison_assignment_move (&lookup, board_stand,
                                           liaison_lookup_find (&lookup, second), 12 * PLAN_HOUR));
  }
  {
    BOARD (board);
    g_autoptr (GPtrArray) moved = liaison_manning_list (board, 1, 1);
    g_assert_cmpuint (count_stands (board, 0), ==, 3);
    g_assert_null (board_stand);
    g_assert_cmpuint (moved->len, ==, 1);
    posts_commit (editor, liaison_assignment_remove (&lookup, moved->pdata[0], FALSE));
  }
  {
    BOARD (board);
    LiaisonSpan gap;
    g_assert_cmpuint (count_stands (board, 1), ==, 0);
    g_assert_true (liaison_manning_find_gap (board, 0, 0, &gap));
    posts_commit (editor,
                  liaison_assignment_add (liaison_lookup_find (&lookup, first), gap, NULL, one));
  }
  {
    BOARD (board);
    g_autoptr (GPtrArray) rest = liaison_manning_list (board, 0, 2);
    g_assert_cmpuint (liaison_manning_count_gaps (board), ==, 0);
    posts_commit (editor, liaison_assignment_name (&lookup, rest->pdata[0], two, TRUE));
  }
  {
    BOARD (board);
    g_autoptr (GPtrArray) last = liaison_manning_list (board, 0, 3);
    g_assert_true (liaison_id_same (board_stand->person->id, one));
    g_assert_true (liaison_id_same (((const LiaisonStand *) last->pdata[0])->person->id, two));
    posts_commit (editor, liaison_assignment_remove (&lookup, last->pdata[0], TRUE));
  }
  {
    BOARD (board);
    g_assert_cmpuint (count_stands (board, 0), ==, 1);
  }
#undef BOARD
}

/* The note is the post's, from who stood there, at the end of the stretch. */
static void
test_hand_over (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, posts_now_cb, NULL);
  LiaisonId one = posts_person (plan, "FR", "fr"), two = posts_person (plan, "FR", "fr");
  LiaisonId id = add_post (plan, one, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonManning) manning = make (plan, 12, &snapshot);
  g_autoptr (GPtrArray) stands = liaison_manning_list (manning, 0, 0);
  const LiaisonHandoverData *note;

  posts_commit (
      editor, liaison_assignment_hand_over (&lookup, stands->pdata[0], two, "en", "Bridge closed"));
  note = LIAISON_DATA (
      Handover,
      liaison_items_get (LIAISON_DATA (Post, liaison_lookup_find (&lookup, id))->handovers, 0));
  g_assert_true (liaison_id_same (note->from, one));
  g_assert_true (liaison_id_same (note->to, two));
  g_assert_cmpint (note->when.seconds, ==, PLAN_STARTEX + 12 * PLAN_HOUR);
  g_assert_cmpstr (liaison_text_pick (note->text, "en", NULL), ==, "Bridge closed");
}

/* The fittest comes first, and each fault is told. */
static void
test_candidates (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonPostLanguageData *asked =
      (gpointer) liaison_block_new (&liaison_post_language_shape, plan_id (900));
  LiaisonPostData *post = posts_post (plan, "LP-2", "FR", "NO");
  LiaisonId busy = posts_person (plan, "FR", "en 3333"),
            foreign = posts_person (plan, "NO", "en 3333");
  LiaisonId mute = posts_person (plan, "FR", "en 1111"),
            fit = posts_person (plan, "FR", "en 3333,fr");
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GArray) candidates = NULL;
  const struct
  {
    LiaisonId id;
    guint faults;
  } expected[] = { { fit, 0 },
                   { mute, LIAISON_CANDIDATE_SPEECHLESS },
                   { busy, LIAISON_CANDIDATE_BUSY },
                   { foreign, LIAISON_CANDIDATE_FOREIGN } };

  add_post (plan, busy, NULL);
  g_assert_true (liaison_level_parse ("en 2222", 7, &asked->level));
  post->languages = posts_items (asked);
  plan_add (plan, &liaison_post_kind, post);
  snapshot = liaison_document_get_snapshot (plan->document);
  candidates = liaison_assignment_list_candidates (
      snapshot, &post->block, (LiaisonSpan){ PLAN_STARTEX, PLAN_STARTEX + 12 * PLAN_HOUR });
  g_assert_cmpuint (candidates->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < candidates->len; i++)
    {
      const LiaisonCandidate *candidate = &g_array_index (candidates, LiaisonCandidate, i);
      g_assert_true (liaison_id_same (candidate->person->id, expected[i].id));
      g_assert_cmpuint (candidate->faults, ==, expected[i].faults);
    }
}

/* Somebody on shift anywhere who speaks both carries the pair; at night nobody does. */
static void
test_language_pairs (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonPostLanguageData *asked =
      (gpointer) liaison_block_new (&liaison_post_language_shape, plan_id (900));
  LiaisonId person = posts_person (plan, "FR", "fr,nb 3333");
  LiaisonId id;
  LiaisonPostData *post = posts_post (plan, "LP-1", "FR", "NO");
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonManning) manning = NULL;
  g_autoptr (LiaisonLanguagePairs) pairs = NULL;
  g_autoptr (GPtrArray) day = NULL, night = NULL;

  plan_add (plan, &liaison_nation_kind, posts_nation (plan, "FR", "fr"));
  g_assert_true (liaison_level_parse ("nb 2222", 7, &asked->level));
  post->languages = posts_items (asked);
  post->cover = LIAISON_POST_COVER_CONTINUOUS;
  plan_at (&post->start, 0);
  plan_at (&post->end, 24);
  post->shifts = posts_items (posts_shift (plan, person, 0, 12, NULL));
  id = plan_add (plan, &liaison_post_kind, post);
  g_assert_false (liaison_id_is_zero (id));
  manning = make (plan, 12, &snapshot);
  pairs = liaison_language_pairs_new (snapshot, manning);
  g_assert_cmpuint (liaison_language_pairs_count (pairs), ==, 1);
  g_assert_cmpstr (liaison_language_pairs_get (pairs, 0)->one, ==, "fr");
  g_assert_cmpuint (liaison_language_pairs_count_needed (pairs, 0, 1), ==, 1);
  day = liaison_language_pairs_list (pairs, 0, 0);
  night = liaison_language_pairs_list (pairs, 0, 1);
  g_assert_cmpuint (day->len, ==, 1);
  g_assert_cmpuint (night->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/liaison/manning/states", test_states);
  g_test_add_func ("/liaison/manning/parts-unnamed-absent", test_parts);
  g_test_add_func ("/liaison/manning/clash", test_clash);
  g_test_add_func ("/liaison/manning/clock-change", test_clock_change);
  g_test_add_func ("/liaison/assignment/one-of-a-series", test_name_one);
  g_test_add_func ("/liaison/assignment/edits", test_edits);
  g_test_add_func ("/liaison/assignment/candidates", test_candidates);
  g_test_add_func ("/liaison/assignment/hand-over", test_hand_over);
  g_test_add_func ("/liaison/language-pairs/day-and-night", test_language_pairs);
  return g_test_run ();
}
