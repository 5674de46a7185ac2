/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards as they are shown, written and approved. */
#include "config.h"

#include "table-fixture.h"

#include "brief/approval.h"
#include "brief/card.h"
#include "briefings/calendar-job.h"
#include "briefings/card-editor.h"
#include "briefings/card-view.h"
#include "briefings/cards-page.h"
#include "briefings/protocol-page.h"
#include "record/kinds/exercise.h"
#include "record/kinds/briefing.h"
#include "record/kinds/nation.h"

#include <string.h>

/* All that labels and text views below say. */
static void
gather (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;
      g_autofree char *typed = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      typed = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      g_string_append_printf (text, "%s\n", typed);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather (child, text);
}

static gboolean
says (GtkWidget *widget, const char *part)
{
  g_autoptr (GString) text = g_string_new (NULL);

  gather (widget, text);
  return strstr (text->str, part) != NULL;
}

static LiaisonId
add_card (Fixture *f, const char *nation, const char *said)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_briefing_kind);
  LiaisonBriefingData *data = (LiaisonBriefingData *) block;
  LiaisonStatementData *statement = (gpointer) liaison_block_new (
      &liaison_statement_shape, liaison_editor_new_id (liaison_session_get_editor (f->session)));
  LiaisonBlock *item = &statement->block;

  data->nation = g_intern_string (nation);
  data->title = liaison_text_new ("en", "R&D <b> card");
  statement->topic = LIAISON_BRIEFING_TOPIC_GREETING;
  statement->text = liaison_text_new ("en", said);
  statement->source = g_ref_string_new ("A & <i>B</i>");
  statement->source_link = g_ref_string_new ("javascript:alert(1)");
  data->statements = liaison_items_new_take (&item, 1);
  return liaison_session_add_record (f->session, &liaison_briefing_kind, block);
}

static void
test_shows (Fixture *f, gconstpointer data)
{
  LiaisonId id = add_card (f, "NO", "Shake *hands* <script>, 握手, سلام");
  GtkWidget *page = liaison_cards_page_new (f->session);

  table_show (f, page);
  table_settle ();
  g_assert_true (says (page, "R&D <b> card"));
  g_assert_true (says (page, "Shake hands <script>, 握手, سلام¹"));
  g_assert_true (says (page, "1. A & <i>B</i>"));
  g_assert_true (says (page, "0 of"));
  /* The model changes, the card follows; one edit, undone as one. */
  {
    const LiaisonBlock *block = liaison_record_get_block (liaison_document_find (f->document, id));
    guint before = table_count_edits (f);

    liaison_session_commit (f->session,
                            liaison_approval_propose (block, (LiaisonId){ 0, 0 },
                                                      LIAISON_APPROVAL_APPROVE, "A. Berg", 20000),
                            NULL);
    table_settle ();
    g_assert_cmpuint (table_count_edits (f), ==, before + 1);
    g_assert_true (says (page, "A. Berg"));
    g_assert_true (says (page, "All approved"));
    liaison_session_undo (f->session);
    table_settle ();
    g_assert_false (says (page, "A. Berg"));
  }
}

/* A nation without a card is offered the outlines. */
static void
test_outline (Fixture *f, gconstpointer data)
{
  GtkWidget *page;
  guint before;

  table_add_nation (f, "NO");
  page = liaison_cards_page_new (f->session);
  table_show (f, page);
  table_settle ();
  g_assert_true (says (page, "No Card for"));
  before = table_count_edits (f);
  g_assert_true (gtk_widget_activate_action (page, "cards.outline", "s", "full"));
  table_settle ();
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_true (says (page, "An outline: no question is answered yet."));
  g_assert_true (says (page, "How do people greet each other"));
}

/* The text view that says @text. */
static GtkWidget *
find_view (GtkWidget *widget, const char *text)
{
  if (GTK_IS_TEXT_VIEW (widget) && says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_view (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_statement (Fixture *f, LiaisonId id)
{
  const LiaisonBriefingData *card =
      LIAISON_DATA (Briefing, liaison_record_get_block (liaison_document_find (f->document, id)));

  return liaison_text_pick (LIAISON_DATA (Statement, liaison_items_get (card->statements, 0))->text,
                            "en", NULL);
}

/* What is written is one edit when the focus leaves; undo shows in the editor. */
static void
test_writes (Fixture *f, gconstpointer data)
{
  LiaisonId id = add_card (f, "NO", "Hello.");
  GtkWidget *editor = liaison_card_editor_new (NULL, f->session, id, "en");
  GtkWidget *view;
  guint before;

  gtk_window_present (GTK_WINDOW (editor));
  table_settle ();
  /* The question stands beside the answer. */
  g_assert_true (says (editor, "How do people greet each other"));
  view = find_view (editor, "Hello.");
  g_assert_nonnull (view);
  before = table_count_edits (f);
  gtk_window_set_focus (GTK_WINDOW (editor), view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), " Good day. ", -1);
  gtk_window_close (GTK_WINDOW (editor));
  table_settle ();
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_cmpstr (get_statement (f, id), ==, "Good day.");
  liaison_session_undo (f->session);
  g_assert_cmpstr (get_statement (f, id), ==, "Hello.");
}

/* The order follows the rule of the exercise, which is chosen there. */
static void
test_protocol (Fixture *f, gconstpointer data)
{
  GtkWidget *page;
  AdwComboRow *rule;
  guint before;

  table_add_nation (f, "NO");
  table_add_nation (f, "DE");
  page = liaison_protocol_page_new (f->session);
  table_show (f, page);
  table_settle ();
  g_assert_true (says (page, "Germany"));
  rule = table_find_widget (page, ADW_TYPE_COMBO_ROW);
  before = table_count_edits (f);
  adw_combo_row_set_selected (rule, LIAISON_FLAG_ORDER_ROTATION - 1);
  table_settle ();
  g_assert_cmpuint (table_count_edits (f), ==, before + 1);
  g_assert_true (says (page, "Moved on by"));
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_cmpuint (adw_combo_row_get_selected (rule), ==, LIAISON_FLAG_ORDER_HOST_FIRST - 1);
}

typedef struct
{
  GPtrArray *offers;
  char *notice;
  GError *error;
  gboolean done;
} Answer;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->offers = liaison_calendar_job_finish (result, &answer->notice, &answer->error);
  answer->done = TRUE;
}

static void
read_calendar (Fixture *f, const char *address, const char *path, Answer *answer)
{
  static const char *const nations[] = { "NO" };
  const LiaisonOfferTerms terms = { 20000, 22000, 1, TRUE };
  LiaisonCalendarJob *job = liaison_calendar_job_new (f->session, &terms);

  *answer = (Answer){ 0 };
  g_assert_false (liaison_calendar_job_add_feeds (job));
  liaison_calendar_job_add (job, address, path, nations, 1, "nb");
  liaison_calendar_job_run_async (job, NULL, read_cb, answer);
  liaison_test_wait_until (answer->done);
  g_assert_true (answer->done);
}

/* In a thread; what goes wrong is a sentence for people. */
static void
test_calendar (Fixture *f, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("LIAISON_TEST_FIXTURES"), "calendar", "holidays.ics", NULL);
  Answer answer;

  read_calendar (f, NULL, path, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.offers->len, ==, 2);
  g_assert_nonnull (strstr (answer.notice, "1 entry was left out"));
  g_ptr_array_unref (answer.offers);
  g_free (answer.notice);

  read_calendar (f, "http://localhost/a.ics", NULL, &answer);
  g_assert_null (answer.offers);
  g_assert_nonnull (strstr (answer.error->message, "https://"));
  g_clear_error (&answer.error);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/briefings/shows", test_shows);
  TABLE_ADD ("/briefings/outline", test_outline);
  TABLE_ADD ("/briefings/writes", test_writes);
  TABLE_ADD ("/briefings/protocol", test_protocol);
  TABLE_ADD ("/briefings/calendar", test_calendar);
  return g_test_run ();
}
