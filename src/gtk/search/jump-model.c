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
  char *help; /* or NULL */
  char *keys; /* or NULL */
  char *action; /* NULL: the command's */
  GVariant *target;
  LiaisonCommand *command; /* or NULL */
};

G_DEFINE_FINAL_TYPE (LiaisonJumpItem, liaison_jump_item, G_TYPE_OBJECT)

static void
liaison_jump_item_finalize (GObject *object)
{
  LiaisonJumpItem *self = LIAISON_JUMP_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->icon, g_free);
  g_clear_pointer (&self->help, g_free);
  g_clear_pointer (&self->keys, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->target, g_variant_unref);
  g_clear_object (&self->command);

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
liaison_jump_item_get_keys (LiaisonJumpItem *self)
{
  return self->keys;
}

void
liaison_jump_item_run (LiaisonJumpItem *self, LiaisonWindow *window)
{
  if (self->command != NULL)
    liaison_command_run (self->command);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (window), self->action, self->target);
}

/* Of the window, from whichever area: what its own menu does not have. */
typedef struct
{
  const char *label; /* msgid */
  const char *action;
} Everywhere;

static const Everywhere everywhere[] = {
  { N_ ("Resolve _Conflicts…"), "win.resolve-conflicts" },
  { N_ ("_Shift the Exercise…"), "win.shift-exercise" },
  { N_ ("Change a Time _Zone…"), "win.site-zone" },
  { N_ ("Changed Clock _Rules…"), "win.clock-rules" },
  { N_ ("_Room Card…"), "win.room-card" },
  { N_ ("_Carry Lessons Over…"), "win.carry-lessons" },
  { N_ ("Show or Hide Details"), "win.toggle-inspector" },
};

static LiaisonJumpItem *
item_of_command (LiaisonCommand *command, const char *subtitle, const char *icon)
{
  LiaisonJumpItem *self =
      liaison_jump_item_new (liaison_command_get_title (command), subtitle, icon, NULL, NULL);

  self->keys = g_strdup (liaison_command_get_keys (command));
  self->help = g_strdup (liaison_command_get_help (command));
  self->command = g_object_ref (command);
  return self;
}

static void
append_areas (LiaisonWindow *window, GPtrArray *items)
{
  LiaisonDocument *document = liaison_session_get_document (liaison_window_get_session (window));
  guint n, number = 0;
  const LiaisonArea *areas = liaison_areas_get (&n);

  for (guint i = 0; i < n; i++)
    if (liaison_area_suits (&areas[i], document))
      {
        LiaisonJumpItem *item =
            liaison_jump_item_new (_ (areas[i].label), C_ ("kind of result", "Area"), areas[i].icon,
                                   "win.area", g_variant_new_string (areas[i].name));
        g_autoptr (GVariant) place = g_variant_ref_sink (g_variant_new_uint32 (++number));

        item->keys = liaison_command_find_keys (GTK_WIDGET (window), "win.area-number", place);
        g_ptr_array_add (items, item);
      }
}

static void
append_commands (const GPtrArray *commands,
                 guint from,
                 const char *subtitle,
                 const char *icon,
                 GPtrArray *items)
{
  for (guint i = from; i < commands->len; i++)
    g_ptr_array_add (items, item_of_command (commands->pdata[i], subtitle, icon));
}

/* What is in menus and buttons of the window is found in them; the areas' own are in @commands
 * already. */
static void
collect_everywhere (LiaisonWindow *window, GtkWidget *shown, GPtrArray *commands)
{
  liaison_commands_collect (GTK_WIDGET (window),
                            shown != NULL ? gtk_widget_get_parent (shown) : NULL, commands);
  for (guint i = 0; i < G_N_ELEMENTS (everywhere); i++)
    liaison_commands_append (commands, liaison_command_new (GTK_WIDGET (window),
                                                            _ (everywhere[i].label),
                                                            everywhere[i].action, NULL));
}

GPtrArray *
liaison_jump_list_commands (LiaisonWindow *window)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *shown = liaison_window_get_shown (window);
  const LiaisonArea *area = liaison_area_find (liaison_window_get_area (window));
  const char *kind = C_ ("kind of result", "Command");
  guint n;

  if (shown != NULL && area != NULL)
    {
      g_autofree char *subtitle =
          g_strjoin (liaison_screen_separator (), kind, _ (area->label), NULL);

      liaison_commands_collect (shown, NULL, commands);
      append_commands (commands, 0, subtitle, area->icon, items);
    }
  append_areas (window, items);
  n = commands->len;
  collect_everywhere (window, shown, commands);
  append_commands (commands, n, kind, "system-run-symbolic", items);
  return items;
}

static gboolean
holds (const char *folded, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

enum
{
  BEGINS,
  HOLDS,
  SAYS,
  N_FITS, /* and does not fit */
};

static guint
judge (LiaisonJumpItem *item, const char *query, char **words)
{
  g_autofree char *title = liaison_words_fold (item->title);
  g_autofree char *said = g_strjoin (" ", item->title, item->subtitle, item->help, NULL);
  g_autofree char *folded = liaison_words_fold (said);

  if (g_str_has_prefix (title, query))
    return BEGINS;
  if (holds (title, words))
    return HOLDS;
  return holds (folded, words) ? SAYS : N_FITS;
}

GPtrArray *
liaison_jump_find_commands (const GPtrArray *items, const char *query)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = liaison_words_fold (query);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  g_autofree guint *fits = g_new (guint, items->len);

  for (guint i = 0; i < items->len; i++)
    fits[i] = judge (items->pdata[i], folded, words);
  for (guint fit = BEGINS; fit < N_FITS; fit++)
    for (guint i = 0; i < items->len; i++)
      if (fits[i] == fit)
        g_ptr_array_add (found, g_object_ref (items->pdata[i]));
  return found;
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
