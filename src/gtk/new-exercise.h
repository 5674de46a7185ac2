/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that begins a new exercise: from which template, called what, when and where. */
#pragma once

#include "application.h"

G_BEGIN_DECLS

/* Shows the dialog over @parent (may be NULL); what is made is shown by liaison_application_open_plan (). */
void liaison_new_exercise_present (LiaisonApplication *application, GtkWindow *parent);

G_END_DECLS
