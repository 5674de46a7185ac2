/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "every-field.h"

#include "json/writer.h"

static const char *const nasty[] = {
  "=1+1",
  "+4712345678",
  "-2",
  "@SUM(A1)",
  "'=quoted",
  "''",
  "\"Quoted\", with; all\tkinds of\nbreaks\r\n",
  "مؤتمر التخطيط & <b>R&D</b>",
  "演習の計画、第二部",
  " leading and trailing ",
  "＝１＋１",
  "e\xcc\x81toile 🛟",
  "\u2067رافعة\u2069 (\u2068FR\u2069), \u2066open",
};

static const char *
pick_nasty (guint seed)
{
  return nasty[seed % G_N_ELEMENTS (nasty)];
}

static void
write_id (LiaisonJsonWriter *writer, guint seed)
{
  g_autofree char *id = g_strdup_printf ("01a06b38-9361-70ff-99ea-%012x", seed + 1);

  liaison_json_writer_string (writer, id);
}

static void write_members (LiaisonJsonWriter *writer, const LiaisonShape *shape, guint seed);

static void
write_items (LiaisonJsonWriter *writer, const LiaisonField *field, guint seed)
{
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < 1 + seed % 3; i++)
    {
      liaison_json_writer_begin_object (writer);
      liaison_json_writer_name (writer, "id");
      write_id (writer, seed * 4 + i);
      write_members (writer, field->items, seed + i);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
}

static void
write_text (LiaisonJsonWriter *writer, guint seed)
{
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "ar");
  liaison_json_writer_string (writer, pick_nasty (seed + 7));
  liaison_json_writer_name (writer, "en");
  liaison_json_writer_string (writer, pick_nasty (seed));
  liaison_json_writer_end_object (writer);
}

static void
write_marking (LiaisonJsonWriter *writer, guint seed)
{
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "level");
  liaison_json_writer_string (writer, seed % 2 ? "EXERCISE-UNCLASSIFIED" : "TLP:AMBER+STRICT");
  liaison_json_writer_name (writer, "nations");
  liaison_json_writer_begin_array (writer);
  liaison_json_writer_string (writer, "FR");
  liaison_json_writer_string (writer, "NO");
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
}

static void
write_duration (LiaisonJsonWriter *writer, const LiaisonField *field, guint seed)
{
  gint64 seconds = seed % 2 ? 9000 : 300599;
  char text[LIAISON_DURATION_TEXT_SIZE];

  if (field->maximum > 0)
    seconds = CLAMP (seconds, field->minimum, field->maximum);
  liaison_duration_format (seconds, text);
  liaison_json_writer_string (writer, text);
}

static void
write_value (LiaisonJsonWriter *writer, const LiaisonField *field, guint seed)
{
  static const char *const instants[] = { "2027-05-14T15:00+02:00[Europe/Oslo]",
                                          "2027-05-14T13:00:07Z", "STARTEX+2d4h30m",
                                          "ENDEX-2d@09:00[Asia/Kathmandu]",
                                          "start(01a06b38-9361-70ff-99ea-000000000001)-1h" };

  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
      write_text (writer, seed);
      break;
    case LIAISON_FIELD_STRING:
      liaison_json_writer_string (writer, pick_nasty (seed));
      break;
    case LIAISON_FIELD_INTEGER:
      liaison_json_writer_integer (writer, field->minimum < 0 ? -1 : field->minimum + seed % 2);
      break;
    case LIAISON_FIELD_BOOLEAN:
      liaison_json_writer_boolean (writer, TRUE);
      break;
    case LIAISON_FIELD_CHOICE:
      liaison_json_writer_string (writer,
                                  field->choices->choices[1 + seed % (field->choices->n - 1)].nick);
      break;
    case LIAISON_FIELD_INSTANT:
      liaison_json_writer_string (writer, instants[seed % G_N_ELEMENTS (instants)]);
      break;
    case LIAISON_FIELD_DURATION:
      write_duration (writer, field, seed);
      break;
    case LIAISON_FIELD_DATE:
      liaison_json_writer_string (writer, seed % 2 ? "2028-02-29" : "1999-12-31");
      break;
    case LIAISON_FIELD_ZONE:
      liaison_json_writer_string (writer, "America/Argentina/Buenos_Aires");
      break;
    case LIAISON_FIELD_NATION:
      liaison_json_writer_string (writer, seed % 2 ? "NATO" : "FR");
      break;
    case LIAISON_FIELD_NATIONS:
      liaison_json_writer_raw (writer, "[\"FR\",\"NATO\"]", 13);
      break;
    case LIAISON_FIELD_LEVEL:
      liaison_json_writer_string (writer, "fr 3322");
      break;
    case LIAISON_FIELD_REFERENCE:
      write_id (writer, seed);
      break;
    case LIAISON_FIELD_REFERENCES:
      liaison_json_writer_begin_array (writer);
      write_id (writer, seed);
      write_id (writer, seed + 1);
      liaison_json_writer_end_array (writer);
      break;
    case LIAISON_FIELD_MARKING:
      write_marking (writer, seed);
      break;
    case LIAISON_FIELD_ITEMS:
      write_items (writer, field, seed);
      break;
    }
}

static void
write_members (LiaisonJsonWriter *writer, const LiaisonShape *shape, guint seed)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      liaison_json_writer_name (writer, shape->fields[i].name);
      write_value (writer, &shape->fields[i], seed + i);
    }
}

LiaisonBlock *
every_field_block (const LiaisonKind *kind, guint seed)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (json);
  g_autoptr (LiaisonJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonBlock *block;

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "id");
  write_id (writer, seed);
  write_members (writer, &kind->shape, seed);
  liaison_json_writer_end_object (writer);
  g_assert_true (liaison_json_writer_finish (writer, &error));
  reader = liaison_json_reader_new_for_data (json->str, json->len, kind->shape.name,
                                             &liaison_json_default_limits);
  block = liaison_block_read (&kind->shape, reader, TRUE, &error);
  g_assert_no_error (error);
  return block;
}
