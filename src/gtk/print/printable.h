/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonPrintable: a view that can be printed and exported. The window looks for the one that is
 * shown. */
#pragma once

#include "print/extract.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PRINTABLE (liaison_printable_get_type ())
G_DECLARE_INTERFACE (LiaisonPrintable, liaison_printable, LIAISON, PRINTABLE, GtkWidget)

struct _LiaisonPrintableInterface
{
  GTypeInterface parent;

  /* What it shows now. Transfer full. */
  LiaisonExtract *(*extract) (LiaisonPrintable *self);
};

LiaisonExtract *liaison_printable_extract (LiaisonPrintable *self);
/* The one that is shown in @widget or below it; NULL: none. */
LiaisonPrintable *liaison_printable_find (GtkWidget *widget);

G_END_DECLS
