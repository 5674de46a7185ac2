/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of nations and organisations as a list to choose from. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

/* GtkStringObjects of codes: first those of the plan, then all others that are known. Transfer
 * full. */
GListModel *liaison_nation_list_model_new (LiaisonSession *session);
/* “Norway (NO)”, or the code alone where it is the name. Transfer full. */
char *liaison_nation_dup_label (LiaisonSession *session, const char *code);
/* Shows the nation with @code, interned, as a member: “Norway (NO)”. */
void liaison_nation_show_member (LiaisonFieldPicker *picker, const char *code);

G_END_DECLS
