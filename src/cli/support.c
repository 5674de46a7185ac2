/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "drawn-output.h"
#include "grid.h"

#include "arrangements/support-days.h"
#include "draw/day-chart-fill.h"
#include "exchange/listing-marking.h"
#include "record/duration.h"
#include "record/kinds/site.h"
#include "words/dates.h"

#include <string.h>

static char *
tell_number (const LiaisonManner *manner, gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static gint64
find_most (const LiaisonSupportDays *days, const gint64 *values)
{
  gint64 most = 0;

  for (guint i = 0; i < days->n_days; i++)
    most = MAX (most, values[i]);
  return most;
}

/* What is asked for at most and what there is, pool by pool: GPtrArray of GStrv, heads first. */
static GPtrArray *
make_summary (const LiaisonSupportDays *days, const GPtrArray *pools, const LiaisonManner *manner)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const heads[] = { N_ ("Support"), N_ ("Most asked"), N_ ("Available"),
                                /* Translators: Days on which more is asked for than there is */
                                N_ ("Days short"), N_ ("Worst day") };
  char **row = g_new0 (char *, G_N_ELEMENTS (heads) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    row[i] = g_strdup (_ (heads[i]));
  g_ptr_array_add (rows, row);
  for (guint i = 0; i < pools->len; i++)
    {
      const LiaisonSupportPool *pool = pools->pdata[i];

      row = g_new0 (char *, G_N_ELEMENTS (heads) + 1);
      row[0] = liaison_support_pool_tell (pool, manner);
      row[1] = tell_number (manner, find_most (days, pool->asked));
      row[2] = pool->known ? tell_number (manner, find_most (days, pool->available)) : g_strdup ("");
      row[3] = pool->n_short > 0 ? tell_number (manner, pool->n_short) : g_strdup ("");
      row[4] = liaison_words_format_day (manner->words, pool->worst, LIAISON_DATE_MEDIUM);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
print_pools (const LiaisonSupportDays *days, const GPtrArray *pools, const LiaisonManner *manner)
{
  g_autoptr (GPtrArray) rows = make_summary (days, pools, manner);
  g_autoptr (LiaisonGrid) grid = liaison_grid_new_for_rows (rows);

  liaison_grid_set_role (grid, 0, LIAISON_GRID_NAME);
  for (guint i = 1; i < 4; i++)
    liaison_grid_set_role (grid, i, LIAISON_GRID_NUMBER);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

/* The summary and, nation by nation, the days of each pool. */
static gboolean
save_pools (const LiaisonSupportDays *days,
            const GPtrArray *pools,
            const LiaisonManner *manner,
            const LiaisonSnapshot *snapshot,
            const LiaisonDrawnTarget *target)
{
  g_autoptr (GPtrArray) listings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_listing_unref);
  g_autoptr (GPtrArray) rows = make_summary (days, pools, manner);
  LiaisonDrawnOutput output = { NULL, N_ ("Support day by day"), manner, snapshot };

  g_ptr_array_add (listings, liaison_listing_new_for_rows (manner, _ (output.title), rows));
  for (guint i = 0; i < pools->len; i++)
    {
      g_autoptr (LiaisonDayChart) chart = liaison_day_chart_new ();
      g_autofree char *name = liaison_support_pool_tell (pools->pdata[i], manner);
      liaison_day_chart_fill_support (chart, days, pools->pdata[i], manner);
      g_autoptr (GPtrArray) table = liaison_day_chart_make_table (chart, manner);
      g_ptr_array_add (listings, liaison_listing_new_for_rows (manner, name, table));
    }
  for (guint i = 0; i < listings->len; i++)
    {
      LiaisonListing *listing = listings->pdata[i];
      listing->exercise = liaison_manner_tell_block_name (manner, liaison_snapshot_get_exercise (snapshot));
      listing->marking = liaison_listing_tell_drawn_marking (manner, snapshot);
    }
  output.listings = (LiaisonListing *const *) listings->pdata;
  output.n_listings = listings->len;
  return liaison_drawn_output_save (&output, target);
}

static void
print_days (const LiaisonSupportDays *days,
            const LiaisonSupportPool *pool,
            const LiaisonManner *manner)
{
  g_autoptr (LiaisonDayChart) chart = liaison_day_chart_new ();
  g_autoptr (GPtrArray) table = NULL;
  g_autoptr (LiaisonGrid) grid = NULL;
  g_autofree char *name = liaison_support_pool_tell (pool, manner);

  liaison_day_chart_fill_support (chart, days, pool, manner);
  table = liaison_day_chart_make_table (chart, manner);
  grid = liaison_grid_new_for_rows (table);
  liaison_grid_set_role (grid, 0, LIAISON_GRID_WHOLE);
  for (guint i = 1; i < g_strv_length (table->pdata[0]); i++)
    liaison_grid_set_role (grid, i, LIAISON_GRID_NUMBER);
  liaison_output_print_line (name);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
write_days (LiaisonJsonWriter *writer, const LiaisonSupportDays *days, const LiaisonSupportPool *pool)
{
  liaison_json_writer_name (writer, "days");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < days->n_days; i++)
    {
      char date[LIAISON_DATE_TEXT_SIZE];

      if (pool->asked[i] == 0)
        continue;
      liaison_date_format (days->first + (gint32) i, date);
      liaison_json_writer_begin_object (writer);
      liaison_command_write_member (writer, "day", date);
      liaison_json_writer_name (writer, "asked");
      liaison_json_writer_integer (writer, pool->asked[i]);
      if (pool->known)
        {
          liaison_json_writer_name (writer, "available");
          liaison_json_writer_integer (writer, pool->available[i]);
        }
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
}

static int
write_pools (const LiaisonSupportDays *days, const GPtrArray *pools, const LiaisonManner *manner, int status)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "pools");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < pools->len; i++)
    {
      const LiaisonSupportPool *pool = pools->pdata[i];
      g_autofree char *name = liaison_support_pool_tell (pool, manner);
      char id[LIAISON_ID_TEXT_SIZE] = "";

      if (pool->site != NULL)
        liaison_id_format (pool->site->id, id);
      liaison_json_writer_begin_object (writer);
      liaison_command_write_member (writer, "class", liaison_support_classes.choices[pool->class].nick);
      liaison_command_write_member (writer, "site", pool->site != NULL ? id : NULL);
      liaison_command_write_member (writer, "name", name);
      liaison_json_writer_name (writer, "days-short");
      liaison_json_writer_integer (writer, pool->n_short);
      write_days (writer, days, pool);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, status);
}

static gboolean
is_wanted (const LiaisonSupportPool *pool, guint class, const char *site)
{
  const char *code = pool->site != NULL ? LIAISON_DATA (Site, pool->site)->code : NULL;

  return (class == 0 || (guint) pool->class == class)
         && (site == NULL || (code != NULL && g_ascii_strcasecmp (code, site) == 0));
}

static int
work (LiaisonPlan *plan, guint class, const char *site, const LiaisonDrawnTarget *target)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (LiaisonSupportDays) days = liaison_support_days_new (snapshot);
  g_autoptr (GPtrArray) pools = g_ptr_array_new ();
  int status = LIAISON_EXIT_DONE;

  for (guint i = 0; i < days->pools->len; i++)
    if (is_wanted (days->pools->pdata[i], class, site))
      {
        g_ptr_array_add (pools, days->pools->pdata[i]);
        if (((LiaisonSupportPool *) days->pools->pdata[i])->n_short > 0)
          status = LIAISON_EXIT_FOUND;
      }
  if (liaison_drawn_target_is_set (target))
    {
      g_autoptr (LiaisonDayChart) chart = liaison_day_chart_new ();
      const LiaisonDrawnOutput output = { LIAISON_DRAWING (chart), N_ ("Support day by day"),
                                          &manner, snapshot };

      if (pools->len != 1 && liaison_drawn_target_is_picture (target))
        return liaison_command_usage (
            &liaison_verb_support, _ ("a chart is of one class and site: say which with --class and --site"));
      if (pools->len != 1)
        return save_pools (days, pools, &manner, snapshot, target) ? status : LIAISON_EXIT_FAILED;
      liaison_day_chart_fill_support (chart, days, pools->pdata[0], &manner);
      return liaison_drawn_output_save (&output, target) ? status : LIAISON_EXIT_FAILED;
    }
  if (liaison_command_wants_json ())
    return write_pools (days, pools, &manner, status);
  if (pools->len == 1)
    print_days (days, pools->pdata[0], &manner);
  else
    print_pools (days, pools, &manner);
  return status;
}

static int
run (int argc, char *argv[])
{
  g_autofree char *class = NULL, *site = NULL, *small = NULL;
  g_auto (LiaisonDrawnTarget) target = { 0 };
  guint chosen = 0;
  const GOptionEntry entries[] = {
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class,
      N_ ("Only this class, such as accommodation, rations or fuel"), N_ ("CLASS") },
    { "site", 's', 0, G_OPTION_ARG_STRING, &site, N_ ("Only what is asked of the site with this code"),
      N_ ("CODE") },
    LIAISON_DRAWN_TARGET_ENTRIES (target),
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_support, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2)
    return liaison_command_usage (&liaison_verb_support, _ ("say which plan"));
  if (class != NULL)
    {
      small = g_ascii_strdown (class, -1);
      chosen = liaison_choices_find (&liaison_support_classes, small, strlen (small));
      if (chosen == 0)
        return liaison_command_usage (&liaison_verb_support, _ ("there is no such class of support"));
    }
  if (!liaison_drawn_target_check (&target, &liaison_verb_support))
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  return plan != NULL ? work (plan, chosen, site, &target) : LIAISON_EXIT_FAILED;
}

const LiaisonVerb liaison_verb_support = {
  "support",
  N_ ("PLAN [--class CLASS] [--site CODE] [--format FORMAT] [-o FILE]"),
  N_ ("Show what support is asked for against what can be given, day by day"),
  run,
  N_ ("Each class is counted at each site that gives it. Where --class and --site leave one, its days are "
      "shown nation by nation, or written as a table or a chart; else what is written is the summary and, but for csv and tsv, the "
      "days of each.\n\nThe status is 1 where more is asked for than there is on any day."),
};
