/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/record.h"

#include "record/field-type.h"
#include "record/near.h"

#define CACHE_LINE       64
#define PREFETCHED_LINES 6

typedef struct
{
  LiaisonId id; /* that of every block it will have */
  LiaisonBlock *block;
  guint place; /* where it stood in its table when that last knew */
} LiaisonRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LiaisonRecord, liaison_record, G_TYPE_OBJECT)

static inline LiaisonRecordPrivate *
get_private (LiaisonRecord *self)
{
  return liaison_record_get_instance_private (self);
}

static void
liaison_record_finalize (GObject *object)
{
  LiaisonRecordPrivate *priv = get_private (LIAISON_RECORD (object));

  g_clear_pointer (&priv->block, liaison_block_unref);

  G_OBJECT_CLASS (liaison_record_parent_class)->finalize (object);
}

/* Property n is field n - 1: GObject's ids begin at 1. */
static void
liaison_record_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  const LiaisonBlock *block = get_private (LIAISON_RECORD (object))->block;
  const LiaisonField *field = &block->shape->fields[prop_id - 1];

  liaison_field_type_ops (field->type)->get (LIAISON_BLOCK_AT (block, field), value);
}

static void
liaison_record_class_init (LiaisonRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = liaison_record_finalize;
}

static void
liaison_record_init (LiaisonRecord *self)
{
}

void
liaison_record_class_set_kind (LiaisonRecordClass *klass,
                               const LiaisonKind  *kind)
{
  klass->kind = kind;
  /* GObject empties this slot in every class, so it cannot be inherited. */
  G_OBJECT_CLASS (klass)->get_property = liaison_record_get_property;
  for (guint i = 0; i < kind->shape.n_fields; i++)
    {
      const LiaisonField *field = &kind->shape.fields[i];
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1,
                                       liaison_field_type_ops (field->type)->spec (field));
    }
}

LiaisonRecord *
liaison_record_new (const LiaisonKind  *kind,
                    const LiaisonBlock *block)
{
  LiaisonRecord *self = g_object_new (kind->get_type (), NULL);
  LiaisonRecordPrivate *priv = get_private (self);

  priv->id = block->id;
  priv->block = liaison_block_ref (block);
  return self;
}

const LiaisonKind *
liaison_record_get_kind (LiaisonRecord *self)
{
  g_return_val_if_fail (LIAISON_IS_RECORD (self), NULL);
  return LIAISON_RECORD_GET_CLASS (self)->kind;
}

LiaisonId
liaison_record_get_id (LiaisonRecord *self)
{
  return get_private (self)->id;
}

guint
liaison_record_get_place (LiaisonRecord *self)
{
  return get_private (self)->place;
}

void
liaison_record_set_place (LiaisonRecord *self,
                          guint          place)
{
  get_private (self)->place = place;
}

const LiaisonId *
liaison_record_peek_id (LiaisonRecord *self)
{
  return &get_private (self)->id;
}

void
liaison_record_prefetch (LiaisonRecord *self)
{
  const char *block = (const char *) get_private (self)->block;

  /* The processor itself goes on where one line follows another. */
  for (guint i = 0; i < PREFETCHED_LINES; i++)
    __builtin_prefetch (block + i * CACHE_LINE);
}

const LiaisonBlock *
liaison_record_get_block (LiaisonRecord *self)
{
  return get_private (self)->block;
}

LiaisonBlock *
liaison_record_swap_block (LiaisonRecord      *self,
                           const LiaisonBlock *block)
{
  LiaisonRecordPrivate *priv = get_private (self);
  LiaisonBlock *before = priv->block;

  priv->block = liaison_block_ref (block);
  return before;
}

void
liaison_record_notify_changes (LiaisonRecord      *self,
                               const LiaisonBlock *before)
{
  const LiaisonBlock *now = get_private (self)->block;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < now->shape->n_fields; i++)
    {
      const LiaisonField *field = &now->shape->fields[i];
      if (!liaison_field_type_ops (field->type)->equal (LIAISON_BLOCK_AT (before, field), LIAISON_BLOCK_AT (now, field)))
        g_object_notify (G_OBJECT (self), field->name);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
