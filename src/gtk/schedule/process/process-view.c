/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/process/process-view.h"

#include "draw/process-strip.h"
#include "schedule/process/process-dialogs.h"
#include "schedule/process/process-words.h"
#include "schedule/process/stage-card.h"
#include "shared/drawing-host.h"

#include "shared/empty-page.h"
#include "words/sentence.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LIAISON_TYPE_PROCESS_VIEW (liaison_process_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonProcessView, liaison_process_view, LIAISON, PROCESS_VIEW, AdwBin)

struct _LiaisonProcessView
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonProcessStrip *strip;

  /* Children */
  GtkStack *pages;
  GtkBox *board;
  GtkScrolledWindow *scroller;
  GtkLabel *summary;
  GtkButton *fit;
  GtkButton *apply;
  GtkWidget *drawn;
  GPtrArray *cards; /* borrowed */

  guint update_source;
  guint at;         /* the stage that is under way, or comes next */
  guint place_tick; /* it is to be brought into sight when there is room; 0: it has been */
};

G_DEFINE_FINAL_TYPE (LiaisonProcessView, liaison_process_view, ADW_TYPE_BIN)

static void
show_selection (LiaisonProcessView *self)
{
  LiaisonSelection *selection = liaison_session_get_selection (self->session);
  guint n;
  const LiaisonId *ids = liaison_selection_get (selection, &n);

  for (guint i = 0; i < self->cards->len; i++)
    liaison_stage_card_show_selection (self->cards->pdata[i], selection);
  liaison_process_strip_set_selection (self->strip, ids, n);
}

static void
fill_board (LiaisonProcessView *self, const LiaisonProcess *process)
{
  GtkWidget *child;

  self->at = 0;
  g_ptr_array_set_size (self->cards, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->board))) != NULL)
    gtk_box_remove (self->board, child);
  for (guint i = 0; i <= process->stages->len; i++)
    {
      const LiaisonProcessStage *stage =
          i < process->stages->len ? process->stages->pdata[i] : NULL;
      GtkWidget *card;
      if (stage == NULL && process->others->len == 0)
        continue;
      if (stage != NULL && stage->state == LIAISON_PROCESS_DONE && self->at == i)
        self->at = i + 1;
      card = liaison_stage_card_new (self->session, process, stage);
      gtk_box_append (self->board, card);
      g_ptr_array_add (self->cards, card);
    }
}

/* Whether anything could move: as days of rest shift things by little only, they need not be known
 * for that. */
static gboolean
has_moves (const LiaisonProcess *process)
{
  g_autoptr (GArray) moves = liaison_process_find_moves (process, NULL);

  for (guint i = 0; i < moves->len; i++)
    if (g_array_index (moves, LiaisonProcessMove, i).hold == LIAISON_PROCESS_FREE)
      return TRUE;
  return FALSE;
}

static void
tell_summary (LiaisonProcessView *self, const LiaisonProcess *process, LiaisonManner *manner)
{
  guint products = 0, stages = 0;
  g_autofree char *lead =
      liaison_process_tell_lead (manner->words, process->startex, process->today);
  GString *text =
      g_string_new (process->startex == LIAISON_DATE_UNSET ? _ ("No STARTEX yet") : lead);

  for (guint i = 0; i < process->stages->len; i++)
    {
      const LiaisonProcessStage *stage = process->stages->pdata[i];
      products += stage->n_products_late;
      stages += stage->state == LIAISON_PROCESS_LATE;
    }
  if (stages > 0)
    {
      g_autofree char *late =
          liaison_words_format_plural (manner->words, "{n} stage late", "{n} stages late", stages,
                                       liaison_operand_integer ("n", stages));
      g_string_append_printf (text, "%s%s", liaison_screen_separator (), late);
    }
  if (products > 0)
    {
      g_autofree char *late =
          liaison_words_format_plural (manner->words, "{n} product late", "{n} products late",
                                       products, liaison_operand_integer ("n", products));
      g_string_append_printf (text, "%s%s", liaison_screen_separator (), late);
    }
  gtk_label_set_text (self->summary, text->str);
  g_string_free (text, TRUE);
}

static void
update (LiaisonProcessView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (LiaisonProcess) process = liaison_process_new (snapshot, manner.now);

  liaison_process_strip_set (self->strip, process, &manner);
  fill_board (self, process);
  tell_summary (self, process, &manner);
  gtk_widget_set_visible (GTK_WIDGET (self->fit), has_moves (process));
  gtk_stack_set_visible_child_name (
      self->pages, process->stages->len + process->others->len > 0 ? "board" : "empty");
  show_selection (self);
}

static gboolean
update_cb (gpointer data)
{
  LiaisonProcessView *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* What is out of sight is made when it comes into sight. */
static void
queue_update (LiaisonProcessView *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (update_cb, self);
}

static void
choose_set_cb (LiaisonProcessView *self)
{
  liaison_process_choose_set (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session);
}

static void
fit_cb (LiaisonProcessView *self)
{
  liaison_process_fit (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session);
}

/* The first time, the stage that people are in stands first, whichever way the language runs. */
static gboolean
place_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LiaisonProcessView *self = LIAISON_PROCESS_VIEW (widget);
  GtkAdjustment *along = gtk_scrolled_window_get_hadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (along);
  int margin = gtk_widget_get_margin_start (GTK_WIDGET (self->board));
  graphene_rect_t box;

  if (self->at >= self->cards->len || page <= 1
      || !gtk_widget_compute_bounds (self->cards->pdata[self->at],
                                     gtk_widget_get_parent (GTK_WIDGET (self->board)), &box)
      || box.size.width <= 1)
    return self->cards->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    gtk_adjustment_set_value (along, gtk_adjustment_get_value (along) + box.origin.x
                                         + box.size.width + margin - page);
  else
    gtk_adjustment_set_value (along, gtk_adjustment_get_value (along) + box.origin.x - margin);
  return G_SOURCE_REMOVE;
}

static void
liaison_process_view_map (GtkWidget *widget)
{
  LiaisonProcessView *self = LIAISON_PROCESS_VIEW (widget);

  GTK_WIDGET_CLASS (liaison_process_view_parent_class)->map (widget);
  update (self);
  if (self->place_tick == 0 && self->at < self->cards->len)
    self->place_tick = gtk_widget_add_tick_callback (widget, place_cb, NULL, NULL);
}

static void
liaison_process_view_dispose (GObject *object)
{
  LiaisonProcessView *self = LIAISON_PROCESS_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->strip);

  G_OBJECT_CLASS (liaison_process_view_parent_class)->dispose (object);
}

static void
liaison_process_view_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_PROCESS_VIEW (object)->cards);

  G_OBJECT_CLASS (liaison_process_view_parent_class)->finalize (object);
}

static void
liaison_process_view_class_init (LiaisonProcessViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_process_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_process_view_finalize;
  widget_class->map = liaison_process_view_map;
}

static GtkWidget *
bar_new (LiaisonProcessView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *summary = gtk_label_new (NULL);
  GtkWidget *fit = gtk_button_new_with_mnemonic (_ ("_Fit to STARTEX…"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_ ("_Apply Stage Set…"));

  self->summary = GTK_LABEL (summary);
  self->fit = GTK_BUTTON (fit);
  self->apply = GTK_BUTTON (apply);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (summary, TRUE);
  gtk_widget_set_tooltip_text (fit, _ ("Move what no longer stands where its lead time says"));
  gtk_widget_set_tooltip_text (apply,
                               _ ("Plan stages, conferences and products back from STARTEX"));
  gtk_widget_add_css_class (fit, "suggested-action");
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  liaison_session_bind_writable (self->session, fit, "sensitive");
  liaison_session_bind_writable (self->session, apply, "sensitive");
  g_signal_connect_swapped (fit, "clicked", G_CALLBACK (fit_cb), self);
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (choose_set_cb), self);
  gtk_box_append (GTK_BOX (bar), summary);
  gtk_box_append (GTK_BOX (bar), fit);
  gtk_box_append (GTK_BOX (bar), apply);
  return bar;
}

static GtkWidget *
empty_new (LiaisonProcessView *self)
{
  GtkWidget *page =
      liaison_empty_page_new ("media-playlist-consecutive-symbolic", _ ("No Planning Process Yet"),
                              _ ("Choose a stage set: its stages, conferences and products are "
                                 "planned back from STARTEX."));
  GtkWidget *apply = liaison_empty_page_add_step (page, _ ("_Apply Stage Set…"), TRUE);

  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (choose_set_cb), self);
  liaison_session_bind_writable (self->session, apply, "sensitive");
  return page;
}

static GtkWidget *
board_new (LiaisonProcessView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *board = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->board = GTK_BOX (board);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_widget_set_margin_top (board, 12);
  gtk_widget_set_margin_bottom (board, 12);
  gtk_widget_set_margin_start (board, 12);
  gtk_widget_set_margin_end (board, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), board);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->drawn);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
strip_pressed_cb (LiaisonProcessView *self, int n_press, double x, double y)
{
  LiaisonHit hit;

  if (liaison_drawing_host_find (LIAISON_DRAWING_HOST (self->drawn), x, y, &hit))
    liaison_selection_set_one (liaison_session_get_selection (self->session), hit.record);
}

static void
strip_room_cb (LiaisonProcessView *self, int width, int height)
{
  liaison_process_strip_set_room (self->strip, width);
}

/* The board below says the same, so that keys need not go there. */
static GtkWidget *
drawn_new (LiaisonProcessView *self)
{
  LiaisonDrawingHost *host =
      liaison_drawing_host_new (self->session, LIAISON_DRAWING (self->strip));
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (host), FALSE);
  liaison_drawing_host_set_title (host, _ ("Stages over the months"));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (strip_pressed_cb), self);
  g_signal_connect_swapped (host, "room", G_CALLBACK (strip_room_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (host), GTK_EVENT_CONTROLLER (click));
  return GTK_WIDGET (host);
}

static void
liaison_process_view_init (LiaisonProcessView *self)
{
  self->cards = g_ptr_array_new ();
  self->strip = liaison_process_strip_new ();
}

GtkWidget *
liaison_process_view_new (LiaisonSession *session)
{
  LiaisonProcessView *self = g_object_new (LIAISON_TYPE_PROCESS_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pages = gtk_stack_new ();

  self->session = g_object_ref (session);
  self->pages = GTK_STACK (pages);
  gtk_widget_set_vexpand (pages, TRUE);
  self->drawn = drawn_new (self);
  gtk_stack_add_named (self->pages, board_new (self), "board");
  gtk_stack_add_named (self->pages, empty_new (self), "empty");
  gtk_box_append (GTK_BOX (box), bar_new (self));
  gtk_box_append (GTK_BOX (box), pages);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_editor (session), "notify::read-only",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
