/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/fresh.h"

#include "release/fault.h"
#include "release/serials.h"

#include <string.h>

struct _LiaisonFresh
{
  char *name;      /* of the audience: other audiences, other ids */
  GHashTable *ids; /* LiaisonId -> LiaisonId, both owned */
  LiaisonSerials *serials;
};

/* 62 bits that depend on the audience and @id and lead back to neither. */
static guint64
hash (const LiaisonFresh *self, LiaisonId id)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32], bytes[16];
  gsize length = sizeof digest;
  guint64 number = 0;

  for (guint i = 0; i < 8; i++)
    {
      bytes[i] = (guint8) (id.high >> (56 - 8 * i));
      bytes[8 + i] = (guint8) (id.low >> (56 - 8 * i));
    }
  g_checksum_update (checksum, (const guchar *) self->name, (gssize) strlen (self->name) + 1);
  g_checksum_update (checksum, bytes, sizeof bytes);
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < 8; i++)
    number = number << 8 | digest[i];
  return number >> 2;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return liaison_id_compare (*(const LiaisonId *) a, *(const LiaisonId *) b);
}

static void
gather (const LiaisonView *view, GArray *ids)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks =
          liaison_snapshot_get (liaison_view_get_plan (view), kind, &n);

      for (guint i = 0; i < n; i++)
        if (liaison_view_find (view, blocks[i]->id) != NULL
            || LIAISON_HAS_FAULT (IDS_COUNT_WITHHELD))
          g_array_append_val (ids, blocks[i]->id);
    }
}

static gboolean
is_seen (const LiaisonView *const *views, guint n, LiaisonId id)
{
  for (guint i = 0; i < n; i++)
    if (liaison_view_find (views[i], id) != NULL)
      return TRUE;
  return FALSE;
}

static void
number_ids (LiaisonFresh *self, const LiaisonView *const *views, guint n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  guint place = 0;

  for (guint i = 0; i < n; i++)
    gather (views[i], ids);
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      const LiaisonId *id = &g_array_index (ids, LiaisonId, i);
      LiaisonId fresh;

      if (i > 0 && liaison_id_same (*id, g_array_index (ids, LiaisonId, i - 1)))
        continue;
      fresh = liaison_id_new_from_parts (++place, 0, hash (self, *id));
      if (LIAISON_HAS_FAULT (IDS_KEPT))
        fresh = *id;
      if (is_seen (views, n, *id))
        g_hash_table_insert (self->ids, g_memdup2 (id, sizeof *id),
                             g_memdup2 (&fresh, sizeof fresh));
    }
}

static LiaisonFresh *
fresh_new (const LiaisonView *const *views, guint n)
{
  LiaisonFresh *self = g_new0 (LiaisonFresh, 1);

  self->name = g_strdup (liaison_view_get_audience (views[0])->name);
  self->ids = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, g_free);
  number_ids (self, views, n);
  return self;
}

LiaisonFresh *
liaison_fresh_new (const LiaisonView *view)
{
  LiaisonFresh *self = fresh_new (&view, 1);

  self->serials = liaison_serials_new (view);
  return self;
}

void
liaison_fresh_new_both (const LiaisonView *earlier,
                        const LiaisonView *later,
                        LiaisonFresh **fresh_earlier,
                        LiaisonFresh **fresh_later)
{
  const LiaisonView *views[] = { earlier, later };
  LiaisonFresh *before = fresh_new (views, 2), *after = g_new0 (LiaisonFresh, 1);

  before->serials = liaison_serials_new (earlier);
  after->name = g_strdup (before->name);
  after->ids = g_hash_table_ref (before->ids);
  after->serials = liaison_serials_new_after (later, before->serials, earlier);
  *fresh_earlier = before;
  *fresh_later = after;
}

void
liaison_fresh_free (LiaisonFresh *self)
{
  liaison_serials_free (self->serials);
  g_hash_table_unref (self->ids);
  g_free (self->name);
  g_free (self);
}

LiaisonId
liaison_fresh_get_id (const LiaisonFresh *self, LiaisonId id)
{
  const LiaisonId *fresh = g_hash_table_lookup (self->ids, &id);

  return fresh != NULL ? *fresh : (LiaisonId){ 0 };
}

LiaisonId
liaison_fresh_make_item_id (const LiaisonFresh *self, guint place, LiaisonId id)
{
  return LIAISON_HAS_FAULT (ITEM_IDS_KEPT)
             ? id
             : liaison_id_new_from_parts (place + 1, 0, hash (self, id));
}

LiaisonId
liaison_fresh_make_exercise_id (const LiaisonFresh *self)
{
  return liaison_id_new_from_parts (0, 0, hash (self, (LiaisonId){ 0 }));
}

LiaisonId
liaison_fresh_hash_id (const LiaisonFresh *self, LiaisonId id)
{
  return liaison_id_new_from_parts (0, 1, hash (self, id));
}

char *
liaison_fresh_make_serial (const LiaisonFresh *self, LiaisonKindId kind, const char *serial)
{
  return liaison_serials_make (self->serials, kind, serial);
}

char *
liaison_fresh_make_text (const LiaisonFresh *self, const char *text)
{
  return liaison_serials_make_text (self->serials, text);
}

char *
liaison_fresh_make_order (guint place, guint n)
{
  static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  char key[16];
  guint width = 1;

  for (guint most = n; most > 36; most = (most + 35) / 36)
    width++;
  for (guint i = width; i-- > 0; place /= 36)
    key[i] = digits[place % 36];
  /* A key never ends in 0, and there is room before and after each. */
  key[width] = 'i';
  key[width + 1] = '\0';
  return g_strdup (key);
}
