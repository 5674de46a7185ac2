/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/record-form.h"

#include "inspector/form-group.h"

#include <glib/gi18n.h>

struct _LiaisonRecordForm
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonFieldTarget *target;
  GPtrArray *groups;  /* of LiaisonFormGroup, children */
  char *closed_state; /* what `closed` shows */

  /* Template */
  GtkWidget *box;
  GtkWidget *closed_group;
  GtkListBox *closed; /* a row for each group that has nothing to show */

  const LiaisonShape *shape; /* what the groups were made for */
};

G_DEFINE_FINAL_TYPE (LiaisonRecordForm, liaison_record_form, GTK_TYPE_WIDGET)

static void
add_group (LiaisonRecordForm *self, const char *title, guint first, guint end)
{
  LiaisonFormGroup *group = liaison_form_group_new (title, first, end - first);

  g_ptr_array_add (self->groups, group);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (group));
}

/* The form stands below the name of the kind, which need not be said twice. */
static const char *
tell_heading (const LiaisonShape *shape, guint first)
{
  const char *group = shape->fields[first].group;
  return first == 0 && g_strcmp0 (group, shape->label) == 0 ? NULL : group;
}

/* A field without a heading of its own stands under the one before. */
static void
make_groups (LiaisonRecordForm *self, const LiaisonShape *shape)
{
  guint first = 0;

  for (guint i = 0; i < self->groups->len; i++)
    gtk_box_remove (GTK_BOX (self->box), self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  g_clear_pointer (&self->closed_state, g_free);
  self->shape = shape;
  for (guint i = 1; i <= shape->n_fields; i++)
    if (i == shape->n_fields || shape->fields[i].group != NULL)
      {
        add_group (self, tell_heading (shape, first), first, i);
        first = i;
      }
}

static GtkWidget *
make_label (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (dim)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

static GtkWidget *
make_closed_row (LiaisonFormGroup *group, const char *names)
{
  const char *heading = liaison_form_group_get_heading (group);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (heading != NULL)
    gtk_box_append (GTK_BOX (box), make_label (heading, FALSE));
  gtk_box_append (GTK_BOX (box), make_label (names, TRUE));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading != NULL ? heading : names,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, names, -1);
  g_object_set_data (G_OBJECT (row), "group", group);
  return row;
}

/* One line for each group that has nothing to show: its place and the labels of its fields. */
static char *
tell_closed (LiaisonRecordForm *self)
{
  g_autoptr (GString) state = g_string_new (NULL);

  for (guint i = 0; i < self->groups->len; i++)
    if (!liaison_form_group_is_open (self->groups->pdata[i]))
      {
        g_autofree char *names = liaison_form_group_tell_hidden (self->groups->pdata[i]);
        if (names != NULL)
          g_string_append_printf (state, "%u %s\n", i, names);
      }
  return g_string_free (g_steal_pointer (&state), FALSE);
}

/* Rows are only made anew when there are others to show, so that the focus stays where it is. */
static void
show_closed (LiaisonRecordForm *self)
{
  g_autofree char *state = tell_closed (self);
  GtkWidget *row;

  if (g_strcmp0 (state, self->closed_state) == 0)
    return;
  g_free (self->closed_state);
  self->closed_state = g_steal_pointer (&state);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->closed))) != NULL)
    gtk_list_box_remove (self->closed, row);
  for (guint i = 0; i < self->groups->len; i++)
    {
      LiaisonFormGroup *group = self->groups->pdata[i];
      if (liaison_form_group_is_open (group))
        continue;
      g_autofree char *names = liaison_form_group_tell_hidden (group);
      if (names != NULL)
        gtk_list_box_append (self->closed, make_closed_row (group, names));
    }
  gtk_widget_set_visible (self->closed_group,
                          gtk_list_box_get_row_at_index (self->closed, 0) != NULL);
}

static void
closed_activated_cb (LiaisonRecordForm *self, GtkListBoxRow *row)
{
  LiaisonFormGroup *group = g_object_get_data (G_OBJECT (row), "group");

  liaison_form_group_show_all (group);
  show_closed (self);
}

static void
liaison_record_form_dispose (GObject *object)
{
  LiaisonRecordForm *self = LIAISON_RECORD_FORM (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->groups, 0);
  g_clear_object (&self->target);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (liaison_record_form_parent_class)->dispose (object);
}

static void
liaison_record_form_finalize (GObject *object)
{
  LiaisonRecordForm *self = LIAISON_RECORD_FORM (object);

  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->closed_state, g_free);

  G_OBJECT_CLASS (liaison_record_form_parent_class)->finalize (object);
}

static void
liaison_record_form_class_init (LiaisonRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_record_form_dispose;
  object_class->finalize = liaison_record_form_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/inspector/record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonRecordForm, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonRecordForm, closed_group);
  gtk_widget_class_bind_template_child (widget_class, LiaisonRecordForm, closed);
  gtk_widget_class_bind_template_callback (widget_class, closed_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_record_form_init (LiaisonRecordForm *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_record_form_set_target (LiaisonRecordForm *self, LiaisonFieldTarget *target)
{
  if (self->target == target)
    return;
  liaison_record_form_settle (self);
  g_set_object (&self->target, target);
  if (target == NULL)
    return;
  if (self->shape != liaison_field_target_get_shape (target))
    make_groups (self, liaison_field_target_get_shape (target));
  for (guint i = 0; i < self->groups->len; i++)
    liaison_form_group_set_target (self->groups->pdata[i], target);
  show_closed (self);
}

void
liaison_record_form_refresh (LiaisonRecordForm *self)
{
  if (self->target == NULL || liaison_field_target_get_block (self->target, 0) == NULL)
    return;
  for (guint i = 0; i < self->groups->len; i++)
    liaison_form_group_refresh (self->groups->pdata[i]);
  show_closed (self);
}

void
liaison_record_form_settle (LiaisonRecordForm *self)
{
  if (self->target == NULL)
    return;
  for (guint i = 0; i < self->groups->len; i++)
    liaison_form_group_settle (self->groups->pdata[i]);
}

void
liaison_record_form_focus_field (LiaisonRecordForm *self, const char *name)
{
  guint index;

  if (self->target == NULL || liaison_shape_find (self->shape, name, &index) == NULL)
    return;
  for (guint i = 0; i < self->groups->len; i++)
    if (liaison_form_group_focus_field (self->groups->pdata[i], index))
      break;
  show_closed (self);
}
