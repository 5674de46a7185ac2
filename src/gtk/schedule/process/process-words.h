/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the planning process. All texts are the caller's unless they are const. */
#pragma once

#include "schedule/back-plan.h"
#include "schedule/process.h"
#include "words/manner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* “Late”, “Running”, translated. */
const char *liaison_process_tell_state (LiaisonProcessState state);
/* A symbolic icon and a style class for it; the class may be NULL. */
const char *liaison_process_get_icon (LiaisonProcessState state);
const char *liaison_process_get_class (LiaisonProcessState state);

/* “14 May to 20 June 2027”, “until 20 June 2027”, or “No times yet”. */
char *liaison_process_tell_days (LiaisonWords *words, gint32 first, gint32 last);
/* How far before STARTEX, in weeks or days: “24 weeks before STARTEX”, “6 weeks after STARTEX”. */
char *liaison_process_tell_lead (LiaisonWords *words, gint32 startex, gint32 day);
/* “3 days late” */
char *liaison_process_tell_late (LiaisonWords *words, gint32 days);

/* A label beside an icon for a state. */
GtkWidget *liaison_process_new_badge (LiaisonProcessState state, const char *text);

G_END_DECLS
