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

int
main (int argc, char **argv)
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/ui/drop-down/focus", test_focus);
  return g_test_run ();
}
