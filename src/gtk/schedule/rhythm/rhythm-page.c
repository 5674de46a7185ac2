/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/rhythm/rhythm-page.h"

#include "draw/category.h"
#include "draw/day-scale.h"
#include "record/kinds/exercise.h"
#include "schedule/process.h"
#include "schedule/rhythm.h"
#include "schedule/rhythm/new-board.h"
#include "schedule/rhythm/rhythm-flow.h"
#include "shared/empty-page.h"
#include "shared/matrix-view.h"
#include "words/dates.h"
#include "words/sentence.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MOST_DAYS 120

struct _LiaisonRhythmPage
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonMatrix *matrix;
  LiaisonRhythm *rhythm;

  /* Children */
  GtkWidget *box;
  GtkStack *pages;
  LiaisonMatrixView *view;
  GtkListBox *flow;
  GtkLabel *day_label;
  GtkLabel *summary;

  gint32 first_day;
  guint n_days;
  guint shown_day;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (LiaisonRhythmPage, liaison_rhythm_page, GTK_TYPE_WIDGET)

static const char *
get_zone (LiaisonRhythmPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const char *zone = LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner.lookup))->zone;

  return zone != NULL ? zone : manner.zone;
}

/* The day of the flow is that of the column keys are in. */
static void
show_day (LiaisonRhythmPage *self, guint day)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const char *zone = get_zone (self);
  gint32 number = self->first_day + (gint32) day;
  g_autofree char *text = liaison_words_format_day (manner.words, number, LIAISON_DATE_FULL);

  self->shown_day = day;
  gtk_label_set_text (self->day_label, text);
  liaison_rhythm_flow_fill (self->flow, self->session, self->rhythm, zone,
                            liaison_day_scale_find_midnight (zone, number),
                            liaison_day_scale_find_midnight (zone, number + 1));
}

static void
find_days (LiaisonRhythmPage *self, const LiaisonManner *manner, gint64 *from, gint64 *until)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner->lookup);
  const char *zone = get_zone (self);
  gint64 start = manner->now, end;

  liaison_times_get_start (&manner->lookup, exercise, &start);
  if (liaison_times_get_end (&manner->lookup, exercise, &end) != LIAISON_TIME_KNOWN || end <= start)
    end = start + 7 * 86400;
  self->first_day = liaison_process_find_day (zone, start);
  self->n_days =
      MIN ((guint) (liaison_process_find_day (zone, end - 1) - self->first_day) + 1, MOST_DAYS);
  *from = liaison_day_scale_find_midnight (zone, self->first_day);
  *until = liaison_day_scale_find_midnight (zone, self->first_day + (gint32) self->n_days);
}

static void
fill_matrix (LiaisonRhythmPage *self, const LiaisonManner *manner)
{
  const char *zone = get_zone (self);

  liaison_matrix_begin (self->matrix);
  liaison_matrix_set_corner (self->matrix, _ ("Boards"));
  liaison_matrix_set_column_letters (self->matrix, 9);
  for (guint i = 0; i < self->n_days; i++)
    {
      g_autofree char *name = liaison_words_format_day (manner->words, self->first_day + (gint32) i,
                                                        LIAISON_DATE_WEEKDAY_SHORT);
      g_autofree char *day = i == 0 ? g_strdup ("D") : g_strdup_printf ("D+%u", i);
      LiaisonMatrixHead head = { .id = { 0x5248, i + 1 }, .label = name, .detail = day };
      liaison_matrix_add_column (self->matrix, &head);
    }
  for (guint i = 0; i < self->rhythm->series->len; i++)
    {
      const LiaisonBoardSeries *series =
          &g_array_index (self->rhythm->series, LiaisonBoardSeries, i);
      const LiaisonEventData *data = LIAISON_DATA (Event, series->event);
      g_autofree char *chair =
          liaison_id_is_zero (data->chair) ? NULL : liaison_manner_tell_name (manner, data->chair);
      LiaisonMatrixHead head = { .id = series->event->id, .label = series->title, .detail = chair };
      liaison_matrix_add_row (self->matrix, &head);
    }
  for (guint i = 0; i < self->rhythm->sittings->len; i++)
    {
      const LiaisonSitting *sitting = &g_array_index (self->rhythm->sittings, LiaisonSitting, i);
      g_autofree char *time = liaison_words_format_time (manner->words, sitting->start, zone);
      gint32 day = liaison_process_find_day (zone, sitting->start) - self->first_day;
      LiaisonMatrixItem item = {
        .record = sitting->event->id,
        .label = time,
        .hue = liaison_category_for_event (LIAISON_DATA (Event, sitting->event)->type),
        .mark = sitting->n_late > 0 ? LIAISON_MARK_WARNING : LIAISON_MARK_NONE,
        .order = sitting->start
      };
      if (day >= 0 && (guint) day < self->n_days)
        liaison_matrix_add_item (self->matrix, sitting->series, (guint) day, &item);
    }
  liaison_matrix_end (self->matrix);
}

static void
tell_summary (LiaisonRhythmPage *self, const LiaisonManner *manner)
{
  guint n = self->rhythm->series->len, late = self->rhythm->n_late;
  g_autofree char *boards = liaison_words_format_plural (manner->words, "{n} board", "{n} boards",
                                                         n, liaison_operand_integer ("n", n));
  g_autofree char *missing = liaison_words_format_plural (
      manner->words, "{n} input is needed before it exists",
      "{n} inputs are needed before they exist", late, liaison_operand_integer ("n", late));
  g_autofree char *text =
      late > 0 ? g_strjoin (liaison_screen_separator (), boards, missing, NULL) : g_strdup (boards);

  gtk_label_set_text (self->summary, text);
}

static void
update (LiaisonRhythmPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  gint64 from, until;

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->rhythm, liaison_rhythm_free);
  find_days (self, &manner, &from, &until);
  self->rhythm = liaison_rhythm_new (snapshot, liaison_words_get_language (manner.words),
                                     get_zone (self), from, until);
  fill_matrix (self, &manner);
  tell_summary (self, &manner);
  show_day (self, MIN (self->shown_day, self->n_days - 1));
  gtk_stack_set_visible_child_name (self->pages,
                                    self->rhythm->series->len > 0 ? "rhythm" : "empty");
}

static gboolean
update_cb (gpointer data)
{
  LiaisonRhythmPage *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (LiaisonRhythmPage *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (update_cb, self);
}

static void
matrix_changed_cb (LiaisonRhythmPage *self, gboolean size)
{
  guint column = liaison_matrix_get_cursor (self->matrix)->column;

  if (!size && self->rhythm != NULL && column != LIAISON_MATRIX_NOWHERE && column != self->shown_day
      && column < self->n_days)
    show_day (self, column);
}

static void
activate_cb (LiaisonId record, guint row, guint column, gpointer data)
{
  LiaisonRhythmPage *self = data;

  if (liaison_document_find (liaison_session_get_document (self->session), record) == NULL)
    return;
  liaison_selection_set_one (liaison_session_get_selection (self->session), record);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", NULL);
}

static void
row_activated_cb (LiaisonRhythmPage *self, GtkListBoxRow *row)
{
  const LiaisonId *record = g_object_get_data (G_OBJECT (row), "liaison-record");

  if (record != NULL)
    liaison_selection_set_one (liaison_session_get_selection (self->session), *record);
}

static void
new_board_cb (LiaisonRhythmPage *self)
{
  if (!liaison_editor_get_read_only (liaison_session_get_editor (self->session)))
    liaison_new_board_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  new_board_cb (LIAISON_RHYTHM_PAGE (widget));
}

static void
focus_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (LIAISON_RHYTHM_PAGE (widget)->view));
}

static void
liaison_rhythm_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_rhythm_page_parent_class)->map (widget);
  update (LIAISON_RHYTHM_PAGE (widget));
}

static void
liaison_rhythm_page_dispose (GObject *object)
{
  LiaisonRhythmPage *self = LIAISON_RHYTHM_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->matrix != NULL)
    g_signal_handlers_disconnect_by_data (self->matrix, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rhythm, liaison_rhythm_free);
  g_clear_object (&self->matrix);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_rhythm_page_parent_class)->dispose (object);
}

static void
liaison_rhythm_page_class_init (LiaisonRhythmPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_rhythm_page_dispose;
  widget_class->map = liaison_rhythm_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "view.focus", NULL, focus_cb);
}

static void
liaison_rhythm_page_init (LiaisonRhythmPage *self)
{
  self->matrix = liaison_matrix_new ();
}

static GtkWidget *
bar_new (LiaisonRhythmPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *summary = gtk_label_new (NULL),
            *button = gtk_button_new_with_mnemonic (_ ("_New Board…"));

  self->summary = GTK_LABEL (summary);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (summary, TRUE);
  gtk_box_append (GTK_BOX (bar), summary);
  gtk_box_append (GTK_BOX (bar), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (new_board_cb), self);
  liaison_session_bind_writable (self->session, button, "sensitive");
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 6);
  return bar;
}

static GtkWidget *
flow_new (LiaisonRhythmPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (NULL), *list = gtk_list_box_new (),
            *none = gtk_label_new (_ ("No board sits on this day."));

  self->day_label = GTK_LABEL (label);
  self->flow = GTK_LIST_BOX (list);
  gtk_label_set_xalign (self->day_label, 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_top (none, 18);
  gtk_list_box_set_placeholder (self->flow, none);
  gtk_list_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "stage-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Boards of the day"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static GtkWidget *
empty_new (LiaisonRhythmPage *self)
{
  GtkWidget *page = liaison_empty_page_new (
      "media-playlist-repeat-symbolic", _ ("No Battle Rhythm Yet"),
      _ ("Boards that sit again and again stand here by day, with what they need and make."));

  g_signal_connect_swapped (liaison_empty_page_add_step (page, _ ("_New Board…"), TRUE), "clicked",
                            G_CALLBACK (new_board_cb), self);
  return page;
}

GtkWidget *
liaison_rhythm_page_new (LiaisonSession *session, LiaisonTableFilterBar *bar)
{
  static const LiaisonMatrixFuncs funcs = { activate_cb, NULL, NULL };
  LiaisonRhythmPage *self = g_object_new (LIAISON_TYPE_RHYTHM_PAGE, NULL);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->session = g_object_ref (session);
  self->view = liaison_matrix_view_new (session, self->matrix, &funcs, self);
  liaison_matrix_view_set_label (self->view, _ ("Battle rhythm"));
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->view));
  gtk_paned_set_end_child (GTK_PANED (paned), flow_new (self));
  gtk_paned_set_position (GTK_PANED (paned), 240);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_stack_add_named (self->pages, paned, "rhythm");
  gtk_stack_add_named (self->pages, empty_new (self), "empty");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), bar_new (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->pages));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->matrix, "changed", G_CALLBACK (matrix_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
