/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole plans: to a file and back, what is refused and where, plans of newer versions. */
#include "config.h"

#include "record/kinds.h"
#include "store/error.h"
#include "store/plan.h"

#include "../edit/random-block.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

static LiaisonPlan *
read_text (const char *text, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  return liaison_plan_read (stream, "plan.liaison", length, NULL, NULL, NULL, error);
}

static GBytes *
write_plan (LiaisonPlan *plan)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GBytes) trail = liaison_trail_freeze (plan->trail);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (liaison_plan_write (snapshot, trail, stream, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Some records of each kind, and two groups in the trail. */
static LiaisonPlan *
random_plan (void)
{
  LiaisonPlan *plan = liaison_plan_new (random_block_id (999));
  g_autoptr (GRand) chance = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 4 * LIAISON_N_KINDS; i++)
    {
      const LiaisonKind *kind = liaison_kind_get (i % LIAISON_N_KINDS);
      if (i < LIAISON_N_KINDS || kind->id != LIAISON_KIND_EXERCISE)
        {
          LiaisonBlock *block =
              random_block_new (&kind->shape, random_block_id (100 + i), 40, chance, NULL);
          g_assert_true (liaison_document_fill (plan->document, kind, block));
        }
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LiaisonEditGroup) group = liaison_edit_group_new ("Do", NULL, "Anna", 5 + i);
      liaison_trail_append (plan->trail, group);
    }
  return plan;
}

static void
test_round_trip (void)
{
  g_autoptr (LiaisonPlan) plan = random_plan ();
  g_autoptr (GBytes) bytes = write_plan (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlan) back =
      read_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = write_plan (back);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpint (back->version, ==, LIAISON_PLAN_VERSION);
  g_assert_false (back->newer);
  g_assert_true (liaison_trail_verify (back->trail, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (back->trail)), ==, 2);
}

/* Every place where a newer Liaison may put something of which this one knows nothing. */
static void
test_unknown_members (void)
{
  const char *text = "{\n"
                     "  \"format\": \"liaison-exercise\",\n"
                     "  \"version\": 1,\n"
                     "  \"exercise\": {\n"
                     "    \"id\": \"0193e4f2-8f00-7000-8000-000000000001\",\n"
                     "    \"x-here\": 1.250\n"
                     "  },\n"
                     "  \"events\": [\n"
                     "    {\n"
                     "      \"id\": \"0193e4f2-8f00-7000-8000-000000000002\",\n"
                     "      \"dependencies\": [\n"
                     "        {\n"
                     "          \"id\": \"0193e4f2-8f00-7000-8000-000000000003\",\n"
                     "          \"x-item\": {\n"
                     "            \"deep\": [\n"
                     "              -0.0,\n"
                     "              1e400,\n"
                     "              \"\\u00e9\\/\"\n"
                     "            ]\n"
                     "          }\n"
                     "        }\n"
                     "      ],\n"
                     "      \"x-b\": null,\n"
                     "      \"x-a\": \"order is kept\"\n"
                     "    }\n"
                     "  ],\n"
                     "  \"x-table\": [\n"
                     "    {\n"
                     "      \"id\": \"no id of ours\"\n"
                     "    }\n"
                     "  ],\n"
                     "  \"x \\\"quoted\\\"\": {}\n"
                     "}\n";
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = g_strsplit (text, "              1e400,\n", 2);
  g_autoptr (GError) error = NULL;

  /* Such a number no reader may take; without it all is well. */
  g_assert_null (read_text (text, strlen (text), &error));
  g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_LIMIT);
  g_clear_error (&error);
  plain = g_strconcat (parts[0], parts[1], NULL);
  g_autoptr (LiaisonPlan) plan = read_text (plain, strlen (plain), &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = write_plan (plan);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), plain, strlen (plain));
}

/* Other layouts and orders of the same plan come out in the one form. */
static void
test_canonical (void)
{
  const char *text =
      "{\"x\":1,\"sites\":[{\"name\":{\"fr\":\"B\",\"en\":\"A\"},\"id\":\"0193e4f2-8f00-7000-8000-"
      "000000000003\"},"
      "{\"id\":\"0193e4f2-8f00-7000-8000-000000000002\",\"code\":\"\"}],\"exercise\":{\"id\":"
      "\"0193e4f2-8f00-7000-8000-000000000001\"},\"version\":1,\"stages\":[],\"format\":\"liaison-"
      "exercise\"}";
  const char *wanted =
      "{\n  \"format\": \"liaison-exercise\",\n  \"version\": 1,\n  \"exercise\": {\n"
      "    \"id\": \"0193e4f2-8f00-7000-8000-000000000001\"\n  },\n  \"sites\": [\n    {\n"
      "      \"id\": \"0193e4f2-8f00-7000-8000-000000000002\"\n    },\n    {\n"
      "      \"id\": \"0193e4f2-8f00-7000-8000-000000000003\",\n      \"name\": {\n"
      "        \"en\": \"A\",\n        \"fr\": \"B\"\n      }\n    }\n  ],\n  \"x\": 1\n}\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlan) plan = read_text (text, strlen (text), &error);

  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = write_plan (plan);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted,
                   strlen (wanted));
}

#define HEAD  "\"format\":\"liaison-exercise\",\"version\":1"
#define ID(n) "\"id\":\"0193e4f2-8f00-7000-8000-00000000000" #n "\""
#define OURS  ",\"exercise\":{" ID (1) "}"

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *message;
  } cases[] = {
    { "", LIAISON_JSON_ERROR_SYNTAX, "plan.liaison:1:1: " },
    { "[]", LIAISON_JSON_ERROR_TYPE, "plan.liaison:1:1: " },
    { "{}", LIAISON_JSON_ERROR_VALUE, "“format” or “version” is missing" },
    { "{\"format\":\"liaison-exercise\"" OURS "}", LIAISON_JSON_ERROR_VALUE,
      "“version” is missing" },
    { "{\"version\":1" OURS "}", LIAISON_JSON_ERROR_VALUE, "“format” or" },
    { "{" HEAD "}", LIAISON_JSON_ERROR_VALUE, "there is no “exercise”" },
    { "{\"format\":\"other\",\"version\":1" OURS "}", LIAISON_JSON_ERROR_VALUE,
      "format: expected “liaison-exercise”, found “other”" },
    { "{\"format\":7}", LIAISON_JSON_ERROR_TYPE, "format: " },
    { "{\"format\":\"liaison-exercise\",\"version\":0" OURS "}", LIAISON_JSON_ERROR_VALUE,
      "version: expected a version from 1 on" },
    { "{\"format\":\"liaison-exercise\",\"version\":-1" OURS "}", LIAISON_JSON_ERROR_VALUE,
      "version: " },
    { "{\"format\":\"liaison-exercise\",\"version\":\"1\"" OURS "}", LIAISON_JSON_ERROR_TYPE,
      "version: " },
    { "{" HEAD "," HEAD OURS "}", LIAISON_JSON_ERROR_DUPLICATE, "format" },
    { "{" HEAD ",\"exercise\":{}}", LIAISON_JSON_ERROR_VALUE, "exercise: there is no “id”" },
    { "{" HEAD ",\"exercise\":[]}", LIAISON_JSON_ERROR_TYPE, "exercise: " },
    { "{" HEAD OURS ",\"events\":{}}", LIAISON_JSON_ERROR_TYPE, "events: expected an array" },
    { "{" HEAD OURS ",\"events\":[7]}", LIAISON_JSON_ERROR_TYPE, "events[0]: " },
    { "{" HEAD OURS ",\"events\":[{" ID (2) "},{" ID (2) "}]}", LIAISON_JSON_ERROR_DUPLICATE,
      "events[1]: another record has the same id" },
    { "{" HEAD OURS ",\"events\":[{" ID (2) "}],\"sites\":[{" ID (2) "}]}",
      LIAISON_JSON_ERROR_DUPLICATE, "another record has the same id" },
    { "{" HEAD OURS ",\"events\":[{" ID (1) "}]}", LIAISON_JSON_ERROR_DUPLICATE,
      "events[0]: another record" },
    { "{" HEAD ",\"events\":[{" ID (1) "}]" OURS "}", LIAISON_JSON_ERROR_DUPLICATE,
      "exercise: another record" },
    { "{" HEAD OURS ",\"events\":[{" ID (2) ",\"start\":\"soon\"}]}", LIAISON_JSON_ERROR_VALUE,
      "events[0].start: " },
    { "{" HEAD OURS ",\"events\":[{" ID (2) ",\"site\":\"Oslo\"}]}", LIAISON_JSON_ERROR_VALUE,
      "events[0].site: " },
    { "{" HEAD OURS ",\"events\":[{" ID (2) ",\"dependencies\":[{" ID (3) "},{" ID (3) "}]}]}",
      LIAISON_JSON_ERROR_DUPLICATE, "two items have the same id" },
    { "{" HEAD OURS ",\"audit\":[{}]}", LIAISON_JSON_ERROR_VALUE, "audit[0]: " },
    { "{" HEAD OURS ",\"audit\":{}}", LIAISON_JSON_ERROR_TYPE, "audit: " },
    { "{" HEAD OURS "} {}", LIAISON_JSON_ERROR_SYNTAX, "plan.liaison:1:" },
    { "{" HEAD OURS ",\"x\":\"\\ud800\"}", LIAISON_JSON_ERROR_ENCODING, "x: " },
    { "{" HEAD OURS ",\"x\":01}", LIAISON_JSON_ERROR_SYNTAX, "x: " },
    { "{" HEAD OURS ",", LIAISON_JSON_ERROR_SYNTAX, "plan.liaison:1:" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LiaisonPlan) plan = read_text (cases[i].text, strlen (cases[i].text), &error);
      g_assert_null (plan);
      g_test_message ("%s: %s", cases[i].text, error->message);
      g_assert_error (error, LIAISON_JSON_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_null (strstr (error->message, "newer"));
    }
}

static void
test_newer (void)
{
  const char *good = "{\"format\":\"liaison-exercise\",\"version\":2" OURS ",\"robots\":[{}]}";
  const char *bad = "{\"format\":\"liaison-exercise\",\"version\":2" OURS
                    ",\"events\":[{" ID (2) ",\"start\":\"soon\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlan) plan = read_text (good, strlen (good), &error);

  g_assert_no_error (error);
  g_assert_true (plan->newer);
  g_assert_cmpint (plan->version, ==, 2);
  g_assert_cmpstr (liaison_document_get_unknown (plan->document), ==, "\"robots\":[{}]");
  g_assert_null (read_text (bad, strlen (bad), &error));
  g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "events[0].start: "));
  g_assert_nonnull (strstr (error->message, "newer Liaison"));
}

static LiaisonPlan *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_plan_load (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static void
save (LiaisonPlan *plan, const char *path)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GBytes) trail = liaison_trail_freeze (plan->trail);
  g_autoptr (GError) error = NULL;

  g_assert_true (liaison_plan_save (snapshot, trail, path, &plan->stamp, NULL, &error));
  g_assert_no_error (error);
}

static void
test_file (void)
{
  char *folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.liaison", NULL);
  g_autoptr (LiaisonPlan) plan = random_plan ();
  g_autofree char *first = NULL, *second = NULL;
  gsize length, again;

  save (plan, path);
  g_assert_true (plan->stamp.exists);
  g_assert_true (g_file_get_contents (path, &first, &length, NULL));
  g_autoptr (LiaisonPlan) back = load (path);
  g_assert_true (liaison_file_stamp_same_contents (&plan->stamp, &back->stamp));
  save (back, path);
  g_assert_true (g_file_get_contents (path, &second, &again, NULL));
  g_assert_cmpmem (first, length, second, again);
  folder_free (folder);
}

static void
test_foreign_change (void)
{
  char *folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.liaison", NULL);
  g_autoptr (LiaisonPlan) plan = random_plan ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GError) error = NULL;

  save (plan, path);
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_false (liaison_plan_save (snapshot, NULL, path, &plan->stamp, NULL, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_FOREIGN_CHANGE);
  g_clear_error (&error);
  g_assert_null (liaison_plan_load (path, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_VALUE);
  g_clear_error (&error);
  g_unlink (path);
  g_assert_null (liaison_plan_load (path, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_FOUND);
  folder_free (folder);
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  guint64 *last = data;
  g_assert_cmpuint (done, >, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

/* Three megabytes of events: progress is told, and a cancelled read stops. */
static void
test_progress (void)
{
  g_autoptr (GString) text = g_string_new ("{" HEAD OURS ",\"events\":[");
  guint64 last = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (
        text, "%s{\"id\":\"0193e4f2-8f00-7000-9000-%012x\",\"title\":{\"en\":\"%064d\"}}",
        i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (text->str, text->len, NULL);
  g_autoptr (LiaisonPlan) plan =
      liaison_plan_read (stream, "plan", text->len, progress_cb, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last, >, 2000000);
  g_cancellable_cancel (cancellable);
  g_autoptr (GInputStream) other = g_memory_input_stream_new_from_data (text->str, text->len, NULL);
  g_assert_null (liaison_plan_read (other, "plan", text->len, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file that is read ahead by a thread: its stamp is that of all its bytes, and a refusal at its
 * beginning stops the thread. */
static void
test_large_file (void)
{
  char *folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.liaison", NULL);
  g_autoptr (GString) text = g_string_new ("{" HEAD OURS ",\"x\":[1");
  g_autoptr (GError) error = NULL;

  while (text->len < 3 * 1024 * 1024)
    g_string_append (text, ",\n \"so many bytes\"");
  g_string_append (text, "]}");
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_autoptr (LiaisonPlan) plan = load (path);
  g_autofree char *sum =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) text->str, text->len);
  g_assert_cmpstr (plan->stamp.sha256, ==, sum);
  g_assert_cmpuint (plan->stamp.size, ==, text->len);
  text->str[1] = '!';
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_assert_null (liaison_plan_load (path, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_SYNTAX);
  folder_free (folder);
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new ("{" HEAD OURS ",\"terms\":[");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LIAISON_PLAN_MAX_RECORDS; i++)
    g_string_append_printf (text, "%s{\"id\":\"0193e4f2-8f00-7000-9000-%012x\"}", i > 0 ? "," : "",
                            i);
  g_string_append (text, "]}");
  g_assert_null (read_text (text->str, text->len, &error));
  g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "terms[499999]: more than 500000 records"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/plan/round-trip", test_round_trip);
  g_test_add_func ("/store/plan/unknown-members", test_unknown_members);
  g_test_add_func ("/store/plan/canonical", test_canonical);
  g_test_add_func ("/store/plan/refusals", test_refusals);
  g_test_add_func ("/store/plan/newer", test_newer);
  g_test_add_func ("/store/plan/file", test_file);
  g_test_add_func ("/store/plan/foreign-change", test_foreign_change);
  g_test_add_func ("/store/plan/progress", test_progress);
  g_test_add_func ("/store/plan/large-file", test_large_file);
  g_test_add_func ("/store/plan/too-many-records", test_too_many);
  return g_test_run ();
}
