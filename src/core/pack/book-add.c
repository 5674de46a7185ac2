/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonBook: what sections add, in the styles of the pack. */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"

#include <string.h>

LiaisonTypeStyle
liaison_book_style (const LiaisonBook *self, const LiaisonTypeStyle *style)
{
  return liaison_type_scaled (style, self->factor);
}

static void
add_plain (LiaisonBook *self, LiaisonMatter *matter)
{
  matter->columns = self->columns;
  liaison_pages_add (self->pages, matter);
}

void
liaison_book_take_heading (LiaisonBook *self, char *heading)
{
  liaison_pages_keep (self->pages, heading, g_free);
  self->heading = heading;
}

void
liaison_book_set_columns (LiaisonBook *self, guint columns)
{
  /* Two columns want two alphabets of letters each. */
  if (self->order->paper != LIAISON_PAPER_A5 && self->order->paper != LIAISON_PAPER_POCKET)
    self->columns = columns;
}

void
liaison_book_head (LiaisonBook *self)
{
  LiaisonTypeStyle style =
      liaison_book_style (self, self->alarm ? &liaison_type_alarm : &liaison_type_chapter);
  const char *heading = self->heading;
  LiaisonMatter *matter;

  self->heading = NULL;
  if (heading == NULL || *heading == '\0')
    return;
  matter = liaison_matter_new_heading (heading, &style, 1);
  matter->new_page = self->part->new_page || self->turn;
  matter->anchored = matter->new_page;
  self->turn = FALSE;
  matter->unlisted = self->part->section == LIAISON_PACK_SECTION_CONTENTS;
  liaison_pages_add (self->pages, matter);
  if (self->part->text != NULL)
    liaison_book_add_prose (self, self->part->text, NULL);
}

void
liaison_book_add (LiaisonBook *self, LiaisonMatter *matter)
{
  liaison_book_head (self);
  add_plain (self, matter);
}

void
liaison_book_add_heading (LiaisonBook *self, const char *text, guint level)
{
  LiaisonTypeStyle style =
      liaison_book_style (self, level <= 2 ? &liaison_type_section : &liaison_type_subheading);

  liaison_book_add (self, liaison_matter_new_heading (text, &style, level));
}

void
liaison_book_add_minor (LiaisonBook *self, const char *text)
{
  LiaisonTypeStyle style = liaison_book_style (self, &liaison_type_subheading);
  LiaisonMatter *matter = liaison_matter_new_paragraph (text, &style);

  matter->keep_with_next = TRUE;
  liaison_book_add (self, matter);
}

void
liaison_book_add_note (LiaisonBook *self, const char *text)
{
  LiaisonTypeStyle style = liaison_book_style (self, &liaison_type_note);
  LiaisonMatter *note;

  style.after = 5 * self->factor;
  note = liaison_matter_new_paragraph (text, &style);
  /* It is said of what follows. */
  note->keep_with_next = TRUE;
  liaison_book_add (self, note);
}

/* What a line of a list begins with, as bytes; 0: it is no line of a list. */
static gsize
find_bullet (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (strchr ("-*+", *line) != NULL && *line != '\0' && line[1] == ' ')
    return 2;
  if (digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')')
      && line[digits + 1] == ' ')
    return digits + 2;
  return 0;
}

/* Marks of emphasis say nothing on paper that sets none. */
static char *
strip_marks (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if ((at[0] == '*' && at[1] == '*') || (at[0] == '_' && at[1] == '_'))
        at++;
      else if (at[0] == '\\' && at[1] != '\0' && g_ascii_ispunct (at[1]))
        g_string_append_c (plain, *++at);
      else if (at[0] != '`')
        g_string_append_c (plain, *at);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static void
add_prose_line (LiaisonBook *self, const char *line, const LiaisonBlock *record)
{
  LiaisonTypeStyle style = liaison_book_style (self, &liaison_type_text);
  gsize bullet = find_bullet (line), heading = strspn (line, "#");
  g_autofree char *plain = NULL;
  LiaisonMatter *matter;

  if (heading > 0 && line[heading] == ' ')
    {
      plain = strip_marks (line + heading + 1);
      liaison_book_add_minor (self, plain);
      return;
    }
  plain = strip_marks (line + bullet);
  if (bullet > 0)
    {
      g_autofree char *item = g_strconcat ("•\u2002", plain, NULL);

      style.indent = style.size;
      style.after = 2 * self->factor;
      matter = liaison_matter_new_paragraph (item, &style);
    }
  else
    matter = liaison_matter_new_paragraph (plain, &style);
  matter->record = record;
  liaison_book_add (self, matter);
}

void
liaison_book_add_prose (LiaisonBook *self, const char *text, const LiaisonBlock *record)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) paragraph = g_string_new (NULL);

  if (text == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0;; i++)
    {
      char *line = lines[i] != NULL ? g_strstrip (lines[i]) : NULL;
      gboolean begins = line == NULL || *line == '\0' || find_bullet (line) > 0 || *line == '#';

      if (begins && paragraph->len > 0)
        {
          add_prose_line (self, paragraph->str, record);
          g_string_truncate (paragraph, 0);
        }
      if (line == NULL)
        return;
      if (paragraph->len > 0 && *line != '\0')
        g_string_append_c (paragraph, ' ');
      g_string_append (paragraph, line);
    }
}

void
liaison_book_take_rows (LiaisonBook *self, LiaisonRows *grid)
{
  LiaisonMatter *matter;

  if (liaison_rows_get_n_rows (grid) == 0)
    {
      liaison_rows_free (grid);
      return;
    }
  matter = liaison_rows_to_matter (grid, self->pages, FALSE, self->factor);
  matter->after = 8 * self->factor;
  liaison_book_add (self, matter);
}

LiaisonMatter *
liaison_book_new_pairs (const LiaisonBook *self)
{
  return liaison_pairs_new (self->factor, 0);
}

void
liaison_book_take_pairs (LiaisonBook *self, LiaisonMatter *pairs)
{
  if (liaison_pairs_get_n (pairs) > 0)
    liaison_book_add (self, pairs);
  else
    liaison_matter_free (pairs);
}

void
liaison_book_add_fields (LiaisonBook *self,
                         LiaisonMatter *pairs,
                         const LiaisonBlock *record,
                         const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      const LiaisonField *field = liaison_shape_find (record->shape, g_strstrip (list[i]), NULL);
      g_autofree char *told = liaison_book_tell (self, record, list[i]);

      if (told != NULL && field->type == LIAISON_FIELD_STRING)
        told = liaison_book_isolate (g_steal_pointer (&told));
      if (told != NULL)
        liaison_pairs_add (pairs, liaison_book_say (self, field->label), told, record, NULL);
    }
}
