/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading calendars of holidays, from files and addresses, in a thread. */
#pragma once

#include "schedule/observance-offers.h"
#include "session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LiaisonCalendarJob LiaisonCalendarJob;

/* Against the plan as it is now. */
LiaisonCalendarJob *liaison_calendar_job_new (LiaisonSession *session,
                                              const LiaisonOfferTerms *terms);
void liaison_calendar_job_free (LiaisonCalendarJob *self);
/* One of @address and @path; @language may be NULL. */
void liaison_calendar_job_add (LiaisonCalendarJob *self,
                               const char *address,
                               const char *path,
                               const char *const *nations,
                               guint n_nations,
                               const char *language);
/* All addresses that observances of the plan were read from, for their nations. FALSE: none. */
gboolean liaison_calendar_job_add_feeds (LiaisonCalendarJob *self);

/* Takes @self. */
void liaison_calendar_job_run_async (LiaisonCalendarJob *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
/* Of LiaisonObservanceOffer; transfer full. *@notice: what should be said of it, or NULL. Errors
 * are sentences for people. */
GPtrArray *liaison_calendar_job_finish (GAsyncResult *result, char **notice, GError **error);

G_END_DECLS
