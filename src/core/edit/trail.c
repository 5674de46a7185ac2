/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/trail.h"

#include "edit/edit-json.h"
#include "edit/trail-private.h"

#include <string.h>

/* Bytes of all entries, past which the oldest are folded. */
#define MAX_TRAIL (16 * 1024 * 1024)
/* Bytes of one entry, past which its edits are only counted: an import may bring a whole plan. */
#define MAX_ENTRY (1024 * 1024)

struct _LiaisonTrail
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *entries; /* of LiaisonTrailEntry */
  GHashTable *heads;  /* author -> what the author's next entry names */

  gsize size; /* bytes of all entries */
};

static GType
liaison_trail_get_item_type (GListModel *model)
{
  return LIAISON_TYPE_TRAIL_ENTRY;
}

static guint
liaison_trail_get_n_items (GListModel *model)
{
  return LIAISON_TRAIL (model)->entries->len;
}

static gpointer
liaison_trail_get_item (GListModel *model, guint position)
{
  LiaisonTrail *self = LIAISON_TRAIL (model);

  return position < self->entries->len ? g_object_ref (self->entries->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = liaison_trail_get_item_type;
  iface->get_n_items = liaison_trail_get_n_items;
  iface->get_item = liaison_trail_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonTrail,
                               liaison_trail,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
liaison_trail_finalize (GObject *object)
{
  LiaisonTrail *self = LIAISON_TRAIL (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);

  G_OBJECT_CLASS (liaison_trail_parent_class)->finalize (object);
}

static void
liaison_trail_class_init (LiaisonTrailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_trail_finalize;
}

static void
liaison_trail_init (LiaisonTrail *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

LiaisonTrail *
liaison_trail_new (void)
{
  return g_object_new (LIAISON_TYPE_TRAIL, NULL);
}

/* Counts the entry in; the caller tells the model's listeners. */
static void
take_entry (LiaisonTrail *self, LiaisonTrailEntry *entry)
{
  gsize length;

  liaison_trail_entry_get_bytes (entry, &length);
  self->size += length;
  g_hash_table_insert (self->heads, g_strdup (liaison_trail_entry_get_author (entry)),
                       g_strndup (liaison_trail_entry_get_head (entry), LIAISON_TRAIL_HASH_LENGTH));
  g_ptr_array_add (self->entries, entry);
}

static void
push (LiaisonTrail *self, LiaisonTrailEntry *entry)
{
  take_entry (self, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1, 0, 1);
}

/* What becomes of one author's entries when the trail is folded. */
typedef struct
{
  guint n;          /* entries that could be folded */
  guint seen;       /* of them, so far */
  guint64 folded;   /* entries the checkpoint stands for */
  gint64 when;      /* of the last of them */
  const char *head; /* the last of them; borrowed from its entry */
} Fold;

static void
write_checkpoint (LiaisonJsonWriter *writer, const char *author, const Fold *fold)
{
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "author");
  liaison_json_writer_string (writer, author);
  liaison_json_writer_name (writer, "when");
  liaison_json_writer_integer (writer, fold->when);
  liaison_json_writer_name (writer, "checkpoint");
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "entries");
  liaison_json_writer_integer (writer, fold->folded);
  liaison_json_writer_name (writer, "hash");
  liaison_json_writer_string_n (writer, fold->head, LIAISON_TRAIL_HASH_LENGTH);
  liaison_json_writer_end_object (writer);
  liaison_json_writer_end_object (writer);
}

/* Seals what @writer wrote into @bytes, which it takes, and makes an entry of it. */
static LiaisonTrailEntry *
seal_entry (LiaisonJsonWriter *writer, GString *bytes, GError **error)
{
  if (!liaison_json_writer_finish (writer, error))
    {
      g_string_free (bytes, TRUE);
      return NULL;
    }
  liaison_trail_seal (bytes);
  return liaison_trail_entry_new_take (bytes, error);
}

static LiaisonTrailEntry *
checkpoint_new (const char *author, const Fold *fold)
{
  GString *bytes = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (bytes);

  liaison_json_writer_set_compact (writer, TRUE);
  write_checkpoint (writer, author, fold);
  return seal_entry (writer, bytes, NULL);
}

static GHashTable *
count_by_author (LiaisonTrail *self)
{
  GHashTable *folds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  /* The newest entry always stays. */
  for (guint i = 0; i + 1 < self->entries->len; i++)
    {
      LiaisonTrailEntry *entry = self->entries->pdata[i];
      const char *author = liaison_trail_entry_get_author (entry);
      Fold *fold = g_hash_table_lookup (folds, author);
      if (fold == NULL)
        g_hash_table_insert (folds, (gpointer) author, fold = g_new0 (Fold, 1));
      fold->n += liaison_trail_entry_get_folded (entry) == 0;
    }
  return folds;
}

/* Whether @entry is among the older half of its author's, or is the checkpoint before them. */
static gboolean
absorb (Fold *fold, LiaisonTrailEntry *entry)
{
  guint64 folded = liaison_trail_entry_get_folded (entry);

  if (fold == NULL || fold->n == 0 || (folded == 0 && fold->seen >= (fold->n + 1) / 2))
    return FALSE;
  fold->seen += folded == 0;
  fold->folded += MAX (folded, 1);
  fold->when = liaison_trail_entry_get_when (entry);
  fold->head = liaison_trail_entry_get_head (entry);
  return TRUE;
}

/* Puts a checkpoint in the place of the older half of each author's entries. FALSE when there was
 * nothing to fold. */
static gboolean
fold_oldest (LiaisonTrail *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->entries);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GHashTable) folds = NULL;
  GHashTableIter iter;
  gpointer author, fold;

  self->entries = old;
  folds = count_by_author (self);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->size = 0;
  for (guint i = 0; i < old->len; i++)
    {
      LiaisonTrailEntry *entry = old->pdata[i];
      if (i + 1 == old->len
          || !absorb (g_hash_table_lookup (folds, liaison_trail_entry_get_author (entry)), entry))
        g_ptr_array_add (kept, entry);
    }
  g_hash_table_iter_init (&iter, folds);
  while (g_hash_table_iter_next (&iter, &author, &fold))
    if (((Fold *) fold)->folded > 0)
      take_entry (self, checkpoint_new (author, fold));
  for (guint i = 0; i < kept->len; i++)
    take_entry (self, g_object_ref (kept->pdata[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, self->entries->len);
  return self->entries->len < old->len;
}

static LiaisonTrailEntry *
make_entry (LiaisonTrail *self, const LiaisonEditGroup *group, guint omitted, GError **error)
{
  GString *bytes = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (bytes);
  const char *previous = g_hash_table_lookup (self->heads, group->author);

  liaison_json_writer_set_compact (writer, TRUE);
  liaison_json_writer_begin_object (writer);
  if (previous != NULL)
    {
      liaison_json_writer_name (writer, "previous");
      liaison_json_writer_string (writer, previous);
    }
  liaison_edit_group_write_members (group, writer);
  if (omitted > 0)
    {
      liaison_json_writer_name (writer, "omitted");
      liaison_json_writer_integer (writer, omitted);
    }
  liaison_json_writer_end_object (writer);
  return seal_entry (writer, bytes, error);
}

void
liaison_trail_append (LiaisonTrail *self, const LiaisonEditGroup *group)
{
  g_autoptr (GError) error = NULL;
  LiaisonTrailEntry *entry = make_entry (self, group, 0, NULL);
  gsize length = 0;

  if (entry != NULL)
    liaison_trail_entry_get_bytes (entry, &length);
  if (entry == NULL || length > MAX_ENTRY)
    {
      g_autoptr (LiaisonEditGroup) bare =
          liaison_edit_group_new (group->sentence, group->operands, group->author, group->when);
      g_clear_object (&entry);
      entry = make_entry (self, bare, group->edits->len, &error);
    }
  if (entry == NULL)
    {
      g_warning ("An edit is missing in the audit trail: %s", error->message);
      return;
    }
  push (self, entry);
  while (self->size > MAX_TRAIL && fold_oldest (self))
    continue;
}

void
liaison_trail_follow (LiaisonTrail *self, LiaisonEditor *editor)
{
  g_signal_connect_object (editor, "committed", G_CALLBACK (liaison_trail_append), self,
                           G_CONNECT_SWAPPED);
}

gboolean
liaison_trail_read_entry (LiaisonTrail *self, LiaisonJsonReader *reader, GError **error)
{
  g_autoptr (GError) wrong = NULL;
  GString *bytes = g_string_new (NULL);

  if (!liaison_json_reader_read_raw (reader, bytes, error))
    {
      g_string_free (bytes, TRUE);
      return FALSE;
    }
  LiaisonTrailEntry *entry = liaison_trail_entry_new_take (bytes, &wrong);
  if (entry == NULL)
    return liaison_json_reader_fail (reader, error, wrong->code, "%s", wrong->message);
  push (self, entry);
  return TRUE;
}

GBytes *
liaison_trail_freeze (LiaisonTrail *self)
{
  GString *bytes;

  if (self->entries->len == 0)
    return NULL;
  bytes = g_string_sized_new (self->size + 2 * self->entries->len + 4);
  g_string_append (bytes, "[\n");
  for (guint i = 0; i < self->entries->len; i++)
    {
      gsize length;
      const char *entry = liaison_trail_entry_get_bytes (self->entries->pdata[i], &length);
      if (i > 0)
        g_string_append (bytes, ",\n");
      g_string_append_len (bytes, entry, length);
    }
  g_string_append (bytes, "\n]");
  return g_string_free_to_bytes (bytes);
}

/* Whether @entry is what its author wrote after @head (NULL: first). */
static gboolean
fits (LiaisonTrailEntry *entry, const char *head)
{
  if (!liaison_trail_entry_is_sealed (entry))
    return FALSE;
  if (liaison_trail_entry_get_folded (entry) > 0)
    return head == NULL && liaison_trail_entry_follows (entry, NULL);
  return liaison_trail_entry_follows (entry, head);
}

gboolean
liaison_trail_verify (LiaisonTrail *self, guint *broken)
{
  g_autoptr (GHashTable) heads = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      LiaisonTrailEntry *entry = self->entries->pdata[i];
      const char *author = liaison_trail_entry_get_author (entry);
      if (!fits (entry, g_hash_table_lookup (heads, author)))
        {
          if (broken != NULL)
            *broken = i;
          return FALSE;
        }
      g_hash_table_insert (heads, (gpointer) author,
                           (gpointer) liaison_trail_entry_get_head (entry));
    }
  return TRUE;
}
