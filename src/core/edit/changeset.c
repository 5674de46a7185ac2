/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/changeset.h"

#include "edit/editor.h"

/* One record that is being changed. */
typedef struct
{
  LiaisonId id;         /* the key */
  LiaisonBlock *before; /* in the document; NULL: not there */
  LiaisonBlock *now;    /* by now; NULL: gone */
} Entry;

struct _LiaisonChangeset
{
  LiaisonDocument *document;
  GHashTable *by_id;  /* LiaisonId -> Entry */
  GPtrArray *entries; /* in the order they were first touched; owns them */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_clear_pointer (&entry->before, liaison_block_unref);
  g_clear_pointer (&entry->now, liaison_block_unref_settled);
  g_free (entry);
}

LiaisonChangeset *
liaison_changeset_new (LiaisonDocument *document)
{
  LiaisonChangeset *self = g_new (LiaisonChangeset, 1);
  self->document = g_object_ref (document);
  self->by_id = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

void
liaison_changeset_free (LiaisonChangeset *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_object_unref (self->document);
  g_free (self);
}

static Entry *
touch (LiaisonChangeset *self,
       LiaisonId         id)
{
  Entry *entry = g_hash_table_lookup (self->by_id, &id);

  if (entry == NULL)
    {
      LiaisonRecord *record = liaison_document_find (self->document, id);
      entry = g_new0 (Entry, 1);
      entry->id = id;
      if (record != NULL)
        {
          entry->before = liaison_block_ref (liaison_record_get_block (record));
          if (entry->before->is_derived)
            __builtin_prefetch (entry->before->rest.base, 1);
          entry->now = liaison_block_ref (entry->before);
        }
      g_hash_table_insert (self->by_id, &entry->id, entry);
      g_ptr_array_add (self->entries, entry);
    }
  return entry;
}

const LiaisonBlock *
liaison_changeset_find (LiaisonChangeset *self,
                        LiaisonId         id)
{
  const Entry *entry = g_hash_table_lookup (self->by_id, &id);
  LiaisonRecord *record;

  if (entry != NULL)
    return entry->now;
  record = liaison_document_find (self->document, id);
  return record != NULL ? liaison_record_get_block (record) : NULL;
}

void
liaison_changeset_get (LiaisonChangeset  *self,
                       const LiaisonSlot *slot,
                       LiaisonValue      *value)
{
  const LiaisonBlock *block = liaison_changeset_find (self, slot->record);

  if (slot->field == LIAISON_SLOT_WHOLE)
    *value = liaison_value_block (block);
  else if (block != NULL)
    liaison_block_get_slot (block, slot, value);
  else
    *value = (LiaisonValue) LIAISON_VALUE_INIT;
}

static gboolean
set_record (Entry              *entry,
            const LiaisonKind  *kind,
            const LiaisonValue *value,
            GError            **error)
{
  if (kind->id == LIAISON_KIND_EXERCISE && (entry->now == NULL || value->form != LIAISON_VALUE_BLOCK))
    {
      g_set_error_literal (error, LIAISON_EDIT_ERROR, LIAISON_EDIT_ERROR_EXERCISE,
                           "the exercise itself can be neither removed nor added");
      return FALSE;
    }
  g_clear_pointer (&entry->now, liaison_block_unref);
  if (value->form == LIAISON_VALUE_BLOCK)
    entry->now = liaison_block_ref (value->as.block);
  return TRUE;
}

gboolean
liaison_changeset_set (LiaisonChangeset   *self,
                       const LiaisonKind  *kind,
                       const LiaisonSlot  *slot,
                       const LiaisonValue *value,
                       GError            **error)
{
  Entry *entry = touch (self, slot->record);

  /* An id stays with its kind, also where a record goes and comes again in one group. */
  if (!liaison_slot_accepts (slot, &kind->shape, value)
      || (entry->before != NULL && entry->before->shape != &kind->shape)
      || (entry->now != NULL && entry->now->shape != &kind->shape))
    {
      g_set_error (error, LIAISON_EDIT_ERROR, LIAISON_EDIT_ERROR_BAD_VALUE, "this value cannot stand in %s.%s",
                   kind->shape.name,
                   slot->field >= 0 && (guint) slot->field < kind->shape.n_fields ? kind->shape.fields[slot->field].name
                                                                                  : "id");
      return FALSE;
    }
  if (slot->field == LIAISON_SLOT_WHOLE)
    return set_record (entry, kind, value, error);

  LiaisonBlock *after = entry->now != NULL ? liaison_block_with_slot (entry->now, slot, value) : NULL;
  if (after == NULL)
    {
      g_set_error (error, LIAISON_EDIT_ERROR, LIAISON_EDIT_ERROR_NO_RECORD,
                   "the %s that should change is not there", kind->shape.name);
      return FALSE;
    }
  liaison_block_unref (entry->now);
  entry->now = after;
  return TRUE;
}

gboolean
liaison_changeset_apply (LiaisonChangeset *self)
{
  g_autofree LiaisonChange *changes = g_new (LiaisonChange, self->entries->len);
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];
      gboolean same = entry->before == entry->now
                      || (entry->before != NULL && entry->now != NULL && liaison_block_equal (entry->before, entry->now));
      if (!same)
        changes[n++] = (LiaisonChange) { entry->before, entry->now };
    }
  if (n > 0)
    liaison_document_apply (self->document, changes, n);
  return n > 0;
}
