/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreements/stage-board.h"

#include "agreements/stage-board-view.h"
#include "shared/drawn-page.h"
#include "shared/writing.h"

#include "arrangements/agreement-dates.h"
#include "arrangements/agreement-stage.h"
#include "arrangements/days.h"
#include "draw/chart-tables.h"
#include "draw/step-chart.h"
#include "words/dates.h"
#include "words/sentence.h"
#include "screen.h"

#include <glib/gi18n.h>

/* The columns; what was suspended or given up stands beside what has expired. */
static const LiaisonAgreementStage stages[] = {
  LIAISON_AGREEMENT_STAGE_GOALS,       LIAISON_AGREEMENT_STAGE_DRAFTING,
  LIAISON_AGREEMENT_STAGE_REVIEW,      LIAISON_AGREEMENT_STAGE_LEGAL,
  LIAISON_AGREEMENT_STAGE_NEGOTIATION, LIAISON_AGREEMENT_STAGE_SIGNATURE,
  LIAISON_AGREEMENT_STAGE_IN_FORCE,    LIAISON_AGREEMENT_STAGE_EXPIRED,
};

typedef struct
{
  LiaisonDrawnPage *page; /* borrowed */
} Board;

static guint
find_column (int stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if ((int) stages[i] == stage)
      return i;
  /* What says no stage has still to begin. */
  return stage == LIAISON_AGREEMENT_STAGE_UNSET ? 0 : G_N_ELEMENTS (stages) - 1;
}

/* What it needs next, else what it is. */
static char *
tell_detail (const LiaisonAgreementDates *dates, const LiaisonManner *manner, const char *parties)
{
  int stage = LIAISON_DATA (Agreement, dates->agreement)->stage;

  if (dates->last_day != LIAISON_DATE_UNSET && dates->state != LIAISON_AGREEMENT_IN_FORCE)
    return liaison_words_format (manner->words,
                                 /* Translators: The last day on which something can be done */
                                 N_ ("by {date}"), liaison_operand_date ("date", dates->last_day));
  return stage > LIAISON_AGREEMENT_STAGE_EXPIRED ? g_strdup (
             liaison_words_get (manner->words, liaison_agreement_stages.choices[stage].label))
                                                 : g_strdup (parties);
}

static LiaisonMark
get_mark (LiaisonAgreementState state)
{
  return state == LIAISON_AGREEMENT_LATE || state == LIAISON_AGREEMENT_MISSING ? LIAISON_MARK_ERROR
         : state == LIAISON_AGREEMENT_SOON ? LIAISON_MARK_WARNING
                                           : LIAISON_MARK_NONE;
}

static void
add_card (LiaisonBoard *board,
          const LiaisonAgreementDates *dates,
          gint32 today,
          const LiaisonManner *manner)
{
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);
  g_autofree char *title = liaison_manner_tell_block_name (manner, dates->agreement);
  g_autofree char *told = liaison_step_chart_tell_dates (dates, today, manner);
  g_autofree char *parties = liaison_agreement_tell_parties (dates->agreement);
  g_autofree char *detail = tell_detail (dates, manner, parties);
  g_autofree char *all =
      *parties != '\0' ? g_strdup_printf ("%s\n%s", told, parties) : g_strdup (told);
  LiaisonMark mark = get_mark (dates->state);
  const LiaisonBoardCard card = {
    .record = dates->agreement->id,
    .code = agreement->serial,
    .title = title,
    .detail = *detail != '\0' ? detail : NULL,
    .sign = mark != LIAISON_MARK_NONE
                ? liaison_words_get (manner->words, liaison_agreement_state_labels[dates->state])
                : NULL,
    .told = all,
    .hue = liaison_step_chart_get_hue (dates->state),
    .mark = mark,
    .faint = dates->state == LIAISON_AGREEMENT_OVER,
  };

  liaison_board_add_card (board, find_column (agreement->stage), &card);
}

static char *
tell_summary (const LiaisonAgreements *agreements)
{
  guint counts[LIAISON_N_AGREEMENT_STATES] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agreements->agreements->len; i++)
    counts[((const LiaisonAgreementDates *) agreements->agreements->pdata[i])->state]++;
  for (guint i = 0; i < LIAISON_N_AGREEMENT_STATES; i++)
    if (counts[i] > 0)
      liaison_screen_append (text, "%s%s: %u", text->len > 0 ? liaison_screen_separator () : "",
                             _ (liaison_agreement_state_labels[i]), counts[i]);
  return g_string_free (text, FALSE);
}

static char *
fill (LiaisonDrawing *drawing,
      LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gboolean *empty,
      gpointer data)
{
  Board *self = data;
  LiaisonBoard *board = LIAISON_BOARD (drawing);
  g_autoptr (LiaisonAgreements) agreements = liaison_agreements_new (snapshot, manner->now);

  liaison_board_begin (board);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    liaison_board_add_column (
        board,
        liaison_words_get (manner->words, liaison_agreement_stages.choices[stages[i]].label));
  for (guint i = 0; i < agreements->agreements->len; i++)
    {
      const LiaisonAgreementDates *dates = agreements->agreements->pdata[i];

      if (liaison_drawn_page_is_wanted (self->page, manner, dates->agreement))
        add_card (board, dates, agreements->today, manner);
    }
  liaison_board_end (board);
  *empty = agreements->agreements->len == 0;
  return tell_summary (agreements);
}

static void
set_room (LiaisonDrawing *drawing, double width, double height)
{
  liaison_board_set_room (LIAISON_BOARD (drawing), width);
}

static void
first (GtkWidget *page, gpointer data)
{
  LiaisonSession *session =
      liaison_drawn_view_get_session (liaison_drawn_page_get_view (LIAISON_DRAWN_PAGE (page)));
  LiaisonBlock *block = liaison_session_new_block (session, &liaison_agreement_kind);

  ((LiaisonAgreementData *) block)->stage = LIAISON_AGREEMENT_STAGE_GOALS;
  liaison_session_add_record (session, &liaison_agreement_kind, block);
  gtk_widget_activate_action (GTK_WIDGET (liaison_drawn_page_get_view (LIAISON_DRAWN_PAGE (page))),
                              "view.open", NULL);
}

static const LiaisonDrawnPageFuncs funcs = {
  .fill = fill,
  .set_room = set_room,
  .title = N_ ("Agreements by stage"),
  .search = N_ ("Find agreements"),
  .icon = "emblem-documents-symbolic",
  .empty_title = N_ ("No Agreements Yet"),
  .empty_text = N_ (
      "Add the agreements that the exercise needs, and say at events and sites which must be in "
      "force: here you see how far each is, and which are late."),
  .first_label = N_ ("_Add Agreement"),
  .first = first,
};

gboolean
liaison_stage_board_move (LiaisonSession *session, LiaisonId agreement, LiaisonAgreementStage stage)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (session), agreement);
  LiaisonProposal *proposal =
      record != NULL ? liaison_agreement_propose_stage (
          liaison_record_get_block (record), stage,
          liaison_day_of (liaison_days_get_zone (&manner.lookup), manner.now))
                     : NULL;

  return proposal != NULL && liaison_session_commit (session, proposal, NULL);
}

static void
move (LiaisonSession *session, LiaisonId record, guint column)
{
  if (column < G_N_ELEMENTS (stages))
    liaison_stage_board_move (session, record, stages[column]);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) to = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *action = g_strdup_printf ("board.move(%u)", i);
      g_menu_append (to, _ (liaison_agreement_stages.choices[stages[i]].label), action);
    }
  g_menu_append_submenu (menu, _ ("_Move to"), G_MENU_MODEL (to));
  return G_MENU_MODEL (menu);
}

GtkWidget *
liaison_stage_board_new (LiaisonSession *session)
{
  Board *self = g_new0 (Board, 1);
  LiaisonDrawnView *view = liaison_stage_board_view_new (session, _ (funcs.title), move);
  g_autoptr (GMenuModel) menu = make_menu ();
  static const char *const writing[] = { "board.move", NULL };
  GtkWidget *page;

  liaison_drawn_view_set_menu (view, menu);
  liaison_bind_writing_actions (GTK_WIDGET (view), session, writing);
  page = liaison_drawn_page_new_for_view (session, view, &funcs, NULL, self, g_free);
  self->page = LIAISON_DRAWN_PAGE (page);
  return page;
}
