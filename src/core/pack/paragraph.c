/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and headings. */
#include "config.h"

#include "pack/matter.h"

/* Lines of a paragraph that must not stand alone at the foot or the head of a page. */
#define TOGETHER 2

typedef struct
{
  LiaisonMatter parent;
  char *text;
  LiaisonTypeStyle style;
  const LiaisonSetting *setting;
} Paragraph;

static const LiaisonSetting *
set (Paragraph *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);

  if (self->setting == NULL)
    self->setting = liaison_typesetter_set (typesetter, self->text,
                                            liaison_typesetter_add_style (typesetter, &self->style),
                                            liaison_flow_get_measure (flow));
  return self->setting;
}

static double
paragraph_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  const LiaisonSetting *setting = set ((Paragraph *) matter, flow);

  return MIN (liaison_setting_get_n_lines (setting), TOGETHER)
         * liaison_setting_get_leading (setting);
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

static void
paragraph_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  const LiaisonSetting *setting = set ((Paragraph *) matter, flow);
  double leading = liaison_setting_get_leading (setting);
  guint n = liaison_setting_get_n_lines (setting);

  for (guint done = 0; done < n;)
    {
      guint room = (guint) MAX (liaison_flow_get_room (flow) / leading + 0.001, 0);
      guint now = count_lines (n - done, room, liaison_flow_is_at_top (flow));
      LiaisonPlacement *placement;

      if (now == 0)
        {
          liaison_flow_turn (flow);
          continue;
        }
      placement = liaison_flow_place (flow, matter, now * leading);
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

  liaison_press_begin (press, self->style.tag);
  liaison_setting_draw (self->setting, press->cr, placement->x, placement->y, placement->width,
                        placement->from, placement->to - placement->from);
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
liaison_matter_new_heading (const char *text, const LiaisonTypeStyle *style, guint level)
{
  LiaisonMatter *self = liaison_matter_new_paragraph (text, style);

  self->keep_with_next = TRUE;
  self->outline = g_strdup (text);
  self->level = level;
  return self;
}
