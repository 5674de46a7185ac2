/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form: one field of what the form is about. A class for each type of field derives from
 * it. */
#pragma once

#include "shared/field-target.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FORM_ROW (liaison_form_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (LiaisonFormRow, liaison_form_row, LIAISON, FORM_ROW, AdwPreferencesRow)

struct _LiaisonFormRowClass
{
  AdwPreferencesRowClass parent_class;

  /* The field is known now: make the widgets. Called once. */
  void (*build) (LiaisonFormRow *self);
  /* Show what the target holds. Not called while the person is writing. */
  void (*refresh) (LiaisonFormRow *self);
  /* The row was clicked, or Enter was pressed on it. */
  void (*activated) (LiaisonFormRow *self);
  /* Whether something was written that the target does not hold. May be NULL. */
  gboolean (*is_editing) (LiaisonFormRow *self);
  /* Give what was written to the target; what is refused is kept. May be NULL. Called while
   * is_editing, or always where there is no is_editing. */
  void (*settle) (LiaisonFormRow *self);
};

/* A row of the class @type for the field at place @index of the target's shape; field-rows.h
 * chooses the class. */
LiaisonFormRow *liaison_form_row_new (GType type, LiaisonFieldTarget *target, guint index);

LiaisonFieldTarget *liaison_form_row_get_target (LiaisonFormRow *self);
/* Another target of the same shape. What was being written goes to the old one first. */
void liaison_form_row_set_target (LiaisonFormRow *self, LiaisonFieldTarget *target);
guint liaison_form_row_get_index (LiaisonFormRow *self);
const LiaisonField *liaison_form_row_get_field (LiaisonFormRow *self);
/* The label, translated. */
const char *liaison_form_row_get_label (LiaisonFormRow *self);
LiaisonSession *liaison_form_row_get_session (LiaisonFormRow *self);

/* Whether any of the records has a value there. */
gboolean liaison_form_row_is_set (LiaisonFormRow *self);
gboolean liaison_form_row_is_editing (LiaisonFormRow *self);
/* Shows what the target holds now, unless the person is writing. */
void liaison_form_row_refresh (LiaisonFormRow *self);
void liaison_form_row_settle (LiaisonFormRow *self);

/* For the classes: what stands below the label, and what stands at the end of the row. */
void liaison_form_row_add_content (LiaisonFormRow *self, GtkWidget *widget);
void liaison_form_row_add_suffix (LiaisonFormRow *self, GtkWidget *widget);
/* Below both, as wide as the row. */
void liaison_form_row_add_below (LiaisonFormRow *self, GtkWidget *widget);
/* The same for text, in line with the label. */
void liaison_form_row_add_text_below (LiaisonFormRow *self, GtkWidget *widget);
/* The label stands alone, not small above a value. */
void liaison_form_row_set_inline (LiaisonFormRow *self);
/* Small text below the value; NULL: none. An error goes before a hint. */
void liaison_form_row_set_hint (LiaisonFormRow *self, const char *hint);
void liaison_form_row_set_error (LiaisonFormRow *self, const char *error);
gboolean liaison_form_row_has_error (LiaisonFormRow *self);
/* For the classes: @text was refused because of @error, which is shown. It is kept, and stands there
 * again whenever the target is shown, until something else is taken or it is given up. @language:
 * of a text; NULL: none. */
void liaison_form_row_refuse (LiaisonFormRow *self,
                              const char *language,
                              const char *text,
                              const char *error);
/* What stands there is taken, given up, or still being written: nothing is kept any more. */
void liaison_form_row_forgive (LiaisonFormRow *self, const char *language);
/* The text that is kept, whose reason is then shown; NULL: none. Transfer full. */
char *liaison_form_row_dup_refused (LiaisonFormRow *self, const char *language);
/* Gives @widget the label and the help of the field for assistive technology. */
void liaison_form_row_describe (LiaisonFormRow *self, GtkWidget *widget);

/* What stands where records differ. */
const char *liaison_form_row_tell_several (void);
/* A flat button with an icon, for suffixes. */
GtkWidget *liaison_form_row_new_button (const char *icon, const char *tooltip);

G_END_DECLS
