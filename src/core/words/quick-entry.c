/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/quick-entry.h"

#include "record/field-type.h"
#include "record/kinds/event.h"
#include "words/manner-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names, times and durations are of so many words at most. */
#define MAX_RUN 8

/* A run of the line without blanks, or a mark with what stands in quotes behind it. */
typedef struct
{
  gsize start, end;
  gboolean used;
} Token;

typedef struct
{
  const LiaisonManner *manner;
  const LiaisonSnapshot *snapshot;
  const char *line;
  GArray *tokens;
  LiaisonQuickEntry *entry;
} Scan;

static const LiaisonField *
get_field (guint index)
{
  return &liaison_event_kind.shape.fields[index];
}

static Token *
get_token (const Scan *scan, guint i)
{
  return &g_array_index (scan->tokens, Token, i);
}

static char
get_mark (const Scan *scan, guint i)
{
  char first = scan->line[get_token (scan, i)->start];

  return first == '@' || first == '#' || first == '!' ? first : '\0';
}

/* Splitting */

/* The quote that closes the one at @at, or NULL. */
static const char *
find_closing (const char *at)
{
  static const char *const pairs[][2] = {
    { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "«", "»" }, { "「", "」" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (at, pairs[i][0]))
      {
        const char *close = strstr (at + strlen (pairs[i][0]), pairs[i][1]);

        return close ? close + strlen (pairs[i][1]) : NULL;
      }
  return NULL;
}

static void
split (Scan *scan)
{
  const char *at = scan->line;

  while (*at)
    {
      Token token = { (gsize) (at - scan->line) };
      const char *closing;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      closing = strchr ("@#!", *at) ? find_closing (at + 1) : NULL;
      if (closing)
        at = closing;
      while (*at && !g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      token.end = (gsize) (at - scan->line);
      g_array_append_val (scan->tokens, token);
    }
}

/* How many tokens from @first on stand together: none used before, none with a mark but the first.
 */
static guint
count_run (const Scan *scan, guint first)
{
  guint n = 0;

  while (n < MAX_RUN && first + n < scan->tokens->len && !get_token (scan, first + n)->used
         && (n == 0 || get_mark (scan, first + n) == '\0'))
    n++;
  return n;
}

/* The text of @n tokens, without the mark, the quotes and a comma behind. */
static char *
get_text (const Scan *scan, guint first, guint n)
{
  gsize start = get_token (scan, first)->start + (get_mark (scan, first) != '\0');
  gsize end = get_token (scan, first + n - 1)->end;
  g_autofree char *text = g_strndup (scan->line + start, end - start);
  const char *closing = find_closing (text);
  char *bare;

  if (closing && *closing == '\0')
    {
      const char *last = g_utf8_prev_char (closing);
      const char *from = g_utf8_next_char (text);

      return g_strndup (from, (gsize) (last - from));
    }
  bare = g_steal_pointer (&text);
  if (n > 0 && *bare && g_str_has_suffix (bare, ","))
    bare[strlen (bare) - 1] = '\0';
  return bare;
}

/* Takes @problem. */
static void
add_part (Scan *scan, guint first, guint n, LiaisonQuickPartKind kind, char *problem)
{
  LiaisonQuickPart part = { kind, (guint) get_token (scan, first)->start,
                            (guint) get_token (scan, first + n - 1)->end, problem };

  for (guint i = first; i < first + n; i++)
    get_token (scan, i)->used = TRUE;
  scan->entry->n_problems += problem != NULL;
  g_array_append_val (scan->entry->parts, part);
}

/* Reading into the event */

static LiaisonReading
make_reading (const Scan *scan, const LiaisonField *field, const char *plain)
{
  return (LiaisonReading){ scan->manner, scan->snapshot, field, scan->entry->event,
                           NULL,         plain,          plain };
}

/* Whether the text is understood as the field; then it is in the event. @problem (may be NULL) is
 * why not; the caller's. */
static gboolean
read_field (const Scan *scan, const LiaisonField *field, const char *text, char **problem)
{
  gpointer at = LIAISON_BLOCK_AT (scan->entry->event, field);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (liaison_manner_read_field (scan->manner, scan->snapshot, field, scan->entry->event, text,
                                 &value, &error)
      && value.form == LIAISON_VALUE_FIELD)
    {
      liaison_field_type_ops (field->type)->clear (at);
      liaison_field_type_ops (field->type)->copy (at, &value.as);
      return TRUE;
    }
  if (problem)
    *problem = error ? g_strdup (error->message) : NULL;
  return FALSE;
}

static gboolean
is_set (const Scan *scan, const LiaisonField *field)
{
  return liaison_block_field_is_set (scan->entry->event, field);
}

/* Marks */

/* A field of which an event has one: the longest run of words that is one of its values. */
static void
take_single (Scan *scan, guint first, const LiaisonField *field, LiaisonQuickPartKind kind)
{
  g_autofree char *word = get_text (scan, first, 1);
  char *problem = NULL;

  if (is_set (scan, field))
    {
      LiaisonReading reading = make_reading (scan, field, word);
      g_autoptr (GError) error = NULL;

      liaison_reading_refuse (
          &reading, &error, LIAISON_WORDS_ERROR_INPUT,
          N_ ("“{text}” is one too many: an event has one {field}. Take one of them out."),
          liaison_operand_field ("field", field->label));
      add_part (scan, first, 1, kind, g_strdup (error->message));
      return;
    }
  for (guint n = count_run (scan, first); n > 0; n--)
    {
      g_autofree char *text = get_text (scan, first, n);

      g_clear_pointer (&problem, g_free);
      if (read_field (scan, field, text, &problem))
        {
          add_part (scan, first, n, kind, NULL);
          return;
        }
    }
  if (!problem)
    problem = g_strdup (
        liaison_words_get (scan->manner->words, N_ ("A name is missing behind this mark.")));
  add_part (scan, first, 1, kind, problem);
}

static void
take_nations (Scan *scan, guint first)
{
  const LiaisonField *field = get_field (LIAISON_FIELD (Event, nations));
  LiaisonCodes **codes = LIAISON_BLOCK_AT (scan->entry->event, field);
  g_autofree char *text = get_text (scan, first, 1);
  g_autoptr (LiaisonCodes) before = g_steal_pointer (codes);
  char *problem = NULL;
  guint n;

  if (!read_field (scan, field, text, &problem) && !problem)
    problem = g_strdup (
        liaison_words_get (scan->manner->words, N_ ("A name is missing behind this mark.")));
  for (guint i = 0; i < (liaison_codes_get (before, &n), n); i++)
    {
      LiaisonCodes *more = liaison_codes_with (*codes, liaison_codes_get (before, &n)[i], TRUE);

      liaison_codes_unref (*codes);
      *codes = more;
    }
  add_part (scan, first, 1, LIAISON_QUICK_NATION, problem);
}

static void
take_marks (Scan *scan)
{
  for (guint i = 0; i < scan->tokens->len; i++)
    {
      if (get_token (scan, i)->used)
        continue;
      switch (get_mark (scan, i))
        {
        case '@':
          take_single (scan, i, get_field (LIAISON_FIELD (Event, site)), LIAISON_QUICK_SITE);
          break;
        case '!':
          take_single (scan, i, get_field (LIAISON_FIELD (Event, type)), LIAISON_QUICK_TYPE);
          break;
        case '#':
          take_nations (scan, i);
          break;
        default:
          break;
        }
    }
}

/* Times and durations */

/* Within a title numbers alone ("serials 14 0930") are left alone. */
static gboolean
has_more_than_numbers (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (*at == ':' || g_unichar_isalpha (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static gboolean
take_time_at (Scan *scan, guint first, gboolean at_start)
{
  const LiaisonField *field = get_field (LIAISON_FIELD (Event, start));

  for (guint n = count_run (scan, first); n > 0; n--)
    {
      g_autofree char *text = get_text (scan, first, n);

      if ((at_start || has_more_than_numbers (text)) && read_field (scan, field, text, NULL))
        {
          add_part (scan, first, n, LIAISON_QUICK_TIME, NULL);
          return TRUE;
        }
    }
  return FALSE;
}

static void
take_time (Scan *scan)
{
  gboolean at_start = TRUE;

  for (guint i = 0; i < scan->tokens->len; i++)
    if (!get_token (scan, i)->used)
      {
        if (take_time_at (scan, i, at_start))
          return;
        at_start = FALSE;
      }
}

/* A duration has a number and a unit; hours and minutes with a colon are a time of day where no
 * time was found. */
static gboolean
may_be_duration (const Scan *scan, const char *text)
{
  if (!g_ascii_isdigit (*text) && !g_unichar_isdigit (g_utf8_get_char (text)))
    return FALSE;
  if (strchr (text, ':'))
    return is_set (scan, get_field (LIAISON_FIELD (Event, start)));
  return text[strspn (text, "0123456789")] != '\0';
}

static gboolean
take_duration_at (Scan *scan, guint first)
{
  const LiaisonField *field = get_field (LIAISON_FIELD (Event, duration));

  for (guint n = count_run (scan, first); n > 0; n--)
    {
      g_autofree char *text = get_text (scan, first, n);
      g_autofree char *plain = liaison_reading_make_plain (text);
      char *problem = NULL;
      gint64 seconds;

      if (!may_be_duration (scan, plain)
          || !liaison_reading_parse_duration (scan->manner->words, plain, &seconds))
        continue;
      read_field (scan, field, text, &problem);
      add_part (scan, first, n, LIAISON_QUICK_DURATION, problem);
      return TRUE;
    }
  return FALSE;
}

static void
take_duration (Scan *scan)
{
  for (guint i = 0; i < scan->tokens->len; i++)
    if (!get_token (scan, i)->used && take_duration_at (scan, i))
      return;
}

/* Whether it can only be meant as a time: it begins as a date-time group does, or as a time tied to
 * another. */
static gboolean
is_plain_time (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits == 6 || digits == 8 || g_ascii_strncasecmp (text, "STARTEX", 7) == 0
         || g_ascii_strncasecmp (text, "ENDEX", 5) == 0
         || g_ascii_strncasecmp (text, "start(", 6) == 0
         || g_ascii_strncasecmp (text, "end(", 4) == 0;
}

/* What looks like a time but was not understood must not hide in the title. */
static void
refuse_times (Scan *scan)
{
  const LiaisonField *field = get_field (LIAISON_FIELD (Event, start));

  for (guint i = 0; i < scan->tokens->len && !is_set (scan, field); i++)
    {
      g_autofree char *text = get_text (scan, i, 1);
      gsize hours = strspn (text, "0123456789");
      gboolean clock =
          hours > 0 && hours <= 2 && text[hours] == ':' && g_ascii_isdigit (text[hours + 1]);
      char *problem = NULL;

      if (get_token (scan, i)->used || !(clock || is_plain_time (text)))
        continue;
      read_field (scan, field, text, &problem);
      add_part (scan, i, 1, LIAISON_QUICK_TIME, problem);
    }
}

/* All that is left, one part for each run of it. */
static void
take_title (Scan *scan)
{
  const LiaisonField *field = get_field (LIAISON_FIELD (Event, title));
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *problem = NULL;

  for (guint i = 0; i < scan->tokens->len; i++)
    {
      const Token *token = get_token (scan, i);

      if (token->used)
        continue;
      if (title->len > 0)
        g_string_append_c (title, ' ');
      g_string_append_len (title, scan->line + token->start, (gssize) (token->end - token->start));
    }
  if (title->len == 0)
    return;
  read_field (scan, field, title->str, &problem);
  for (guint i = 0; i < scan->tokens->len; i++)
    {
      guint n = 0;

      while (i + n < scan->tokens->len && !get_token (scan, i + n)->used)
        n++;
      if (n > 0)
        add_part (scan, i, n, LIAISON_QUICK_TITLE, g_strdup (problem));
    }
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const LiaisonQuickPart *left = a, *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

static void
clear_part (gpointer data)
{
  LiaisonQuickPart *part = data;

  g_free (part->problem);
}

LiaisonQuickEntry *
liaison_quick_entry_read (const LiaisonManner *manner,
                          const LiaisonSnapshot *snapshot,
                          LiaisonId id,
                          const char *text)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  LiaisonQuickEntry *self = g_new0 (LiaisonQuickEntry, 1);
  Scan scan = { manner, snapshot, text, tokens, self };

  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), NULL);

  self->event = liaison_block_new (&liaison_event_kind.shape, id);
  self->parts = g_array_new (FALSE, FALSE, sizeof (LiaisonQuickPart));
  g_array_set_clear_func (self->parts, clear_part);
  split (&scan);
  /* The site comes before the time, which is meant in its zone. */
  take_marks (&scan);
  take_time (&scan);
  take_duration (&scan);
  refuse_times (&scan);
  take_title (&scan);
  g_array_sort (self->parts, compare_parts);
  return self;
}

void
liaison_quick_entry_free (LiaisonQuickEntry *self)
{
  g_clear_pointer (&self->event, liaison_block_unref);
  g_array_unref (self->parts);
  g_free (self);
}
