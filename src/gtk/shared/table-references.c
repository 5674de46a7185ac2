/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-references.h"

/* A clearing under way. */
typedef struct
{
  LiaisonProposal *proposal;
  const LiaisonKind *kind;
  LiaisonLookup lookup;
  GHashTable *gone; /* of LiaisonId, as others refer to them */
} Clearing;

static GHashTable *
make_gone (LiaisonDocument *document, const GPtrArray *records)
{
  GHashTable *gone = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      LiaisonId id =
          liaison_document_get_target_id (document, liaison_record_get_id (records->pdata[i]));
      g_hash_table_add (gone, g_memdup2 (&id, sizeof id));
    }
  return gone;
}

GPtrArray *
liaison_table_list_users (LiaisonDocument *document, const GPtrArray *records)
{
  GPtrArray *users = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (seen, records->pdata[i]);
  for (guint i = 0; i < records->len; i++)
    {
      LiaisonId target =
          liaison_document_get_target_id (document, liaison_record_get_id (records->pdata[i]));
      guint n;
      const LiaisonId *ids = liaison_document_find_uses (document, target, &n);
      for (guint j = 0; j < n; j++)
        {
          LiaisonRecord *user = liaison_document_find (document, ids[j]);
          if (user != NULL && g_hash_table_add (seen, user))
            g_ptr_array_add (users, user);
        }
    }
  return users;
}

static gboolean
is_gone (const Clearing *clearing, LiaisonId id)
{
  return g_hash_table_contains (clearing->gone, &id);
}

static gboolean
is_gone_code (const Clearing *clearing, const char *code)
{
  return code != NULL && is_gone (clearing, liaison_id_for_code (code));
}

static void
put (const Clearing *clearing, LiaisonSlot slot, LiaisonValue value)
{
  liaison_proposal_take (clearing->proposal, clearing->kind, &slot, value);
}

static void
put_nothing (const Clearing *clearing, LiaisonSlot slot)
{
  put (clearing, slot, (LiaisonValue) LIAISON_VALUE_INIT);
}

static void
clear_ids (const Clearing *clearing, LiaisonSlot slot, const LiaisonIds *ids)
{
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    if (is_gone (clearing, members[i]))
      {
        slot.member = members[i];
        put_nothing (clearing, slot);
      }
}

static void
clear_codes (const Clearing *clearing, LiaisonSlot slot, const LiaisonCodes *codes)
{
  guint n;
  const char *const *members = liaison_codes_get (codes, &n);

  for (guint i = 0; i < n; i++)
    if (is_gone_code (clearing, members[i]))
      {
        slot.code = members[i];
        put_nothing (clearing, slot);
      }
}

/* A time that hung on the record stays where it is now. */
static void
clear_instant (const Clearing *clearing,
               LiaisonSlot slot,
               const LiaisonField *field,
               const LiaisonInstant *instant)
{
  LiaisonInstant fixed = { 0 };
  gint64 seconds;

  if (instant->form <= LIAISON_INSTANT_FIXED || instant->edge < LIAISON_ANCHOR_START
      || !is_gone (clearing, liaison_anchor_get_id (instant->anchor)))
    return;
  if (liaison_times_resolve (&clearing->lookup, instant, &seconds, NULL) == LIAISON_TIME_KNOWN
      && liaison_instant_from_unix (seconds, instant->zone, &fixed))
    put (clearing, slot, liaison_value_field (field, &fixed));
  else
    put_nothing (clearing, slot);
}

/* A release list that loses a nation or group is narrower, never wider. */
static void
clear_marking (const Clearing *clearing,
               LiaisonSlot slot,
               const LiaisonField *field,
               const LiaisonMarking *marking)
{
  guint n_codes, n_ids;
  const char *const *codes = liaison_codes_get (marking->nations, &n_codes);
  const LiaisonId *ids = liaison_ids_get (marking->groups, &n_ids);
  g_autoptr (LiaisonCodes) nations =
      marking->nations != NULL ? liaison_codes_ref (marking->nations) : NULL;
  g_autoptr (LiaisonIds) groups =
      marking->groups != NULL ? liaison_ids_ref (marking->groups) : NULL;
  g_autoptr (LiaisonMarking) left = NULL;

  for (guint i = 0; i < n_codes; i++)
    if (is_gone_code (clearing, codes[i]))
      {
        LiaisonCodes *without = liaison_codes_with (nations, codes[i], FALSE);
        g_clear_pointer (&nations, liaison_codes_unref);
        nations = without;
      }
  for (guint i = 0; i < n_ids; i++)
    if (is_gone (clearing, ids[i]))
      {
        LiaisonIds *without = liaison_ids_with (groups, ids[i], FALSE);
        g_clear_pointer (&groups, liaison_ids_unref);
        groups = without;
      }
  left = liaison_marking_new (marking->level, nations, groups);
  if (!liaison_marking_equal (left, marking))
    put (clearing, slot, liaison_value_field (field, &left));
}

static void
clear_field (const Clearing *clearing,
             LiaisonSlot slot,
             const LiaisonField *field,
             gconstpointer at)
{
  switch (field->type)
    {
    case LIAISON_FIELD_REFERENCE:
      if (is_gone (clearing, *(const LiaisonId *) at))
        put_nothing (clearing, slot);
      break;
    case LIAISON_FIELD_REFERENCES:
      clear_ids (clearing, slot, *(LiaisonIds *const *) at);
      break;
    case LIAISON_FIELD_NATION:
      if (is_gone_code (clearing, *(const char *const *) at))
        put_nothing (clearing, slot);
      break;
    case LIAISON_FIELD_NATIONS:
      clear_codes (clearing, slot, *(LiaisonCodes *const *) at);
      break;
    case LIAISON_FIELD_INSTANT:
      clear_instant (clearing, slot, field, at);
      break;
    case LIAISON_FIELD_MARKING:
      if (*(LiaisonMarking *const *) at != NULL)
        clear_marking (clearing, slot, field, *(LiaisonMarking *const *) at);
      break;
    default:
      break;
    }
}

/* Whether the item is about what is gone: its required reference is. */
static gboolean
hangs_on_gone (const Clearing *clearing, const LiaisonBlock *item)
{
  for (guint i = 0; i < item->shape->n_fields; i++)
    {
      const LiaisonField *field = &item->shape->fields[i];
      gconstpointer at = LIAISON_BLOCK_AT (item, field);

      if ((field->flags & LIAISON_FIELD_REQUIRED) == 0)
        continue;
      if (field->type == LIAISON_FIELD_REFERENCE && is_gone (clearing, *(const LiaisonId *) at))
        return TRUE;
      if (field->type == LIAISON_FIELD_NATION && is_gone_code (clearing, *(const char *const *) at))
        return TRUE;
    }
  return FALSE;
}

static void
clear_items (const Clearing *clearing, LiaisonId record, guint place, const LiaisonItems *items)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);

      if (hangs_on_gone (clearing, item))
        {
          put_nothing (clearing, liaison_slot_item (record, place, item->id));
          continue;
        }
      for (guint j = 0; j < item->shape->n_fields; j++)
        clear_field (clearing, liaison_slot_item_field (record, place, item->id, j),
                     &item->shape->fields[j], LIAISON_BLOCK_AT (item, &item->shape->fields[j]));
    }
}

void
liaison_table_clear_references (LiaisonDocument *document,
                                LiaisonProposal *proposal,
                                LiaisonRecord *user,
                                const GPtrArray *records)
{
  g_autoptr (GHashTable) gone = make_gone (document, records);
  const LiaisonBlock *block = liaison_record_get_block (user);
  const Clearing clearing = { proposal, liaison_record_get_kind (user),
                              liaison_document_get_lookup (document), gone };

  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gconstpointer at = LIAISON_BLOCK_AT (block, field);

      if (field->type == LIAISON_FIELD_ITEMS)
        clear_items (&clearing, block->id, i, *(LiaisonItems *const *) at);
      else
        clear_field (&clearing, liaison_slot_field (block->id, i), field, at);
    }
}
