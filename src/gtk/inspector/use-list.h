/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What uses a record: the records that refer to it, each a way to go there. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_USE_LIST (liaison_use_list_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonUseList, liaison_use_list, LIAISON, USE_LIST, AdwPreferencesGroup)

void liaison_use_list_set_session (LiaisonUseList *self, LiaisonSession *session);
/* Looks when there is time, and again after each edit. The zero id: nothing. Hidden while nothing
 * uses it. */
void liaison_use_list_set_record (LiaisonUseList *self, LiaisonId record);

G_END_DECLS
