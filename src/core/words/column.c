/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/column.h"

#include "record/dtg.h"
#include "record/field-type.h"
#include "record/times.h"
#include "record/zone.h"
#include "words/dates.h"
#include "words/search.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LiaisonColumn worked_out[] = {
  { LIAISON_COLUMN_ID, NULL, "id", N_ ("Id") },
  { LIAISON_COLUMN_TITLE, NULL, "title", N_ ("Title") },
  /* Translators: Date-time group, the military way to write a time: 141300ZMAY27 */
  { LIAISON_COLUMN_DTG, NULL, "dtg", N_ ("DTG") },
  /* Translators: Universal time, in the military alphabet */
  { LIAISON_COLUMN_ZULU, NULL, "zulu", N_ ("Zulu") },
  { LIAISON_COLUMN_LOCAL, NULL, "local", N_ ("Local time") },
  { LIAISON_COLUMN_START, NULL, "start", N_ ("Start") },
  { LIAISON_COLUMN_END, NULL, "end", N_ ("End") },
};

static gboolean
fits (const LiaisonColumn *column, const LiaisonKind *kind)
{
  return column->source < LIAISON_COLUMN_DTG
         || liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_START) != NULL;
}

gboolean
liaison_column_find (LiaisonColumn *column, const LiaisonKind *kind, const char *name)
{
  const LiaisonField *field;

  for (guint i = 0; i < G_N_ELEMENTS (worked_out); i++)
    if (strcmp (worked_out[i].name, name) == 0 && fits (&worked_out[i], kind))
      {
        *column = worked_out[i];
        return TRUE;
      }
  field = liaison_shape_find (&kind->shape, name, NULL);
  if (field == NULL)
    return FALSE;
  *column = (LiaisonColumn){ LIAISON_COLUMN_FIELD, field, field->name, field->label };
  return TRUE;
}

LiaisonColumn
liaison_column_for_field (const LiaisonKind *kind, const LiaisonField *field)
{
  LiaisonColumn column;

  liaison_column_find (&column, kind, field->name);
  return column;
}

char *
liaison_column_list_names (const LiaisonKind *kind)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (worked_out); i++)
    if (fits (&worked_out[i], kind))
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", worked_out[i].name);
  for (guint i = 0; i < kind->shape.n_fields; i++)
    if (liaison_column_for_field (kind, &kind->shape.fields[i]).source == LIAISON_COLUMN_FIELD)
      g_string_append_printf (names, " %s", kind->shape.fields[i].name);
  return g_string_free (names, FALSE);
}

static gboolean
is_about_time (const LiaisonColumn *self)
{
  return self->source >= LIAISON_COLUMN_DTG && self->source <= LIAISON_COLUMN_END;
}

/* FALSE where it has no time, or the column is not about times. */
static gboolean
get_time (const LiaisonColumn *self,
          const LiaisonManner *manner,
          const LiaisonBlock *block,
          gint64 *seconds)
{
  if (!is_about_time (self))
    return FALSE;
  if (self->source == LIAISON_COLUMN_END)
    return liaison_times_get_end (&manner->lookup, block, seconds) == LIAISON_TIME_KNOWN;
  return liaison_times_get_start (&manner->lookup, block, seconds) == LIAISON_TIME_KNOWN;
}

static char *
tell_time (const LiaisonColumn *self, const LiaisonManner *manner, const LiaisonBlock *block)
{
  LiaisonManner local = *manner;
  gint64 seconds;

  if (!get_time (self, manner, block, &seconds))
    return g_strdup ("");
  switch (self->source)
    {
    case LIAISON_COLUMN_DTG:
      return liaison_manner_tell_time (manner, seconds, NULL);
    case LIAISON_COLUMN_ZULU:
      return liaison_manner_tell_start_zulu (manner, block);
    case LIAISON_COLUMN_LOCAL:
      return liaison_manner_tell_start_local (manner, block);
    default:
      local.format = LIAISON_TIME_AS_LOCAL;
      return liaison_manner_tell_time (&local, seconds, NULL);
    }
}

char *
liaison_column_tell (const LiaisonColumn *self,
                     const LiaisonManner *manner,
                     const LiaisonBlock *block)
{
  char id[LIAISON_ID_TEXT_SIZE];

  switch (self->source)
    {
    case LIAISON_COLUMN_FIELD:
      if (!liaison_block_field_is_set (block, self->field))
        return g_strdup ("");
      return liaison_manner_tell_field (manner, block, self->field);
    case LIAISON_COLUMN_ID:
      liaison_id_format (block->id, id);
      return g_strdup (id);
    case LIAISON_COLUMN_TITLE:
      return liaison_manner_tell_block_name (manner, block);
    case LIAISON_COLUMN_TOLD:
      return self->tell (manner, block);
    default:
      return tell_time (self, manner, block);
    }
}

char *
liaison_column_get_sort_key (const LiaisonColumn *self,
                             const LiaisonManner *manner,
                             const LiaisonBlock *block)
{
  g_autofree char *told = NULL;
  gint64 seconds;

  if (self->source == LIAISON_COLUMN_FIELD)
    return liaison_manner_get_sort_key (manner, block, self->field);
  if (is_about_time (self))
    /* From the year 1 on; what has no time comes last. */
    return get_time (self, manner, block, &seconds) ? g_strdup_printf (
               "%016" G_GINT64_MODIFIER "x", (guint64) seconds + (G_GUINT64_CONSTANT (1) << 62))
                                                    : g_strdup ("\xff");
  told = liaison_column_tell (self, manner, block);
  return self->source == LIAISON_COLUMN_ID ? g_steal_pointer (&told)
                                           : liaison_words_dup_sort_key (manner->words, told);
}

gboolean
liaison_column_is_number (const LiaisonColumn *self)
{
  return self->source == LIAISON_COLUMN_FIELD && self->field->type == LIAISON_FIELD_INTEGER;
}

gboolean
liaison_column_is_whole (const LiaisonColumn *self)
{
  if (self->source != LIAISON_COLUMN_FIELD)
    return self->source != LIAISON_COLUMN_TITLE && self->source != LIAISON_COLUMN_TOLD;
  return self->field->type == LIAISON_FIELD_INSTANT || self->field->type == LIAISON_FIELD_DURATION
         || self->field->type == LIAISON_FIELD_DATE || (self->field->flags & LIAISON_FIELD_CODE);
}

static void
write_time (const LiaisonColumn *self,
            const LiaisonManner *manner,
            const LiaisonBlock *block,
            LiaisonJsonWriter *writer)
{
  char text[LIAISON_INSTANT_TEXT_SIZE];
  const char *zone = manner->zone;
  LiaisonInstant instant;
  gint64 seconds;

  if (self->source == LIAISON_COLUMN_LOCAL)
    zone = liaison_times_get_zone (&manner->lookup, block);
  if (zone != NULL && strcmp (zone, "Etc/UTC") == 0)
    zone = NULL;
  if (!get_time (self, manner, block, &seconds)
      || !liaison_instant_from_unix (seconds, zone, &instant))
    {
      liaison_json_writer_null (writer);
      return;
    }
  liaison_instant_format (&instant, text);
  liaison_json_writer_string (writer, text);
}

void
liaison_column_write (const LiaisonColumn *self,
                      const LiaisonManner *manner,
                      const LiaisonBlock *block,
                      LiaisonJsonWriter *writer)
{
  g_autofree char *told = NULL, *plain = NULL;

  if (self->source >= LIAISON_COLUMN_LOCAL && is_about_time (self))
    {
      write_time (self, manner, block, writer);
      return;
    }
  if (self->source == LIAISON_COLUMN_FIELD)
    {
      gconstpointer at = LIAISON_BLOCK_AT (block, self->field);

      if (liaison_block_field_is_set (block, self->field))
        liaison_field_type_ops (self->field->type)->write (at, self->field, writer);
      else
        liaison_json_writer_null (writer);
      return;
    }
  told = liaison_column_tell (self, manner, block);
  plain = liaison_words_dup_without_isolates (told);
  if (*plain != '\0')
    liaison_json_writer_string (writer, plain);
  else
    liaison_json_writer_null (writer);
}
