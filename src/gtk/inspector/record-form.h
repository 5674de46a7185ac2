/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one record, or of several of one kind, made from the kind's table of fields. */
#pragma once

#include "shared/field-target.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_RECORD_FORM (liaison_record_form_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonRecordForm, liaison_record_form, LIAISON, RECORD_FORM, GtkWidget)


/* What it is about; NULL: nothing. Rows are kept where the kind stays the same. */
void liaison_record_form_set_target (LiaisonRecordForm *self, LiaisonFieldTarget *target);
/* Shows what the target holds now, except in the row where somebody is writing. */
void liaison_record_form_refresh (LiaisonRecordForm *self);
/* Gives what is being written to the plan; call it before a plan is saved. */
void liaison_record_form_settle (LiaisonRecordForm *self);
/* Moves the focus to the field of that name. */
void liaison_record_form_focus_field (LiaisonRecordForm *self, const char *name);

G_END_DECLS
