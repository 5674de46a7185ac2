/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages go to a printer by the system's print dialog. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title;   /* of the print, for the printer's queue */
  const char *name;    /* of the file, when it goes into one; without an ending */
  GtkPageSetup *setup; /* borrowed */
  guint n;             /* pages */
  guint current;       /* the page that is looked at; counted from 0 */
  gboolean any_paper;  /* another paper may be chosen in the dialog: an A4 pack as an A5 booklet */
  gboolean folded;     /* both sides of a sheet that is turned over its short edge */

  /* The size of @page in points, and drawing it */
  void (*get_size) (guint page, double *width, double *height, gpointer data);
  void (*draw) (guint page, cairo_t *cr, gpointer data);
  gpointer data;
} LiaisonPrintOut;

/* Returns when all is drawn. The printer that was chosen is offered again the next time. @file (may
 * be NULL) is the path where it went into a file, else NULL; the caller's. */
GtkPrintOperationResult
liaison_print_out (GtkWindow *parent, const LiaisonPrintOut *out, char **file, GError **error);

G_END_DECLS
