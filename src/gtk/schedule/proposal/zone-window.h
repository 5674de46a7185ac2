/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of times when a site gets another zone, or when the rules of clocks have changed:
 * whether the time on the clock is kept or the moment, what is new to the review then, and all of
 * it as one edit. */
#pragma once

#include "session.h"

#include "schedule/zone-change.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, who gives a site another zone, in whatever form or table, is asked about its events
 * first, where there are any. */
void liaison_zone_window_watch (GtkWindow *parent, LiaisonSession *session);

/* For the site that is selected, else the first. Nothing happens where there is none. */
void liaison_zone_window_present_site (GtkWindow *parent, LiaisonSession *session);
/* For times that were written down under other rules. */
void liaison_zone_window_present_outdated (GtkWindow *parent, LiaisonSession *session);

G_END_DECLS
