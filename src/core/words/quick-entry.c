/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/quick-entry.h"

#include "record/field-type.h"
#include "record/kinds/event.h"
#include "record/kinds/inject.h"
#include "words/manner-reading.h"
#include "words/quick-entry-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a mark stands for. */
typedef struct
{
  char mark;
  LiaisonQuickPartKind part;
  const char *field; /* its name */
} Mark;

/* How lines of one kind are read. */
typedef struct
{
  const LiaisonKind *kind;
  const char *marks;
  const Mark *meanings; /* one for each of the marks, in their order */
  const char *twice;    /* msgid: a field of which a record has one is there twice */
} Form;

static const Mark event_marks[] = {
  { '@', LIAISON_QUICK_SITE, "site" },
  { '#', LIAISON_QUICK_NATION, "nations" },
  { '!', LIAISON_QUICK_TYPE, "type" },
};

static const Mark inject_marks[] = {
  { '@', LIAISON_QUICK_RECIPIENT, "to" },
  { '#', LIAISON_QUICK_NATION, "nations" },
  { '!', LIAISON_QUICK_METHOD, "method" },
  { '>', LIAISON_QUICK_PARENT, "parent" },
};

static const Form forms[] = {
  { &liaison_event_kind, "@#!", event_marks,
    N_ ("“{text}” is one too many: an event has one {field}. Take one of them out.") },
  { &liaison_inject_kind, "@#!>", inject_marks,
    N_ ("“{text}” is one too many: an inject has one {field}. Take one of them out.") },
};

static const Form *
find_form (const LiaisonKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].kind == kind)
      return &forms[i];
  return NULL;
}

static const LiaisonField *
get_flagged (const LiaisonQuickScan *line, LiaisonFieldFlags flag)
{
  return liaison_shape_find_flagged (line->entry->block->shape, flag);
}

static LiaisonReading
make_reading (const LiaisonQuickScan *line, const LiaisonField *field, const char *plain)
{
  return (LiaisonReading){ line->manner, line->snapshot, field, line->entry->block,
                           NULL,         plain,          plain };
}

/* Whether the text is understood as the field; then it is in the event. @problem (may be NULL) is
 * why not; the caller's. */
static gboolean
read_field (const LiaisonQuickScan *line,
            const LiaisonField *field,
            const char *text,
            char **problem)
{
  gpointer at = LIAISON_BLOCK_AT (line->entry->block, field);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (liaison_manner_read_field (line->manner, line->snapshot, field, line->entry->block, text,
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
is_set (const LiaisonQuickScan *line, const LiaisonField *field)
{
  return liaison_block_field_is_set (line->entry->block, field);
}

/* Marks */

static char *
tell_missing (const LiaisonQuickScan *line)
{
  return g_strdup (
      liaison_words_get (line->manner->words, N_ ("A name is missing behind this mark.")));
}

static void
refuse_second (LiaisonQuickScan *line,
               guint first,
               const LiaisonField *field,
               LiaisonQuickPartKind kind)
{
  const Form *form = find_form (liaison_kind_for_shape (line->entry->block->shape));
  g_autofree char *word = liaison_quick_scan_get_text (line, first, 1);
  LiaisonReading reading = make_reading (line, field, word);
  g_autoptr (GError) error = NULL;

  liaison_reading_refuse (&reading, &error, LIAISON_WORDS_ERROR_INPUT, form->twice,
                          liaison_operand_field ("field", field->label));
  liaison_quick_scan_add_part (line, first, 1, kind, g_strdup (error->message));
}

/* The longest run of words that is a value of the field, at most @longest. */
static void
take_run (LiaisonQuickScan *line,
          guint first,
          guint longest,
          const LiaisonField *field,
          LiaisonQuickPartKind kind)
{
  char *problem = NULL;

  for (guint n = longest; n > 0; n--)
    {
      g_autofree char *text = liaison_quick_scan_get_text (line, first, n);

      g_clear_pointer (&problem, g_free);
      if (read_field (line, field, text, &problem))
        {
          liaison_quick_scan_add_part (line, first, n, kind, NULL);
          return;
        }
    }
  liaison_quick_scan_add_part (line, first, 1, kind, problem ? problem : tell_missing (line));
}

/* A set grows by what each of its marks says. */
static void
take_nations (LiaisonQuickScan *line,
              guint first,
              const LiaisonField *field,
              LiaisonQuickPartKind kind)
{
  LiaisonCodes **codes = LIAISON_BLOCK_AT (line->entry->block, field);
  g_autoptr (LiaisonCodes) before = g_steal_pointer (codes);
  guint n;

  take_run (line, first, 1, field, kind);
  for (guint i = 0; i < (liaison_codes_get (before, &n), n); i++)
    {
      LiaisonCodes *more = liaison_codes_with (*codes, liaison_codes_get (before, &n)[i], TRUE);

      liaison_codes_unref (*codes);
      *codes = more;
    }
}

static void
take_references (LiaisonQuickScan *line,
                 guint first,
                 const LiaisonField *field,
                 LiaisonQuickPartKind kind)
{
  LiaisonIds **ids = LIAISON_BLOCK_AT (line->entry->block, field);
  g_autoptr (LiaisonIds) before = g_steal_pointer (ids);
  guint n;

  take_run (line, first, liaison_quick_scan_count_run (line, first), field, kind);
  for (guint i = 0; i < (liaison_ids_get (before, &n), n); i++)
    {
      LiaisonIds *more = liaison_ids_with (*ids, liaison_ids_get (before, &n)[i], TRUE);

      liaison_ids_unref (*ids);
      *ids = more;
    }
}

static void
take_mark (LiaisonQuickScan *line, guint first, const Mark *mark)
{
  const LiaisonField *field = liaison_shape_find (line->entry->block->shape, mark->field, NULL);

  if (field->type == LIAISON_FIELD_NATIONS)
    take_nations (line, first, field, mark->part);
  else if (field->type == LIAISON_FIELD_REFERENCES)
    take_references (line, first, field, mark->part);
  else if (is_set (line, field))
    refuse_second (line, first, field, mark->part);
  else
    take_run (line, first, liaison_quick_scan_count_run (line, first), field, mark->part);
}

static void
take_marks (LiaisonQuickScan *line, const Form *form)
{
  for (guint i = 0; i < line->tokens->len; i++)
    {
      char mark = liaison_quick_scan_get_mark (line, i);

      if (mark != '\0' && !liaison_quick_scan_get_token (line, i)->used)
        take_mark (line, i, &form->meanings[strchr (form->marks, mark) - form->marks]);
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
take_time_at (LiaisonQuickScan *line, guint first, gboolean at_start)
{
  const LiaisonField *field = get_flagged (line, LIAISON_FIELD_START);

  for (guint n = liaison_quick_scan_count_run (line, first); n > 0; n--)
    {
      g_autofree char *text = liaison_quick_scan_get_text (line, first, n);

      if ((at_start || has_more_than_numbers (text)) && read_field (line, field, text, NULL))
        {
          liaison_quick_scan_add_part (line, first, n, LIAISON_QUICK_TIME, NULL);
          return TRUE;
        }
    }
  return FALSE;
}

static void
take_time (LiaisonQuickScan *line)
{
  gboolean at_start = TRUE;

  for (guint i = 0; i < line->tokens->len; i++)
    if (!liaison_quick_scan_get_token (line, i)->used)
      {
        if (take_time_at (line, i, at_start))
          return;
        at_start = FALSE;
      }
}

/* A duration has a number and a unit; hours and minutes with a colon are a time of day where no
 * time was found. */
static gboolean
may_be_duration (const LiaisonQuickScan *line, const char *text)
{
  if (!g_ascii_isdigit (*text) && !g_unichar_isdigit (g_utf8_get_char (text)))
    return FALSE;
  if (strchr (text, ':'))
    return is_set (line, get_flagged (line, LIAISON_FIELD_START));
  return text[strspn (text, "0123456789")] != '\0';
}

static gboolean
take_duration_at (LiaisonQuickScan *line, guint first)
{
  const LiaisonField *field = get_flagged (line, LIAISON_FIELD_LENGTH);

  for (guint n = liaison_quick_scan_count_run (line, first); n > 0; n--)
    {
      g_autofree char *text = liaison_quick_scan_get_text (line, first, n);
      g_autofree char *plain = liaison_reading_make_plain (text);
      char *problem = NULL;
      gint64 seconds;

      if (!may_be_duration (line, plain)
          || !liaison_reading_parse_duration (line->manner->words, plain, &seconds))
        continue;
      read_field (line, field, text, &problem);
      liaison_quick_scan_add_part (line, first, n, LIAISON_QUICK_DURATION, problem);
      return TRUE;
    }
  return FALSE;
}

static void
take_duration (LiaisonQuickScan *line)
{
  for (guint i = 0; i < line->tokens->len; i++)
    if (!liaison_quick_scan_get_token (line, i)->used && take_duration_at (line, i))
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
refuse_times (LiaisonQuickScan *line)
{
  const LiaisonField *field = get_flagged (line, LIAISON_FIELD_START);

  for (guint i = 0; i < line->tokens->len && !is_set (line, field); i++)
    {
      g_autofree char *text = liaison_quick_scan_get_text (line, i, 1);
      gsize hours = strspn (text, "0123456789");
      gboolean clock =
          hours > 0 && hours <= 2 && text[hours] == ':' && g_ascii_isdigit (text[hours + 1]);
      char *problem = NULL;

      if (liaison_quick_scan_get_token (line, i)->used || !(clock || is_plain_time (text)))
        continue;
      read_field (line, field, text, &problem);
      liaison_quick_scan_add_part (line, i, 1, LIAISON_QUICK_TIME, problem);
    }
}

/* All that is left, one part for each run of it. */
static void
take_title (LiaisonQuickScan *line)
{
  const LiaisonField *field = get_flagged (line, LIAISON_FIELD_TITLE);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *problem = NULL;

  for (guint i = 0; i < line->tokens->len; i++)
    {
      const LiaisonQuickToken *token = liaison_quick_scan_get_token (line, i);

      if (token->used)
        continue;
      if (title->len > 0)
        g_string_append_c (title, ' ');
      g_string_append_len (title, line->text + token->start, (gssize) (token->end - token->start));
    }
  if (title->len == 0)
    return;
  read_field (line, field, title->str, &problem);
  for (guint i = 0; i < line->tokens->len; i++)
    {
      guint n = 0;

      while (i + n < line->tokens->len && !liaison_quick_scan_get_token (line, i + n)->used)
        n++;
      if (n > 0)
        liaison_quick_scan_add_part (line, i, n, LIAISON_QUICK_TITLE, g_strdup (problem));
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

/* A time is meant in the zone of the site, also where that is not said but known. */
static void
take_times (LiaisonQuickScan *line, LiaisonId site)
{
  LiaisonBlock *block = line->entry->block;
  const LiaisonField *field = liaison_shape_find (block->shape, "site", NULL);
  gboolean lend = field != NULL && !is_set (line, field);

  if (lend)
    *(LiaisonId *) LIAISON_BLOCK_AT (block, field) = site;
  take_time (line);
  take_duration (line);
  refuse_times (line);
  if (lend)
    *(LiaisonId *) LIAISON_BLOCK_AT (block, field) = (LiaisonId){ 0 };
}

LiaisonQuickEntry *
liaison_quick_entry_read (const LiaisonManner *manner,
                          const LiaisonSnapshot *snapshot,
                          const LiaisonKind *kind,
                          LiaisonId id,
                          const char *text)
{
  return liaison_quick_entry_read_at (manner, snapshot, kind, id, (LiaisonId){ 0 }, text);
}

LiaisonQuickEntry *
liaison_quick_entry_read_at (const LiaisonManner *manner,
                             const LiaisonSnapshot *snapshot,
                             const LiaisonKind *kind,
                             LiaisonId id,
                             LiaisonId site,
                             const char *text)
{
  const Form *form = find_form (kind);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (LiaisonQuickToken));
  LiaisonQuickEntry *self = g_new0 (LiaisonQuickEntry, 1);
  LiaisonQuickScan line = { manner, snapshot, NULL, text, tokens, self };

  g_return_val_if_fail (form != NULL && g_utf8_validate (text, -1, NULL), NULL);

  line.marks = form->marks;
  self->block = liaison_block_new (&kind->shape, id);
  self->parts = g_array_new (FALSE, FALSE, sizeof (LiaisonQuickPart));
  g_array_set_clear_func (self->parts, clear_part);
  liaison_quick_scan_split (&line);
  /* The site comes before the time, which is meant in its zone. */
  take_marks (&line, form);
  take_times (&line, site);
  take_title (&line);
  g_array_sort (self->parts, compare_parts);
  return self;
}

gboolean
liaison_quick_entry_knows (const LiaisonKind *kind)
{
  return find_form (kind) != NULL;
}

void
liaison_quick_entry_free (LiaisonQuickEntry *self)
{
  g_clear_pointer (&self->block, liaison_block_unref);
  g_array_unref (self->parts);
  g_free (self);
}
