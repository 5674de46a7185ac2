/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An area of several views, with a switcher above them; each is made when it is first shown. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All of it static. */
typedef struct
{
  const char *name;  /* "density" */
  const char *label; /* msgid */
  const char *help;  /* msgid of what the button's tooltip says; NULL: the label */
  guint64 kinds;     /* LIAISON_TARGET (...) bits: a record of these, selected elsewhere, brings the
                        view up */
  GtkWidget *(*create) (LiaisonSession *session, const LiaisonKind *kind);
  const LiaisonKind *kind; /* for create () */
} LiaisonPage;

/* Copies @pages. Without a switcher where there is one page only. */
GtkWidget *liaison_page_area_new (LiaisonSession *session, const LiaisonPage *pages, guint n);
/* Brings a view up by its name. FALSE where @area is none, or has no such view. */
gboolean liaison_page_area_show (GtkWidget *area, const char *name);

/* The pages that have been made so far of the area that @inside stands in, as children of one widget; NULL: it
 * stands in none. Borrowed. */
GtkWidget *liaison_page_area_find_pages (GtkWidget *inside);

/* Gives the focus to what is in the page that is shown. FALSE where @area is no such area. */
gboolean liaison_page_area_focus (GtkWidget *area);

G_END_DECLS
