/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include "import/import-item.h"
#include "record/field-type.h"
#include "screen.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <string.h>

/* A column of the preview. */
typedef struct
{
  LiaisonImportWindow *window; /* borrowed */
  int column;                  /* of the sheet; -1: none */
  int field;                   /* of the kind; -1: none */
  const LiaisonOwnColumn *own; /* NULL: none of the exercise's own */
} Column;

/* Telling */

/* New records are found too, so that what refers to them can be told. */
static const LiaisonBlock *
find_cb (gpointer data, LiaisonId id)
{
  LiaisonImportWindow *self = data;
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonLookup lookup = liaison_document_get_lookup (document);
  const LiaisonBlock *block = self->blocks != NULL ? g_hash_table_lookup (self->blocks, &id) : NULL;

  return block != NULL ? block : liaison_lookup_find (&lookup, id);
}

static LiaisonManner
get_manner (LiaisonImportWindow *self)
{
  LiaisonManner manner = liaison_import_window_get_manner (self);

  manner.lookup = (LiaisonLookup){ find_cb, self };
  return manner;
}

static const LiaisonImportProblem *
find_problem (const LiaisonImportRow *row, const Column *column)
{
  for (guint i = 0; row->problems != NULL && i < row->problems->len; i++)
    {
      const LiaisonImportProblem *problem = row->problems->pdata[i];

      if (problem->column >= 0 && problem->column == column->column
          && problem->severity > LIAISON_SEVERITY_NOTE)
        return problem;
    }
  return NULL;
}

static char *
tell_field (const LiaisonManner *manner, const LiaisonBlock *block, int field)
{
  g_autofree char *told = NULL;

  if ((guint) field >= block->shape->n_fields
      || !liaison_block_field_is_set (block, &block->shape->fields[field]))
    return g_strdup ("");
  told = liaison_manner_tell_field (manner, block, &block->shape->fields[field]);
  return g_strdelimit (g_steal_pointer (&told), "\n\r", ' ');
}

/* The same of one of the exercise's own columns. */
static char *
tell_own (const LiaisonManner *manner, const LiaisonBlock *block, const LiaisonOwnColumn *own)
{
  const char *raw;
  g_autoptr (LiaisonBlock) value = liaison_own_column_get (own, block, &raw);

  return raw != NULL ? g_strdup (raw) : tell_field (manner, value, 0);
}

static char *
tell_at (const LiaisonManner *manner, const LiaisonBlock *block, const Column *column)
{
  return column->own != NULL ? tell_own (manner, block, column->own)
                             : tell_field (manner, block, column->field);
}

static gboolean
is_changed (const LiaisonImportRow *row,
            const Column *column,
            const char *before,
            const char *after)
{
  const LiaisonField *field;

  if (column->own != NULL)
    return !g_str_equal (before, after);
  field = &row->after->shape->fields[column->field];
  return !liaison_field_type_ops (field->type)
              ->equal (LIAISON_BLOCK_AT (row->before, field), LIAISON_BLOCK_AT (row->after, field));
}

/* What a cell will be; of a change also what it was. *@changed: it differs from what the plan has.
 */
static char *
tell_value (const LiaisonImportRow *row, const Column *column, gboolean *changed)
{
  LiaisonManner manner = get_manner (column->window);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  *changed = FALSE;
  if (row->after == NULL)
    return tell_at (&manner, row->before, column);
  after = tell_at (&manner, row->after, column);
  if (row->before == NULL)
    return g_steal_pointer (&after);
  before = tell_at (&manner, row->before, column);
  *changed = is_changed (row, column, before, after);
  if (!*changed)
    return g_steal_pointer (&after);
  /* Translators: A value before and after an import. */
  return g_strdup_printf (_ ("%1$s → %2$s"), *before != '\0' ? before : "—",
                          *after != '\0' ? after : "—");
}

static char *
tell_raw (LiaisonImportWindow *self, const LiaisonImportRow *row, int column)
{
  const char *wish;
  const LiaisonCell *cell;

  if (row->row == G_MAXUINT || column < 0)
    return g_strdup ("");
  wish = liaison_import_wishes_get_text (self->wishes, row->row, (guint) column);
  if (wish != NULL)
    return g_strdup (wish);
  cell = liaison_sheet_find_merged (self->sheet, row->row, (guint) column);
  return cell != NULL ? g_strdelimit (liaison_cell_dup_text (cell), "\n\r", ' ') : g_strdup ("");
}

static gboolean
is_of_kind (const LiaisonImportWindow *self, const LiaisonImportRow *row)
{
  const LiaisonBlock *block = row->after != NULL ? row->after : row->before;

  return block != NULL && block->shape == &self->mapping->kind->shape;
}

static gboolean
is_title (LiaisonImportWindow *self, const Column *column)
{
  return column->field >= 0
         && (self->mapping->kind->shape.fields[column->field].flags & LIAISON_FIELD_TITLE) != 0;
}

/* A cell's text and how it is to look. */
static char *
tell_cell (const Column *column, const LiaisonImportRow *row, const char **look)
{
  LiaisonImportWindow *self = column->window;
  const LiaisonImportProblem *problem = find_problem (row, column);
  gboolean changed = FALSE;
  char *text;

  *look = NULL;
  if (problem != NULL && problem->severity == LIAISON_SEVERITY_ERROR)
    {
      *look = "error";
      return *problem->text != '\0' ? g_strdup (problem->text)
                                    : tell_raw (self, row, column->column);
    }
  if (row->state == LIAISON_IMPORT_NOTHING)
    {
      *look = "dim-label";
      return is_title (self, column) && row->text != NULL ? g_strdup (row->text) : g_strdup ("");
    }
  if (!is_of_kind (self, row))
    {
      LiaisonManner manner = get_manner (self);
      const LiaisonBlock *block = row->after != NULL ? row->after : row->before;

      return is_title (self, column) ? liaison_manner_tell_block_name (&manner, block)
                                     : g_strdup ("");
    }
  text = column->field >= 0 || column->own != NULL ? tell_value (row, column, &changed)
                                                   : tell_raw (self, row, column->column);
  *look = problem != NULL                                                          ? "warning"
          : changed                                                                ? "accent"
          : row->state == LIAISON_IMPORT_SAME || row->state == LIAISON_IMPORT_GONE ? "dim-label"
                                                                                   : NULL;
  return text;
}

static const char *
tell_state (const LiaisonImportRow *row)
{
  switch (row->type)
    {
    case LIAISON_IMPORT_ROW_DAY:
      return _ ("Day");
    case LIAISON_IMPORT_ROW_NOTE:
      return _ ("Note");
    case LIAISON_IMPORT_ROW_HEADING:
      return _ ("Heading");
    case LIAISON_IMPORT_ROW_OTHER:
      return _ ("Left out");
    case LIAISON_IMPORT_ROW_CREATED:
      /* Translators: A record that is made because a row names it. */
      return _ ("Created");
    default:
      break;
    }
  if (!row->wanted && row->state != LIAISON_IMPORT_GONE)
    return _ ("Left out");
  switch (row->state)
    {
    case LIAISON_IMPORT_NEW:
      return row->type == LIAISON_IMPORT_ROW_SECTION ? _ ("New title") : _ ("New");
    case LIAISON_IMPORT_CHANGED:
      return _ ("Changed");
    case LIAISON_IMPORT_SAME:
      return _ ("The same");
    case LIAISON_IMPORT_GONE:
      return _ ("Gone");
    default:
      return "";
    }
}

/* Cells */

static const char *const looks[] = { "error", "warning", "accent", "dim-label" };

static void
setup_label_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (cell, label);
}

static void
set_look (GtkWidget *label, const char *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strcmp0 (look, looks[i]) == 0)
      gtk_widget_add_css_class (label, looks[i]);
    else
      gtk_widget_remove_css_class (label, looks[i]);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, Column *column)
{
  const LiaisonImportRow *row = liaison_import_item_get_row (gtk_list_item_get_item (cell));
  const LiaisonImportProblem *problem = find_problem (row, column);
  GtkWidget *label = gtk_list_item_get_child (cell);
  const char *look;
  g_autofree char *text = tell_cell (column, row, &look);
  g_autofree char *tip =
      problem != NULL ? liaison_words_dup_without_isolates (problem->message) : g_strdup (text);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *tip != '\0' ? tip : NULL);
  set_look (label, look);
}

static void
bind_number_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  const LiaisonImportRow *row = liaison_import_item_get_row (gtk_list_item_get_item (cell));
  g_autofree char *text = row->number > 0 ? g_strdup_printf ("%u", row->number) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (cell)), text);
  gtk_widget_add_css_class (gtk_list_item_get_child (cell), "dim-label");
  gtk_widget_add_css_class (gtk_list_item_get_child (cell), "numeric");
}

/* What becomes of it, with a mark for what is wrong. */
static void
setup_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (cell, box);
}

static void
bind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  const LiaisonImportRow *row = liaison_import_item_get_row (gtk_list_item_get_item (cell));
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (cell));
  GtkWidget *label = gtk_widget_get_next_sibling (image);
  LiaisonSeverity severity;
  gboolean marked =
      liaison_import_row_get_severity (row, &severity) && severity > LIAISON_SEVERITY_NOTE;
  gboolean error = marked && severity == LIAISON_SEVERITY_ERROR;

  gtk_label_set_text (GTK_LABEL (label), tell_state (row));
  gtk_widget_set_visible (image, marked);
  gtk_image_set_from_icon_name (GTK_IMAGE (image),
                                error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  set_look (image, error ? "error" : "warning");
  set_look (label, row->state == LIAISON_IMPORT_NOTHING || row->state == LIAISON_IMPORT_SAME
                       ? "dim-label"
                       : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  error ? _ ("Error") : _ ("Warning"), -1);
}

/* Ticks */

static void
ticked_cb (GtkCheckButton *check, LiaisonImportWindow *self)
{
  LiaisonImportItem *item = g_object_get_data (G_OBJECT (check), "item");
  const LiaisonImportRow *row = item != NULL ? liaison_import_item_get_row (item) : NULL;
  const gboolean wanted = gtk_check_button_get_active (check);

  if (self->filling || row == NULL || row->wanted == wanted)
    return;
  if (row->state == LIAISON_IMPORT_GONE)
    liaison_import_wishes_set_gone (self->wishes, row->before->id, wanted);
  else if (row->row != G_MAXUINT)
    liaison_import_wishes_set_left_out (self->wishes, row->row, !wanted);
  liaison_import_window_look (self, FALSE);
}

static void
setup_tick_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, LiaisonImportWindow *self)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Import this row"), -1);
  g_signal_connect (check, "toggled", G_CALLBACK (ticked_cb), self);
  gtk_list_item_set_child (cell, check);
}

static void
bind_tick_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, LiaisonImportWindow *self)
{
  LiaisonImportItem *item = gtk_list_item_get_item (cell);
  const LiaisonImportRow *row = liaison_import_item_get_row (item);
  GtkWidget *check = gtk_list_item_get_child (cell);
  const gboolean filling = self->filling;

  self->filling = TRUE;
  g_object_set_data (G_OBJECT (check), "item", item);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               row->wanted && row->state != LIAISON_IMPORT_SAME);
  gtk_widget_set_visible (check, row->state != LIAISON_IMPORT_NOTHING
                                     && row->state != LIAISON_IMPORT_SAME
                                     && row->type != LIAISON_IMPORT_ROW_CREATED);
  self->filling = filling;
}

static void
unbind_tick_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (cell)), "item", NULL);
}

/* Columns */

static GtkColumnViewColumn *
add_column (LiaisonImportWindow *self, const char *title, GtkListItemFactory *factory, int width)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, liaison_screen_scale (width));
  gtk_column_view_append_column (self->rows, column);
  g_object_unref (column);
  return column;
}

static Column *
add_value_column (LiaisonImportWindow *self, int sheet_column, int field, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const LiaisonField *of = field >= 0 ? &self->mapping->kind->shape.fields[field] : NULL;
  Column *column = g_new (Column, 1);
  int width = of == NULL                           ? 140
              : of->flags & LIAISON_FIELD_TITLE    ? 300
              : of->flags & LIAISON_FIELD_CODE     ? 90
              : of->flags & LIAISON_FIELD_LONG     ? 220
              : of->type == LIAISON_FIELD_DURATION ? 110
                                                   : 160;

  *column = (Column){ self, sheet_column, field, NULL };
  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cell_cb), column,
                         (GClosureNotify) (gpointer) g_free, 0);
  add_column (self, title, factory, width);
  return column;
}

static void
add_state_columns (LiaisonImportWindow *self)
{
  GtkListItemFactory *tick = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *number = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *state = gtk_signal_list_item_factory_new ();

  g_signal_connect (tick, "setup", G_CALLBACK (setup_tick_cb), self);
  g_signal_connect (tick, "bind", G_CALLBACK (bind_tick_cb), self);
  g_signal_connect (tick, "unbind", G_CALLBACK (unbind_tick_cb), self);
  add_column (self, "", tick, 0);
  g_signal_connect (number, "setup", G_CALLBACK (setup_label_cb), self);
  g_signal_connect (number, "bind", G_CALLBACK (bind_number_cb), self);
  /* Translators: The number of a row of a spreadsheet. */
  add_column (self, _ ("Row"), number, 0);
  g_signal_connect (state, "setup", G_CALLBACK (setup_state_cb), self);
  g_signal_connect (state, "bind", G_CALLBACK (bind_state_cb), self);
  /* Translators: What becomes of a row: new, changed and so on. */
  add_column (self, _ ("Becomes"), state, 120);
}

/* A length that comes of an end or a span has a column too. */
static void
add_length (LiaisonImportWindow *self)
{
  const LiaisonShape *shape = &self->mapping->kind->shape;
  const LiaisonField *length = liaison_shape_find_flagged (shape, LIAISON_FIELD_LENGTH);
  const LiaisonField *start = liaison_shape_find_flagged (shape, LIAISON_FIELD_START);
  const int end = liaison_import_mapping_find (self->mapping, LIAISON_IMPORT_END, -1);
  const int place = length != NULL ? (int) (length - shape->fields) : -1;

  if (place < 0 || liaison_import_mapping_find (self->mapping, LIAISON_IMPORT_FIELD, place) >= 0)
    return;
  if (end >= 0
      || (start != NULL
          && liaison_import_mapping_find (self->mapping, LIAISON_IMPORT_FIELD,
                                          (int) (start - shape->fields))
                 >= 0))
    add_value_column (self, end, place, _ (length->label));
}

void
liaison_import_window_make_preview_columns (LiaisonImportWindow *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->rows);
  const LiaisonShape *shape = &self->mapping->kind->shape;
  const int title =
      liaison_shape_find_flagged (shape, LIAISON_FIELD_TITLE) != NULL
          ? (int) (liaison_shape_find_flagged (shape, LIAISON_FIELD_TITLE) - shape->fields)
          : -1;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->rows, column);
    }
  add_state_columns (self);
  if (title >= 0)
    add_value_column (self,
                      liaison_import_mapping_find (self->mapping, LIAISON_IMPORT_FIELD, title),
                      title, _ (shape->fields[title].label));
  for (guint i = 0; i < self->mapping->n_columns; i++)
    {
      const LiaisonImportColumn *column = &self->mapping->columns[i];
      g_autofree char *heading = liaison_import_window_dup_heading (self, (int) i);

      if (column->role == LIAISON_IMPORT_FIELD && column->field != title)
        add_value_column (self, (int) i, column->field, _ (shape->fields[column->field].label));
      else if (column->role == LIAISON_IMPORT_OWN)
        add_value_column (self, (int) i, -1, column->own->field.label)->own = column->own;
      else if (column->role == LIAISON_IMPORT_DAY || column->role == LIAISON_IMPORT_MEMBER)
        add_value_column (self, (int) i, -1, heading);
    }
  add_length (self);
}
