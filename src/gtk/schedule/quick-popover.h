/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line at a place of a view that makes an event there when Enter is pressed. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 start, end; /* Unix s, where the line says nothing else */
  const char *zone;  /* in which they are meant; NULL: UTC */
  LiaisonId site;    /* zero: none */
  LiaisonId stage;
  LiaisonId participant; /* the rows of a matrix: who takes part; zero: none */
  const char *nation;
  int area, type; /* a functional area, a type of event; 0: none */
} LiaisonQuickPlace;

/* Opens over @area of @parent, with @text already typed (may be NULL). @closed (may be NULL) is
 * called when it is done with. */
void liaison_quick_popover_open (GtkWidget *parent,
                                 LiaisonSession *session,
                                 const GdkRectangle *area,
                                 const LiaisonQuickPlace *place,
                                 const char *text,
                                 GCallback closed,
                                 gpointer data);
/* What Enter does: makes an event of the line. FALSE while some of it is not understood; *@problem
 * (may be NULL) then says what. */
gboolean liaison_quick_popover_add (LiaisonSession *session,
                                    const LiaisonQuickPlace *place,
                                    const char *text,
                                    char **problem);

G_END_DECLS
