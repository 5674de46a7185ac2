/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found in buttons and menus by its name. */
#include "config.h"

#include "display.h"
#include "search/commands.h"
#include "search/jump-model.h"

#include <adwaita.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GSimpleAction *level;
  GSimpleAction *export;
  guint pressed;
  char *exported; /* the target of the last */
} Fixture;

static void
exported_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  Fixture *f = data;

  g_free (f->exported);
  f->exported = g_variant_dup_string (target, NULL);
}

static void
pressed_cb (Fixture *f)
{
  f->pressed++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  f->window = gtk_window_new ();
  f->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_child (GTK_WINDOW (f->window), f->box);
  f->level = g_simple_action_new ("level", NULL);
  f->export = g_simple_action_new ("export", G_VARIANT_TYPE_STRING);
  g_signal_connect_swapped (f->level, "activate", G_CALLBACK (pressed_cb), f);
  g_signal_connect (f->export, "activate", G_CALLBACK (exported_cb), f);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (f->level));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (f->export));
  gtk_widget_insert_action_group (f->box, "area", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->level);
  g_object_unref (f->export);
  g_free (f->exported);
}

static GPtrArray *
collect (Fixture *f)
{
  GPtrArray *commands = g_ptr_array_new_with_free_func (g_object_unref);

  liaison_commands_collect (f->box, NULL, commands);
  return commands;
}

static LiaisonCommand *
find (const GPtrArray *commands, const char *title)
{
  for (guint i = 0; i < commands->len; i++)
    if (g_str_equal (liaison_command_get_title (commands->pdata[i]), title))
      return commands->pdata[i];
  return NULL;
}

static void
add_key (GtkWidget *widget, guint key, GdkModifierType modifiers, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
  gtk_widget_add_controller (widget, keys);
}

static GtkWidget *
add_button (Fixture *f, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (f->box), button);
  return button;
}

/* The label without its letter, the key from the binding; run, it does what a click does. */
static void
test_button (Fixture *f, gconstpointer data)
{
  GtkWidget *plain = add_button (f, "印刷(_P)…", NULL);
  g_autoptr (GPtrArray) commands = NULL;
  LiaisonCommand *level, *print;

  g_signal_connect_swapped (plain, "clicked", G_CALLBACK (pressed_cb), f);
  gtk_widget_set_tooltip_text (plain, "Each page on paper (Ctrl+Alt+P)");
  add_button (f, "_Level…", "area.level");
  add_key (f->window, GDK_KEY_l, GDK_CONTROL_MASK, "area.level");
  commands = collect (f);
  g_assert_cmpuint (commands->len, ==, 2);
  level = find (commands, "Level…");
  g_assert_nonnull (level);
  g_assert_cmpstr (liaison_command_get_keys (level), ==, "Ctrl+L");
  liaison_command_run (level);
  g_assert_cmpuint (f->pressed, ==, 1);
  print = find (commands, "印刷…");
  g_assert_nonnull (print);
  g_assert_cmpstr (liaison_command_get_help (print), ==, "Each page on paper");
  g_assert_cmpstr (liaison_command_get_keys (print), ==, "Ctrl+Alt+P");
  liaison_command_run (print);
  g_assert_cmpuint (f->pressed, ==, 2);
}

/* Gone since it was found: nothing happens. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  GtkWidget *button = add_button (f, "Level", NULL);
  g_autoptr (GPtrArray) commands = collect (f);

  g_assert_cmpuint (commands->len, ==, 1);
  gtk_box_remove (GTK_BOX (f->box), button);
  liaison_command_run (commands->pdata[0]);
  g_assert_cmpuint (f->pressed, ==, 0);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new (), *section = g_menu_new (), *formats = g_menu_new ();

  g_menu_append (section, "_Level…", "area.level");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append (formats, "As _PDF", "area.export::pdf");
  g_menu_append (formats, "As _Text", "area.export::csv");
  g_menu_append_submenu (menu, "_Export", G_MENU_MODEL (formats));
  g_menu_append (menu, "Nowhere", "area.unknown");
  g_object_unref (section);
  g_object_unref (formats);
  return G_MENU_MODEL (menu);
}

static void
add_menu (Fixture *f)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_box_append (GTK_BOX (f->box), button);
}

/* Sections and menus within; what is there twice is found once; what nobody does is not found. */
static void
test_menu (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) commands = NULL;

  add_menu (f);
  add_button (f, "_Level…", "area.level");
  commands = collect (f);
  g_assert_cmpuint (commands->len, ==, 3);
  g_assert_nonnull (find (commands, "Level…"));
  g_assert_nonnull (find (commands, "Export · As PDF"));
  liaison_command_run (find (commands, "Export · As Text"));
  g_assert_cmpstr (f->exported, ==, "csv");
}

/* What cannot be done now is not offered. */
static void
test_disabled (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) commands = NULL;

  add_menu (f);
  gtk_widget_set_sensitive (add_button (f, "Print", NULL), FALSE);
  gtk_widget_set_visible (add_button (f, "Hidden", NULL), FALSE);
  g_simple_action_set_enabled (f->level, FALSE);
  g_simple_action_set_enabled (f->export, FALSE);
  commands = collect (f);
  g_assert_cmpuint (commands->len, ==, 0);
}

/* Tooltips name icons; the keys they add are known from the binding. */
static void
test_icon (Fixture *f, gconstpointer data)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autoptr (GPtrArray) commands = NULL;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "area.level");
  gtk_widget_set_tooltip_text (button, "Add (Insert)");
  gtk_box_append (GTK_BOX (f->box), button);
  add_key (f->box, GDK_KEY_Insert, 0, "area.level");
  commands = collect (f);
  g_assert_cmpuint (commands->len, ==, 1);
  g_assert_cmpstr (liaison_command_get_title (commands->pdata[0]), ==, "Add");
  g_assert_cmpstr (liaison_command_get_keys (commands->pdata[0]), ==, "Insert");
}

/* Of views to choose from those that are not shown; what stands in rows is of the row. */
static void
test_left_out (Fixture *f, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *shown = gtk_toggle_button_new_with_label ("Table");
  GtkWidget *other = gtk_toggle_button_new_with_label ("Timeline");
  g_autoptr (GPtrArray) commands = NULL;

  gtk_list_box_append (GTK_LIST_BOX (list), gtk_button_new_with_label ("Mend"));
  gtk_box_append (GTK_BOX (f->box), list);
  gtk_box_append (GTK_BOX (f->box), shown);
  gtk_box_append (GTK_BOX (f->box), other);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (other), GTK_TOGGLE_BUTTON (shown));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (shown), TRUE);
  commands = collect (f);
  g_assert_cmpuint (commands->len, ==, 1);
  liaison_command_run (commands->pdata[0]);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (other)));
}

static void
assert_found (const GPtrArray *items, const char *query, const char *titles)
{
  g_autoptr (GPtrArray) found = liaison_jump_find_commands (items, query);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            liaison_jump_item_get_title (found->pdata[i]));
  g_assert_cmpstr (text->str, ==, titles);
}

/* Without accents, in any order of words; what begins so comes first, what only says so last. */
static void
test_query (void)
{
  static const char *const titles[] = { "Neu einfügen", "Einfügen", "طباعة الجدول", "試験を計画…" };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items,
                   liaison_jump_item_new ("Löschen", "Befehl · Einfügungen", "a", "a.b", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_ptr_array_add (items, liaison_jump_item_new (titles[i], "Befehl", "a", "a.b", NULL));
  assert_found (items, "einfug", "Einfügen|Neu einfügen|Löschen");
  assert_found (items, "EINFÜGEN neu", "Neu einfügen");
  assert_found (items, "الجَدول", "طباعة الجدول");
  assert_found (items, "計画", "試験を計画…");
  assert_found (items, "drucken", "");
  assert_found (items, "", "Löschen|Neu einfügen|Einfügen|طباعة الجدول|試験を計画…");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  ADD ("/commands/button", test_button);
  ADD ("/commands/gone", test_gone);
  ADD ("/commands/menu", test_menu);
  ADD ("/commands/disabled", test_disabled);
  ADD ("/commands/icon", test_icon);
  ADD ("/commands/left-out", test_left_out);
  g_test_add_func ("/commands/query", test_query);
  return g_test_run ();
}
