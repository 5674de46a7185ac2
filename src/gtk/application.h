/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: opens plans, each in a window of its own. */
#pragma once

#include "store/plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_APPLICATION (liaison_application_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonApplication, liaison_application, LIAISON, APPLICATION, AdwApplication)

LiaisonApplication *liaison_application_new (void);

/* Opens the file in a new window, or brings the window up that has it. */
void liaison_application_open_path (LiaisonApplication *self, const char *path);
/* Opens an untitled copy of the sample exercise. */
void liaison_application_open_sample (LiaisonApplication *self);
/* Opens a plan that was just made and never saved. Takes @plan. */
void liaison_application_open_plan (LiaisonApplication *self, LiaisonPlan *plan);

/*< private to application*.c >*/
void liaison_application_add_actions (LiaisonApplication *self);

G_END_DECLS
