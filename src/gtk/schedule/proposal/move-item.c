/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/proposal/move-item.h"

#include "record/times.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

struct _LiaisonMoveItem
{
  GObject parent_instance;

  /* Owned */
  char *texts[LIAISON_MOVE_N_TEXTS];

  LiaisonId record;
  guint place;
  gboolean free;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (LiaisonMoveItem, liaison_move_item, G_TYPE_OBJECT)

enum
{
  PROP_CHOSEN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
liaison_move_item_finalize (GObject *object)
{
  LiaisonMoveItem *self = LIAISON_MOVE_ITEM (object);

  for (guint i = 0; i < LIAISON_MOVE_N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (liaison_move_item_parent_class)->finalize (object);
}

static void
liaison_move_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, LIAISON_MOVE_ITEM (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_move_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    liaison_move_item_set_chosen (LIAISON_MOVE_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_move_item_class_init (LiaisonMoveItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = liaison_move_item_finalize;
  object_class->get_property = liaison_move_item_get_property;
  object_class->set_property = liaison_move_item_set_property;
  properties[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_move_item_init (LiaisonMoveItem *self)
{
  self->chosen = TRUE;
}

/* By how much, and which way. */
static char *
tell_shift (const LiaisonManner *manner, gint64 seconds)
{
  if (seconds == 0)
    return g_strdup ("");
  return liaison_words_format (
      manner->words,
      /* Translators: How far an event is moved, such as “2 hrs later”. */
      seconds > 0 ? N_("{duration} later") : N_("{duration} earlier"),
      liaison_operand_duration ("duration", ABS (seconds)));
}

LiaisonMoveItem *
liaison_move_item_new (const LiaisonManner *manner, const LiaisonMove *move, guint place)
{
  LiaisonMoveItem *self = g_object_new (LIAISON_TYPE_MOVE_ITEM, NULL);
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, move->record);
  const char *zone = block != NULL ? liaison_times_get_zone (&manner->lookup, block) : NULL;
  gboolean moves = move->from != move->to;

  self->record = move->record;
  self->place = place;
  self->free = move->form == LIAISON_MOVE_CHANGES;
  self->texts[LIAISON_MOVE_TEXT_NAME] = liaison_manner_tell_name (manner, move->record);
  self->texts[LIAISON_MOVE_TEXT_FROM] = liaison_manner_tell_time (manner, move->from, zone);
  self->texts[LIAISON_MOVE_TEXT_TO]
      = moves || move->zone != NULL
            ? liaison_manner_tell_time (manner, move->to, move->zone != NULL ? move->zone : zone)
            : g_strdup ("");
  self->texts[LIAISON_MOVE_TEXT_BY] = tell_shift (manner, move->to - move->from);
  self->texts[LIAISON_MOVE_TEXT_WHY]
      = move->sentence != NULL
            ? liaison_manner_tell_sentence (manner, move->sentence, move->operands)
            : g_strdup ("");
  return self;
}

guint
liaison_move_item_get_place (LiaisonMoveItem *self)
{
  return self->place;
}

LiaisonId
liaison_move_item_get_record (LiaisonMoveItem *self)
{
  return self->record;
}

gboolean
liaison_move_item_is_free (LiaisonMoveItem *self)
{
  return self->free;
}

gboolean
liaison_move_item_get_chosen (LiaisonMoveItem *self)
{
  return self->chosen;
}

void
liaison_move_item_set_chosen (LiaisonMoveItem *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

const char *
liaison_move_item_get_text (LiaisonMoveItem *self, LiaisonMoveText text)
{
  return self->texts[text];
}
