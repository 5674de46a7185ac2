/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matter flowing into pages, in one column or several, with notes at their feet. */
#include "config.h"

#include "pack/flow-private.h"

/* Rounding of many heights never turns a page. */
#define TOLERANCE 0.01
/* Between columns. */
#define COLUMN_GAP 18
/* What columns below a heading have at least, in points: four lines or so. */
#define LEAST_COLUMN 56

LiaisonTypesetter *
liaison_flow_get_typesetter (LiaisonFlow *self)
{
  return self->pages->typesetter;
}

static double
get_column_width (const LiaisonFlow *self)
{
  double width = self->pages->width - 2 * self->pages->setup.margin;

  return (width - (self->n_columns - 1) * COLUMN_GAP) / self->n_columns;
}

double
liaison_flow_get_foot (const LiaisonFlow *self)
{
  return self->noted_page == self->pages->pages->len ? MIN (self->foot, self->pages->bottom)
                                                     : self->pages->bottom;
}

/* Where the columns of this page end. */
static double
get_bottom (const LiaisonFlow *self)
{
  if (self->endless)
    return 1e9;
  if (self->pages->pages->len == self->limited_page)
    return MIN (self->limit, liaison_flow_get_foot (self));
  return liaison_flow_get_foot (self);
}

double
liaison_flow_get_measure (const LiaisonFlow *self)
{
  return get_column_width (self) - self->start - self->end;
}

double
liaison_flow_get_depth (const LiaisonFlow *self)
{
  return self->pages->bottom - self->pages->top - 2 * self->padding;
}

double
liaison_flow_get_room (const LiaisonFlow *self)
{
  return get_bottom (self) - self->notes_height - self->padding - self->y + TOLERANCE;
}

gboolean
liaison_flow_is_at_top (const LiaisonFlow *self)
{
  return self->at_top;
}

guint
liaison_flow_get_page (const LiaisonFlow *self)
{
  return self->pages->pages->len;
}

void
liaison_flow_indent (LiaisonFlow *self, double start, double end)
{
  self->start += start;
  self->end += end;
}

void
liaison_flow_outdent (LiaisonFlow *self, double start, double end)
{
  self->start -= start;
  self->end -= end;
}

/* Without frames and notes. */
static void
begin_page (LiaisonFlow *self)
{
  const LiaisonPageRecord page = { .first = self->pages->placements->len };

  g_array_append_val (self->pages->pages, page);
  self->column = 0;
  self->y = self->column_top = self->deepest = self->pages->top;
}

static LiaisonPlacement *
add_placement (LiaisonFlow *self, const LiaisonMatter *matter, double height)
{
  LiaisonPages *pages = self->pages;
  double width = get_column_width (self), step = self->column * (width + COLUMN_GAP);
  gboolean mirrored = liaison_typesetter_is_right_to_left (pages->typesetter);
  double left = mirrored ? pages->width - pages->setup.margin - width - step + self->end
                         : pages->setup.margin + step + self->start;
  const LiaisonPlacement placement = { .matter = matter,
                                       .x = left,
                                       .y = self->y,
                                       .width = liaison_flow_get_measure (self),
                                       .height = height };

  g_array_append_val (pages->placements, placement);
  g_array_index (pages->pages, LiaisonPageRecord, pages->pages->len - 1).n++;
  return &g_array_index (pages->placements, LiaisonPlacement, pages->placements->len - 1);
}

/* Marks where a matter begins: it is the caller's alone to change. */
static void
note_place (LiaisonFlow *self, const LiaisonMatter *matter, const LiaisonPlacement *placement)
{
  LiaisonMatter *mine = (LiaisonMatter *) matter;

  if (mine->page != 0 || self->endless)
    return;
  mine->page = self->pages->pages->len;
  mine->x = placement->x;
  mine->y = placement->y;
}

LiaisonPlacement *
liaison_flow_place (LiaisonFlow *self, const LiaisonMatter *matter, double height)
{
  LiaisonPlacement *placement = add_placement (self, matter, height);

  note_place (self, matter, placement);
  self->y += height;
  self->at_top = FALSE;
  return placement;
}

/* Frames are placed with no height yet, below what they hold. */
static void
begin_frame (LiaisonFlow *self, LiaisonOpenFrame *frame)
{
  double start = self->start, end = self->end;
  LiaisonPlacement *placement;

  self->start = frame->start;
  self->end = frame->end;
  placement = add_placement (self, frame->matter, 0);
  self->start = start;
  self->end = end;
  note_place (self, frame->matter, placement);
  placement->tile = liaison_typesetter_is_right_to_left (self->pages->typesetter);
  frame->placement = self->pages->placements->len - 1;
  self->y += frame->pad;
}

static void
end_frame (LiaisonFlow *self, const LiaisonOpenFrame *frame)
{
  LiaisonPlacement *placement =
      &g_array_index (self->pages->placements, LiaisonPlacement, frame->placement);

  self->y += frame->pad;
  placement->height = self->y - placement->y;
}

void
liaison_flow_open (LiaisonFlow *self, const LiaisonMatter *matter, double pad)
{
  LiaisonOpenFrame frame = { .matter = matter, .pad = pad, .start = self->start, .end = self->end };

  begin_frame (self, &frame);
  self->padding += pad;
  g_array_append_val (self->frames, frame);
}

void
liaison_flow_close (LiaisonFlow *self)
{
  const LiaisonOpenFrame *frame =
      &g_array_index (self->frames, LiaisonOpenFrame, self->frames->len - 1);

  self->padding -= frame->pad;
  end_frame (self, frame);
  g_array_set_size (self->frames, self->frames->len - 1);
  self->at_top = FALSE;
}

static void
end_column (LiaisonFlow *self)
{
  for (guint i = self->frames->len; i > 0; i--)
    end_frame (self, &g_array_index (self->frames, LiaisonOpenFrame, i - 1));
  liaison_flow_place_notes (self);
  self->deepest = MAX (self->deepest, self->y);
}

void
liaison_flow_turn (LiaisonFlow *self)
{
  end_column (self);
  if (self->column + 1 < self->n_columns)
    {
      self->column++;
      self->y = self->column_top;
    }
  else
    begin_page (self);
  self->at_top = TRUE;
  for (guint i = 0; i < self->frames->len; i++)
    begin_frame (self, &g_array_index (self->frames, LiaisonOpenFrame, i));
}

/* The next page, whatever the columns. */
static void
turn_page (LiaisonFlow *self)
{
  end_column (self);
  begin_page (self);
  self->at_top = TRUE;
}

void
liaison_flow_skip (LiaisonFlow *self, double height)
{
  if (!self->at_top)
    self->y += height;
}

void
liaison_flow_sink (LiaisonFlow *self, double height)
{
  if (!self->endless && liaison_flow_get_room (self) > height)
    self->y += liaison_flow_get_room (self) - height - TOLERANCE;
}

gboolean
liaison_flow_is_cancelled (LiaisonFlow *self, double done)
{
  if (self->progress != NULL)
    self->progress ((self->matter + done) / MAX (self->pages->matters->len, 1), self->data);
  return g_cancellable_is_cancelled (self->cancellable);
}

/* How high the first lines of @matter are, in the columns that it will run in: text that is set
 * narrower is higher. Columns are not begun for fewer lines than are worth it. */
static double
measure_least (LiaisonFlow *self, const GPtrArray *matters, LiaisonMatter *matter)
{
  guint n_columns = self->n_columns;
  double height;

  if (matters == self->pages->matters && matter->columns > 1)
    self->n_columns = matter->columns;
  height = matter->klass->get_least (matter, self);
  if (n_columns == 1 && self->n_columns > 1)
    height = MAX (height, LEAST_COLUMN);
  self->n_columns = n_columns;
  return height;
}

/* What a heading needs below it: the first lines of what follows, through all that is kept
 * together. */
static double
find_needed (LiaisonFlow *self, const GPtrArray *matters, guint index)
{
  LiaisonMatter *matter = matters->pdata[index];
  double height = measure_least (self, matters, matter);
  LiaisonMatter *next;

  if (!matter->keep_with_next || index + 1 == matters->len)
    return height;
  next = matters->pdata[index + 1];
  if (next->new_page)
    return height;
  return height + MAX (matter->after, next->before) + find_needed (self, matters, index + 1);
}

void
liaison_flow_add (LiaisonFlow *self, const GPtrArray *matters, guint index)
{
  LiaisonMatter *matter = matters->pdata[index];
  const LiaisonMatter *previous = index > 0 ? matters->pdata[index - 1] : NULL;
  double space = previous != NULL ? MAX (previous->after, matter->before) : 0;
  double needed = find_needed (self, matters, index);

  if (!self->at_top && space + needed > liaison_flow_get_room (self)
      && needed <= liaison_flow_get_depth (self))
    liaison_flow_turn (self);
  /* Nothing stands above the first in its frame. */
  if (previous != NULL)
    liaison_flow_skip (self, space);
  matter->klass->flow (matter, self);
}

/* Pages that are left blank so that @matter stands on the same one in each language. */
static void
align (LiaisonFlow *self, const LiaisonMatter *matter)
{
  LiaisonPages *pages = self->pages;
  guint wanted;

  if (!matter->anchored)
    return;
  if (pages->starts != NULL && self->anchor < pages->starts->len)
    {
      wanted = g_array_index (pages->starts, guint, self->anchor);
      while (pages->pages->len < wanted)
        {
          if (pages->blank != NULL && self->at_top)
            pages->blank->klass->flow (pages->blank, self);
          turn_page (self);
        }
    }
  self->anchor++;
}

static void
flow_matter (LiaisonFlow *self, guint index)
{
  LiaisonMatter *matter = self->pages->matters->pdata[index];
  LiaisonMatter *previous = index > 0 ? self->pages->matters->pdata[index - 1] : NULL;
  double space = MAX (previous != NULL ? previous->after : 0, matter->before);
  double needed;

  self->matter = index;
  if (matter->new_page && (!self->at_top || self->column > 0))
    turn_page (self);
  align (self, matter);
  needed = find_needed (self, self->pages->matters, index);
  if (!self->at_top && space + needed > liaison_flow_get_room (self)
      && needed <= liaison_flow_get_depth (self))
    liaison_flow_turn (self);
  /* Columns that are tried for their depth must not part what would be whole on a page. */
  if (self->at_top && needed > liaison_flow_get_room (self)
      && needed <= liaison_flow_get_depth (self)
      && (self->limited_page == self->pages->pages->len || self->column_top > self->pages->top + 1))
    turn_page (self);
  liaison_flow_skip (self, space);
  matter->klass->flow (matter, self);
}

/* The end of the matters beside the one at @index that run in as many columns; a new page begins
 * new ones. */
static guint
find_run_end (const LiaisonFlow *self, guint index)
{
  const GPtrArray *matters = self->pages->matters;
  const LiaisonMatter *first = matters->pdata[index];

  for (index++; index < matters->len; index++)
    {
      const LiaisonMatter *matter = matters->pdata[index];

      if (matter->columns != first->columns || matter->new_page || matter->anchored)
        break;
    }
  return index;
}

typedef struct
{
  LiaisonFlow flow;
  guint n_pages, n_placements, n_on_page, n_frames;
  GArray *notes;
} State;

static State
save (const LiaisonFlow *self)
{
  const GArray *pages = self->pages->pages;

  return (State){ *self,
                  pages->len,
                  self->pages->placements->len,
                  pages->len > 0 ? g_array_index (pages, LiaisonPageRecord, pages->len - 1).n : 0,
                  self->frames->len,
                  g_array_copy (self->notes) };
}

static void
restore (LiaisonFlow *self, const State *state)
{
  GArray *pages = self->pages->pages;

  *self = state->flow;
  g_array_set_size (self->notes, 0);
  g_array_append_vals (self->notes, state->notes->data, state->notes->len);
  g_array_set_size (self->frames, state->n_frames);
  g_array_set_size (pages, state->n_pages);
  g_array_set_size (self->pages->placements, state->n_placements);
  if (pages->len > 0)
    g_array_index (pages, LiaisonPageRecord, pages->len - 1).n = state->n_on_page;
}

static void
forget_places (LiaisonFlow *self, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    ((LiaisonMatter *) self->pages->matters->pdata[i])->page = 0;
}

static void
flow_run (LiaisonFlow *self, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    flow_matter (self, i);
}

/* Columns of the last page are made as high as each other: the lowest depth is looked for at which
 * all still fits. */
static void
flow_columns (LiaisonFlow *self, guint from, guint end)
{
  LiaisonMatter *first = self->pages->matters->pdata[from], *previous = NULL;
  State state;
  double low, high;
  guint last;

  if (first->new_page && !self->at_top)
    turn_page (self);
  if (self->notes->len > 0 && !self->endless)
    {
      double foot = MAX (liaison_flow_get_foot (self) - self->notes_height, self->y);

      /* They stay at the foot, and the columns above them. */
      liaison_flow_place_notes (self);
      self->foot = foot;
      self->noted_page = self->pages->pages->len;
    }
  if (from > 0)
    previous = self->pages->matters->pdata[from - 1];
  liaison_flow_skip (self, MAX (first->before, previous != NULL ? previous->after : 0));
  self->n_columns = first->columns;
  self->column = 0;
  self->column_top = self->y;
  /* All columns begin at one height. */
  self->at_top = TRUE;
  state = save (self);
  flow_run (self, from, end);
  last = self->pages->pages->len;
  low = last == state.n_pages ? state.flow.y : self->pages->top;
  high = last == state.n_pages ? liaison_flow_get_foot (&state.flow) : self->pages->bottom;
  while (high - low > 4)
    {
      restore (self, &state);
      forget_places (self, from, end);
      self->limited_page = last;
      self->limit = (low + high) / 2;
      flow_run (self, from, end);
      if (self->pages->pages->len > last)
        low = self->limit;
      else
        high = self->limit;
    }
  restore (self, &state);
  forget_places (self, from, end);
  g_array_unref (state.notes);
  self->limited_page = last;
  self->limit = high;
  flow_run (self, from, end);
  end_column (self);
  self->y = self->deepest;
  self->n_columns = 1;
  self->column = 0;
  self->limited_page = 0;
  self->at_top = FALSE;
}

double
liaison_flow_try (LiaisonFlow *self, const GPtrArray *matters)
{
  State state = save (self);
  double height;

  self->endless = TRUE;
  self->y = 0;
  self->at_top = FALSE;
  for (guint i = 0; i < matters->len; i++)
    liaison_flow_add (self, matters, i);
  height = self->y + self->notes_height;
  restore (self, &state);
  g_array_unref (state.notes);
  return height;
}

double
liaison_flow_try_one (LiaisonFlow *self, LiaisonMatter *matter)
{
  State state = save (self);
  double height;

  self->endless = TRUE;
  self->y = 0;
  self->at_top = FALSE;
  matter->klass->flow (matter, self);
  height = self->y + self->notes_height;
  restore (self, &state);
  g_array_unref (state.notes);
  return height;
}

static gboolean
flow_all (LiaisonFlow *self, GError **error)
{
  GPtrArray *matters = self->pages->matters;

  begin_page (self);
  self->at_top = TRUE;
  for (guint i = 0; i < matters->len;)
    {
      guint end = find_run_end (self, i);

      if (((LiaisonMatter *) matters->pdata[i])->columns > 1)
        flow_columns (self, i, end);
      else
        flow_run (self, i, i + 1);
      i = ((LiaisonMatter *) matters->pdata[i])->columns > 1 ? end : i + 1;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  liaison_flow_place_notes (self);
  /* What is left of long ones. */
  while (self->notes->len > 0)
    turn_page (self);
  for (guint i = 0; i < matters->len; i++)
    {
      LiaisonMatter *matter = matters->pdata[i];

      if (matter->klass->finish != NULL)
        matter->klass->finish (matter, self);
    }
  liaison_furniture_set_pages (self->pages);
  return TRUE;
}

static gboolean
run_flow (LiaisonPages *self,
          LiaisonPagesProgressFunc progress,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (LiaisonOpenFrame));
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (LiaisonPendingNote));
  LiaisonFlow flow = { .pages = self,
                       .n_columns = 1,
                       .frames = frames,
                       .notes = notes,
                       .progress = progress,
                       .data = data,
                       .cancellable = cancellable };

  return flow_all (&flow, error);
}

gboolean
liaison_pages_flow (LiaisonPages *self,
                    LiaisonPagesProgressFunc progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  const char *language = liaison_words_get_language (self->words);
  gboolean right_to_left = liaison_words_is_right_to_left (self->words);

  g_return_val_if_fail (self->typesetter == NULL, FALSE);
  self->typesetter = self->room != NULL
                         ? liaison_composing_room_get (self->room, language, right_to_left)
                         : liaison_typesetter_new (language, right_to_left);
  self->room = NULL;
  liaison_typesetter_forget_missing (self->typesetter);
  liaison_furniture_set (self);
  if (!run_flow (self, progress, data, cancellable, error))
    return FALSE;
  self->missing = liaison_typesetter_list_missing (self->typesetter);
  return TRUE;
}

gboolean
liaison_pages_align (
    LiaisonPages *self, const guint *starts, guint n, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self->typesetter != NULL, FALSE);
  g_clear_pointer (&self->starts, g_array_unref);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->starts, starts, n);
  g_array_set_size (self->placements, 0);
  g_array_set_size (self->pages, 0);
  for (guint i = 0; i < self->matters->len; i++)
    ((LiaisonMatter *) self->matters->pdata[i])->page = 0;
  return run_flow (self, NULL, NULL, cancellable, error);
}
