/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of the tables that stand beside a drawn view in its area: the view obeys them, says so, and
 * can take them away. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_AREA_FILTER (liaison_area_filter_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonAreaFilter, liaison_area_filter, LIAISON, AREA_FILTER, GtkWidget)

/* A button, shown while something is left out, that takes the filters away. Signal "cleared". */
GtkWidget *liaison_area_filter_new (LiaisonSession *session);
/* Looks how the filters are now, before a view is filled; TRUE: other records may be shown than before. */
gboolean liaison_area_filter_look (LiaisonAreaFilter *self);
gboolean liaison_area_filter_is_active (LiaisonAreaFilter *self);
/* Whether a record is shown in the tables of its kind; TRUE where there is none. */
gboolean liaison_area_filter_matches (LiaisonAreaFilter *self, LiaisonId record);

G_END_DECLS
