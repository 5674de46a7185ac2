/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "participants/participants-view.h"
#include "schedule/quick-line.h"
#include "schedule/schedule-view.h"

static void
test_tree (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  LiaisonTableView *view = LIAISON_TABLE_VIEW (liaison_participants_view_new (f->session));
  LiaisonId staff, cell;

  table_show (f, GTK_WIDGET (view));
  table_add_nation (f, "NO");
  table_add_nation (f, "FR");
  staff = table_add_participant (f, "Staff", "NO", none);
  cell = table_add_participant (f, "Cell", "NO", staff);
  table_add_participant (f, "Anna", "NO", cell);
  table_add_participant (f, "Guest", NULL, none);
  table_settle ();
  /* Each was selected when it was added, and its branch opened for that. */
  table_assert_names (f, view, "Norway|Staff|Cell|Anna|France|Guest");

  liaison_table_filter_set_words (liaison_table_view_get_filter (view), "anna");
  table_settle ();
  table_assert_names (f, view, "Norway|Staff|Cell|Anna");
  liaison_table_filter_clear (liaison_table_view_get_filter (view));
  table_settle ();
  table_assert_names (f, view, "Norway|Staff|Cell|Anna|France|Guest");

  g_assert_true (liaison_table_view_edit_cell (view, cell, "nation", "FR", NULL));
  g_assert_true (liaison_table_view_edit_cell (view, cell, "parent", "", NULL));
  table_settle ();
  table_assert_names (f, view, "Norway|Staff|France|Cell|Anna|Guest");
}

/* Whose parents go round in a circle is shown all the same, once. */
static void
test_tree_circle (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0 };
  LiaisonTableView *view = LIAISON_TABLE_VIEW (liaison_participants_view_new (f->session));
  LiaisonId a, b, nation;

  table_show (f, GTK_WIDGET (view));
  nation = table_add_nation (f, "NO");
  a = table_add_participant (f, "Alpha", "NO", none);
  b = table_add_participant (f, "Bravo", "NO", a);
  table_settle ();
  table_assert_names (f, view, "Norway|Alpha|Bravo");
  LiaisonProposal *proposal = liaison_proposal_new ("test");
  liaison_proposal_set_field (proposal,
                              liaison_record_get_block (liaison_document_find (f->document, a)),
                              LIAISON_FIELD (Participant, parent), &b);
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
  table_settle ();
  g_assert_cmpuint (table_count_rows (view), ==, 3);
  liaison_session_undo (f->session);
  table_settle ();
  table_assert_names (f, view, "Norway|Alpha|Bravo");

  proposal = liaison_proposal_new ("test");
  liaison_proposal_remove_record (
      proposal, liaison_record_get_block (liaison_document_find (f->document, nation)));
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
  table_settle ();
  table_assert_names (f, view, "Alpha|Bravo");
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_cmpuint (table_count_rows (view), ==, 3);
}

static void
test_quick_line (Fixture *f, gconstpointer data)
{
  GtkWidget *schedule = liaison_schedule_view_new (f->session);
  LiaisonTableView *view = table_find_widget (schedule, LIAISON_TYPE_TABLE_VIEW);
  LiaisonQuickLine *line = table_find_widget (schedule, LIAISON_TYPE_QUICK_LINE);
  GtkEditable *entry = liaison_quick_line_get_entry (line);
  LiaisonRecord *added;
  guint before = table_count_edits (f);

  table_show (f, schedule);
  table_assert_names (f, view, "Élan <b>R&D</b> briefing|Conference|Rehearsal");
  g_assert_false (liaison_quick_line_add (line));
  gtk_editable_set_text (entry, "141300ZMAY27 2h Main planning conference @Nowhere");
  g_assert_false (liaison_quick_line_add (line));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==,
                   "141300ZMAY27 2h Main planning conference @Nowhere");
  gtk_editable_set_text (entry, "141300ZMAY27 2h Main planning conference @Harbour #NO");
  g_assert_true (liaison_quick_line_add (line));
  table_settle ();
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  added = liaison_selection_get_record (liaison_session_get_selection (f->session));
  g_assert_cmpstr (table_title_of (f, liaison_record_get_id (added)), ==,
                   "Main planning conference");
  g_assert_cmpint (table_event_of (f, liaison_record_get_id (added))->duration, ==, 7200);
  g_assert_nonnull (table_event_of (f, liaison_record_get_id (added))->serial);
  table_assert_names (f, view,
                      "Élan <b>R&D</b> briefing|Conference|Rehearsal|Main planning conference");
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/participants/tree", test_tree);
  TABLE_ADD ("/participants/circle", test_tree_circle);
  TABLE_ADD ("/schedule/quick-line", test_quick_line);
  return g_test_run ();
}
