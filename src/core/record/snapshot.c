/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/snapshot.h"

#include "record/id-map.h"
#include "record/kinds/nation.h"
#include "record/live-snapshot.h"

#include <string.h>

/* The blocks of one kind in ascending order of id; snapshots share those they do not differ in. */
typedef struct
{
  gatomicrefcount refs;
  LiaisonBlock **blocks;
  guint n;
} Blocks;

/* What many versions of a plan have in common: it owns blocks, and finds them. A snapshot says in what it differs from it. */
typedef struct
{
  gatomicrefcount refs;
  Blocks *kinds[LIAISON_N_KINDS]; /* NULL: none */

  /* Made when the first block is looked for, by whatever thread does. */
  gsize index_ready;
  LiaisonIdMap *by_id; /* -> LiaisonBlock; NULL until it is asked */
} Ground;

struct _LiaisonSnapshot
{
  gatomicrefcount refs;
  guint64 version;
  char *unknown;

  /* Owned */
  Ground *ground;
  Blocks *kinds[LIAISON_N_KINDS]; /* borrow their blocks from the ground, or from these: */
  LiaisonIdMap *differing;        /* id -> LiaisonBlock, or GONE; NULL: it is as its ground */
  GPtrArray *own;                 /* of LiaisonBlock: those not of the ground */
};

/* Looking for a block asks for differences first, so they stay few. */
#define MOST_DIFFERING 512
/* In the place of a block that is not there any more. */
#define GONE ((gpointer) &gone)

static const char gone;
static Blocks no_blocks = { .n = 0 };

static Blocks *
blocks_new (LiaisonBlock **blocks, guint n)
{
  Blocks *self = g_new (Blocks, 1);

  g_atomic_ref_count_init (&self->refs);
  self->blocks = blocks;
  self->n = n;
  return self;
}

static Blocks *
blocks_ref (Blocks *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
blocks_unref (Blocks *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->blocks);
  g_free (self);
}

static Ground *
ground_new (void)
{
  Ground *self = g_new0 (Ground, 1);

  g_atomic_ref_count_init (&self->refs);
  return self;
}

static void
ground_unref (Ground *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      for (guint i = 0; self->kinds[kind] != NULL && i < self->kinds[kind]->n; i++)
        liaison_block_unref (self->kinds[kind]->blocks[i]);
      blocks_unref (self->kinds[kind]);
    }
  g_clear_pointer (&self->by_id, liaison_id_map_free);
  g_free (self);
}

static const Blocks *
get_blocks (const LiaisonSnapshot *self, LiaisonKindId kind)
{
  return self->kinds[kind] != NULL ? self->kinds[kind] : &no_blocks;
}

static LiaisonSnapshot *
snapshot_new (guint64 version, const char *unknown, Ground *ground)
{
  LiaisonSnapshot *self = g_new0 (LiaisonSnapshot, 1);

  g_atomic_ref_count_init (&self->refs);
  self->version = version;
  self->unknown = g_strdup (unknown);
  self->ground = ground;
  return self;
}

LiaisonSnapshot *
liaison_snapshot_new (guint64     version,
                      const char *unknown)
{
  return snapshot_new (version, unknown, ground_new ());
}

LiaisonSnapshot *
liaison_snapshot_ref (LiaisonSnapshot *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_snapshot_unref (LiaisonSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    blocks_unref (self->kinds[kind]);
  g_clear_pointer (&self->differing, liaison_id_map_free);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  ground_unref (self->ground);
  g_free (self->unknown);
  g_free (self);
}

void
liaison_snapshot_take_blocks (LiaisonSnapshot *self,
                              LiaisonKindId    kind,
                              LiaisonBlock   **blocks,
                              guint            n)
{
  self->ground->kinds[kind] = blocks_new (blocks, n);
  self->kinds[kind] = blocks_ref (self->ground->kinds[kind]);
}

guint64
liaison_snapshot_get_version (const LiaisonSnapshot *self)
{
  return self->version;
}

const LiaisonBlock *const *
liaison_snapshot_get (const LiaisonSnapshot *self,
                      LiaisonKindId          kind,
                      guint                 *n)
{
  const Blocks *blocks = get_blocks (self, kind);

  *n = blocks->n;
  return (const LiaisonBlock *const *) blocks->blocks;
}

static LiaisonIdMap *
get_index (Ground *self)
{
  guint n = 0;

  if (g_once_init_enter (&self->index_ready))
    {
      self->by_id = liaison_id_map_new ();
      for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
        n += self->kinds[kind] != NULL ? self->kinds[kind]->n : 0;
      liaison_id_map_reserve (self->by_id, n);
      for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
        for (guint i = 0; self->kinds[kind] != NULL && i < self->kinds[kind]->n; i++)
          liaison_id_map_insert (self->by_id, self->kinds[kind]->blocks[i]->id, self->kinds[kind]->blocks[i]);
      g_once_init_leave (&self->index_ready, 1);
    }
  return self->by_id;
}

static const LiaisonBlock *
find_nation (const LiaisonSnapshot *self,
             LiaisonId              code_id)
{
  const Blocks *nations = get_blocks (self, LIAISON_KIND_NATION);

  for (guint i = 0; i < nations->n; i++)
    {
      const char *code = LIAISON_DATA (Nation, nations->blocks[i])->code;
      if (code != NULL && liaison_id_same (liaison_id_for_code (code), code_id))
        return nations->blocks[i];
    }
  return NULL;
}

const LiaisonBlock *
liaison_snapshot_get_exercise (const LiaisonSnapshot *self)
{
  return self->kinds[LIAISON_KIND_EXERCISE]->blocks[0];
}

const LiaisonBlock *
liaison_snapshot_find (const LiaisonSnapshot *self,
                       LiaisonId              id)
{
  if (!liaison_id_is_code (id))
    {
      gpointer found = self->differing != NULL ? liaison_id_map_lookup (self->differing, id) : NULL;
      if (found == NULL)
        found = liaison_id_map_lookup (get_index (self->ground), id);
      return found != GONE ? found : NULL;
    }
  if (liaison_id_same (id, liaison_id_for_code ("STARTEX")) || liaison_id_same (id, liaison_id_for_code ("ENDEX")))
    return liaison_snapshot_get_exercise (self);
  return find_nation (self, id);
}

/* The same blocks on a ground of their own; with an index where @self has one, which is quicker than to make it again. */
static LiaisonSnapshot *
copy (const LiaisonSnapshot *self, guint64 version, const char *unknown, gboolean with_index)
{
  LiaisonSnapshot *made = liaison_snapshot_new (version, unknown);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const Blocks *from = get_blocks (self, kind);
      LiaisonBlock **to = g_new (LiaisonBlock *, from->n + 1);
      for (guint i = 0; i < from->n; i++)
        to[i] = liaison_block_ref (from->blocks[i]);
      liaison_snapshot_take_blocks (made, kind, to, from->n);
    }
  if (with_index && g_atomic_pointer_get (&self->ground->index_ready) != 0)
    {
      made->ground->by_id = liaison_id_map_copy (self->ground->by_id);
      for (guint i = 0; self->differing != NULL && i < self->own->len; i++)
        {
          LiaisonBlock *block = self->own->pdata[i];
          gpointer now = liaison_id_map_lookup (self->differing, block->id);
          if (now == GONE)
            liaison_id_map_remove (made->ground->by_id, block->id);
          else
            liaison_id_map_insert (made->ground->by_id, block->id, now);
        }
      made->ground->index_ready = 1;
    }
  return made;
}

typedef struct
{
  LiaisonKindId kind;
  guint order;
  LiaisonId id;
  const LiaisonBlock *after; /* NULL: it goes */
} Difference;

/* Changes as differences of one kind each, since an id may go on with a record of another kind. */
static GArray *
list_differences (const LiaisonChange *changes, guint n)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (Difference), n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *before = changes[i].before, *after = changes[i].after;
      if (before != NULL && (after == NULL || before->shape != after->shape))
        {
          Difference difference = { liaison_kind_for_shape (before->shape)->id, list->len, before->id, NULL };
          g_array_append_val (list, difference);
        }
      if (after != NULL)
        {
          Difference difference = { liaison_kind_for_shape (after->shape)->id, list->len, after->id, after };
          g_array_append_val (list, difference);
        }
    }
  return list;
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
  const Difference *of_a = a, *of_b = b;
  int order;

  if (of_a->kind != of_b->kind)
    return of_a->kind < of_b->kind ? -1 : 1;
  order = liaison_id_compare (of_a->id, of_b->id);
  return order != 0 ? order : of_a->order < of_b->order ? -1 : 1;
}

/* The place of the id among the blocks, or where it belongs. */
static guint
find_place (const Blocks *blocks,
            LiaisonId     id)
{
  guint low = 0;

  for (guint high = blocks->n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (liaison_id_compare (blocks->blocks[middle]->id, id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* @from with the differences of that kind, which are in order; of one id the last counts. */
static Blocks *
differ (const Blocks *from, const Difference *differences, guint n)
{
  LiaisonBlock **to = g_new (LiaisonBlock *, from->n + n + 1);
  guint at = 0, filled = 0;

  for (guint i = 0; i < n; i++)
    {
      guint place;
      if (i + 1 < n && liaison_id_same (differences[i].id, differences[i + 1].id))
        continue;
      place = find_place (from, differences[i].id);
      if (place > at)
        memcpy (to + filled, from->blocks + at, (place - at) * sizeof *to);
      filled += place - at;
      at = place + (place < from->n && liaison_id_same (from->blocks[place]->id, differences[i].id));
      if (differences[i].after != NULL)
        to[filled++] = (LiaisonBlock *) differences[i].after;
    }
  if (from->n > at)
    memcpy (to + filled, from->blocks + at, (from->n - at) * sizeof *to);
  return blocks_new (to, filled + from->n - at);
}

/* Looked for by id, @self tells of the differences, in the order in which they were made. */
static void
take_differences (LiaisonSnapshot *self, const LiaisonSnapshot *before, const LiaisonChange *changes, guint n)
{
  self->differing = before->differing != NULL ? liaison_id_map_copy (before->differing) : liaison_id_map_new ();
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  for (guint i = 0; before->own != NULL && i < before->own->len; i++)
    g_ptr_array_add (self->own, liaison_block_ref (before->own->pdata[i]));
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *either = changes[i].after != NULL ? changes[i].after : changes[i].before;
      liaison_id_map_insert (self->differing, either->id, changes[i].after != NULL ? (gpointer) either : GONE);
      /* What went is kept too: its id is in the list. */
      g_ptr_array_add (self->own, liaison_block_ref (either));
    }
}

LiaisonSnapshot *
liaison_snapshot_with_changes (const LiaisonSnapshot *self,
                               guint64                version,
                               const char            *unknown,
                               const LiaisonChange   *changes,
                               guint                  n)
{
  g_autoptr (GArray) differences = list_differences (changes, n);
  LiaisonSnapshot *made = snapshot_new (version, unknown, self->ground);
  LiaisonSnapshot *settled;

  g_atomic_ref_count_inc (&self->ground->refs);
  take_differences (made, self, changes, n);
  g_array_sort (differences, compare_differences);
  for (guint kind = 0, first = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const Difference *of_kind = (const Difference *) (gpointer) differences->data + first;
      guint next = first;
      while (next < differences->len && g_array_index (differences, Difference, next).kind == kind)
        next++;
      made->kinds[kind] = next > first ? differ (get_blocks (self, kind), of_kind, next - first)
                                       : blocks_ref (self->kinds[kind]);
      first = next;
    }
  if (made->own->len <= MOST_DIFFERING)
    return made;
  settled = copy (made, version, unknown, TRUE);
  liaison_snapshot_unref (made);
  return settled;
}

LiaisonSnapshot *
liaison_snapshot_with_blocks (const LiaisonSnapshot     *self,
                              const LiaisonBlock *const *blocks,
                              guint                      n)
{
  g_autofree LiaisonChange *changes = g_new (LiaisonChange, n + 1);
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *before = liaison_snapshot_find (self, blocks[i]->id);
      if (before != NULL && before->shape == blocks[i]->shape)
        changes[kept++] = (LiaisonChange) { before, blocks[i] };
    }
  return liaison_snapshot_with_changes (self, self->version, self->unknown, changes, kept);
}

LiaisonSnapshot *
liaison_snapshot_copy (const LiaisonSnapshot *self)
{
  return copy (self, self->version, self->unknown, TRUE);
}

void
liaison_snapshot_set_version (LiaisonSnapshot *self,
                              guint64          version)
{
  self->version = version;
}

gboolean
liaison_snapshot_replace (LiaisonSnapshot    *self,
                          const LiaisonBlock *before,
                          const LiaisonBlock *after)
{
  const LiaisonBlock *either = before != NULL ? before : after;
  Blocks *blocks = self->kinds[liaison_kind_for_shape (either->shape)->id];
  LiaisonIdMap *by_id = self->ground->by_id;
  guint at = find_place (blocks, either->id);
  gboolean there = at < blocks->n && liaison_id_same (blocks->blocks[at]->id, either->id);

  if (there != (before != NULL) || (there && blocks->blocks[at] != before)
      || (before != NULL && after != NULL && before->shape != after->shape))
    return FALSE;
  if (after != NULL && !there)
    {
      blocks->blocks = g_renew (LiaisonBlock *, blocks->blocks, blocks->n + 1);
      memmove (&blocks->blocks[at + 1], &blocks->blocks[at], (blocks->n - at) * sizeof *blocks->blocks);
      blocks->n++;
    }
  if (by_id != NULL && before != NULL)
    liaison_id_map_remove (by_id, before->id);
  if (after != NULL)
    blocks->blocks[at] = liaison_block_ref (after);
  else
    {
      blocks->n--;
      memmove (&blocks->blocks[at], &blocks->blocks[at + 1], (blocks->n - at) * sizeof *blocks->blocks);
    }
  if (by_id != NULL && after != NULL)
    liaison_id_map_insert (by_id, blocks->blocks[at]->id, blocks->blocks[at]);
  if (before != NULL)
    liaison_block_unref ((LiaisonBlock *) before);
  return TRUE;
}

const char *
liaison_snapshot_get_unknown (const LiaisonSnapshot *self)
{
  return self->unknown;
}

static const LiaisonBlock *
snapshot_find (gpointer  data,
               LiaisonId id)
{
  return liaison_snapshot_find (data, id);
}

LiaisonLookup
liaison_snapshot_get_lookup (const LiaisonSnapshot *self)
{
  return (LiaisonLookup) { snapshot_find, (gpointer) self };
}

LiaisonReferenceIndex *
liaison_snapshot_index_uses (const LiaisonSnapshot *self)
{
  LiaisonReferenceIndex *index = liaison_reference_index_new (LIAISON_REFERENCES_ALL);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    for (guint i = 0; i < get_blocks (self, kind)->n; i++)
      liaison_reference_index_update (index, NULL, get_blocks (self, kind)->blocks[i]);
  return index;
}
