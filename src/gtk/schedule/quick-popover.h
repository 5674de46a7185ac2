/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line at a place of a view that makes an event there when Enter is pressed. */
#pragma once

#include "shared/table-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the line need not say. */
typedef struct
{
  gint64 start, end; /* Unix s, where the line says nothing else; 0: unknown */
  const char *zone;  /* in which they are meant; NULL: that of the site */
  const char *shown; /* in which they are told while the line is typed; NULL: the same */
  LiaisonId site;    /* zero: none */
  LiaisonId stage;
  LiaisonId participant; /* the rows of a matrix, the lanes of a timeline: who takes part */
  LiaisonId channel;
  const char *nation; /* takes part beside those that the line names */
  const char *track;
  int area, type; /* a functional area, a type of event; 0: none */
} LiaisonQuickPlace;

/* Opens over @area of @parent, with @text already typed (may be NULL). What it makes is shown even
 * where @filter (may be NULL) would not let it through. @closed (may be NULL) is called when it is
 * done with. Returns the popover; @parent's. */
GtkWidget *liaison_quick_popover_open (GtkWidget *parent,
                                       LiaisonSession *session,
                                       LiaisonTableFilter *filter,
                                       const GdkRectangle *area,
                                       const LiaisonQuickPlace *place,
                                       const char *text,
                                       GCallback closed,
                                       gpointer data);
/* What Enter does: makes an event of the line and selects it. FALSE while some of it is not
 * understood; *@problem (may be NULL) then says what. */
gboolean liaison_quick_popover_add (LiaisonSession *session,
                                    LiaisonTableFilter *filter,
                                    const LiaisonQuickPlace *place,
                                    const char *text,
                                    char **problem);

G_END_DECLS
