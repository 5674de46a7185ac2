/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/case-shelf.h"

#include "liaison-precedents.h"
#include "words/language.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define RESOURCE_FOLDER "/org/liaisonplanner/Liaison/precedents/"
#define MAX_BYTES       (256 * 1024)
#define MAX_TEXT        4000
#define MAX_PARTS       40

G_DEFINE_QUARK (liaison - case - error, liaison_case_error)

static gboolean
fail (GError **error, const char *member, const char *what)
{
  g_set_error (error, LIAISON_CASE_ERROR, LIAISON_CASE_ERROR_MEMBER, "%s: %s", member, what);
  return FALSE;
}

static const char *
get_string (JsonNode *node)
{
  const char *string = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                               && json_node_get_value_type (node) == G_TYPE_STRING
                           ? json_node_get_string (node)
                           : NULL;

  return string != NULL && *string != '\0' && strlen (string) <= MAX_TEXT ? string : NULL;
}

static char *
read_string (JsonObject *object, const char *member, GError **error)
{
  const char *string = get_string (json_object_get_member (object, member));

  if (string == NULL)
    fail (error, member, "expected a text");
  return g_strdup (string);
}

static LiaisonText *
read_text_node (JsonNode *node, const char *member, GError **error)
{
  g_autoptr (LiaisonText) text = NULL;
  g_autoptr (GList) tags = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, member, "expected texts by language");
      return NULL;
    }
  tags = json_object_get_members (json_node_get_object (node));
  for (GList *l = tags; l != NULL; l = l->next)
    {
      const char *string = get_string (json_object_get_member (json_node_get_object (node), l->data));
      g_autofree char *tag = liaison_language_normalise (l->data);
      if (string == NULL || tag == NULL)
        {
          fail (error, member, "expected a text in a language");
          return NULL;
        }
      g_autoptr (GRefString) value = g_ref_string_new (string);
      LiaisonText *with = liaison_text_with (text, g_intern_string (tag), value);
      g_clear_pointer (&text, liaison_text_unref);
      text = with;
    }
  if (text == NULL)
    fail (error, member, "expected texts by language");
  return g_steal_pointer (&text);
}

static JsonArray *
get_array (JsonObject *object, const char *member, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) <= MAX_PARTS)
    return json_node_get_array (node);
  fail (error, member, "expected a list");
  return NULL;
}

static gboolean
read_lists (JsonObject *object, LiaisonCase *self, GError **error)
{
  JsonArray *lessons = get_array (object, "lessons", error);
  JsonArray *sources = lessons != NULL ? get_array (object, "sources", error) : NULL;

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (lessons); i++)
    {
      LiaisonText *text = read_text_node (json_array_get_element (lessons, i), "lessons", error);
      if (text == NULL)
        return FALSE;
      g_ptr_array_add (self->lessons, text);
    }
  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      const char *source = get_string (json_array_get_element (sources, i));
      if (source == NULL)
        return fail (error, "sources", "expected a text");
      g_ptr_array_add (self->sources, g_strdup (source));
    }
  return self->sources->len > 0 || fail (error, "sources", "a case without a source is a rumour");
}

static gboolean
read_case (JsonObject *object, LiaisonCase *self, GError **error)
{
  return (self->key = read_string (object, "key", error)) != NULL
         && (self->period = read_string (object, "period", error)) != NULL
         && (self->title = read_text_node (json_object_get_member (object, "title"), "title", error))
                != NULL
         && (self->setting
             = read_text_node (json_object_get_member (object, "setting"), "setting", error))
                != NULL
         && (self->liaison
             = read_text_node (json_object_get_member (object, "liaison"), "liaison", error))
                != NULL
         && read_lists (object, self, error);
}

void
liaison_case_free (LiaisonCase *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->period);
  liaison_text_unref (self->title);
  liaison_text_unref (self->setting);
  liaison_text_unref (self->liaison);
  g_ptr_array_unref (self->lessons);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

LiaisonCase *
liaison_case_read (const char *bytes, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (LiaisonCase) self = g_new0 (LiaisonCase, 1);

  self->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_text_unref);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  if (length > MAX_BYTES || !json_parser_load_from_data (parser, bytes, (gssize) length, NULL)
      || json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, LIAISON_CASE_ERROR, LIAISON_CASE_ERROR_SYNTAX,
                           "expected one object of at most 256 KiB");
      return NULL;
    }
  return read_case (json_node_get_object (json_parser_get_root (parser)), self, error)
             ? g_steal_pointer (&self)
             : NULL;
}

static gpointer
load (gpointer data)
{
  GResource *resource = liaison_precedents_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, RESOURCE_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *shelf = g_ptr_array_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes
          = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      LiaisonCase *found
          = bytes != NULL
                ? liaison_case_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL)
                : NULL;
      if (found != NULL)
        g_ptr_array_add (shelf, found);
    }
  return shelf;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(LiaisonCase *const *) a)->key, (*(LiaisonCase *const *) b)->key);
}

static gpointer
load_sorted (gpointer data)
{
  GPtrArray *shelf = load (data);

  g_ptr_array_sort (shelf, compare_keys);
  return shelf;
}

const LiaisonCase *const *
liaison_case_shelf_get (guint *n)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *shelf = g_once (&once, load_sorted, NULL);

  *n = shelf->len;
  return (const LiaisonCase *const *) shelf->pdata;
}

const LiaisonCase *
liaison_case_shelf_find (const char *key)
{
  guint n;
  const LiaisonCase *const *cases = liaison_case_shelf_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (cases[i]->key, key) == 0)
      return cases[i];
  return NULL;
}
