/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonPrintable: a view that can be printed and exported. The window looks for the one that is
 * shown. */
#pragma once

#include "draw/drawing.h"
#include "print/extract.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PRINTABLE (liaison_printable_get_type ())
G_DECLARE_INTERFACE (LiaisonPrintable, liaison_printable, LIAISON, PRINTABLE, GtkWidget)

struct _LiaisonPrintableInterface
{
  GTypeInterface parent;

  /* The table that it shows now. Transfer full. NULL: it is none. */
  LiaisonExtract *(*extract) (LiaisonPrintable *self);
  /* The drawing that it shows, borrowed, what it is called, and what of its body is seen; NULL: it
   * is none. */
  LiaisonDrawing *(*get_drawing) (LiaisonPrintable *self, const char **title, LiaisonBox *seen);
  /* The same drawing made anew, of what is shown now, told by @manner: in another language. @title is in that
   * language too. Transfer full; NULL: only as it is on the screen. */
  LiaisonDrawing *(*dup_drawing) (LiaisonPrintable *self,
                                  const LiaisonManner *manner,
                                  const char **title);
  /* Whether something is left out of the drawing. */
  gboolean (*is_filtered) (LiaisonPrintable *self);
  /* It is neither, and prints itself over @parent; FALSE: there is nothing to print. */
  gboolean (*print) (LiaisonPrintable *self, GtkWindow *parent);
};

/* NULL where it is no table; the second where it is no drawing. */
LiaisonExtract *liaison_printable_extract (LiaisonPrintable *self);
LiaisonDrawing *
liaison_printable_get_drawing (LiaisonPrintable *self, const char **title, LiaisonBox *seen);
/* With the words of @manner where the view can, else as it is shown. @title: the one so far, kept where there
 * is no other. Transfer full; NULL: no drawing. */
LiaisonDrawing *liaison_printable_make_drawing (LiaisonPrintable *self,
                                                const LiaisonManner *manner,
                                                const char **title);
gboolean liaison_printable_is_filtered (LiaisonPrintable *self);
/* FALSE where it is a table or a drawing. */
gboolean liaison_printable_print (LiaisonPrintable *self, GtkWindow *parent);
/* The one that is shown in @widget or below it; NULL: none. */
LiaisonPrintable *liaison_printable_find (GtkWidget *widget);

G_END_DECLS
