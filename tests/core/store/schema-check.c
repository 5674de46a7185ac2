/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schema-check.h"

#include "store/schema.h"

#include <string.h>

struct _SchemaCheck
{
  JsonParser *parser;
  JsonObject *root;
  GHashTable *patterns; /* pattern -> GRegex */
  char *problem;
};

static gboolean check (SchemaCheck *self, JsonObject *schema, JsonNode *value);

static gboolean
fail (SchemaCheck *self, const char *keyword, JsonNode *value)
{
  g_autofree char *text = json_to_string (value, FALSE);

  if (self->problem == NULL)
    self->problem = g_strdup_printf ("%s: %.200s", keyword, text);
  return FALSE;
}

static gboolean
check_type (SchemaCheck *self, const char *type, JsonNode *value)
{
  if (strcmp (type, "object") == 0)
    return JSON_NODE_HOLDS_OBJECT (value);
  if (strcmp (type, "array") == 0)
    return JSON_NODE_HOLDS_ARRAY (value);
  if (strcmp (type, "string") == 0)
    return json_node_get_value_type (value) == G_TYPE_STRING;
  if (strcmp (type, "integer") == 0)
    return json_node_get_value_type (value) == G_TYPE_INT64;
  if (strcmp (type, "boolean") == 0)
    return json_node_get_value_type (value) == G_TYPE_BOOLEAN;
  g_error ("the schema has a type “%s”", type);
}

static gboolean
check_pattern (SchemaCheck *self, const char *pattern, const char *text)
{
  GRegex *regex = g_hash_table_lookup (self->patterns, pattern);
  g_autoptr (GError) error = NULL;

  if (regex == NULL)
    {
      regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, &error);
      g_assert_no_error (error);
      g_hash_table_insert (self->patterns, g_strdup (pattern), regex);
    }
  return g_regex_match (regex, text, 0, NULL);
}

static gboolean
check_names (SchemaCheck *self, JsonObject *schema, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *each = members; each != NULL; each = each->next)
    {
      g_autoptr (JsonNode) name = json_node_new (JSON_NODE_VALUE);

      json_node_set_string (name, each->data);
      if (!check (self, schema, name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_required (JsonArray *names, JsonObject *object)
{
  for (guint i = 0; i < json_array_get_length (names); i++)
    if (!json_object_has_member (object, json_array_get_string_element (names, i)))
      return FALSE;
  return TRUE;
}

/* "properties" and, for the others, "additionalProperties". */
static gboolean
check_members (SchemaCheck *self, JsonObject *schema, JsonObject *object)
{
  JsonObject *known = json_object_has_member (schema, "properties")
                          ? json_object_get_object_member (schema, "properties")
                          : NULL;
  JsonNode *others = json_object_get_member (schema, "additionalProperties");
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *each = members; each != NULL; each = each->next)
    {
      JsonNode *value = json_object_get_member (object, each->data);

      if (known != NULL && json_object_has_member (known, each->data))
        {
          if (!check (self, json_object_get_object_member (known, each->data), value))
            return FALSE;
        }
      else if (others != NULL && JSON_NODE_HOLDS_OBJECT (others))
        {
          if (!check (self, json_node_get_object (others), value))
            return FALSE;
        }
      else if (others != NULL && !json_node_get_boolean (others))
        return fail (self, "additionalProperties", value);
    }
  return TRUE;
}

static gboolean
check_items (SchemaCheck *self, JsonObject *schema, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!check (self, schema, json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

static gboolean
check_enum (JsonArray *values, JsonNode *value)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    if (json_node_equal (json_array_get_element (values, i), value))
      return TRUE;
  return FALSE;
}

static gboolean
check_reference (SchemaCheck *self, const char *path, JsonNode *value)
{
  JsonObject *definitions = json_object_get_object_member (self->root, "$defs");

  g_assert_true (g_str_has_prefix (path, "#/$defs/"));
  g_assert_true (json_object_has_member (definitions, path + strlen ("#/$defs/")));
  return check (self, json_object_get_object_member (definitions, path + strlen ("#/$defs/")),
                value);
}

/* One keyword, of which those for other types of values hold for this one. */
static gboolean
check_keyword (
    SchemaCheck *self, JsonObject *schema, const char *keyword, JsonNode *wanted, JsonNode *value)
{
  static const char *const silent[] = { "title", "description", "$schema", "$defs", NULL };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;
  GType type = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_NONE;

  if (strcmp (keyword, "$ref") == 0)
    return check_reference (self, json_node_get_string (wanted), value);
  if (strcmp (keyword, "const") == 0)
    return json_node_equal (wanted, value);
  if (strcmp (keyword, "enum") == 0)
    return check_enum (json_node_get_array (wanted), value);
  if (strcmp (keyword, "type") == 0)
    return check_type (self, json_node_get_string (wanted), value);
  if (strcmp (keyword, "minimum") == 0)
    return type != G_TYPE_INT64 || json_node_get_int (value) >= json_node_get_int (wanted);
  if (strcmp (keyword, "maximum") == 0)
    return type != G_TYPE_INT64 || json_node_get_int (value) <= json_node_get_int (wanted);
  if (strcmp (keyword, "pattern") == 0)
    return type != G_TYPE_STRING
           || check_pattern (self, json_node_get_string (wanted), json_node_get_string (value));
  if (strcmp (keyword, "maxLength") == 0)
    return type != G_TYPE_STRING
           || g_utf8_strlen (json_node_get_string (value), -1) <= json_node_get_int (wanted);
  if (strcmp (keyword, "required") == 0)
    return object == NULL || check_required (json_node_get_array (wanted), object);
  if (strcmp (keyword, "properties") == 0)
    return object == NULL || check_members (self, schema, object);
  if (strcmp (keyword, "additionalProperties") == 0)
    return object == NULL || json_object_has_member (schema, "properties")
           || check_members (self, schema, object);
  if (strcmp (keyword, "propertyNames") == 0)
    return object == NULL || check_names (self, json_node_get_object (wanted), object);
  if (strcmp (keyword, "maxProperties") == 0)
    return object == NULL || json_object_get_size (object) <= json_node_get_int (wanted);
  if (strcmp (keyword, "items") == 0)
    return array == NULL || check_items (self, json_node_get_object (wanted), array);
  if (strcmp (keyword, "maxItems") == 0)
    return array == NULL || json_array_get_length (array) <= json_node_get_int (wanted);
  if (!g_strv_contains (silent, keyword))
    g_error ("the schema has a keyword “%s”, which is not checked", keyword);
  return TRUE;
}

static gboolean
check (SchemaCheck *self, JsonObject *schema, JsonNode *value)
{
  g_autoptr (GList) keywords = json_object_get_members (schema);

  for (GList *each = keywords; each != NULL; each = each->next)
    if (!check_keyword (self, schema, each->data, json_object_get_member (schema, each->data),
                        value))
      return fail (self, each->data, value);
  return TRUE;
}

SchemaCheck *
schema_check_new (void)
{
  SchemaCheck *self = g_new0 (SchemaCheck, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (GError) error = NULL;

  liaison_schema_write (writer);
  liaison_json_writer_finish (writer, &error);
  g_assert_no_error (error);
  self->parser = json_parser_new ();
  json_parser_load_from_data (self->parser, text->str, -1, &error);
  g_assert_no_error (error);
  self->root = json_node_get_object (json_parser_get_root (self->parser));
  self->patterns =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_regex_unref);
  return self;
}

void
schema_check_free (SchemaCheck *self)
{
  g_object_unref (self->parser);
  g_hash_table_unref (self->patterns);
  g_free (self->problem);
  g_free (self);
}

gboolean
schema_check_accepts (SchemaCheck *self, const char *name, const char *json, char **problem)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *schema = self->root;
  g_autoptr (GError) error = NULL;
  gboolean valid;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  if (name != NULL)
    schema = json_object_get_object_member (json_object_get_object_member (schema, "$defs"), name);
  valid = check (self, schema, json_parser_get_root (parser));
  if (problem != NULL)
    *problem = g_steal_pointer (&self->problem);
  g_clear_pointer (&self->problem, g_free);
  return valid;
}
