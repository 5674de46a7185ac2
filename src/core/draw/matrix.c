/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/matrix-private.h"

#include "words/search.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (LiaisonMatrix, liaison_matrix, LIAISON_TYPE_DRAWING)

static void
head_clear (gpointer data)
{
  MatrixHead *head = data;

  g_free (head->label);
  g_free (head->detail);
  g_free (head->group);
}

static void
item_clear (gpointer data)
{
  g_free ((char *) ((MatrixItem *) data)->item.label);
}

static void
clear_heat (LiaisonMatrix *self)
{
  for (guint i = 0; i < self->n_heat; i++)
    g_free (self->heat[i].text);
  g_clear_pointer (&self->heat, g_free);
  self->n_heat = 0;
}

static void
clear_layout (LiaisonMatrix *self)
{
  g_clear_pointer (&self->first_item, g_free);
  g_clear_pointer (&self->tops, g_free);
}

static void
liaison_matrix_finalize (GObject *object)
{
  LiaisonMatrix *self = LIAISON_MATRIX (object);

  clear_heat (self);
  clear_layout (self);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->items);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->selected);
  g_free (self->corner);
  g_free (self->search);

  G_OBJECT_CLASS (liaison_matrix_parent_class)->finalize (object);
}

static GPtrArray *
make_table (LiaisonDrawing *drawing, const LiaisonManner *manner)
{
  return liaison_matrix_make_table (LIAISON_MATRIX (drawing));
}

static void
liaison_matrix_class_init (LiaisonMatrixClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_matrix_finalize;
  drawing_class->measure = matrix_measure;
  drawing_class->draw = matrix_draw;
  drawing_class->find = matrix_find;
  drawing_class->locate = matrix_locate;
  drawing_class->step = matrix_step;
  drawing_class->tell = matrix_tell;
  drawing_class->make_table = make_table;
  drawing_class->find_cut = matrix_find_cut;
  drawing_class->still = TRUE;
}

static GArray *
heads_new (void)
{
  GArray *heads = g_array_new (FALSE, TRUE, sizeof (MatrixHead));

  g_array_set_clear_func (heads, head_clear);
  return heads;
}

static void
liaison_matrix_init (LiaisonMatrix *self)
{
  self->rows = heads_new ();
  self->columns = heads_new ();
  self->items = g_array_new (FALSE, TRUE, sizeof (MatrixItem));
  g_array_set_clear_func (self->items, item_clear);
  self->folded = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  self->selected = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  self->cursor = (LiaisonMatrixCursor){ NOWHERE, NOWHERE, NOWHERE };
  self->target_row = self->target_column = NOWHERE;
  self->first_item = g_new0 (guint, 1);
  self->tops = g_new0 (double, 1);
}

LiaisonMatrix *
liaison_matrix_new (void)
{
  return g_object_new (LIAISON_TYPE_MATRIX, NULL);
}

void
liaison_matrix_begin (LiaisonMatrix *self)
{
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->items, 0);
  clear_heat (self);
}

void
liaison_matrix_set_column_letters (LiaisonMatrix *self, guint letters)
{
  self->letters = letters;
}

void
liaison_matrix_set_head_letters (LiaisonMatrix *self, guint letters)
{
  self->head_letters = letters;
}

void
liaison_matrix_set_corner (LiaisonMatrix *self, const char *text)
{
  g_free (self->corner);
  self->corner = g_strdup (text);
}

static guint
add_head (GArray *heads, const LiaisonMatrixHead *head)
{
  MatrixHead copy = {
    .id = head->id,
    .label = g_strdup (head->label != NULL ? head->label : ""),
    .detail = g_strdup (head->detail),
    .group = g_strdup (head->group),
    .depth = head->depth,
    .strong = head->strong,
  };

  g_array_append_val (heads, copy);
  return heads->len - 1;
}

guint
liaison_matrix_add_row (LiaisonMatrix *self, const LiaisonMatrixHead *head)
{
  return add_head (self->rows, head);
}

guint
liaison_matrix_add_column (LiaisonMatrix *self, const LiaisonMatrixHead *head)
{
  return add_head (self->columns, head);
}

void
liaison_matrix_add_item (LiaisonMatrix *self,
                         guint row,
                         guint column,
                         const LiaisonMatrixItem *item)
{
  MatrixItem copy = { row, column, *item };

  g_return_if_fail (row < self->rows->len && column < self->columns->len);
  copy.item.label = g_strdup (item->label != NULL ? item->label : "");
  g_array_append_val (self->items, copy);
}

/* The cells are made for all rows and columns there are when the first one is set. */
void
liaison_matrix_set_heat (
    LiaisonMatrix *self, guint row, guint column, LiaisonHue hue, double level, const char *text)
{
  g_return_if_fail (row < self->rows->len && column < self->columns->len);
  if (self->heat == NULL)
    {
      self->n_heat = self->rows->len * self->columns->len;
      self->heat = g_new0 (MatrixHeat, self->n_heat);
      for (guint i = 0; i < self->n_heat; i++)
        self->heat[i].level = -1;
    }
  g_return_if_fail (self->n_heat == self->rows->len * self->columns->len);
  MatrixHeat *heat = &self->heat[row * self->columns->len + column];
  heat->level = (float) CLAMP (level, 0., 1.);
  heat->hue = (guint8) hue;
  g_free (heat->text);
  heat->text = g_strdup (text);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const MatrixItem *first = a, *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  if (first->item.order != second->item.order)
    return first->item.order < second->item.order ? -1 : 1;
  return liaison_id_compare (first->item.record, second->item.record);
}

static gboolean
matches (LiaisonMatrix *self, guint row)
{
  const MatrixHead *head = matrix_row (self, row);
  g_autofree char *label = liaison_words_fold (head->label);
  g_autofree char *detail = liaison_words_fold (head->detail != NULL ? head->detail : "");

  return strstr (label, self->search) != NULL || strstr (detail, self->search) != NULL;
}

/* Takes rows out of sight that do not match, nor anything above or under them. */
static void
search_rows (LiaisonMatrix *self)
{
  guint n = self->rows->len, shown_until = 0;
  g_autofree gboolean *shown = g_new0 (gboolean, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      if (matches (self, i))
        {
          shown_until = MAX (shown_until, matrix_row (self, i)->end);
          for (guint above = i; above-- > 0;)
            shown[above] |= matrix_row (self, above)->end > i;
        }
      shown[i] |= i < shown_until;
    }
  for (guint i = 0; i < n; i++)
    matrix_row (self, i)->left_out |= !shown[i];
}

/* A row with others under it stays as long as one of them does. */
static void
sieve_rows (LiaisonMatrix *self)
{
  for (guint i = self->rows->len; i-- > 0;)
    {
      MatrixHead *row = matrix_row (self, i);
      gboolean kept = row->end == i + 1 && self->sieve (row->id, self->sieve_data);

      for (guint under = i + 1; !kept && under < row->end; under++)
        kept = !matrix_row (self, under)->left_out;
      row->left_out = !kept;
    }
}

/* Which rows are under which, and which are out of sight. */
static void
nest_rows (LiaisonMatrix *self)
{
  guint n = self->rows->len, hidden_until = 0;

  for (guint i = 0; i < n; i++)
    {
      MatrixHead *row = matrix_row (self, i);
      guint end = i + 1;
      while (end < n && matrix_row (self, end)->depth > row->depth)
        end++;
      row->end = end;
      row->hidden = i < hidden_until;
      row->left_out = FALSE;
      row->folded = end > i + 1 && g_hash_table_contains (self->folded, &row->id);
      if (row->folded)
        hidden_until = MAX (hidden_until, end);
    }
  if (self->sieve != NULL)
    sieve_rows (self);
  if (self->search != NULL)
    search_rows (self);
  for (guint i = 0; i < n; i++)
    matrix_row (self, i)->hidden |= matrix_row (self, i)->left_out;
}

static void
index_items (LiaisonMatrix *self)
{
  guint n = self->rows->len, item = 0;

  clear_layout (self);
  self->first_item = g_new0 (guint, n + 1);
  self->tops = g_new0 (double, n + 1);
  for (guint row = 0; row < n; row++)
    {
      self->first_item[row] = item;
      while (item < self->items->len && matrix_item (self, item)->row == row)
        item++;
    }
  self->first_item[n] = item;
}

static void
clamp_cursor (LiaisonMatrix *self)
{
  guint n;

  if (self->rows->len == 0 || self->cursor.row == NOWHERE)
    {
      self->cursor = (LiaisonMatrixCursor){ NOWHERE, NOWHERE, NOWHERE };
      return;
    }
  self->cursor.row = MIN (self->cursor.row, self->rows->len - 1);
  if (self->cursor.column != NOWHERE && self->cursor.column >= self->columns->len)
    self->cursor.column = self->columns->len > 0 ? self->columns->len - 1 : NOWHERE;
  if (self->cursor.column == NOWHERE)
    self->cursor.item = NOWHERE;
  else if (self->cursor.item != NOWHERE)
    {
      guint first = matrix_find_items (self, self->cursor.row, self->cursor.column, &n);
      if (self->cursor.item < first || self->cursor.item >= first + n)
        self->cursor.item = n > 0 ? first : NOWHERE;
    }
}

void
liaison_matrix_end (LiaisonMatrix *self)
{
  g_array_sort (self->items, compare_items);
  self->has_groups = self->has_details = FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      self->has_groups |= matrix_column (self, i)->group != NULL;
      self->has_details |= matrix_column (self, i)->detail != NULL;
    }
  nest_rows (self);
  index_items (self);
  clamp_cursor (self);
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_matrix_set_teller (LiaisonMatrix *self, LiaisonMatrixTellFunc tell, gpointer data)
{
  self->tell = tell;
  self->tell_data = data;
}

guint
liaison_matrix_count_rows (LiaisonMatrix *self)
{
  return self->rows->len;
}

guint
liaison_matrix_count_columns (LiaisonMatrix *self)
{
  return self->columns->len;
}

LiaisonId
liaison_matrix_get_row_id (LiaisonMatrix *self, guint row)
{
  return matrix_row (self, row)->id;
}

LiaisonId
liaison_matrix_get_column_id (LiaisonMatrix *self, guint column)
{
  return matrix_column (self, column)->id;
}

const char *
liaison_matrix_get_row_label (LiaisonMatrix *self, guint row)
{
  return matrix_row (self, row)->label;
}

const char *
liaison_matrix_get_column_label (LiaisonMatrix *self, guint column)
{
  return matrix_column (self, column)->label;
}

/* The first of [first, last) whose column is not below @column. */
static guint
find_column (const LiaisonMatrix *self, guint first, guint last, guint column)
{
  while (first < last)
    {
      guint middle = first + (last - first) / 2;
      if (matrix_item (self, middle)->column < column)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

guint
matrix_find_items (const LiaisonMatrix *self, guint row, guint column, guint *n)
{
  guint last = self->first_item[row + 1];
  guint first = find_column (self, self->first_item[row], last, column);

  *n = find_column (self, first, last, column + 1) - first;
  return first;
}

guint
liaison_matrix_get_items (LiaisonMatrix *self, guint row, guint column, guint *n)
{
  return matrix_find_items (self, row, column, n);
}

const LiaisonMatrixItem *
liaison_matrix_get_item (LiaisonMatrix *self, guint number)
{
  g_return_val_if_fail (number < self->items->len, NULL);
  return &matrix_item (self, number)->item;
}

guint
matrix_count_under (const LiaisonMatrix *self, guint row, guint column)
{
  guint sum = 0, n;

  for (guint i = row + 1; i < matrix_row (self, row)->end; i++)
    {
      matrix_find_items (self, i, column, &n);
      sum += n;
    }
  return sum;
}

void
liaison_matrix_set_folded (LiaisonMatrix *self, guint row, gboolean folded)
{
  MatrixHead *head;

  g_return_if_fail (row < self->rows->len);
  head = matrix_row (self, row);
  if (head->end == row + 1 || head->folded == folded)
    return;
  if (folded)
    g_hash_table_add (self->folded, g_memdup2 (&head->id, sizeof head->id));
  else
    g_hash_table_remove (self->folded, &head->id);
  nest_rows (self);
  if (self->cursor.row != NOWHERE && matrix_row (self, self->cursor.row)->hidden)
    self->cursor = (LiaisonMatrixCursor){ row, self->cursor.column, NOWHERE };
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

gboolean
liaison_matrix_is_folded (LiaisonMatrix *self, guint row)
{
  return matrix_row (self, row)->folded;
}

gboolean
liaison_matrix_can_fold (LiaisonMatrix *self, guint row)
{
  return matrix_row (self, row)->end > row + 1;
}

void
liaison_matrix_set_search (LiaisonMatrix *self, const char *text)
{
  g_autofree char *folded = text != NULL && *text != '\0' ? liaison_words_fold (text) : NULL;

  if (g_strcmp0 (folded, self->search) == 0)
    return;
  g_free (self->search);
  self->search = folded != NULL && *folded != '\0' ? g_steal_pointer (&folded) : NULL;
  nest_rows (self);
  if (self->cursor.row != NOWHERE && matrix_row (self, self->cursor.row)->hidden)
    self->cursor = (LiaisonMatrixCursor){ NOWHERE, NOWHERE, NOWHERE };
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_matrix_set_sieve (LiaisonMatrix *self, LiaisonMatrixSieveFunc sieve, gpointer data)
{
  self->sieve = sieve;
  self->sieve_data = data;
}

void
liaison_matrix_take_sight (LiaisonMatrix *self, LiaisonMatrix *from)
{
  for (guint i = 0; i < MIN (self->rows->len, from->rows->len); i++)
    {
      MatrixHead *row = matrix_row (self, i);
      const MatrixHead *seen = matrix_row (from, i);

      if (!liaison_id_same (row->id, seen->id))
        continue;
      row->hidden = seen->hidden;
      row->left_out = seen->left_out;
      row->folded = seen->folded;
    }
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_matrix_set_room (LiaisonMatrix *self, double width)
{
  if (self->room == width)
    return;
  self->room = width;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_matrix_set_cursor (LiaisonMatrix *self, const LiaisonMatrixCursor *cursor)
{
  if (memcmp (&self->cursor, cursor, sizeof *cursor) == 0)
    return;
  self->cursor = *cursor;
  clamp_cursor (self);
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

const LiaisonMatrixCursor *
liaison_matrix_get_cursor (LiaisonMatrix *self)
{
  return &self->cursor;
}

void
liaison_matrix_set_selection (LiaisonMatrix *self, const LiaisonId *ids, guint n)
{
  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->selected, g_memdup2 (&ids[i], sizeof ids[i]));
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

void
liaison_matrix_set_target (LiaisonMatrix *self, guint row, guint column)
{
  if (self->target_row == row && self->target_column == column)
    return;
  self->target_row = row;
  self->target_column = column;
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}
