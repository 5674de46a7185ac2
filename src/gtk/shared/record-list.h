/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of several kinds as one list to choose from. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

/* All records of the kinds in @targets (LIAISON_TARGET bits), kept up to date. Transfer full. */
GListModel *liaison_record_list_model_new (LiaisonSession *session, guint64 targets);
/* The name of a record, and its kind (where @targets has several) and code. Transfer full. */
char *liaison_record_list_tell (LiaisonSession *session, LiaisonRecord *record);
char *
liaison_record_list_tell_detail (LiaisonSession *session, LiaisonRecord *record, guint64 targets);
/* Lets a picker offer the records that its field may refer to. */
void liaison_record_list_prepare_picker (LiaisonFieldPickerClass *klass);

G_END_DECLS
