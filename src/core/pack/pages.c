/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/pages-private.h"

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  self->destroy (self->data);
  g_free (self);
}

LiaisonPages *
liaison_pages_new (const LiaisonPageSetup *setup, LiaisonWords *words)
{
  LiaisonPages *self = g_new0 (LiaisonPages, 1);

  g_atomic_ref_count_init (&self->refs);
  self->setup = *setup;
  liaison_page_setup_get_size (setup, &self->width, &self->height);
  self->setup.margin = CLAMP (setup->margin, 0, MIN (self->width, self->height) / 4);
  self->words = liaison_words_ref (words);
  self->type_factor = 1;
  self->matters = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_matter_free);
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  self->placements = g_array_new (FALSE, FALSE, sizeof (LiaisonPlacement));
  self->pages = g_array_new (FALSE, FALSE, sizeof (LiaisonPageRecord));
  return self;
}

LiaisonPages *
liaison_pages_ref (LiaisonPages *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_pages_unref (LiaisonPages *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->matters);
  g_array_unref (self->placements);
  g_array_unref (self->pages);
  g_clear_pointer (&self->typesetter, liaison_typesetter_unref);
  g_clear_pointer (&self->missing, g_array_unref);
  g_ptr_array_unref (self->kept);
  liaison_words_unref (self->words);
  g_free (self->banner);
  g_free (self->head_start);
  g_free (self->head_end);
  g_free (self->foot_start);
  g_free (self->watermark);
  g_clear_pointer (&self->blank, liaison_matter_free);
  g_clear_pointer (&self->starts, g_array_unref);
  g_free (self);
}

void
liaison_pages_set_furniture (LiaisonPages *self, const LiaisonFurniture *furniture)
{
  g_clear_pointer (&self->banner, g_free);
  g_clear_pointer (&self->head_start, g_free);
  g_clear_pointer (&self->head_end, g_free);
  g_clear_pointer (&self->foot_start, g_free);
  self->banner = g_strdup (furniture->banner);
  self->head_start = g_strdup (furniture->head_start);
  self->head_end = g_strdup (furniture->head_end);
  self->foot_start = g_strdup (furniture->foot_start);
  self->book = furniture->book;
  self->sections = furniture->book || furniture->sections;
}

void
liaison_pages_set_room (LiaisonPages *self, LiaisonComposingRoom *room)
{
  self->room = room;
}

void
liaison_pages_set_watermark (LiaisonPages *self, const char *text)
{
  g_free (self->watermark);
  self->watermark = g_strdup (text);
}

void
liaison_pages_set_banner (LiaisonPages *self, LiaisonBannerFunc func, gpointer data)
{
  self->banner_func = func;
  self->banner_data = data;
}

void
liaison_pages_set_blank (LiaisonPages *self, LiaisonMatter *matter)
{
  g_clear_pointer (&self->blank, liaison_matter_free);
  self->blank = matter;
}

void
liaison_pages_set_type_factor (LiaisonPages *self, double factor)
{
  self->type_factor = factor;
}

void
liaison_pages_add (LiaisonPages *self, LiaisonMatter *matter)
{
  g_ptr_array_add (self->matters, matter);
}

guint
liaison_pages_count_matter (const LiaisonPages *self)
{
  return self->matters->len;
}

void
liaison_pages_mark_matter (LiaisonPages *self,
                           guint from,
                           const LiaisonBlock *record,
                           const GPtrArray *records)
{
  for (guint i = from; i < self->matters->len; i++)
    {
      LiaisonMatter *matter = self->matters->pdata[i];

      if (matter->record == NULL)
        matter->record = record;
      if (matter->records == NULL)
        matter->records = records;
    }
}

void
liaison_pages_keep (LiaisonPages *self, gpointer data, GDestroyNotify destroy)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept){ data, destroy };
  g_ptr_array_add (self->kept, kept);
}

guint
liaison_pages_get_n (const LiaisonPages *self)
{
  return self->pages->len;
}

void
liaison_pages_get_size (const LiaisonPages *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

void
liaison_pages_print (const LiaisonPages *self, guint number, LiaisonPress *press)
{
  const LiaisonPageRecord *page = &g_array_index (self->pages, LiaisonPageRecord, number);

  if (self->setup.binding > 0)
    cairo_translate (press->cr,
                     liaison_furniture_is_outer_at_end (self, number)
                             == !liaison_words_is_right_to_left (self->words)
                         ? self->setup.binding / 2
                         : -self->setup.binding / 2,
                     0);
  liaison_furniture_draw (self, number, press);
  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const LiaisonPlacement *placement = &g_array_index (self->placements, LiaisonPlacement, i);

      if (placement->matter->outline != NULL)
        press->heading = placement->matter->outline;
      placement->matter->klass->draw (placement->matter, placement, press);
    }
}

void
liaison_pages_draw (const LiaisonPages *self, guint number, cairo_t *cr)
{
  LiaisonPress press = { cr, FALSE };

  g_return_if_fail (number < self->pages->len);
  cairo_save (cr);
  liaison_pages_print (self, number, &press);
  cairo_restore (cr);
}

GArray *
liaison_pages_list_anchors (const LiaisonPages *self)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->matters->len; i++)
    {
      const LiaisonMatter *matter = self->matters->pdata[i];

      if (matter->anchored)
        g_array_append_val (anchors, matter->page);
    }
  return anchors;
}
