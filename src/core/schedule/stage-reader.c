/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/stage-set-private.h"

#include "words/member.h"

#include <string.h>

#define MAX_WEEKS 520

gboolean
liaison_stage_reader_fail (LiaisonStageReader *reader,
                           LiaisonStageSetError code,
                           const char *member,
                           const char *message)
{
  g_set_error (reader->error, LIAISON_STAGE_SET_ERROR, code, "%s%s%s: %s", reader->place->str,
               reader->place->len > 0 ? "." : "", member, message);
  return FALSE;
}

static gboolean
fail_member (LiaisonStageReader *reader, const char *member, const char *message)
{
  return liaison_stage_reader_fail (reader, LIAISON_STAGE_SET_ERROR_MEMBER, member, message);
}

static gboolean
fail_with (LiaisonStageReader *reader, const LiaisonMemberProblem *problem)
{
  return fail_member (reader, problem->member, problem->message);
}

gboolean
liaison_stage_reader_check_members (LiaisonStageReader *reader,
                                    JsonObject *object,
                                    const char *const *members)
{
  LiaisonMemberProblem problem;

  return liaison_member_check (object, members, &problem) || fail_with (reader, &problem);
}

static const char *
get_string (LiaisonStageReader *reader, JsonObject *object, const char *member)
{
  LiaisonMemberProblem problem;
  const char *string = liaison_member_get_string (object, member, FALSE, &problem);

  if (string == NULL)
    fail_with (reader, &problem);
  return string;
}

gboolean
liaison_stage_reader_string (LiaisonStageReader *reader,
                             JsonObject *object,
                             const char *member,
                             char **string)
{
  *string = g_strdup (get_string (reader, object, member));
  return *string != NULL;
}

gboolean
liaison_stage_reader_integer (LiaisonStageReader *reader,
                              JsonObject *object,
                              const char *member,
                              gint64 minimum,
                              gint64 maximum,
                              gint64 *integer)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail_member (reader, member, "expected a whole number");
  *integer = json_node_get_int (node);
  if (*integer < minimum || *integer > maximum)
    return fail_member (reader, member, "the number is too small or too large");
  return TRUE;
}

gboolean
liaison_stage_reader_choice (LiaisonStageReader *reader,
                             JsonObject *object,
                             const char *member,
                             const LiaisonChoices *choices,
                             int *choice)
{
  const char *nick = get_string (reader, object, member);

  if (nick == NULL)
    return FALSE;
  *choice = (int) liaison_choices_find (choices, nick, strlen (nick));
  return *choice != 0 || fail_member (reader, member, "not one of the choices");
}

static gboolean
parse_time (const char *string, LiaisonStageTime *time)
{
  gint64 weeks;
  g_autofree char *digits = NULL;

  time->endex = g_str_has_prefix (string, "ENDEX");
  if (!time->endex && !g_str_has_prefix (string, "STARTEX"))
    return FALSE;
  string += strlen (time->endex ? "ENDEX" : "STARTEX");
  time->weeks = 0;
  if (*string == '\0')
    return TRUE;
  if ((*string != '+' && *string != '-') || !g_str_has_suffix (string, "w"))
    return FALSE;
  digits = g_strndup (string + 1, strlen (string) - 2);
  if (!g_ascii_string_to_signed (digits, 10, 1, MAX_WEEKS, &weeks, NULL)
      || !g_ascii_isdigit (*digits))
    return FALSE;
  time->weeks = *string == '-' ? -(int) weeks : (int) weeks;
  return TRUE;
}

gboolean
liaison_stage_reader_time (LiaisonStageReader *reader,
                           JsonObject *object,
                           const char *member,
                           LiaisonStageTime *time)
{
  const char *string = get_string (reader, object, member);

  if (string == NULL)
    return FALSE;
  return parse_time (string, time)
         || liaison_stage_reader_fail (reader, LIAISON_STAGE_SET_ERROR_TIME, member,
                                       "expected a time such as STARTEX-24w");
}

gboolean
liaison_stage_reader_text (LiaisonStageReader *reader,
                           JsonObject *object,
                           const char *member,
                           gboolean required,
                           LiaisonText **text)
{
  LiaisonMemberProblem problem;

  return liaison_member_get_text (object, member, required, FALSE, text, &problem)
         || fail_with (reader, &problem);
}

JsonArray *
liaison_stage_reader_array (LiaisonStageReader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  fail_member (reader, member, "expected a list");
  return NULL;
}

JsonObject *
liaison_stage_reader_enter (LiaisonStageReader *reader,
                            JsonArray *array,
                            const char *member,
                            guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  g_string_append_printf (reader->place, "%s%s[%u]", reader->place->len > 0 ? "." : "", member,
                          index);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  g_set_error (reader->error, LIAISON_STAGE_SET_ERROR, LIAISON_STAGE_SET_ERROR_MEMBER,
               "%s: expected an object", reader->place->str);
  return NULL;
}

void
liaison_stage_reader_leave (LiaisonStageReader *reader)
{
  const char *dot = strrchr (reader->place->str, '.');

  g_string_truncate (reader->place, dot != NULL ? (gsize) (dot - reader->place->str) : 0);
}
