/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of nations and organisations as a list to choose from. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

/* Lets a picker offer GtkStringObjects of codes: first those of the plan, then all others that are
 * known. */
void liaison_nation_list_prepare_picker (LiaisonFieldPickerClass *klass);
/* “Norway (NO)”, or the code alone where it is the name. Transfer full. */
char *liaison_nation_dup_label (LiaisonSession *session, const char *code);
/* Shows the nation with @code, interned, as a member: “Norway (NO)”. */
void liaison_nation_show_member (LiaisonFieldPicker *picker, const char *code);

G_END_DECLS
