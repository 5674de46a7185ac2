/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings about one record, with their fixes as buttons. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FINDING_LIST (liaison_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFindingList, liaison_finding_list, LIAISON, FINDING_LIST, AdwPreferencesGroup)

/* Signal "field" (const char *name): the person wants to see the field that is at fault. */

/* Follows the findings of @session. */
void liaison_finding_list_set_session (LiaisonFindingList *self, LiaisonSession *session);
/* Whose findings to show; the zero id: nobody's. Hidden while there are none. */
void liaison_finding_list_set_record (LiaisonFindingList *self, LiaisonId record);

G_END_DECLS
