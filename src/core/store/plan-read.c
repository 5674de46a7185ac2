/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plan.h"

#include "record/block-json.h"

#include <string.h>

/* Bytes between two reports of progress. */
#define PROGRESS_STEP (1024 * 1024)

/* The root's members: these three, then a table for each kind. */
enum
{
  NAME_FORMAT,
  NAME_VERSION,
  NAME_AUDIT,
  NAME_KINDS
};

typedef struct
{
  LiaisonPlan *plan;
  LiaisonJsonReader *reader;
  LiaisonProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint64 total;
  guint64 reported;
  guint records;
  gboolean has_format, has_exercise;
} Load;

static const LiaisonJsonNames *
root_names (void)
{
  static const char *names[NAME_KINDS + LIAISON_N_KINDS];
  static guint8 lengths[NAME_KINDS + LIAISON_N_KINDS];
  static const LiaisonJsonNames all = { G_N_ELEMENTS (names), names, lengths };
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      names[NAME_FORMAT] = "format";
      names[NAME_VERSION] = "version";
      names[NAME_AUDIT] = "audit";
      for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
        {
          const LiaisonKind *each = liaison_kind_get (kind);
          names[NAME_KINDS + kind] =
              kind == LIAISON_KIND_EXERCISE ? each->shape.name : each->plural;
        }
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        lengths[i] = strlen (names[i]);
      g_once_init_leave (&ready, 1);
    }
  return &all;
}

static gboolean
read_format (Load *load, GError **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (load->reader, &text, &length, error))
    return FALSE;
  load->has_format = strcmp (text, LIAISON_PLAN_FORMAT) == 0;
  return load->has_format
         || liaison_json_reader_fail (load->reader, error, LIAISON_JSON_ERROR_VALUE,
                                      "expected “" LIAISON_PLAN_FORMAT "”, found “%.60s”", text);
}

static gboolean
read_version (Load *load, GError **error)
{
  gint64 version;

  if (!liaison_json_reader_read_integer (load->reader, &version, error))
    return FALSE;
  if (version < 1 || version > G_MAXINT)
    return liaison_json_reader_fail (load->reader, error, LIAISON_JSON_ERROR_VALUE,
                                     "expected a version from 1 on, found %" G_GINT64_FORMAT,
                                     version);
  load->plan->version = version;
  load->plan->newer = version > LIAISON_PLAN_VERSION;
  return TRUE;
}

/* Now and then: FALSE when the load is to stop. */
static gboolean
report (Load *load, GError **error)
{
  guint64 position = liaison_json_reader_get_position (load->reader);

  if (position < load->reported + PROGRESS_STEP)
    return TRUE;
  load->reported = position;
  if (load->progress != NULL)
    load->progress (position, load->total, load->progress_data);
  /* Not every stream looks at it. */
  return !g_cancellable_set_error_if_cancelled (load->cancellable, error);
}

static gboolean
read_record (Load *load, const LiaisonKind *kind, GError **error)
{
  LiaisonBlock *block = liaison_block_read (&kind->shape, load->reader, TRUE, error);

  if (block == NULL)
    return FALSE;
  if (++load->records > LIAISON_PLAN_MAX_RECORDS)
    {
      liaison_block_unref (block);
      return liaison_json_reader_fail (load->reader, error, LIAISON_JSON_ERROR_LIMIT,
                                       "more than %d records", LIAISON_PLAN_MAX_RECORDS);
    }
  if (!liaison_document_fill (load->plan->document, kind, block))
    return liaison_json_reader_fail (load->reader, error, LIAISON_JSON_ERROR_DUPLICATE,
                                     "another record has the same id");
  return report (load, error);
}

static gboolean
read_table (Load *load, const LiaisonKind *kind, GError **error)
{
  gboolean more;

  if (kind->id == LIAISON_KIND_EXERCISE)
    {
      load->has_exercise = TRUE;
      return read_record (load, kind, error);
    }
  if (!liaison_json_reader_begin_array (load->reader, error))
    return FALSE;
  while (TRUE)
    {
      if (!liaison_json_reader_next_element (load->reader, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      if (!read_record (load, kind, error))
        return FALSE;
    }
}

static gboolean
read_trail (Load *load, GError **error)
{
  gboolean more;

  if (!liaison_json_reader_begin_array (load->reader, error))
    return FALSE;
  while (TRUE)
    {
      if (!liaison_json_reader_next_element (load->reader, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      if (!liaison_trail_read_entry (load->plan->trail, load->reader, error))
        return FALSE;
    }
}

static gboolean
read_root (Load *load, GString **unknown, GError **error)
{
  if (!liaison_json_reader_begin_object (load->reader, error))
    return FALSE;
  while (TRUE)
    {
      guint index;
      gboolean ok = liaison_json_reader_next_name (load->reader, root_names (), &index, error);
      if (ok && index == LIAISON_JSON_NAME_END)
        break;
      if (ok && index == LIAISON_JSON_NAME_UNKNOWN)
        ok = liaison_unknown_read (unknown, load->reader, error);
      else if (ok && index == NAME_FORMAT)
        ok = read_format (load, error);
      else if (ok && index == NAME_VERSION)
        ok = read_version (load, error);
      else if (ok && index == NAME_AUDIT)
        ok = read_trail (load, error);
      else if (ok)
        ok = read_table (load, liaison_kind_get (index - NAME_KINDS), error);
      if (!ok)
        return FALSE;
    }
  if (!load->has_format || load->plan->version == 0)
    return liaison_json_reader_fail (load->reader, error, LIAISON_JSON_ERROR_VALUE,
                                     "this is not a plan: “format” or “version” is missing");
  if (!load->has_exercise)
    return liaison_json_reader_fail (load->reader, error, LIAISON_JSON_ERROR_VALUE,
                                     "there is no “exercise”");
  return liaison_json_reader_finish (load->reader, error);
}

/* What is wrong in this version's eyes may be right in those of the one that wrote it. */
static void
explain_newer (const LiaisonPlan *plan, GError **error)
{
  if (error == NULL || (*error)->domain != LIAISON_JSON_ERROR)
    return;
  char *message =
      g_strdup_printf ("%s (this plan was written by a newer Liaison, in version %d of the format)",
                       (*error)->message, plan->version);
  g_free ((*error)->message);
  (*error)->message = message;
}

LiaisonPlan *
liaison_plan_read (GInputStream *stream,
                   const char *display,
                   guint64 total,
                   LiaisonProgressFunc progress,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (LiaisonPlan) self = liaison_plan_new (liaison_id_new_from_parts (0, 0, 1));
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_stream (stream, display, NULL, cancellable);
  g_autoptr (GString) unknown = NULL;
  Load load = { self, reader, progress, data, cancellable, total };

  self->version = 0;
  if (!read_root (&load, &unknown, error))
    {
      if (self->newer)
        explain_newer (self, error);
      return NULL;
    }
  if (unknown != NULL)
    liaison_document_set_unknown (self->document, unknown->str);
  return g_steal_pointer (&self);
}
