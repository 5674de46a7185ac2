/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-plan.h"

LiaisonPlan *
small_plan_read (const char *tables)
{
  g_autofree char *text = g_strconcat (HEAD, tables, "}", NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_plan_read (stream, "test", 0, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

LiaisonRedaction *
small_plan_redact (LiaisonPlan *plan, const char *whom)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonAudience) audience = liaison_audience_parse (snapshot, whom, &error);

  g_assert_no_error (error);
  return liaison_redact (snapshot, audience);
}

LiaisonSnapshot *
small_plan_copy_of (const LiaisonRedaction *redaction)
{
  return liaison_document_get_snapshot (redaction->document);
}

guint
small_plan_count (const LiaisonRedaction *redaction, LiaisonKindId kind)
{
  return liaison_table_get_size (liaison_document_get_table (redaction->document, kind));
}

GBytes *
small_plan_write_copy (const LiaisonRedaction *redaction)
{
  g_autoptr (LiaisonSnapshot) copy = small_plan_copy_of (redaction);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  liaison_plan_write (copy, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
