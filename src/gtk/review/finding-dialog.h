/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two questions about findings: what do their fixes change, and why are they accepted? */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @findings (of LiaisonFinding, all with a fix) are borrowed; the dialog keeps its own. */
typedef void (*LiaisonFixFunc) (LiaisonSession *session, const GPtrArray *findings);
void liaison_fix_dialog_present (GtkWindow *parent, LiaisonSession *session, const GPtrArray *findings, LiaisonFixFunc func);

/* Appends a row for each change that the finding's fix makes: which record, and what becomes of it. */
void liaison_finding_list_changes (LiaisonSession *session, const LiaisonFinding *finding, AdwPreferencesGroup *group);

/* @until LIAISON_DATE_UNSET: for good. */
typedef void (*LiaisonAcceptFunc) (LiaisonSession *session, const GPtrArray *findings, const char *reason, gint32 until);
void liaison_accept_dialog_present (GtkWindow *parent, LiaisonSession *session, const GPtrArray *findings,
                                    LiaisonAcceptFunc func);

G_END_DECLS
