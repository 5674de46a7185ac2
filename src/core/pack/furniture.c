/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Banners, running heads and feet. */
#include "config.h"

#include "pack/pages-private.h"

#include "words/sentence.h"

#include <glib/gi18n-lib.h>

/* Between the furniture and the text, and between the two ends of a running head. */
#define GAP 8
/* Rules, in points. */
#define RULE 0.4
/* Where the text area would be less than this part of the page, the furniture gives way. */
#define LEAST_PART 0.4

static const LiaisonSetting *
set_line (LiaisonPages *self, const char *text, const LiaisonTypeStyle *style, double part)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return liaison_typesetter_set_line (self->typesetter, text, style,
                                      (self->width - 2 * self->setup.margin) * part - GAP);
}

static double
get_leading (const LiaisonSetting *setting)
{
  return setting != NULL ? liaison_setting_get_leading (setting) : 0;
}

void
liaison_furniture_set (LiaisonPages *self)
{
  double running = liaison_typesetter_get_leading (self->typesetter, &liaison_type_running);
  double banner;

  self->banner_set = set_line (self, self->banner, &liaison_type_banner, 1);
  self->start_set = set_line (self, self->head_start, &liaison_type_running, 0.5);
  self->end_set = set_line (self, self->head_end, &liaison_type_running, 0.5);
  self->foot_set = set_line (self, self->foot_start, &liaison_type_running, 0.7);
  banner = get_leading (self->banner_set);
  self->top = self->setup.margin + banner;
  if (self->start_set != NULL || self->end_set != NULL)
    self->top += running + GAP;
  self->bottom = self->height - self->setup.margin - banner - running - GAP;
  if (self->bottom - self->top < self->height * LEAST_PART)
    {
      self->top = self->setup.margin;
      self->bottom = self->height - self->setup.margin;
    }
}

void
liaison_furniture_set_folios (LiaisonPages *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      g_autofree char *text = liaison_words_format (
          /* Translators: at the foot of a page: “Page 2 of 5” */
          self->words, N_ ("Page {page} of {pages}"), liaison_operand_integer ("page", i + 1),
          liaison_operand_integer ("pages", self->pages->len));

      g_array_index (self->pages, LiaisonPageRecord, i).folio =
          set_line (self, text, &liaison_type_running, 0.3);
    }
}

static void
draw_rule (const LiaisonPages *self, cairo_t *cr, double y)
{
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_rectangle (cr, self->setup.margin, y - RULE / 2, self->width - 2 * self->setup.margin,
                   RULE);
  cairo_fill (cr);
}

/* At the start or the end of the line, as the page runs. */
static void
draw_at (
    const LiaisonPages *self, const LiaisonSetting *setting, cairo_t *cr, double y, gboolean at_end)
{
  double left = self->setup.margin;
  double spare;

  if (setting == NULL)
    return;
  spare = self->width - 2 * left - liaison_setting_get_width (setting);
  if (liaison_typesetter_is_right_to_left (self->typesetter) != at_end)
    left += spare;
  liaison_setting_draw (setting, cr, left, y, liaison_setting_get_width (setting), 0, 1);
}

static void
draw_banner (const LiaisonPages *self, cairo_t *cr, double y)
{
  if (self->banner_set != NULL)
    liaison_setting_draw (self->banner_set, cr, self->setup.margin, y,
                          self->width - 2 * self->setup.margin, 0, 1);
}

void
liaison_furniture_draw (const LiaisonPages *self, guint number, LiaisonPress *press)
{
  const LiaisonPageRecord *page = &g_array_index (self->pages, LiaisonPageRecord, number);
  double running = liaison_typesetter_get_leading (self->typesetter, &liaison_type_running);
  double banner = get_leading (self->banner_set);
  double head = self->setup.margin + banner, foot = self->height - self->setup.margin - banner;

  liaison_press_begin (press, "P");
  draw_banner (self, press->cr, self->setup.margin);
  draw_at (self, self->start_set, press->cr, head, FALSE);
  draw_at (self, self->end_set, press->cr, head, TRUE);
  if (self->start_set != NULL || self->end_set != NULL)
    draw_rule (self, press->cr, head + running + 1);
  draw_rule (self, press->cr, foot - running - 1);
  draw_at (self, self->foot_set, press->cr, foot - running, FALSE);
  draw_at (self, page->folio, press->cr, foot - running, TRUE);
  draw_banner (self, press->cr, foot);
  liaison_press_end (press, "P");
}
