/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/record-tree-private.h"

/* So many rows a filter opens at most. */
#define MAX_OPENED 5000

G_DEFINE_FINAL_TYPE (LiaisonRecordTree, liaison_record_tree, G_TYPE_OBJECT)

LiaisonBranch *
liaison_record_tree_find (LiaisonRecordTree *self, LiaisonId id)
{
  return g_hash_table_lookup (self->branches, &id);
}

LiaisonBranch *
liaison_record_tree_branch_of (LiaisonRecordTree *self, LiaisonRecord *record)
{
  return record != NULL ? liaison_record_tree_find (self, liaison_record_get_id (record)) : NULL;
}

gboolean
liaison_record_tree_is_above (LiaisonRecordTree *self, const LiaisonBranch *branch)
{
  return liaison_record_get_kind (branch->record) != self->shape->kind;
}

static gboolean
is_shown_cb (gpointer item, gpointer data)
{
  LiaisonRecordTree *self = data;
  const LiaisonBranch *branch =
      self->filtering || self->flat ? liaison_record_tree_branch_of (self, item) : NULL;

  if (branch == NULL)
    return TRUE;
  if (self->flat && liaison_record_tree_is_above (self, branch))
    return FALSE;
  return !self->filtering || branch->hits > 0;
}

static GListModel *
arrange (LiaisonRecordTree *self, GListStore *list)
{
  GtkFilterListModel *filtered = gtk_filter_list_model_new (
      G_LIST_MODEL (g_object_ref (list)), GTK_FILTER (g_object_ref (self->shown)));
  return G_LIST_MODEL (
      gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter)));
}

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  LiaisonRecordTree *self = data;
  const LiaisonBranch *branch = liaison_record_tree_branch_of (self, item);
  return branch != NULL && liaison_branch_has_children (branch) ? arrange (self, branch->children)
                                                                : NULL;
}

void
liaison_record_tree_save_open (LiaisonRecordTree *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n && !self->filtering && !self->flat; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, i);
      g_autoptr (LiaisonRecord) record = gtk_tree_list_row_get_item (row);
      LiaisonBranch *branch = liaison_record_tree_branch_of (self, record);
      /* A row that has nothing below it keeps what it was: it may get something. */
      if (branch != NULL && gtk_tree_list_row_is_expandable (row))
        branch->open = gtk_tree_list_row_get_expanded (row);
    }
}

void
liaison_record_tree_settle (LiaisonRecordTree *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, i);
      g_autoptr (LiaisonRecord) record = gtk_tree_list_row_get_item (row);
      const LiaisonBranch *branch = liaison_record_tree_branch_of (self, record);
      gboolean open = branch != NULL && (branch->open || (self->filtering && i < MAX_OPENED));

      if (open != gtk_tree_list_row_get_expanded (row))
        gtk_tree_list_row_set_expanded (row, open);
    }
}

static gboolean
settle_cb (gpointer data)
{
  LiaisonRecordTree *self = data;
  self->settle_source = 0;
  liaison_record_tree_settle (self);
  return G_SOURCE_REMOVE;
}

/* Hears before the models do, as it connects first. */
static void
sorter_changed_cb (LiaisonRecordTree *self)
{
  liaison_record_tree_save_open (self);
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (G_PRIORITY_HIGH, settle_cb, self, NULL);
}

static void
add_hits (LiaisonBranch *branch)
{
  for (LiaisonBranch *above = branch; above != NULL; above = above->parent)
    above->hits++;
}

/* Those that gather others are found by their words only: values and tests are about the others. */
static gboolean
is_hit (LiaisonRecordTree *self, const LiaisonBranch *branch)
{
  if (!liaison_record_tree_is_above (self, branch))
    return liaison_table_filter_matches (self->filter, branch->record);
  return liaison_table_filter_count_conditions (self->filter) == 0
         && liaison_table_filter_has_words (self->filter, branch->record);
}

static void
count_hits (LiaisonRecordTree *self)
{
  GHashTableIter iter;
  gpointer value;

  self->n_hits = 0;
  g_hash_table_iter_init (&iter, self->branches);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((LiaisonBranch *) value)->hits = 0;
  g_hash_table_iter_init (&iter, self->branches);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LiaisonBranch *branch = value;
      branch->hit = is_hit (self, branch);
      if (!branch->hit)
        continue;
      add_hits (branch);
      self->n_hits += !liaison_record_tree_is_above (self, branch);
    }
}

void
liaison_record_tree_refilter (LiaisonRecordTree *self)
{
  gboolean filtering = liaison_table_filter_is_active (self->filter);

  if (!filtering && !self->filtering)
    return;
  liaison_record_tree_save_open (self);
  self->filtering = filtering;
  if (filtering)
    count_hits (self);
  gtk_filter_changed (GTK_FILTER (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
  liaison_record_tree_settle (self);
}

static void
liaison_record_tree_dispose (GObject *object)
{
  LiaisonRecordTree *self = LIAISON_RECORD_TREE (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (liaison_session_get_document (self->session), self);
  g_clear_object (&self->rows);
  g_clear_object (&self->roots);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_record_tree_parent_class)->dispose (object);
}

static void
liaison_record_tree_finalize (GObject *object)
{
  LiaisonRecordTree *self = LIAISON_RECORD_TREE (object);

  g_clear_pointer (&self->circular, g_hash_table_unref);
  g_clear_pointer (&self->branches, g_hash_table_unref);

  G_OBJECT_CLASS (liaison_record_tree_parent_class)->finalize (object);
}

static void
liaison_record_tree_class_init (LiaisonRecordTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_record_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_record_tree_finalize;
}

static void
liaison_record_tree_init (LiaisonRecordTree *self)
{
  self->branches =
      g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL, liaison_branch_free);
  self->circular = g_hash_table_new (NULL, NULL);
  self->roots = g_list_store_new (LIAISON_TYPE_RECORD);
  self->shown = gtk_custom_filter_new (is_shown_cb, self, NULL);
}

LiaisonRecordTree *
liaison_record_tree_new (LiaisonSession *session,
                         const LiaisonTreeShape *shape,
                         LiaisonTableFilter *filter,
                         GtkSorter *sorter)
{
  LiaisonRecordTree *self = g_object_new (LIAISON_TYPE_RECORD_TREE, NULL);

  self->shape = shape;
  self->session = g_object_ref (session);
  self->filter = g_object_ref (filter);
  self->sorter = g_object_ref (sorter);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (liaison_record_tree_refilter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (liaison_record_tree_follow), self, G_CONNECT_SWAPPED);
  liaison_record_tree_build (self);
  self->rows = gtk_tree_list_model_new (arrange (self, self->roots), FALSE, FALSE,
                                        create_children_cb, self, NULL);
  liaison_record_tree_settle (self);
  return self;
}

GListModel *
liaison_record_tree_get_rows (LiaisonRecordTree *self)
{
  return G_LIST_MODEL (self->rows);
}

void
liaison_record_tree_reveal (LiaisonRecordTree *self, LiaisonId record)
{
  LiaisonBranch *branch = liaison_record_tree_find (self, record);
  gboolean closed = FALSE;

  if (branch == NULL)
    return;
  liaison_record_tree_save_open (self);
  for (LiaisonBranch *above = branch->parent; above != NULL; above = above->parent)
    {
      closed |= !above->open;
      above->open = TRUE;
    }
  if (closed)
    liaison_record_tree_settle (self);
}

void
liaison_record_tree_set_flat (LiaisonRecordTree *self, gboolean flat)
{
  if (self->flat == flat)
    return;
  if (flat)
    liaison_record_tree_save_open (self);
  self->flat = flat;
  liaison_record_tree_place_all (self);
  if (self->filtering)
    {
      count_hits (self);
      gtk_filter_changed (GTK_FILTER (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
    }
  liaison_record_tree_settle (self);
}

guint
liaison_record_tree_count (LiaisonRecordTree *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  return self->filtering ? self->n_hits
                         : liaison_table_get_size (
                             liaison_document_get_table (document, self->shape->kind->id));
}

guint
liaison_record_tree_count_if (LiaisonRecordTree *self, gboolean (*test) (const LiaisonBlock *block))
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->branches);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const LiaisonBranch *branch = value;

      n += !liaison_record_tree_is_above (self, branch) && (!self->filtering || branch->hit)
           && test (liaison_record_get_block (branch->record));
    }
  return n;
}
