/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/break-item.h"

#include "withdraw/tell.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

struct _LiaisonBreakItem
{
  GObject parent_instance;

  /* Owned */
  char *texts[LIAISON_BREAK_N_TEXTS];
  GtkStringList *options;

  /* Borrowed */
  const LiaisonBreak *each;

  guint place;
  guint option;
  gboolean free;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (LiaisonBreakItem, liaison_break_item, G_TYPE_OBJECT)

enum
{
  PROP_CHOSEN = 1,
  PROP_OPTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_option (LiaisonBreakItem *self, guint option)
{
  if (self->option == option || option >= g_list_model_get_n_items (G_LIST_MODEL (self->options)))
    return;
  self->option = option;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPTION]);
}

static void
liaison_break_item_finalize (GObject *object)
{
  LiaisonBreakItem *self = LIAISON_BREAK_ITEM (object);

  for (guint i = 0; i < LIAISON_BREAK_N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->options);

  G_OBJECT_CLASS (liaison_break_item_parent_class)->finalize (object);
}

static void
liaison_break_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LiaisonBreakItem *self = LIAISON_BREAK_ITEM (object);

  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, self->chosen);
  else if (id == PROP_OPTION)
    g_value_set_uint (value, self->option);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_break_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LiaisonBreakItem *self = LIAISON_BREAK_ITEM (object);

  if (id == PROP_CHOSEN)
    liaison_break_item_set_chosen (self, g_value_get_boolean (value));
  else if (id == PROP_OPTION)
    set_option (self, g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_break_item_class_init (LiaisonBreakItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = liaison_break_item_finalize;
  object_class->get_property = liaison_break_item_get_property;
  object_class->set_property = liaison_break_item_set_property;
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, TRUE, flags);
  properties[PROP_OPTION] = g_param_spec_uint ("option", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_break_item_init (LiaisonBreakItem *self)
{
}

static char *
tell_when (const LiaisonManner *manner, const LiaisonBreak *each)
{
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, each->record);
  const char *zone = block != NULL ? liaison_times_get_zone (&manner->lookup, block) : NULL;

  if (each->when == LIAISON_BREAK_NO_DATE)
    return g_strdup ("–");
  return liaison_manner_tell_time (manner, each->when, zone);
}

/* What happens where nothing steps in. */
static const char *
tell_without (const LiaisonBreak *each)
{
  if (each->edits->len == 0 && each->substitutes->len == 0)
    return _ ("Decide by hand");
  if (each->edits->len == 0)
    return _ ("Nobody and nothing");
  /* Translators: What is missing is taken out of a record, with nothing in its place */
  return _ ("Take out, close or cancel");
}

static void
make_options (LiaisonBreakItem *self, const LiaisonManner *manner)
{
  self->options = gtk_string_list_new (NULL);
  gtk_string_list_append (self->options, tell_without (self->each));
  for (guint i = 0; i < self->each->substitutes->len; i++)
    {
      const LiaisonSubstitute *substitute
          = &g_array_index (self->each->substitutes, LiaisonSubstitute, i);
      g_autofree char *name = liaison_manner_tell_name (manner, substitute->record);
      g_autofree char *why
          = liaison_withdrawal_tell (manner, substitute->sentence, substitute->operands);
      g_autofree char *text = liaison_words_format (
          manner->words,
          /* Translators: who could step in, and why: “Lena Brandt – of the same unit, free then” */
          N_ ("{name} – {why}"), liaison_operand_text ("name", name),
          liaison_operand_text ("why", why));
      gtk_string_list_append (self->options, text);
    }
}

LiaisonBreakItem *
liaison_break_item_new (const LiaisonManner *manner, const LiaisonBreak *each, guint place)
{
  LiaisonBreakItem *self = g_object_new (LIAISON_TYPE_BREAK_ITEM, NULL);

  self->each = each;
  self->place = place;
  self->texts[LIAISON_BREAK_TEXT_WHEN] = tell_when (manner, each);
  self->texts[LIAISON_BREAK_TEXT_TYPE] = g_strdup (_ (liaison_break_types.choices[each->type].label));
  self->texts[LIAISON_BREAK_TEXT_SENTENCE]
      = liaison_withdrawal_tell (manner, each->sentence, each->operands);
  make_options (self, manner);
  self->free = each->edits->len > 0 || each->substitutes->len > 0;
  self->free &= !each->partly;
  self->chosen = self->free;
  if (each->preferred != LIAISON_NO_SUBSTITUTE)
    self->option = each->preferred + 1;
  return self;
}

guint
liaison_break_item_get_place (LiaisonBreakItem *self)
{
  return self->place;
}

LiaisonId
liaison_break_item_get_record (LiaisonBreakItem *self)
{
  return self->each->record;
}

LiaisonBreakType
liaison_break_item_get_break_type (LiaisonBreakItem *self)
{
  return self->each->type;
}

LiaisonSeverity
liaison_break_item_get_severity (LiaisonBreakItem *self)
{
  return self->each->severity;
}

gboolean
liaison_break_item_is_free (LiaisonBreakItem *self)
{
  return self->free;
}

LiaisonBreakChoice
liaison_break_item_get_choice (LiaisonBreakItem *self)
{
  return (LiaisonBreakChoice){ !self->chosen,
                               self->option > 0 ? self->option - 1 : LIAISON_NO_SUBSTITUTE };
}

gboolean
liaison_break_item_get_chosen (LiaisonBreakItem *self)
{
  return self->chosen;
}

void
liaison_break_item_set_chosen (LiaisonBreakItem *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

const char *
liaison_break_item_get_text (LiaisonBreakItem *self, LiaisonBreakText text)
{
  return self->texts[text];
}

GListModel *
liaison_break_item_get_options (LiaisonBreakItem *self)
{
  return G_LIST_MODEL (self->options);
}
