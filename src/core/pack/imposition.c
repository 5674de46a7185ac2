/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/imposition.h"

#include "pack/pages-private.h"

guint
liaison_imposition_count_sides (LiaisonImposition self, guint n)
{
  switch (self)
    {
    case LIAISON_IMPOSE_BOOKLET:
      return (n + 3) / 4 * 2;
    case LIAISON_IMPOSE_TWO_UP:
      return (n + 1) / 2;
    default:
      return n;
    }
}

static guint
check (guint page, guint n)
{
  return page < n ? page : LIAISON_NO_PAGE;
}

void
liaison_imposition_get_side (
    LiaisonImposition self, guint n, guint side, gboolean right_to_left, guint *left, guint *right)
{
  guint all = liaison_imposition_count_sides (self, n) * 2, swap;

  switch (self)
    {
    case LIAISON_IMPOSE_BOOKLET:
      /* Outer sides have the later page at the left, inner ones at the right. */
      *left = side % 2 == 0 ? all - 1 - side : side;
      *right = side % 2 == 0 ? side : all - 1 - side;
      break;
    case LIAISON_IMPOSE_TWO_UP:
      *left = 2 * side;
      *right = 2 * side + 1;
      break;
    default:
      *left = side;
      *right = LIAISON_NO_PAGE;
      return;
    }
  if (right_to_left)
    {
      swap = *left;
      *left = *right;
      *right = swap;
    }
  *left = check (*left, n);
  *right = check (*right, n);
}

void
liaison_imposition_get_size (LiaisonImposition self,
                             const LiaisonPages *pages,
                             double *width,
                             double *height)
{
  liaison_pages_get_size (pages, width, height);
  if (self != LIAISON_IMPOSE_NOTHING)
    *width *= 2;
}

static void
draw_half (const LiaisonPages *pages, guint page, double x, cairo_t *cr)
{
  if (page == LIAISON_NO_PAGE)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, 0);
  liaison_pages_draw (pages, page, cr);
  cairo_restore (cr);
}

void
liaison_imposition_draw (LiaisonImposition self, const LiaisonPages *pages, guint side, cairo_t *cr)
{
  guint left, right;
  double width, height;

  liaison_pages_get_size (pages, &width, &height);
  liaison_imposition_get_side (self, liaison_pages_get_n (pages), side,
                               liaison_words_is_right_to_left (pages->words), &left, &right);
  draw_half (pages, left, 0, cr);
  draw_half (pages, right, width, cr);
}

gboolean
liaison_imposition_write_pdf (LiaisonImposition self,
                              const LiaisonPages *pages,
                              const LiaisonPdfInfo *info,
                              GOutputStream *stream,
                              GCancellable *cancellable,
                              GError **error)
{
  LiaisonPdfSink *sink;
  double width, height;
  guint n = liaison_imposition_count_sides (self, liaison_pages_get_n (pages));
  cairo_t *cr;

  liaison_imposition_get_size (self, pages, &width, &height);
  sink = liaison_pdf_sink_new (info, stream, width, height, cancellable);
  liaison_pdf_sink_set_language (sink, liaison_words_get_language (pages->words),
                                 liaison_words_is_right_to_left (pages->words));
  cr = cairo_create (liaison_pdf_sink_get_surface (sink));
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      liaison_imposition_draw (self, pages, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  return liaison_pdf_sink_finish (sink, error);
}
