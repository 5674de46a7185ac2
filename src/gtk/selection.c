/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "selection.h"

#include <string.h>

struct _LiaisonSelection
{
  GObject parent_instance;

  /* Owned */
  LiaisonDocument *document;
  GArray *ids;
};

G_DEFINE_FINAL_TYPE (LiaisonSelection, liaison_selection, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The ids a group changed, and those of them that it removed. */
static GHashTable *
index_changes (const LiaisonChange *changes,
               guint                n)
{
  GHashTable *index = g_hash_table_new (liaison_id_hash, liaison_id_equal);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *either = changes[i].before != NULL ? changes[i].before : changes[i].after;
      g_hash_table_insert (index, (gpointer) &either->id, GINT_TO_POINTER (changes[i].after == NULL));
    }
  return index;
}

/* Forgets records that are gone; says so when any selected one was touched. */
static void
document_changed_cb (LiaisonSelection    *self,
                     const LiaisonChange *changes,
                     guint                n)
{
  g_autoptr (GHashTable) index = self->ids->len > 0 ? index_changes (changes, n) : NULL;
  gboolean touched = FALSE;
  guint kept = 0;

  for (guint i = 0; i < self->ids->len; i++)
    {
      LiaisonId id = g_array_index (self->ids, LiaisonId, i);
      gpointer removed = NULL;
      touched |= g_hash_table_lookup_extended (index, &id, NULL, &removed);
      if (!GPOINTER_TO_INT (removed))
        g_array_index (self->ids, LiaisonId, kept++) = id;
    }
  g_array_set_size (self->ids, kept);
  if (touched)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
liaison_selection_dispose (GObject *object)
{
  LiaisonSelection *self = LIAISON_SELECTION (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_array_set_size (self->ids, 0);

  G_OBJECT_CLASS (liaison_selection_parent_class)->dispose (object);
}

static void
liaison_selection_finalize (GObject *object)
{
  g_array_unref (LIAISON_SELECTION (object)->ids);

  G_OBJECT_CLASS (liaison_selection_parent_class)->finalize (object);
}

static void
liaison_selection_class_init (LiaisonSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_selection_dispose;
  object_class->finalize = liaison_selection_finalize;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LIAISON_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_selection_init (LiaisonSelection *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
}

LiaisonSelection *
liaison_selection_new (LiaisonDocument *document)
{
  LiaisonSelection *self = g_object_new (LIAISON_TYPE_SELECTION, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  return self;
}

const LiaisonId *
liaison_selection_get (LiaisonSelection *self,
                       guint            *n)
{
  *n = self->ids->len;
  return (const LiaisonId *) self->ids->data;
}

gboolean
liaison_selection_contains (LiaisonSelection *self,
                            LiaisonId         id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (liaison_id_same (g_array_index (self->ids, LiaisonId, i), id))
      return TRUE;
  return FALSE;
}

LiaisonRecord *
liaison_selection_get_record (LiaisonSelection *self)
{
  if (self->ids->len == 0)
    return NULL;
  return liaison_document_find (self->document, g_array_index (self->ids, LiaisonId, 0));
}

const LiaisonKind *
liaison_selection_get_kind (LiaisonSelection *self)
{
  const LiaisonKind *kind = NULL;

  for (guint i = 0; i < self->ids->len; i++)
    {
      LiaisonRecord *record = liaison_document_find (self->document, g_array_index (self->ids, LiaisonId, i));
      if (record == NULL || (kind != NULL && liaison_record_get_kind (record) != kind))
        return NULL;
      kind = liaison_record_get_kind (record);
    }
  return kind;
}

void
liaison_selection_set (LiaisonSelection *self,
                       const LiaisonId  *ids,
                       guint             n)
{
  if (n == self->ids->len && (n == 0 || memcmp (ids, self->ids->data, n * sizeof (LiaisonId)) == 0))
    return;
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids, n);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
liaison_selection_set_one (LiaisonSelection *self,
                           LiaisonId         id)
{
  liaison_selection_set (self, &id, 1);
}

void
liaison_selection_toggle (LiaisonSelection *self, LiaisonId id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (liaison_id_same (g_array_index (self->ids, LiaisonId, i), id))
      {
        g_array_remove_index (self->ids, i);
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
        return;
      }
  g_array_prepend_val (self->ids, id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
liaison_selection_clear (LiaisonSelection *self)
{
  liaison_selection_set (self, NULL, 0);
}
