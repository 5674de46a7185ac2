/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-making.h"

#include "record/kinds.h"

#include <cairo.h>
#include <string.h>

#define WIDTH 8

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Any colours; a height by chance. */
static GByteArray *
draw (LeakRandom *random, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, height);
  GByteArray *bytes = g_byte_array_new ();

  for (int y = 0; y < height; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 colour = leak_below (random, 0x1000000);

        memcpy (cairo_image_surface_get_data (surface)
                    + y * cairo_image_surface_get_stride (surface) + 4 * x,
                &colour, sizeof colour);
      }
  cairo_surface_mark_dirty (surface);
  cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_destroy (surface);
  return bytes;
}

/* One that is withheld has a canary behind its last byte. */
void
leak_settle_picture (LeakMaking *self, const LeakEntry *entry)
{
  LiaisonAttachmentData *attachment = (LiaisonAttachmentData *) entry->block;
  LeakRandom *random = entry->seen ? self->open : self->closed;
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *content = NULL, *sum = NULL;

  if (entry->kind != &liaison_attachment_kind)
    return;
  leak_aim_at (self, entry, LEAK_OF_PICTURE, 0, 0);
  attachment->width = WIDTH;
  attachment->height = 4 + leak_below (random, 12);
  bytes = draw (random, (int) attachment->height);
  if (!entry->seen)
    g_byte_array_append (bytes, (const guint8 *) LEAK_CANARY, strlen (LEAK_CANARY));
  content = g_base64_encode (bytes->data, bytes->len);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
  attachment->size = bytes->len;
  leak_set_string (entry->block, "media-type", "image/png");
  leak_set_string (entry->block, "content", content);
  leak_set_string (entry->block, "sha256", sum);
}
