/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of the plan that are kept within it: packs tell what changed since one of them. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_BASELINES_WINDOW (liaison_baselines_window_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonBaselinesWindow, liaison_baselines_window, LIAISON, BASELINES_WINDOW, AdwWindow)

void liaison_baselines_window_show (GtkWindow *parent, LiaisonSession *session);

G_END_DECLS
