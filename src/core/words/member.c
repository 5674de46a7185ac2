/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/member.h"

#include "record/intern.h"

#include <string.h>

#define MAX_TEXT 2000

static gboolean
fail (LiaisonMemberProblem *problem, const char *member, const char *message)
{
  *problem = (LiaisonMemberProblem){ member, message };
  return FALSE;
}

gboolean
liaison_member_check (JsonObject *object,
                      const char *const *members,
                      LiaisonMemberProblem *problem)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_strv_contains (members, l->data))
      return fail (problem, l->data, "no such member");
  return TRUE;
}

static gboolean
is_line (const char *string)
{
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

const char *
liaison_member_get_string (JsonObject *object,
                           const char *member,
                           gboolean one_line,
                           LiaisonMemberProblem *problem)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *string = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                               && json_node_get_value_type (node) == G_TYPE_STRING
                           ? json_node_get_string (node)
                           : NULL;

  if (string != NULL && *string != '\0' && strlen (string) <= MAX_TEXT
      && g_utf8_validate (string, -1, NULL) && (!one_line || is_line (string)))
    return string;
  fail (problem, member,
        one_line ? "expected a text of one line and at most 2000 bytes"
                 : "expected a text of at most 2000 bytes");
  return NULL;
}

/* Takes what was made so far. */
static LiaisonText *
add_text (LiaisonText *made, const char *language, const char *string)
{
  GRefString *counted = g_ref_string_new (string);
  LiaisonText *more =
      liaison_text_with (made, liaison_intern (language, strlen (language)), counted);

  g_ref_string_release (counted);
  if (made != NULL)
    liaison_text_unref (made);
  return more;
}

gboolean
liaison_member_get_text (JsonObject *object,
                         const char *member,
                         gboolean required,
                         gboolean one_line,
                         LiaisonText **text,
                         LiaisonMemberProblem *problem)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (LiaisonText) made = NULL;
  g_autoptr (GList) languages = NULL;
  JsonObject *texts;

  if (node == NULL)
    return !required || fail (problem, member, "missing");
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (problem, member, "expected texts by language");
  texts = json_node_get_object (node);
  if (!json_object_has_member (texts, "en"))
    return fail (problem, member, "there is no English text");
  languages = json_object_get_members (texts);
  for (GList *l = languages; l != NULL; l = l->next)
    {
      const char *string = liaison_member_get_string (texts, l->data, one_line, problem);

      if (string == NULL)
        return FALSE;
      if (!liaison_language_is_valid (l->data, strlen (l->data)))
        return fail (problem, member, "not the tag of a language");
      made = add_text (g_steal_pointer (&made), l->data, string);
    }
  *text = g_steal_pointer (&made);
  return TRUE;
}
