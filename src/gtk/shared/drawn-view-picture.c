/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drawn-view-private.h"

#include "message.h"
#include "print/printable.h"
#include "shared/clipboard.h"
#include "store/safe-file.h"

#include <glib/gi18n.h>

/* Sharp on paper and on dense screens. */
#define PICTURE_SCALE 2
/* Of a whole plan at a deep zoom only so much is pictured, in units. */
#define LONGEST 20000.

GBytes *
liaison_drawn_view_make_picture (LiaisonDrawnView *self,
                                 LiaisonPictureFormat format,
                                 gboolean whole,
                                 GError **error)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonCanvas canvas = liaison_drawn_view_get_canvas (self);
  LiaisonPictureWindow window = { gtk_widget_get_width (GTK_WIDGET (self)) / priv->zoom,
                                  gtk_widget_get_height (GTK_WIDGET (self)) / priv->zoom, priv->x,
                                  priv->y };
  LiaisonDrawingSize size;

  /* On paper and in documents the ground is white whatever the screen is. */
  canvas.palette = liaison_palette_get (LIAISON_PALETTE_PAPER);
  liaison_drawing_measure (priv->drawing, &canvas, &size);
  if (whole)
    {
      /* All rows; the length of a drawing that zooms is what is seen of it. */
      window.y = 0;
      window.height = MIN (size.head_height + size.height, LONGEST);
      if (!liaison_drawing_can_zoom (priv->drawing))
        {
          window.x = 0;
          window.width = MIN (size.head_width + size.width, LONGEST);
        }
    }
  return liaison_picture_make (priv->drawing, &canvas, &window, format, PICTURE_SCALE, error);
}

static void
tell_failure (LiaisonDrawnView *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  liaison_tell (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                _ ("The picture could not be made"), error->message);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png =
      liaison_drawn_view_make_picture (self, LIAISON_PICTURE_PNG, FALSE, &error);
  g_autoptr (GdkTexture) texture = png != NULL ? gdk_texture_new_from_bytes (png, &error) : NULL;

  if (texture == NULL)
    {
      tell_failure (self, error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  g_signal_emit_by_name (liaison_drawn_view_get_private (self)->session, "notice",
                         _ ("Copied as a picture"), FALSE);
}

/* What it shows as a table; where it is none, as a picture. */
static void
copy_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (LIAISON_DRAWN_VIEW (widget));
  LiaisonManner manner = liaison_session_get_manner (priv->session);
  g_autoptr (GPtrArray) rows = liaison_drawing_make_table (priv->drawing, &manner);
  g_autoptr (LiaisonListing) listing = NULL;

  if (rows == NULL)
    {
      copy_cb (widget, action, parameter);
      return;
    }
  listing = liaison_listing_new_for_rows (&manner, NULL, rows);
  liaison_clipboard_set_listing (gtk_widget_get_clipboard (widget), listing, manner.words, NULL);
  g_signal_emit_by_name (priv->session, "notice", _ ("Copied as a table"), FALSE);
}

static void
copy_any_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonDrawnViewClass *class = LIAISON_DRAWN_VIEW_GET_CLASS (widget);

  if (class->copy == NULL || !class->copy (LIAISON_DRAWN_VIEW (widget)))
    copy_table_cb (widget, action, parameter);
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (LiaisonSafeFile) save = liaison_safe_file_begin (path, NULL, 0, NULL, error);

  return save != NULL
         && g_output_stream_write_all (liaison_safe_file_get_stream (save),
                                       g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       NULL, NULL, error)
         && liaison_safe_file_commit (save, NULL, NULL, error);
}

static void
chosen_cb (char *path, gpointer data)
{
  g_autoptr (LiaisonDrawnView) self = data;
  g_autofree char *chosen = path;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (chosen == NULL || liaison_drawn_view_get_private (self)->drawing == NULL)
    return;
  bytes = liaison_drawn_view_make_picture (self, liaison_picture_format_for_name (chosen), TRUE,
                                           &error);
  if (bytes == NULL || !write_file (chosen, bytes, &error))
    tell_failure (self, error);
  else
    g_signal_emit_by_name (liaison_drawn_view_get_private (self)->session, "notice",
                           _ ("Picture saved"), FALSE);
}

/* For the file. */
static const char *
get_name (LiaisonDrawnView *self)
{
  const char *title = NULL;
  LiaisonBox seen;

  liaison_printable_get_drawing (LIAISON_PRINTABLE (self), &title, &seen);
  /* Translators: Suggested name of a file with a picture */
  return title != NULL ? title : _ ("Schedule");
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  liaison_choose_picture_to_save (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                  get_name (LIAISON_DRAWN_VIEW (widget)), chosen_cb,
                                  g_object_ref (widget));
}

void
liaison_drawn_view_class_install_pictures (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "view.copy", NULL, copy_any_cb);
  gtk_widget_class_install_action (klass, "view.copy-table", NULL, copy_table_cb);
  gtk_widget_class_install_action (klass, "view.copy-picture", NULL, copy_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "view.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "view.copy-picture", NULL);
  gtk_widget_class_install_action (klass, "view.save-picture", NULL, save_cb);
}
