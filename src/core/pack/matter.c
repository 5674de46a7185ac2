/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/matter.h"

gpointer
liaison_matter_alloc (const LiaisonMatterClass *klass, gsize size)
{
  LiaisonMatter *self = g_malloc0 (size);

  self->klass = klass;
  return self;
}

void
liaison_matter_free (LiaisonMatter *self)
{
  if (self->klass->finalize != NULL)
    self->klass->finalize (self);
  g_free (self->outline);
  g_free (self);
}

/* The level of a heading's tag; 0: it is none. */
static guint
get_level (const char *tag)
{
  return tag[0] == 'H' && g_ascii_isdigit (tag[1]) ? (guint) g_ascii_digit_value (tag[1]) : 0;
}

/* The tag of a heading of the level that has been reached. */
static const char *
get_heading (const LiaisonPress *self)
{
  static const char *const tags[] = { "H1", "H1", "H2", "H3", "H4", "H5", "H6" };

  return tags[MIN (self->level, G_N_ELEMENTS (tags) - 1)];
}

void
liaison_press_begin (LiaisonPress *self, const char *tag)
{
  guint level = tag != NULL ? get_level (tag) : 0;

  if (!self->tagged || tag == NULL)
    return;
  /* A heading that looks like one of the third level is one of the second where there is none
   * between. */
  if (level > 0)
    self->level = MIN (level, self->level + 1);
  cairo_tag_begin (self->cr, level > 0 ? get_heading (self) : tag, NULL);
}

void
liaison_press_begin_figure (LiaisonPress *self, const char *shows)
{
  if (!self->tagged)
    return;
  cairo_tag_begin (self->cr, "Figure", NULL);
  if (shows == NULL || *shows == '\0')
    shows = self->heading;
  if (self->figures != NULL)
    g_ptr_array_add (self->figures, g_strdup (shows != NULL ? shows : ""));
}

static const char *
get_cell_tag (const LiaisonPressCell *cell)
{
  return cell->role == LIAISON_CELL_PLAIN ? "TD" : "TH";
}

void
liaison_press_begin_cell (LiaisonPress *self, const LiaisonPressCell *cell)
{
  if (!self->tagged)
    return;
  if (!cell->empty)
    cairo_tag_begin (self->cr, get_cell_tag (cell), NULL);
  if (self->cells != NULL)
    g_array_append_val (self->cells, *cell);
}

void
liaison_press_end_cell (LiaisonPress *self, const LiaisonPressCell *cell)
{
  if (self->tagged && !cell->empty)
    cairo_tag_end (self->cr, get_cell_tag (cell));
}

void
liaison_press_begin_link (LiaisonPress *self, const LiaisonMatter *to)
{
  char place[2][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  if (!self->tagged)
    return;
  attributes = g_strdup_printf ("page=%u pos=[%s %s]", to->page,
                                g_ascii_formatd (place[0], sizeof place[0], "%.2f", to->x),
                                g_ascii_formatd (place[1], sizeof place[1], "%.2f", to->y));
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

void
liaison_press_end (LiaisonPress *self, const char *tag)
{
  if (self->tagged && tag != NULL)
    cairo_tag_end (self->cr, get_level (tag) > 0 ? get_heading (self) : tag);
}

void
liaison_press_draw_rule (
    LiaisonPress *self, double x, double y, double width, double thickness, LiaisonInk ink)
{
  double rgb[3];

  liaison_ink_get (ink, 0.6, rgb);
  cairo_set_source_rgb (self->cr, rgb[0], rgb[1], rgb[2]);
  cairo_rectangle (self->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (self->cr);
}
