/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The areas of communications, support and agreements. */
#include "config.h"

#include "table-fixture.h"

#include "agreements/agreements-area.h"
#include "agreements/stage-board.h"
#include "communications/channel-register.h"
#include "communications/communications-area.h"
#include "communications/planning-dialog.h"
#include "communications/round-view.h"
#include "shared/drawn-page.h"
#include "shared/page-area.h"
#include "support/support-area.h"

#include "arrangements/days.h"
#include "draw/board.h"

#include <string.h>

static LiaisonId
add_channel (Fixture *f, const char *title, LiaisonId parent, LiaisonPace pace)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_channel_kind);
  LiaisonChannelData *data = (LiaisonChannelData *) block;

  data->title = table_make_text (f, title);
  data->parent = parent;
  data->pace = (int) pace;
  data->level = (int) (pace == LIAISON_PACE_UNSET ? LIAISON_CHANNEL_LEVEL_NEED_LINE
                                                  : LIAISON_CHANNEL_LEVEL_CIRCUIT);
  return liaison_session_add_record (f->session, &liaison_channel_kind, block);
}

static LiaisonId
add_agreement (Fixture *f, const char *title, LiaisonAgreementStage stage)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_agreement_kind);
  LiaisonAgreementData *data = (LiaisonAgreementData *) block;

  data->title = table_make_text (f, title);
  data->stage = (int) stage;
  return liaison_session_add_record (f->session, &liaison_agreement_kind, block);
}

static guint
count_records (Fixture *f, LiaisonKindId kind)
{
  return liaison_table_get_size (liaison_document_get_table (f->document, kind));
}

/* Circuits stand below their need line, primary first; a new one takes the next place. */
static void
test_register (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0, 0 };
  LiaisonId line = add_channel (f, "Line", none, LIAISON_PACE_UNSET);
  GtkWidget *view;
  LiaisonTableView *table;

  add_channel (f, "Satellite", line, LIAISON_PACE_ALTERNATE);
  add_channel (f, "Radio", line, LIAISON_PACE_PRIMARY);
  view = liaison_channel_register_new (f->session);
  table = LIAISON_TABLE_VIEW (view);
  table_show (f, view);
  table_settle ();
  table_assert_names (f, table, "Line|Radio|Satellite");
}

static LiaisonTestPlanning
make_planning (const GArray *channels, gint32 day)
{
  return (LiaisonTestPlanning){ .channels = (const LiaisonId *) (gconstpointer) channels->data,
                                .n_channels = channels->len,
                                .first = day,
                                .last = day + 2,
                                .time = 6 * 3600,
                                .rhythm = LIAISON_RHYTHM_DAILY,
                                .spacing = 60,
                                .grace = LIAISON_DURATION_UNSET,
                                .title = "Check",
                                .language = "en" };
}

/* Planned in one edit, shown in the round, entered one by one, each an edit; what is not understood
 * changes nothing. */
static void
test_round (Fixture *f, gconstpointer data)
{
  const LiaisonId none = { 0, 0 };
  LiaisonId line = add_channel (f, "Line", none, LIAISON_PACE_UNSET);
  g_autoptr (GArray) channels = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonTestPlanning planning;
  LiaisonRoundView *view;
  gint32 day = 20500;
  guint before, edits;

  add_channel (f, "Radio", line, LIAISON_PACE_PRIMARY);
  add_channel (f, "Satellite", line, LIAISON_PACE_ALTERNATE);
  liaison_selection_clear (liaison_session_get_selection (f->session));
  channels = liaison_planning_dialog_list_circuits (f->session);
  g_assert_cmpuint (channels->len, ==, 2);
  planning = make_planning (channels, day);
  before = count_records (f, LIAISON_KIND_EVENT);
  edits = table_count_edits (f);
  g_assert_true (liaison_planning_dialog_plan (f->session, &planning));
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  g_assert_cmpuint (count_records (f, LIAISON_KIND_EVENT), ==, before + 1);

  view = LIAISON_ROUND_VIEW (liaison_round_view_new (f->session));
  table_show (f, GTK_WIDGET (view));
  liaison_round_view_set_day (view, day + 1);
  table_settle ();
  g_assert_cmpuint (liaison_round_view_get_round (view)->lines->len, ==, 2);
  before = count_records (f, LIAISON_KIND_CHANNEL_TEST);
  g_assert_true (liaison_round_view_enter (view, 0, "5 5", &error));
  table_settle ();
  g_assert_true (liaison_round_view_enter (view, 0, "loud and clear", &error));
  table_settle ();
  g_assert_cmpuint (count_records (f, LIAISON_KIND_CHANNEL_TEST), ==, before + 1);
  g_assert_cmpuint (liaison_round_view_get_round (view)->n_entered, ==, 1);
  g_assert_true (liaison_round_view_enter (view, 1, "lc", &error));
  table_settle ();
  g_assert_cmpuint (liaison_round_view_get_round (view)->n_entered, ==, 2);
  /* All of it in one step back, and forth. */
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_cmpuint (count_records (f, LIAISON_KIND_CHANNEL_TEST), ==, before);
  g_assert_true (liaison_editor_redo (liaison_session_get_editor (f->session), NULL));
  table_settle ();
  g_assert_cmpuint (liaison_round_view_get_round (view)->n_entered, ==, 2);
  edits = table_count_edits (f);
  g_assert_false (liaison_round_view_enter (view, 1, "banana", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "banana"));
  g_assert_cmpuint (table_count_edits (f), ==, edits);
}

static LiaisonBoard *
get_board (GtkWidget *page)
{
  return LIAISON_BOARD (
      liaison_drawn_view_get_drawing (liaison_drawn_page_get_view (LIAISON_DRAWN_PAGE (page))));
}

/* A move is one edit, and the board follows; the card that is there already does not move. */
static void
test_board (Fixture *f, gconstpointer data)
{
  LiaisonId id = add_agreement (f, "Treaty & <b>more</b>", LIAISON_AGREEMENT_STAGE_DRAFTING);
  GtkWidget *page = liaison_stage_board_new (f->session);
  guint column, edits;

  table_show (f, page);
  table_settle ();
  g_assert_true (liaison_board_find_column (get_board (page), id, &column));
  g_assert_cmpuint (column, ==, 1);
  edits = table_count_edits (f);
  g_assert_true (liaison_stage_board_move (f->session, id, LIAISON_AGREEMENT_STAGE_LEGAL));
  table_settle ();
  g_assert_true (liaison_board_find_column (get_board (page), id, &column));
  g_assert_cmpuint (column, ==, 3);
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  g_assert_false (liaison_stage_board_move (f->session, id, LIAISON_AGREEMENT_STAGE_LEGAL));
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_true (liaison_board_find_column (get_board (page), id, &column));
  g_assert_cmpuint (column, ==, 1);
}

/* Every page of an area shows itself, with records and without. */
static void
show_pages (Fixture *f, GtkWidget *area, const char *const *names)
{
  table_show (f, area);
  table_settle ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_true (liaison_page_area_show (area, names[i]));
      table_settle ();
    }
}

static void
show_all (Fixture *f, gboolean filled)
{
  static const char *const communications[] = { "nets", "trend", "round", "tests", "list", NULL };
  static const char *const support[] = { "days", "balance", "movements", "people", "list", NULL };
  static const char *const agreements[] = { "steps", "positions", "list", "issues", "board", NULL };
  const LiaisonId none = { 0, 0 };

  if (filled)
    {
      LiaisonId line = add_channel (f, "Line", none, LIAISON_PACE_UNSET);
      add_channel (f, "Radio", line, LIAISON_PACE_PRIMARY);
      add_agreement (f, "Treaty", LIAISON_AGREEMENT_STAGE_GOALS);
    }
  show_pages (f, liaison_communications_area_new (f->session), communications);
  show_pages (f, liaison_support_area_new (f->session), support);
  show_pages (f, liaison_agreements_area_new (f->session), agreements);
}

static void
test_empty_pages (Fixture *f, gconstpointer data)
{
  show_all (f, FALSE);
}

static void
test_filled_pages (Fixture *f, gconstpointer data)
{
  show_all (f, TRUE);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/arrangements/register", test_register);
  TABLE_ADD ("/arrangements/round", test_round);
  TABLE_ADD ("/arrangements/board", test_board);
  TABLE_ADD ("/arrangements/empty-pages", test_empty_pages);
  TABLE_ADD ("/arrangements/filled-pages", test_filled_pages);
  return g_test_run ();
}
