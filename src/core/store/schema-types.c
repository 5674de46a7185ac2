/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/schema-types.h"

#include "record/field-type.h"

/* Members of one set, list or map, as the reader takes them. */
#define MAX_MEMBERS   10000
#define MAX_LANGUAGES 200
/* Whole numbers that every JSON reader keeps: 2^53 - 1. */
#define MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)

/* Parts of the patterns, ECMA-262. Each follows the grammar that its reader states: instants in
 * record/instant.h, durations and dates in record/duration.h, levels in record/level.h. */
#define UUID  "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
#define DATE  "(?:19[0-9]{2}|2[01][0-9]{2}|2200)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
#define CLOCK "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
#define ZONE  "[A-Za-z][A-Za-z0-9_+/-]{0,63}"
#define COUNT "[1-9][0-9]*"
#define FIXED                                                                                      \
  DATE "T" CLOCK "(?:Z|[+-](?:0[0-9]|1[0-8]):[0-5][0-9](?::[0-5][0-9])?(?:\\[" ZONE "\\])?)"
#define ANCHOR   "(?:STARTEX|ENDEX|(?:start|end)\\(" UUID "\\))"
#define CHAIN    "[+-](?=[0-9])(?:" COUNT "d)?(?:" COUNT "h)?(?:" COUNT "m)?(?:" COUNT "s)?"
#define ELAPSED  ANCHOR "(?:" CHAIN ")?"
#define AT_CLOCK ANCHOR "(?:[+-]" COUNT "d)?@" CLOCK "(?:Z|\\[" ZONE "\\])"
#define DURATION                                                                                   \
  "P(?:" COUNT "W|(?=[0-9T])(?:" COUNT "D)?(?:T(?=[0-9])(?:" COUNT "H)?(?:" COUNT "M)?(?:" COUNT   \
  "S)?)?)"
#define LANGUAGE "[A-Za-z][A-Za-z0-9-]{1,34}"
#define SKILL    "(?:[0-4]\\+?|5|-)"

static const struct
{
  const char *name;
  const char *description;
  const char *pattern;
} strings[] = {
  { "id", "A UUID in lower case, of version 7 where the program made it; never used again.",
    "^(?!00000000-0000-0000-0000-000000000000$)" UUID "$" },
  { "string", "Text that is the same in every language.", "^[^\\x00]*$" },
  { "instant",
    "A point in time: fixed (RFC 9557), so long after STARTEX, ENDEX or another record’s start or "
    "end, or at a clock time so many days after.",
    "^(?:" FIXED "|" ELAPSED "|" AT_CLOCK ")$" },
  { "duration", "ISO 8601 without years and months; a day is 24 hours.",
    "^(?:PT0S|-?" DURATION ")$" },
  { "date", "A day of the years 1900 to 2200.", "^" DATE "$" },
  { "zone", "A time zone of the IANA data base, such as Europe/Oslo.", "^" ZONE "$" },
  { "nation-code", "The ISO 3166 code of a nation, or the code of an organisation such as NATO.",
    "^[A-Z][A-Z0-9-]{1,13}$" },
  { "level",
    "A language and, after a blank, the level in listening, speaking, reading and writing by "
    "STANAG 6001, such as fr 3332.",
    "^" LANGUAGE "(?: " SKILL "{4})?$" },
};

void
liaison_schema_write_member (LiaisonJsonWriter *writer, const char *name, const char *text)
{
  liaison_json_writer_name (writer, name);
  liaison_json_writer_string (writer, text);
}

void
liaison_schema_write_reference (LiaisonJsonWriter *writer, const char *name)
{
  g_autofree char *path = g_strconcat ("#/$defs/", name, NULL);

  liaison_schema_write_member (writer, "$ref", path);
}

static void
write_integer (LiaisonJsonWriter *writer, const char *name, gint64 value)
{
  liaison_json_writer_name (writer, name);
  liaison_json_writer_integer (writer, value);
}

static void
write_array_of (LiaisonJsonWriter *writer, const char *name)
{
  liaison_schema_write_member (writer, "type", "array");
  liaison_json_writer_name (writer, "items");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_reference (writer, name);
  liaison_json_writer_end_object (writer);
  write_integer (writer, "maxItems", MAX_MEMBERS);
}

static void
write_text_type (LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "text");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "description",
                               "Text in several languages, each under its tag (BCP 47).");
  liaison_schema_write_member (writer, "type", "object");
  liaison_json_writer_name (writer, "propertyNames");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "pattern", "^" LANGUAGE "$");
  liaison_json_writer_end_object (writer);
  write_integer (writer, "maxProperties", MAX_LANGUAGES);
  liaison_json_writer_name (writer, "additionalProperties");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_reference (writer, "string");
  liaison_json_writer_end_object (writer);
  liaison_json_writer_end_object (writer);
}

static void
write_marking_set (LiaisonJsonWriter *writer, const char *name, const char *members)
{
  liaison_json_writer_name (writer, name);
  liaison_json_writer_begin_object (writer);
  write_array_of (writer, members);
  liaison_json_writer_end_object (writer);
}

/* The only object without room for members of later versions: one of them could narrow a release.
 */
static void
write_marking_type (LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "marking");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (
      writer, "description",
      "A level of the marking scheme, and the nations and groups it may be released to.");
  liaison_schema_write_member (writer, "type", "object");
  liaison_json_writer_name (writer, "required");
  liaison_json_writer_begin_array (writer);
  liaison_json_writer_string (writer, "level");
  liaison_json_writer_end_array (writer);
  liaison_json_writer_name (writer, "properties");
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "level");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "type", "string");
  liaison_schema_write_member (writer, "pattern", "^[A-Z][A-Z0-9+:_-]{0,39}$");
  liaison_json_writer_end_object (writer);
  write_marking_set (writer, "nations", "nation-code");
  write_marking_set (writer, "groups", "id");
  liaison_json_writer_end_object (writer);
  liaison_json_writer_name (writer, "additionalProperties");
  liaison_json_writer_boolean (writer, FALSE);
  liaison_json_writer_end_object (writer);
}

void
liaison_schema_write_types (LiaisonJsonWriter *writer)
{
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      liaison_json_writer_name (writer, strings[i].name);
      liaison_json_writer_begin_object (writer);
      liaison_schema_write_member (writer, "description", strings[i].description);
      liaison_schema_write_member (writer, "type", "string");
      liaison_schema_write_member (writer, "pattern", strings[i].pattern);
      liaison_json_writer_end_object (writer);
    }
  write_text_type (writer);
  write_marking_type (writer);
}

/* A string has at most as many characters as bytes. */
static void
write_string (LiaisonJsonWriter *writer, const LiaisonField *field)
{
  liaison_schema_write_reference (writer, "string");
  write_integer (writer, "maxLength", (gint64) liaison_field_get_limit (field));
}

static void
write_text (LiaisonJsonWriter *writer, const LiaisonField *field)
{
  liaison_schema_write_reference (writer, "text");
  liaison_json_writer_name (writer, "additionalProperties");
  liaison_json_writer_begin_object (writer);
  write_integer (writer, "maxLength", (gint64) liaison_field_get_limit (field));
  liaison_json_writer_end_object (writer);
}

static void
write_number (LiaisonJsonWriter *writer, const LiaisonField *field)
{
  gboolean bounded = field->minimum != 0 || field->maximum != 0;

  liaison_schema_write_member (writer, "type", "integer");
  write_integer (writer, "minimum", bounded ? field->minimum : -MAX_INTEGER);
  write_integer (writer, "maximum", bounded ? field->maximum : MAX_INTEGER);
}

static void
write_choice (LiaisonJsonWriter *writer, const LiaisonField *field)
{
  liaison_json_writer_name (writer, "enum");
  liaison_json_writer_begin_array (writer);
  for (guint i = 1; i < field->choices->n; i++)
    liaison_json_writer_string (writer, field->choices->choices[i].nick);
  liaison_json_writer_end_array (writer);
}

static void
write_type (LiaisonJsonWriter *writer, const LiaisonField *field)
{
  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
      write_text (writer, field);
      break;
    case LIAISON_FIELD_STRING:
      write_string (writer, field);
      break;
    case LIAISON_FIELD_INTEGER:
      write_number (writer, field);
      break;
    case LIAISON_FIELD_BOOLEAN:
      liaison_schema_write_member (writer, "type", "boolean");
      break;
    case LIAISON_FIELD_CHOICE:
      write_choice (writer, field);
      break;
    case LIAISON_FIELD_NATION:
      liaison_schema_write_reference (writer, "nation-code");
      break;
    case LIAISON_FIELD_NATIONS:
      write_array_of (writer, "nation-code");
      break;
    case LIAISON_FIELD_REFERENCE:
      liaison_schema_write_reference (writer, "id");
      break;
    case LIAISON_FIELD_REFERENCES:
      write_array_of (writer, "id");
      break;
    case LIAISON_FIELD_ITEMS:
      write_array_of (writer, field->items->name);
      break;
    default:
      liaison_schema_write_reference (writer, liaison_field_type_ops (field->type)->name);
    }
}

void
liaison_schema_write_field (LiaisonJsonWriter *writer, const LiaisonField *field)
{
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "title", field->label);
  if (field->help != NULL)
    liaison_schema_write_member (writer, "description", field->help);
  write_type (writer, field);
  liaison_json_writer_end_object (writer);
}
