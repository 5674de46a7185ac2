/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line above a drawn view: what there is, what of it is filtered away, a search and the view's own settings. */
#pragma once

#include "shared/area-filter.h"

G_BEGIN_DECLS

/* All borrowed, children of @line. */
typedef struct
{
  GtkWidget *line;
  GtkLabel *summary;
  LiaisonAreaFilter *filter; /* NULL where nothing is searched */
  GtkWidget *search;         /* NULL where nothing is searched */
} LiaisonViewLine;

/* For @view, to which the focus goes when a search is stopped. @sought tells what the search looks for; NULL: what is not
 * searched is not filtered either, it counts all there is. @settings may be NULL. */
void liaison_view_line_init (LiaisonViewLine *line,
                             LiaisonSession *session,
                             GtkWidget *view,
                             const char *sought,
                             GtkWidget *settings);

/* What there is, in a sentence or less. */
void liaison_view_line_tell (const LiaisonViewLine *line, const char *summary);

G_END_DECLS
