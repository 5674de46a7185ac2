/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/product-view.h"

#include "inform/decision-window.h"
#include "inform/product-flow.h"
#include "shared/table-keys.h"

#include <glib/gi18n.h>

static LiaisonRecord *
find_one (LiaisonTableView *view)
{
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);

  if (records->len == 1)
    return records->pdata[0];
  liaison_table_refuse (view, _ ("Select one product to decide about it."));
  return NULL;
}

static void
take_step (LiaisonTableView *view, LiaisonRecord *record, LiaisonProductStep step)
{
  const char *why = NULL;

  if (step < LIAISON_PRODUCT_N_STEPS
      && liaison_product_step_is_allowed (liaison_record_get_block (record), step, &why))
    liaison_decision_window_present (liaison_table_get_root_window (view),
                                     liaison_table_view_get_session (view),
                                     liaison_record_get_id (record), step);
  else
    liaison_table_refuse (view, why != NULL ? _ (why) : _ ("There is no further step."));
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  LiaisonRecord *record = find_one (view);
  const char *nick = g_variant_get_string (parameter, NULL);

  for (guint i = 0; record != NULL && i < LIAISON_PRODUCT_N_STEPS; i++)
    if (g_str_equal (liaison_product_step_get_nick (i), nick))
      take_step (view, record, i);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  LiaisonRecord *record = find_one (view);

  if (record != NULL)
    take_step (view, record, liaison_product_step_get_next (liaison_record_get_block (record)));
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  LiaisonRecord *record = find_one (view);

  if (record != NULL)
    take_step (view, record, LIAISON_PRODUCT_STEP_RETURN);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) next = g_menu_new (), steps = g_menu_new ();

  g_menu_append (next, _ ("_Next Step… (Ctrl+Enter)"), "product.next");
  for (guint i = 0; i < LIAISON_PRODUCT_N_STEPS; i++)
    {
      g_autofree char *action =
          g_strdup_printf ("product.step::%s", liaison_product_step_get_nick (i));
      /* Translators: A step of the release of a document, which opens a dialog: “Approve…” */
      g_autofree char *label = g_strdup_printf (_ ("%s…"), _ (liaison_product_step_get_label (i)));
      g_menu_append (steps, label, action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (next));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  return G_MENU_MODEL (menu);
}

static void
prepare (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  ((LiaisonProductData *) block)->status = LIAISON_PRODUCT_STATUS_DRAFT;
}

static const char *const shown[] = { "marking", "originator", NULL };

static const LiaisonTableSetup setup = {
  .shown = shown,
  .icon = "folder-documents-symbolic",
  .sort = "serial",
  .prepare = prepare,
};

/* The button says what comes next for what is selected. */
static void
update_next_cb (GtkWidget *button)
{
  LiaisonTableView *view = g_object_get_data (G_OBJECT (button), "liaison-table");
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);
  LiaisonProductStep step =
      records->len == 1
          ? liaison_product_step_get_next (liaison_record_get_block (records->pdata[0]))
          : LIAISON_PRODUCT_N_STEPS;
  g_autofree char *label = g_strdup_printf (
      _ ("%s…"),
      step < LIAISON_PRODUCT_N_STEPS ? _ (liaison_product_step_get_label (step)) : _ ("Next Step"));

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_sensitive (button,
                            step < LIAISON_PRODUCT_N_STEPS
                                && !liaison_editor_get_read_only (
                                    liaison_session_get_editor (liaison_table_view_get_session (view))));
}

static void
add_next_button (GtkWidget *box, LiaisonTableView *view)
{
  GtkWidget *button = liaison_table_box_add_button (
      box, "", "product.next", _ ("The next step of its release (Ctrl+Enter)"));

  g_object_set_data (G_OBJECT (button), "liaison-table", view);
  g_signal_connect_object (liaison_session_get_selection (liaison_table_view_get_session (view)),
                           "changed", G_CALLBACK (update_next_cb), button, G_CONNECT_SWAPPED);
  update_next_cb (button);
}

GtkWidget *
liaison_product_view_new (LiaisonSession *session)
{
  static const char *const writing[] = { "step", "next", "back", NULL };
  static const GActionEntry entries[] = { { "step", step_cb, "s" },
                                          { "next", next_cb },
                                          { "back", back_cb } };
  GActionMap *actions;
  LiaisonTableView *view =
      liaison_table_view_new_with (session, &liaison_product_kind, &setup, NULL);
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *box;

  actions = liaison_table_add_actions (view, "product", entries, G_N_ELEMENTS (entries));
  liaison_table_bind_writing (view, actions, writing);
  liaison_table_view_append_menu (view, menu);
  liaison_table_add_key (view, GDK_KEY_Return, GDK_CONTROL_MASK, "product.next");
  liaison_table_add_key (view, GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "product.back");
  box = liaison_table_box_new (
      view, "product",
      _ ("Proposed, reviewed, approved, released: each step with who decided it."));
  add_next_button (box, view);
  liaison_table_box_add_menu (box, _ ("_Decide"), menu);
  return box;
}
