/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manner-plan.h"

#include "words/manner-own.h"

#include <string.h>

static const char exercise_json[] =
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870001','columns':["
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870011','key':'t','label':{'en':'Note','fr':'Remarque'},"
    "'table':'events','type':'text','players':true,'shown':true,'order':'c'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870012','key':'tt','table':'events','type':"
    "'translated-text'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870013','key':'n','table':'events','type':'number',"
    "'order':'b'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870014','key':'yn','table':'events','type':'yes-no'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870015','key':'c','table':'events','type':'choice',"
    "'choices':'paper\\nactors\\n\\npaper\\nactors and effects'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870016','key':'d','table':'events','type':'date'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870017','key':'i','table':'events','type':'time'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870018','key':'l','table':'events','type':'duration'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870019','key':'na','table':'events','type':'nation'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff87001a','key':'other','table':'injects','type':'text'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff87001b','key':'t','table':'events','type':'number'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff87001c','table':'events','type':'number'},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff87001d','key':'untyped','table':'events'}]}";

static const LiaisonOwnColumn *
find_column (const GPtrArray *columns, const char *key)
{
  for (guint i = 0; i < columns->len; i++)
    if (strcmp (((const LiaisonOwnColumn *) columns->pdata[i])->key, key) == 0)
      return columns->pdata[i];
  g_assert_not_reached ();
}

/* Ordered as people have ordered them, each key once, of this table only, whole ones only. */
static void
test_list (Plan *plan, gconstpointer data)
{
  g_autoptr (LiaisonBlock) exercise = plan_read_block (&liaison_exercise_kind.shape, exercise_json);
  g_autoptr (GPtrArray) columns = liaison_own_columns_list (exercise, &liaison_event_kind, "fr");
  g_autoptr (GPtrArray) again = liaison_own_columns_list (exercise, &liaison_event_kind, "fr");
  g_autoptr (GPtrArray) english = liaison_own_columns_list (exercise, &liaison_event_kind, "en");
  g_autoptr (GPtrArray) none = liaison_own_columns_list (exercise, &liaison_site_kind, "en");
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const LiaisonOwnColumn *column = columns->pdata[i];
      g_string_append_printf (keys, "%s ", column->key);
      g_assert_true (again->pdata[i] == column);
      g_assert_true (liaison_own_column_of (&column->field) == column);
    }
  g_assert_cmpstr (keys->str, ==, "n t tt yn c d i l na ");
  g_assert_cmpstr (find_column (columns, "t")->field.label, ==, "Remarque");
  g_assert_cmpstr (find_column (english, "t")->field.label, ==, "Note");
  g_assert_cmpstr (find_column (english, "n")->field.label, ==, "n");
  g_assert_true (find_column (english, "t")->field.flags == LIAISON_FIELD_DEFAULT);
  g_assert_true (find_column (english, "n")->field.flags == LIAISON_FIELD_CONTROL);
  g_assert_cmpuint (find_column (english, "c")->field.choices->n, ==, 4);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (liaison_own_column_of (&liaison_event_kind.shape.fields[0]));
  g_assert_true (liaison_own_columns_has (&liaison_inject_kind, NULL));
  g_assert_false (liaison_own_columns_has (&liaison_site_kind, NULL));
}

/* What is typed, what is kept of it, what is told of that; NULL: refused. */
static const struct
{
  const char *key, *typed, *kept, *told;
} values[] = {
  { "t", "R&D <b>", "R&D <b>", "R&D <b>" },
  { "n", "1,250", "1250", "1,250" },
  { "n", "-3", "-3", "-3" },
  { "n", "many", NULL, NULL },
  { "n", "3.5", NULL, NULL },
  { "yn", "yes", "true", "Yes" },
  { "yn", "n", "false", "No" },
  { "yn", "perhaps", NULL, NULL },
  { "c", "ACTORS AND", "actors and effects", "actors and effects" },
  { "c", "actors", "actors", "actors" },
  { "c", "robots", NULL, NULL },
  { "d", "14 May 2027", "2027-05-14", NULL },
  { "d", "30 February 2027", NULL, NULL },
  { "i", "141300ZMAY27", "2027-05-14T13:00Z", "141300ZMAY27" },
  { "i", "STARTEX+2d", "STARTEX+2d", NULL },
  { "i", "start(EV-12)", NULL, NULL },
  { "l", "1h30", "PT1H30M", NULL },
  { "l", "soon", NULL, NULL },
  { "na", "France", "FR", "France" },
  { "na", "Atlantis", NULL, NULL },
};

static void
test_values (Plan *plan, gconstpointer data)
{
  g_autoptr (LiaisonBlock) exercise = plan_read_block (&liaison_exercise_kind.shape, exercise_json);
  g_autoptr (GPtrArray) columns = liaison_own_columns_list (exercise, &liaison_event_kind, "en");
  const LiaisonItems *items;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const LiaisonOwnColumn *column = find_column (columns, values[i].key);
      g_autoptr (LiaisonBlock) event =
          plan_read_block (&liaison_event_kind.shape, "{'id':'#0099','title':{'en':'Talk'}}");
      g_autoptr (LiaisonBlock) filled = NULL;
      g_autoptr (LiaisonBlock) emptied = NULL;
      g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
      g_auto (LiaisonValue) nothing = LIAISON_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *told = NULL;
      LiaisonSlot slot;
      gboolean read = liaison_manner_read_own (&plan->manner, plan->snapshot, column, event,
                                               values[i].typed, &slot, &value, &error);

      g_test_message ("%s %s", values[i].key, values[i].typed);
      g_assert_cmpint (read, ==, values[i].kept != NULL);
      if (!read)
        {
          g_assert_nonnull (error);
          continue;
        }
      filled = liaison_block_with_slot (event, &slot, &value);
      items = LIAISON_DATA (Event, filled)->values;
      g_assert_cmpuint (liaison_items_get_size (items), ==, 1);
      g_assert_cmpstr (LIAISON_DATA (ColumnValue, liaison_items_get (items, 0))->value, ==,
                       values[i].kept);
      /* Two planners who fill one column of one record meet in one slot. */
      g_assert_true (liaison_id_same (liaison_items_get (items, 0)->id, column->id));
      told = liaison_manner_tell_own (&plan->manner, column, filled);
      if (values[i].told != NULL)
        g_assert_cmpstr (told, ==, values[i].told);
      g_assert_true (liaison_manner_read_own (&plan->manner, plan->snapshot, column, filled, "",
                                              &slot, &nothing, NULL));
      emptied = liaison_block_with_slot (filled, &slot, &nothing);
      g_assert_true (liaison_block_equal (emptied, event));
    }
}

static void
test_texts (Plan *plan, gconstpointer data)
{
  g_autoptr (LiaisonBlock) exercise = plan_read_block (&liaison_exercise_kind.shape, exercise_json);
  g_autoptr (GPtrArray) columns = liaison_own_columns_list (exercise, &liaison_event_kind, "en");
  const LiaisonOwnColumn *column = find_column (columns, "tt");
  g_autoptr (LiaisonBlock) event = plan_read_block (&liaison_event_kind.shape, "{'id':'#0099'}");
  const char *languages[] = { "en", "fr" }, *strings[] = { "Boat", "Bateau" };
  g_autofree char *told = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
      LiaisonBlock *filled;
      LiaisonSlot slot;

      liaison_own_column_put_text (column, event, languages[i], strings[i], &slot, &value);
      filled = liaison_block_with_slot (event, &slot, &value);
      liaison_block_unref (event);
      event = filled;
    }
  told = liaison_manner_tell_own (&plan->manner, column, event);
  g_assert_cmpstr (told, ==, "Boat");
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Event, event)->values), ==, 1);
  plan_speak (plan, "fr");
  g_free (told);
  told = liaison_manner_tell_own (&plan->manner, column, event);
  g_assert_cmpstr (told, ==, "Bateau");
}

/* What somebody wrote before the column had its type is told, never lost, and sorts last. */
static void
test_foreign (Plan *plan, gconstpointer data)
{
  g_autoptr (LiaisonBlock) exercise = plan_read_block (&liaison_exercise_kind.shape, exercise_json);
  g_autoptr (GPtrArray) columns = liaison_own_columns_list (exercise, &liaison_event_kind, "en");
  const LiaisonOwnColumn *column = find_column (columns, "n");
  g_autoptr (LiaisonBlock) event =
      plan_read_block (&liaison_event_kind.shape,
                       "{'id':'#0099','values':[{'id':'#0098','column':'n','value':'about ten'}]}");
  g_autoptr (LiaisonBlock) ten =
      plan_read_block (&liaison_event_kind.shape,
                       "{'id':'#0097','values':[{'id':'#0098','column':'n','value':'10'}]}");
  g_autofree char *told = liaison_manner_tell_own (&plan->manner, column, event);
  g_autofree char *key = liaison_manner_get_own_sort_key (&plan->manner, column, event);
  g_autofree char *ten_key = liaison_manner_get_own_sort_key (&plan->manner, column, ten);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (LiaisonBlock) filled = NULL;
  LiaisonSlot slot;

  g_assert_cmpstr (told, ==, "about ten");
  g_assert_cmpint (strcmp (ten_key, key), <, 0);
  /* A new value takes the place of the old one. */
  g_assert_true (liaison_manner_read_own (&plan->manner, plan->snapshot, column, event, "12", &slot,
                                          &value, NULL));
  filled = liaison_block_with_slot (event, &slot, &value);
  g_assert_cmpuint (liaison_items_get_size (LIAISON_DATA (Event, filled)->values), ==, 1);
  g_free (told);
  told = liaison_manner_tell_own (&plan->manner, column, filled);
  g_assert_cmpstr (told, ==, "12");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/own-columns/" path, Plan, NULL, plan_set_up, test, plan_tear_down)
  ADD ("list", test_list);
  ADD ("values", test_values);
  ADD ("texts", test_texts);
  ADD ("foreign", test_foreign);
  return g_test_run ();
}
