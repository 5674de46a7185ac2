/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in a plan that is read only: a copy for an audience, a file of a newer version.
 */
#include "config.h"

#include "table-fixture.h"

#include "area.h"
#include "search/commands.h"
#include "store/plan.h"
#include "window.h"

#include <adwaita.h>

/* The next button that chooses a view and was not pressed yet. */
static GtkWidget *
find_view_button (GtkWidget *inside, GHashTable *pressed)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_child_visible (child) || GTK_IS_MENU_BUTTON (child))
        continue;
      found = GTK_IS_TOGGLE_BUTTON (child) ? (g_hash_table_add (pressed, child) ? child : NULL)
                                           : find_view_button (child, pressed);
    }
  return found;
}

static void
look (GtkWidget *area, GHashTable *offered)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func (g_object_unref);

  liaison_commands_collect (area, NULL, commands);
  for (guint i = 0; i < commands->len; i++)
    g_hash_table_add (offered, g_strdup (liaison_command_get_title (commands->pdata[i])));
}

/* All views of the area, one after the other. */
static void
look_through (LiaisonSession *session, const LiaisonArea *area, GHashTable *offered)
{
  g_autoptr (GHashTable) pressed = g_hash_table_new (NULL, NULL);
  GtkWidget *window = gtk_window_new (), *widget = area->create (session), *button;

  gtk_window_set_child (GTK_WINDOW (window), widget);
  look (widget, offered);
  while ((button = find_view_button (widget, pressed)) != NULL)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      look (widget, offered);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What looks, moves about, prints, copies and exports. A command that changes the plan does not
 * belong here: it is off while the plan is read only. */
static const char *const harmless[] = {
  "Accepted",
  "After-Action Report…",
  "Agenda",
  "All Agreements",
  "All Circuits",
  "All in one list, by time",
  "As PDF…",
  "As Text for Spreadsheets…",
  "As Workbook…",
  "Assessments",
  "Balance",
  "Battle rhythm",
  "Board",
  "By Day",
  "Calendar",
  "Cards",
  "Case studies",
  "Channels",
  "Checklists",
  "Choose a day: Go to date",
  "Clear Filters",
  "Columns",
  "Copy",
  "Copy as Picture",
  "Copy as Table",
  "Copy as a picture",
  "Copy as a table",
  "Coverage",
  "Day",
  "Density",
  "Empty rows",
  "Execution",
  "Export…",
  "Filters",
  "Findings",
  "Gaps only",
  "Glossary",
  "Groups",
  "Hand Receipts…",
  "How levels are worked out",
  "Issues",
  "Keys of this sheet",
  "Languages",
  "Levels",
  "Life cycle",
  "Limits",
  "MEL/MIL",
  "Manning",
  "Matrix",
  "Month",
  "More about cards",
  "Movements",
  "Nations",
  "Nets",
  "Next (Page Down)",
  "Now (N)",
  "Objectives",
  "Observances",
  "Observations",
  "Only what players see",
  "People by Day",
  "Phrase Sheet…",
  "Positions",
  "Posts",
  "Previous (Page Up)",
  "Print All Cards…",
  "Print All Phrase Sheets…",
  "Print Hand Receipts…",
  "Print Ranks Side by Side…",
  "Print Sheet…",
  "Print This Card…",
  "Print the Order of Flags…",
  "Print…",
  "Process",
  "Products",
  "Protocol",
  "Release register",
  "Requests",
  "Requirements",
  "Results",
  "Room Card of an Event…",
  "Round",
  "Rules",
  "STARTEX",
  "Save All Packs in a Folder…",
  "Save Picture…",
  "Save as PDF",
  "See as They Do",
  "Select All",
  "Select What Follows",
  "Select What Triggers It",
  "Show Details",
  "Sites",
  "Table",
  "Tests",
  "The day after",
  "The day before",
  "The next day with checks",
  "Time zone of the calendar",
  "Time zones of the rulers",
  "Timeline",
  "Today",
  "Trend",
  "Versions of the Plan…",
  "Week",
  "What Is Withheld…",
  "What the timeline shows",
  "Who Sees What",
  "Who has what",
  "Who speaks for whom",
  "Who speaks where",
  "Whole Plan (F)",
  "Withheld",
  "Withheld Only",
  "Working week",
  "Write Copy…",
  "Zoom In (+)",
  "Zoom Out (−)",
};

static void
test_areas (void)
{
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan =
      liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, &error);
  g_autoptr (LiaisonSession) session = NULL;
  g_autoptr (GHashTable) offered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const LiaisonArea *areas = liaison_areas_get (&n);

  g_assert_no_error (error);
  session = liaison_session_new (plan, NULL);
  liaison_editor_set_read_only (liaison_session_get_editor (session), TRUE);
  for (guint i = 0; i < n; i++)
    look_through (session, &areas[i], offered);
  g_assert_cmpuint (g_hash_table_size (offered), >, 20);
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    g_hash_table_remove (offered, harmless[i]);
  {
    g_autofree gpointer *titles = g_hash_table_get_keys_as_array (offered, NULL);
    g_autofree char *left = g_strjoinv ("|", (char **) titles);

    g_assert_cmpstr (left, ==, "");
  }
}

/* A dialog over one window holds that one alone: its group is its own. */
static void
test_windows (void)
{
  GtkWindow *one = GTK_WINDOW (liaison_window_new (NULL)),
            *two = GTK_WINDOW (liaison_window_new (NULL));

  g_assert_true (gtk_window_has_group (one));
  g_assert_true (gtk_window_get_group (one) != gtk_window_get_group (two));
  gtk_window_destroy (one);
  gtk_window_destroy (two);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/read-only/areas", test_areas);
  g_test_add_func ("/read-only/windows", test_windows);
  return g_test_run ();
}
