/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/outline.h"

#include "liaison-outlines.h"

#include "record/intern.h"
#include "record/order-key.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define PREFIX "/org/liaisonplanner/Liaison/briefings/"
/* Bounds of what a file may hold. */
#define MAX_ITEMS 200
#define MAX_TEXT  2000

G_DEFINE_QUARK (liaison - outline - error - quark, liaison_outline_error)

static void
topic_clear (gpointer data)
{
  g_clear_pointer (&((LiaisonOutlineTopic *) data)->question, liaison_text_unref);
}

static void
phrase_clear (gpointer data)
{
  g_clear_pointer (&((LiaisonOutlinePhrase *) data)->meaning, liaison_text_unref);
}

void
liaison_outline_free (LiaisonOutline *self)
{
  g_free (self->name);
  g_free (self->source);
  g_clear_pointer (&self->title, liaison_text_unref);
  g_clear_pointer (&self->summary, liaison_text_unref);
  g_array_unref (self->topics);
  g_array_unref (self->phrases);
  g_ptr_array_unref (self->ranks);
  g_free (self);
}

static gboolean
fail (GError **error, const char *member, const char *why)
{
  g_set_error (error, LIAISON_OUTLINE_ERROR, LIAISON_OUTLINE_ERROR_FORMAT, "%s: %s", member, why);
  return FALSE;
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *string = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                               && json_node_get_value_type (node) == G_TYPE_STRING
                           ? json_node_get_string (node)
                           : NULL;

  return string != NULL && strlen (string) <= MAX_TEXT && g_utf8_validate (string, -1, NULL)
             ? string
             : NULL;
}

static gboolean
read_text (JsonObject *object, const char *member, LiaisonText **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GList) names = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, member, "expected texts by language");
  names = json_object_get_members (json_node_get_object (node));
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *string = get_string (json_node_get_object (node), l->data);
      GRefString *counted;
      LiaisonText *more;

      if (string == NULL || strlen (l->data) > 35)
        return fail (error, member, "expected a text of at most 2000 bytes");
      counted = g_ref_string_new (string);
      more = liaison_text_with (*text, liaison_intern (l->data, strlen (l->data)), counted);
      g_ref_string_release (counted);
      g_clear_pointer (text, liaison_text_unref);
      *text = more;
    }
  if (liaison_text_lookup (*text, "en") == NULL)
    return fail (error, member, "no English");
  return TRUE;
}

static JsonArray *
get_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) <= MAX_ITEMS ? array : NULL;
}

/* Element @index as an object with @choice, a nick of @choices. */
static JsonObject *
get_element (
    JsonArray *array, guint index, const char *choice, const LiaisonChoices *choices, guint *place)
{
  JsonNode *node = json_array_get_element (array, index);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *nick = object != NULL ? get_string (object, choice) : NULL;

  *place = nick != NULL ? liaison_choices_find (choices, nick, strlen (nick)) : 0;
  return *place != 0 ? object : NULL;
}

static gboolean
read_topics (LiaisonOutline *self, JsonObject *root, GError **error)
{
  JsonArray *array = get_array (root, "topics");

  if (array == NULL)
    return fail (error, "topics", "expected an array");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      guint place;
      JsonObject *object = get_element (array, i, "topic", &liaison_briefing_topics, &place);
      LiaisonOutlineTopic topic = { (LiaisonBriefingTopic) place, NULL };

      if (object == NULL)
        return fail (error, "topics", "no such topic");
      if (!read_text (object, "question", &topic.question, error))
        {
          topic_clear (&topic);
          return FALSE;
        }
      g_array_append_val (self->topics, topic);
    }
  return TRUE;
}

static gboolean
read_phrases (LiaisonOutline *self, JsonObject *root, GError **error)
{
  JsonArray *array = get_array (root, "phrases");

  if (array == NULL)
    return fail (error, "phrases", "expected an array");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      guint place;
      JsonObject *object = get_element (array, i, "use", &liaison_phrase_uses, &place);
      LiaisonOutlinePhrase phrase = { (LiaisonPhraseUse) place, NULL };

      if (object == NULL)
        return fail (error, "phrases", "no such use");
      if (!read_text (object, "meaning", &phrase.meaning, error))
        {
          phrase_clear (&phrase);
          return FALSE;
        }
      g_array_append_val (self->phrases, phrase);
    }
  return TRUE;
}

static gboolean
read_ranks (LiaisonOutline *self, JsonObject *root, GError **error)
{
  JsonArray *array = get_array (root, "ranks");

  if (array == NULL)
    return fail (error, "ranks", "expected an array");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_string (node) == NULL
          || strlen (json_node_get_string (node)) > 20)
        return fail (error, "ranks", "expected codes");
      g_ptr_array_add (self->ranks, g_strdup (json_node_get_string (node)));
    }
  return TRUE;
}

LiaisonOutline *
liaison_outline_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (LiaisonOutline) self = g_new0 (LiaisonOutline, 1);
  JsonNode *node;
  JsonObject *root;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  self->topics = g_array_new (FALSE, FALSE, sizeof (LiaisonOutlineTopic));
  self->phrases = g_array_new (FALSE, FALSE, sizeof (LiaisonOutlinePhrase));
  self->ranks = g_ptr_array_new_with_free_func (g_free);
  g_array_set_clear_func (self->topics, topic_clear);
  g_array_set_clear_func (self->phrases, phrase_clear);
  if (!json_parser_load_from_data (parser, data, (gssize) size, error))
    return NULL;
  node = json_parser_get_root (parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "outline", "expected an object");
      return NULL;
    }
  root = json_node_get_object (node);
  self->name = g_strdup (get_string (root, "name"));
  self->source = g_strdup (get_string (root, "source"));
  if (self->name == NULL)
    {
      fail (error, "name", "expected a text");
      return NULL;
    }
  if (!read_text (root, "title", &self->title, error)
      || !read_text (root, "summary", &self->summary, error) || !read_topics (self, root, error)
      || !read_ranks (self, root, error) || !read_phrases (self, root, error))
    return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
liaison_outline_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_outline_free);
  g_auto (GStrv) names = g_resource_enumerate_children (liaison_outlines_get_resource (), PREFIX,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (PREFIX, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (liaison_outlines_get_resource (), path,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr (GError) error = NULL;
      LiaisonOutline *outline = bytes != NULL ? liaison_outline_read (bytes, &error) : NULL;

      if (outline == NULL)
        g_warning ("%s: %s", path, error != NULL ? error->message : "not there");
      else
        g_ptr_array_add (list, outline);
    }
  return list;
}

/* The next key of an order. */
static GRefString *
take_order (char **last)
{
  char *next = liaison_order_key_between (*last, NULL);

  g_free (*last);
  *last = next;
  return g_ref_string_new (next);
}

static LiaisonItems *
make_statements (const LiaisonOutline *self, gint64 now)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autofree char *order = NULL;

  for (guint i = 0; i < self->topics->len; i++)
    {
      LiaisonStatementData *data =
          (gpointer) liaison_block_new (&liaison_statement_shape, liaison_id_new (now));

      data->topic = g_array_index (self->topics, LiaisonOutlineTopic, i).topic;
      data->status = LIAISON_STATEMENT_STATUS_PROPOSED;
      data->order = take_order (&order);
      g_ptr_array_add (blocks, data);
    }
  return liaison_items_new_take ((LiaisonBlock **) blocks->pdata, blocks->len);
}

static LiaisonItems *
make_ranks (const LiaisonOutline *self, gint64 now)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autofree char *order = NULL;

  for (guint i = 0; i < self->ranks->len; i++)
    {
      LiaisonRankNameData *data =
          (gpointer) liaison_block_new (&liaison_rank_name_shape, liaison_id_new (now));

      data->code = g_ref_string_new (self->ranks->pdata[i]);
      data->order = take_order (&order);
      g_ptr_array_add (blocks, data);
    }
  return liaison_items_new_take ((LiaisonBlock **) blocks->pdata, blocks->len);
}

static LiaisonItems *
make_phrases (const LiaisonOutline *self, const char *language, gint64 now)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autofree char *order = NULL;

  for (guint i = 0; i < self->phrases->len; i++)
    {
      const LiaisonOutlinePhrase *phrase = &g_array_index (self->phrases, LiaisonOutlinePhrase, i);
      LiaisonPhraseData *data =
          (gpointer) liaison_block_new (&liaison_phrase_shape, liaison_id_new (now));

      data->meaning = liaison_text_ref (phrase->meaning);
      data->language =
          (LiaisonLevel){ g_intern_string (language != NULL ? language : "en"), LIAISON_LEVEL_NONE,
                          LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE };
      data->use = phrase->use;
      data->order = take_order (&order);
      g_ptr_array_add (blocks, data);
    }
  return liaison_items_new_take ((LiaisonBlock **) blocks->pdata, blocks->len);
}

LiaisonBlock *
liaison_outline_make_card (const LiaisonOutline *self,
                           const char *nation,
                           const char *phrase_language,
                           const LiaisonMarking *marking,
                           gint64 now)
{
  LiaisonBriefingData *data =
      (gpointer) liaison_block_new (&liaison_briefing_kind.shape, liaison_id_new (now));

  data->nation = g_intern_string (nation);
  data->status = LIAISON_BRIEFING_STATUS_OUTLINE;
  data->statements = make_statements (self, now);
  data->ranks = make_ranks (self, now);
  data->phrases = make_phrases (self, phrase_language, now);
  if (marking != NULL)
    data->marking = liaison_marking_ref ((LiaisonMarking *) marking);
  return &data->block;
}

const LiaisonText *
liaison_outline_get_question (LiaisonBriefingTopic topic)
{
  static GPtrArray *outlines;

  if (g_once_init_enter (&outlines))
    g_once_init_leave (&outlines, liaison_outline_list ());
  for (guint i = 0; i < outlines->len; i++)
    {
      const LiaisonOutline *outline = outlines->pdata[i];

      for (guint j = 0; j < outline->topics->len; j++)
        if (g_array_index (outline->topics, LiaisonOutlineTopic, j).topic == topic)
          return g_array_index (outline->topics, LiaisonOutlineTopic, j).question;
    }
  return NULL;
}
