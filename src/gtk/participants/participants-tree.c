/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "participants/participants-tree.h"

#include "participants/branch.h"

#include "record/kinds/nation.h"
#include "record/kinds/participant.h"

/* With more participants than this nations are closed at first. */
#define MANY 2000
/* So many rows a filter opens at most. */
#define MAX_OPENED 5000

struct _LiaisonParticipantsTree
{
  GObject parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter;
  GtkSorter *sorter;
  GHashTable *branches; /* LiaisonId -> LiaisonBranch */
  GHashTable *circular; /* LiaisonBranch of those whose parents go round; borrowed */
  GListStore *roots;
  GtkCustomFilter *shown;
  GtkTreeListModel *rows;

  /* State */
  guint settle_source;
  guint n_hits;
  gboolean filtering;
};

G_DEFINE_FINAL_TYPE (LiaisonParticipantsTree, liaison_participants_tree, G_TYPE_OBJECT)

static LiaisonBranch *
find (LiaisonParticipantsTree *self, LiaisonId id)
{
  return g_hash_table_lookup (self->branches, &id);
}

static LiaisonBranch *
branch_of (LiaisonParticipantsTree *self, LiaisonRecord *record)
{
  return record != NULL ? find (self, liaison_record_get_id (record)) : NULL;
}

static gboolean
is_shown_cb (gpointer item, gpointer data)
{
  LiaisonParticipantsTree *self = data;
  const LiaisonBranch *branch = self->filtering ? branch_of (self, item) : NULL;
  return branch == NULL || branch->hits > 0;
}

static GListModel *
arrange (LiaisonParticipantsTree *self, GListStore *list)
{
  GtkFilterListModel *filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (list)),
                                                            GTK_FILTER (g_object_ref (self->shown)));
  return G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter)));
}

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  LiaisonParticipantsTree *self = data;
  const LiaisonBranch *branch = branch_of (self, item);
  return branch != NULL && liaison_branch_has_children (branch) ? arrange (self, branch->children) : NULL;
}

/* Rows forget that they are open whenever GTK's models take them out and put them back in: it is written down before that, and
 * restored afterwards. While a filter opens everything, nothing is written down. */
static void
save_open (LiaisonParticipantsTree *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n && !self->filtering; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, i);
      g_autoptr (LiaisonRecord) record = gtk_tree_list_row_get_item (row);
      LiaisonBranch *branch = branch_of (self, record);
      /* A row that has nothing below it keeps what it was: it may get something. */
      if (branch != NULL && gtk_tree_list_row_is_expandable (row))
        branch->open = gtk_tree_list_row_get_expanded (row);
    }
}

static void
settle (LiaisonParticipantsTree *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->rows, i);
      g_autoptr (LiaisonRecord) record = gtk_tree_list_row_get_item (row);
      const LiaisonBranch *branch = branch_of (self, record);
      gboolean open = branch != NULL && (branch->open || (self->filtering && i < MAX_OPENED));

      if (open != gtk_tree_list_row_get_expanded (row))
        gtk_tree_list_row_set_expanded (row, open);
    }
}

static gboolean
settle_cb (gpointer data)
{
  LiaisonParticipantsTree *self = data;
  self->settle_source = 0;
  settle (self);
  return G_SOURCE_REMOVE;
}

/* Hears before the models do, as it connects first. */
static void
sorter_changed_cb (LiaisonParticipantsTree *self)
{
  save_open (self);
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (G_PRIORITY_HIGH, settle_cb, self, NULL);
}

static void
add_hits (LiaisonBranch *branch)
{
  for (LiaisonBranch *above = branch; above != NULL; above = above->parent)
    above->hits++;
}

/* Nations are found by their words only: values and tests are about participants. */
static gboolean
is_hit (LiaisonParticipantsTree *self, const LiaisonBranch *branch)
{
  if (!liaison_branch_is_nation (branch))
    return liaison_table_filter_matches (self->filter, branch->record);
  return !liaison_table_filter_has_conditions (self->filter)
         && liaison_table_filter_has_words (self->filter, branch->record);
}

static void
count_hits (LiaisonParticipantsTree *self)
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
      self->n_hits += !liaison_branch_is_nation (branch);
    }
}

static void
refilter (LiaisonParticipantsTree *self)
{
  gboolean filtering = liaison_table_filter_is_active (self->filter);

  if (!filtering && !self->filtering)
    return;
  save_open (self);
  self->filtering = filtering;
  if (filtering)
    count_hits (self);
  gtk_filter_changed (GTK_FILTER (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
  settle (self);
}

/* The list in which the branch stands. */
static GListStore *
list_of (LiaisonParticipantsTree *self, const LiaisonBranch *branch)
{
  return branch->parent != NULL ? branch->parent->children : self->roots;
}

/* A row that gets its first child or loses its last one has to be made anew: GTK asks only once whether a row can be opened. */
static void
poke (LiaisonParticipantsTree *self, LiaisonBranch *branch)
{
  GListStore *list = list_of (self, branch);
  guint position;

  if (list != NULL && g_list_store_find (list, branch->record, &position))
    g_list_model_items_changed (G_LIST_MODEL (list), position, 1, 1);
}

static void
detach (LiaisonParticipantsTree *self, LiaisonBranch *branch)
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
attach (LiaisonParticipantsTree *self, LiaisonBranch *branch, LiaisonBranch *parent)
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
find_place (LiaisonParticipantsTree *self, LiaisonBranch *branch)
{
  gboolean circular = FALSE;
  LiaisonRecord *parent = NULL;

  if (!liaison_branch_is_nation (branch))
    parent = liaison_branch_find_parent (liaison_session_get_document (self->session),
                                         liaison_record_get_block (branch->record), &circular);
  if (circular)
    g_hash_table_add (self->circular, branch);
  else
    g_hash_table_remove (self->circular, branch);
  return branch_of (self, parent);
}

/* Moves the branch to where it belongs now. */
static void
place (LiaisonParticipantsTree *self, LiaisonBranch *branch)
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
is_ours (const LiaisonChange *change)
{
  const LiaisonShape *shape = (change->after != NULL ? change->after : change->before)->shape;
  return shape == &liaison_participant_kind.shape || shape == &liaison_nation_kind.shape;
}

static void
add_branch (LiaisonParticipantsTree *self, LiaisonRecord *record)
{
  LiaisonBranch *branch = liaison_branch_new (record);

  branch->open = liaison_branch_is_nation (branch) && g_hash_table_size (self->branches) < MANY;
  g_hash_table_insert (self->branches, &branch->id, branch);
}

static void
remove_branch (LiaisonParticipantsTree *self, LiaisonBranch *branch, GHashTable *affected)
{
  collect_children (affected, branch->children);
  detach (self, branch);
  g_hash_table_remove (self->circular, branch);
  for (guint i = 0; branch->children != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (branch->children)); i++)
    {
      g_autoptr (LiaisonRecord) record = g_list_model_get_item (G_LIST_MODEL (branch->children), i);
      LiaisonBranch *child = branch_of (self, record);
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
follow_change (LiaisonParticipantsTree *self, const LiaisonChange *change, GHashTable *affected)
{
  LiaisonId id = (change->after != NULL ? change->after : change->before)->id;
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (self->session), id);
  LiaisonBranch *branch = find (self, id);

  if (change->after == NULL)
    {
      if (branch != NULL)
        remove_branch (self, branch, affected);
      return;
    }
  if (branch == NULL && record != NULL)
    {
      add_branch (self, record);
      branch = find (self, id);
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
collect_circular (LiaisonParticipantsTree *self, GHashTable *affected)
{
  GHashTableIter iter;
  gpointer branch;

  g_hash_table_iter_init (&iter, self->circular);
  while (g_hash_table_iter_next (&iter, &branch, NULL))
    g_hash_table_add (affected, g_memdup2 (&((LiaisonBranch *) branch)->id, sizeof (LiaisonId)));
}

/* A change may close a circle: all on it are out of place then. */
static void
collect_circle (LiaisonParticipantsTree *self, LiaisonId id, GHashTable *affected)
{
  for (guint depth = 0; depth < 64; depth++)
    {
      LiaisonBranch *branch = find (self, id);

      if (branch == NULL || liaison_branch_is_nation (branch))
        return;
      id = LIAISON_DATA (Participant, liaison_record_get_block (branch->record))->parent;
      if (!g_hash_table_add (affected, g_memdup2 (&id, sizeof id)))
        return;
    }
}

static void
place_affected (LiaisonParticipantsTree *self, GHashTable *affected)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, affected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      LiaisonBranch *branch = find (self, *(LiaisonId *) id);
      if (branch != NULL)
        place (self, branch);
    }
}

static void
document_changed_cb (LiaisonParticipantsTree *self, const LiaisonChange *changes, guint n)
{
  g_autoptr (GHashTable) affected = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  gboolean ours = FALSE;

  for (guint i = 0; i < n && !ours; i++)
    ours = is_ours (&changes[i]);
  if (!ours)
    return;
  save_open (self);
  for (guint i = 0; i < n; i++)
    if (is_ours (&changes[i]))
      {
        follow_change (self, &changes[i], affected);
        if (changes[i].after != NULL)
          collect_circle (self, changes[i].after->id, affected);
      }
  collect_children (affected, self->roots);
  collect_circular (self, affected);
  place_affected (self, affected);
  settle (self);
  refilter (self);
}

static void
build (LiaisonParticipantsTree *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  const LiaisonKindId kinds[] = { LIAISON_KIND_NATION, LIAISON_KIND_PARTICIPANT };
  GHashTableIter iter;
  gpointer branch;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      LiaisonTable *table = liaison_document_get_table (document, kinds[kind]);
      for (guint i = 0; i < liaison_table_get_size (table); i++)
        add_branch (self, liaison_table_get (table, i));
    }
  g_hash_table_iter_init (&iter, self->branches);
  while (g_hash_table_iter_next (&iter, NULL, &branch))
    {
      LiaisonBranch *parent = find_place (self, branch);
      if (parent != NULL && parent->children == NULL)
        parent->children = g_list_store_new (LIAISON_TYPE_RECORD);
      ((LiaisonBranch *) branch)->parent = parent;
      liaison_branch_list_insert (list_of (self, branch), ((LiaisonBranch *) branch)->record);
    }
}

static void
liaison_participants_tree_dispose (GObject *object)
{
  LiaisonParticipantsTree *self = LIAISON_PARTICIPANTS_TREE (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (liaison_session_get_document (self->session), self);
  g_clear_object (&self->rows);
  g_clear_object (&self->roots);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_participants_tree_parent_class)->dispose (object);
}

static void
liaison_participants_tree_finalize (GObject *object)
{
  LiaisonParticipantsTree *self = LIAISON_PARTICIPANTS_TREE (object);

  g_clear_pointer (&self->circular, g_hash_table_unref);
  g_clear_pointer (&self->branches, g_hash_table_unref);

  G_OBJECT_CLASS (liaison_participants_tree_parent_class)->finalize (object);
}

static void
liaison_participants_tree_class_init (LiaisonParticipantsTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_participants_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_participants_tree_finalize;
}

static void
liaison_participants_tree_init (LiaisonParticipantsTree *self)
{
  self->branches = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL, liaison_branch_free);
  self->circular = g_hash_table_new (NULL, NULL);
  self->roots = g_list_store_new (LIAISON_TYPE_RECORD);
  self->shown = gtk_custom_filter_new (is_shown_cb, self, NULL);
}

LiaisonParticipantsTree *
liaison_participants_tree_new (LiaisonSession *session, LiaisonTableFilter *filter, GtkSorter *sorter)
{
  LiaisonParticipantsTree *self = g_object_new (LIAISON_TYPE_PARTICIPANTS_TREE, NULL);

  self->session = g_object_ref (session);
  self->filter = g_object_ref (filter);
  self->sorter = g_object_ref (sorter);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_document (session), "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  build (self);
  self->rows = gtk_tree_list_model_new (arrange (self, self->roots), FALSE, FALSE, create_children_cb, self, NULL);
  settle (self);
  return self;
}

GListModel *
liaison_participants_tree_get_rows (LiaisonParticipantsTree *self)
{
  return G_LIST_MODEL (self->rows);
}

void
liaison_participants_tree_reveal (LiaisonParticipantsTree *self, LiaisonId record)
{
  LiaisonBranch *branch = find (self, record);
  gboolean closed = FALSE;

  if (branch == NULL)
    return;
  save_open (self);
  for (LiaisonBranch *above = branch->parent; above != NULL; above = above->parent)
    {
      closed |= !above->open;
      above->open = TRUE;
    }
  if (closed)
    settle (self);
}

guint
liaison_participants_tree_count (LiaisonParticipantsTree *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  return self->filtering ? self->n_hits
                         : liaison_table_get_size (liaison_document_get_table (document, LIAISON_KIND_PARTICIPANT));
}

guint
liaison_participants_tree_count_people (LiaisonParticipantsTree *self)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->branches);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const LiaisonBranch *branch = value;
      if (!liaison_branch_is_nation (branch) && (!self->filtering || branch->hit)
          && LIAISON_DATA (Participant, liaison_record_get_block (branch->record))->type
                 == LIAISON_PARTICIPANT_TYPE_PERSON)
        n++;
    }
  return n;
}
