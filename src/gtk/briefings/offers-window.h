/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observances to choose from, with a tick each and one edit for all: suggested by the calendars of
 * the nations, or read from a calendar of holidays in a file or at an https address. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Those that come with the program, for the nations of the plan. */
void liaison_offers_suggest (GtkWindow *parent, LiaisonSession *session);
/* Asks for a file or an address first. */
void liaison_offers_read_calendar (GtkWindow *parent, LiaisonSession *session);
/* Reads the addresses again that observances of the plan came from. FALSE: there are none. */
gboolean liaison_offers_refresh (GtkWindow *parent, LiaisonSession *session);

G_END_DECLS
