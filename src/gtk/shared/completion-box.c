/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/completion-box.h"

#include <glib/gi18n.h>

/* px */
#define MAX_HEIGHT 260

struct _LiaisonCompletionBox
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *scroller;
  GPtrArray *completions;

  /* Borrowed, children */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LiaisonCompletionBox, liaison_completion_box, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_row (const LiaisonCompletion *completion)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (completion->name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 40);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (completion->detail != NULL && g_strcmp0 (completion->detail, completion->name) != 0)
    {
      GtkWidget *detail = gtk_label_new (completion->detail);

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* The entry keeps the focus. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  completion->name, -1);
  return row;
}

static void
activated_cb (LiaisonCompletionBox *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
liaison_completion_box_dispose (GObject *object)
{
  LiaisonCompletionBox *self = LIAISON_COMPLETION_BOX (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->completions, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_completion_box_parent_class)->dispose (object);
}

static void
liaison_completion_box_class_init (LiaisonCompletionBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_completion_box_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", LIAISON_TYPE_COMPLETION_BOX, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_completion_box_init (LiaisonCompletionBox *self)
{
  self->completions = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "completions");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: What may be meant by what is being typed */
                                  _ ("Suggestions"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

LiaisonCompletionBox *
liaison_completion_box_new (void)
{
  return g_object_new (LIAISON_TYPE_COMPLETION_BOX, NULL);
}

void
liaison_completion_box_show (LiaisonCompletionBox *self, GPtrArray *completions)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_ptr_array_unref (self->completions);
  self->completions = completions;
  for (guint i = 0; i < completions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (completions->pdata[i]));
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), completions->len > 0);
}

/* Rows cannot have the focus, which would scroll to them. */
static void
scroll_to (LiaisonCompletionBox *self, GtkWidget *row)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static int
get_chosen_index (LiaisonCompletionBox *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

gboolean
liaison_completion_box_move (LiaisonCompletionBox *self, int steps)
{
  int n = (int) self->completions->len;
  int chosen = get_chosen_index (self);
  GtkListBoxRow *row;

  if (n == 0)
    return FALSE;
  chosen = chosen < 0 ? (steps > 0 ? 0 : n - 1) : (chosen + steps + n) % n;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), chosen);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  scroll_to (self, GTK_WIDGET (row));
  return TRUE;
}

const LiaisonCompletion *
liaison_completion_box_get_chosen (LiaisonCompletionBox *self)
{
  int chosen = get_chosen_index (self);

  return chosen >= 0 ? self->completions->pdata[chosen] : NULL;
}
