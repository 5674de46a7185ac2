/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New plans from templates: ids of their own, times around the new STARTEX. */
#include "config.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/kinds/group.h"
#include "record/kinds/nation.h"
#include "record/times.h"
#include "record/zone.h"
#include "store/template.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1790000000000)

static const LiaisonTemplateWishes oslo = {
  .language = "fr",
  .name = "Exercice « Élan »",
  .year = 2027,
  .month = 10,
  .day = 25,
  .zone = "Europe/Oslo",
  .host = "NO",
  .host_name = "Norvège",
};

static LiaisonPlan *
make (const LiaisonTemplate *template, const LiaisonTemplateWishes *wishes)
{
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_template_make_plan (template, wishes, NOW, &error);

  g_assert_no_error (error);
  return plan;
}

static char *
write_plan (LiaisonDocument *document)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_true (liaison_plan_write (snapshot, NULL, stream, NULL, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

/* All UUIDs that stand anywhere in a text. */
static GHashTable *
gather_ids (const char *text)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) regex =
      g_regex_new ("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_add (ids, g_match_info_fetch (match, 0));
  return ids;
}

static void
assert_disjoint (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;

  g_assert_cmpuint (g_hash_table_size (a), >, 10);
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (b, id))
      g_error ("the id %s is in both", (char *) id);
}

typedef struct
{
  const LiaisonSnapshot *plan;
  guint alive, dead; /* references that lead to a record, and those that lead nowhere */
} Count;

static void
count_cb (LiaisonId target, guint field, const LiaisonBlock *item, gpointer data)
{
  Count *count = data;

  if (liaison_id_is_code (target))
    return;
  if (liaison_snapshot_find (count->plan, target) != NULL)
    count->alive++;
  else
    count->dead++;
}

/* Baselines, accepted findings and conflicts stay behind. */
static gboolean
is_kept (int kind)
{
  return kind != LIAISON_KIND_BASELINE && kind != LIAISON_KIND_ACCEPTED_FINDING
         && kind != LIAISON_KIND_CONFLICT;
}

static Count
count_references (LiaisonDocument *document)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  Count count = { snapshot };

  for (int kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);
      for (guint i = 0; i < n && is_kept (kind); i++)
        liaison_block_foreach_reference (blocks[i], LIAISON_REFERENCES_ALL, count_cb, &count);
    }
  return count;
}

static gint64
resolve_start (LiaisonPlan *plan, const LiaisonBlock *block)
{
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  gint64 seconds = 0;

  g_assert_cmpint (liaison_times_get_start (&lookup, block, &seconds), ==, LIAISON_TIME_KNOWN);
  return seconds;
}

/* The event whose English title this is. */
static const LiaisonBlock *
find_event (LiaisonPlan *plan, const char *title)
{
  LiaisonTable *table = liaison_document_get_table (plan->document, LIAISON_KIND_EVENT);

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));
      if (g_strcmp0 (liaison_block_get_title (block, "en"), title) == 0)
        return block;
    }
  g_error ("there is no event “%s”", title);
}

static const LiaisonExerciseData *
get_exercise (LiaisonPlan *plan)
{
  LiaisonRecord *record = liaison_document_get_exercise (plan->document);
  return LIAISON_DATA (Exercise, liaison_record_get_block (record));
}

static void
assert_instant (const LiaisonInstant *instant, const char *expected)
{
  char text[LIAISON_INSTANT_TEXT_SIZE];

  liaison_instant_format (instant, text);
  g_assert_cmpstr (text, ==, expected);
}

/* The files */

static void
test_ours_are_canonical (void)
{
  g_autoptr (GPtrArray) all = liaison_template_list ();

  g_assert_cmpuint (all->len, ==, 5);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *file =
          g_strconcat (liaison_template_get_name (all->pdata[i]), ".liaison", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("LIAISON_TEST_TEMPLATES"), file, NULL);
      g_autoptr (LiaisonPlan) plan = liaison_plan_load (path, NULL, NULL, NULL, &error);
      g_autofree char *found = NULL;
      g_assert_no_error (error);
      g_autofree char *canonical = write_plan (plan->document);

      g_assert_true (g_file_get_contents (path, &found, NULL, &error));
      g_assert_cmpstr (canonical, ==, found);
      for (int kind = 0; kind < LIAISON_N_KINDS; kind++)
        {
          LiaisonTable *table = liaison_document_get_table (plan->document, kind);
          for (guint j = 0; j < liaison_table_get_size (table); j++)
            g_assert_null (liaison_block_get_unknown (liaison_record_get_block (liaison_table_get (table, j))));
        }
    }
}

static void
test_ours_speak_five_languages (void)
{
  static const char *const languages[] = { "en", "fr", "ar", "de", "ja" };
  g_autoptr (GPtrArray) all = liaison_template_list ();

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (LiaisonPlan) plan = make (all->pdata[i], &oslo);

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          const char *title = liaison_template_get_title (all->pdata[i], languages[j]);
          g_assert_nonnull (liaison_template_get_summary (all->pdata[i], languages[j]));
          if (j > 0)
            g_assert_cmpstr (title, !=, liaison_template_get_title (all->pdata[i], "en"));
        }
      for (int kind = 1; kind < LIAISON_N_KINDS; kind++)
        {
          LiaisonTable *table = liaison_document_get_table (plan->document, kind);
          for (guint j = 0; kind != LIAISON_KIND_NATION && j < liaison_table_get_size (table); j++)
            {
              const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, j));
              const LiaisonField *field =
                  liaison_shape_find_flagged (block->shape, LIAISON_FIELD_TITLE);
              const LiaisonText *text = *(LiaisonText **) LIAISON_BLOCK_AT (block, field);
              g_assert_cmpuint (liaison_text_get_size (text), ==, G_N_ELEMENTS (languages));
            }
        }
    }
}

/* The ids */

static void
check_ids_of (const LiaisonTemplate *template, const char *path)
{
  g_autoptr (LiaisonPlan) old = liaison_plan_load (path, NULL, NULL, NULL, NULL);
  g_autoptr (LiaisonPlan) one = make (template, &oslo), two = make (template, &oslo);
  g_autofree char *old_text = write_plan (old->document);
  g_autofree char *one_text = write_plan (one->document), *two_text = write_plan (two->document);
  g_autoptr (GHashTable) old_ids = gather_ids (old_text);
  g_autoptr (GHashTable) one_ids = gather_ids (one_text), two_ids = gather_ids (two_text);

  assert_disjoint (old_ids, one_ids);
  assert_disjoint (one_ids, two_ids);
  g_assert_cmpuint (g_hash_table_size (one_ids), ==, g_hash_table_size (two_ids));
  g_assert_null (liaison_trail_freeze (one->trail));
}

static void
test_no_id_is_shared (void)
{
  g_autoptr (GPtrArray) all = liaison_template_list ();

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *file =
          g_strconcat (liaison_template_get_name (all->pdata[i]), ".liaison", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("LIAISON_TEST_TEMPLATES"), file, NULL);
      check_ids_of (all->pdata[i], path);
    }
}

/* The sample has every kind of record and reference there is. */
static void
test_any_plan_is_a_template (void)
{
  const char *path = g_getenv ("LIAISON_TEST_SAMPLE");
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonTemplate) sample = liaison_template_load (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (liaison_template_get_name (sample), ==, "sample");
  g_assert_cmpuint (liaison_template_get_days (sample), ==, 10);
  check_ids_of (sample, path);
}

static void
test_references_follow (void)
{
  const char *path = g_getenv ("LIAISON_TEST_SAMPLE");
  LiaisonTemplateWishes wishes = oslo;
  g_autoptr (LiaisonTemplate) sample = liaison_template_load (path, NULL, NULL);
  g_autoptr (LiaisonPlan) old = liaison_plan_load (path, NULL, NULL, NULL, NULL);
  wishes.host = NULL;
  g_autoptr (LiaisonPlan) made = make (sample, &wishes);
  const LiaisonExerciseData *before = get_exercise (old), *after = get_exercise (made);
  LiaisonRecord *director = liaison_document_find (made->document, after->directed_by);

  Count count_before = count_references (old->document);
  Count count_after = count_references (made->document);

  g_assert_cmpuint (count_before.alive, >, 5000);
  g_assert_cmpuint (count_after.alive, ==, count_before.alive);
  g_assert_cmpuint (count_after.dead, ==, 0);
  g_assert_nonnull (director);
  g_assert_cmpstr (liaison_block_get_title (liaison_record_get_block (director), "en"), ==,
                   liaison_block_get_title (liaison_record_get_block (liaison_document_find (
                                                old->document, before->directed_by)),
                                            "en"));
  g_assert_cmpuint (liaison_items_get_size (after->phases), ==,
                    liaison_items_get_size (before->phases));
}

/* What people made first stays first: tables stand in the order of ids. */
static void
test_order_stays (void)
{
  g_autoptr (LiaisonTemplate) live = liaison_template_find ("live");
  g_autoptr (LiaisonPlan) plan = make (live, &oslo);
  LiaisonTable *table = liaison_document_get_table (plan->document, LIAISON_KIND_EVENT);

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));
      g_autofree char *expected = g_strdup_printf ("EV-%03u", i + 1);
      g_assert_cmpstr (LIAISON_DATA (Event, block)->serial, ==, expected);
    }
}

/* The times */

static void
test_times_follow_startex (void)
{
  g_autoptr (LiaisonTemplate) live = liaison_template_find ("live");
  g_autoptr (LiaisonPlan) plan = make (live, &oslo);
  const LiaisonExerciseData *exercise = get_exercise (plan);
  const LiaisonBlock *conference = find_event (plan, "Initial planning conference");
  gint64 seconds = resolve_start (plan, conference);
  LiaisonWall wall;
  gint32 offset;

  /* Clocks change on 31 October 2027. */
  assert_instant (&exercise->startex, "2027-10-25T08:00+02:00[Europe/Oslo]");
  assert_instant (&exercise->endex, "2027-11-05T16:00+01:00[Europe/Oslo]");
  g_assert_cmpstr (exercise->zone, ==, "Europe/Oslo");
  assert_instant (&LIAISON_DATA (Event, conference)->start, "STARTEX-335d@09:00[Europe/Oslo]");
  /* 24 November 2026, a Tuesday, nine in the morning in Oslo. */
  liaison_zone_get_offset ("Europe/Oslo", seconds, &offset);
  liaison_wall_from_unix (seconds, offset, &wall);
  g_assert_cmpint (wall.year * 10000 + wall.month * 100 + wall.day, ==, 20261124);
  g_assert_cmpint (wall.hour, ==, 9);
  g_assert_cmpint (wall.weekday, ==, 2);
  /* The hot wash hangs on ENDEX. */
  g_assert_cmpint (resolve_start (plan, find_event (plan, "Hot wash")), ==,
                   exercise->endex.seconds + 3600);
}

/* A plan that is duplicated takes its fixed times and dates along, at their time on the clock. */
static void
test_fixed_times_move (void)
{
  LiaisonEventData *event =
      (LiaisonEventData *) liaison_block_new (&liaison_event_kind.shape, liaison_id_new (NOW));
  LiaisonTemplateWishes wishes = oslo;
  g_autoptr (LiaisonTemplate) empty = liaison_template_new_empty ();
  g_autoptr (LiaisonPlan) old = make (empty, &wishes);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonTemplate) template = NULL;

  g_assert_true (
      liaison_instant_from_wall (2027, 10, 20, 9, 30, 0, "Europe/Oslo", &event->start, NULL));
  liaison_document_fill (old->document, &liaison_event_kind, &event->block);
  snapshot = liaison_document_get_snapshot (old->document);
  template = liaison_template_new_for_plan (snapshot, "this");
  /* Three weeks later, when the clocks have changed. */
  wishes.month = 11;
  wishes.day = 15;
  for (int move = 0; move < 2; move++)
    {
      g_autoptr (LiaisonPlan) plan = NULL;
      const LiaisonEventData *moved;
      LiaisonWall wall;

      wishes.move_fixed = move;
      plan = make (template, &wishes);
      moved = LIAISON_DATA (
          Event, liaison_record_get_block (liaison_table_get (
                     liaison_document_get_table (plan->document, LIAISON_KIND_EVENT), 0)));
      liaison_wall_from_unix (moved->start.seconds, moved->start.offset, &wall);
      g_assert_cmpint (wall.month, ==, move ? 11 : 10);
      g_assert_cmpint (wall.day, ==, move ? 10 : 20);
      g_assert_cmpint (wall.hour, ==, 9);
      g_assert_cmpint (moved->start.offset, ==, move ? 3600 : 7200);
    }
}

static void
test_every_time_resolves (void)
{
  g_autoptr (GPtrArray) all = liaison_template_list ();

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (LiaisonPlan) plan = make (all->pdata[i], &oslo);
      LiaisonTable *table = liaison_document_get_table (plan->document, LIAISON_KIND_EVENT);
      gint64 startex = get_exercise (plan)->startex.seconds;

      g_assert_cmpuint (liaison_table_get_size (table), >=, 12);
      for (guint j = 0; j < liaison_table_get_size (table); j++)
        {
          gint64 at = resolve_start (plan, liaison_record_get_block (liaison_table_get (table, j)));
          /* Within the planning of one exercise. */
          g_assert_cmpint (ABS (at - startex), <, (gint64) 86400 * 430);
        }
    }
}

static void
test_another_length (void)
{
  LiaisonTemplateWishes wishes = oslo;
  g_autoptr (LiaisonTemplate) live = liaison_template_find ("live");

  g_assert_cmpuint (liaison_template_get_days (live), ==, 12);
  wishes.days = 5;
  g_autoptr (LiaisonPlan) plan = make (live, &wishes);
  assert_instant (&get_exercise (plan)->endex, "2027-10-29T16:00+02:00[Europe/Oslo]");
}

/* The wishes */

static void
test_name_and_host (void)
{
  g_autoptr (LiaisonTemplate) seminar = liaison_template_find ("seminar");
  g_autoptr (LiaisonPlan) plan = make (seminar, &oslo);
  const LiaisonExerciseData *exercise = get_exercise (plan);
  LiaisonTable *nations = liaison_document_get_table (plan->document, LIAISON_KIND_NATION);
  LiaisonTable *groups = liaison_document_get_table (plan->document, LIAISON_KIND_GROUP);

  g_assert_cmpuint (liaison_text_get_size (exercise->name), ==, 1);
  g_assert_cmpstr (liaison_text_lookup (exercise->name, "fr"), ==, oslo.name);
  g_assert_null (exercise->notes);
  g_assert_cmpstr (exercise->host, ==, "NO");
  g_assert_cmpuint (liaison_table_get_size (nations), ==, 1);
  const LiaisonNationData *nation =
      LIAISON_DATA (Nation, liaison_record_get_block (liaison_table_get (nations, 0)));
  g_assert_cmpstr (nation->code, ==, "NO");
  g_assert_cmpstr (liaison_text_lookup (nation->name, "fr"), ==, "Norvège");
  g_assert_cmpint (nation->role, ==, LIAISON_NATION_ROLE_HOST);
  g_assert_cmpuint (liaison_table_get_size (groups), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const LiaisonGroupData *group =
          LIAISON_DATA (Group, liaison_record_get_block (liaison_table_get (groups, i)));
      g_assert_true (liaison_codes_contains (group->members, nation->code));
      g_assert_cmpstr (group->originator, ==, "NO");
    }
}

/* A nation that is there already is not made twice, and no release list becomes wider. */
static void
test_host_of_the_template (void)
{
  g_autoptr (LiaisonTemplate) sample =
      liaison_template_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL);
  LiaisonTemplateWishes wishes = oslo;
  wishes.host = "SE";
  g_autoptr (LiaisonPlan) with_new = make (sample, &wishes);
  g_autoptr (LiaisonPlan) with_old = make (sample, &oslo);
  guint n =
      liaison_table_get_size (liaison_document_get_table (with_old->document, LIAISON_KIND_NATION));
  LiaisonTable *groups = liaison_document_get_table (with_new->document, LIAISON_KIND_GROUP);

  g_assert_cmpuint (n, ==, 12);
  g_assert_cmpuint (
      liaison_table_get_size (liaison_document_get_table (with_new->document, LIAISON_KIND_NATION)),
      ==, n + 1);
  for (guint i = 0; i < liaison_table_get_size (groups); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (groups, i));
      g_assert_false (
          liaison_codes_contains (LIAISON_DATA (Group, block)->members, g_intern_string ("SE")));
    }
}

static void
test_empty (void)
{
  g_autoptr (LiaisonTemplate) empty = liaison_template_new_empty ();
  LiaisonTemplateWishes wishes = oslo, none = { .language = "en" };
  wishes.days = 3;
  g_autoptr (LiaisonPlan) plan = make (empty, &wishes), bare = make (empty, &none);

  g_assert_cmpuint (liaison_template_get_days (empty), ==, 0);
  assert_instant (&get_exercise (plan)->startex, "2027-10-25T08:00+02:00[Europe/Oslo]");
  assert_instant (&get_exercise (plan)->endex, "2027-10-27T16:00+02:00[Europe/Oslo]");
  g_assert_cmpuint (liaison_document_get_size (plan->document), ==, 2);
  g_assert_cmpuint (liaison_document_get_size (bare->document), ==, 1);
  g_assert_cmpint (get_exercise (bare)->startex.form, ==, LIAISON_INSTANT_UNSET);
  g_assert_null (get_exercise (bare)->zone);
}

static void
test_reads_dates (void)
{
  static const struct
  {
    const char *text;
    int date;
  } cases[] = {
    { "2027-10-25", 20271025 },
    { "25OCT27", 20271025 },
    { " 25 Oct 27 ", 20271025 },
    { "1JAN30", 20300101 },
    { "25/10/2027", 20271025 },
    { "25 octobre 2027", 20271025 },
    { "", 0 },
    { "31FEB27", 0 },
    { "25OXT27", 0 },
    { "tomorrow", 0 },
    { "25OCT", 20261025 },
    { "\377", 0 },
  };
  g_autoptr (LiaisonWords) words = liaison_words_new ("fr", NULL);
  LiaisonManner manner = { .words = words, .zone = "Europe/Paris", .now = NOW / 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LiaisonTemplateWishes wishes = { 0 };
      g_autoptr (GError) error = NULL;

      if (liaison_template_read_date (&manner, cases[i].text, &wishes, &error))
        g_assert_no_error (error);
      else
        g_assert_error (error, LIAISON_TEMPLATE_ERROR, LIAISON_TEMPLATE_ERROR_DATE);
      g_assert_cmpint (wishes.year * 10000 + wishes.month * 100 + wishes.day, ==, cases[i].date);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/template/ours-are-canonical", test_ours_are_canonical);
  g_test_add_func ("/store/template/ours-speak-five-languages", test_ours_speak_five_languages);
  g_test_add_func ("/store/template/no-id-is-shared", test_no_id_is_shared);
  g_test_add_func ("/store/template/any-plan-is-a-template", test_any_plan_is_a_template);
  g_test_add_func ("/store/template/references-follow", test_references_follow);
  g_test_add_func ("/store/template/order-stays", test_order_stays);
  g_test_add_func ("/store/template/times-follow-startex", test_times_follow_startex);
  g_test_add_func ("/store/template/fixed-times-move", test_fixed_times_move);
  g_test_add_func ("/store/template/every-time-resolves", test_every_time_resolves);
  g_test_add_func ("/store/template/another-length", test_another_length);
  g_test_add_func ("/store/template/name-and-host", test_name_and_host);
  g_test_add_func ("/store/template/host-of-the-template", test_host_of_the_template);
  g_test_add_func ("/store/template/empty", test_empty);
  g_test_add_func ("/store/template/reads-dates", test_reads_dates);
  return g_test_run ();
}
