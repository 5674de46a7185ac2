/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A site gets another zone; clock rules have changed: the clock or the moment is kept. */
#include "config.h"

#include "schedule/zone-change.h"

#include "edit/editor.h"
#include "plan.h"
#include "record/zone.h"
#include "schedule/moves.h"

static gint64
get_now (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static LiaisonId
add_site (Plan *plan, const char *zone, LiaisonId parent)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);

  site->zone = zone != NULL ? liaison_zone_intern (zone, strlen (zone)) : NULL;
  site->parent = parent;
  return plan_add (plan, &liaison_site_kind, site);
}

static LiaisonId
add_event (Plan *plan, const char *zone, int hour, LiaisonId site, gboolean locked)
{
  LiaisonEventData *event = plan_event (plan, 0, 1);

  g_assert_true (liaison_instant_from_wall (2027, 6, 1, hour, 0, 0, zone, &event->start, NULL));
  event->site = site;
  event->locked = locked;
  return plan_add (plan, &liaison_event_kind, event);
}

static const LiaisonInstant *
start_of (Plan *plan, LiaisonId event)
{
  return &LIAISON_DATA (Event, liaison_record_get_block (liaison_document_find (plan->document, event)))->start;
}

static void
assert_start (Plan *plan, LiaisonId event, const char *expected)
{
  char text[LIAISON_INSTANT_TEXT_SIZE];

  liaison_instant_format (start_of (plan, event), text);
  g_assert_cmpstr (text, ==, expected);
}

/* Those there and in the room there, written in its zone; nobody else. */
static void
test_at_site (void)
{
  g_autoptr (Plan) plan = plan_new ();
  const char *dublin = liaison_zone_intern ("Europe/Dublin", 13);
  LiaisonId none = { 0, 0 }, camp = add_site (plan, "Europe/Oslo", none), room = add_site (plan, NULL, camp);
  LiaisonId other = add_site (plan, "Europe/Oslo", none);
  LiaisonId open = add_event (plan, "Europe/Oslo", 9, room, FALSE);
  LiaisonId locked = add_event (plan, "Europe/Oslo", 10, camp, TRUE);
  LiaisonId zulu = add_event (plan, NULL, 11, camp, FALSE);
  LiaisonId elsewhere = add_event (plan, "Europe/Oslo", 12, other, FALSE);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GArray) times = liaison_zone_find_at_site (snapshot, camp, dublin);
  g_autoptr (GArray) same
      = liaison_zone_find_at_site (snapshot, camp, liaison_zone_intern ("Europe/Oslo", 11));
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);

  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (times->len, ==, 2);
  g_assert_cmpint (g_array_index (times, LiaisonZoneTime, 0).shift, ==, 3600);
  g_assert_true (liaison_editor_commit (
      editor, liaison_zone_propose_at_site (times, NULL, liaison_snapshot_find (snapshot, camp), dublin), NULL));
  assert_start (plan, open, "2027-06-01T09:00+01:00[Europe/Dublin]");
  assert_start (plan, locked, "2027-06-01T09:00+01:00[Europe/Dublin]");
  assert_start (plan, zulu, "2027-06-01T11:00Z");
  assert_start (plan, elsewhere, "2027-06-01T12:00+02:00[Europe/Oslo]");
  /* One step back. */
  liaison_editor_undo (editor, NULL);
  assert_start (plan, open, "2027-06-01T09:00+02:00[Europe/Oslo]");
  assert_start (plan, locked, "2027-06-01T10:00+02:00[Europe/Oslo]");
}

/* An offset that Oslo does not have in June: as if it had been written under other rules. */
static void
test_outdated (void)
{
  for (guint keep = LIAISON_ZONE_LEAVE; keep <= LIAISON_ZONE_KEEP_MOMENT; keep++)
    {
      static const char *const expected[]
          = { "2027-06-01T09:00+03:00[Europe/Oslo]", "2027-06-01T09:00+02:00[Europe/Oslo]",
              "2027-06-01T08:00+02:00[Europe/Oslo]" };
      g_autoptr (Plan) plan = plan_new ();
      LiaisonEventData *event = plan_event (plan, 0, 1);
      g_assert_true (liaison_instant_parse (expected[0], strlen (expected[0]), &event->start, NULL));
      LiaisonId id = plan_add (plan, &liaison_event_kind, event);
      g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
      g_autoptr (GArray) times = liaison_zone_find_outdated (snapshot);
      g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
      LiaisonZoneKeep keeps[] = { keep };

      g_assert_cmpuint (times->len, ==, 1);
      g_assert_cmpint (g_array_index (times, LiaisonZoneTime, 0).shift, ==, 3600);
      LiaisonProposal *proposal = liaison_zone_propose_outdated (times, keeps);
      if (liaison_proposal_get_size (proposal) > 0)
        g_assert_true (liaison_editor_commit (editor, proposal, NULL));
      else
        liaison_proposal_free (proposal);
      assert_start (plan, id, expected[keep]);
    }
}

/* What is looked through first: what moves, by how much, what stays, and what a proposal is about. */
static void
test_moves (void)
{
  g_autoptr (Plan) plan = plan_new ();
  const char *dublin = liaison_zone_intern ("Europe/Dublin", 13);
  LiaisonId none = { 0, 0 }, camp = add_site (plan, "Europe/Oslo", none), room = add_site (plan, NULL, camp);
  LiaisonId open = add_event (plan, "Europe/Oslo", 9, room, FALSE);
  LiaisonId locked = add_event (plan, "Europe/Oslo", 10, camp, TRUE);
  LiaisonId zulu = add_event (plan, NULL, 11, camp, FALSE);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonSiteZone sites[] = { { camp, dublin }, { room, dublin } };
  g_autoptr (GArray) times = liaison_zone_find_at_sites (snapshot, sites, 2);
  g_autoptr (GArray) moves = liaison_zone_list_moves (times, LIAISON_ZONE_KEEP_CLOCK, snapshot);
  g_autoptr (GArray) left = liaison_zone_list_moves (times, LIAISON_ZONE_LEAVE, snapshot);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (LiaisonProposal) about = liaison_proposal_new ("Change");
  g_autoptr (GArray) read = NULL;
  LiaisonProposal *proposal = liaison_proposal_new ("Change");

  /* The room takes its zone from the camp: its event is named once. */
  g_assert_cmpuint (times->len, ==, 2);
  for (guint i = 0; i < left->len; i++)
    g_assert_cmpint (g_array_index (left, LiaisonMove, i).form, ==, LIAISON_MOVE_STAYS);
  liaison_zone_add_sites (moves, snapshot, sites, 1);
  g_assert_cmpuint (moves->len, ==, 4);
  for (guint i = 0; i < moves->len; i++)
    {
      const LiaisonMove *move = &g_array_index (moves, LiaisonMove, i);
      if (liaison_id_same (move->record, open))
        g_assert_cmpint (move->to - move->from, ==, 3600);
      else if (liaison_id_same (move->record, locked))
        g_assert_cmpint (move->to, ==, move->from);
      else if (liaison_id_same (move->record, zulu))
        g_assert_cmpint (move->form, ==, LIAISON_MOVE_STAYS);
      else
        g_assert_true (move->given);
    }
  g_assert_cmpuint (liaison_moves_propose (moves, snapshot, NULL, proposal), ==, 3);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  assert_start (plan, open, "2027-06-01T09:00+01:00[Europe/Dublin]");
  assert_start (plan, locked, "2027-06-01T09:00+01:00[Europe/Dublin]");
  assert_start (plan, zulu, "2027-06-01T11:00Z");
  g_assert_cmpstr (
      LIAISON_DATA (Site, liaison_record_get_block (liaison_document_find (plan->document, camp)))->zone,
      ==, "Europe/Dublin");
  liaison_editor_undo (editor, NULL);
  assert_start (plan, open, "2027-06-01T09:00+02:00[Europe/Oslo]");

  liaison_proposal_set_field (about, liaison_snapshot_find (snapshot, camp), LIAISON_FIELD (Site, zone), &dublin);
  read = liaison_zone_read_proposal (about);
  g_assert_nonnull (read);
  g_assert_cmpuint (read->len, ==, 1);
  g_assert_true (g_array_index (read, LiaisonSiteZone, 0).zone == dublin);
  /* One that does something else too is nobody's business. */
  gboolean lock = TRUE;
  liaison_proposal_set_field (about, liaison_snapshot_find (snapshot, open), LIAISON_FIELD (Event, locked), &lock);
  g_assert_null (liaison_zone_read_proposal (about));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/zone-change/at-site", test_at_site);
  g_test_add_func ("/schedule/zone-change/outdated", test_outdated);
  g_test_add_func ("/schedule/zone-change/moves", test_moves);
  return g_test_run ();
}
