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

void
liaison_press_begin (LiaisonPress *self, const char *tag)
{
  if (self->tagged && tag != NULL)
    cairo_tag_begin (self->cr, tag, NULL);
}

void
liaison_press_end (LiaisonPress *self, const char *tag)
{
  if (self->tagged && tag != NULL)
    cairo_tag_end (self->cr, tag);
}
