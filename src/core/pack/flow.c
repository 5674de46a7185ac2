/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matter flowing into pages. */
#include "config.h"

#include "pack/pages-private.h"

/* Rounding of many heights never turns a page. */
#define TOLERANCE 0.01

struct _LiaisonFlow
{
  LiaisonPages *pages;
  double y; /* where the flow has come to */
  gboolean at_top;
  guint matter; /* which one flows, for progress */

  /* Borrowed */
  LiaisonPagesProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;
};

LiaisonTypesetter *
liaison_flow_get_typesetter (LiaisonFlow *self)
{
  return self->pages->typesetter;
}

double
liaison_flow_get_measure (const LiaisonFlow *self)
{
  return self->pages->width - 2 * self->pages->setup.margin;
}

double
liaison_flow_get_depth (const LiaisonFlow *self)
{
  return self->pages->bottom - self->pages->top;
}

double
liaison_flow_get_room (const LiaisonFlow *self)
{
  return self->pages->bottom - self->y + TOLERANCE;
}

gboolean
liaison_flow_is_at_top (const LiaisonFlow *self)
{
  return self->at_top;
}

static void
begin_page (LiaisonFlow *self)
{
  const LiaisonPageRecord page = { .first = self->pages->placements->len };

  g_array_append_val (self->pages->pages, page);
  self->y = self->pages->top;
  self->at_top = TRUE;
}

void
liaison_flow_turn (LiaisonFlow *self)
{
  begin_page (self);
}

void
liaison_flow_skip (LiaisonFlow *self, double height)
{
  if (!self->at_top)
    self->y += height;
}

LiaisonPlacement *
liaison_flow_place (LiaisonFlow *self, const LiaisonMatter *matter, double height)
{
  LiaisonPages *pages = self->pages;
  const LiaisonPlacement placement = { .matter = matter,
                                       .x = pages->setup.margin,
                                       .y = self->y,
                                       .width = liaison_flow_get_measure (self),
                                       .height = height };

  g_array_append_val (pages->placements, placement);
  g_array_index (pages->pages, LiaisonPageRecord, pages->pages->len - 1).n++;
  self->y += height;
  self->at_top = FALSE;
  return &g_array_index (pages->placements, LiaisonPlacement, pages->placements->len - 1);
}

gboolean
liaison_flow_is_cancelled (LiaisonFlow *self, double done)
{
  if (self->progress != NULL)
    self->progress ((self->matter + done) / MAX (self->pages->matters->len, 1), self->data);
  return g_cancellable_is_cancelled (self->cancellable);
}

/* What a heading needs below it: the first lines of what follows, through all that is kept
 * together. */
static double
find_needed (LiaisonFlow *self, guint index)
{
  LiaisonMatter *matter = self->pages->matters->pdata[index];
  double height = matter->klass->get_least (matter, self);
  LiaisonMatter *next;

  if (!matter->keep_with_next || index + 1 == self->pages->matters->len)
    return height;
  next = self->pages->matters->pdata[index + 1];
  if (next->new_page)
    return height;
  return height + MAX (matter->after, next->before) + find_needed (self, index + 1);
}

static void
flow_matter (LiaisonFlow *self, guint index)
{
  LiaisonMatter *matter = self->pages->matters->pdata[index];
  LiaisonMatter *previous = index > 0 ? self->pages->matters->pdata[index - 1] : NULL;
  double space = MAX (previous != NULL ? previous->after : 0, matter->before);
  double needed;

  self->matter = index;
  if (matter->new_page && !self->at_top)
    liaison_flow_turn (self);
  needed = find_needed (self, index);
  if (!self->at_top && space + needed > liaison_flow_get_room (self)
      && needed <= liaison_flow_get_depth (self))
    liaison_flow_turn (self);
  liaison_flow_skip (self, space);
  matter->klass->flow (matter, self);
}

gboolean
liaison_pages_flow (LiaisonPages *self,
                    LiaisonPagesProgressFunc progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  LiaisonFlow flow = {
    .pages = self, .progress = progress, .data = data, .cancellable = cancellable
  };

  g_return_val_if_fail (self->typesetter == NULL, FALSE);
  self->typesetter = liaison_typesetter_new (liaison_words_get_language (self->words),
                                             liaison_words_is_right_to_left (self->words));
  liaison_furniture_set (self);
  begin_page (&flow);
  for (guint i = 0; i < self->matters->len; i++)
    {
      flow_matter (&flow, i);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  liaison_furniture_set_folios (self);
  return TRUE;
}
