/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include "exchange/import-profile.h"
#include "record/zone.h"
#include "words/dates.h"
#include "words/names.h"

#include <glib/gi18n.h>
#include <string.h>

/* Units that a letter may count. */
static const struct
{
  gint32 seconds;
  const char *label;
} units[] = { { 60, N_ ("Minutes") },
              { 3600, N_ ("Hours") },
              { 86400, N_ ("Days") },
              { 7 * 86400, N_ ("Weeks") },
              { LIAISON_IMPORT_MONTH, N_ ("Months") } };

static AdwPreferencesGroup *
add_group (LiaisonImportWindow *self, GPtrArray *groups, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  if (description != NULL)
    adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (self->options_page, group);
  g_ptr_array_add (groups, group);
  return group;
}

static GtkWidget *
add_combo (AdwPreferencesGroup *group,
           const char *title,
           const char *subtitle,
           const char *const *labels,
           guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (group, row);
  return row;
}

/* The switch sets @flag, which is the window's mapping's. */
static void
switched_cb (GtkSwitch *toggle, GParamSpec *spec, gpointer data)
{
  *(gboolean *) data = gtk_switch_get_active (toggle);
}

static void
add_switch (AdwPreferencesGroup *group, const char *title, const char *subtitle, gboolean *flag)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_switch_set_active (GTK_SWITCH (toggle), *flag);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_preferences_group_add (group, row);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (switched_cb), flag);
}

/* Times */

static void
zone_cb (GtkEditable *row, LiaisonImportWindow *self)
{
  const LiaisonField field = { .type = LIAISON_FIELD_ZONE, .name = "zone", .label = "" };
  LiaisonManner manner = liaison_import_window_get_manner (self);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  gboolean understood = liaison_manner_read_field (&manner, NULL, &field, NULL, text, &value, NULL);

  if (!understood)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), understood);
  if (understood)
    liaison_import_mapping_set_zone (self->mapping,
                                     value.form == LIAISON_VALUE_FIELD ? value.as.name : NULL);
}

static void
add_zone (LiaisonImportWindow *self, AdwPreferencesGroup *group)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonLookup lookup = liaison_document_get_lookup (document);
  LiaisonManner manner = liaison_import_window_get_manner (self);
  const char *zone = self->mapping->zone;
  GtkWidget *row = adw_entry_row_new ();

  if (zone == NULL)
    zone = liaison_times_get_zone (&lookup, liaison_lookup_get_exercise (&lookup));
  if (zone == NULL)
    zone = manner.zone != NULL ? manner.zone : "UTC";
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Times without a zone are those of"));
  gtk_editable_set_text (GTK_EDITABLE (row), zone);
  adw_preferences_group_add (group, row);
  liaison_import_mapping_set_zone (self->mapping, zone);
  g_signal_connect (row, "changed", G_CALLBACK (zone_cb), self);
}

static void
date_order_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  self->mapping->month_first = adw_combo_row_get_selected (row) == 1;
}

static void
add_date_order (LiaisonImportWindow *self, AdwPreferencesGroup *group)
{
  LiaisonManner manner = liaison_import_window_get_manner (self);
  gint32 april = 0, may = 0;
  g_autofree char *day_first = NULL;
  g_autofree char *month_first = NULL;
  GtkWidget *row;

  liaison_days_from_date (2027, 4, 5, &april);
  liaison_days_from_date (2027, 5, 4, &may);
  day_first = liaison_words_format_day (manner.words, april, LIAISON_DATE_MEDIUM);
  month_first = liaison_words_format_day (manner.words, may, LIAISON_DATE_MEDIUM);
  const char *const labels[] = { day_first, month_first, NULL };
  row =
      add_combo (group, _ ("05/04/2027 is"), _ ("The dates of this file can be read in both ways."),
                 labels, self->mapping->month_first);
  g_signal_connect (row, "notify::selected", G_CALLBACK (date_order_cb), self);
}

static void
letter_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  const char letter = (char) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "letter"));
  const guint selected = adw_combo_row_get_selected (row);

  if (selected < G_N_ELEMENTS (units))
    liaison_import_mapping_set_letter (self->mapping, letter, units[selected].seconds);
}

static void
add_letter (LiaisonImportWindow *self, AdwPreferencesGroup *group, char letter)
{
  /* Translators: A time counted from STARTEX in the spelling of planners, as “D+2”; the answer is
     “Days” or “Hours”. */
  g_autofree char *title = g_strdup_printf (_ ("%c+2 counts"), letter);
  const char *labels[G_N_ELEMENTS (units) + 1] = { NULL };
  guint selected = 2;
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      labels[i] = _ (units[i].label);
      if (units[i].seconds == self->mapping->letters.units[letter - 'A'])
        selected = i;
    }
  row = add_combo (group, title, _ ("From STARTEX on; before it with a minus sign."), labels,
                   selected);
  g_object_set_data (G_OBJECT (row), "letter", GINT_TO_POINTER ((int) letter));
  g_signal_connect (row, "notify::selected", G_CALLBACK (letter_cb), self);
}

static void
add_times (LiaisonImportWindow *self, GPtrArray *groups)
{
  LiaisonImportQuestions questions;
  AdwPreferencesGroup *group;

  liaison_import_ask (self->sheet, self->mapping, &questions);
  if (!questions.zone && !questions.date_order && questions.letters[0] == '\0')
    return;
  group = add_group (self, groups, _ ("Times"), _ ("What the file does not say itself."));
  if (questions.zone)
    add_zone (self, group);
  if (questions.date_order)
    add_date_order (self, group);
  for (guint i = 0; questions.letters[i] != '\0'; i++)
    add_letter (self, group, questions.letters[i]);
}

/* Records */

/* Ways to know records again, as the places of two fields; -1: none. */
typedef struct
{
  gint16 keys[2];
} KeyChoice;

static void
key_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  GArray *choices = g_object_get_data (G_OBJECT (row), "choices");
  const guint selected = adw_combo_row_get_selected (row);

  for (guint i = 0; i < LIAISON_IMPORT_MAX_KEYS; i++)
    self->mapping->keys[i] = -1;
  if (selected >= choices->len)
    return;
  self->mapping->keys[0] = g_array_index (choices, KeyChoice, selected).keys[0];
  self->mapping->keys[1] = g_array_index (choices, KeyChoice, selected).keys[1];
}

static int
find_mapped (LiaisonImportWindow *self, LiaisonFieldFlags flag)
{
  const LiaisonShape *shape = &self->mapping->kind->shape;
  const LiaisonField *field = liaison_shape_find_flagged (shape, flag);
  int place = field != NULL ? (int) (field - shape->fields) : -1;

  return place >= 0 && liaison_import_mapping_find (self->mapping, LIAISON_IMPORT_FIELD, place) >= 0
             ? place
             : -1;
}

static void
add_key_choice (
    LiaisonImportWindow *self, GArray *choices, GtkStringList *labels, int one, int other)
{
  const LiaisonField *fields = self->mapping->kind->shape.fields;
  KeyChoice choice = { { (gint16) one, (gint16) other } };
  g_autofree char *both = NULL;

  if (one < 0)
    return;
  if (other >= 0)
    /* Translators: Two fields by which records are known: “Title and Start”. */
    both = g_strdup_printf (_ ("%s and %s"), _ (fields[one].label), _ (fields[other].label));
  g_array_append_val (choices, choice);
  gtk_string_list_append (labels, both != NULL ? both : _ (fields[one].label));
}

static void
add_key (LiaisonImportWindow *self, AdwPreferencesGroup *group)
{
  const int code = find_mapped (self, LIAISON_FIELD_CODE);
  const int title = find_mapped (self, LIAISON_FIELD_TITLE);
  const int start = find_mapped (self, LIAISON_FIELD_START);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (KeyChoice));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  guint selected;

  add_key_choice (self, choices, labels, code, -1);
  if (start >= 0)
    add_key_choice (self, choices, labels, title, start);
  add_key_choice (self, choices, labels, title, -1);
  selected = choices->len;
  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, KeyChoice, i).keys[0] == self->mapping->keys[0]
        && g_array_index (choices, KeyChoice, i).keys[1] == self->mapping->keys[1])
      selected = i;
  gtk_string_list_append (labels, _ ("Nothing: all rows are new"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Records are known again by"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Rows of records that the plan has already then change them."));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (group, row);
  g_object_set_data_full (G_OBJECT (row), "choices", choices, (GDestroyNotify) g_array_unref);
  g_signal_connect (row, "notify::selected", G_CALLBACK (key_cb), self);
}

static void
sections_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  self->mapping->sections = adw_combo_row_get_selected (row);
}

static void
gone_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  self->mapping->gone = adw_combo_row_get_selected (row);
}

static void
add_records (LiaisonImportWindow *self, GPtrArray *groups)
{
  const char *const sections[] = { _ ("Parents of the rows"), _ ("Left out"), NULL };
  const char *const gone[] = { _ ("Cancelled or retired"), _ ("Removed"), NULL };
  LiaisonImportMapping *mapping = self->mapping;
  AdwPreferencesGroup *group = add_group (self, groups, _ ("Records"), NULL);
  GtkWidget *row;

  add_key (self, group);
  if (liaison_shape_find_flagged (&mapping->kind->shape, LIAISON_FIELD_PARENT) != NULL)
    {
      row = add_combo (group, _ ("Titles between the rows become"), NULL, sections,
                       mapping->sections);
      g_signal_connect (row, "notify::selected", G_CALLBACK (sections_cb), self);
    }
  row = add_combo (group, _ ("Records that the file no longer has are"),
                   _ ("Only those that you tick in the next step."), gone, mapping->gone);
  g_signal_connect (row, "notify::selected", G_CALLBACK (gone_cb), self);
  add_switch (group, _ ("Create what is named and not there"),
              _ ("Sites, participants and other records that cells speak of."), &mapping->create);
  add_switch (group, _ ("Empty cells clear what the plan has"), NULL, &mapping->empty_clears);
  add_switch (group, _ ("Give new records the default marking of the exercise"),
              _ ("Without a marking a record is for its originator only."), &mapping->mark);
  if (liaison_sheet_get_notes (self->sheet) & LIAISON_SHEET_HIDDEN_ROWS)
    add_switch (group, _ ("Import hidden rows too"), NULL, &mapping->hidden_rows);
}

/* Profiles */

void
liaison_import_window_save_profile (LiaisonImportWindow *self)
{
  GtkWidget *row = self->profile_row;
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "liaison", "import", NULL);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  if (*name == '\0' || *name == '.')
    return;
  file = g_strconcat (name, ".json", NULL);
  path = g_build_filename (folder, file, NULL);
  text = liaison_import_profile_write (self->mapping);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (path, text, -1, &error))
    {
      if (error == NULL)
        g_set_error_literal (&error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_WRITE, folder);
      liaison_import_window_tell (self, error);
      return;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Saved as"));
}

static void
add_profile (LiaisonImportWindow *self, GPtrArray *groups)
{
  AdwPreferencesGroup *group =
      add_group (self, groups, _ ("For the Next Time"),
                 _ ("A profile keeps which column is what, and these answers."));
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Save as a profile named"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (liaison_import_window_save_profile), self);
  self->profile_row = row;
  adw_preferences_group_add (group, row);
}

/* What the reader noticed about the sheet. */
static char *
tell_notes (LiaisonImportWindow *self)
{
  static const struct
  {
    LiaisonSheetNotes note;
    const char *text;
  } notes[] = {
    { LIAISON_SHEET_WIDE, N_ ("Columns far to the right were left out.") },
    { LIAISON_SHEET_CLIPPED, N_ ("Very long texts were cut.") },
    { LIAISON_SHEET_UNCALCULATED,
      N_ ("Some formulas have no values saved with them: open the file in its program and save it "
          "again.") },
    { LIAISON_SHEET_OPEN_QUOTE,
      N_ ("A quotation mark is never closed: everything after it is one cell.") },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (liaison_sheet_get_notes (self->sheet) & notes[i].note)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", _ (notes[i].text));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

void
liaison_import_window_fill_options (LiaisonImportWindow *self)
{
  GPtrArray *groups = g_object_get_data (G_OBJECT (self->options_page), "groups");
  g_autofree char *notes = tell_notes (self);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    adw_preferences_page_remove (self->options_page, groups->pdata[i]);
  groups = g_ptr_array_new ();
  if (notes != NULL)
    add_group (self, groups, _ ("About the File"), notes);
  add_times (self, groups);
  add_records (self, groups);
  add_profile (self, groups);
  g_object_set_data_full (G_OBJECT (self->options_page), "groups", groups,
                          (GDestroyNotify) g_ptr_array_unref);
}
