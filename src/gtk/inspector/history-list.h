/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done to a record, newest first, from the audit trail. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_HISTORY_LIST (liaison_history_list_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonHistoryList, liaison_history_list, LIAISON, HISTORY_LIST, AdwPreferencesGroup)

void liaison_history_list_set_session (LiaisonHistoryList *self, LiaisonSession *session);
/* Searches the trail bit by bit when there is time. The zero id: nothing. Hidden while nothing is
 * found. */
void liaison_history_list_set_record (LiaisonHistoryList *self, LiaisonId record);

G_END_DECLS
