/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/image.h"

#include "pack/picture.h"

typedef struct
{
  LiaisonMatter parent;
  cairo_surface_t *surface;
  char *description;
  double width, height;
  gboolean centred, right_to_left;
} Image;

static double
image_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  return ((Image *) matter)->height;
}

static void
image_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Image *self = (Image *) matter;

  self->right_to_left = liaison_typesetter_is_right_to_left (liaison_flow_get_typesetter (flow));
  if (self->height > liaison_flow_get_room (flow) && !liaison_flow_is_at_top (flow))
    liaison_flow_turn (flow);
  liaison_flow_place (flow, matter, self->height);
}

static void
image_draw (const LiaisonMatter *matter, const LiaisonPlacement *at, LiaisonPress *press)
{
  const Image *self = (const Image *) matter;
  double spare = at->width - self->width;
  double x = at->x + (self->centred ? spare / 2 : self->right_to_left ? spare : 0);

  liaison_press_begin_figure (press, self->description);
  liaison_picture_draw (press->cr, self->surface, x, at->y, self->width, self->height);
  liaison_press_end (press, "Figure");
}

static void
image_finalize (LiaisonMatter *matter)
{
  Image *self = (Image *) matter;

  cairo_surface_destroy (self->surface);
  g_free (self->description);
}

static const LiaisonMatterClass image_class = { image_get_least, image_flow, image_draw,
                                                image_finalize };

LiaisonMatter *
liaison_image_new (const LiaisonBlock *attachment,
                   double width,
                   double height,
                   gboolean centred,
                   const char *language)
{
  const LiaisonAttachmentData *data = LIAISON_DATA (Attachment, attachment);
  cairo_surface_t *surface = liaison_picture_load (attachment, width, height);
  const char *description = liaison_text_pick (data->description, language, NULL);
  Image *self;
  double scale;

  if (surface == NULL)
    return NULL;
  self = liaison_matter_alloc (&image_class, sizeof *self);
  self->surface = surface;
  self->description = g_strdup (description != NULL ? description : "");
  scale = MIN (width / cairo_image_surface_get_width (surface),
               height / cairo_image_surface_get_height (surface));
  self->width = cairo_image_surface_get_width (surface) * scale;
  self->height = cairo_image_surface_get_height (surface) * scale;
  self->centred = centred;
  self->parent.record = attachment;
  self->parent.after = 6;
  return &self->parent;
}
