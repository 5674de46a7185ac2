/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and headings. */
#include "config.h"

#include "pack/matter.h"

/* From the last line to the rule below it. */
#define RULE_GAP 3

typedef struct
{
  LiaisonMatter parent;
  char *text;
  LiaisonTypeStyle style;
  const GPtrArray *notes;
  const LiaisonSetting *setting;
  double width; /* that it was set for */
} Paragraph;

static const LiaisonSetting *
set (Paragraph *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  double width = liaison_flow_get_measure (flow) - self->style.indent;

  if (self->setting == NULL || self->width != width)
    self->setting = liaison_typesetter_set (
        typesetter, self->text, liaison_typesetter_add_style (typesetter, &self->style), width);
  self->width = width;
  return self->setting;
}

static double
get_rule_height (const Paragraph *self)
{
  return self->style.rule > 0 ? self->style.rule + RULE_GAP : 0;
}

static double
paragraph_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  const Paragraph *self = (Paragraph *) matter;
  const LiaisonSetting *setting = set ((Paragraph *) matter, flow);

  /* Headings are never parted. */
  if (matter->keep_with_next)
    return liaison_setting_get_n_lines (setting) * liaison_setting_get_leading (setting)
           + get_rule_height (self);
  return liaison_flow_get_least_of_text (flow, setting, self->notes);
}

static void
paragraph_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Paragraph *self = (Paragraph *) matter;

  liaison_flow_place_text (flow, matter, set (self, flow), self->notes, get_rule_height (self));
}

static void
paragraph_draw (const LiaisonMatter *matter, const LiaisonPlacement *placement, LiaisonPress *press)
{
  const Paragraph *self = (const Paragraph *) matter;
  double x = placement->x, width = placement->width - self->style.indent;

  if (!liaison_setting_is_right_to_left (self->setting))
    x += self->style.indent;
  liaison_press_begin (press, self->style.tag);
  liaison_setting_draw (self->setting, press->cr, x, placement->y, width, placement->from,
                        placement->to - placement->from);
  if (self->style.rule > 0 && placement->to == liaison_setting_get_n_lines (self->setting))
    liaison_press_draw_rule (press, placement->x,
                             placement->y + placement->height - self->style.rule / 2,
                             placement->width, self->style.rule, self->style.ink);
  liaison_press_end (press, self->style.tag);
}

static void
paragraph_finalize (LiaisonMatter *matter)
{
  g_free (((Paragraph *) matter)->text);
}

static const LiaisonMatterClass paragraph_class = { paragraph_get_least, paragraph_flow,
                                                    paragraph_draw, paragraph_finalize };

LiaisonMatter *
liaison_matter_new_paragraph (const char *text, const LiaisonTypeStyle *style)
{
  Paragraph *self = liaison_matter_alloc (&paragraph_class, sizeof *self);

  self->text = g_strdup (text);
  self->style = *style;
  self->parent.before = style->before;
  self->parent.after = style->after;
  return &self->parent;
}

LiaisonMatter *
liaison_matter_new_noted (const char *text, const LiaisonTypeStyle *style, const GPtrArray *notes)
{
  LiaisonMatter *self = liaison_matter_new_paragraph (text, style);

  ((Paragraph *) self)->notes = notes;
  return self;
}

LiaisonMatter *
liaison_matter_new_heading (const char *text, const LiaisonTypeStyle *style, guint level)
{
  LiaisonMatter *self = liaison_matter_new_paragraph (text, style);

  self->keep_with_next = TRUE;
  self->outline = g_strdup (text);
  self->level = level;
  return self;
}
