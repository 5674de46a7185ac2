/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan.h"

#include "edit/editor.h"
#include "schedule/exceptions.h"
#include "schedule/recurrence.h"

static gint64
now_cb (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static gboolean
count_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  GArray *starts = data;

  g_array_append_val (starts, occurrence->start);
  return TRUE;
}

static GArray *
list_starts (Plan *plan, LiaisonId id)
{
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  liaison_recurrence_foreach (&lookup, liaison_lookup_find (&lookup, id), PLAN_STARTEX,
                              PLAN_STARTEX + 1000 * PLAN_HOUR, count_cb, starts);
  return starts;
}

static void
commit (LiaisonEditor *editor, LiaisonProposal *proposal)
{
  g_assert_nonnull (proposal);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_proposal_free (proposal);
}

/* Cancelled, moved, put back: what changes nothing any more leaves nothing behind. */
static void
test_exceptions (void)
{
  Plan *plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  LiaisonEventData *event = plan_event (plan, 10, 1);
  const gint64 second = PLAN_STARTEX + 34 * PLAN_HOUR;
  LiaisonInstant later, unset = { 0 };
  LiaisonId id;

  event->rule = g_ref_string_new ("FREQ=DAILY;COUNT=4");
  id = plan_add (plan, &liaison_event_kind, event);
#define EVENT() liaison_lookup_find (&lookup, id)
  {
    g_autoptr (GArray) starts = list_starts (plan, id);
    g_assert_cmpuint (starts->len, ==, 4);
    g_assert_cmpint (g_array_index (starts, gint64, 1), ==, second);
  }
  g_assert_null (liaison_exceptions_find (&lookup, EVENT (), second));
  g_assert_null (liaison_exceptions_cancel (&lookup, EVENT (), second, FALSE, plan_id (900)));
  commit (editor, liaison_exceptions_cancel (&lookup, EVENT (), second, TRUE, plan_id (900)));
  g_assert_nonnull (liaison_exceptions_find (&lookup, EVENT (), second));
  {
    g_autoptr (GArray) starts = list_starts (plan, id);
    g_assert_cmpuint (starts->len, ==, 3);
  }
  g_assert_null (liaison_exceptions_cancel (&lookup, EVENT (), second, TRUE, plan_id (901)));
  plan_at (&later, 37);
  commit (editor, liaison_exceptions_move (&lookup, EVENT (), second, &later, plan_id (901)));
  {
    g_autoptr (GArray) starts = list_starts (plan, id);
    g_assert_cmpuint (starts->len, ==, 4);
    g_assert_cmpint (g_array_index (starts, gint64, 1), ==, PLAN_STARTEX + 37 * PLAN_HOUR);
  }
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Event, EVENT ())->exceptions), ==, 1);
  commit (editor, liaison_exceptions_move (&lookup, EVENT (), second, &unset, plan_id (902)));
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Event, EVENT ())->exceptions), ==, 0);
#undef EVENT
  plan_free (plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/exceptions", test_exceptions);
  return g_test_run ();
}
