/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-area.h"

#include "shared/table-view.h"

#include <glib/gi18n.h>

#define KIND_KEY "liaison-kind"

/* What the area shows is made when it is first shown. */
typedef struct
{
  LiaisonSession *session; /* borrowed: the window keeps it longer than the area */
  GtkStack *stack;
  const LiaisonKindId *kinds;
  guint n;
  GtkToggleButton *buttons[];
} Area;

static void
show_kind (Area *area, const LiaisonKind *kind)
{
  if (gtk_stack_get_child_by_name (area->stack, kind->plural) == NULL)
    gtk_stack_add_named (area->stack, liaison_table_view_new (area->session, kind), kind->plural);
  gtk_stack_set_visible_child_name (area->stack, kind->plural);
}

static void
toggled_cb (Area *area, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    show_kind (area, g_object_get_data (G_OBJECT (button), KIND_KEY));
}

static GtkToggleButton *
button_new (Area *area, const LiaisonKind *kind)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_(kind->plural_label));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, _(kind->plural_label));
  g_object_set_data (G_OBJECT (button), KIND_KEY, (gpointer) kind);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), area);
  return GTK_TOGGLE_BUTTON (button);
}

static GtkWidget *
switcher_new (Area *area)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Tables of this area"), -1);
  for (guint i = 0; i < area->n; i++)
    {
      area->buttons[i] = button_new (area, liaison_kind_get (area->kinds[i]));
      if (i > 0)
        gtk_toggle_button_set_group (area->buttons[i], area->buttons[0]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (area->buttons[i]));
    }
  return box;
}

/* A record selected elsewhere, by a jump or a finding, brings up the table of its kind. */
static void
selection_changed_cb (GtkWidget *box)
{
  Area *area = g_object_get_data (G_OBJECT (box), "liaison-area");
  const LiaisonKind *kind =
      liaison_selection_get_kind (liaison_session_get_selection (area->session));

  for (guint i = 0; kind != NULL && i < area->n; i++)
    if (area->kinds[i] == kind->id)
      gtk_toggle_button_set_active (area->buttons[i], TRUE);
}

GtkWidget *
liaison_table_area_new (LiaisonSession *session, const LiaisonKindId *kinds, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();
  Area *area = g_malloc0 (sizeof (Area) + n * sizeof (GtkToggleButton *));

  area->session = session;
  area->stack = GTK_STACK (stack);
  area->kinds = kinds;
  area->n = n;
  g_object_set_data_full (G_OBJECT (box), "liaison-area", area, g_free);
  gtk_stack_set_hhomogeneous (area->stack, FALSE);
  gtk_widget_set_vexpand (stack, TRUE);
  if (n > 1)
    {
      gtk_box_append (GTK_BOX (box), switcher_new (area));
      g_signal_connect_object (liaison_session_get_selection (session), "changed",
                               G_CALLBACK (selection_changed_cb), box, G_CONNECT_SWAPPED);
    }
  gtk_box_append (GTK_BOX (box), stack);
  if (n > 1)
    gtk_toggle_button_set_active (area->buttons[0], TRUE);
  else
    show_kind (area, liaison_kind_get (kinds[0]));
  if (n > 1)
    selection_changed_cb (box);
  return box;
}
