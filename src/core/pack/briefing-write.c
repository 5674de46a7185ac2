/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of which the pages of briefings are made. */
#include "config.h"

#include "pack/briefing-private.h"
#include "pack/pair.h"
#include "pack/rich.h"
#include "pack/tabular.h"

#include <string.h>

const LiaisonBriefingLook liaison_briefing_look_default = { .parts = LIAISON_BRIEFING_ALL,
                                                            .new_page = TRUE,
                                                            .level = 1 };

void
liaison_brief_add (LiaisonMatter *matter, gpointer writer)
{
  LiaisonBriefWriter *self = writer;

  if (!self->begun)
    matter->new_page = self->look->new_page;
  self->begun = TRUE;
  liaison_pages_add (self->pages, matter);
}

void
liaison_brief_add_heading (LiaisonBriefWriter *self, guint depth, const char *text)
{
  static const LiaisonTypeStyle *const styles[] = { &liaison_type_title, &liaison_type_heading,
                                                    &liaison_type_subheading };
  guint level = MAX (self->look->level, 1) - 1 + depth;
  LiaisonMatter *matter =
      liaison_matter_new_heading (text, styles[MIN (level, G_N_ELEMENTS (styles) - 1)], level + 1);

  liaison_brief_add (matter, self);
}

void
liaison_brief_add_plain (LiaisonBriefWriter *self, const char *text, const LiaisonTypeStyle *style)
{
  LiaisonMatter *matter;

  if (text == NULL || *text == '\0')
    return;
  matter = liaison_matter_new_paragraph (text, style);
  /* Notes stand between a heading and what it heads. */
  matter->keep_with_next = style == &liaison_type_note;
  liaison_brief_add (matter, self);
}

LiaisonCardFlags
liaison_brief_get_card_flags (const LiaisonBriefWriter *self)
{
  return self->look->only_approved ? LIAISON_CARD_ONLY_APPROVED : LIAISON_CARD_DEFAULT;
}

/* In what runs from right to left it stands at the end of the sentence, whatever language its last
 * word is of, and not beside that word. */
char *
liaison_brief_make_mark (LiaisonWords *words, guint number)
{
  g_autofree char *mark = liaison_card_format_mark (number);

  return g_strconcat (liaison_words_is_right_to_left (words) ? "\u200f" : "", mark, NULL);
}

const GPtrArray *
liaison_brief_keep_note (LiaisonPages *pages, LiaisonWords *words, guint number, const char *told)
{
  g_autofree char *mark = liaison_brief_make_mark (words, number);
  GPtrArray *note = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (note, g_strdup_printf ("%s %s", mark, told));
  liaison_pages_keep (pages, note, (GDestroyNotify) g_ptr_array_unref);
  return note;
}

char *
liaison_brief_find_mark (const char *text)
{
  return g_strndup (text, strcspn (text, " "));
}

/* What follows a statement: the number of its source, and where others are approved, that it is
 * not. The caller's. */
static char *
make_tail (const LiaisonBriefWriter *self,
           const LiaisonCard *card,
           const LiaisonCardLine *line,
           gboolean mark_source)
{
  g_autofree char *mark =
      mark_source && line->source > 0
          ? liaison_brief_make_mark (self->manner->words, self->n_before + line->source)
          : g_strdup ("");
  gboolean proposed =
      card->n_approved > 0 && !liaison_card_is_approved (card->briefing, line->statement);

  return g_strconcat (mark, proposed ? "\u00a0†" : "", NULL);
}

void
liaison_brief_begin_notes (LiaisonBriefWriter *self, const LiaisonCard *card)
{
  GPtrArray *notes;

  if (self->look->n_notes == NULL)
    return;
  notes = g_ptr_array_new ();
  self->n_before = *self->look->n_notes;
  self->notes = notes;
  liaison_pages_keep (self->pages, notes, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < card->sources->len; i++)
    {
      const LiaisonCardSource *source = &g_array_index (card->sources, LiaisonCardSource, i);
      g_autofree char *told =
          liaison_briefing_tell_source (self->manner, source->text, source->link, source->date);

      g_ptr_array_add (notes, (gpointer) liaison_brief_keep_note (self->pages, self->manner->words,
                                                                  ++*self->look->n_notes, told));
    }
}

char *
liaison_brief_add_note (LiaisonBriefWriter *self, const char *text, const GPtrArray **note)
{
  if (self->look->n_notes == NULL || *text == '\0')
    return NULL;
  *note = liaison_brief_keep_note (self->pages, self->manner->words, ++*self->look->n_notes, text);
  return liaison_brief_make_mark (self->manner->words, *self->look->n_notes);
}

GPtrArray *
liaison_brief_set_line (const LiaisonBriefWriter *self,
                        const LiaisonCard *card,
                        const LiaisonCardLine *line,
                        gboolean bullet,
                        const LiaisonTypeStyle *style,
                        GArray *lines)
{
  GPtrArray *blocks = liaison_rich_text_parse (line->text);
  g_autofree char *tail = make_tail (self, card, line, TRUE);

  for (guint i = 0; i < blocks->len; i++)
    {
      LiaisonRichBlock *block = blocks->pdata[i];
      const LiaisonPairLine one = { .block = block,
                                    .mark = block->kind == LIAISON_RICH_ITEM || (bullet && i == 0)
                                                ? "•"
                                            : bullet ? ""
                                                     : NULL,
                                    .style = style };

      if (i + 1 == blocks->len)
        liaison_rich_block_append (block, tail);
      g_array_append_val (lines, one);
    }
  return blocks;
}

void
liaison_brief_add_line (LiaisonBriefWriter *self,
                        const LiaisonCard *card,
                        const LiaisonCardLine *line,
                        gboolean bullet,
                        gboolean mark_source)
{
  LiaisonTypeStyle style = liaison_type_body;
  g_autofree char *tail = make_tail (self, card, line, mark_source);

  style.align = LIAISON_SET_AT_START;
  style.after = 4;
  liaison_rich_to_matter (line->text, bullet, tail,
                          mark_source && line->source > 0 && self->notes != NULL
                              ? self->notes->pdata[line->source - 1]
                              : NULL,
                          &style, liaison_brief_add, self);
}

struct _LiaisonBriefGrid
{
  guint n_columns; /* as given */
  GPtrArray *headings;
  GPtrArray *cells; /* row by row */
  guint shown[16];  /* places of the columns shown */
};

LiaisonBriefGrid *
liaison_brief_grid_new (const char *const *headings, guint n_columns)
{
  LiaisonBriefGrid *self = g_new0 (LiaisonBriefGrid, 1);

  g_assert (n_columns <= G_N_ELEMENTS (self->shown));
  self->n_columns = n_columns;
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->headings, g_strdup (headings[i]));
  return self;
}

static void
grid_free (gpointer data)
{
  LiaisonBriefGrid *self = data;

  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
liaison_brief_grid_take (LiaisonBriefGrid *self, char *text)
{
  g_ptr_array_add (self->cells, text != NULL ? text : g_strdup (""));
}

static const char *
get_cell (const LiaisonBriefGrid *self, guint row, guint column)
{
  return self->cells->pdata[row * self->n_columns + column];
}

static const char *
get_text (gpointer data, guint row, guint column)
{
  LiaisonBriefGrid *self = data;

  return get_cell (self, row, self->shown[column]);
}

static gboolean
is_empty (const LiaisonBriefGrid *self, guint column)
{
  for (guint row = 0; row < self->cells->len / self->n_columns; row++)
    if (*get_cell (self, row, column) != '\0')
      return FALSE;
  return TRUE;
}

void
liaison_brief_add_grid (LiaisonBriefWriter *self, LiaisonBriefGrid *grid, guint whole)
{
  LiaisonTabularColumn columns[16] = { 0 };
  LiaisonTabularSource source = { columns, 0,   grid->cells->len / grid->n_columns, FALSE, get_text,
                                  NULL,    grid };

  for (guint i = 0; i < grid->n_columns; i++)
    {
      if (is_empty (grid, i))
        continue;
      grid->shown[source.n_columns] = i;
      columns[source.n_columns].heading = grid->headings->pdata[i];
      columns[source.n_columns].whole = (whole & (1u << i)) != 0;
      columns[source.n_columns].name = source.n_columns == 0;
      source.n_columns++;
    }
  liaison_pages_keep (self->pages, grid, grid_free);
  if (source.n_rows > 0 && source.n_columns > 0)
    liaison_brief_add (liaison_tabular_new (&source), self);
}
