/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/editor.h"

#include "edit/changeset.h"
#include "edit/join.h"
#include "record/near.h"

#define MOST_PREFETCHED 8

struct _LiaisonEditor
{
  GObject parent_instance;

  /* Owned */
  LiaisonDocument *document;
  GPtrArray *done;   /* of LiaisonEditGroup, oldest first */
  GPtrArray *undone; /* last undone last */
  GHashTable *joined; /* of LiaisonEditGroup, those that belong to the one before them */
  LiaisonEditGroup *saved; /* the last group done when the plan was saved; NULL: before the first */
  char *author;

  LiaisonNowFunc now;
  gpointer now_data;
  gboolean read_only;
  gboolean differs; /* from the file whatever is undone */
};

G_DEFINE_FINAL_TYPE (LiaisonEditor, liaison_editor, G_TYPE_OBJECT)
G_DEFINE_QUARK (liaison-edit-error, liaison_edit_error)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
liaison_editor_finalize (GObject *object)
{
  LiaisonEditor *self = LIAISON_EDITOR (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_clear_pointer (&self->joined, g_hash_table_unref);
  g_clear_pointer (&self->saved, liaison_edit_group_unref);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (liaison_editor_parent_class)->finalize (object);
}

static void
liaison_editor_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LiaisonEditor *self = LIAISON_EDITOR (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, liaison_editor_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, liaison_editor_can_redo (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, liaison_editor_get_modified (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
liaison_editor_class_init (LiaisonEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = liaison_editor_finalize;
  object_class->get_property = liaison_editor_get_property;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_COMMITTED] = g_signal_new ("committed", LIAISON_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
free_group (gpointer group)
{
  liaison_edit_group_unref (group);
}

static void
liaison_editor_init (LiaisonEditor *self)
{
  self->done = g_ptr_array_new_with_free_func (free_group);
  self->undone = g_ptr_array_new_with_free_func (free_group);
  self->joined = g_hash_table_new (NULL, NULL);
  self->author = g_strdup ("");
}

LiaisonEditor *
liaison_editor_new (LiaisonDocument *document,
                    LiaisonNowFunc   now,
                    gpointer         data)
{
  LiaisonEditor *self = g_object_new (LIAISON_TYPE_EDITOR, NULL);
  self->document = g_object_ref (document);
  self->now = now;
  self->now_data = data;
  return self;
}

LiaisonDocument *
liaison_editor_get_document (LiaisonEditor *self)
{
  return self->document;
}

gint64
liaison_editor_now (LiaisonEditor *self)
{
  return self->now (self->now_data);
}

LiaisonId
liaison_editor_new_id (LiaisonEditor *self)
{
  return liaison_id_new (liaison_editor_now (self));
}

void
liaison_editor_set_author (LiaisonEditor *self,
                           const char    *author)
{
  char *copy = g_strdup (author != NULL ? author : "");
  g_free (self->author);
  self->author = copy;
}

void
liaison_editor_set_read_only (LiaisonEditor *self,
                              gboolean       read_only)
{
  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
}

gboolean
liaison_editor_get_read_only (LiaisonEditor *self)
{
  return self->read_only;
}

static void
notify_state (LiaisonEditor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

/* Sets the edit in @changeset and writes it down in @group with what was there before, unless it is there already. */
static gboolean
record_edit (LiaisonChangeset   *changeset,
             LiaisonEditGroup   *group,
             const LiaisonKind  *kind,
             const LiaisonSlot  *slot,
             const LiaisonValue *value,
             GError            **error)
{
  LiaisonValue before, after;

  liaison_changeset_get (changeset, slot, &before);
  if (liaison_value_equal (&before, value) && liaison_slot_is_valid (slot, &kind->shape))
    {
      liaison_value_clear (&before);
      return TRUE;
    }
  if (!liaison_changeset_set (changeset, kind, slot, value, error))
    {
      liaison_value_clear (&before);
      return FALSE;
    }
  liaison_value_copy (&after, value);
  liaison_edit_group_take (group, kind, slot, before, after);
  return TRUE;
}

/* Most groups change one record. */
static void
prefetch (LiaisonEditor *self,
          const GArray  *edits)
{
  for (guint i = 0; i < MIN (edits->len, MOST_PREFETCHED); i++)
    liaison_document_prefetch (self->document, g_array_index (edits, LiaisonEdit, i).slot.record);
}

gboolean
liaison_editor_commit (LiaisonEditor         *self,
                       const LiaisonProposal *proposal,
                       GError               **error)
{
  const GArray *wanted = liaison_proposal_get_edits (proposal);
  prefetch (self, wanted);
  g_autoptr (LiaisonChangeset) changeset = liaison_changeset_new (self->document);
  g_autoptr (LiaisonEditGroup) group
      = liaison_edit_group_new (liaison_proposal_get_sentence (proposal), liaison_proposal_get_operands (proposal),
                                self->author, liaison_editor_now (self));

  if (self->read_only)
    {
      g_set_error_literal (error, LIAISON_EDIT_ERROR, LIAISON_EDIT_ERROR_READ_ONLY, "this plan can only be read");
      return FALSE;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      const LiaisonEdit *edit = &g_array_index (wanted, LiaisonEdit, i);
      if (!record_edit (changeset, group, edit->kind, &edit->slot, &edit->after, error))
        return FALSE;
    }
  if (!liaison_changeset_apply (changeset))
    return TRUE;

  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, liaison_edit_group_ref (group));
  /* What was undone for good may have stood at the same address. */
  g_hash_table_remove (self->joined, group);
  notify_state (self);
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, group);
  return TRUE;
}

gboolean
liaison_editor_can_undo (LiaisonEditor *self)
{
  return self->done->len > 0 && !self->read_only;
}

gboolean
liaison_editor_can_redo (LiaisonEditor *self)
{
  return self->undone->len > 0 && !self->read_only;
}

const LiaisonEditGroup *
liaison_editor_peek_undo (LiaisonEditor *self)
{
  return self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;
}

const LiaisonEditGroup *
liaison_editor_peek_redo (LiaisonEditor *self)
{
  return self->undone->len > 0 ? g_ptr_array_index (self->undone, self->undone->len - 1) : NULL;
}

/* Brings a slot from @expected to @wanted, unless it holds something else by now. */
static gboolean
swing (LiaisonChangeset   *changeset,
       LiaisonEditGroup   *group,
       const LiaisonEdit  *edit,
       const LiaisonValue *expected,
       const LiaisonValue *wanted)
{
  LiaisonValue now;
  liaison_changeset_get (changeset, &edit->slot, &now);
  gboolean ours = liaison_value_equal (&now, expected);
  liaison_value_clear (&now);
  return ours && record_edit (changeset, group, edit->kind, &edit->slot, wanted, NULL);
}

/* Takes the group back (last edit first) or makes it again, as a group of its own. */
static void
replay (LiaisonEditor          *self,
        const LiaisonEditGroup *group,
        gboolean                backwards,
        guint                  *skipped)
{
  prefetch (self, group->edits);
  g_autoptr (LiaisonChangeset) changeset = liaison_changeset_new (self->document);
  g_autoptr (LiaisonEditGroup) made
      = liaison_edit_group_new (group->sentence, group->operands, self->author, liaison_editor_now (self));
  guint left = 0;

  for (guint i = 0; i < group->edits->len; i++)
    {
      guint place = backwards ? group->edits->len - 1 - i : i;
      const LiaisonEdit *edit = &g_array_index (group->edits, LiaisonEdit, place);
      if (!swing (changeset, made, edit, backwards ? &edit->after : &edit->before,
                  backwards ? &edit->before : &edit->after))
        left++;
    }
  if (skipped != NULL)
    *skipped = left;
  if (liaison_changeset_apply (changeset))
    g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, made);
  notify_state (self);
}

/* Takes the last group of @from, and puts it at the end of @to. */
static guint
step (LiaisonEditor *self,
      GPtrArray     *from,
      GPtrArray     *to,
      gboolean       backwards)
{
  LiaisonEditGroup *group = g_ptr_array_steal_index (from, from->len - 1);
  guint skipped = 0;

  g_ptr_array_add (to, group);
  replay (self, group, backwards, &skipped);
  return skipped;
}

static gboolean
is_joined (LiaisonEditor *self,
           GPtrArray     *groups)
{
  return groups->len > 0 && g_hash_table_contains (self->joined, g_ptr_array_index (groups, groups->len - 1));
}

gboolean
liaison_editor_undo (LiaisonEditor *self,
                     guint         *skipped)
{
  guint left = 0;
  gboolean more;

  if (!liaison_editor_can_undo (self))
    return FALSE;
  do
    {
      more = is_joined (self, self->done);
      left += step (self, self->done, self->undone, TRUE);
    }
  while (more && self->done->len > 0);
  if (skipped != NULL)
    *skipped = left;
  return TRUE;
}

gboolean
liaison_editor_redo (LiaisonEditor *self,
                     guint         *skipped)
{
  guint left = 0;

  if (!liaison_editor_can_redo (self))
    return FALSE;
  do
    left += step (self, self->undone, self->done, FALSE);
  while (is_joined (self, self->undone));
  if (skipped != NULL)
    *skipped = left;
  return TRUE;
}

void
liaison_editor_join (LiaisonEditor *self)
{
  if (self->done->len > 1)
    g_hash_table_add (self->joined, g_ptr_array_index (self->done, self->done->len - 1));
}

static LiaisonEditGroup *
last_done (LiaisonEditor *self)
{
  return self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;
}

void
liaison_editor_mark_saved (LiaisonEditor *self)
{
  g_clear_pointer (&self->saved, liaison_edit_group_unref);
  if (last_done (self) != NULL)
    self->saved = liaison_edit_group_ref (last_done (self));
  self->differs = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

void
liaison_editor_mark_modified (LiaisonEditor *self)
{
  self->differs = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

gboolean
liaison_editor_get_modified (LiaisonEditor *self)
{
  return self->differs || last_done (self) != self->saved;
}

const GPtrArray *
liaison_editor_get_history (LiaisonEditor *self)
{
  return self->done;
}
