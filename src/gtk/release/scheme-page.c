/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/scheme-page.h"

#include "record/kinds/exercise.h"
#include "release/level-use.h"
#include "words/marking-scheme.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LiaisonSchemePage
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *names; /* of char *: what the list offers */

  /* Borrowed, children */
  GtkWidget *page;
  AdwComboRow *choice;
  AdwPreferencesGroup *levels; /* NULL: not filled yet */

  gboolean filling;
  guint source; /* waits to fill anew */
};

G_DEFINE_FINAL_TYPE (LiaisonSchemePage, liaison_scheme_page, GTK_TYPE_WIDGET)

static const LiaisonBlock *
get_exercise (LiaisonSchemePage *self)
{
  return liaison_record_get_block (
      liaison_document_get_exercise (liaison_session_get_document (self->session)));
}

static const char *
get_language (LiaisonSchemePage *self)
{
  return liaison_words_get_language (liaison_session_get_manner (self->session).words);
}

static void
add_choice (LiaisonSchemePage *self, GtkStringList *list, const char *name, const char *label)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_strcmp0 (self->names->pdata[i], name) == 0)
      return;
  gtk_string_list_append (list, label);
  g_ptr_array_add (self->names, g_strdup (name));
}

/* The built-in ones, and the exercise's own where it is another. */
static void
fill_choice (LiaisonSchemePage *self)
{
  const LiaisonExerciseData *exercise = LIAISON_DATA (Exercise, get_exercise (self));
  const LiaisonMarkingScheme *own = liaison_marking_scheme_of (&exercise->block);
  const char *name = exercise->marking_scheme != NULL ? exercise->marking_scheme
                     : own != NULL                    ? own->name
                                                      : NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n;
  const LiaisonMarkingScheme *const *schemes = liaison_marking_scheme_list (&n);

  self->filling = TRUE;
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < n; i++)
    add_choice (self, list, schemes[i]->name,
                liaison_text_pick (schemes[i]->title, get_language (self), NULL));
  if (name != NULL)
    add_choice (self, list, name,
                own != NULL ? liaison_text_pick (own->title, get_language (self), NULL) : name);
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->choice, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < self->names->len; i++)
    if (g_strcmp0 (self->names->pdata[i], name) == 0)
      adw_combo_row_set_selected (self->choice, i);
  gtk_widget_set_sensitive (
      GTK_WIDGET (self->choice),
      !liaison_editor_get_read_only (liaison_session_get_editor (self->session)));
  self->filling = FALSE;
}

static void
add_row (LiaisonSchemePage *self, const char *title, const char *subtitle, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);
  g_autofree char *told = liaison_screen_printf (ngettext ("%u record", "%u records", n), n);
  GtkWidget *count = gtk_label_new (told);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  gtk_widget_add_css_class (count, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_preferences_group_add (self->levels, row);
}

static guint
find_use (const GArray *uses, const char *level)
{
  for (guint i = 0; i < uses->len; i++)
    if (g_strcmp0 (g_array_index (uses, LiaisonLevelUse, i).level, level) == 0)
      return g_array_index (uses, LiaisonLevelUse, i).n;
  return 0;
}

static void
add_level (LiaisonSchemePage *self, const LiaisonMarkingLevel *level, const GArray *uses)
{
  g_autofree char *title = g_strdup_printf (
      "%s (%s)", liaison_text_pick (level->name, get_language (self), NULL), level->abbreviation);
  const char *name = liaison_text_pick (level->name, get_language (self), NULL);

  add_row (self, g_strcmp0 (name, level->abbreviation) == 0 ? name : title,
           level->meaning != NULL ? liaison_text_pick (level->meaning, get_language (self), NULL)
                                  : NULL,
           find_use (uses, level->code));
}

/* What is marked with no level of the scheme, or not at all. */
static void
add_others (LiaisonSchemePage *self, const LiaisonMarkingScheme *scheme, const GArray *uses)
{
  for (guint i = 0; i < uses->len; i++)
    {
      const LiaisonLevelUse *use = &g_array_index (uses, LiaisonLevelUse, i);

      if (use->level == NULL)
        add_row (self, _ ("Without marking"), _ ("For their originators only."), use->n);
      else if (liaison_marking_scheme_find_level (scheme, use->level) == NULL)
        add_row (
            self, use->level,
            _ ("Not a level of this scheme: who may see only up to some level does not see these."),
            use->n);
    }
}

static void
fill_levels (LiaisonSchemePage *self)
{
  const LiaisonMarkingScheme *scheme = liaison_marking_scheme_of (get_exercise (self));
  g_autoptr (LiaisonSnapshot) plan =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (GArray) uses = liaison_level_uses_list (plan);

  if (self->levels != NULL)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->page), self->levels);
  self->levels = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->levels, _ ("Levels"));
  adw_preferences_group_set_description (self->levels, _ ("From the lowest to the highest."));
  for (guint i = 0; scheme != NULL && i < scheme->levels->len; i++)
    add_level (self, scheme->levels->pdata[i], uses);
  add_others (self, scheme, uses);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), self->levels);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->choice),
                               scheme == NULL ? _ ("This scheme is not known here.") : "");
}

static gboolean
fill_cb (gpointer data)
{
  LiaisonSchemePage *self = data;

  self->source = 0;
  fill_choice (self);
  fill_levels (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (LiaisonSchemePage *self)
{
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add (fill_cb, self);
}

void
liaison_scheme_page_choose (LiaisonSchemePage *self, const char *name)
{
  const LiaisonBlock *exercise = get_exercise (self);
  guint field = LIAISON_FIELD (Exercise, marking_scheme);
  GRefString *chosen = g_ref_string_new (name);

  liaison_session_set_field (self->session, exercise, field,
                             liaison_value_field (&exercise->shape->fields[field], &chosen));
  g_ref_string_release (chosen);
}

static void
chosen_cb (LiaisonSchemePage *self)
{
  guint selected = adw_combo_row_get_selected (self->choice);

  if (!self->filling && selected < self->names->len
      && g_strcmp0 (LIAISON_DATA (Exercise, get_exercise (self))->marking_scheme,
                    self->names->pdata[selected])
             != 0)
    liaison_scheme_page_choose (self, self->names->pdata[selected]);
}

static void
liaison_scheme_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_scheme_page_parent_class)->map (widget);
  queue_fill (LIAISON_SCHEME_PAGE (widget));
}

static void
liaison_scheme_page_dispose (GObject *object)
{
  LiaisonSchemePage *self = LIAISON_SCHEME_PAGE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_scheme_page_parent_class)->dispose (object);
}

static void
liaison_scheme_page_finalize (GObject *object)
{
  LiaisonSchemePage *self = LIAISON_SCHEME_PAGE (object);

  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (liaison_scheme_page_parent_class)->finalize (object);
}

static void
liaison_scheme_page_class_init (LiaisonSchemePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_scheme_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_scheme_page_finalize;
  widget_class->map = liaison_scheme_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_scheme_page_init (LiaisonSchemePage *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
liaison_scheme_page_new (LiaisonSession *session)
{
  LiaisonSchemePage *self = g_object_new (LIAISON_TYPE_SCHEME_PAGE, NULL);
  GtkWidget *group = adw_preferences_group_new ();

  self->session = g_object_ref (session);
  self->page = adw_preferences_page_new ();
  self->choice = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choice), _ ("Marking scheme"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->choice));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group), _ ("The levels that all markings of this exercise are taken "
                                        "from. Markings that are there keep the level they have."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (queue_fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_fill), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
