/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/composing-room.h"

#include "pack/typesetter-private.h"

#include <string.h>

/* Of a hundred bytes each. Where so many glyphs are kept, the room begins anew. */
#define MOST_GLYPHS 200000

struct _LiaisonComposingRoom
{
  PangoFontMap *map;
  GPtrArray *typesetters; /* of LiaisonTypesetter */
};

LiaisonComposingRoom *
liaison_composing_room_new (void)
{
  LiaisonComposingRoom *self = g_new (LiaisonComposingRoom, 1);

  self->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->typesetters = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_typesetter_unref);
  return self;
}

void
liaison_composing_room_free (LiaisonComposingRoom *self)
{
  g_ptr_array_unref (self->typesetters);
  g_object_unref (self->map);
  g_free (self);
}

/* Pages that were set with it keep a typesetter until they go. */
static void
forget_most (LiaisonComposingRoom *self)
{
  gsize kept = 0;

  for (guint i = 0; i < self->typesetters->len; i++)
    kept += ((const LiaisonTypesetter *) self->typesetters->pdata[i])->n_kept;
  if (kept > MOST_GLYPHS)
    g_ptr_array_set_size (self->typesetters, 0);
}

LiaisonTypesetter *
liaison_composing_room_get (LiaisonComposingRoom *self,
                            const char *language,
                            gboolean right_to_left)
{
  LiaisonTypesetter *typesetter;

  forget_most (self);
  for (guint i = 0; i < self->typesetters->len; i++)
    {
      typesetter = self->typesetters->pdata[i];
      if (strcmp (typesetter->language, language) == 0
          && typesetter->right_to_left == right_to_left)
        return liaison_typesetter_ref (typesetter);
    }
  typesetter = liaison_typesetter_new_for_map (self->map, language, right_to_left);
  typesetter->roomy = TRUE;
  g_ptr_array_add (self->typesetters, typesetter);
  return liaison_typesetter_ref (typesetter);
}
