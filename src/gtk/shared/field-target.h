/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the values of a form come from and go: one record, several of one kind, or an item in a
 * list of one record. */
#pragma once

#include "record/own-column.h"
#include "session.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_TARGET (liaison_field_target_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFieldTarget, liaison_field_target, LIAISON, FIELD_TARGET, GObject)

/* The records with these ids, all of @kind. Keeps a reference to @session. */
LiaisonFieldTarget *liaison_field_target_new (LiaisonSession *session,
                                              const LiaisonKind *kind,
                                              const LiaisonId *ids,
                                              guint n);
/* The item @item in the list at place @field of the record. */
LiaisonFieldTarget *liaison_field_target_new_item (LiaisonSession *session,
                                                   const LiaisonKind *kind,
                                                   LiaisonId record,
                                                   guint field,
                                                   LiaisonId item);

/* What the records of @target have in an own column of the exercise: a target of one field. */
LiaisonFieldTarget *liaison_field_target_new_own (LiaisonFieldTarget *target,
                                                  const LiaisonOwnColumn *column);

LiaisonSession *liaison_field_target_get_session (LiaisonFieldTarget *self);
const LiaisonKind *liaison_field_target_get_kind (LiaisonFieldTarget *self);
/* Of the kind, or of the items. */
const LiaisonShape *liaison_field_target_get_shape (LiaisonFieldTarget *self);
guint liaison_field_target_get_size (LiaisonFieldTarget *self);
/* The id of the record at @index. */
LiaisonId liaison_field_target_get_id (LiaisonFieldTarget *self, guint index);
gboolean liaison_field_target_contains (LiaisonFieldTarget *self, LiaisonId record);
/* The values as they are now, of the item where it is one; NULL when it is gone. Borrowed until the
 * next edit. */
const LiaisonBlock *liaison_field_target_get_block (LiaisonFieldTarget *self, guint index);

/* Whether all have the same at the field. TRUE when nothing is left. */
gboolean liaison_field_target_agrees (LiaisonFieldTarget *self, guint field);
/* The value all have in common. FALSE, with NONE, when they differ. The caller clears @value. */
gboolean
liaison_field_target_get_value (LiaisonFieldTarget *self, guint field, LiaisonValue *value);
/* The text in @language that all have in common; NULL: none. FALSE when they differ. Borrowed until
 * the next edit. */
gboolean liaison_field_target_get_string (LiaisonFieldTarget *self,
                                          guint field,
                                          const char *language,
                                          const char **string);

/* A name for the field of these records, this item or own column, the same as often as it is asked
 * for. @language: of a text; NULL: none. Transfer full. */
char *liaison_field_target_dup_place (LiaisonFieldTarget *self, guint field, const char *language);

/* The operations that follow make one proposal for all of the records and return FALSE, after the
 * session has said why, when it was refused. */

/* Sets the whole field. */
gboolean
liaison_field_target_set_value (LiaisonFieldTarget *self, guint field, const LiaisonValue *value);
/* Sets one language of a text; NULL or empty: takes it out. */
gboolean liaison_field_target_set_string (LiaisonFieldTarget *self,
                                          guint field,
                                          const char *language,
                                          const char *string);
/* Adds a record to a set of references or takes it out; the same for nations. */
gboolean liaison_field_target_set_reference (LiaisonFieldTarget *self,
                                             guint field,
                                             LiaisonId id,
                                             gboolean member);
gboolean liaison_field_target_set_nation (LiaisonFieldTarget *self,
                                          guint field,
                                          const char *code,
                                          gboolean member);
/* Adds the item, puts it in the place of the one with its id, or takes it out (@block NULL). For
 * one record. */
gboolean liaison_field_target_set_item (LiaisonFieldTarget *self,
                                        guint field,
                                        LiaisonId item,
                                        const LiaisonBlock *block);

/* Works out what the field of one of the records should be; @value is NONE when it is called. */
typedef void (*LiaisonFieldChange) (const LiaisonBlock *block, LiaisonValue *value, gpointer data);
/* Sets the field of each to what @change makes of it. */
gboolean liaison_field_target_change (LiaisonFieldTarget *self,
                                      guint field,
                                      LiaisonFieldChange change,
                                      gpointer data);

G_END_DECLS
