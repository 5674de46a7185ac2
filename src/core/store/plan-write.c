/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plan.h"

#include "record/block-json.h"

#include <string.h>

static void
write_table (const LiaisonSnapshot *snapshot, const LiaisonKind *kind, LiaisonJsonWriter *writer)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind->id, &n);

  if (n == 0)
    return;
  if (kind->id == LIAISON_KIND_EXERCISE)
    {
      liaison_json_writer_name (writer, kind->shape.name);
      liaison_block_write (blocks[0], writer);
      return;
    }
  liaison_json_writer_name (writer, kind->plural);
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    liaison_block_write (blocks[i], writer);
  liaison_json_writer_end_array (writer);
}

gboolean
liaison_plan_write (const LiaisonSnapshot *snapshot,
                    GBytes *trail,
                    GOutputStream *stream,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_stream (stream, cancellable);
  const char *unknown = liaison_snapshot_get_unknown (snapshot);

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "format");
  liaison_json_writer_string (writer, LIAISON_PLAN_FORMAT);
  liaison_json_writer_name (writer, "version");
  liaison_json_writer_integer (writer, LIAISON_PLAN_VERSION);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    write_table (snapshot, liaison_kind_get (kind), writer);
  if (trail != NULL)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (trail, &length);
      liaison_json_writer_name (writer, "audit");
      liaison_json_writer_raw (writer, bytes, length);
    }
  if (unknown != NULL)
    liaison_unknown_write (unknown, strlen (unknown), writer);
  liaison_json_writer_end_object (writer);
  return liaison_json_writer_finish (writer, error);
}
