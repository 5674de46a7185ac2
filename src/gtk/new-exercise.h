/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that begins a new exercise: from which template, called what, when and where. */
#pragma once

#include "application.h"

G_BEGIN_DECLS

/* Shows the dialog over @parent (may be NULL), with the exercise of that window among the templates, chosen where it is to be
 * duplicated; what is made is shown by liaison_application_open_plan (). */
void liaison_new_exercise_present (LiaisonApplication *application, GtkWindow *parent, gboolean duplicate);

G_END_DECLS
