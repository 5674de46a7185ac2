/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/plan-matrix-view.h"

#include <glib/gi18n.h>

#define CHOICE_KEY "liaison-choice"

struct _LiaisonPlanMatrixView
{
  /* Borrowed: the widget keeps them longer */
  LiaisonSession *session;
  LiaisonLiveMatrix *live;
  GtkWidget *settings;

  const LiaisonPlanMatrixType *type;
  const LiaisonPlanMatrixViewFuncs *funcs;
  LiaisonLiveMatrixFuncs live_funcs;
  LiaisonPlanMatrixOptions options;
  LiaisonPlanMatrix *facts; /* owned */
};

static void
view_free (gpointer data)
{
  LiaisonPlanMatrixView *self = data;

  g_clear_pointer (&self->facts, liaison_plan_matrix_free);
  g_free (self);
}

static char *
fill (LiaisonMatrix *matrix,
      const LiaisonSnapshot *snapshot,
      const LiaisonManner *manner,
      gpointer data)
{
  LiaisonPlanMatrixView *self = data;
  g_autoptr (LiaisonSnapshot) taken =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));

  g_clear_pointer (&self->facts, liaison_plan_matrix_free);
  self->options.now = manner->now;
  self->facts = liaison_plan_matrix_new (
      self->type, taken, liaison_words_get_language (manner->words), &self->options);
  self->type->fill (self->facts, matrix, manner);
  return liaison_plan_matrix_summarise (self->facts, manner);
}

static GArray *
list (guint row, guint column, gpointer data)
{
  LiaisonPlanMatrixView *self = data;

  return self->facts != NULL ? liaison_plan_matrix_list (self->facts, row, column)
                             : g_array_new (FALSE, FALSE, sizeof (LiaisonId));
}

static char *
tell (const LiaisonManner *manner, guint row, guint column, gpointer data)
{
  LiaisonPlanMatrixView *self = data;

  return self->facts != NULL ? liaison_plan_matrix_tell (self->facts, manner, row, column) : NULL;
}

static gboolean
activate (guint row, guint column, gpointer data)
{
  LiaisonPlanMatrixView *self = data;

  return self->funcs != NULL && self->funcs->activate != NULL && self->facts != NULL
         && self->funcs->activate (self, row, column);
}

static gboolean
key (guint key_value, guint row, guint column, gpointer data)
{
  LiaisonPlanMatrixView *self = data;

  return self->funcs != NULL && self->funcs->key != NULL && self->facts != NULL
         && self->funcs->key (self, key_value, row, column);
}

static gboolean
can_move (LiaisonId record, guint row, guint column, gpointer data)
{
  LiaisonPlanMatrixView *self = data;

  return self->facts != NULL && self->funcs->can_move != NULL
         && self->funcs->can_move (self, record, row, column);
}

static void
move (LiaisonId record, guint from_row, guint from_column, guint row, guint column, gpointer data)
{
  LiaisonPlanMatrixView *self = data;

  self->funcs->move (self, record, from_row, from_column, row, column);
}

LiaisonPlanMatrixView *
liaison_plan_matrix_view_new (LiaisonSession *session,
                              const LiaisonPlanMatrixType *type,
                              const LiaisonPlanMatrixViewFuncs *funcs)
{
  LiaisonPlanMatrixView *self = g_new0 (LiaisonPlanMatrixView, 1);

  self->session = session;
  self->type = type;
  self->funcs = funcs;
  self->settings = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->live_funcs = (LiaisonLiveMatrixFuncs){
    .fill = fill,
    .list = list,
    .empty = type->empty,
    .title = type->title,
    .empty_title = N_ ("Nothing to Show Yet"),
    .tell = tell,
    .activate = activate,
    .key = key,
    .can_move = can_move,
    .move = funcs != NULL && funcs->move != NULL ? move : NULL,
  };
  self->live = LIAISON_LIVE_MATRIX (
      liaison_live_matrix_new (session, &self->live_funcs, self->settings, self, view_free));
  return self;
}

GtkWidget *
liaison_plan_matrix_view_get_widget (LiaisonPlanMatrixView *self)
{
  return GTK_WIDGET (self->live);
}

LiaisonSession *
liaison_plan_matrix_view_get_session (LiaisonPlanMatrixView *self)
{
  return self->session;
}

LiaisonMatrix *
liaison_plan_matrix_view_get_matrix (LiaisonPlanMatrixView *self)
{
  return liaison_live_matrix_get_matrix (self->live);
}

LiaisonPlanMatrix *
liaison_plan_matrix_view_get_facts (LiaisonPlanMatrixView *self)
{
  return self->facts;
}

LiaisonPlanMatrixOptions *
liaison_plan_matrix_view_get_options (LiaisonPlanMatrixView *self)
{
  return &self->options;
}

void
liaison_plan_matrix_view_refresh (LiaisonPlanMatrixView *self)
{
  liaison_live_matrix_refresh (self->live);
}

static void
chosen_cb (GtkDropDown *down, GParamSpec *spec, LiaisonPlanMatrixView *self)
{
  LiaisonPlanMatrixChoiceFunc func =
      (LiaisonPlanMatrixChoiceFunc) g_object_get_data (G_OBJECT (down), CHOICE_KEY);

  func (self, gtk_drop_down_get_selected (down));
  liaison_plan_matrix_view_refresh (self);
}

void
liaison_plan_matrix_view_add_choice (LiaisonPlanMatrixView *self,
                                     const char *const *labels,
                                     guint chosen,
                                     const char *tip,
                                     LiaisonPlanMatrixChoiceFunc func)
{
  g_autoptr (GtkStringList) list_of = gtk_string_list_new (NULL);
  GtkWidget *down;

  for (guint i = 0; labels[i] != NULL; i++)
    gtk_string_list_append (list_of, _ (labels[i]));
  down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list_of)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), chosen);
  gtk_widget_set_tooltip_text (down, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data (G_OBJECT (down), CHOICE_KEY, (gpointer) func);
  g_signal_connect (down, "notify::selected", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self->settings), down);
}

static void
toggled_cb (GtkToggleButton *button, LiaisonPlanMatrixView *self)
{
  LiaisonPlanMatrixChoiceFunc func =
      (LiaisonPlanMatrixChoiceFunc) g_object_get_data (G_OBJECT (button), CHOICE_KEY);

  func (self, gtk_toggle_button_get_active (button));
  liaison_plan_matrix_view_refresh (self);
}

void
liaison_plan_matrix_view_add_toggle (LiaisonPlanMatrixView *self,
                                     const char *label,
                                     const char *tip,
                                     LiaisonPlanMatrixChoiceFunc func)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tip);
  g_object_set_data (G_OBJECT (button), CHOICE_KEY, (gpointer) func);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->settings), button);
}

void
liaison_plan_matrix_view_add_widget (LiaisonPlanMatrixView *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->settings), widget);
}

void
liaison_plan_matrix_view_add_help (LiaisonPlanMatrixView *self, const char *title, const char *text)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_box_append (GTK_BOX (self->settings), button);
}

void
liaison_plan_matrix_view_set_first_step (LiaisonPlanMatrixView *self,
                                         const char *label,
                                         const char *action)
{
  liaison_live_matrix_set_first_step (self->live, label, action);
}
