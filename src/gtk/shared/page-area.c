/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/page-area.h"

#include "shared/table-view.h"

#include <glib/gi18n.h>
#include <string.h>

#define AREA_KEY "liaison-page-area"
#define PAGE_KEY "liaison-page"

typedef struct
{
  LiaisonSession *session; /* borrowed: the window keeps it longer than the area */
  GtkStack *stack;
  guint n;
  LiaisonPage *pages;        /* owned */
  GtkToggleButton **buttons; /* the array owned */
} Area;

static void
area_free (gpointer data)
{
  Area *area = data;

  g_free (area->pages);
  g_free (area->buttons);
  g_free (area);
}

static void
show_page (Area *area, const LiaisonPage *page)
{
  if (gtk_stack_get_child_by_name (area->stack, page->name) == NULL)
    gtk_stack_add_named (area->stack, page->create (area->session, page->kind), page->name);
  gtk_stack_set_visible_child_name (area->stack, page->name);
}

static void
toggled_cb (Area *area, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    show_page (area, g_object_get_data (G_OBJECT (button), PAGE_KEY));
}

static GtkToggleButton *
button_new (Area *area, const LiaisonPage *page, guint number)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ (page->label));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  g_autofree char *tip =
      g_strdup_printf ("%s (Ctrl+%u)", _ (page->help != NULL ? page->help : page->label), number);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, tip);
  g_object_set_data (G_OBJECT (button), PAGE_KEY, (gpointer) page);
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
                                  _ ("Views of this area"), -1);
  for (guint i = 0; i < area->n; i++)
    {
      area->buttons[i] = button_new (area, &area->pages[i], i + 1);
      if (i > 0)
        gtk_toggle_button_set_group (area->buttons[i], area->buttons[0]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (area->buttons[i]));
    }
  return box;
}

static const LiaisonPage *
find_shown (Area *area)
{
  const char *name = gtk_stack_get_visible_child_name (area->stack);

  for (guint i = 0; name != NULL && i < area->n; i++)
    if (strcmp (area->pages[i].name, name) == 0)
      return &area->pages[i];
  return NULL;
}

/* A record selected elsewhere, by a jump or a finding, brings up a view that can show it. */
static void
selection_changed_cb (GtkWidget *box)
{
  Area *area = g_object_get_data (G_OBJECT (box), AREA_KEY);
  const LiaisonKind *kind =
      liaison_selection_get_kind (liaison_session_get_selection (area->session));
  const LiaisonPage *shown = find_shown (area);
  guint64 bit = kind != NULL ? G_GUINT64_CONSTANT (1) << kind->id : 0;

  if (bit == 0 || (shown != NULL && (shown->kinds & bit) != 0))
    return;
  for (guint i = 0; i < area->n; i++)
    if (area->pages[i].kinds & bit)
      {
        gtk_toggle_button_set_active (area->buttons[i], TRUE);
        return;
      }
}

gboolean
liaison_page_area_show (GtkWidget *widget, const char *name)
{
  Area *area = g_object_get_data (G_OBJECT (widget), AREA_KEY);

  for (guint i = 0; area != NULL && i < area->n; i++)
    if (strcmp (area->pages[i].name, name) == 0 && area->buttons[i] != NULL)
      {
        gtk_toggle_button_set_active (area->buttons[i], TRUE);
        return TRUE;
      }
  return FALSE;
}

GtkWidget *
liaison_page_area_find_pages (GtkWidget *inside)
{
  for (; inside != NULL; inside = gtk_widget_get_parent (inside))
    {
      Area *area = g_object_get_data (G_OBJECT (inside), AREA_KEY);

      if (area != NULL)
        return GTK_WIDGET (area->stack);
    }
  return NULL;
}

static GtkWidget *
find_table (GtkWidget *inside)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      found = LIAISON_IS_TABLE_VIEW (child) ? child : find_table (child);
  return found;
}

/* What the page is about has the focus, not what stands above it. */
static gboolean
focus_page (GtkWidget *page)
{
  GtkWidget *table = find_table (page);

  return (table != NULL && gtk_widget_grab_focus (table)) || gtk_widget_grab_focus (page)
         || gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

gboolean
liaison_page_area_focus (GtkWidget *widget)
{
  Area *area = g_object_get_data (G_OBJECT (widget), AREA_KEY);
  GtkWidget *page = area != NULL ? gtk_stack_get_visible_child (area->stack) : NULL;

  return page != NULL && focus_page (page);
}

/* Ctrl and a digit: the views from the first on. */
static gboolean
number_cb (GtkWidget *widget, GVariant *number, gpointer data)
{
  Area *area = g_object_get_data (G_OBJECT (widget), AREA_KEY);
  guint place = g_variant_get_uint32 (number);
  GtkWidget *page;

  if (!gtk_widget_get_mapped (widget) || place >= area->n)
    return FALSE;
  gtk_toggle_button_set_active (area->buttons[place], TRUE);
  page = gtk_stack_get_visible_child (area->stack);
  if (page != NULL)
    focus_page (page);
  return TRUE;
}

static void
add_keys (GtkWidget *box, guint n)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  /* Before entries, which are in views. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < MIN (n, 9); i++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_CONTROL_MASK),
                            gtk_callback_action_new (number_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (box, keys);
}

GtkWidget *
liaison_page_area_new (LiaisonSession *session, const LiaisonPage *pages, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();
  Area *area = g_new0 (Area, 1);

  area->session = session;
  area->stack = GTK_STACK (stack);
  area->n = n;
  area->pages = g_memdup2 (pages, n * sizeof (LiaisonPage));
  area->buttons = g_new0 (GtkToggleButton *, n);
  g_object_set_data_full (G_OBJECT (box), AREA_KEY, area, area_free);
  gtk_stack_set_hhomogeneous (area->stack, FALSE);
  gtk_widget_set_vexpand (stack, TRUE);
  if (n > 1)
    {
      gtk_box_append (GTK_BOX (box), switcher_new (area));
      add_keys (box, n);
      g_signal_connect_object (liaison_session_get_selection (session), "changed",
                               G_CALLBACK (selection_changed_cb), box, G_CONNECT_SWAPPED);
    }
  gtk_box_append (GTK_BOX (box), stack);
  if (n > 1)
    gtk_toggle_button_set_active (area->buttons[0], TRUE);
  else
    show_page (area, &area->pages[0]);
  if (n > 1)
    selection_changed_cb (box);
  return box;
}
