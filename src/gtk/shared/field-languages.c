/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-languages.h"

#include "record/intern.h"
#include "record/kinds/exercise.h"
#include "words/language.h"
#include "words/names.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonFieldLanguages
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonText *text;
  char *label;
  GtkWidget *button;
  GtkWidget *popover; /* made when first opened */

  /* Borrowed, children of the popover */
  GtkListBox *list;
  GtkEditable *entry;

  const char *language;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldLanguages, liaison_field_languages, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_tag (GPtrArray *tags, const char *tag)
{
  if (tag != NULL && !g_ptr_array_find (tags, tag, NULL))
    g_ptr_array_add (tags, (gpointer) tag);
}

const char **
liaison_field_languages_list (LiaisonSession *session)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  LiaisonRecord *exercise = liaison_document_get_exercise (liaison_session_get_document (session));
  const LiaisonItems *uses =
      LIAISON_DATA (Exercise, liaison_record_get_block (exercise))->languages;

  add_tag (tags, liaison_session_get_language (session));
  for (guint i = 0; i < liaison_items_get_size (uses); i++)
    add_tag (tags, LIAISON_DATA (LanguageUse, liaison_items_get (uses, i))->language.language);
  g_ptr_array_add (tags, NULL);
  return (const char **) g_ptr_array_steal (tags, NULL);
}

/* Those of the exercise, those the text has besides, and the one chosen. */
static GPtrArray *
list_all (LiaisonFieldLanguages *self)
{
  g_autofree const char **known = liaison_field_languages_list (self->session);
  GPtrArray *tags = g_ptr_array_new ();

  for (guint i = 0; known[i] != NULL; i++)
    add_tag (tags, known[i]);
  for (guint i = 0; i < liaison_text_get_size (self->text); i++)
    add_tag (tags, liaison_text_get_language (self->text, i));
  add_tag (tags, self->language);
  return tags;
}

static char *
name_language (LiaisonFieldLanguages *self, const char *tag)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  return liaison_words_dup_language (manner.words, tag);
}

/* "fr 1/3": written in French, in one language of three. The tooltip names what is missing. */
static void
show_state (LiaisonFieldLanguages *self)
{
  g_autoptr (GPtrArray) tags = list_all (self);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *name = name_language (self, self->language);
  g_autofree char *tooltip = NULL;
  g_autofree char *caption = NULL;
  guint there = 0;

  for (guint i = 0; i < tags->len; i++)
    if (liaison_text_lookup (self->text, tags->pdata[i]) != NULL)
      there++;
    else
      {
        g_autofree char *other = name_language (self, tags->pdata[i]);
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", other);
      }
  if (missing->len > 0)
    /* Translators: %1$s is the name of a language, %2$s names of languages that have no translation
     * yet */
    tooltip = g_strdup_printf (_ ("Written in: %1$s. Missing: %2$s"), name, missing->str);
  else
    /* Translators: %s is the name of a language */
    tooltip = g_strdup_printf (_ ("Written in: %s"), name);
  caption = tags->len > 1 && there > 0
                ? g_strdup_printf ("%s %u/%u", self->language, there, tags->len)
                : g_strdup (self->language);
  gtk_button_set_label (GTK_BUTTON (self->button), caption);
  gtk_widget_set_tooltip_text (self->button, tooltip);

  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->label, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
choose (LiaisonFieldLanguages *self, const char *tag)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->language == tag)
    return;
  self->language = tag;
  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
row_activated_cb (LiaisonFieldLanguages *self, GtkListBoxRow *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "tag"));
}

static void
entry_activate_cb (LiaisonFieldLanguages *self)
{
  g_autofree char *tag = liaison_language_normalise (gtk_editable_get_text (self->entry));

  if (tag == NULL || !liaison_language_is_valid (tag, strlen (tag)))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_editable_set_text (self->entry, "");
  choose (self, liaison_intern (tag, strlen (tag)));
}

static GtkWidget *
make_row (LiaisonFieldLanguages *self, const char *tag)
{
  gboolean there = liaison_text_lookup (self->text, tag) != NULL;
  g_autofree char *name = name_language (self, tag);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  /* Translators: beside the name of a language in which a text has not been written yet */
  GtkWidget *state = there ? gtk_image_new_from_icon_name ("object-select-symbolic")
                           : gtk_label_new (_ ("missing"));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (tag == self->language)
    gtk_widget_add_css_class (label, "heading");
  if (!there)
    gtk_widget_add_css_class (state, "dim-label");
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (state), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("written"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "tag", (gpointer) tag);
  return row;
}

static void
make_popover (LiaisonFieldLanguages *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Language of the text"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Other, such as pt-BR"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tag of another language"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
clicked_cb (LiaisonFieldLanguages *self)
{
  g_autoptr (GPtrArray) tags = list_all (self);
  GtkWidget *row;

  if (self->popover == NULL)
    make_popover (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < tags->len; i++)
    gtk_list_box_append (self->list, make_row (self, tags->pdata[i]));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
liaison_field_languages_dispose (GObject *object)
{
  LiaisonFieldLanguages *self = LIAISON_FIELD_LANGUAGES (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_field_languages_parent_class)->dispose (object);
}

static void
liaison_field_languages_finalize (GObject *object)
{
  LiaisonFieldLanguages *self = LIAISON_FIELD_LANGUAGES (object);

  g_clear_pointer (&self->text, liaison_text_unref);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (liaison_field_languages_parent_class)->finalize (object);
}

static void
liaison_field_languages_class_init (LiaisonFieldLanguagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_field_languages_dispose;
  object_class->finalize = liaison_field_languages_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LIAISON_TYPE_FIELD_LANGUAGES,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_field_languages_init (LiaisonFieldLanguages *self)
{
  self->button = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "caption");
  gtk_widget_add_css_class (self->button, "field-tag");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
}

LiaisonFieldLanguages *
liaison_field_languages_new (LiaisonSession *session, const char *label)
{
  LiaisonFieldLanguages *self = g_object_new (LIAISON_TYPE_FIELD_LANGUAGES, NULL);

  self->session = g_object_ref (session);
  self->label = g_strdup (label);
  self->language = liaison_session_get_language (session);
  show_state (self);
  return self;
}

const char *
liaison_field_languages_get_language (LiaisonFieldLanguages *self)
{
  return self->language;
}

void
liaison_field_languages_show_text (LiaisonFieldLanguages *self, const LiaisonText *text)
{
  LiaisonText *kept = liaison_text_ref ((LiaisonText *) text);

  g_clear_pointer (&self->text, liaison_text_unref);
  self->text = kept;
  show_state (self);
}
