/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/round-view.h"

#include "communications/planning-dialog.h"
#include "communications/round-row.h"
#include "preferences.h"
#include "print/print-window.h"
#include "print/printable.h"

#include "arrangements/days.h"
#include "edit/join.h"
#include "pack/round-pages.h"
#include "record/kinds/exercise.h"
#include "shared/empty-page.h"
#include "words/dates.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LiaisonRoundView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonRound *round;
  GPtrArray *rows; /* of LiaisonRoundRow, borrowed */
  LiaisonEditGroup *last; /* that the last line made; NULL: another run begins */

  /* Children */
  GtkWidget *content;
  GtkLabel *day_label, *summary;
  GtkStack *pages;
  GtkListBox *list;
  GtkToggleButton *all;

  gint32 day;
  guint source; /* waits to be made anew */
  gboolean stale;
};

static void liaison_round_view_printable_init (LiaisonPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonRoundView,
                               liaison_round_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE,
                                                      liaison_round_view_printable_init))

static const LiaisonRoundLine *
get_line (LiaisonRoundView *self, guint number)
{
  return &g_array_index (self->round->lines, LiaisonRoundLine, number);
}

/* Printing */

static LiaisonPages *
make_pages (const LiaisonManner *manner, const LiaisonPageSetup *setup, gint64 now, gpointer data)
{
  LiaisonRoundView *self = data;
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonManner of_snapshot = *manner;
  g_autoptr (LiaisonRound) round =
      liaison_round_new (snapshot, self->round->zone, self->day, now,
                         gtk_toggle_button_get_active (self->all));

  of_snapshot.lookup = liaison_snapshot_get_lookup (snapshot);
  return liaison_round_to_pages (round, &of_snapshot, setup, now);
}

static gboolean
print (LiaisonPrintable *printable, GtkWindow *parent)
{
  LiaisonRoundView *self = LIAISON_ROUND_VIEW (printable);

  gtk_window_present (GTK_WINDOW (liaison_print_window_new_for_pages (
      parent, self->session, _ ("Round sheet"), FALSE, make_pages, g_object_ref (self),
      g_object_unref)));
  return TRUE;
}

static void
liaison_round_view_printable_init (LiaisonPrintableInterface *iface)
{
  iface->print = print;
}

static void
print_cb (LiaisonRoundView *self)
{
  print (LIAISON_PRINTABLE (self), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

/* Entering */

/* Each line is kept at once; a whole sheet typed in without doing anything else is one step to undo. */
static void
commit (LiaisonRoundView *self, LiaisonProposal *proposal)
{
  LiaisonEditor *editor = liaison_session_get_editor (self->session);
  const LiaisonEditGroup *before = liaison_editor_peek_undo (editor), *after;

  if (!liaison_session_commit (self->session, proposal, NULL))
    return;
  after = liaison_editor_peek_undo (editor);
  if (self->last != NULL && before == self->last && after != before)
    liaison_editor_join (editor);
  g_clear_pointer (&self->last, liaison_edit_group_unref);
  self->last = after != NULL ? liaison_edit_group_ref ((LiaisonEditGroup *) after) : NULL;
}

gboolean
liaison_round_view_enter (LiaisonRoundView *self, guint line, const char *text, GError **error)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (self->round->snapshot));
  const LiaisonRoundHand hand = {
    liaison_preferences_get_author (liaison_preferences_get_default ()),
    g_get_real_time () / 1000, exercise->default_marking
  };
  LiaisonTestReading reading;

  g_return_val_if_fail (line < self->round->lines->len, FALSE);

  if (!liaison_test_reading_parse (manner.words, text, &reading, error))
    return FALSE;
  commit (self, liaison_round_propose (self->round, &line, &reading, NULL, 1,
                                       liaison_session_get_language (self->session), &hand));
  return TRUE;
}

static gboolean
is_same (const LiaisonRoundLine *line, const char *text, const LiaisonManner *manner)
{
  LiaisonTestReading reading = { 0 };
  g_autofree char *told = NULL;

  if (line->test != NULL)
    reading = liaison_test_reading_of (line->test);
  told = liaison_test_reading_tell (manner->words, &reading);
  return g_strcmp0 (told, text) == 0;
}

static void fill (LiaisonRoundView *self);

static void
entered_cb (LiaisonRoundView *self, const char *text, LiaisonRoundRow *row)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  guint number = liaison_round_row_get_number (row);
  g_autoptr (GError) error = NULL;

  /* Enter on a line that says nothing, or nothing new, only goes on. */
  if (number >= self->round->lines->len || is_same (get_line (self, number), text, &manner))
    {
      liaison_round_row_set_problem (row, NULL);
      return;
    }
  if (*text != '\0' && !liaison_round_view_enter (self, number, text, &error))
    {
      liaison_round_row_set_problem (row, error->message);
      return;
    }
  liaison_round_row_set_problem (row, NULL);
  /* At once: the entry is left next, and must not enter the same again. */
  fill (self);
}

static void
step_cb (LiaisonRoundView *self, int by, LiaisonRoundRow *row)
{
  gint64 to = (gint64) liaison_round_row_get_number (row) + by;

  if (to >= 0 && to < self->rows->len)
    liaison_round_row_focus (self->rows->pdata[to]);
}

/* Showing */

static gboolean
has_same_lines (const LiaisonRound *a, const LiaisonRound *b)
{
  if (a == NULL || a->lines->len != b->lines->len || a->day != b->day)
    return FALSE;
  for (guint i = 0; i < a->lines->len; i++)
    {
      const LiaisonRoundLine *one = &g_array_index (a->lines, LiaisonRoundLine, i),
                             *two = &g_array_index (b->lines, LiaisonRoundLine, i);

      if (one->time != two->time || !liaison_id_same (one->channel->id, two->channel->id))
        return FALSE;
    }
  return TRUE;
}

static void
remove_rows (LiaisonRoundView *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
add_rows (LiaisonRoundView *self)
{
  for (guint i = 0; i < self->round->lines->len; i++)
    {
      GtkWidget *row = liaison_round_row_new (i), *around = gtk_list_box_row_new ();

      g_signal_connect_swapped (row, "entered", G_CALLBACK (entered_cb), self);
      g_signal_connect_swapped (row, "step", G_CALLBACK (step_cb), self);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (around), row);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (around), FALSE);
      gtk_widget_set_focusable (around, FALSE);
      gtk_list_box_append (self->list, around);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_head (LiaisonRoundView *self, const LiaisonManner *manner)
{
  g_autofree char *day =
      liaison_words_format_day (manner->words, self->day, LIAISON_DATE_FULL);
  g_autofree char *summary = liaison_screen_printf (
      ngettext ("%u of %u check entered", "%u of %u checks entered", self->round->lines->len),
      self->round->n_entered, self->round->lines->len);

  gtk_label_set_text (self->day_label, day);
  gtk_label_set_text (self->summary, summary);
  gtk_stack_set_visible_child_name (self->pages, self->round->lines->len > 0 ? "list" : "empty");
}

static void
fill (LiaisonRoundView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  const char *zone = liaison_days_get_zone (&manner.lookup);
  LiaisonRound *round;
  gboolean same;

  self->stale = FALSE;
  if (self->day == LIAISON_DATE_UNSET)
    self->day = liaison_round_find_day (snapshot, zone, manner.now);
  round = liaison_round_new (snapshot, zone, self->day, manner.now,
                             gtk_toggle_button_get_active (self->all));
  manner.lookup = liaison_snapshot_get_lookup (snapshot);
  if (self->round != NULL && self->round->day != self->day)
    g_clear_pointer (&self->last, liaison_edit_group_unref);
  same = has_same_lines (self->round, round);
  g_clear_pointer (&self->round, liaison_round_free);
  self->round = round;
  if (!same)
    {
      remove_rows (self);
      add_rows (self);
    }
  for (guint i = 0; i < self->rows->len; i++)
    liaison_round_row_show (self->rows->pdata[i], round, get_line (self, i), &manner);
  show_head (self, &manner);
}

static gboolean
fill_cb (gpointer data)
{
  LiaisonRoundView *self = data;

  self->source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
refresh (LiaisonRoundView *self)
{
  self->stale = TRUE;
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_cb, self, NULL);
}

static void
liaison_round_view_map (GtkWidget *widget)
{
  LiaisonRoundView *self = LIAISON_ROUND_VIEW (widget);

  GTK_WIDGET_CLASS (liaison_round_view_parent_class)->map (widget);
  if (self->stale)
    fill (self);
}

static gboolean
liaison_round_view_grab_focus (GtkWidget *widget)
{
  LiaisonRoundView *self = LIAISON_ROUND_VIEW (widget);

  if (self->rows->len == 0)
    return FALSE;
  liaison_round_row_focus (self->rows->pdata[0]);
  return TRUE;
}

static void
liaison_round_view_dispose (GObject *object)
{
  LiaisonRoundView *self = LIAISON_ROUND_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->round, liaison_round_free);
  g_clear_pointer (&self->last, liaison_edit_group_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_round_view_parent_class)->dispose (object);
}

static void
liaison_round_view_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_ROUND_VIEW (object)->rows);

  G_OBJECT_CLASS (liaison_round_view_parent_class)->finalize (object);
}

static void
liaison_round_view_class_init (LiaisonRoundViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_round_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_round_view_finalize;
  widget_class->map = liaison_round_view_map;
  widget_class->grab_focus = liaison_round_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_round_view_init (LiaisonRoundView *self)
{
  self->rows = g_ptr_array_new ();
  self->day = LIAISON_DATE_UNSET;
  self->stale = TRUE;
}

/* The line above */

static void
before_cb (LiaisonRoundView *self)
{
  liaison_round_view_set_day (self, self->day - 1);
}

static void
after_cb (LiaisonRoundView *self)
{
  liaison_round_view_set_day (self, self->day + 1);
}

static void
nearest_cb (LiaisonRoundView *self)
{
  self->day = LIAISON_DATE_UNSET;
  fill (self);
}

static void
plan_cb (LiaisonRoundView *self)
{
  liaison_planning_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   self->session);
}

static GtkWidget *
button_new (LiaisonRoundView *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
line_new (LiaisonRoundView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6),
            *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL), *summary = gtk_label_new (NULL),
            *all = gtk_toggle_button_new_with_mnemonic (_ ("_All Circuits")),
            *printing = gtk_button_new_with_mnemonic (_ ("_Print Sheet…"));
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  self->day_label = GTK_LABEL (label);
  self->summary = GTK_LABEL (summary);
  self->all = GTK_TOGGLE_BUTTON (all);
  gtk_widget_add_css_class (days, "linked");
  gtk_box_append (GTK_BOX (days),
                  button_new (self, mirrored ? "go-next-symbolic" : "go-previous-symbolic",
                              _ ("The day before"), G_CALLBACK (before_cb)));
  gtk_box_append (GTK_BOX (days), button_new (self, "x-office-calendar-symbolic",
                                              _ ("The next day with checks"),
                                              G_CALLBACK (nearest_cb)));
  gtk_box_append (GTK_BOX (days),
                  button_new (self, mirrored ? "go-previous-symbolic" : "go-next-symbolic",
                              _ ("The day after"), G_CALLBACK (after_cb)));
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_set_hexpand (summary, TRUE);
  gtk_widget_set_tooltip_text (all, _ ("Also circuits for which no test is planned on this day"));
  gtk_widget_set_tooltip_text (
      printing, _ ("The checks of the day as a sheet, in any of the program’s languages"));
  g_signal_connect_swapped (all, "toggled", G_CALLBACK (fill), self);
  g_signal_connect_swapped (printing, "clicked", G_CALLBACK (print_cb), self);
  gtk_box_append (GTK_BOX (line), days);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), summary);
  gtk_box_append (GTK_BOX (line), all);
  gtk_box_append (GTK_BOX (line), printing);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 6);
  return line;
}

static GtkWidget *
empty_new (LiaisonRoundView *self)
{
  GtkWidget *empty = liaison_empty_page_new (
      "network-wireless-symbolic", _ ("Nothing to Check on This Day"),
      _ ("Plan tests of the circuits, or show all circuits to enter a check that nobody planned."));
  GtkWidget *plan = liaison_empty_page_add_step (empty, _ ("_Plan Tests…"), TRUE);

  g_signal_connect_swapped (plan, "clicked", G_CALLBACK (plan_cb), self);
  liaison_session_bind_writable (self->session, plan, "sensitive");
  return empty;
}

static GtkWidget *
list_new (LiaisonRoundView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list = gtk_list_box_new (),
            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *hint = gtk_label_new (
      _ ("Type readability and strength (5 5) or the words (loud and clear); – for no answer, x where no "
         "test was made. Enter keeps it and goes on."));

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Checks of the day"), -1);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_margin_start (hint, 12);
  gtk_widget_set_margin_end (hint, 12);
  gtk_widget_set_margin_bottom (hint, 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), hint);
  return box;
}

GtkWidget *
liaison_round_view_new (LiaisonSession *session)
{
  LiaisonRoundView *self = g_object_new (LIAISON_TYPE_ROUND_VIEW, NULL);

  self->session = g_object_ref (session);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, list_new (self), "list");
  gtk_stack_add_named (self->pages, empty_new (self), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_box_append (GTK_BOX (self->content), line_new (self));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->pages));
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_signal_connect_object (liaison_session_get_document (session), "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

void
liaison_round_view_set_day (LiaisonRoundView *self, gint32 day)
{
  self->day = day;
  fill (self);
}

const LiaisonRound *
liaison_round_view_get_round (LiaisonRoundView *self)
{
  return self->round;
}
