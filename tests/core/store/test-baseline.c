/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Baselines: what was frozen comes back as it was; what is damaged or unfolds without end does
 * not. */
#include "config.h"

#include "record/kinds/baseline.h"
#include "store/baseline.h"
#include "store/error.h"

#include <string.h>

static LiaisonPlan *plan;

static GBytes *
write_plan (LiaisonDocument *document)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  g_autoptr (GError) error = NULL;

  liaison_plan_write (snapshot, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static LiaisonBlock *
freeze (LiaisonDocument *document, const char *name)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  const LiaisonId id = { 1, g_str_hash (name) };
  LiaisonBlock *block = liaison_block_new (&liaison_baseline_kind.shape, id);
  g_autoptr (GError) error = NULL;

  ((LiaisonBaselineData *) block)->name = g_ref_string_new (name);
  liaison_baseline_freeze (block, snapshot, NULL, &error);
  g_assert_no_error (error);
  return block;
}

static void
test_round_trip (void)
{
  g_autoptr (LiaisonBlock) baseline = freeze (plan->document, "first");
  const LiaisonBaselineData *data = LIAISON_DATA (Baseline, baseline);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlan) back = liaison_baseline_thaw (baseline, NULL, &error);
  g_autoptr (GBytes) before = write_plan (plan->document), after = NULL;

  g_assert_no_error (error);
  after = write_plan (back->document);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (data->size, ==, g_bytes_get_size (before));
  g_assert_cmpint (data->records, ==, liaison_document_get_size (plan->document));
  /* It is worth keeping within the plan. */
  g_assert_cmpuint (strlen (data->content), <, g_bytes_get_size (before) / 4);
}

/* The second does not hold the first. */
static void
test_not_nested (void)
{
  g_autoptr (LiaisonPlan) copy = NULL, back = NULL;
  g_autoptr (LiaisonBlock) first = freeze (plan->document, "first"), second = NULL;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GBytes) before = write_plan (plan->document), after = NULL;

  copy = liaison_baseline_thaw (first, NULL, NULL);
  liaison_document_fill (copy->document, &liaison_baseline_kind, liaison_block_ref (first));
  second = freeze (copy->document, "second");
  back = liaison_baseline_thaw (second, NULL, NULL);
  after = write_plan (back->document);
  g_assert_true (g_bytes_equal (before, after));
  snapshot = liaison_document_get_snapshot (copy->document);
  g_assert_true (liaison_baseline_find (snapshot, "first") == first);
  g_assert_null (liaison_baseline_find (snapshot, "second"));
}

/* A gzip file of nothing but blanks that unfolds far beyond what a plan may have. */
static char *
make_bomb (void)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GOutputStream) stream =
      g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *blanks = g_malloc (1024 * 1024);
  g_autoptr (GBytes) bytes = NULL;

  memset (blanks, ' ', 1024 * 1024);
  for (guint i = 0; i < 300; i++)
    g_output_stream_write_all (stream, blanks, 1024 * 1024, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
refuse (const char *content, const char *encoding, const char *sum, int code)
{
  g_autoptr (LiaisonBlock) baseline = freeze (plan->document, "first");
  LiaisonBaselineData *data = (LiaisonBaselineData *) baseline;
  g_autoptr (GError) error = NULL;

  if (content != NULL)
    {
      g_ref_string_release (data->content);
      data->content = g_ref_string_new (content);
    }
  if (encoding != NULL)
    {
      g_ref_string_release (data->encoding);
      data->encoding = g_ref_string_new (encoding);
    }
  if (sum != NULL)
    {
      g_ref_string_release (data->sha256);
      data->sha256 = g_ref_string_new (sum);
    }
  g_assert_null (liaison_baseline_thaw (baseline, NULL, &error));
  g_assert_error (error, LIAISON_STORE_ERROR, code);
}

static void
test_refused (void)
{
  g_autofree char *bomb = make_bomb ();

  refuse ("", NULL, NULL, LIAISON_STORE_ERROR_DAMAGED);
  refuse ("!!!!", NULL, NULL, LIAISON_STORE_ERROR_DAMAGED);
  refuse ("aGVsbG8gd29ybGQ=", NULL, NULL, LIAISON_STORE_ERROR_DAMAGED);
  refuse (NULL, "zstd", NULL, LIAISON_STORE_ERROR_DAMAGED);
  refuse (NULL, NULL, "00", LIAISON_STORE_ERROR_DAMAGED);
  refuse (bomb, NULL, NULL, LIAISON_STORE_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  plan = liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/store/baseline/round-trip", test_round_trip);
  g_test_add_func ("/store/baseline/not-nested", test_not_nested);
  g_test_add_func ("/store/baseline/refused", test_refused);
  status = g_test_run ();
  liaison_plan_free (plan);
  return status;
}
