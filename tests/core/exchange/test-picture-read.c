/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures from outside: what is kept is small, says nothing but what is seen, and what is no
 * picture is refused. */
#include "config.h"

#include "exchange/picture-read.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define CANARY "taken-at-a-secret-place"

static LiaisonBlock *
new_attachment (void)
{
  return liaison_block_new (&liaison_attachment_kind.shape, (LiaisonId){ 1, 1 });
}

/* A picture that says in words where it was taken. */
static GBytes *
make (const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *bytes = NULL;
  gsize n = 0;

  gdk_pixbuf_fill (picture, 0x336699ff);
  if (strcmp (type, "png") == 0)
    g_assert_true (
        gdk_pixbuf_save_to_buffer (picture, &bytes, &n, type, NULL, "tEXt::Comment", CANARY, NULL));
  else
    g_assert_true (gdk_pixbuf_save_to_buffer (picture, &bytes, &n, type, NULL, NULL));
  return g_bytes_new_take (bytes, n);
}

static void
test_kept (void)
{
  static const char *const types[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (LiaisonBlock) attachment = new_attachment ();
      const LiaisonAttachmentData *data = LIAISON_DATA (Attachment, attachment);
      g_autoptr (GBytes) bytes = make (types[i], 3200, 800);
      g_autofree char *type = g_strdup_printf ("image/%s", types[i]);
      g_autoptr (GError) error = NULL;
      g_autofree guchar *kept = NULL;
      gsize n;

      liaison_picture_read (attachment, bytes, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (data->media_type, ==, type);
      g_assert_cmpint (data->width, ==, LIAISON_PICTURE_MOST_SIDE);
      g_assert_cmpint (data->height, ==, LIAISON_PICTURE_MOST_SIDE / 4);
      kept = g_base64_decode (data->content, &n);
      g_assert_cmpint (data->size, ==, n);
      g_assert_cmpstr (liaison_picture_sniff (kept, n), ==, type);
      g_assert_null (memmem (kept, n, CANARY, strlen (CANARY)));
    }
}

static void
refuse (const guchar *bytes, gsize n, int code)
{
  g_autoptr (LiaisonBlock) attachment = new_attachment ();
  g_autoptr (GBytes) all = g_bytes_new (bytes, n);
  g_autoptr (GError) error = NULL;

  g_assert_false (liaison_picture_read (attachment, all, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_null (LIAISON_DATA (Attachment, attachment)->content);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) whole = make ("png", 64, 64);
  gsize n;
  const guchar *bytes = g_bytes_get_data (whole, &n);
  g_autofree guchar *huge = g_memdup2 (bytes, n);

  refuse ((const guchar *) "", 0, G_IO_ERROR_NOT_SUPPORTED);
  refuse ((const guchar *) "GIF89a and more", 15, G_IO_ERROR_NOT_SUPPORTED);
  refuse (bytes, 20, G_IO_ERROR_INVALID_DATA);
  refuse ((const guchar *) "\xff\xd8\xff\xe0 nothing of a picture", 25, G_IO_ERROR_INVALID_DATA);
  /* A head that promises 2^28 pixels a side; its check sum is wrong then, too. */
  huge[16] = huge[20] = 0x10;
  {
    g_autoptr (LiaisonBlock) attachment = new_attachment ();
    g_autoptr (GBytes) all = g_bytes_new (huge, n);
    g_autoptr (GError) error = NULL;

    g_assert_false (liaison_picture_read (attachment, all, &error));
    g_assert_nonnull (error);
  }
}

static void
test_too_large (void)
{
  g_autoptr (GBytes) bytes = make ("jpeg", 8000, 6000);
  gsize n;
  const guchar *data = g_bytes_get_data (bytes, &n);

  refuse (data, n, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/picture-read/kept", test_kept);
  g_test_add_func ("/exchange/picture-read/refused", test_refused);
  g_test_add_func ("/exchange/picture-read/too-large", test_too_large);
  return g_test_run ();
}
