/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a form under one heading. Those that matter or are set are shown, the others when
 * asked for. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FORM_GROUP (liaison_form_group_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFormGroup, liaison_form_group, LIAISON, FORM_GROUP, AdwPreferencesGroup)

/* The fields from place @first on, @n of them. @title is a msgid, or NULL. */
LiaisonFormGroup *liaison_form_group_new (const char *title, guint first, guint n);

/* What it is about; the rows are kept. */
void liaison_form_group_set_target (LiaisonFormGroup *self, LiaisonFieldTarget *target);
void liaison_form_group_refresh (LiaisonFormGroup *self);
void liaison_form_group_settle (LiaisonFormGroup *self);

/* The heading, translated; NULL: none. */
const char *liaison_form_group_get_heading (LiaisonFormGroup *self);
/* Labels of the fields that are not shown, in one line; NULL when all are. Transfer full. */
char *liaison_form_group_tell_hidden (LiaisonFormGroup *self);
/* Whether any row is shown. */
gboolean liaison_form_group_is_open (LiaisonFormGroup *self);
/* Shows all fields. */
void liaison_form_group_show_all (LiaisonFormGroup *self);
/* Shows the field at place @index and moves the focus there. FALSE when it is not one of these. */
gboolean liaison_form_group_focus_field (LiaisonFormGroup *self, guint index);

G_END_DECLS
