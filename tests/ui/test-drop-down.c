/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a searched drop-down one types at once. */
#include "config.h"

#include "display.h"
#include "shared/drop-down-search.h"

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static gboolean
is_searching (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
test_focus (void)
{
  const char *const names[] = { "Oslo", "Helsinki", NULL };
  GtkWidget *window = gtk_window_new (), *down = gtk_drop_down_new_from_strings (names);

  liaison_drop_down_set_searched (GTK_DROP_DOWN (down), TRUE);
  g_assert_true (gtk_drop_down_get_enable_search (GTK_DROP_DOWN (down)));
  gtk_window_set_child (GTK_WINDOW (window), down);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_false (is_searching (window));
  g_signal_emit_by_name (down, "activate");
  for (guint i = 0; i < 30 && !is_searching (window); i++)
    settle ();
  g_assert_true (is_searching (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Enter takes the first of what is left. */
static void
test_enter (void)
{
  const char *const names[] = { "Oslo", "Helsinki", "London", NULL };
  GtkWidget *window = gtk_window_new (), *focus;
  GtkDropDown *down =
      GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (names)),
                                        gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                     "string")));

  liaison_drop_down_set_searched (down, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (down));
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_signal_emit_by_name (down, "activate");
  for (guint i = 0; i < 30 && !is_searching (window); i++)
    settle ();
  g_assert_true (is_searching (window));
  focus = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (focus), "lon");
  g_signal_emit_by_name (focus, "activate");
  g_assert_cmpuint (gtk_drop_down_get_selected (down), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/ui/drop-down/focus", test_focus);
  g_test_add_func ("/ui/drop-down/enter", test_enter);
  return g_test_run ();
}
