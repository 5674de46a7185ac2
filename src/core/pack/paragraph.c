/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and headings. */
#include "config.h"

#include "pack/matter.h"

/* Lines of a paragraph that must not stand alone at the foot or the head of a page. */
#define TOGETHER 2
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
  guint n = liaison_setting_get_n_lines (setting);
  double leading = liaison_setting_get_leading (setting);

  /* Headings are never parted. */
  if (matter->keep_with_next)
    return n * leading + get_rule_height (self);
  if (n > TOGETHER + 1)
    return TOGETHER * leading;
  return n * leading + liaison_flow_measure_notes (flow, self->notes);
}

/* How many of the @left lines go on a page with room for @room of them. */
static guint
count_lines (guint left, guint room, gboolean at_top)
{
  if (left <= room)
    return left;
  if (at_top)
    return MAX (MIN (room, left > TOGETHER ? left - TOGETHER : left), 1);
  if (left <= TOGETHER + 1 || room < TOGETHER)
    return 0;
  return MIN (room, left - TOGETHER);
}

static guint
count_room (double room, double leading)
{
  return (guint) CLAMP (room / leading + 0.001, 0, 1e6);
}

/* The last lines need room for their notes. */
static guint
choose_lines (const Paragraph *self, LiaisonFlow *flow, guint left, double leading)
{
  double room = liaison_flow_get_room (flow), notes;
  gboolean at_top = liaison_flow_is_at_top (flow);
  guint now = count_lines (left, count_room (room, leading), at_top);

  if (now < left || self->notes == NULL)
    return now;
  notes = liaison_flow_measure_notes (flow, self->notes);
  if (left * leading + notes <= room)
    return left;
  now = count_lines (left, MIN (count_room (room - notes, leading), left - 1), at_top);
  return at_top && left <= TOGETHER ? left : now;
}

static void
paragraph_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Paragraph *self = (Paragraph *) matter;
  const LiaisonSetting *setting = set (self, flow);
  double leading = liaison_setting_get_leading (setting);
  guint n = liaison_setting_get_n_lines (setting);

  for (guint done = 0; done < n;)
    {
      guint now = choose_lines (self, flow, n - done, leading);
      gboolean last = done + now == n;
      LiaisonPlacement *placement;

      if (now == 0)
        {
          liaison_flow_turn (flow);
          continue;
        }
      if (last)
        liaison_flow_add_notes (flow, self->notes);
      placement =
          liaison_flow_place (flow, matter, now * leading + (last ? get_rule_height (self) : 0));
      placement->from = done;
      placement->to = done + now;
      done += now;
      if (done < n)
        liaison_flow_turn (flow);
    }
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
  liaison_press_end (press, self->style.tag);
  if (self->style.rule > 0 && placement->to == liaison_setting_get_n_lines (self->setting))
    liaison_press_draw_rule (press, placement->x,
                             placement->y + placement->height - self->style.rule / 2,
                             placement->width, self->style.rule, self->style.ink);
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
