/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-profile.h"

#include "exchange/import-own.h"
#include "record/intern.h"
#include "record/zone.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT  "liaison-import-profile"
#define VERSION 1
/* A profile is a page of text. */
#define MAX_BYTES (256 * 1024)
#define MAX_DEPTH 8
/* Headings are looked for in so many rows. */
#define HEADING_ROWS 60

static const char *const roles[] = {
  [LIAISON_IMPORT_IGNORE] = "ignore", [LIAISON_IMPORT_FIELD] = "field",
  [LIAISON_IMPORT_DAY] = "day",       [LIAISON_IMPORT_END] = "end",
  [LIAISON_IMPORT_MEMBER] = "member", [LIAISON_IMPORT_NOTES] = "notes",
  [LIAISON_IMPORT_ID] = "id",         [LIAISON_IMPORT_OWN] = "own"
};

/* Writing */

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_column (JsonBuilder *builder, const LiaisonKind *kind, const LiaisonImportColumn *column)
{
  json_builder_begin_object (builder);
  add_string (builder, "heading", column->heading);
  add_string (builder, "role", roles[column->role]);
  if (column->field >= 0)
    add_string (builder, "field", kind->shape.fields[column->field].name);
  if (column->own != NULL)
    add_string (builder, "column", column->own->key);
  if (column->unit != 0)
    {
      json_builder_set_member_name (builder, "unit");
      json_builder_add_int_value (builder, column->unit);
    }
  if (column->zone != NULL)
    add_string (builder, "zone", column->zone);
  json_builder_end_object (builder);
}

static void
add_letters (JsonBuilder *builder, const LiaisonImportMapping *mapping)
{
  json_builder_set_member_name (builder, "letters");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (mapping->letters.units); i++)
    {
      const char letter[2] = { (char) ('A' + i), '\0' };

      json_builder_set_member_name (builder, letter);
      json_builder_add_int_value (builder, mapping->letters.units[i]);
    }
  json_builder_end_object (builder);
}

char *
liaison_import_profile_write (const LiaisonImportMapping *mapping)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "format", FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  add_string (builder, "table", mapping->kind->plural);
  if (mapping->zone != NULL)
    add_string (builder, "zone", mapping->zone);
  add_string (builder, "first-in-dates", mapping->month_first ? "month" : "day");
  add_string (builder, "sections",
              mapping->sections == LIAISON_IMPORT_SECTIONS_OUT ? "out" : "parents");
  add_string (builder, "gone", mapping->gone == LIAISON_IMPORT_GONE_REMOVE ? "remove" : "retire");
  add_boolean (builder, "create", mapping->create);
  add_boolean (builder, "empty-clears", mapping->empty_clears);
  add_boolean (builder, "default-marking", mapping->mark);
  add_boolean (builder, "hidden-rows", mapping->hidden_rows);
  if (mapping->originator != NULL)
    add_string (builder, "originator", mapping->originator);
  json_builder_set_member_name (builder, "key");
  json_builder_begin_array (builder);
  for (guint i = 0; i < LIAISON_IMPORT_MAX_KEYS; i++)
    if (mapping->keys[i] >= 0)
      json_builder_add_string_value (builder, mapping->kind->shape.fields[mapping->keys[i]].name);
  json_builder_end_array (builder);
  add_letters (builder, mapping);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mapping->n_columns; i++)
    if (*mapping->columns[i].heading != '\0')
      add_column (builder, mapping->kind, &mapping->columns[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

/* Reading */

static gboolean
fail (GError **error, const char *what)
{
  g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_MAPPING, "profile: %s", what);
  return FALSE;
}

/* json-glib goes down as deep as it is led. */
static gboolean
is_shallow (const char *text, gsize length)
{
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '{' || text[i] == '[')
        depth++;
      if (depth > MAX_DEPTH)
        return FALSE;
      if ((text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
    }
  return TRUE;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

static gint64
get_integer (JsonObject *object, const char *name, gint64 otherwise)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : otherwise;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The object of a profile; the parser owns it. */
static JsonObject *
parse (JsonParser *parser, const char *text, gssize length, GError **error)
{
  const gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (GError) why = NULL;
  JsonNode *root;
  JsonObject *object;

  if (size > MAX_BYTES || !g_utf8_validate_len (text, size, NULL) || !is_shallow (text, size))
    {
      fail (error, "this is none");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) size, &why))
    {
      fail (error, why->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object == NULL || g_strcmp0 (get_string (object, "format"), FORMAT) != 0
      || get_integer (object, "version", 0) > VERSION)
    {
      fail (error, "not of this format and version");
      return NULL;
    }
  return object;
}

static const LiaisonKind *
find_kind (JsonObject *object, GError **error)
{
  const char *table = get_string (object, "table");
  const LiaisonKind *kind = table != NULL ? liaison_kind_find (table) : NULL;

  if (kind != NULL && liaison_import_is_kind (kind))
    return kind;
  fail (error, "no such table");
  return NULL;
}

const LiaisonKind *
liaison_import_profile_get_kind (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = parse (parser, text, length, error);

  return object != NULL ? find_kind (object, error) : NULL;
}

/* The column of the profile with this heading; NULL: none. */
static JsonObject *
find_column (JsonArray *columns, const char *heading)
{
  g_autofree char *wanted = liaison_import_names_fold (heading);

  for (guint i = 0; *wanted != '\0' && i < json_array_get_length (columns); i++)
    {
      JsonObject *column = get_element (columns, i);
      const char *there = column != NULL ? get_string (column, "heading") : NULL;
      g_autofree char *folded = there != NULL ? liaison_import_names_fold (there) : NULL;

      if (g_strcmp0 (folded, wanted) == 0)
        return column;
    }
  return NULL;
}

/* The row in which most of the profile's headings stand; -1: none has any. */
static int
find_headings (JsonArray *columns, const LiaisonSheet *sheet)
{
  guint best = 0;
  int found = -1;

  for (guint i = 0; i < MIN (liaison_sheet_get_n_rows (sheet), HEADING_ROWS); i++)
    {
      const LiaisonSheetRow *row = liaison_sheet_get_row (sheet, i);
      const LiaisonCell *cells = liaison_sheet_get_cells (sheet, row);
      guint n = 0;

      for (guint c = 0; c < row->n_cells; c++)
        n += cells[c].type == LIAISON_CELL_TEXT && find_column (columns, cells[c].as.text) != NULL;
      if (n <= best)
        continue;
      best = n;
      found = (int) i;
    }
  return found;
}

/* Where a plan has no such column it stays what it was guessed to be. */
static void
read_own (LiaisonImportMapping *mapping,
          guint index,
          JsonObject *column,
          const LiaisonManner *manner,
          const LiaisonSnapshot *snapshot)
{
  const char *role = get_string (column, "role"), *key = get_string (column, "column");
  const LiaisonOwnColumn *own = NULL;

  if (g_strcmp0 (role, roles[LIAISON_IMPORT_OWN]) == 0 && key != NULL)
    own = liaison_import_own_find (snapshot, mapping->kind,
                                   liaison_words_get_language (manner->words), key);
  if (own != NULL)
    liaison_import_mapping_set_own (mapping, index, own);
}

static void
read_column (LiaisonImportMapping *mapping, guint index, JsonObject *column)
{
  const char *role = get_string (column, "role"), *name = get_string (column, "field");
  const char *zone = get_string (column, "zone");
  const LiaisonField *field =
      name != NULL ? liaison_shape_find (&mapping->kind->shape, name, NULL) : NULL;
  const int place = field != NULL ? (int) (field - mapping->kind->shape.fields) : -1;

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      if (!g_str_equal (role, roles[i])
          || ((i == LIAISON_IMPORT_FIELD || i == LIAISON_IMPORT_MEMBER) && place < 0)
          || i == LIAISON_IMPORT_OWN
          || (i == LIAISON_IMPORT_MEMBER && field->type != LIAISON_FIELD_NATIONS
              && field->type != LIAISON_FIELD_REFERENCES))
        continue;
      liaison_import_mapping_set_column (mapping, index, i, place);
      mapping->columns[index].unit =
          (gint32) CLAMP (get_integer (column, "unit", 0), 0, 366 * 86400);
      mapping->columns[index].zone = zone != NULL && liaison_zone_is_known (zone)
                                         ? liaison_zone_intern (zone, strlen (zone))
                                         : NULL;
    }
}

static void
read_keys (LiaisonImportMapping *mapping, JsonObject *object)
{
  JsonArray *keys = get_array (object, "key");
  guint n = 0, index;

  if (keys == NULL)
    return;
  for (guint i = 0; i < LIAISON_IMPORT_MAX_KEYS; i++)
    mapping->keys[i] = -1;
  for (guint i = 0; i < json_array_get_length (keys) && n < LIAISON_IMPORT_MAX_KEYS; i++)
    {
      JsonNode *node = json_array_get_element (keys, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING
          && liaison_shape_find (&mapping->kind->shape, json_node_get_string (node), &index)
                 != NULL)
        mapping->keys[n++] = (gint16) index;
    }
}

static void
read_options (LiaisonImportMapping *mapping, JsonObject *object)
{
  const char *zone = get_string (object, "zone"), *originator = get_string (object, "originator");
  JsonNode *letters = json_object_get_member (object, "letters");

  if (zone != NULL && liaison_zone_is_known (zone))
    liaison_import_mapping_set_zone (mapping, zone);
  mapping->month_first = g_strcmp0 (get_string (object, "first-in-dates"), "month") == 0;
  mapping->sections = g_strcmp0 (get_string (object, "sections"), "out") == 0
                          ? LIAISON_IMPORT_SECTIONS_OUT
                          : LIAISON_IMPORT_SECTIONS_PARENTS;
  mapping->gone = g_strcmp0 (get_string (object, "gone"), "remove") == 0
                      ? LIAISON_IMPORT_GONE_REMOVE
                      : LIAISON_IMPORT_GONE_RETIRE;
  mapping->create = get_boolean (object, "create");
  mapping->empty_clears = get_boolean (object, "empty-clears");
  mapping->mark = get_boolean (object, "default-marking");
  mapping->hidden_rows = get_boolean (object, "hidden-rows");
  if (originator != NULL && liaison_code_is_valid (originator, strlen (originator)))
    mapping->originator = liaison_intern (originator, strlen (originator));
  for (char letter = 'A'; letter <= 'Z' && letters != NULL && JSON_NODE_HOLDS_OBJECT (letters);
       letter++)
    {
      const char name[2] = { letter, '\0' };
      gint64 unit = get_integer (json_node_get_object (letters), name, 0);

      if (unit > 0 && unit <= 366 * 86400)
        liaison_import_mapping_set_letter (mapping, letter, (gint32) unit);
    }
}

LiaisonImportMapping *
liaison_import_profile_apply (const char *text,
                              gssize length,
                              const LiaisonSheet *sheet,
                              const LiaisonManner *manner,
                              const LiaisonSnapshot *snapshot,
                              GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = parse (parser, text, length, error);
  const LiaisonKind *kind = object != NULL ? find_kind (object, error) : NULL;
  JsonArray *columns = kind != NULL ? get_array (object, "columns") : NULL;
  LiaisonImportMapping *mapping;
  int headings;

  if (kind == NULL)
    return NULL;
  headings = columns != NULL ? find_headings (columns, sheet) : -1;
  if (headings < 0)
    {
      fail (error, "none of its columns is in this file");
      return NULL;
    }
  mapping = liaison_import_guess_below (sheet, kind, headings, manner, snapshot);
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      JsonObject *column = find_column (columns, mapping->columns[i].heading);

      if (column == NULL)
        continue;
      read_column (mapping, i, column);
      read_own (mapping, i, column, manner, snapshot);
    }
  read_keys (mapping, object);
  read_options (mapping, object);
  return mapping;
}
