/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/record-tree-private.h"

/* With more records than this branches are closed at first. */
#define MANY 2000

/* The list in which the branch stands. */
static GListStore *
list_of (LiaisonRecordTree *self, const LiaisonBranch *branch)
{
  return branch->parent != NULL ? branch->parent->children : self->roots;
}

/* A row that gets its first child or loses its last one has to be made anew: GTK asks only once
 * whether a row can be opened. */
static void
poke (LiaisonRecordTree *self, LiaisonBranch *branch)
{
  GListStore *list = list_of (self, branch);
  guint position;

  if (list != NULL && g_list_store_find (list, branch->record, &position))
    g_list_model_items_changed (G_LIST_MODEL (list), position, 1, 1);
}

static void
detach (LiaisonRecordTree *self, LiaisonBranch *branch)
{
  LiaisonBranch *parent = branch->parent;
  GListStore *list = list_of (self, branch);

  if (list == NULL || !liaison_branch_list_remove (list, branch->record))
    return;
  branch->parent = NULL;
  if (parent != NULL && !liaison_branch_has_children (parent))
    poke (self, parent);
}

static void
attach (LiaisonRecordTree *self, LiaisonBranch *branch, LiaisonBranch *parent)
{
  gboolean first = parent != NULL && !liaison_branch_has_children (parent);

  branch->parent = parent;
  if (parent != NULL && parent->children == NULL)
    parent->children = g_list_store_new (LIAISON_TYPE_RECORD);
  liaison_branch_list_insert (list_of (self, branch), branch->record);
  if (first)
    poke (self, parent);
}

static LiaisonBranch *
find_place (LiaisonRecordTree *self, LiaisonBranch *branch)
{
  gboolean circular = FALSE;
  LiaisonRecord *parent = NULL;

  if (!self->flat && !liaison_record_tree_is_above (self, branch))
    parent = liaison_branch_find_parent (self->shape, liaison_session_get_document (self->session),
                                         liaison_record_get_block (branch->record), &circular);
  if (circular)
    g_hash_table_add (self->circular, branch);
  else
    g_hash_table_remove (self->circular, branch);
  return liaison_record_tree_branch_of (self, parent);
}

/* Moves the branch to where it belongs now. */
static void
place (LiaisonRecordTree *self, LiaisonBranch *branch)
{
  LiaisonBranch *parent = find_place (self, branch);

  if (parent == branch->parent)
    return;
  detach (self, branch);
  attach (self, branch, parent);
  /* What a person has just moved does not vanish in a closed branch. */
  for (LiaisonBranch *above = parent; above != NULL; above = above->parent)
    above->open = TRUE;
}

static void
collect_children (GHashTable *affected, GListStore *list)
{
  guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);
      LiaisonId id = liaison_record_get_id (record);
      g_hash_table_add (affected, g_memdup2 (&id, sizeof id));
    }
}

static gboolean
is_ours (LiaisonRecordTree *self, const LiaisonChange *change)
{
  const LiaisonShape *shape = (change->after != NULL ? change->after : change->before)->shape;
  return shape == &self->shape->kind->shape
         || (self->shape->above != NULL && shape == &self->shape->above->shape);
}

static void
add_branch (LiaisonRecordTree *self, LiaisonRecord *record)
{
  LiaisonBranch *branch = liaison_branch_new (record);

  branch->open = (self->shape->open || liaison_record_tree_is_above (self, branch))
                 && g_hash_table_size (self->branches) < MANY;
  g_hash_table_insert (self->branches, &branch->id, branch);
}

static void
remove_branch (LiaisonRecordTree *self, LiaisonBranch *branch, GHashTable *affected)
{
  collect_children (affected, branch->children);
  detach (self, branch);
  g_hash_table_remove (self->circular, branch);
  for (guint i = 0;
       branch->children != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (branch->children));
       i++)
    {
      g_autoptr (LiaisonRecord) record = g_list_model_get_item (G_LIST_MODEL (branch->children), i);
      LiaisonBranch *child = liaison_record_tree_branch_of (self, record);
      if (child != NULL)
        {
          child->parent = NULL;
          liaison_branch_list_insert (self->roots, record);
        }
    }
  g_hash_table_remove (self->branches, &branch->id);
}

/* First all that come and go, then everyone whom that may concern finds a new place. */
static void
follow_change (LiaisonRecordTree *self, const LiaisonChange *change, GHashTable *affected)
{
  LiaisonId id = (change->after != NULL ? change->after : change->before)->id;
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (self->session), id);
  LiaisonBranch *branch = liaison_record_tree_find (self, id);

  if (change->after == NULL)
    {
      if (branch != NULL)
        remove_branch (self, branch, affected);
      return;
    }
  if (branch == NULL && record != NULL)
    {
      add_branch (self, record);
      branch = liaison_record_tree_find (self, id);
      attach (self, branch, NULL);
    }
  else if (branch != NULL)
    {
      collect_children (affected, branch->children);
      liaison_branch_list_remove (list_of (self, branch), branch->record);
      liaison_branch_list_insert (list_of (self, branch), branch->record);
    }
  g_hash_table_add (affected, g_memdup2 (&id, sizeof id));
}

static void
collect_circular (LiaisonRecordTree *self, GHashTable *affected)
{
  GHashTableIter iter;
  gpointer branch;

  g_hash_table_iter_init (&iter, self->circular);
  while (g_hash_table_iter_next (&iter, &branch, NULL))
    g_hash_table_add (affected, g_memdup2 (&((LiaisonBranch *) branch)->id, sizeof (LiaisonId)));
}

/* A change may close a circle: all on it are out of place then. */
static void
collect_circle (LiaisonRecordTree *self, LiaisonId id, GHashTable *affected)
{
  for (guint depth = 0; depth < 64; depth++)
    {
      LiaisonBranch *branch = liaison_record_tree_find (self, id);

      if (branch == NULL || liaison_record_tree_is_above (self, branch))
        return;
      id = liaison_branch_get_parent_id (self->shape, liaison_record_get_block (branch->record));
      if (!g_hash_table_add (affected, g_memdup2 (&id, sizeof id)))
        return;
    }
}

static void
place_affected (LiaisonRecordTree *self, GHashTable *affected)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, affected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      LiaisonBranch *branch = liaison_record_tree_find (self, *(LiaisonId *) id);
      if (branch != NULL)
        place (self, branch);
    }
}

void
liaison_record_tree_follow (LiaisonRecordTree *self, const LiaisonChange *changes, guint n)
{
  g_autoptr (GHashTable) affected =
      g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  gboolean ours = FALSE;

  for (guint i = 0; i < n && !ours; i++)
    ours = is_ours (self, &changes[i]);
  if (!ours)
    return;
  liaison_record_tree_save_open (self);
  for (guint i = 0; i < n; i++)
    if (is_ours (self, &changes[i]))
      {
        follow_change (self, &changes[i], affected);
        if (changes[i].after != NULL)
          collect_circle (self, changes[i].after->id, affected);
      }
  collect_children (affected, self->roots);
  collect_circular (self, affected);
  place_affected (self, affected);
  liaison_record_tree_settle (self);
  liaison_record_tree_refilter (self);
}

/* What is to stand in the list of @parent (NULL: at the root). */
static GPtrArray *
gather_for (GHashTable *lists, LiaisonBranch *parent)
{
  GPtrArray *records = g_hash_table_lookup (lists, parent);

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (lists, parent, records);
    }
  return records;
}

/* Lists are filled at once, in order: to put each record in its place among ten thousand, and to
 * tell those who look at them ten thousand times, takes long. */
void
liaison_record_tree_place_all (LiaisonRecordTree *self)
{
  g_autoptr (GHashTable) lists =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer key, value;

  g_list_store_remove_all (self->roots);
  g_hash_table_iter_init (&iter, self->branches);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_clear_object (&((LiaisonBranch *) value)->children);
  g_hash_table_iter_init (&iter, self->branches);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LiaisonBranch *branch = value;

      branch->parent = find_place (self, branch);
      g_ptr_array_add (gather_for (lists, branch->parent), branch->record);
    }
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (key != NULL)
      {
        ((LiaisonBranch *) key)->children = g_list_store_new (LIAISON_TYPE_RECORD);
        liaison_branch_list_fill (((LiaisonBranch *) key)->children, value);
      }
  /* Last, since rows are made of it: each then finds what is below it. */
  liaison_branch_list_fill (self->roots, gather_for (lists, NULL));
}

void
liaison_record_tree_build (LiaisonRecordTree *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  const LiaisonKind *kinds[] = { self->shape->above, self->shape->kind };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      LiaisonTable *table =
          kinds[kind] != NULL ? liaison_document_get_table (document, kinds[kind]->id) : NULL;

      for (guint i = 0; table != NULL && i < liaison_table_get_size (table); i++)
        add_branch (self, liaison_table_get (table, i));
    }
  liaison_record_tree_place_all (self);
}
