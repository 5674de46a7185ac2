/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/baseline.h"

#include "json/reader.h"
#include "record/snapshot.h"
#include "store/digest.h"
#include "store/error.h"

#include <string.h>

#define ENCODING "gzip"
#define CHUNK    (64 * 1024)

static const char *
get_name (const LiaisonBlock *baseline)
{
  const LiaisonBaselineData *data = LIAISON_DATA (Baseline, baseline);

  return data->name != NULL ? data->name : "baseline";
}

/* All of @plan but its baselines, which would be frozen in each other. */
static LiaisonDocument *
copy_plan (const LiaisonSnapshot *plan)
{
  LiaisonDocument *copy = liaison_document_new (liaison_snapshot_get_exercise (plan)->id);
  const char *unknown = liaison_snapshot_get_unknown (plan);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (plan, kind, &n);

      for (guint i = 0; i < n && kind != LIAISON_KIND_BASELINE; i++)
        liaison_document_fill (copy, liaison_kind_get (kind),
                               liaison_block_ref ((LiaisonBlock *) blocks[i]));
    }
  if (unknown != NULL)
    liaison_document_set_unknown (copy, unknown);
  return copy;
}

static GBytes *
write_plan (const LiaisonSnapshot *plan, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!liaison_plan_write (plan, NULL, stream, cancellable, error)
      || !g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
compress (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) stream =
      g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, cancellable, error)
      || !g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static char *
sum_up (GBytes *bytes)
{
  g_autoptr (LiaisonDigest) digest = liaison_digest_new ();

  liaison_digest_update (digest, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strdup (liaison_digest_get_string (digest));
}

static void
set_string (GRefString **at, const char *text)
{
  g_clear_pointer (at, g_ref_string_release);
  *at = g_ref_string_new (text);
}

gboolean
liaison_baseline_freeze (LiaisonBlock *baseline,
                         const LiaisonSnapshot *plan,
                         GCancellable *cancellable,
                         GError **error)
{
  LiaisonBaselineData *data = (LiaisonBaselineData *) baseline;
  g_autoptr (LiaisonDocument) copy = copy_plan (plan);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (copy);
  g_autoptr (GBytes) bytes = write_plan (snapshot, cancellable, error);
  g_autoptr (GBytes) small = bytes != NULL ? compress (bytes, cancellable, error) : NULL;
  g_autofree char *text = NULL, *sum = NULL;

  if (small == NULL)
    return FALSE;
  if (g_bytes_get_size (small) > LIAISON_BASELINE_LIMIT / 4 * 3)
    return liaison_store_fail (error, LIAISON_STORE_ERROR_TOO_LARGE, get_name (baseline),
                               "the plan is too large to be kept within itself");
  text = g_base64_encode (g_bytes_get_data (small, NULL), g_bytes_get_size (small));
  sum = sum_up (bytes);
  set_string (&data->content, text);
  set_string (&data->sha256, sum);
  set_string (&data->encoding, ENCODING);
  data->size = (gint64) g_bytes_get_size (bytes);
  data->records = liaison_document_get_size (copy);
  return TRUE;
}

/* Never more than plans may have, whatever is unfolded. */
static GBytes *
unfold (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0)
    {
      if (all->len + (gsize) n > liaison_json_default_limits.bytes)
        {
          liaison_store_fail (error, LIAISON_STORE_ERROR_TOO_LARGE, name,
                              "it unfolds to more than a plan may have");
          return NULL;
        }
      g_byte_array_append (all, chunk, (guint) n);
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&all)) : NULL;
}

static GBytes *
decompress (const LiaisonBaselineData *data, GCancellable *cancellable, GError **error)
{
  const char *name = get_name (&data->block);
  gsize n = 0;
  guchar *small = data->content != NULL ? g_base64_decode (data->content, &n) : NULL;
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (small, (gssize) n, g_free);
  g_autoptr (GZlibDecompressor) decompressor =
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream =
      g_converter_input_stream_new (memory, G_CONVERTER (decompressor));
  g_autoptr (GError) problem = NULL;
  GBytes *bytes;

  if (n == 0 || g_strcmp0 (data->encoding, ENCODING) != 0)
    {
      liaison_store_fail (error, LIAISON_STORE_ERROR_DAMAGED, name, "it holds no plan");
      return NULL;
    }
  bytes = unfold (stream, name, cancellable, &problem);
  if (bytes == NULL && problem->domain == G_IO_ERROR && problem->code != G_IO_ERROR_CANCELLED)
    liaison_store_fail (error, LIAISON_STORE_ERROR_DAMAGED, name, "%s", problem->message);
  else if (bytes == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return bytes;
}

LiaisonPlan *
liaison_baseline_thaw (const LiaisonBlock *baseline, GCancellable *cancellable, GError **error)
{
  const LiaisonBaselineData *data = LIAISON_DATA (Baseline, baseline);
  g_autoptr (GBytes) bytes = decompress (data, cancellable, error);
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *sum = bytes != NULL ? sum_up (bytes) : NULL;

  if (bytes == NULL)
    return NULL;
  if (g_strcmp0 (sum, data->sha256) != 0)
    {
      liaison_store_fail (error, LIAISON_STORE_ERROR_DAMAGED, get_name (baseline),
                          "what it holds is not what was frozen");
      return NULL;
    }
  stream = g_memory_input_stream_new_from_bytes (bytes);
  return liaison_plan_read (stream, get_name (baseline), g_bytes_get_size (bytes), NULL, NULL,
                            cancellable, error);
}

static gboolean
has_id (const LiaisonBlock *baseline, const char *text)
{
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (baseline->id, id);
  return g_ascii_strcasecmp (id, text) == 0;
}

const LiaisonBlock *
liaison_baseline_find (const LiaisonSnapshot *plan, const char *text)
{
  const LiaisonBlock *named = NULL, *versioned = NULL, *other = NULL;
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (plan, LIAISON_KIND_BASELINE, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBaselineData *data = LIAISON_DATA (Baseline, blocks[i]);

      if (g_strcmp0 (data->name, text) == 0)
        named = blocks[i];
      if (g_strcmp0 (data->version, text) == 0)
        versioned = blocks[i];
      if (has_id (blocks[i], text))
        other = blocks[i];
    }
  return named != NULL ? named : versioned != NULL ? versioned : other;
}
