/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-target.h"

#include "record/intern.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonFieldTarget
{
  GObject parent_instance;

  /* Owned */
  LiaisonSession *session;
  GArray *ids;

  const LiaisonKind *kind;
  int list; /* place of the list of items; LIAISON_SLOT_WHOLE: the records themselves are meant */
  LiaisonId item;
  const LiaisonOwnColumn *own; /* static; NULL: fields of the kind or of the items are meant */
  GPtrArray *values;           /* blocks of the own column, by place; owned */
};

G_DEFINE_FINAL_TYPE (LiaisonFieldTarget, liaison_field_target, G_TYPE_OBJECT)

static void
liaison_field_target_finalize (GObject *object)
{
  LiaisonFieldTarget *self = LIAISON_FIELD_TARGET (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_field_target_parent_class)->finalize (object);
}

static void
liaison_field_target_class_init (LiaisonFieldTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_field_target_finalize;
}

static void
liaison_field_target_init (LiaisonFieldTarget *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->list = LIAISON_SLOT_WHOLE;
}

LiaisonFieldTarget *
liaison_field_target_new (LiaisonSession *session,
                          const LiaisonKind *kind,
                          const LiaisonId *ids,
                          guint n)
{
  LiaisonFieldTarget *self = g_object_new (LIAISON_TYPE_FIELD_TARGET, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  g_array_append_vals (self->ids, ids, n);
  return self;
}

LiaisonFieldTarget *
liaison_field_target_new_item (
    LiaisonSession *session, const LiaisonKind *kind, LiaisonId record, guint field, LiaisonId item)
{
  LiaisonFieldTarget *self = liaison_field_target_new (session, kind, &record, 1);
  self->list = field;
  self->item = item;
  return self;
}

static void
clear_block (gpointer block)
{
  if (block != NULL)
    liaison_block_unref (block);
}

LiaisonFieldTarget *
liaison_field_target_new_own (LiaisonFieldTarget *target, const LiaisonOwnColumn *column)
{
  LiaisonFieldTarget *self = liaison_field_target_new (
      target->session, target->kind, (const LiaisonId *) target->ids->data, target->ids->len);
  self->own = column;
  self->values = g_ptr_array_new_with_free_func (clear_block);
  g_ptr_array_set_size (self->values, (int) self->ids->len);
  return self;
}

LiaisonSession *
liaison_field_target_get_session (LiaisonFieldTarget *self)
{
  return self->session;
}

const LiaisonKind *
liaison_field_target_get_kind (LiaisonFieldTarget *self)
{
  return self->kind;
}

const LiaisonShape *
liaison_field_target_get_shape (LiaisonFieldTarget *self)
{
  if (self->own != NULL)
    return &self->own->shape;
  if (self->list == LIAISON_SLOT_WHOLE)
    return &self->kind->shape;
  return self->kind->shape.fields[self->list].items;
}

guint
liaison_field_target_get_size (LiaisonFieldTarget *self)
{
  return self->ids->len;
}

LiaisonId
liaison_field_target_get_id (LiaisonFieldTarget *self, guint index)
{
  return g_array_index (self->ids, LiaisonId, index);
}

gboolean
liaison_field_target_contains (LiaisonFieldTarget *self, LiaisonId record)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (liaison_id_same (g_array_index (self->ids, LiaisonId, i), record))
      return TRUE;
  return FALSE;
}

const LiaisonBlock *
liaison_field_target_get_block (LiaisonFieldTarget *self, guint index)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonRecord *record =
      liaison_document_find (document, g_array_index (self->ids, LiaisonId, index));

  if (record == NULL)
    return NULL;
  const LiaisonBlock *block = liaison_record_get_block (record);
  if (self->own != NULL)
    {
      clear_block (self->values->pdata[index]);
      self->values->pdata[index] = liaison_own_column_get (self->own, block, NULL);
      return self->values->pdata[index];
    }
  if (self->list == LIAISON_SLOT_WHOLE)
    return block;
  const LiaisonField *list = &block->shape->fields[self->list];
  return liaison_items_lookup (*(LiaisonItems *const *) LIAISON_BLOCK_AT (block, list), self->item);
}

gboolean
liaison_field_target_get_value (LiaisonFieldTarget *self, guint field, LiaisonValue *value)
{
  const LiaisonField *row = &liaison_field_target_get_shape (self)->fields[field];
  gboolean first = TRUE;

  *value = (LiaisonValue) LIAISON_VALUE_INIT;
  for (guint i = 0; i < self->ids->len; i++)
    {
      const LiaisonBlock *block = liaison_field_target_get_block (self, i);
      if (block == NULL)
        continue;
      g_auto (LiaisonValue) here = liaison_value_field (row, LIAISON_BLOCK_AT (block, row));
      if (first)
        liaison_value_copy (value, &here);
      else if (!liaison_value_equal (value, &here))
        {
          liaison_value_clear (value);
          *value = (LiaisonValue) LIAISON_VALUE_INIT;
          return FALSE;
        }
      first = FALSE;
    }
  return TRUE;
}

gboolean
liaison_field_target_agrees (LiaisonFieldTarget *self, guint field)
{
  if (self->ids->len == 1)
    return TRUE;
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  return liaison_field_target_get_value (self, field, &value);
}

gboolean
liaison_field_target_get_string (LiaisonFieldTarget *self,
                                 guint field,
                                 const char *language,
                                 const char **string)
{
  const LiaisonField *row = &liaison_field_target_get_shape (self)->fields[field];
  gboolean first = TRUE;

  *string = NULL;
  for (guint i = 0; i < self->ids->len; i++)
    {
      const LiaisonBlock *block = liaison_field_target_get_block (self, i);
      if (block == NULL)
        continue;
      const LiaisonText *text = *(LiaisonText *const *) LIAISON_BLOCK_AT (block, row);
      const char *here = liaison_text_lookup (text, language);
      if (!first && g_strcmp0 (*string, here) != 0)
        {
          *string = NULL;
          return FALSE;
        }
      *string = here;
      first = FALSE;
    }
  return TRUE;
}

char *
liaison_field_target_dup_place (LiaisonFieldTarget *self, guint field, const char *language)
{
  GString *place = g_string_new (NULL);
  char id[LIAISON_ID_TEXT_SIZE];

  for (guint i = 0; i < self->ids->len; i++)
    {
      liaison_id_format (g_array_index (self->ids, LiaisonId, i), id);
      g_string_append (place, id);
    }
  if (self->list != LIAISON_SLOT_WHOLE)
    {
      liaison_id_format (self->item, id);
      g_string_append_printf (place, "/%s/%s", self->kind->shape.fields[self->list].name, id);
    }
  if (self->own != NULL)
    g_string_append_printf (place, "/own/%s", self->own->key);
  g_string_append_printf (place, "/%s/%s", liaison_field_target_get_shape (self)->fields[field].name,
                          language != NULL ? language : "");
  return g_string_free (place, FALSE);
}

static LiaisonProposal *
begin (LiaisonFieldTarget *self, guint field)
{
  gboolean one = self->ids->len == 1;
  LiaisonProposal *proposal = liaison_proposal_new (
      one ? N_ ("Change “{field}” of {record}") : N_ ("Change “{field}” of several records"));
  const char *label = liaison_field_target_get_shape (self)->fields[field].label;

  liaison_proposal_take_operand (proposal, liaison_operand_field ("field", label));
  if (one)
    liaison_proposal_take_operand (
        proposal, liaison_operand_record ("record", g_array_index (self->ids, LiaisonId, 0)));
  return proposal;
}

static LiaisonSlot
slot_of (LiaisonFieldTarget *self, guint index, guint field)
{
  LiaisonId record = g_array_index (self->ids, LiaisonId, index);

  if (self->list == LIAISON_SLOT_WHOLE)
    return liaison_slot_field (record, field);
  return liaison_slot_item_field (record, self->list, self->item, field);
}

/* The same for an own column, where each record says for itself where the value goes. */
static gboolean
set_own (LiaisonFieldTarget *self, const char *language, const LiaisonValue *value)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonProposal *proposal = begin (self, 0);

  for (guint i = 0; i < self->ids->len; i++)
    {
      LiaisonRecord *record =
          liaison_document_find (document, g_array_index (self->ids, LiaisonId, i));
      const LiaisonBlock *block = record != NULL ? liaison_record_get_block (record) : NULL;
      g_auto (LiaisonValue) kept = LIAISON_VALUE_INIT;
      LiaisonValue copy;
      LiaisonSlot slot;

      if (block == NULL)
        continue;
      if (language != NULL)
        liaison_own_column_put_text (self->own, block, language,
                                     value->form == LIAISON_VALUE_STRING ? value->as.string : NULL,
                                     &slot, &kept);
      else if (!liaison_own_column_put (self->own, block, value, &slot, &kept))
        {
          liaison_proposal_free (proposal);
          g_signal_emit_by_name (self->session, "notice",
                                 _ ("A time in an own column cannot hang on another record."),
                                 FALSE);
          return FALSE;
        }
      liaison_value_copy (&copy, &kept);
      liaison_proposal_take (proposal, self->kind, &slot, copy);
    }
  return liaison_session_commit (self->session, proposal, NULL);
}

/* Puts @value at the part of the field that @part tells: a language, a member, or all of it. */
static gboolean
set_part (LiaisonFieldTarget *self, guint field, const LiaisonSlot *part, const LiaisonValue *value)
{
  LiaisonProposal *proposal;

  if (self->own != NULL)
    return set_own (self, part->language, value);
  proposal = begin (self, field);

  for (guint i = 0; i < self->ids->len; i++)
    {
      LiaisonSlot slot = slot_of (self, i, field);
      LiaisonValue copy;

      if (liaison_field_target_get_block (self, i) == NULL)
        continue;
      slot.language = part->language;
      slot.member = part->member;
      slot.code = part->code;
      liaison_value_copy (&copy, value);
      liaison_proposal_take (proposal, self->kind, &slot, copy);
    }
  return liaison_session_commit (self->session, proposal, NULL);
}

gboolean
liaison_field_target_set_value (LiaisonFieldTarget *self, guint field, const LiaisonValue *value)
{
  return set_part (self, field, &(LiaisonSlot){ 0 }, value);
}

gboolean
liaison_field_target_set_string (LiaisonFieldTarget *self,
                                 guint field,
                                 const char *language,
                                 const char *string)
{
  LiaisonSlot part = { .language = liaison_intern (language, strlen (language)) };
  g_auto (LiaisonValue) value =
      liaison_value_string (string != NULL && *string != '\0' ? string : NULL);

  return set_part (self, field, &part, &value);
}

gboolean
liaison_field_target_set_reference (LiaisonFieldTarget *self,
                                    guint field,
                                    LiaisonId id,
                                    gboolean member)
{
  LiaisonSlot part = { .member = id };
  LiaisonValue value = liaison_value_boolean (member);

  return set_part (self, field, &part, &value);
}

gboolean
liaison_field_target_set_nation (LiaisonFieldTarget *self,
                                 guint field,
                                 const char *code,
                                 gboolean member)
{
  LiaisonSlot part = { .code = liaison_intern (code, strlen (code)) };
  LiaisonValue value = liaison_value_boolean (member);

  return set_part (self, field, &part, &value);
}

gboolean
liaison_field_target_set_item (LiaisonFieldTarget *self,
                               guint field,
                               LiaisonId item,
                               const LiaisonBlock *block)
{
  g_return_val_if_fail (self->ids->len == 1 && self->list == LIAISON_SLOT_WHOLE, FALSE);

  LiaisonProposal *proposal = begin (self, field);
  LiaisonSlot slot = liaison_slot_item (g_array_index (self->ids, LiaisonId, 0), field, item);
  liaison_proposal_take (proposal, self->kind, &slot, liaison_value_block (block));
  return liaison_session_commit (self->session, proposal, NULL);
}

gboolean
liaison_field_target_change (LiaisonFieldTarget *self,
                             guint field,
                             LiaisonFieldChange change,
                             gpointer data)
{
  LiaisonProposal *proposal = begin (self, field);

  for (guint i = 0; i < self->ids->len; i++)
    {
      const LiaisonBlock *block = liaison_field_target_get_block (self, i);
      LiaisonSlot slot = slot_of (self, i, field);
      LiaisonValue value = LIAISON_VALUE_INIT;

      if (block == NULL)
        continue;
      change (block, &value, data);
      liaison_proposal_take (proposal, self->kind, &slot, value);
    }
  return liaison_session_commit (self->session, proposal, NULL);
}
