/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row whose value is chosen from a list. It shows what is chosen, each with a way to remove it
 * and, for records, to go there. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_PICKER (liaison_field_picker_get_type ())
G_DECLARE_DERIVABLE_TYPE (
    LiaisonFieldPicker, liaison_field_picker, LIAISON, FIELD_PICKER, LiaisonFormRow)

struct _LiaisonFieldPickerClass
{
  LiaisonFormRowClass parent_class;

  gboolean several; /* more than one can be chosen */
  gboolean
      has_empty; /* the model has an item for “not set”, so that no other way to it is needed */

  /* What can be chosen. Transfer full. */
  GListModel *(*create_model) (LiaisonFieldPicker *self);
  /* What an item of the model is called, and what stands beside it (may be NULL). Transfer full. */
  char *(*tell) (LiaisonFieldPicker *self, gpointer item);
  char *(*tell_detail) (LiaisonFieldPicker *self, gpointer item);
  gboolean (*is_chosen) (LiaisonFieldPicker *self, gpointer item);
  /* Chooses an item of the model; of several, takes it out when it is chosen already. */
  void (*choose) (LiaisonFieldPicker *self, gpointer item);
  /* Calls liaison_field_picker_show () for each that is chosen. Not called where records differ. */
  void (*show_members) (LiaisonFieldPicker *self);
  /* Of several: takes the member out that was shown with @key and @record. */
  void (*remove) (LiaisonFieldPicker *self, gconstpointer key, LiaisonId record);
};

/* In show_members: a member called @name. @key stays valid as long as it is shown. @record: where a
 * click leads, or the zero id. */
void liaison_field_picker_show (LiaisonFieldPicker *self,
                                const char *name,
                                gconstpointer key,
                                LiaisonId record);
/* What the field is, where all records agree and it is no formula: FALSE otherwise. @value is to be
 * cleared either way. */
gboolean liaison_field_picker_get (LiaisonFieldPicker *self, LiaisonValue *value);
/* Whether it is the code or name that is told by a GtkStringObject. */
gboolean liaison_field_picker_is_name (LiaisonFieldPicker *self, gpointer item);
/* Sets the field to @value, which is taken, in all records. */
void liaison_field_picker_set (LiaisonFieldPicker *self, LiaisonValue value);

G_END_DECLS
