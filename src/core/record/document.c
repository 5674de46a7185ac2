/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/document.h"

#include "record/announcement.h"
#include "record/id-map.h"
#include "record/kinds/nation.h"
#include "record/live-snapshot.h"
#include "record/near.h"
#include "record/value.h"

struct _LiaisonDocument
{
  GObject parent_instance;

  /* Owned */
  LiaisonTable *tables[LIAISON_N_KINDS];
  LiaisonIdMap *by_id;             /* -> LiaisonRecord, borrowed from its table */
  LiaisonReferenceIndex *anchors;  /* who hangs on whose time */
  LiaisonReferenceIndex *uses;     /* who refers to whom; NULL until it is asked for */
  LiaisonSnapshot *snapshot;       /* the last that was asked for, or NULL */
  GArray *since;                   /* of LiaisonChange, references owned: made after it */
  char *unknown;

  guint64 version;
};

G_DEFINE_FINAL_TYPE (LiaisonDocument, liaison_document, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
change_clear (gpointer data)
{
  LiaisonChange *change = data;

  g_clear_pointer ((LiaisonBlock **) &change->before, liaison_block_unref);
  g_clear_pointer ((LiaisonBlock **) &change->after, liaison_block_unref);
}

static void
forget_snapshot (LiaisonDocument *self)
{
  g_clear_pointer (&self->snapshot, liaison_snapshot_unref);
  g_array_set_size (self->since, 0);
}

/* The next snapshot is made of the last, unless so much has changed that it is as quick to begin anew. */
static void
note_changes (LiaisonDocument *self, const LiaisonChange *changes, guint n)
{
  if (self->snapshot == NULL)
    return;
  if (self->since->len + n > 1000 + liaison_id_map_get_size (self->by_id) / 4)
    {
      forget_snapshot (self);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      LiaisonChange change = { changes[i].before != NULL ? liaison_block_ref (changes[i].before) : NULL,
                               changes[i].after != NULL ? liaison_block_ref (changes[i].after) : NULL };
      g_array_append_val (self->since, change);
    }
}

static void
add_record (LiaisonDocument    *self,
            const LiaisonKind  *kind,
            const LiaisonBlock *block,
            void (*add) (LiaisonTable *table, LiaisonRecord *record))
{
  LiaisonRecord *record = liaison_record_new (kind, block);
  add (self->tables[kind->id], record);
  liaison_id_map_insert (self->by_id, block->id, record);
}

static void
drop_record (LiaisonDocument   *self,
             const LiaisonKind *kind,
             LiaisonId          id)
{
  guint position;
  liaison_id_map_remove (self->by_id, id);
  if (liaison_table_find (self->tables[kind->id], id, &position))
    liaison_table_remove (self->tables[kind->id], position);
}

static void
liaison_document_finalize (GObject *object)
{
  LiaisonDocument *self = LIAISON_DOCUMENT (object);

  g_clear_pointer (&self->by_id, liaison_id_map_free);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    g_clear_object (&self->tables[kind]);
  g_clear_pointer (&self->anchors, liaison_reference_index_free);
  g_clear_pointer (&self->uses, liaison_reference_index_free);
  g_clear_pointer (&self->snapshot, liaison_snapshot_unref);
  g_clear_pointer (&self->since, g_array_unref);
  g_clear_pointer (&self->unknown, g_free);

  G_OBJECT_CLASS (liaison_document_parent_class)->finalize (object);
}

static void
liaison_document_class_init (LiaisonDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_document_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LIAISON_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
}

static void
liaison_document_init (LiaisonDocument *self)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    self->tables[kind] = liaison_table_new (liaison_kind_get (kind));
  self->by_id = liaison_id_map_new ();
  self->anchors = liaison_reference_index_new (LIAISON_REFERENCES_ANCHORS);
  self->since = g_array_new (FALSE, FALSE, sizeof (LiaisonChange));
  g_array_set_clear_func (self->since, change_clear);
}

LiaisonDocument *
liaison_document_new (LiaisonId exercise)
{
  LiaisonDocument *self = g_object_new (LIAISON_TYPE_DOCUMENT, NULL);
  const LiaisonKind *kind = liaison_kind_get (LIAISON_KIND_EXERCISE);
  g_autoptr (LiaisonBlock) block = liaison_block_new (&kind->shape, exercise);

  add_record (self, kind, block, liaison_table_insert);
  return self;
}

guint64
liaison_document_get_version (LiaisonDocument *self)
{
  return self->version;
}

LiaisonTable *
liaison_document_get_table (LiaisonDocument *self,
                            LiaisonKindId    kind)
{
  g_return_val_if_fail (kind < LIAISON_N_KINDS, NULL);
  return self->tables[kind];
}

LiaisonRecord *
liaison_document_get_exercise (LiaisonDocument *self)
{
  return liaison_table_get (self->tables[LIAISON_KIND_EXERCISE], 0);
}

LiaisonRecord *
liaison_document_find (LiaisonDocument *self,
                       LiaisonId        id)
{
  return liaison_id_map_lookup (self->by_id, id);
}

void
liaison_document_prefetch (LiaisonDocument *self,
                           LiaisonId        id)
{
  LiaisonRecord *record = liaison_document_find (self, id);

  if (record == NULL)
    return;
  liaison_record_prefetch (record);
  liaison_table_prefetch (self->tables[liaison_record_get_kind (record)->id], record);
}

static const LiaisonBlock *
find_nation (LiaisonDocument *self,
             LiaisonId        code_id)
{
  LiaisonTable *nations = self->tables[LIAISON_KIND_NATION];

  for (guint i = 0; i < liaison_table_get_size (nations); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (nations, i));
      const char *code = LIAISON_DATA (Nation, block)->code;
      if (code != NULL && liaison_id_same (liaison_id_for_code (code), code_id))
        return block;
    }
  return NULL;
}

static const LiaisonBlock *
document_find (gpointer  data,
               LiaisonId id)
{
  LiaisonDocument *self = data;

  if (!liaison_id_is_code (id))
    {
      LiaisonRecord *record = liaison_document_find (self, id);
      return record != NULL ? liaison_record_get_block (record) : NULL;
    }
  if (liaison_id_same (id, liaison_id_for_code ("STARTEX")) || liaison_id_same (id, liaison_id_for_code ("ENDEX")))
    return liaison_record_get_block (liaison_document_get_exercise (self));
  return find_nation (self, id);
}

LiaisonLookup
liaison_document_get_lookup (LiaisonDocument *self)
{
  return (LiaisonLookup) { document_find, self };
}

guint
liaison_document_get_size (LiaisonDocument *self)
{
  return liaison_id_map_get_size (self->by_id);
}

static void
build_uses (LiaisonDocument *self)
{
  self->uses = liaison_reference_index_new (LIAISON_REFERENCES_ALL);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    for (guint i = 0; i < liaison_table_get_size (self->tables[kind]); i++)
      liaison_reference_index_update (self->uses, NULL,
                                      liaison_record_get_block (liaison_table_get (self->tables[kind], i)));
}

const LiaisonId *
liaison_document_find_uses (LiaisonDocument *self,
                            LiaisonId        target,
                            guint           *n)
{
  if (self->uses == NULL)
    build_uses (self);
  return liaison_reference_index_lookup (self->uses, target, n);
}

gboolean
liaison_document_take_uses (LiaisonDocument       *self,
                            LiaisonReferenceIndex *index,
                            guint64                version)
{
  if (self->uses == NULL && version == self->version)
    self->uses = index;
  else
    liaison_reference_index_free (index);
  return self->uses != NULL;
}

LiaisonId
liaison_document_get_target_id (LiaisonDocument *self,
                                LiaisonId        record)
{
  LiaisonRecord *found = liaison_document_find (self, record);

  if (found != NULL && liaison_record_get_kind (found) == &liaison_nation_kind)
    {
      const char *code = LIAISON_DATA (Nation, liaison_record_get_block (found))->code;
      if (code != NULL)
        return liaison_id_for_code (code);
    }
  return record;
}

static LiaisonSnapshot *
make_snapshot (LiaisonDocument *self)
{
  LiaisonSnapshot *snapshot = liaison_snapshot_new (self->version, self->unknown);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n = liaison_table_get_size (self->tables[kind]);
      LiaisonBlock **blocks = g_new (LiaisonBlock *, n);
      for (guint i = 0; i < n; i++)
        blocks[i] = liaison_block_ref (liaison_record_get_block (liaison_table_get (self->tables[kind], i)));
      liaison_snapshot_take_blocks (snapshot, kind, blocks, n);
    }
  return snapshot;
}

LiaisonSnapshot *
liaison_document_get_snapshot (LiaisonDocument *self)
{
  if (self->snapshot == NULL)
    self->snapshot = make_snapshot (self);
  else if (liaison_snapshot_get_version (self->snapshot) != self->version)
    {
      LiaisonSnapshot *before = self->snapshot;
      self->snapshot = liaison_snapshot_with_changes (before, self->version, self->unknown,
                                                      (const LiaisonChange *) (gpointer) self->since->data,
                                                      self->since->len);
      liaison_snapshot_unref (before);
      g_array_set_size (self->since, 0);
    }
  return liaison_snapshot_ref (self->snapshot);
}

const char *
liaison_document_get_unknown (LiaisonDocument *self)
{
  return self->unknown;
}

void
liaison_document_set_unknown (LiaisonDocument *self,
                              const char      *unknown)
{
  char *copy = g_strdup (unknown);
  g_free (self->unknown);
  self->unknown = copy;
}

gboolean
liaison_document_fill (LiaisonDocument   *self,
                       const LiaisonKind *kind,
                       LiaisonBlock      *block)
{
  g_autoptr (LiaisonBlock) taken = block;

  if (kind->id == LIAISON_KIND_EXERCISE)
    drop_record (self, kind, liaison_record_get_id (liaison_document_get_exercise (self)));
  if (liaison_document_find (self, block->id) != NULL)
    return FALSE;
  forget_snapshot (self);
  add_record (self, kind, block, liaison_table_fill);
  liaison_reference_index_update (self->anchors, NULL, block);
  return TRUE;
}

/* Swaps, adds or removes the one record, and keeps the indexes. */
static void
make_change (LiaisonDocument     *self,
             const LiaisonChange *change,
             LiaisonAnnouncement *announcement)
{
  const LiaisonBlock *either = change->before != NULL ? change->before : change->after;
  const LiaisonKind *kind = liaison_kind_for_shape (either->shape);
  LiaisonTable *table = self->tables[kind->id];
  guint position;

  if (change->before != NULL && change->after != NULL && change->before->shape != change->after->shape)
    {
      /* The id goes on with a record of another kind. */
      make_change (self, &(LiaisonChange) { change->before, NULL }, announcement);
      make_change (self, &(LiaisonChange) { NULL, change->after }, announcement);
      return;
    }
  if (change->before != NULL && change->after != NULL)
    {
      LiaisonRecord *record = liaison_document_find (self, either->id);
      liaison_block_unref (liaison_record_swap_block (record, change->after));
      liaison_announcement_add_change (announcement, table, record, change->before);
    }
  else if (change->after != NULL)
    {
      add_record (self, kind, change->after, liaison_table_insert);
      liaison_table_find (table, either->id, &position);
      liaison_announcement_add_insertion (announcement, table, position);
    }
  else
    {
      liaison_table_find (table, either->id, &position);
      liaison_announcement_add_removal (announcement, table, position);
      drop_record (self, kind, either->id);
    }

  liaison_reference_index_update (self->anchors, change->before, change->after);
  if (self->uses != NULL)
    liaison_reference_index_update (self->uses, change->before, change->after);
}

static gboolean
moves_time (const LiaisonChange *change)
{
  const LiaisonBlock *before = change->before, *after = change->after;

  if (before == NULL || after == NULL || before->shape != after->shape)
    return TRUE;
  for (guint i = 0; i < before->shape->n_fields; i++)
    {
      const LiaisonField *field = &before->shape->fields[i];
      LiaisonValue a, b;
      if (!(field->flags & (LIAISON_FIELD_START | LIAISON_FIELD_END | LIAISON_FIELD_LENGTH)))
        continue;
      a = liaison_value_field (field, LIAISON_BLOCK_AT (before, field));
      b = liaison_value_field (field, LIAISON_BLOCK_AT (after, field));
      if (!liaison_value_equal (&a, &b))
        return TRUE;
    }
  return FALSE;
}

/* Adds those whose time hangs on @target to @waiting, each once a group. */
static void
add_followers (LiaisonDocument     *self,
               LiaisonId            target,
               LiaisonAnnouncement *announcement,
               GArray              *waiting)
{
  guint n;
  const LiaisonId *followers = liaison_reference_index_lookup (self->anchors, target, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *record = liaison_document_find (self, followers[i]);
      if (record != NULL
          && liaison_announcement_add_follower (announcement, self->tables[liaison_record_get_kind (record)->id], record))
        g_array_append_val (waiting, followers[i]);
    }
}

/* Tells of those whose time hangs on one of @waiting, and of those who hang on them: a list, because a chain may be as long as
 * the plan. */
static void
follow (LiaisonDocument     *self,
        GArray              *waiting,
        LiaisonAnnouncement *announcement)
{
  LiaisonId exercise = liaison_record_get_id (liaison_document_get_exercise (self));

  for (guint i = 0; i < waiting->len; i++)
    {
      LiaisonId id = g_array_index (waiting, LiaisonId, i);
      add_followers (self, id, announcement, waiting);
      if (liaison_id_same (id, exercise))
        {
          add_followers (self, liaison_id_for_code ("STARTEX"), announcement, waiting);
          add_followers (self, liaison_id_for_code ("ENDEX"), announcement, waiting);
        }
    }
}

void
liaison_document_apply (LiaisonDocument     *self,
                        const LiaisonChange *changes,
                        guint                n)
{
  g_autoptr (LiaisonAnnouncement) announcement = liaison_announcement_new ();
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  note_changes (self, changes, n);
  self->version++;
  /* Its record may hold the last reference, and listeners are still to see it. */
  for (guint i = 0; i < n; i++)
    if (changes[i].before != NULL)
      liaison_block_ref (changes[i].before);
  for (guint i = 0; i < n; i++)
    make_change (self, &changes[i], announcement);
  for (guint i = 0; i < n; i++)
    if (moves_time (&changes[i]))
      g_array_append_val (moved, (changes[i].after != NULL ? changes[i].after : changes[i].before)->id);
  follow (self, moved, announcement);

  liaison_announcement_send (announcement);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes, n);
  for (guint i = 0; i < n; i++)
    if (changes[i].before != NULL)
      liaison_block_unref ((LiaisonBlock *) changes[i].before);
}
