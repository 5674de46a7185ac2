/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Banners, running heads and feet. */
#include "config.h"

#include "pack/pages-private.h"

#include "words/numbers.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Between the furniture and the text, and between the two ends of a running head. */
#define GAP 8
/* Rules, in points. */
#define RULE 0.4
/* What of a coloured ground stands beside a label, and how far it is from what is above and below,
 * in points. */
#define LABEL_EDGE 5
#define LABEL_GAP  1.5
/* Where the text area would be less than this part of the page, the furniture gives way. */
#define LEAST_PART 0.4
/* A watermark: its grey, which text in black and grey is read on; so much of the way from corner to
 * corner; and how often larger than text at most. */
#define WATERMARK_GREY 0.925
#define WATERMARK_PART 0.7
#define WATERMARK_MOST 16

static const LiaisonTypeStyle *
get_style (const LiaisonPages *self, const LiaisonTypeStyle *style)
{
  LiaisonTypeStyle scaled = liaison_type_scaled (style, self->type_factor);

  return self->type_factor == 1 ? style : liaison_typesetter_add_style (self->typesetter, &scaled);
}

static const LiaisonSetting *
set_line (LiaisonPages *self, const char *text, const LiaisonTypeStyle *style, double part)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return liaison_typesetter_set_line (self->typesetter, text, get_style (self, style),
                                      (self->width - 2 * self->setup.margin) * part - GAP);
}

static double
get_leading (const LiaisonPages *self, const LiaisonTypeStyle *style)
{
  return liaison_typesetter_get_leading (self->typesetter, get_style (self, style));
}

/* How high the banner is, at the top and at the foot. */
static double
get_banner_height (const LiaisonPages *self)
{
  return self->banner != NULL || self->banner_func != NULL ? get_leading (self, self->banner_style)
                                                           : 0;
}

/* Labels in prescribed colours are larger. What stands on a page without records goes for all. */
static const LiaisonTypeStyle *
choose_banner_style (const LiaisonPages *self)
{
  g_autofree char *text = self->banner_func != NULL ? self->banner_func (NULL, 0, self->banner_data)
                                                    : g_strdup (self->banner);

  return liaison_marking_scheme_find_label (text) != NULL ? &liaison_type_banner_label
                                                          : &liaison_type_banner;
}

static gboolean
has_head (const LiaisonPages *self)
{
  return self->start_set != NULL || self->end_set != NULL || self->sections;
}

/* As large as the page has room for from corner to corner. */
static const LiaisonSetting *
set_watermark (LiaisonPages *self)
{
  LiaisonTypeStyle style = { .size = 10, .leading = 10, .weight = 700, .grey = WATERMARK_GREY };
  double room = sqrt (self->width * self->width + self->height * self->height) * WATERMARK_PART;
  double natural;

  if (self->watermark == NULL || *self->watermark == '\0')
    return NULL;
  natural =
      liaison_typesetter_measure (self->typesetter, self->watermark,
                                  liaison_typesetter_add_style (self->typesetter, &style), NULL);
  style = liaison_type_scaled (&style, CLAMP (room / MAX (natural, 1), 1, WATERMARK_MOST));
  return liaison_typesetter_set_line (self->typesetter, self->watermark,
                                      liaison_typesetter_add_style (self->typesetter, &style),
                                      room);
}

/* "#FF2B2B" */
static guint
read_colour (const char *colour)
{
  return (guint) g_ascii_strtoull (colour + 1, NULL, 16);
}

/* A marking is never cut: where it is too long for the line, its letters become smaller. */
static const LiaisonSetting *
set_whole (LiaisonPages *self, const char *text, const LiaisonTypeStyle *style)
{
  double room = self->width - 2 * self->setup.margin, natural;
  LiaisonTypeStyle scaled = *get_style (self, style);

  natural = liaison_typesetter_measure (
      self->typesetter, text, liaison_typesetter_add_style (self->typesetter, &scaled), NULL);
  if (natural > room)
    scaled = liaison_type_scaled (&scaled, MAX (room / natural * 0.995, 0.3));
  scaled.leading = get_leading (self, style)
                   / liaison_typesetter_get_leading (self->typesetter, &scaled) * scaled.leading;
  return liaison_typesetter_set_line (
      self->typesetter, text, liaison_typesetter_add_style (self->typesetter, &scaled), room);
}

static const LiaisonSetting *
set_banner_line (LiaisonPages *self, const char *text)
{
  const LiaisonMarkingLevel *label = liaison_marking_scheme_find_label (text);
  LiaisonTypeStyle style = *self->banner_style;

  if (text == NULL || *text == '\0')
    return NULL;
  if (label != NULL)
    {
      style.ink = LIAISON_INK_PRESCRIBED;
      style.colour = read_colour (label->colour);
    }
  return set_whole (self, text, liaison_typesetter_add_style (self->typesetter, &style));
}

void
liaison_furniture_set (LiaisonPages *self)
{
  double running = get_leading (self, &liaison_type_running), banner;

  self->banner_style = choose_banner_style (self);
  banner = get_banner_height (self);
  self->watermark_set = set_watermark (self);
  self->banner_set = set_banner_line (self, self->banner);
  self->start_set = set_line (self, self->head_start, &liaison_type_running, 0.5);
  self->end_set = set_line (self, self->head_end, &liaison_type_running, 0.5);
  self->foot_set = set_line (self, self->foot_start, &liaison_type_running, 0.7);
  self->top = self->setup.margin + banner;
  if (has_head (self))
    self->top += running + GAP + (self->book ? GAP : 0);
  self->bottom = self->height - self->setup.margin - banner - running - GAP;
  if (self->bottom - self->top < self->height * LEAST_PART)
    {
      self->top = self->setup.margin;
      self->bottom = self->height - self->setup.margin;
    }
}

/* "Page 2 of 5", or in a book the number alone. */
static char *
tell_folio (const LiaisonPages *self, guint number)
{
  if (self->book)
    return liaison_words_format_integer (self->words, number + 1);
  return liaison_words_format (
      /* Translators: at the foot of a page: “Page 2 of 5” */
      self->words, N_ ("Page {page} of {pages}"), liaison_operand_integer ("page", number + 1),
      liaison_operand_integer ("pages", self->pages->len));
}

static void
list_records (const LiaisonPages *self, const LiaisonPageRecord *page, GPtrArray *records)
{
  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const LiaisonPlacement *placement = &g_array_index (self->placements, LiaisonPlacement, i);
      const LiaisonMatter *matter = placement->matter;

      if (matter->record != NULL)
        g_ptr_array_add (records, (gpointer) matter->record);
      for (guint r = 0; matter->records != NULL && r < matter->records->len; r++)
        g_ptr_array_add (records, matter->records->pdata[r]);
      if (matter->klass->list_records != NULL)
        matter->klass->list_records (matter, placement, records);
    }
}

/* The banner of what stands on the page; most pages have that of the one before. A cover is marked
 * as all that is behind it. */
static void
set_banner (LiaisonPages *self, LiaisonPageRecord *page)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *text = NULL;

  page->banner = self->banner_set;
  page->label = liaison_marking_scheme_find_label (self->banner);
  if (self->banner_func == NULL)
    return;
  if (page->bare)
    for (guint i = 0; i < self->pages->len; i++)
      list_records (self, &g_array_index (self->pages, LiaisonPageRecord, i), records);
  else
    list_records (self, page, records);
  text = self->banner_func ((const LiaisonBlock *const *) records->pdata, records->len,
                            self->banner_data);
  if (text == NULL)
    return;
  page->banner = set_banner_line (self, text);
  page->label = liaison_marking_scheme_find_label (text);
}

/* The section that a page is in: the one that begins at its top, else the one before. */
static const LiaisonMatter *
find_section (const LiaisonPages *self, const LiaisonPageRecord *page, const LiaisonMatter *before)
{
  const LiaisonMatter *section = before;

  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const LiaisonPlacement *placement = &g_array_index (self->placements, LiaisonPlacement, i);

      if (placement->matter->outline == NULL || placement->matter->level != 1)
        continue;
      section = placement->matter;
      if (before != NULL && placement->y > self->top + 1)
        section = before;
      break;
    }
  return section;
}

static gboolean
is_bare (const LiaisonPages *self, const LiaisonPageRecord *page)
{
  const LiaisonPlacement *first = &g_array_index (self->placements, LiaisonPlacement, page->first);

  return page->n > 0 && first->matter->bare;
}

void
liaison_furniture_set_pages (LiaisonPages *self)
{
  const LiaisonMatter *section = NULL;

  for (guint i = 0; i < self->pages->len; i++)
    {
      LiaisonPageRecord *page = &g_array_index (self->pages, LiaisonPageRecord, i);
      g_autofree char *text = tell_folio (self, i);

      page->folio = set_line (self, text, &liaison_type_running, 0.3);
      page->bare = is_bare (self, page);
      set_banner (self, page);
      page->end = self->end_set;
      section = find_section (self, page, section);
      if (self->sections && section != NULL && !page->bare)
        page->end = set_line (self, section->outline, &liaison_type_running, 0.5);
      /* What comes later on the page is what the next one is in. */
      for (guint p = page->first; p < page->first + page->n; p++)
        {
          const LiaisonMatter *matter =
              g_array_index (self->placements, LiaisonPlacement, p).matter;

          if (matter->outline != NULL && matter->level == 1)
            section = matter;
        }
    }
}

/* The first page lies on the right of a book that is read from left to right. */
gboolean
liaison_furniture_is_outer_at_end (const LiaisonPages *self, guint number)
{
  return self->setup.binding <= 0 || number % 2 == 0;
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

/* As wide as what stands on it, and a little. */
static void
draw_ground (const LiaisonPages *self, const LiaisonPageRecord *page, cairo_t *cr, double y)
{
  guint colour = read_colour (page->label->ground);
  double width = liaison_setting_get_width (page->banner) + 2 * LABEL_EDGE;

  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
  cairo_rectangle (cr, (self->width - width) / 2, y + LABEL_GAP, width,
                   liaison_setting_get_leading (page->banner) - 2 * LABEL_GAP);
  cairo_fill (cr);
}

static void
draw_banner (const LiaisonPages *self, const LiaisonPageRecord *page, cairo_t *cr, double y)
{
  if (page->banner == NULL)
    return;
  if (page->label != NULL && page->label->ground != NULL)
    draw_ground (self, page, cr, y);
  liaison_setting_draw (page->banner, cr, self->setup.margin, y,
                        self->width - 2 * self->setup.margin, 0, 1);
}

static void
draw_running (const LiaisonPages *self, guint number, cairo_t *cr, double head, double foot)
{
  const LiaisonPageRecord *page = &g_array_index (self->pages, LiaisonPageRecord, number);
  double running = get_leading (self, &liaison_type_running);
  gboolean outer = liaison_furniture_is_outer_at_end (self, number);

  draw_at (self, self->start_set, cr, head, !outer);
  draw_at (self, page->end, cr, head, outer);
  if (has_head (self))
    draw_rule (self, cr, head + running + 1);
  draw_rule (self, cr, foot - running - 1);
  draw_at (self, self->foot_set, cr, foot - running, !outer);
  draw_at (self, page->folio, cr, foot - running, outer);
}

static void
draw_watermark (const LiaisonPages *self, cairo_t *cr)
{
  double width = liaison_setting_get_width (self->watermark_set);
  double leading = liaison_setting_get_leading (self->watermark_set);

  cairo_save (cr);
  cairo_translate (cr, self->width / 2, self->height / 2);
  cairo_rotate (cr, -atan2 (self->height, self->width));
  liaison_setting_draw_outlines (self->watermark_set, cr, -width / 2, -leading / 2, width);
  cairo_restore (cr);
}

void
liaison_furniture_draw (const LiaisonPages *self, guint number, LiaisonPress *press)
{
  const LiaisonPageRecord *page = &g_array_index (self->pages, LiaisonPageRecord, number);
  const LiaisonPageRecord *before = number > 0 ? page - 1 : NULL;
  double banner = get_banner_height (self);
  double head = self->setup.margin + banner, foot = self->height - self->setup.margin - banner;
  gboolean marked;

  /* Those who are read to hear the marking where it is another one than on the page before. */
  marked = page->banner != NULL && (before == NULL || before->banner != page->banner);
  if (marked)
    {
      liaison_press_begin (press, "P");
      draw_banner (self, page, press->cr, self->setup.margin);
      liaison_press_end (press, "P");
    }
  liaison_press_begin (press, LIAISON_PRESS_DECORATION);
  if (self->watermark_set != NULL)
    draw_watermark (self, press->cr);
  if (!marked)
    draw_banner (self, page, press->cr, self->setup.margin);
  if (!page->bare)
    draw_running (self, number, press->cr, head, foot);
  draw_banner (self, page, press->cr, foot);
  liaison_press_end (press, LIAISON_PRESS_DECORATION);
}
