/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include "screen.h"
#include "shared/drop-down-search.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many rows are offered as the one of headings. */
#define HEADING_ROWS 15
/* Texts of a column that are shown as samples. */
#define SAMPLES 4

/* Rows */

char *
liaison_import_window_dup_heading (LiaisonImportWindow *self, int column)
{
  g_autofree char *name = NULL;

  if (column < 0)
    return g_strdup ("");
  if ((guint) column < self->mapping->n_columns && *self->mapping->columns[column].heading != '\0')
    {
      char *heading = g_strdup (self->mapping->columns[column].heading);

      return g_strdelimit (heading, "\n", ' ');
    }
  name = liaison_sheet_dup_column_name ((guint) column);
  /* Translators: A column of a spreadsheet that has no heading: “Column B”. */
  return g_strdup_printf (_ ("Column %s"), name);
}

/* The first texts of the column that differ. */
static char *
dup_samples (LiaisonImportWindow *self, guint column)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);
  const guint n = liaison_sheet_get_n_rows (self->sheet);

  for (guint i = self->mapping->first; i < n && samples->len < SAMPLES; i++)
    {
      const LiaisonCell *cell = liaison_sheet_find (self->sheet, i, column);
      g_autofree char *text = cell != NULL ? liaison_cell_dup_text (cell) : NULL;

      if (text == NULL || g_ptr_array_find_with_equal_func (samples, text, g_str_equal, NULL))
        continue;
      g_strdelimit (text, "\n\r\t", ' ');
      if (g_utf8_strlen (text, -1) > 40)
        {
          g_autofree char *start = g_utf8_substring (text, 0, 38);

          g_ptr_array_add (samples, g_strconcat (start, "…", NULL));
        }
      else
        g_ptr_array_add (samples, g_steal_pointer (&text));
    }
  g_ptr_array_add (samples, NULL);
  return g_strjoinv ("  ·  ", (char **) samples->pdata);
}

static void
chosen_cb (GtkDropDown *drop_down, GParamSpec *spec, LiaisonImportWindow *self)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "column"));
  const guint selected = gtk_drop_down_get_selected (drop_down);
  const LiaisonColumnChoice *choice;

  if (self->filling || selected >= self->choices->len)
    return;
  choice = self->choices->pdata[selected];
  if (choice->own != NULL)
    liaison_import_mapping_set_own (self->mapping, column, choice->own);
  else
    liaison_import_mapping_set_column (self->mapping, column, choice->role, choice->field);
  if (self->bytes == NULL)
    liaison_import_mapping_choose_keys (self->mapping);
  liaison_import_window_update_buttons (self);
}

static GtkWidget *
new_drop_down (LiaisonImportWindow *self, guint column)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < self->choices->len; i++)
    gtk_string_list_append (labels, ((LiaisonColumnChoice *) self->choices->pdata[i])->label);
  drop_down = gtk_drop_down_new (
      G_LIST_MODEL (labels), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  liaison_drop_down_set_searched (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (drop_down),
      liaison_import_window_find_choice (self, &self->mapping->columns[column]));
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (drop_down, 240, -1);
  g_object_set_data (G_OBJECT (drop_down), "column", GUINT_TO_POINTER (column));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self);
  return drop_down;
}

static gboolean
is_empty_column (LiaisonImportWindow *self, guint column)
{
  const guint n = liaison_sheet_get_n_rows (self->sheet);

  if (*self->mapping->columns[column].heading != '\0')
    return FALSE;
  for (guint i = self->mapping->first; i < n; i++)
    if (liaison_sheet_find (self->sheet, i, column) != NULL)
      return FALSE;
  return TRUE;
}

static GtkWidget *
new_column_row (LiaisonImportWindow *self, guint column)
{
  GtkWidget *row = adw_action_row_new (), *drop_down = new_drop_down (self, column);
  g_autofree char *heading = liaison_import_window_dup_heading (self, (int) column);
  g_autofree char *samples = dup_samples (self, column);
  g_autofree char *escaped = g_markup_escape_text (samples, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  return row;
}

/* The file */

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  if (description != NULL)
    adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

GtkWidget *
liaison_import_window_add_combo (AdwPreferencesGroup *group,
                                 const char *title,
                                 GtkStringList *labels,
                                 guint selected,
                                 GCallback callback,
                                 gpointer data)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (group, row);
  g_signal_connect (row, "notify::selected", callback, data);
  g_object_unref (labels);
  return row;
}

static void
sheet_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  const guint selected = adw_combo_row_get_selected (row);

  if (self->filling || selected == self->sheet_index || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->sheet_index = selected;
  self->kind = NULL;
  liaison_import_window_read (self);
}

static void
add_sheets (LiaisonImportWindow *self, AdwPreferencesGroup *group)
{
  const guint n = liaison_book_get_n_sheets (self->book);
  GtkStringList *labels;

  if (n < 2)
    return;
  labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      const char *name = liaison_book_get_sheet_name (self->book, i);
      /* Translators: The name of a sheet of a workbook that its author has hidden. */
      g_autofree char *hidden = g_strdup_printf (_ ("%s (hidden)"), name);

      gtk_string_list_append (labels, liaison_book_is_sheet_hidden (self->book, i) ? hidden : name);
    }
  liaison_import_window_add_combo (group, _ ("Sheet"), labels, self->sheet_index,
                                   G_CALLBACK (sheet_cb), self);
}

static void
kind_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  const guint selected = adw_combo_row_get_selected (row);
  const LiaisonKind *kind = NULL;
  guint at = 0;

  for (guint i = 0; i < LIAISON_N_KINDS && kind == NULL; i++)
    if (liaison_import_is_kind (liaison_kind_get (i)) && at++ == selected)
      kind = liaison_kind_get (i);
  if (self->filling || kind == NULL || kind == self->mapping->kind)
    return;
  liaison_import_window_guess (self, kind, -2);
  liaison_import_window_fill_columns (self);
}

static void
add_kinds (LiaisonImportWindow *self, AdwPreferencesGroup *group)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  guint selected = 0, at = 0;

  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    {
      const LiaisonKind *kind = liaison_kind_get (i);

      if (!liaison_import_is_kind (kind))
        continue;
      if (kind == self->mapping->kind)
        selected = at;
      gtk_string_list_append (labels, _ (kind->plural_label));
      at++;
    }
  liaison_import_window_add_combo (group, _ ("Table"), labels, selected, G_CALLBACK (kind_cb),
                                   self);
}

static void
headings_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  const int headings = (int) adw_combo_row_get_selected (row) - 1;

  if (self->filling || headings == self->mapping->headings || headings < -1)
    return;
  liaison_import_window_guess (self, self->mapping->kind, headings);
  liaison_import_window_fill_columns (self);
}

static char *
dup_row_text (LiaisonImportWindow *self, guint index)
{
  const LiaisonSheetRow *row = liaison_sheet_get_row (self->sheet, index);
  const LiaisonCell *cells = liaison_sheet_get_cells (self->sheet, row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->n_cells && text->len < 60; i++)
    {
      g_autofree char *cell = liaison_cell_dup_text (&cells[i]);

      g_strdelimit (cell, "\n\r\t", ' ');
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", cell);
    }
  if (g_utf8_strlen (text->str, -1) > 60)
    {
      g_autofree char *start = g_utf8_substring (text->str, 0, 58);

      return g_strdup_printf ("%u: %s…", row->number, start);
    }
  return g_strdup_printf ("%u: %s", row->number, text->str);
}

static void
add_headings (LiaisonImportWindow *self, AdwPreferencesGroup *group)
{
  const guint n = liaison_sheet_get_n_rows (self->sheet);
  const guint offered = MIN (n, MAX (HEADING_ROWS, (guint) (self->mapping->headings + 1)));
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("There are none"));
  for (guint i = 0; i < offered; i++)
    {
      g_autofree char *text = dup_row_text (self, i);

      gtk_string_list_append (labels, text);
    }
  liaison_import_window_add_combo (group, _ ("Row of the headings"), labels,
                                   (guint) (self->mapping->headings + 1), G_CALLBACK (headings_cb),
                                   self);
}

static void
encoding_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  if (self->filling)
    return;
  self->dialect.encoding = adw_combo_row_get_selected (row) + 1;
  g_clear_pointer (&self->book, liaison_book_free);
  liaison_import_window_read (self);
}

static const char separators[] = { ',', ';', '\t', '|' };

static void
separator_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  const guint selected = adw_combo_row_get_selected (row);

  if (self->filling || selected >= G_N_ELEMENTS (separators))
    return;
  self->dialect.separator = separators[selected];
  g_clear_pointer (&self->book, liaison_book_free);
  liaison_import_window_read (self);
}

/* Of a text file: what cannot be known for sure. */
static void
add_dialect (LiaisonImportWindow *self, AdwPreferencesGroup *group)
{
  const LiaisonCsvDialect *dialect = liaison_book_get_dialect (self->book);
  GtkStringList *encodings, *marks;
  guint selected = 0;

  if (dialect == NULL || self->bytes != NULL)
    return;
  encodings = gtk_string_list_new (NULL);
  for (guint i = LIAISON_ENCODING_UTF_8; i < LIAISON_N_ENCODINGS; i++)
    gtk_string_list_append (encodings, _ (liaison_encoding_get_label (i)));
  liaison_import_window_add_combo (group, _ ("Encoding"), encodings, MAX (dialect->encoding, 1) - 1,
                                   G_CALLBACK (encoding_cb), self);
  marks = gtk_string_list_new (NULL);
  gtk_string_list_append (marks, _ ("Comma"));
  gtk_string_list_append (marks, _ ("Semicolon"));
  /* Translators: The tab character between the columns of a text file. */
  gtk_string_list_append (marks, _ ("Tab"));
  gtk_string_list_append (marks, _ ("Vertical bar"));
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == dialect->separator)
      selected = i;
  liaison_import_window_add_combo (group, _ ("Between the columns"), marks, selected,
                                   G_CALLBACK (separator_cb), self);
}

/* The page */

/* A group of the page before it is filled again; its widgets go with it. */
static void
clear_page (AdwPreferencesPage *page, const char *key)
{
  GPtrArray *groups = g_object_get_data (G_OBJECT (page), key);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    adw_preferences_page_remove (page, groups->pdata[i]);
  g_object_set_data (G_OBJECT (page), key, NULL);
}

static void
remember_groups (AdwPreferencesPage *page, AdwPreferencesGroup *one, AdwPreferencesGroup *other)
{
  GPtrArray *groups = g_ptr_array_new ();

  g_ptr_array_add (groups, one);
  g_ptr_array_add (groups, other);
  g_object_set_data_full (G_OBJECT (page), "groups", groups, (GDestroyNotify) g_ptr_array_unref);
}

static char *
tell_ignored (LiaisonImportWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->mapping->n_columns; i++)
    n += self->mapping->columns[i].role == LIAISON_IMPORT_IGNORE && !is_empty_column (self, i);
  if (n == 0)
    return g_strdup (_ ("Each column was recognised. Change what is not right."));
  return liaison_screen_printf (
      ngettext ("%u column was not recognised: say what it is, or leave it out.",
                "%u columns were not recognised: say what they are, or leave "
                "them out.",
                n),
      n);
}

static gboolean
fill_later_cb (gpointer data)
{
  LiaisonImportWindow *self = data;
  AdwPreferencesGroup *file, *columns;
  g_autofree char *ignored = NULL;

  if (self->session == NULL || self->mapping == NULL)
    return G_SOURCE_REMOVE;
  self->filling = TRUE;
  clear_page (self->columns_page, "groups");
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = liaison_import_window_list_choices (self);
  ignored = tell_ignored (self);
  file = add_group (self->columns_page, _ ("File and Table"), NULL);
  add_sheets (self, file);
  add_kinds (self, file);
  add_headings (self, file);
  add_dialect (self, file);
  liaison_import_window_add_profiles (self, file);
  columns = add_group (self->columns_page, _ ("Columns"), ignored);
  for (guint i = 0; i < self->mapping->n_columns; i++)
    if (!is_empty_column (self, i))
      adw_preferences_group_add (columns, new_column_row (self, i));
  remember_groups (self->columns_page, file, columns);
  self->filling = FALSE;
  liaison_import_window_update_buttons (self);
  return G_SOURCE_REMOVE;
}

/* The rows that ask for it are on the page themselves, so it waits until they are done. */
void
liaison_import_window_fill_columns (LiaisonImportWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, fill_later_cb, g_object_ref (self), g_object_unref);
}
