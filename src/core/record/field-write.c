/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-json.h"

#include "record/block-json.h"
#include "record/block.h"

void
liaison_field_write_text (gconstpointer       at,
                          const LiaisonField *field,
                          LiaisonJsonWriter  *writer)
{
  const LiaisonText *text = *(LiaisonText *const *) at;

  liaison_json_writer_begin_object (writer);
  for (guint i = 0; i < liaison_text_get_size (text); i++)
    {
      GRefString *string = liaison_text_get_string (text, i);
      liaison_json_writer_name (writer, liaison_text_get_language (text, i));
      liaison_json_writer_string_n (writer, string, g_ref_string_length (string));
    }
  liaison_json_writer_end_object (writer);
}

void
liaison_field_write_string (gconstpointer       at,
                            const LiaisonField *field,
                            LiaisonJsonWriter  *writer)
{
  GRefString *string = *(GRefString *const *) at;
  liaison_json_writer_string_n (writer, string, g_ref_string_length (string));
}

void
liaison_field_write_integer (gconstpointer       at,
                             const LiaisonField *field,
                             LiaisonJsonWriter  *writer)
{
  liaison_json_writer_integer (writer, *(const gint64 *) at);
}

void
liaison_field_write_boolean (gconstpointer       at,
                             const LiaisonField *field,
                             LiaisonJsonWriter  *writer)
{
  liaison_json_writer_boolean (writer, *(const gboolean *) at);
}

void
liaison_field_write_choice (gconstpointer       at,
                            const LiaisonField *field,
                            LiaisonJsonWriter  *writer)
{
  liaison_json_writer_string (writer, field->choices->choices[*(const int *) at].nick);
}

void
liaison_field_write_instant (gconstpointer       at,
                             const LiaisonField *field,
                             LiaisonJsonWriter  *writer)
{
  char text[LIAISON_INSTANT_TEXT_SIZE];
  gsize length = liaison_instant_format (at, text);
  liaison_json_writer_string_n (writer, text, length);
}

void
liaison_field_write_duration (gconstpointer       at,
                              const LiaisonField *field,
                              LiaisonJsonWriter  *writer)
{
  char text[LIAISON_DURATION_TEXT_SIZE];
  gsize length = liaison_duration_format (*(const gint64 *) at, text);
  liaison_json_writer_string_n (writer, text, length);
}

void
liaison_field_write_date (gconstpointer       at,
                          const LiaisonField *field,
                          LiaisonJsonWriter  *writer)
{
  char text[LIAISON_DATE_TEXT_SIZE];
  gsize length = liaison_date_format (*(const gint32 *) at, text);
  liaison_json_writer_string_n (writer, text, length);
}

static void
write_name (gconstpointer      at,
            LiaisonJsonWriter *writer)
{
  liaison_json_writer_string (writer, *(const char *const *) at);
}

void
liaison_field_write_zone (gconstpointer       at,
                          const LiaisonField *field,
                          LiaisonJsonWriter  *writer)
{
  write_name (at, writer);
}

void
liaison_field_write_nation (gconstpointer       at,
                            const LiaisonField *field,
                            LiaisonJsonWriter  *writer)
{
  write_name (at, writer);
}

void
liaison_field_write_nations (gconstpointer       at,
                             const LiaisonField *field,
                             LiaisonJsonWriter  *writer)
{
  guint n;
  const char *const *codes = liaison_codes_get (*(LiaisonCodes *const *) at, &n);

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    liaison_json_writer_string (writer, codes[i]);
  liaison_json_writer_end_array (writer);
}

void
liaison_field_write_level (gconstpointer       at,
                           const LiaisonField *field,
                           LiaisonJsonWriter  *writer)
{
  char text[LIAISON_LEVEL_TEXT_SIZE];
  gsize length = liaison_level_format (at, text);
  liaison_json_writer_string_n (writer, text, length);
}

static void
write_id (LiaisonId          id,
          LiaisonJsonWriter *writer)
{
  char text[LIAISON_ID_TEXT_SIZE];
  liaison_id_format (id, text);
  liaison_json_writer_string_n (writer, text, LIAISON_ID_TEXT_SIZE - 1);
}

void
liaison_field_write_reference (gconstpointer       at,
                               const LiaisonField *field,
                               LiaisonJsonWriter  *writer)
{
  write_id (*(const LiaisonId *) at, writer);
}

void
liaison_field_write_references (gconstpointer       at,
                                const LiaisonField *field,
                                LiaisonJsonWriter  *writer)
{
  guint n;
  const LiaisonId *ids = liaison_ids_get (*(LiaisonIds *const *) at, &n);

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    write_id (ids[i], writer);
  liaison_json_writer_end_array (writer);
}

void
liaison_field_write_marking (gconstpointer       at,
                             const LiaisonField *field,
                             LiaisonJsonWriter  *writer)
{
  const LiaisonMarking *marking = *(LiaisonMarking *const *) at;

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "level");
  liaison_json_writer_string (writer, marking->level);
  if (marking->nations != NULL)
    {
      liaison_json_writer_name (writer, "nations");
      liaison_field_write_nations (&marking->nations, field, writer);
    }
  if (marking->groups != NULL)
    {
      liaison_json_writer_name (writer, "groups");
      liaison_field_write_references (&marking->groups, field, writer);
    }
  liaison_json_writer_end_object (writer);
}

void
liaison_field_write_items (gconstpointer       at,
                           const LiaisonField *field,
                           LiaisonJsonWriter  *writer)
{
  const LiaisonItems *items = *(LiaisonItems *const *) at;

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    liaison_block_write (liaison_items_get (items, i), writer);
  liaison_json_writer_end_array (writer);
}
