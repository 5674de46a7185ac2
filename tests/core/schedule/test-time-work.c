/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan.h"

#include "edit/editor.h"
#include "schedule/time-work.h"

#include <string.h>

static gint64
now_cb (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

/* An instant, by how much, what becomes of it; NULL: refused. */
static const struct
{
  const char *before;
  gint64 by;
  const char *after;
} shifts[] = {
  { "2027-05-14T13:00Z", 7200, "2027-05-14T15:00Z" },
  { "2027-05-14T15:00+02:00[Europe/Oslo]", -7200, "2027-05-14T13:00+02:00[Europe/Oslo]" },
  /* Whole days keep the clock time across a change of the clocks, hours do not. */
  { "2027-10-30T09:00+02:00[Europe/Oslo]", 86400, "2027-10-31T09:00+01:00[Europe/Oslo]" },
  { "2027-10-30T09:00+02:00[Europe/Oslo]", 86400 + 3600, "2027-10-31T09:00+01:00[Europe/Oslo]" },
  { "2027-10-30T09:00+02:00[Europe/Oslo]", 90000 + 3600, "2027-10-31T10:00+01:00[Europe/Oslo]" },
  { "2027-03-27T02:30+01:00[Europe/Oslo]", 86400, "2027-03-28T03:30+02:00[Europe/Oslo]" },
  { "2028-02-28T12:00Z", 86400, "2028-02-29T12:00Z" },
  { "2027-05-14T18:45+05:45", 900, "2027-05-14T19:00+05:45" },
  { "STARTEX+57h", 3600, "STARTEX+58h" },
  { "STARTEX", -1800, "STARTEX-30m" },
  { "STARTEX+2d@09:00[Europe/Oslo]", 7200, "STARTEX+2d@11:00[Europe/Oslo]" },
  { "STARTEX+2d@09:00[Europe/Oslo]", -10 * 3600, "STARTEX+1d@23:00[Europe/Oslo]" },
  { "STARTEX@09:00Z", -10 * 3600, "STARTEX-1d@23:00Z" },
  { "2199-12-31T12:00Z", 5 * 366 * G_GINT64_CONSTANT (86400), NULL },
  { "STARTEX", 101 * 366 * G_GINT64_CONSTANT (86400), NULL },
};

static void
test_shift (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      LiaisonInstant before = { 0 }, after = { 0 };
      char text[LIAISON_INSTANT_TEXT_SIZE];

      g_test_message ("%s", shifts[i].before);
      g_assert_true (
          liaison_instant_parse (shifts[i].before, strlen (shifts[i].before), &before, NULL));
      if (!liaison_time_work_shift (&before, shifts[i].by, &after))
        {
          g_assert_null (shifts[i].after);
          continue;
        }
      liaison_instant_format (&after, text);
      g_assert_cmpstr (text, ==, shifts[i].after);
    }
}

static const LiaisonBlock *
block_of (Plan *plan, LiaisonId id)
{
  return liaison_record_get_block (liaison_document_find (plan->document, id));
}

static gint64
start_of (Plan *plan, LiaisonId id)
{
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  gint64 seconds;

  g_assert_cmpint (liaison_times_get_start (&lookup, block_of (plan, id), &seconds), ==,
                   LIAISON_TIME_KNOWN);
  return (seconds - PLAN_STARTEX) / 60;
}

static void
commit (LiaisonEditor *editor, LiaisonProposal *proposal)
{
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_proposal_free (proposal);
}

/* A, B that hangs on A, C that is locked, D without a time. */
static void
add_four (Plan *plan, LiaisonId ids[4], const LiaisonBlock *blocks[4])
{
  LiaisonEventData *b, *c;

  ids[0] = plan_add (plan, &liaison_event_kind, plan_event (plan, 10, 2));
  b = plan_begin (plan, &liaison_event_kind);
  b->start = (LiaisonInstant){
    .form = LIAISON_INSTANT_ELAPSED, .edge = LIAISON_ANCHOR_END, .seconds = 1800, .anchor = liaison_anchor_for (ids[0])
  };
  ids[1] = plan_add (plan, &liaison_event_kind, b);
  c = plan_event (plan, 20, 1);
  c->locked = TRUE;
  ids[2] = plan_add (plan, &liaison_event_kind, c);
  ids[3] = plan_add (plan, &liaison_event_kind, plan_begin (plan, &liaison_event_kind));
  for (guint i = 0; i < 4; i++)
    blocks[i] = block_of (plan, ids[i]);
}

static void
test_move (void)
{
  Plan *plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  const LiaisonBlock *blocks[4];
  LiaisonId ids[4];
  LiaisonTimeWork work;

  add_four (plan, ids, blocks);
  g_assert_cmpint (start_of (plan, ids[1]), ==, 12 * 60 + 30);
  work = liaison_time_work_move (&lookup, blocks, 4, 3600, FALSE, NULL);
  g_assert_cmpuint (work.moved, ==, 1);
  work = liaison_time_work_move (&lookup, blocks, 4, 3600, FALSE, proposal);
  g_assert_cmpuint (work.moved, ==, 1);
  g_assert_cmpuint (work.carried, ==, 1);
  g_assert_cmpuint (work.locked, ==, 1);
  g_assert_cmpuint (work.timeless, ==, 1);
  g_assert_cmpint (work.first, ==, PLAN_STARTEX + 10 * PLAN_HOUR);
  commit (editor, proposal);
  g_assert_cmpint (start_of (plan, ids[0]), ==, 11 * 60);
  g_assert_cmpint (start_of (plan, ids[1]), ==, 13 * 60 + 30);
  g_assert_cmpint (start_of (plan, ids[2]), ==, 20 * 60);

  /* What hangs on something outside keeps its anchor at another distance. */
  proposal = liaison_proposal_new ("test");
  blocks[0] = block_of (plan, ids[1]);
  blocks[1] = block_of (plan, ids[2]);
  work = liaison_time_work_move (&lookup, blocks, 2, -900, TRUE, proposal);
  g_assert_cmpuint (work.moved, ==, 2);
  commit (editor, proposal);
  g_assert_cmpint (LIAISON_DATA (Event, block_of (plan, ids[1]))->start.seconds, ==, 900);
  g_assert_cmpint (start_of (plan, ids[2]), ==, 20 * 60 - 15);
  plan_free (plan);
}

static void
test_stretch (void)
{
  Plan *plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  LiaisonId ids[3];
  const LiaisonBlock *blocks[3];

  for (guint i = 0; i < 3; i++)
    {
      ids[i] = plan_add (plan, &liaison_event_kind, plan_event (plan, 10 + 2 * i, 1));
      blocks[i] = block_of (plan, ids[i]);
    }
  liaison_time_work_stretch (&lookup, blocks, 3, 150, TRUE, FALSE, proposal);
  commit (editor, proposal);
  g_assert_cmpint (start_of (plan, ids[0]), ==, 10 * 60);
  g_assert_cmpint (start_of (plan, ids[1]), ==, 13 * 60);
  g_assert_cmpint (start_of (plan, ids[2]), ==, 16 * 60);
  g_assert_cmpint (LIAISON_DATA (Event, block_of (plan, ids[0]))->duration, ==, 90 * 60);
  plan_free (plan);
}

static LiaisonBlock *
copy_cb (const LiaisonBlock *block, gpointer data)
{
  Plan *plan = data;
  return liaison_block_copy_as (block, plan_id (++plan->made));
}

/* The copy of what hangs on another one hangs on that one's copy. */
static void
test_copy (void)
{
  Plan *plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  const LiaisonBlock *blocks[4];
  LiaisonId ids[4];
  LiaisonTable *events = liaison_document_get_table (plan->document, LIAISON_KIND_EVENT);
  const LiaisonEventData *copied;
  LiaisonTimeWork work;

  add_four (plan, ids, blocks);
  work = liaison_time_work_copy (&lookup, blocks, 2, 48 * PLAN_HOUR, copy_cb, plan, proposal);
  g_assert_cmpuint (work.moved, ==, 2);
  commit (editor, proposal);
  g_assert_cmpuint (liaison_table_get_size (events), ==, 6);
  g_assert_cmpint (start_of (plan, ids[0]), ==, 10 * 60);
  copied = LIAISON_DATA (Event, liaison_record_get_block (liaison_table_get (events, 5)));
  g_assert_false (liaison_id_same (liaison_anchor_get_id (copied->start.anchor), ids[0]));
  g_assert_cmpint (start_of (plan, liaison_anchor_get_id (copied->start.anchor)), ==, 58 * 60);
  g_assert_cmpint (start_of (plan, copied->block.id), ==, 60 * 60 + 30);
  plan_free (plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/time-work/shift", test_shift);
  g_test_add_func ("/schedule/time-work/move", test_move);
  g_test_add_func ("/schedule/time-work/stretch", test_stretch);
  g_test_add_func ("/schedule/time-work/copy", test_copy);
  return g_test_run ();
}
