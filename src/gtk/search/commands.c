/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/commands.h"

#include "inspector/inspector.h"
#include "screen.h"
#include "shared/drawn-view.h"
#include "shared/table-view.h"

#include <string.h>

struct _LiaisonCommand
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *help;
  char *keys;
  char *action; /* NULL: the button is pressed */
  GVariant *target;

  /* Borrowed */
  GtkWidget *at; /* weakly */
};

G_DEFINE_FINAL_TYPE (LiaisonCommand, liaison_command, G_TYPE_OBJECT)

static void
liaison_command_finalize (GObject *object)
{
  LiaisonCommand *self = LIAISON_COMMAND (object);

  g_clear_weak_pointer (&self->at);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->help, g_free);
  g_clear_pointer (&self->keys, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->target, g_variant_unref);

  G_OBJECT_CLASS (liaison_command_parent_class)->finalize (object);
}

static void
liaison_command_class_init (LiaisonCommandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_command_finalize;
}

static void
liaison_command_init (LiaisonCommand *self)
{
}

const char *
liaison_command_get_title (LiaisonCommand *self)
{
  return self->title;
}

const char *
liaison_command_get_help (LiaisonCommand *self)
{
  return self->help;
}

const char *
liaison_command_get_keys (LiaisonCommand *self)
{
  return self->keys;
}

void
liaison_command_run (LiaisonCommand *self)
{
  if (self->at == NULL)
    return;
  if (self->action != NULL)
    gtk_widget_activate_action_variant (self->at, self->action, self->target);
  else if (GTK_IS_MENU_BUTTON (self->at))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->at));
  else if (GTK_IS_CHECK_BUTTON (self->at))
    g_signal_emit_by_name (self->at, "activate");
  else
    g_signal_emit_by_name (self->at, "clicked");
}

/* "Undo" and "Ctrl+Z" of "Undo (Ctrl+Z)", as tooltips have it; some languages write wide brackets.
 * *@keys is NULL where there are none. */
static char *
split_keys (const char *text, char **keys)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "^(.*\\S)\\s*[(（]([^()（）]*[[:alnum:]]\\+[^()（）]+|F[0-9]+)[)）]$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  *keys = NULL;
  if (!g_regex_match (regex, text, 0, &match))
    return g_strdup (text);
  *keys = g_match_info_fetch (match, 2);
  return g_match_info_fetch (match, 1);
}

/* "Print…" of "_Print…", and of "印刷(_P)…" what is there without the letter. */
static char *
drop_mnemonic (const char *label)
{
  g_autoptr (GRegex) added = g_regex_new ("\\s*[(（]_[^()（）][)）]", 0, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (added, label, -1, 0, "", 0, NULL);
  GString *text = g_string_new (NULL);

  for (const char *at = bare; *at != '\0'; at++)
    {
      at += *at == '_' && at[1] != '\0';
      g_string_append_c (text, *at);
    }
  return g_string_free (text, FALSE);
}

/* What a tooltip says in brackets of keys that are known: "Add (Insert)". */
static void
drop_brackets (char *title)
{
  gsize length = strlen (title);
  char *opens = g_str_has_suffix (title, ")") || g_str_has_suffix (title, "）")
                    ? g_utf8_strrchr (title, (gssize) length, '(')
                    : NULL;

  if (opens == NULL && g_str_has_suffix (title, "）"))
    opens = g_utf8_strrchr (title, (gssize) length, 0xff08);
  if (opens != NULL)
    {
      *opens = '\0';
      g_strchomp (title);
    }
}

static gboolean
is_for (GtkShortcut *shortcut, const char *action, GVariant *target)
{
  GtkShortcutAction *does = gtk_shortcut_get_action (shortcut);
  GVariant *arguments = gtk_shortcut_get_arguments (shortcut);

  if (!GTK_IS_NAMED_ACTION (does)
      || strcmp (gtk_named_action_get_action_name (GTK_NAMED_ACTION (does)), action) != 0)
    return FALSE;
  return arguments == NULL || target == NULL ? arguments == target
                                             : g_variant_equal (arguments, target);
}

static char *
find_keys_of (GtkShortcutController *controller, const char *action, GVariant *target)
{
  GListModel *shortcuts = G_LIST_MODEL (controller);

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_for (shortcut, action, target))
        return gtk_shortcut_trigger_to_label (gtk_shortcut_get_trigger (shortcut),
                                              gdk_display_get_default ());
    }
  return NULL;
}

/* Those of the application. */
static char *
find_accelerator (const char *action, GVariant *target)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *detailed = g_action_print_detailed_name (action, target);
  g_auto (GStrv) keys =
      GTK_IS_APPLICATION (application)
          ? gtk_application_get_accels_for_action (GTK_APPLICATION (application), detailed)
          : NULL;
  g_autoptr (GtkShortcutTrigger) trigger =
      keys != NULL && keys[0] != NULL ? gtk_shortcut_trigger_parse_string (keys[0]) : NULL;

  return trigger != NULL ? gtk_shortcut_trigger_to_label (trigger, gdk_display_get_default ())
                         : NULL;
}

char *
liaison_command_find_keys (GtkWidget *at, const char *action, GVariant *target)
{
  char *keys = NULL;

  for (; at != NULL && keys == NULL; at = gtk_widget_get_parent (at))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (at);

      for (guint i = 0; keys == NULL && i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_SHORTCUT_CONTROLLER (controller))
            keys = find_keys_of (GTK_SHORTCUT_CONTROLLER (controller), action, target);
        }
    }
  return keys != NULL ? keys : find_accelerator (action, target);
}

/* Only a widget that stands for an action is told whether that can be done. */
static gboolean
can_do (GtkWidget *at, const char *action, GVariant *target)
{
  GtkWidget *probe = g_object_ref_sink (gtk_button_new ());
  gboolean can;

  gtk_widget_set_parent (probe, at);
  if (target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), action);
  can = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);
  g_object_unref (probe);
  return can;
}

static LiaisonCommand *
command_new (GtkWidget *at, const char *label, gboolean has_mnemonic)
{
  LiaisonCommand *self = g_object_new (LIAISON_TYPE_COMMAND, NULL);
  g_autofree char *bare = has_mnemonic ? drop_mnemonic (label) : g_strdup (label);

  g_set_weak_pointer (&self->at, at);
  self->title = split_keys (bare, &self->keys);
  return self;
}

LiaisonCommand *
liaison_command_new (GtkWidget *at, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;
  LiaisonCommand *self;
  char *keys;

  if (!can_do (at, action, sunk))
    return NULL;
  self = command_new (at, label, TRUE);
  self->action = g_strdup (action);
  self->target = g_steal_pointer (&sunk);
  keys = liaison_command_find_keys (at, action, self->target);
  if (keys != NULL)
    {
      g_free (self->keys);
      self->keys = keys;
    }
  return self;
}

static gboolean
do_the_same (LiaisonCommand *a, LiaisonCommand *b)
{
  if (a->action == NULL || b->action == NULL)
    return a->action == b->action && a->at == b->at;
  if (strcmp (a->action, b->action) != 0
      || (a->target == NULL || b->target == NULL ? a->target != b->target
                                                 : !g_variant_equal (a->target, b->target)))
    return FALSE;
  /* Of two tables that stand together each has its own. */
  return a->at == b->at || strcmp (a->title, b->title) == 0;
}

void
liaison_commands_append (GPtrArray *commands, LiaisonCommand *command)
{
  g_autoptr (LiaisonCommand) taken = command;

  for (guint i = 0; command != NULL && i < commands->len; i++)
    if (do_the_same (commands->pdata[i], command))
      return;
  if (command != NULL && *command->title != '\0')
    g_ptr_array_add (commands, g_steal_pointer (&taken));
}

static void collect_menu (GtkWidget *at, GMenuModel *menu, const char *within, GPtrArray *commands);

static void
collect_item (GtkWidget *at, GMenuModel *menu, int i, const char *within, GPtrArray *commands)
{
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
  g_autofree char *label = NULL, *action = NULL, *whole = NULL;
  g_autoptr (GVariant) target =
      g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);

  g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  if (section != NULL)
    collect_menu (at, section, within, commands);
  if (label == NULL)
    return;
  whole = within != NULL ? g_strjoin (liaison_screen_separator (), within, label, NULL)
                         : g_strdup (label);
  if (submenu != NULL)
    collect_menu (at, submenu, whole, commands);
  else if (action != NULL)
    liaison_commands_append (commands, liaison_command_new (at, whole, action, target));
}

static void
collect_menu (GtkWidget *at, GMenuModel *menu, const char *within, GPtrArray *commands)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    collect_item (at, menu, i, within, commands);
}

/* Its help is what its tooltip says, unless that is its name. */
static void
append_pressed (GtkWidget *button, const char *label, gboolean has_mnemonic, GPtrArray *commands)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  const char *action =
      GTK_IS_ACTIONABLE (button) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) : NULL;
  const char *title = label != NULL && *label != '\0' ? label : tooltip;
  LiaisonCommand *command;

  if (title == NULL || !gtk_widget_is_sensitive (button))
    return;
  if (action != NULL)
    command = liaison_command_new (
        button, title, action, gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)));
  else
    command = command_new (button, title, has_mnemonic && title == label);
  if (command != NULL && title == tooltip && command->keys != NULL)
    drop_brackets (command->title);
  if (command != NULL && tooltip != NULL && title != tooltip)
    {
      g_autofree char *keys = NULL;

      command->help = split_keys (tooltip, &keys);
      if (command->keys == NULL)
        command->keys = g_steal_pointer (&keys);
    }
  liaison_commands_append (commands, command);
}

/* The view that is shown already is nothing to go to. */
static gboolean
is_pressed_choice (GtkWidget *button)
{
  return GTK_IS_TOGGLE_BUTTON (button) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

static void
collect_menu_button (GtkMenuButton *button, GPtrArray *commands)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (button);

  if (!gtk_widget_is_sensitive (GTK_WIDGET (button)))
    return;
  if (menu != NULL)
    collect_menu (GTK_WIDGET (button), menu, NULL, commands);
  else
    append_pressed (GTK_WIDGET (button), gtk_menu_button_get_label (button),
                    gtk_menu_button_get_use_underline (button), commands);
}

/* TRUE: what is within @widget is no command of its own. */
static gboolean
collect_widget (GtkWidget *widget, GPtrArray *commands)
{
  if (GTK_IS_MENU_BUTTON (widget))
    collect_menu_button (GTK_MENU_BUTTON (widget), commands);
  else if (GTK_IS_CHECK_BUTTON (widget))
    append_pressed (widget, gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)),
                    gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)), commands);
  else if (GTK_IS_BUTTON (widget))
    {
      if (!is_pressed_choice (widget))
        append_pressed (widget, gtk_button_get_label (GTK_BUTTON (widget)),
                        gtk_button_get_use_underline (GTK_BUTTON (widget)), commands);
    }
  else if (LIAISON_IS_DRAWN_VIEW (widget))
    {
      g_autoptr (GMenuModel) menu = liaison_drawn_view_dup_menu (LIAISON_DRAWN_VIEW (widget));
      collect_menu (widget, menu, NULL, commands);
    }
  else
    return GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_TEXT_VIEW (widget)
           || GTK_IS_LIST_BOX (widget) || GTK_IS_FLOW_BOX (widget) || GTK_IS_LIST_BASE (widget)
           || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_POPOVER (widget)
           || GTK_IS_WINDOW_CONTROLS (widget) || LIAISON_IS_INSPECTOR (widget);
  return TRUE;
}

void
liaison_commands_collect (GtkWidget *inside, GtkWidget *except, GPtrArray *commands)
{
  if (inside == except || !gtk_widget_get_visible (inside) || !gtk_widget_get_child_visible (inside)
      || collect_widget (inside, commands))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    liaison_commands_collect (child, except, commands);
  if (LIAISON_IS_TABLE_VIEW (inside))
    collect_menu (inside, liaison_table_view_get_menu (LIAISON_TABLE_VIEW (inside)), NULL,
                  commands);
}
