/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/calendar-source.h"

#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "words/names.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define CODE_KEY "liaison-code"

struct _LiaisonCalendarSource
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *nations; /* of GtkCheckButton, whose holidays are read; borrowed */
  char *path;         /* of the file chosen; or NULL */

  /* Borrowed */
  AdwEntryRow *address;
  AdwActionRow *file;
  AdwComboRow *language;
  GtkSwitch *mark;
};

G_DEFINE_FINAL_TYPE (LiaisonCalendarSource, liaison_calendar_source, ADW_TYPE_BIN)

static guint activated, changed;

static const char *
get_language (LiaisonCalendarSource *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->language);

  return chosen != NULL
             ? g_object_get_data (G_OBJECT (self->language), gtk_string_object_get_string (chosen))
             : NULL;
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  LiaisonCalendarSource *self = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autofree char *name = NULL, *escaped = NULL;

      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_free (self->path);
      self->path = g_file_get_path (file);
      name = g_filename_display_basename (self->path);
      escaped = g_markup_escape_text (name, -1);
      adw_action_row_set_subtitle (self->file, escaped);
      gtk_editable_set_text (GTK_EDITABLE (self->address), "");
      g_signal_emit (self, changed, 0);
    }
  g_object_unref (dialog);
}

static void
choose_cb (LiaisonCalendarSource *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Calendar of Holidays"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendars (.ics)"));
  gtk_file_filter_add_pattern (filter, "*.ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
changed_cb (LiaisonCalendarSource *self)
{
  g_signal_emit (self, changed, 0);
}

static void
activate_cb (LiaisonCalendarSource *self)
{
  g_signal_emit (self, activated, 0);
}

/* How it is put together */

static GtkWidget *
where_new (LiaisonCalendarSource *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose…"));

  self->file = ADW_ACTION_ROW (adw_action_row_new ());
  self->address = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Where the calendar is"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("An address is read now and can be read again later; what was read is kept for when there "
         "is no network."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), _ ("File"));
  adw_action_row_set_subtitle (self->file, _ ("None chosen"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->file, button);
  adw_action_row_set_activatable_widget (self->file, button);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address),
                                 _ ("Or an address (https://…)"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->file));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->address));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->address, "entry-activated", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->address, "changed", G_CALLBACK (changed_cb), self);
  return group;
}

static GtkWidget *
how_new (LiaisonCalendarSource *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonItems *uses =
      LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner.lookup))->languages;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->language = ADW_COMBO_ROW (adw_combo_row_new ());
  for (guint i = 0; i < liaison_items_get_size (uses); i++)
    {
      const char *tag = LIAISON_DATA (LanguageUse, liaison_items_get (uses, i))->language.language;
      g_autofree char *name = tag != NULL ? liaison_words_dup_language (manner.words, tag) : NULL;

      if (name == NULL)
        continue;
      gtk_string_list_append (names, name);
      g_object_set_data (G_OBJECT (self->language), name, (gpointer) tag);
    }
  adw_combo_row_set_expression (self->language, string);
  gtk_expression_unref (string);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->language), _ ("Language of its names"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language), _ ("Where it does not say"));
  self->mark = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (self->mark, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->mark), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Default marking of the exercise"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Otherwise they are for their originator only"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->mark));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->mark));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->language));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static GtkWidget *
whose_new (LiaisonCalendarSource *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonTable *table = liaison_document_get_table (liaison_session_get_document (self->session),
                                                    LIAISON_KIND_NATION);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Whose holidays they are"));
  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const char *code =
          LIAISON_DATA (Nation, liaison_record_get_block (liaison_table_get (table, i)))->code;
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      g_autofree char *name = NULL, *escaped = NULL;

      if (code == NULL)
        {
          g_object_unref (g_object_ref_sink (row));
          g_object_unref (g_object_ref_sink (check));
          continue;
        }
      name = liaison_manner_tell_nation (&manner, code);
      escaped = g_markup_escape_text (name, -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data (G_OBJECT (check), CODE_KEY, (gpointer) code);
      g_ptr_array_add (self->nations, check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

static void
liaison_calendar_source_finalize (GObject *object)
{
  LiaisonCalendarSource *self = LIAISON_CALENDAR_SOURCE (object);

  g_clear_object (&self->session);
  g_ptr_array_unref (self->nations);
  g_free (self->path);
  G_OBJECT_CLASS (liaison_calendar_source_parent_class)->finalize (object);
}

static void
liaison_calendar_source_class_init (LiaisonCalendarSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_calendar_source_finalize;
  activated = g_signal_new ("activated", LIAISON_TYPE_CALENDAR_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL,
                            NULL, NULL, G_TYPE_NONE, 0);
  changed = g_signal_new ("changed", LIAISON_TYPE_CALENDAR_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL,
                            NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_calendar_source_init (LiaisonCalendarSource *self)
{
  self->nations = g_ptr_array_new ();
}

LiaisonCalendarSource *
liaison_calendar_source_new (LiaisonSession *session)
{
  LiaisonCalendarSource *self = g_object_new (LIAISON_TYPE_CALENDAR_SOURCE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (box), where_new (self));
  gtk_box_append (GTK_BOX (box), whose_new (self));
  gtk_box_append (GTK_BOX (box), how_new (self));
  adw_bin_set_child (ADW_BIN (self), box);
  return self;
}

LiaisonCalendarJob *
liaison_calendar_source_make_job (LiaisonCalendarSource *self,
                                  const LiaisonOfferTerms *terms,
                                  const char **problem)
{
  g_autofree char *address =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  LiaisonOfferTerms own = *terms;
  LiaisonCalendarJob *job;

  for (guint i = 0; i < self->nations->len; i++)
    if (gtk_check_button_get_active (self->nations->pdata[i]))
      g_ptr_array_add (codes, g_object_get_data (self->nations->pdata[i], CODE_KEY));
  *problem = NULL;
  if (*address == '\0' && self->path == NULL)
    *problem = _ ("Choose a file, or give an address that begins with https://.");
  else if (codes->len == 0)
    *problem = _ ("Say whose holidays they are.");
  if (*problem != NULL)
    return NULL;
  own.mark = gtk_switch_get_active (self->mark);
  job = liaison_calendar_job_new (self->session, &own);
  liaison_calendar_job_add (job, *address != '\0' ? address : NULL, self->path,
                            (const char *const *) codes->pdata, codes->len, get_language (self));
  return job;
}
