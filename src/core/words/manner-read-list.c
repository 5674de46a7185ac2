/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-type.h"
#include "record/intern.h"
#include "words/lexicon-private.h"
#include "words/manner-reading.h"
#include "words/nation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names may have so many commas and no more. */
#define MAX_JOINED 8

static const char *const item_marks[] = { ";", "؛", "；", "\n", "\r" };
static const char *const list_marks[] = { ",", "،", "、", "，" };

static gsize
measure_mark (const char *at, const char *const *marks, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (at, marks[i]))
      return strlen (marks[i]);
  return 0;
}

/* What the language puts between parts, without blanks, when it is none of the usual marks. */
static gsize
measure_separator (const LiaisonReading *reading, const char *at, const char *msgid)
{
  g_autofree char *separator =
      liaison_reading_make_plain (liaison_words_get (reading->manner->words, msgid));

  return *separator != '\0' && g_str_has_prefix (at, separator) ? strlen (separator) : 0;
}

static gsize
measure_break (const LiaisonReading *reading, const char *at, gboolean items)
{
  gsize length = measure_mark (at, item_marks, G_N_ELEMENTS (item_marks));

  if (length == 0)
    length = measure_separator (reading, at, liaison_manner_semicolon);
  if (length == 0 && !items)
    length = measure_mark (at, list_marks, G_N_ELEMENTS (list_marks));
  if (length == 0 && !items)
    length = measure_separator (reading, at, liaison_manner_comma);
  return length;
}

static void
add_part (GPtrArray *parts, const char *from, const char *to)
{
  char *part = g_strstrip (g_strndup (from, (gsize) (to - from)));

  if (*part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

static GPtrArray *
split (const LiaisonReading *reading, const char *plain, gboolean items)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *from = plain, *at = plain;

  while (*at)
    {
      gsize length = measure_break (reading, at, items);

      if (length == 0)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      add_part (parts, from, at);
      from = at += length;
    }
  add_part (parts, from, at);
  return parts;
}

GPtrArray *
liaison_reading_split (const LiaisonReading *reading, const char *plain)
{
  return split (reading, plain, FALSE);
}

GPtrArray *
liaison_reading_split_items (const LiaisonReading *reading, const char *plain)
{
  return split (reading, plain, TRUE);
}

const char *
liaison_reading_find_last_part (const LiaisonReading *reading, const char *text)
{
  const char *part = text, *at = text;

  while (*at)
    {
      gsize length = measure_break (reading, at, FALSE);

      at = length > 0 ? at + length : g_utf8_next_char (at);
      if (length > 0)
        part = at;
    }
  while (*part == ' ')
    part++;
  return part;
}

/* How many parts from @first on are one member, the most that are; 0: none. */
static guint
take_longest (const LiaisonReading *reading,
              const GPtrArray *parts,
              guint first,
              LiaisonMemberFunc take,
              gpointer data)
{
  for (guint n = MIN (parts->len - first, MAX_JOINED); n > 0; n--)
    {
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint i = first; i < first + n; i++)
        g_string_append_printf (joined, "%s%s", i > first ? ", " : "",
                                (const char *) g_ptr_array_index (parts, i));
      if (take (reading, joined->str, data))
        return n;
    }
  return 0;
}

/* The members between two semicolons. */
static char *
take_between (const LiaisonReading *reading,
              const char *plain,
              LiaisonMemberFunc take,
              gpointer data)
{
  g_autoptr (GPtrArray) parts = liaison_reading_split (reading, plain);
  guint n;

  for (guint i = 0; i < parts->len; i += n)
    {
      n = take_longest (reading, parts, i, take, data);
      if (n == 0)
        return g_strdup (g_ptr_array_index (parts, i));
    }
  return NULL;
}

char *
liaison_reading_take_members (const LiaisonReading *reading,
                              const char *plain,
                              LiaisonMemberFunc take,
                              gpointer data)
{
  g_autoptr (GPtrArray) parts = liaison_reading_split_items (reading, plain);
  char *unknown = NULL;

  for (guint i = 0; i < parts->len && !unknown; i++)
    unknown = take_between (reading, g_ptr_array_index (parts, i), take, data);
  return unknown;
}

/* Markings */

typedef struct
{
  GPtrArray *codes;
  GArray *groups;
} Release;

static gboolean
take_release_cb (const LiaisonReading *reading, const char *plain, gpointer data)
{
  Release *release = data;
  const char *code = liaison_reading_find_nation (reading, plain);
  LiaisonId group;

  if (code)
    g_ptr_array_add (release->codes, (gpointer) code);
  else if (liaison_reading_find_record (reading, LIAISON_TARGET (GROUP), plain, TRUE, &group)
           == LIAISON_MATCH_ONE)
    g_array_append_val (release->groups, group);
  else
    return FALSE;
  return TRUE;
}

/* The level in @text as its code has it: in capitals, without blanks round dashes; NULL: it is
 * none. */
static char *
make_level (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);
  g_autofree char *joined = NULL;
  char *level;

  for (gsize i = 0; parts[i]; i++)
    g_strstrip (parts[i]);
  joined = g_strjoinv ("-", parts);
  level = g_ascii_strup (joined, -1);
  if (!liaison_marking_is_valid_level (level, strlen (level)))
    g_clear_pointer (&level, g_free);
  return level;
}

/* Takes @plain apart by the template "{level}, releasable to {nations}" in the reader's language.
 */
static gboolean
match_template (const LiaisonReading *reading, const char *template, char **level, char **nations)
{
  g_autofree char *plain_template = liaison_reading_make_plain (template);
  g_autofree char *escaped = g_regex_escape_string (plain_template, -1);
  g_autoptr (GString) pattern = g_string_new (escaped);
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  g_string_replace (pattern, "\\{level\\}", "(?<level>.+?)", 1);
  g_string_replace (pattern, "\\{nations\\}", "(?<nations>.+)", 1);
  g_string_prepend (pattern, "^");
  g_string_append (pattern, "$");
  regex = g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL);
  if (!regex || !g_regex_match (regex, reading->plain, 0, &match))
    return FALSE;
  *level = g_match_info_fetch_named (match, "level");
  *nations = g_match_info_fetch_named (match, "nations");
  return *level != NULL && *nations != NULL;
}

/* The level and what follows it, in the forms that are told, stamped on documents or typed. */
static void
split_marking (const LiaisonReading *reading, char **level, char **nations)
{
  const char *const forms[] = { liaison_words_get (reading->manner->words, liaison_manner_marking),
                                liaison_manner_marking,
                                "{level} REL TO {nations}",
                                "{level} REL {nations}",
                                "{level}//REL TO {nations}",
                                "{level}: {nations}",
                                "{level}, {nations}",
                                "{level}; {nations}" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *candidate = NULL;
      g_autofree char *valid = NULL;
      g_autofree char *rest = NULL;

      if (!match_template (reading, forms[i], &candidate, &rest))
        continue;
      valid = make_level (candidate);
      if (!valid)
        continue;
      *level = g_steal_pointer (&valid);
      *nations = g_steal_pointer (&rest);
      return;
    }
  *level = make_level (reading->plain);
}

gboolean
liaison_reading_read_marking (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autofree char *level = NULL;
  g_autofree char *nations = NULL;
  g_autofree char *unknown = NULL;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  Release release = { codes, groups };

  split_marking (reading, &level, &nations);
  if (!level)
    return liaison_reading_refuse (
        reading, error, LIAISON_WORDS_ERROR_INPUT,
        N_ ("“{text}” is no marking. Write the level and who may see it, as "
            "EXERCISE-UNCLASSIFIED REL FR, NO."));
  if (nations)
    unknown = liaison_reading_take_members (reading, nations, take_release_cb, &release);
  if (unknown)
    return liaison_reading_refuse (
        reading, error, LIAISON_WORDS_ERROR_UNKNOWN,
        N_ ("“{part}” is no nation and no group of this exercise. Write codes or names, as "
            "EXERCISE-UNCLASSIFIED REL FR, NO."),
        liaison_operand_text ("part", unknown));

  g_autoptr (LiaisonCodes) code_set =
      liaison_codes_new ((const char *const *) codes->pdata, codes->len);
  g_autoptr (LiaisonIds) group_set =
      liaison_ids_new ((const LiaisonId *) (gpointer) groups->data, groups->len);
  *(LiaisonMarking **) at = liaison_marking_new (level, code_set, group_set);
  return TRUE;
}
