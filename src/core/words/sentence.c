/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/sentence.h"

#include "record/dtg.h"
#include "record/zone.h"
#include "words/dates.h"
#include "words/names.h"
#include "words/numbers.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIRST_ISOLATE 0x2066 /* left to right, right to left, first strong */
#define LAST_ISOLATE  0x2068
#define POP_ISOLATE   0x2069

static const LiaisonReaderContext no_context = { NULL };

static gboolean
breaks_line (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028
         || c == 0x2029;
}

/* Most names: nothing in them needs a second look. */
static gboolean
is_plain (const char *text)
{
  while (*text >= ' ' && *text < 0x7f)
    text++;
  return *text == '\0';
}

/* The text without what would let it out of its isolate: a pop too many, an isolate left open, the
 * end of a paragraph. */
static char *
contain (const char *text)
{
  g_autofree char *valid = NULL;
  GString *out;
  guint open = 0;

  if (is_plain (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= FIRST_ISOLATE && c <= LAST_ISOLATE)
        open++;
      if (c != POP_ISOLATE || open > 0)
        g_string_append_unichar (out, breaks_line (c) ? ' ' : c);
      if (c == POP_ISOLATE && open > 0)
        open--;
    }
  for (; open > 0; open--)
    g_string_append_unichar (out, POP_ISOLATE);
  return g_string_free (out, FALSE);
}

char *
liaison_words_isolate (const char *text)
{
  g_autofree char *contained = contain (text);

  return g_strconcat ("\u2068", contained, "\u2069", NULL);
}

char *
liaison_words_dup_without_isolates (const char *text)
{
  /* The four are E2 81 A6 to E2 81 A9; what lies between them is copied as it is. */
  char *out = g_strdup (text);
  char *end = strchr (out, 0xe2);

  for (const char *at = end; at != NULL && *at != '\0';)
    {
      const char *next;

      if ((guint8) at[1] == 0x81 && (guint8) at[2] >= 0xa6 && (guint8) at[2] <= 0xa9)
        at += 3;
      else
        *end++ = *at++;
      next = strchrnul (at, 0xe2);
      memmove (end, at, next - at);
      end += next - at;
      at = next;
    }
  if (end != NULL)
    *end = '\0';
  return out;
}

static char *
format_instant (LiaisonWords *self, gint64 seconds, const LiaisonReaderContext *context)
{
  char dtg[LIAISON_DTG_TEXT_SIZE];
  gint32 offset = 0;

  if (!context->dtg)
    return liaison_words_format_date_time (self, seconds, context->zone,
                                           context->zone ? LIAISON_DATE_TIME_MEDIUM
                                                         : LIAISON_DATE_TIME_UTC);
  if (!liaison_zone_get_offset (context->zone, seconds, &offset))
    offset = 0;
  liaison_dtg_format (seconds, offset, LIAISON_DTG_DEFAULT, dtg);
  return g_strdup (dtg);
}

static char *
name_record (LiaisonWords *self, LiaisonId id, const LiaisonReaderContext *context)
{
  char text[LIAISON_ID_TEXT_SIZE];
  char *name;

  if (!context->name_record)
    {
      liaison_id_format (id, text);
      return g_strdup (text);
    }
  name = context->name_record (id, self, context->data);
  /* Translators: stands in a sentence for the name of an event, a participant, ... that has been
   * deleted. */
  return name ? name : g_strdup (liaison_words_get (self, N_ ("a deleted record")));
}

/* The operand without isolates, made fit to stand between them. */
static char *
format_value (LiaisonWords *self,
              const LiaisonOperand *operand,
              const LiaisonReaderContext *context)
{
  g_autofree char *name = NULL;

  switch (operand->kind)
    {
    case LIAISON_OPERAND_TEXT:
      return contain (operand->value.text);
    case LIAISON_OPERAND_INTEGER:
      return liaison_words_format_integer (self, operand->value.integer);
    case LIAISON_OPERAND_SECONDS_AT:
      return format_instant (self, operand->value.seconds, context);
    case LIAISON_OPERAND_DATE:
      return liaison_words_format_day (self, operand->value.days, LIAISON_DATE_MEDIUM);
    case LIAISON_OPERAND_DURATION:
      return liaison_words_format_duration (self, operand->value.seconds);
    case LIAISON_OPERAND_RECORD:
      name = name_record (self, operand->value.record, context);
      return contain (name);
    case LIAISON_OPERAND_FIELD:
      return g_strdup (liaison_words_get (self, operand->value.label));
    case LIAISON_OPERAND_NATION:
      name = liaison_words_dup_nation (self, operand->value.nation);
      return contain (name);
    case LIAISON_OPERAND_LANGUAGE:
      name = liaison_words_dup_language (self, operand->value.tag);
      return contain (name);
    }
  g_assert_not_reached ();
}

/* Words of the language itself need no isolate; what comes from outside does, and a DTG is always
 * left to right. */
static gboolean
is_foreign (const LiaisonOperand *operand, const LiaisonReaderContext *context)
{
  switch (operand->kind)
    {
    case LIAISON_OPERAND_TEXT:
    case LIAISON_OPERAND_RECORD:
    case LIAISON_OPERAND_NATION:
    case LIAISON_OPERAND_LANGUAGE:
      return TRUE;
    case LIAISON_OPERAND_SECONDS_AT:
      return context->dtg;
    case LIAISON_OPERAND_INTEGER:
    case LIAISON_OPERAND_DATE:
    case LIAISON_OPERAND_DURATION:
    case LIAISON_OPERAND_FIELD:
      return FALSE;
    }
  g_assert_not_reached ();
}

/* Takes the value. */
static char *
isolate_value (char *value, const LiaisonOperand *operand, const LiaisonReaderContext *context)
{
  g_autofree char *taken = value;

  if (!is_foreign (operand, context))
    return g_steal_pointer (&taken);
  return g_strconcat (context->dtg && operand->kind == LIAISON_OPERAND_SECONDS_AT ? "\u2066"
                                                                                  : "\u2068",
                      taken, "\u2069", NULL);
}

char *
liaison_words_format_operand (LiaisonWords *self,
                              const LiaisonOperand *operand,
                              const LiaisonReaderContext *context)
{
  context = context ? context : &no_context;
  return isolate_value (format_value (self, operand, context), operand, context);
}

/* What fills one sentence. */
typedef struct
{
  LiaisonWords *words;
  const LiaisonOperand *operands;
  gsize n_operands;
  const guint64 *count; /* of a plural, or NULL */
  const LiaisonReaderContext *context;
} Filling;

static gboolean
has_name (const LiaisonOperand *operand, const char *name, gsize length)
{
  return operand->name && strncmp (operand->name, name, length) == 0
         && operand->name[length] == '\0';
}

/* Appends the operands called @name; FALSE when there is none. */
static gboolean
append_operands (GString *out, const Filling *filling, const char *name, gsize length)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const LiaisonOperand *last = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < filling->n_operands; i++)
    if (has_name (&filling->operands[i], name, length))
      {
        last = &filling->operands[i];
        g_ptr_array_add (values, format_value (filling->words, last, filling->context));
      }

  if (values->len > 1)
    text = liaison_words_format_list (filling->words, (const char *const *) values->pdata,
                                      values->len, LIAISON_LIST_AND);
  else if (values->len == 1)
    text = isolate_value (g_steal_pointer (&values->pdata[0]), last, filling->context);
  else if (filling->count && length == 1 && *name == 'n')
    text =
        liaison_words_format_integer (filling->words, (gint64) MIN (*filling->count, G_MAXINT64));
  else
    return FALSE;
  g_string_append (out, text);
  return TRUE;
}

/* The bytes of a placeholder's name at @at, 0 when none is there. */
static gsize
measure_name (const char *at)
{
  gsize length = 0;

  if (g_ascii_isdigit (*at))
    return 0;
  while (g_ascii_isalnum (at[length]) || at[length] == '_')
    length++;
  return length;
}

static char *
fill (const Filling *filling, const char *template)
{
  GString *out = g_string_sized_new (strlen (template) + 64);
  const char *at = template;
  char *text;

  while (*at)
    {
      gsize plain = strcspn (at, "{}");
      gsize name;

      g_string_append_len (out, at, (gssize) plain);
      at += plain;
      if (*at == '\0')
        break;
      name = *at == '{' ? measure_name (at + 1) : 0;
      if (name > 0 && at[1 + name] == '}' && append_operands (out, filling, at + 1, name))
        {
          at += name + 2;
          continue;
        }
      g_string_append_c (out, *at);
      at += at[1] == *at ? 2 : 1;
    }
  text = g_strndup (out->str, out->len); /* thousands of findings keep theirs: no room to spare */
  g_string_free (out, TRUE);
  return text;
}

char *
liaison_words_format_operands (LiaisonWords *self,
                               const char *msgid,
                               const LiaisonOperand *operands,
                               gsize n_operands,
                               const LiaisonReaderContext *context)
{
  Filling filling = { self, operands, n_operands, NULL, context ? context : &no_context };

  return fill (&filling, liaison_words_get (self, msgid));
}

char *
liaison_words_format_operands_plural (LiaisonWords *self,
                                      const char *singular,
                                      const char *plural,
                                      guint64 n,
                                      const LiaisonOperand *operands,
                                      gsize n_operands,
                                      const LiaisonReaderContext *context)
{
  Filling filling = { self, operands, n_operands, &n, context ? context : &no_context };

  return fill (&filling, liaison_words_get_plural (self, singular, plural, n));
}

static void
clear_operands (LiaisonOperand *operands, gsize n)
{
  for (gsize i = 0; i < n; i++)
    liaison_operand_clear (&operands[i]);
}

char *
liaison_words_format_take (LiaisonWords *self,
                           const char *msgid,
                           LiaisonOperand *operands,
                           gsize n_operands)
{
  char *text = liaison_words_format_operands (self, msgid, operands, n_operands, NULL);

  clear_operands (operands, n_operands);
  return text;
}

char *
liaison_words_format_plural_take (LiaisonWords *self,
                                  const char *singular,
                                  const char *plural,
                                  guint64 n,
                                  LiaisonOperand *operands,
                                  gsize n_operands)
{
  char *text =
      liaison_words_format_operands_plural (self, singular, plural, n, operands, n_operands, NULL);

  clear_operands (operands, n_operands);
  return text;
}
