/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/rich.h"

/* The room of a mark before an item, and of each depth, in sizes of the letters. */
#define INDENT 1.35

typedef struct
{
  LiaisonMatter parent;

  /* Given */
  LiaisonRichBlock *block;
  char *mark;
  LiaisonTypeStyle style;
  double indent; /* on the side where lines begin, in points */
  const GPtrArray *notes;

  /* Made by the flow */
  const LiaisonSetting *setting, *mark_setting;
  gboolean right_to_left;
} Rich;

static const LiaisonSetting *
set (Rich *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  const LiaisonTypeStyle *style;

  if (self->setting != NULL)
    return self->setting;
  style = liaison_typesetter_add_style (typesetter, &self->style);
  self->right_to_left = liaison_typesetter_is_right_to_left (typesetter);
  self->setting = liaison_typesetter_set_spans (typesetter, self->block->text, self->block->spans,
                                                self->block->n_spans, style,
                                                liaison_flow_get_measure (flow) - self->indent);
  if (self->mark != NULL)
    self->mark_setting =
        liaison_typesetter_set_line (typesetter, self->mark, style, self->style.size * 4);
  return self->setting;
}

static double
rich_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  const Rich *self = (Rich *) matter;

  return liaison_flow_get_least_of_text (flow, set ((Rich *) matter, flow), self->notes);
}

static void
rich_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  const Rich *self = (Rich *) matter;

  liaison_flow_place_text (flow, matter, set ((Rich *) matter, flow), self->notes, 0);
}

static void
draw_mark (const Rich *self, const LiaisonPlacement *placement, LiaisonPress *press)
{
  double width = liaison_setting_get_width (self->mark_setting);
  double gap = self->style.size * 0.35;
  double x = self->right_to_left ? placement->x + placement->width - self->indent + gap
                                 : placement->x + self->indent - width - gap;

  liaison_setting_draw (self->mark_setting, press->cr, x, placement->y, width, 0, 1);
}

static void
rich_draw (const LiaisonMatter *matter, const LiaisonPlacement *placement, LiaisonPress *press)
{
  const Rich *self = (const Rich *) matter;
  double x = placement->x + (self->right_to_left ? 0 : self->indent);

  liaison_press_begin (press, self->style.tag);
  if (self->mark_setting != NULL && placement->from == 0)
    draw_mark (self, placement, press);
  liaison_setting_draw (self->setting, press->cr, x, placement->y, placement->width - self->indent,
                        placement->from, placement->to - placement->from);
  liaison_press_end (press, self->style.tag);
}

static void
rich_finalize (LiaisonMatter *matter)
{
  Rich *self = (Rich *) matter;

  liaison_rich_block_free (self->block);
  g_free (self->mark);
}

static const LiaisonMatterClass rich_class = { rich_get_least, rich_flow, rich_draw,
                                               rich_finalize };

LiaisonMatter *
liaison_matter_new_rich (const LiaisonRichBlock *block,
                         const char *mark,
                         const LiaisonTypeStyle *style)
{
  Rich *self = liaison_matter_alloc (&rich_class, sizeof *self);
  guint depth = block->kind == LIAISON_RICH_HEADING ? 0 : block->depth;

  self->block = g_new0 (LiaisonRichBlock, 1);
  self->block->kind = block->kind;
  self->block->text = g_strdup (block->text);
  self->block->spans = g_memdup2 (block->spans, block->n_spans * sizeof *block->spans);
  self->block->n_spans = block->n_spans;
  self->mark = g_strdup (mark);
  self->style = *style;
  self->indent = MAX (depth, mark != NULL ? 1 : 0) * INDENT * style->size;
  self->parent.before = style->before;
  self->parent.after = style->after;
  return &self->parent;
}

void
liaison_matter_set_rich_notes (LiaisonMatter *matter, const GPtrArray *notes)
{
  g_return_if_fail (matter->klass == &rich_class);
  ((Rich *) matter)->notes = notes;
}

static char *
make_mark (const LiaisonRichBlock *block)
{
  if (block->kind != LIAISON_RICH_ITEM)
    return NULL;
  return block->number > 0 ? g_strdup_printf ("%u.", block->number) : g_strdup ("•");
}

static LiaisonTypeStyle
style_block (const LiaisonRichBlock *block, const LiaisonTypeStyle *style)
{
  LiaisonTypeStyle own = *style;

  if (block->kind == LIAISON_RICH_HEADING)
    {
      own.weight = 700;
      own.align = LIAISON_SET_AT_START;
      own.before = style->after;
      own.after = 1;
    }
  else if (block->kind == LIAISON_RICH_ITEM)
    own.after = MIN (own.after, 2);
  else if (block->kind == LIAISON_RICH_QUOTE)
    own.italic = TRUE;
  else if (block->kind == LIAISON_RICH_VERBATIM)
    own.align = LIAISON_SET_AT_START;
  return own;
}

void
liaison_rich_to_matter (const char *source,
                        gboolean bullet,
                        const char *tail,
                        const GPtrArray *notes,
                        const LiaisonTypeStyle *style,
                        LiaisonMatterFunc func,
                        gpointer data)
{
  g_autoptr (GPtrArray) blocks = liaison_rich_text_parse (source);

  for (guint i = 0; i < blocks->len; i++)
    {
      LiaisonRichBlock *block = blocks->pdata[i];
      g_autofree char *mark = NULL;
      LiaisonTypeStyle own;
      LiaisonMatter *matter;

      if (tail != NULL && i + 1 == blocks->len)
        liaison_rich_block_append (block, tail);
      if (bullet && block->kind != LIAISON_RICH_HEADING)
        {
          block->depth++;
          if (i == 0 && block->kind == LIAISON_RICH_PARAGRAPH)
            block->kind = LIAISON_RICH_ITEM;
        }
      mark = make_mark (block);
      own = style_block (block, style);
      matter = liaison_matter_new_rich (block, mark, &own);
      matter->keep_with_next = block->kind == LIAISON_RICH_HEADING;
      if (i + 1 == blocks->len)
        liaison_matter_set_rich_notes (matter, notes);
      func (matter, data);
    }
}
