/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/jump-model.h"

#include "area.h"
#include "words/finder.h"
#include "words/search.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonJumpItem
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *subtitle;
  char *icon;
  char *action;
  GVariant *target;
};

G_DEFINE_FINAL_TYPE (LiaisonJumpItem, liaison_jump_item, G_TYPE_OBJECT)

static void
liaison_jump_item_finalize (GObject *object)
{
  LiaisonJumpItem *self = LIAISON_JUMP_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->icon, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->target, g_variant_unref);

  G_OBJECT_CLASS (liaison_jump_item_parent_class)->finalize (object);
}

static void
liaison_jump_item_class_init (LiaisonJumpItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_jump_item_finalize;
}

static void
liaison_jump_item_init (LiaisonJumpItem *self)
{
}

LiaisonJumpItem *
liaison_jump_item_new (
    const char *title, const char *subtitle, const char *icon, const char *action, GVariant *target)
{
  LiaisonJumpItem *self = g_object_new (LIAISON_TYPE_JUMP_ITEM, NULL);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->icon = g_strdup (icon);
  self->action = g_strdup (action);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  return self;
}

const char *
liaison_jump_item_get_title (LiaisonJumpItem *self)
{
  return self->title;
}

const char *
liaison_jump_item_get_subtitle (LiaisonJumpItem *self)
{
  return self->subtitle;
}

const char *
liaison_jump_item_get_icon (LiaisonJumpItem *self)
{
  return self->icon;
}

const char *
liaison_jump_item_get_action (LiaisonJumpItem *self)
{
  return self->action;
}

GVariant *
liaison_jump_item_get_target (LiaisonJumpItem *self)
{
  return self->target;
}

typedef struct
{
  const char *label; /* msgid */
  const char *action;
} Command;

static const Command commands[] = {
  { N_ ("Save"), "win.save" },
  { N_ ("Save As…"), "win.save-as" },
  { N_ ("Undo"), "win.undo" },
  { N_ ("Redo"), "win.redo" },
  { N_ ("Import from a Spreadsheet…"), "win.import" },
  { N_ ("Print…"), "win.print" },
  { N_ ("Print All Tables…"), "win.print-all" },
  { N_ ("Export…"), "win.export" },
  { N_ ("Export All Tables…"), "win.export-all" },
  { N_ ("The Exercise Itself"), "win.edit-exercise" },
  { N_ ("Resolve Conflicts…"), "win.resolve-conflicts" },
  { N_ ("Shift the Exercise…"), "win.shift-exercise" },
  { N_ ("Change a Time Zone…"), "win.site-zone" },
  { N_ ("Changed Clock Rules…"), "win.clock-rules" },
  { N_ ("What If…"), "win.what-if" },
  { N_ ("Observe…"), "win.observe" },
  { N_ ("Room Card…"), "win.room-card" },
  { N_ ("Carry Lessons Over…"), "win.carry-lessons" },
  { N_ ("Show or Hide Details"), "win.toggle-inspector" },
  { N_ ("New Exercise"), "app.new" },
  { N_ ("Open…"), "app.open" },
  { N_ ("Open Sample"), "app.open-sample" },
  { N_ ("Preferences"), "app.preferences" },
  { N_ ("Keyboard Shortcuts"), "win.show-help-overlay" },
  { N_ ("About Liaison"), "app.about" },
};

static gboolean
fits (const char *label, char **words)
{
  g_autofree char *folded = liaison_words_fold (label);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

GPtrArray *
liaison_jump_find_commands (const char *query)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = liaison_words_fold (query);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  guint n;
  const LiaisonArea *areas = liaison_areas_get (&n);

  for (guint i = 0; i < n; i++)
    if (fits (_ (areas[i].label), words))
      g_ptr_array_add (items, liaison_jump_item_new (
                                  _ (areas[i].label), C_ ("kind of result", "Area"), areas[i].icon,
                                  "win.area", g_variant_new_string (areas[i].name)));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (fits (_ (commands[i].label), words))
      g_ptr_array_add (
          items, liaison_jump_item_new (_ (commands[i].label), C_ ("kind of result", "Command"),
                                        "system-run-symbolic", commands[i].action, NULL));
  return items;
}

/* What it is and, when it has a time, when. */
static char *
describe_kind (const LiaisonManner *manner, LiaisonRecord *record)
{
  const char *kind = _ (liaison_record_get_kind (record)->shape.label);
  g_autofree char *start =
      liaison_manner_tell_start_zulu (manner, liaison_record_get_block (record));

  return *start != '\0' ? g_strjoin (liaison_screen_separator (), kind, start, NULL)
                        : g_strdup (kind);
}

GPtrArray *
liaison_jump_describe_hits (LiaisonSession *session, const GArray *hits)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  LiaisonManner manner = liaison_session_get_manner (session);

  for (guint i = 0; i < hits->len; i++)
    {
      LiaisonId record = g_array_index (hits, LiaisonHit, i).record;
      LiaisonRecord *found = liaison_document_find (liaison_session_get_document (session), record);
      char id[LIAISON_ID_TEXT_SIZE];
      if (found == NULL)
        continue;
      const LiaisonKind *kind = liaison_record_get_kind (found);
      const LiaisonArea *area = liaison_area_for_kind (kind->id);
      g_autofree char *name = liaison_manner_tell_name (&manner, record);
      g_autofree char *subtitle = describe_kind (&manner, found);
      liaison_id_format (record, id);
      g_ptr_array_add (items,
                       liaison_jump_item_new (name, subtitle,
                                              area != NULL ? area->icon : "text-x-generic-symbolic",
                                              "win.show-record", g_variant_new_string (id)));
    }
  return items;
}
