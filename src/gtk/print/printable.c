/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/printable.h"

G_DEFINE_INTERFACE (LiaisonPrintable, liaison_printable, GTK_TYPE_WIDGET)

static void
liaison_printable_default_init (LiaisonPrintableInterface *interface)
{
}

LiaisonExtract *
liaison_printable_extract (LiaisonPrintable *self)
{
  g_return_val_if_fail (LIAISON_IS_PRINTABLE (self), NULL);
  if (LIAISON_PRINTABLE_GET_IFACE (self)->extract == NULL)
    return NULL;
  return LIAISON_PRINTABLE_GET_IFACE (self)->extract (self);
}

LiaisonDrawing *
liaison_printable_get_drawing (LiaisonPrintable *self, const char **title, LiaisonBox *seen)
{
  g_return_val_if_fail (LIAISON_IS_PRINTABLE (self), NULL);
  if (LIAISON_PRINTABLE_GET_IFACE (self)->get_drawing == NULL)
    return NULL;
  return LIAISON_PRINTABLE_GET_IFACE (self)->get_drawing (self, title, seen);
}

LiaisonDrawing *
liaison_printable_make_drawing (LiaisonPrintable *self,
                                const LiaisonManner *manner,
                                const char **title)
{
  LiaisonPrintableInterface *iface = LIAISON_PRINTABLE_GET_IFACE (self);
  LiaisonDrawing *drawing =
      iface->dup_drawing != NULL ? iface->dup_drawing (self, manner, title) : NULL;
  const char *shown = NULL;
  LiaisonBox seen;

  if (drawing != NULL)
    return drawing;
  drawing = liaison_printable_get_drawing (self, &shown, &seen);
  return drawing != NULL ? g_object_ref (drawing) : NULL;
}

gboolean
liaison_printable_is_filtered (LiaisonPrintable *self)
{
  LiaisonPrintableInterface *iface = LIAISON_PRINTABLE_GET_IFACE (self);

  return iface->is_filtered != NULL && iface->is_filtered (self);
}

gboolean
liaison_printable_print (LiaisonPrintable *self, GtkWindow *parent)
{
  g_return_val_if_fail (LIAISON_IS_PRINTABLE (self), FALSE);
  return LIAISON_PRINTABLE_GET_IFACE (self)->print != NULL
         && LIAISON_PRINTABLE_GET_IFACE (self)->print (self, parent);
}

LiaisonPrintable *
liaison_printable_find (GtkWidget *widget)
{
  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return NULL;
  if (LIAISON_IS_PRINTABLE (widget))
    return LIAISON_PRINTABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LiaisonPrintable *found = liaison_printable_find (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}
