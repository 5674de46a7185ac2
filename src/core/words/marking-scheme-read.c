/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/intern.h"
#include "words/marking-scheme-private.h"
#include "words/member.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_BYTES  (64 * 1024)
#define MAX_LEVELS 20
#define MAX_RANK   1000

G_DEFINE_QUARK (liaison - marking - scheme - error, liaison_marking_scheme_error)

/* On the stack of one reading. */
typedef struct
{
  char *place; /* of the object at hand: "levels[2]."; owned */
  GError **error;
} Reader;

static gboolean
fail (Reader *reader, LiaisonMarkingSchemeError code, const char *member, const char *message)
{
  g_set_error (reader->error, LIAISON_MARKING_SCHEME_ERROR, code, "%s%s: %s",
               reader->place != NULL ? reader->place : "", member, message);
  return FALSE;
}

static gboolean
fail_member (Reader *reader, const char *member, const char *message)
{
  return fail (reader, LIAISON_MARKING_SCHEME_ERROR_MEMBER, member, message);
}

static gboolean
fail_with (Reader *reader, const LiaisonMemberProblem *problem)
{
  return fail_member (reader, problem->member, problem->message);
}

static gboolean
check_members (Reader *reader, JsonObject *object, const char *const *members)
{
  LiaisonMemberProblem problem;

  return liaison_member_check (object, members, &problem) || fail_with (reader, &problem);
}

/* A marking stands on one line. */
static const char *
get_string (Reader *reader, JsonObject *object, const char *member)
{
  LiaisonMemberProblem problem;
  const char *string = liaison_member_get_string (object, member, TRUE, &problem);

  if (string == NULL)
    fail_with (reader, &problem);
  return string;
}

static gboolean
read_string (Reader *reader, JsonObject *object, const char *member, char **string)
{
  *string = g_strdup (get_string (reader, object, member));
  return *string != NULL;
}

static gboolean
read_optional (
    Reader *reader, JsonObject *object, const char *member, const char *usual, char **string)
{
  if (json_object_has_member (object, member))
    return read_string (reader, object, member, string);
  *string = g_strdup (usual);
  return TRUE;
}

static gboolean
read_text (
    Reader *reader, JsonObject *object, const char *member, gboolean required, LiaisonText **text)
{
  LiaisonMemberProblem problem;

  return liaison_member_get_text (object, member, required, TRUE, text, &problem)
         || fail_with (reader, &problem);
}

static gboolean
read_rank (Reader *reader, JsonObject *object, guint *rank)
{
  JsonNode *node = json_object_get_member (object, "rank");
  gint64 number = -1;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_INT64)
    number = json_node_get_int (node);
  *rank = (guint) number;
  return (number >= 0 && number <= MAX_RANK)
         || fail_member (reader, "rank", "expected a whole number from 0 to 1000");
}

static gboolean
read_code (Reader *reader, JsonObject *object, const char **code)
{
  const char *string = get_string (reader, object, "code");

  if (string == NULL)
    return FALSE;
  if (!liaison_marking_is_valid_level (string, strlen (string)))
    return fail_member (reader, "code",
                        "expected 1 to 40 of A-Z, 0-9, -, +, : and _, a letter first");
  *code = liaison_intern (string, strlen (string));
  return TRUE;
}

static gboolean
is_colour (const char *string)
{
  if (*string != '#' || strlen (string) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (string[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_colour (Reader *reader, JsonObject *object, const char *member, char **colour)
{
  if (!read_optional (reader, object, member, NULL, colour))
    return FALSE;
  return *colour == NULL || is_colour (*colour)
         || fail_member (reader, member, "expected a colour such as #FF2B2B");
}

static gboolean
read_level (Reader *reader, LiaisonMarkingScheme *self, JsonObject *object)
{
  static const char *const members[] = { "code",         "rank",   "name",   "meaning",
                                         "abbreviation", "colour", "ground", NULL };
  LiaisonMarkingLevel *level = g_new0 (LiaisonMarkingLevel, 1);
  int order;

  g_ptr_array_add (self->levels, level);
  if (!check_members (reader, object, members) || !read_code (reader, object, &level->code)
      || !read_rank (reader, object, &level->rank)
      || !read_text (reader, object, "name", TRUE, &level->name)
      || !read_text (reader, object, "meaning", FALSE, &level->meaning)
      || !read_optional (reader, object, "abbreviation", level->code, &level->abbreviation)
      || !read_colour (reader, object, "colour", &level->colour)
      || !read_colour (reader, object, "ground", &level->ground))
    return FALSE;
  for (guint i = 0; i + 1 < self->levels->len; i++)
    {
      const LiaisonMarkingLevel *other = self->levels->pdata[i];

      order = (int) level->rank - (int) other->rank;
      if (order == 0 || level->code == other->code)
        return fail (reader, LIAISON_MARKING_SCHEME_ERROR_LEVEL, order == 0 ? "rank" : "code",
                     "another level has it already");
    }
  return TRUE;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const LiaisonMarkingLevel *one = *(gpointer *) a, *other = *(gpointer *) b;

  return (int) one->rank - (int) other->rank;
}

static gboolean
read_levels (Reader *reader, LiaisonMarkingScheme *self, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "levels");
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  if (n == 0)
    return fail (reader, LIAISON_MARKING_SCHEME_ERROR_LEVEL, "levels", "expected a list of levels");
  if (n > MAX_LEVELS)
    return fail (reader, LIAISON_MARKING_SCHEME_ERROR_SIZE, "levels", "there may be at most 20");
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      g_free (reader->place);
      reader->place = g_strdup_printf ("levels[%u].", i);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fail_member (reader, "code", "expected an object");
      if (!read_level (reader, self, json_node_get_object (element)))
        return FALSE;
    }
  g_ptr_array_sort (self->levels, compare_ranks);
  g_clear_pointer (&reader->place, g_free);
  return TRUE;
}

static gboolean
check_template (Reader *reader, const char *member, const char *template, gboolean nations)
{
  if (strstr (template, "{level}") == NULL && strstr (template, "{short}") == NULL)
    return fail_member (reader, member, "it does not hold {level} or {short}");
  return (strstr (template, "{nations}") != NULL) == nations
         || fail_member (reader, member,
                         nations ? "it does not hold {nations}"
                                 : "there are no {nations} where there is no list");
}

static gboolean
read_templates (Reader *reader, LiaisonMarkingScheme *self, JsonObject *object)
{
  return read_optional (reader, object, "banner", LIAISON_MARKING_USUAL_BANNER, &self->banner)
         && read_optional (reader, object, "banner-alone", LIAISON_MARKING_USUAL_BANNER_ALONE,
                           &self->banner_alone)
         && read_optional (reader, object, "portion", LIAISON_MARKING_USUAL_PORTION, &self->portion)
         && read_optional (reader, object, "portion-alone", LIAISON_MARKING_USUAL_PORTION_ALONE,
                           &self->portion_alone)
         && read_optional (reader, object, "separator", LIAISON_MARKING_USUAL_SEPARATOR,
                           &self->separator)
         && check_template (reader, "banner", self->banner, TRUE)
         && check_template (reader, "banner-alone", self->banner_alone, FALSE)
         && check_template (reader, "portion", self->portion, TRUE)
         && check_template (reader, "portion-alone", self->portion_alone, FALSE);
}

static gboolean
is_name (const char *string)
{
  for (const char *p = string; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return *string != '\0' && strlen (string) <= 64;
}

static gboolean
read_scheme (Reader *reader, LiaisonMarkingScheme *self, JsonObject *object)
{
  static const char *const members[] = { "format",       "name",          "title",     "summary",
                                         "source",       "levels",        "banner",    "portion",
                                         "banner-alone", "portion-alone", "separator", NULL };
  g_autofree char *format = NULL;

  if (!check_members (reader, object, members) || !read_string (reader, object, "format", &format)
      || !read_string (reader, object, "name", &self->name)
      || !read_text (reader, object, "title", TRUE, &self->title)
      || !read_text (reader, object, "summary", FALSE, &self->summary)
      || !read_optional (reader, object, "source", "", &self->source))
    return FALSE;
  if (strcmp (format, "liaison-marking-scheme") != 0)
    return fail_member (reader, "format", "expected “liaison-marking-scheme”");
  if (!is_name (self->name))
    return fail_member (reader, "name", "expected at most 64 of a-z, 0-9 and -");
  return read_templates (reader, self, object) && read_levels (reader, self, object);
}

LiaisonMarkingScheme *
liaison_marking_scheme_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (LiaisonMarkingScheme) self = g_new0 (LiaisonMarkingScheme, 1);
  g_autoptr (GError) reason = NULL;
  Reader reader = { .error = error };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonNode *root = NULL;
  gboolean well = FALSE;

  self->levels = g_ptr_array_new ();
  if (size > MAX_BYTES)
    g_set_error (error, LIAISON_MARKING_SCHEME_ERROR, LIAISON_MARKING_SCHEME_ERROR_SIZE,
                 "a marking scheme has at most %d KiB", MAX_BYTES / 1024);
  else if (size == 0 || !json_parser_load_from_data (parser, data, (gssize) size, &reason))
    g_set_error (error, LIAISON_MARKING_SCHEME_ERROR, LIAISON_MARKING_SCHEME_ERROR_JSON,
                 "no JSON: %s", reason != NULL ? reason->message : "the file is empty");
  else if ((root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    g_set_error (error, LIAISON_MARKING_SCHEME_ERROR, LIAISON_MARKING_SCHEME_ERROR_JSON,
                 "expected an object");
  else
    well = read_scheme (&reader, self, json_node_get_object (root));
  g_free (reader.place);
  return well ? g_steal_pointer (&self) : NULL;
}
