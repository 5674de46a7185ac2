/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/picture-read.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define QUALITY "86"

const char *
liaison_picture_sniff (gconstpointer data, gsize n)
{
  static const guchar png[] = { 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a };
  static const guchar jpeg[] = { 0xff, 0xd8, 0xff };

  if (n > sizeof png && memcmp (data, png, sizeof png) == 0)
    return "image/png";
  if (n > sizeof jpeg && memcmp (data, jpeg, sizeof jpeg) == 0)
    return "image/jpeg";
  return NULL;
}

/* The head is read before memory is spent on what follows. */
static void
size_cb (GdkPixbufLoader *loader, int width, int height, gboolean *too_large)
{
  double scale = (double) LIAISON_PICTURE_MOST_SIDE / MAX (MAX (width, height), 1);

  *too_large = (gint64) width * height > LIAISON_PICTURE_MOST_PIXELS || width < 1 || height < 1;
  if (*too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

static GdkPixbuf *
decode (GBytes *bytes, const char *type, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (type, error);
  gboolean too_large = FALSE, done;
  GdkPixbuf *picture;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), &too_large);
  done = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  done = gdk_pixbuf_loader_close (loader, done ? error : NULL) && done;
  picture = done ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (done && too_large)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                   "the picture has more than %d pixels", LIAISON_PICTURE_MOST_PIXELS);
      return NULL;
    }
  return picture != NULL ? gdk_pixbuf_apply_embedded_orientation (picture) : NULL;
}

/* Photographs as JPEG, drawings as PNG; with nothing of what the file said beside the picture. */
static gboolean
encode (GdkPixbuf *picture, const char *type, char **bytes, gsize *n, GError **error)
{
  g_autoptr (GdkPixbuf) bare = gdk_pixbuf_copy (picture);

  gdk_pixbuf_remove_option (bare, "orientation");
  if (strcmp (type, "image/jpeg") == 0)
    return gdk_pixbuf_save_to_buffer (bare, bytes, n, "jpeg", error, "quality", QUALITY, NULL);
  return gdk_pixbuf_save_to_buffer (bare, bytes, n, "png", error, NULL);
}

static void
set_string (GRefString **at, const char *text)
{
  g_clear_pointer (at, g_ref_string_release);
  *at = g_ref_string_new (text);
}

/* Errors of the decoder are of many domains; what it means is one of ours. */
static gboolean
refuse (GError **error, GError *problem)
{
  if (problem != NULL && problem->domain == G_IO_ERROR)
    g_propagate_error (error, problem);
  else
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           problem != NULL ? problem->message : "the picture is broken");
      g_clear_error (&problem);
    }
  return FALSE;
}

gboolean
liaison_picture_read (LiaisonBlock *attachment, GBytes *bytes, GError **error)
{
  LiaisonAttachmentData *data = (LiaisonAttachmentData *) attachment;
  const char *type =
      liaison_picture_sniff (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autofree char *small = NULL, *text = NULL, *sum = NULL;
  GError *problem = NULL;
  gsize n = 0;

  if (type == NULL || g_bytes_get_size (bytes) > LIAISON_PICTURE_MOST_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR,
                           type == NULL ? G_IO_ERROR_NOT_SUPPORTED : G_IO_ERROR_MESSAGE_TOO_LARGE,
                           type == NULL ? "not a PNG or JPEG picture" : "the file is too large");
      return FALSE;
    }
  picture = decode (bytes, type, &problem);
  if (picture == NULL || !encode (picture, type, &small, &n, &problem))
    return refuse (error, problem);
  text = g_base64_encode ((const guchar *) small, n);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) small, n);
  set_string (&data->content, text);
  set_string (&data->sha256, sum);
  set_string (&data->media_type, type);
  data->size = (gint64) n;
  data->width = gdk_pixbuf_get_width (picture);
  data->height = gdk_pixbuf_get_height (picture);
  return TRUE;
}
