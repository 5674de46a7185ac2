/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-references.h"

#include "edit/clearing.h"

/* A clearing under way. */
typedef struct
{
  LiaisonProposal *proposal;
  const LiaisonKind *kind;
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

static void
put_cb (const LiaisonSlot *slot, LiaisonValue value, gpointer data)
{
  Clearing *self = data;

  liaison_proposal_take (self->proposal, self->kind, slot, value);
}

void
liaison_table_clear_references (LiaisonDocument *document,
                                LiaisonProposal *proposal,
                                LiaisonRecord *user,
                                const GPtrArray *records)
{
  g_autoptr (GHashTable) gone = make_gone (document, records);
  Clearing self = { proposal, liaison_record_get_kind (user) };
  const LiaisonClearing clearing = { .lookup = liaison_document_get_lookup (document),
                                     .gone = gone,
                                     .put = put_cb,
                                     .data = &self };

  liaison_clearing_look (&clearing, liaison_record_get_block (user));
}
