/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parsing cases of JSONTestSuite, each with what the reader must say; skipped where they are
 * not installed. */
#include "config.h"

#include "json/reader.h"

/* Cases that are valid JSON and still refused, each by a rule of plan files. */
static const char *const refused_by_policy[][2] = {
  { "y_object_duplicated_key.json", "a name twice in one object: which of the two holds?" },
  { "y_object_duplicated_key_and_value.json", "a name twice in one object" },
  { "y_object_escaped_null_in_key.json", "U+0000 would cut the text short" },
  { "y_string_null_escape.json", "U+0000 would cut the text short" },
};

/* Cases that are up to the reader and that this one accepts; it refuses all the others. */
static const char *const accepted_by_choice[] = {
  "i_number_double_huge_neg_exp.json", /* is zero as a double; its bytes are kept */
  "i_number_real_underflow.json",      /* the same */
};

static char *
find_suite (void)
{
  const char *data = g_getenv ("LIAISON_TEST_DATA");
  g_autofree char *path = NULL;

  if (data == NULL || data[0] == '\0')
    return NULL;
  path = g_build_filename (data, "JSONTestSuite", NULL);
  return g_file_test (path, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&path) : NULL;
}

static gboolean
is_policy (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused_by_policy); i++)
    if (g_str_equal (refused_by_policy[i][0], name))
      return TRUE;
  return FALSE;
}

static gboolean
is_choice (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted_by_choice); i++)
    if (g_str_equal (accepted_by_choice[i], name))
      return TRUE;
  return FALSE;
}

static gboolean
read_file (const char *path, GError **error)
{
  g_autoptr (LiaisonJsonReader) reader = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &local);
  g_assert_no_error (local);
  reader = liaison_json_reader_new_for_data (data, length, "case", NULL);
  return liaison_json_reader_skip (reader, error) && liaison_json_reader_finish (reader, error);
}

static void
check_case (const char *folder, const char *name, gboolean expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  gboolean accepted = read_file (path, &error);

  if (accepted != expected)
    g_test_message ("%s: %s", name, accepted ? "accepted" : error->message);
  g_assert_cmpint (accepted, ==, expected);
  if (!accepted)
    g_assert_true (error->domain == LIAISON_JSON_ERROR);
}

/* Checks all cases of one kind; gives how many there were. */
static guint
check_kind (char kind)
{
  g_autofree char *folder = find_suite ();
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (folder == NULL)
    {
      g_test_skip ("LIAISON_TEST_DATA has no folder JSONTestSuite");
      return 0;
    }
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] == kind && name[1] == '_')
      {
        check_case (folder, name,
                    kind == 'y' ? !is_policy (name) : kind == 'i' && is_choice (name));
        n++;
      }
  return n;
}

static void
test_refuses (void)
{
  guint n = check_kind ('n');

  g_assert_true (n == 188 || n == 0);
}

static void
test_accepts (void)
{
  guint n = check_kind ('y');

  g_assert_true (n == 95 || n == 0);
}

static void
test_chooses (void)
{
  guint n = check_kind ('i');

  g_assert_true (n == 35 || n == 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/conformance/refuses-what-is-not-json", test_refuses);
  g_test_add_func ("/json/conformance/accepts-what-is-json", test_accepts);
  g_test_add_func ("/json/conformance/chooses-the-rest", test_chooses);
  return g_test_run ();
}
