/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/matrix-private.h"

#include <math.h>

#include "words/numbers.h"
#include "words/printed.h"
#include "words/sentence.h"

guint
matrix_find_row (const LiaisonMatrix *self, double y)
{
  guint first = 0, last = self->rows->len;

  if (y < 0 || last == 0 || y >= self->tops[last])
    return NOWHERE;
  /* The last row whose top is not below y; those out of sight have no height. */
  while (last - first > 1)
    {
      guint middle = first + (last - first) / 2;
      if (self->tops[middle] <= y)
        first = middle;
      else
        last = middle;
    }
  return first;
}

guint
matrix_count_lines (guint n)
{
  return n > MAX_SHOWN ? MAX_SHOWN : n;
}

gboolean
liaison_matrix_get_box (LiaisonMatrix *self, const LiaisonMatrixCursor *cursor, LiaisonBox *box)
{
  guint n, first;
  double top;

  if (cursor->row == NOWHERE || cursor->row >= self->rows->len)
    return FALSE;
  top = self->tops[cursor->row];
  *box = (LiaisonBox){ 0, top, self->head_width, self->tops[cursor->row + 1] - top };
  if (cursor->column == NOWHERE)
    return TRUE;
  box->x = cursor->column * self->column_width;
  box->width = self->column_width;
  if (cursor->item == NOWHERE)
    return TRUE;
  first = matrix_find_items (self, cursor->row, cursor->column, &n);
  if (cursor->item < first || cursor->item >= first + n)
    return FALSE;
  n = MIN (cursor->item - first, MAX_SHOWN - 1);
  box->x += self->padding;
  box->width -= 2 * self->padding;
  box->y = top + self->padding + n * self->item_height;
  box->height = self->item_height - 1;
  return TRUE;
}

static void
fill_hit (LiaisonMatrix *self, const LiaisonMatrixCursor *cursor, LiaisonHit *hit)
{
  guint columns = MAX (self->columns->len, 1);

  hit->part = cursor->column == NOWHERE ? LIAISON_PART_START : LIAISON_PART_BODY;
  hit->index = cursor->item != NOWHERE     ? cursor->item
               : cursor->column == NOWHERE ? cursor->row
                                           : HIT_CELL | (cursor->row * columns + cursor->column);
  hit->record = cursor->item != NOWHERE     ? matrix_item (self, cursor->item)->item.record
                : cursor->column == NOWHERE ? matrix_row (self, cursor->row)->id
                                            : (LiaisonId){ 0 };
  liaison_matrix_get_box (self, cursor, &hit->box);
}

gboolean
liaison_matrix_read_hit (LiaisonMatrix *self, const LiaisonHit *hit, LiaisonMatrixCursor *cursor)
{
  guint columns = MAX (self->columns->len, 1), index = hit->index & ~HIT_CELL;

  *cursor = (LiaisonMatrixCursor){ NOWHERE, NOWHERE, NOWHERE };
  if (hit->part == LIAISON_PART_START && hit->index < self->rows->len)
    cursor->row = hit->index;
  else if (hit->part == LIAISON_PART_BODY && hit->index & HIT_CELL
           && index / columns < self->rows->len)
    *cursor = (LiaisonMatrixCursor){ index / columns, index % columns, NOWHERE };
  else if (hit->part == LIAISON_PART_BODY && !(hit->index & HIT_CELL)
           && hit->index < self->items->len)
    *cursor = (LiaisonMatrixCursor){ matrix_item (self, hit->index)->row,
                                     matrix_item (self, hit->index)->column, hit->index };
  return cursor->row != NOWHERE;
}

/* The item at @y of a cell; NOWHERE beside them and on the line that counts the rest. */
static guint
find_item (LiaisonMatrix *self, guint row, guint column, double y)
{
  guint n, first = matrix_find_items (self, row, column, &n);
  double line = (y - self->tops[row] - self->padding) / self->item_height;

  if (matrix_row (self, row)->folded || line < 0)
    return NOWHERE;
  if (n > MAX_SHOWN)
    n = MAX_SHOWN - 1;
  return (guint) line < n ? first + (guint) line : NOWHERE;
}

gboolean
matrix_find (LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonMatrix *self = LIAISON_MATRIX (drawing);
  LiaisonMatrixCursor cursor = { NOWHERE, NOWHERE, NOWHERE };

  if (part == LIAISON_PART_ABOVE && x >= 0 && self->column_width > 0
      && x < self->columns->len * self->column_width)
    {
      hit->index = (guint) (x / self->column_width);
      hit->record = matrix_column (self, hit->index)->id;
      hit->box =
          (LiaisonBox){ hit->index * self->column_width, 0, self->column_width, self->head_height };
      return TRUE;
    }
  if (part != LIAISON_PART_BODY && part != LIAISON_PART_START)
    return FALSE;
  cursor.row = matrix_find_row (self, y);
  if (cursor.row == NOWHERE)
    return FALSE;
  if (part == LIAISON_PART_BODY)
    {
      if (x < 0 || x >= self->columns->len * self->column_width)
        return FALSE;
      cursor.column = (guint) (x / self->column_width);
      cursor.item = find_item (self, cursor.row, cursor.column, y);
    }
  fill_hit (self, &cursor, hit);
  return TRUE;
}

gboolean
matrix_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit)
{
  LiaisonMatrix *self = LIAISON_MATRIX (drawing);

  for (guint i = 0; i < self->items->len; i++)
    if (liaison_id_same (matrix_item (self, i)->item.record, record)
        && !matrix_row (self, matrix_item (self, i)->row)->hidden)
      {
        LiaisonMatrixCursor cursor = { matrix_item (self, i)->row, matrix_item (self, i)->column,
                                       i };
        fill_hit (self, &cursor, hit);
        return TRUE;
      }
  return FALSE;
}

/* The next row in sight in a direction. */
static guint
find_shown (LiaisonMatrix *self, guint row, int direction)
{
  for (gint64 i = (gint64) row + direction; i >= 0 && i < self->rows->len; i += direction)
    if (!matrix_row (self, (guint) i)->hidden)
      return (guint) i;
  return NOWHERE;
}

/* Into a cell: on its first or last item, where it shows any. */
static void
enter (LiaisonMatrix *self, LiaisonMatrixCursor *cursor, gboolean at_end)
{
  guint n, first;

  cursor->item = NOWHERE;
  if (cursor->column == NOWHERE || matrix_row (self, cursor->row)->folded)
    return;
  first = matrix_find_items (self, cursor->row, cursor->column, &n);
  if (n > 0)
    cursor->item = at_end ? first + n - 1 : first;
}

static gboolean
step_down (LiaisonMatrix *self, LiaisonMatrixCursor *cursor, int direction)
{
  guint n, row;

  if (cursor->item != NOWHERE)
    {
      guint first = matrix_find_items (self, cursor->row, cursor->column, &n);
      gint64 next = (gint64) cursor->item + direction;
      if (next >= first && next < (gint64) first + n)
        {
          cursor->item = (guint) next;
          return TRUE;
        }
    }
  row = find_shown (self, cursor->row, direction);
  if (row == NOWHERE)
    return FALSE;
  cursor->row = row;
  enter (self, cursor, direction < 0);
  return TRUE;
}

static gboolean
step_aside (LiaisonMatrix *self, LiaisonMatrixCursor *cursor, int direction)
{
  if (direction < 0 && cursor->column == NOWHERE)
    return FALSE;
  if (direction > 0 && cursor->column != NOWHERE && cursor->column + 1 >= self->columns->len)
    return FALSE;
  if (direction > 0 && cursor->column == NOWHERE && self->columns->len == 0)
    return FALSE;
  /* NOWHERE is one before the first. */
  cursor->column += (guint) direction;
  enter (self, cursor, FALSE);
  return TRUE;
}

static gboolean
step_from (LiaisonMatrix *self, LiaisonStep step, LiaisonMatrixCursor *to)
{
  if (self->rows->len == 0)
    return FALSE;
  if (to->row == NOWHERE || matrix_row (self, to->row)->hidden)
    {
      *to = (LiaisonMatrixCursor){ 0, self->columns->len > 0 ? 0 : NOWHERE, NOWHERE };
      enter (self, to, FALSE);
      return TRUE;
    }
  switch (step)
    {
    case LIAISON_STEP_UP:
      return step_down (self, to, -1);
    case LIAISON_STEP_DOWN:
      return step_down (self, to, 1);
    case LIAISON_STEP_START:
      return step_aside (self, to, -1);
    case LIAISON_STEP_END:
      return step_aside (self, to, 1);
    case LIAISON_STEP_FIRST:
      to->column = self->columns->len > 0 ? 0 : NOWHERE;
      break;
    case LIAISON_STEP_LAST:
    default:
      to->column = self->columns->len > 0 ? self->columns->len - 1 : NOWHERE;
      break;
    }
  enter (self, to, FALSE);
  return TRUE;
}

gboolean
liaison_matrix_find_step (LiaisonMatrix *self, LiaisonStep step, LiaisonMatrixCursor *to)
{
  *to = self->cursor;
  return step_from (self, step, to);
}

gboolean
matrix_step (LiaisonDrawing *drawing, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to)
{
  LiaisonMatrix *self = LIAISON_MATRIX (drawing);
  LiaisonMatrixCursor cursor = { NOWHERE, NOWHERE, NOWHERE };

  if (from != NULL)
    liaison_matrix_read_hit (self, from, &cursor);
  if (!step_from (self, step, &cursor))
    return FALSE;
  fill_hit (self, &cursor, to);
  return TRUE;
}

/* "EV-012 Morning update · FR": each by itself, whichever way it runs. */
static char *
tell_place (LiaisonMatrix *self, const LiaisonManner *manner, const LiaisonMatrixCursor *cursor)
{
  const char *row = matrix_row (self, cursor->row)->label;
  const char *column = matrix_column (self, cursor->column)->label;
  const char *separator = liaison_words_get_separator (manner->words);
  g_autofree char *row_alone = NULL, *column_alone = NULL;

  if (!liaison_words_is_right_to_left (manner->words))
    return g_strjoin (separator, row, column, NULL);
  row_alone = liaison_words_isolate (row);
  column_alone = liaison_words_isolate (column);
  return g_strconcat ("\u200f", row_alone, separator, column_alone, NULL);
}

static char *
tell_hit (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonMatrix *self = LIAISON_MATRIX (drawing);
  LiaisonMatrixCursor cursor;
  guint n;

  if (hit->part == LIAISON_PART_ABOVE && hit->index < self->columns->len)
    {
      const MatrixHead *head = matrix_column (self, hit->index);
      return g_strjoin ("\n", head->label, head->detail != NULL ? head->detail : head->group,
                        head->detail != NULL ? head->group : NULL, NULL);
    }
  if (!liaison_matrix_read_hit (self, hit, &cursor))
    return NULL;
  if (cursor.column == NOWHERE)
    return g_strjoin ("\n", matrix_row (self, cursor.row)->label,
                      matrix_row (self, cursor.row)->detail, NULL);
  g_autofree char *place = tell_place (self, manner, &cursor);
  if (cursor.item != NOWHERE)
    return g_strconcat (matrix_item (self, cursor.item)->item.label, "\n", place, NULL);
  if (self->heat != NULL
      && self->heat[cursor.row * self->columns->len + cursor.column].text != NULL)
    return g_strconcat (self->heat[cursor.row * self->columns->len + cursor.column].text, "\n",
                        place, NULL);
  if (self->tell != NULL)
    return g_steal_pointer (&place);
  matrix_find_items (self, cursor.row, cursor.column, &n);
  if (matrix_row (self, cursor.row)->folded)
    n += matrix_count_under (self, cursor.row, cursor.column);
  g_autofree char *count = liaison_words_format_integer (manner->words, n);
  return g_strconcat (place, ": ", count, NULL);
}

/* What stands there, and below it why. */
char *
matrix_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonMatrix *self = LIAISON_MATRIX (drawing);
  g_autofree char *text = tell_hit (drawing, manner, hit), *why = NULL;
  LiaisonMatrixCursor cursor;

  if (self->tell != NULL && liaison_matrix_read_hit (self, hit, &cursor)
      && cursor.column != NOWHERE)
    why = self->tell (manner, cursor.row, cursor.column, self->tell_data);
  return why != NULL && text != NULL ? g_strdup_printf ("%s\n%s", text, why)
                                     : g_steal_pointer (&text);
}

double
matrix_find_cut (LiaisonDrawing *drawing, gboolean across, double from, double most)
{
  const LiaisonMatrix *self = LIAISON_MATRIX (drawing);
  double cut = from;

  if (across)
    return self->column_width > 0 ? floor (most / self->column_width + 0.001) * self->column_width
                                  : most;
  for (guint row = 0; row <= self->rows->len && self->tops[row] <= most + 0.5; row++)
    cut = MAX (cut, self->tops[row]);
  return cut;
}
