/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-filter-bar.h"

#include "shared/drop-down-search.h"
#include "shared/table-private.h"

#include "record/kinds/nation.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

/* Among so many rows a search waits for a pause in typing, so long. */
#define MANY_ROWS 5000
#define PAUSE_MS  150

/* In a window lower than this the choices are folded away, unless the person unfolds them. */
#define LOW_WINDOW 800

/* A drop-down of the values of one field. */
typedef struct
{
  LiaisonTableFilterBar *bar; /* borrowed */
  const LiaisonField *field;
  GtkDropDown *down;
  GPtrArray *codes; /* of nations, from the third entry on; interned */
} Choice;

/* Something else to filter by. */
typedef struct
{
  GtkWidget *widget;
  void (*reset) (GtkWidget *widget);
} Extra;

struct _LiaisonTableFilterBar
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter;
  GPtrArray *choices_made; /* of Choice */
  GArray *extras;

  /* Template */
  GtkWidget *content;
  GtkSearchEntry *search;
  GtkToggleButton *toggle;
  GtkLabel *active_count;
  GtkMenuButton *columns_button;
  GtkFlowBox *choices;
  GtkLabel *count;
  GtkWidget *clear_button;

  /* State */
  guint n_rows;
  guint pause;
  gboolean filling;
  GdkSurface *surface; /* of the window, borrowed while it is shown; NULL: not shown */
  gboolean folded;     /* as the height of the window wants it */
  guint fold_source;
};

G_DEFINE_FINAL_TYPE (LiaisonTableFilterBar, liaison_table_filter_bar, GTK_TYPE_WIDGET)

static void
choice_free (gpointer data)
{
  Choice *choice = data;
  g_clear_pointer (&choice->codes, g_ptr_array_unref);
  g_free (choice);
}

static void
apply_search_cb (LiaisonTableFilterBar *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->filter != NULL)
    liaison_table_filter_set_words (self->filter,
                                    gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static gboolean
pause_cb (gpointer data)
{
  LiaisonTableFilterBar *self = data;

  self->pause = 0;
  apply_search_cb (self);
  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (LiaisonTableFilterBar *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->n_rows > MANY_ROWS)
    self->pause = g_timeout_add (PAUSE_MS, pause_cb, self);
  else
    apply_search_cb (self);
}

/* Escape: first what was typed goes, then the focus to the table. */
static void
stop_search_cb (LiaisonTableFilterBar *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "table.focus-rows", NULL);
}

/* The first entry stands for any value, the second for none. */
static void
selected_cb (Choice *choice)
{
  guint selected = gtk_drop_down_get_selected (choice->down);

  if (choice->bar->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (choice->field->type == LIAISON_FIELD_CHOICE)
    liaison_table_filter_set_choice (choice->bar->filter, choice->field, (int) selected - 1);
  else if (selected < 2)
    liaison_table_filter_set_nation (choice->bar->filter, choice->field, selected == 1 ? "" : NULL);
  else
    liaison_table_filter_set_nation (choice->bar->filter, choice->field,
                                     choice->codes->pdata[selected - 2]);
}

static void
fill_nations (Choice *choice, GtkStringList *list)
{
  LiaisonManner manner = liaison_session_get_manner (choice->bar->session);
  LiaisonTable *nations = liaison_document_get_table (
      liaison_session_get_document (choice->bar->session), LIAISON_KIND_NATION);

  g_ptr_array_set_size (choice->codes, 0);
  for (guint i = 0; i < liaison_table_get_size (nations); i++)
    {
      const char *code =
          LIAISON_DATA (Nation, liaison_record_get_block (liaison_table_get (nations, i)))->code;
      g_autofree char *name = NULL;

      if (code == NULL)
        continue;
      name = liaison_manner_tell_nation (&manner, code);
      gtk_string_list_append (list, name);
      g_ptr_array_add (choice->codes, (gpointer) code);
    }
}

static void
fill (Choice *choice)
{
  /* Translators: Everything passes this filter; “Nation: all” */
  g_autofree char *all = g_strdup_printf (_("%s: all"), _(choice->field->label));
  /* Translators: Only what has no value passes this filter; “Nation: not set” */
  g_autofree char *unset = g_strdup_printf (_("%s: not set"), _(choice->field->label));
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const[]){ all, unset, NULL });
  guint selected = gtk_drop_down_get_selected (choice->down);

  if (choice->field->type == LIAISON_FIELD_CHOICE)
    for (guint i = 1; i < choice->field->choices->n; i++)
      gtk_string_list_append (list, _(choice->field->choices->choices[i].label));
  else
    fill_nations (choice, list);
  choice->bar->filling = TRUE;
  gtk_drop_down_set_model (choice->down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (choice->down, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
  choice->bar->filling = FALSE;
}

static void
append (LiaisonTableFilterBar *self, GtkWidget *widget)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), widget);
  gtk_flow_box_append (self->choices, child);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), TRUE);
}

static void
add_choice (LiaisonTableFilterBar *self, const LiaisonField *field)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  choice->bar = self;
  choice->field = field;
  choice->codes = g_ptr_array_new ();
  choice->down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, name));
  liaison_drop_down_set_searched (choice->down,
                                  field->type != LIAISON_FIELD_CHOICE || field->choices->n > 12);
  gtk_widget_set_tooltip_text (GTK_WIDGET (choice->down), _(field->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(field->label), -1);
  fill (choice);
  g_ptr_array_add (self->choices_made, choice);
  g_signal_connect_swapped (choice->down, "notify::selected", G_CALLBACK (selected_cb), choice);
  append (self, GTK_WIDGET (choice->down));
}

static gboolean
is_filterable (const LiaisonField *field)
{
  return field->type == LIAISON_FIELD_CHOICE || field->type == LIAISON_FIELD_NATION
         || field->type == LIAISON_FIELD_NATIONS;
}

static void
document_changed_cb (LiaisonTableFilterBar *self, const LiaisonChange *changes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *either = changes[i].after != NULL ? changes[i].after : changes[i].before;
      if (either->shape == &liaison_nation_kind.shape)
        {
          liaison_table_filter_bar_refresh (self);
          return;
        }
    }
}

/* How many conditions there are stands on the button, as they may be folded away. */
static void
show_active_count (LiaisonTableFilterBar *self)
{
  guint n = liaison_table_filter_count_conditions (self->filter);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *tip =
      n == 0 ? g_strdup (_ ("Filters"))
             : liaison_screen_printf (ngettext ("%u filter in use", "%u filters in use", n), n);

  gtk_label_set_text (self->active_count, number);
  gtk_widget_set_visible (GTK_WIDGET (self->active_count), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
}

static void
filter_changed_cb (LiaisonTableFilterBar *self)
{
  gtk_widget_set_visible (self->clear_button, liaison_table_filter_is_active (self->filter));
  show_active_count (self);
}

static gboolean
fold_cb (gpointer data)
{
  LiaisonTableFilterBar *self = data;

  self->fold_source = 0;
  gtk_toggle_button_set_active (self->toggle, !self->folded);
  return G_SOURCE_REMOVE;
}

/* Only when the window becomes low or high: what the person folds or unfolds afterwards stays. */
static void
layout_cb (LiaisonTableFilterBar *self, int width, int height)
{
  gboolean folded = height < LOW_WINDOW;

  if (folded == self->folded)
    return;
  self->folded = folded;
  /* Not in the middle of a layout. */
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

static void
liaison_table_filter_bar_realize (GtkWidget *widget)
{
  LiaisonTableFilterBar *self = LIAISON_TABLE_FILTER_BAR (widget);

  GTK_WIDGET_CLASS (liaison_table_filter_bar_parent_class)->realize (widget);
  self->surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_signal_connect_swapped (self->surface, "layout", G_CALLBACK (layout_cb), self);
  if (gdk_surface_get_height (self->surface) > 1)
    layout_cb (self, 0, gdk_surface_get_height (self->surface));
}

static void
liaison_table_filter_bar_unrealize (GtkWidget *widget)
{
  LiaisonTableFilterBar *self = LIAISON_TABLE_FILTER_BAR (widget);

  g_signal_handlers_disconnect_by_data (self->surface, self);
  self->surface = NULL;
  GTK_WIDGET_CLASS (liaison_table_filter_bar_parent_class)->unrealize (widget);
}

void
liaison_table_filter_bar_set_filter (LiaisonTableFilterBar *self,
                                     LiaisonSession *session,
                                     const LiaisonKind *kind,
                                     LiaisonTableFilter *filter,
                                     const char *extra)
{
  self->session = g_object_ref (session);
  self->filter = g_object_ref (filter);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), FALSE);
  for (guint i = 0; i < kind->shape.n_fields; i++)
    {
      const LiaisonField *field = &kind->shape.fields[i];
      gboolean offered =
          (field->flags & LIAISON_FIELD_COLUMN) != 0 || g_strcmp0 (field->name, extra) == 0;
      /* A nation's own code is no use as a filter of nations. */
      if (offered && is_filterable (field) && !(field->flags & LIAISON_FIELD_CODE))
        add_choice (self, field);
    }
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
liaison_table_filter_bar_add (LiaisonTableFilterBar *self, GtkWidget *widget, GCallback reset)
{
  Extra extra = { widget, (void (*) (GtkWidget *)) reset };

  g_array_append_val (self->extras, extra);
  append (self, widget);
}

LiaisonTableFilter *
liaison_table_filter_bar_get_filter (LiaisonTableFilterBar *self)
{
  return self->filter;
}

void
liaison_table_filter_bar_set_prompt (LiaisonTableFilterBar *self,
                                     const char *prompt,
                                     const char *tip)
{
  g_object_set (self->search, "placeholder-text", prompt, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->search), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  prompt, -1);
}

GtkMenuButton *
liaison_table_filter_bar_get_columns_button (LiaisonTableFilterBar *self)
{
  return self->columns_button;
}

void
liaison_table_filter_bar_set_count (LiaisonTableFilterBar *self, const char *text)
{
  gtk_label_set_text (self->count, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), text);
}

void
liaison_table_filter_bar_tell_count (LiaisonTableFilterBar *self,
                                     const LiaisonKind *kind,
                                     guint shown,
                                     guint all)
{
  g_autofree char *total = liaison_table_count_text (kind, all);
  /* Translators: How many rows are left by a filter; the second is translated on its own: “34 of
   * 355 events” */
  g_autofree char *some = liaison_screen_printf (_("%1$u of %2$s"), shown, total);

  liaison_table_filter_bar_set_size (self, all);
  liaison_table_filter_bar_set_count (
      self, liaison_table_filter_is_active (self->filter) ? some : total);
}

void
liaison_table_filter_bar_set_size (LiaisonTableFilterBar *self, guint n_rows)
{
  self->n_rows = n_rows;
}

void
liaison_table_filter_bar_refresh (LiaisonTableFilterBar *self)
{
  for (guint i = 0; i < self->choices_made->len; i++)
    {
      Choice *choice = self->choices_made->pdata[i];
      guint selected = gtk_drop_down_get_selected (choice->down);
      const char *code =
          choice->codes->len > 0 && selected >= 2 ? choice->codes->pdata[selected - 2] : NULL;
      guint index;

      fill (choice);
      /* A nation may have gone, or stand elsewhere now. */
      if (code != NULL && g_ptr_array_find (choice->codes, code, &index))
        gtk_drop_down_set_selected (choice->down, index + 2);
      else if (code != NULL)
        gtk_drop_down_set_selected (choice->down, 0);
    }
}

void
liaison_table_filter_bar_clear (LiaisonTableFilterBar *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < self->choices_made->len; i++)
    gtk_drop_down_set_selected (((Choice *) self->choices_made->pdata[i])->down, 0);
  for (guint i = 0; i < self->extras->len; i++)
    g_array_index (self->extras, Extra, i).reset (g_array_index (self->extras, Extra, i).widget);
  self->filling = FALSE;
  liaison_table_filter_clear (self->filter);
}

void
liaison_table_filter_bar_focus (LiaisonTableFilterBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
liaison_table_filter_bar_dispose (GObject *object)
{
  LiaisonTableFilterBar *self = LIAISON_TABLE_FILTER_BAR (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  for (guint i = 0; self->choices_made != NULL && i < self->choices_made->len; i++)
    {
      Choice *choice = self->choices_made->pdata[i];
      g_signal_handlers_disconnect_by_data (choice->down, choice);
    }
  g_clear_pointer (&self->choices_made, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_TABLE_FILTER_BAR);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_table_filter_bar_parent_class)->dispose (object);
}

static void
liaison_table_filter_bar_finalize (GObject *object)
{
  g_array_unref (LIAISON_TABLE_FILTER_BAR (object)->extras);

  G_OBJECT_CLASS (liaison_table_filter_bar_parent_class)->finalize (object);
}

static void
liaison_table_filter_bar_class_init (LiaisonTableFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_table_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_table_filter_bar_finalize;
  widget_class->realize = liaison_table_filter_bar_realize;
  widget_class->unrealize = liaison_table_filter_bar_unrealize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/shared/table-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableFilterBar, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableFilterBar, toggle);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableFilterBar, active_count);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableFilterBar, columns_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableFilterBar, choices);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTableFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_search_cb);
}

static void
liaison_table_filter_bar_init (LiaisonTableFilterBar *self)
{
  self->choices_made = g_ptr_array_new_with_free_func (choice_free);
  self->extras = g_array_new (FALSE, FALSE, sizeof (Extra));
  gtk_widget_init_template (GTK_WIDGET (self));
}
