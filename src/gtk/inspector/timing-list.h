/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timing of one event: its slack, why it is where it is, and what it holds up. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_TIMING_LIST (liaison_timing_list_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonTimingList, liaison_timing_list, LIAISON, TIMING_LIST, AdwPreferencesGroup)

void liaison_timing_list_set_session (LiaisonTimingList *self, LiaisonSession *session);
/* Worked out in a thread, and again after each edit. Hidden for what is no event. */
void liaison_timing_list_set_record (LiaisonTimingList *self, LiaisonId record);

G_END_DECLS
