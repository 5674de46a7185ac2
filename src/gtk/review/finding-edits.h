/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person does about findings: fix them, accept them, take that back. For the review and the inspector. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether the plan may be changed and the finding has a fix. */
gboolean liaison_finding_can_fix (LiaisonSession *session, const LiaisonFinding *finding);
/* Does what its fix says, as one undoable edit. */
void liaison_finding_fix (LiaisonSession *session, LiaisonFinding *finding);
/* The same, telling @notice (may be NULL) with a way to undo. FALSE: nothing was done. */
gboolean liaison_finding_fix_with_notice (LiaisonSession *session, LiaisonFinding *finding, const char *notice);
/* Shows over @parent what the fixes of all these would change, and does it as one edit when told to. */
void liaison_findings_ask_to_fix (GtkWindow *parent, LiaisonSession *session, LiaisonFinding *const *findings, guint n);

/* Asks over @parent for the reason, and accepts the findings with it as one edit. */
void liaison_findings_ask_to_accept (GtkWindow *parent, LiaisonSession *session, LiaisonFinding *const *findings, guint n);
/* Takes back an acceptance: an AcceptedFinding. */
void liaison_finding_end_acceptance (LiaisonSession *session, const LiaisonBlock *acceptance);
/* “K. Nordhagen, 23 November 2026: agreed with the nation”. The caller's. */
char *liaison_finding_tell_acceptance (LiaisonSession *session, const LiaisonBlock *acceptance);

/* The picture of a severity, with its name for those who do not see it. */
GtkWidget *liaison_severity_icon_new (LiaisonSeverity severity);
/* Makes an image of that function show another severity. */
void liaison_severity_icon_set (GtkWidget *icon, LiaisonSeverity severity);

G_END_DECLS
