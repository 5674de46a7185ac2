/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/calendar-private.h"
#include "words/printed.h"

LiaisonBox
calendar_get_segment_box (const LiaisonCalendarDrawing *self, const CalendarSegment *segment)
{
  double x = segment->column * self->column_width;
  double columns = segment->last_column - segment->column + 1, share, gutter;

  if (self->frame.month)
    return (LiaisonBox){ x + 2,
                         segment->week * self->week_height + self->line_height + 4
                             + segment->place * self->row_height,
                         columns * self->column_width - 5, self->row_height - ROW_GAP };
  if (segment->band)
    return (LiaisonBox){ x + 2, self->day_head_height + segment->place * self->row_height + 1,
                         columns * self->column_width - 5, self->row_height - ROW_GAP };
  /* At the end of each day a strip stays free, to draw something new in a full day. */
  gutter = MIN (10., self->column_width * .08);
  share = (self->column_width - gutter - 2) / MAX (segment->places, 1);
  return (LiaisonBox){
    x + 1 + segment->place * share, calendar_to_y (self, segment->top), segment->width * share - 1,
    MAX (calendar_to_y (self, segment->bottom) - calendar_to_y (self, segment->top),
         self->small_height + 2)
        - 1
  };
}

static const LiaisonColour *
find_mark_colour (LiaisonCanvas *canvas, LiaisonMark mark)
{
  static const LiaisonRole roles[] = { LIAISON_ROLE_LINE, LIAISON_ROLE_NOTE, LIAISON_ROLE_WARNING,
                                       LIAISON_ROLE_ERROR };
  return liaison_canvas_get_role (canvas, roles[mark]);
}

/* What has its own line where there is room, else the beginning of the only line. */
static void
draw_texts (LiaisonCalendarDrawing *self,
            LiaisonCanvas *canvas,
            const CalendarSegment *segment,
            const LiaisonBox *box,
            const LiaisonColour *colour)
{
  const LiaisonCalendarEntry *entry = calendar_entry (self, segment->entry);
  LiaisonBox line = { box->x + 7, box->y + 1, box->width - 11, self->small_height };
  gboolean whole_days = segment->band && entry->end - entry->start >= DAY_SECONDS - 3600;
  g_autofree char *times =
      calendar_tell_times (self, canvas->manner->words, entry->start, entry->end);
  g_autofree char *from =
      calendar_tell_times (self, canvas->manner->words, entry->start, entry->start);
  g_autofree char *first = NULL;

  if (entry->mark != LIAISON_MARK_NONE)
    line.width -= 6;
  /* A letter and an ellipsis say nothing. */
  if (line.width < 16)
    return;
  if (segment->band)
    {
      line.y = box->y + (box->height - self->small_height) / 2;
      first = liaison_words_lead (canvas->manner->words, whole_days ? NULL : from, entry->label);
      liaison_canvas_draw_text (canvas, first, LIAISON_TEXT_SMALL, &line, LIAISON_ALIGN_START,
                                colour);
      return;
    }
  if (box->height < 2 * self->small_height)
    {
      line.y = box->y + MAX ((box->height - self->small_height) / 2, 0);
      first =
          liaison_words_lead (canvas->manner->words, line.width > 90 ? from : NULL, entry->label);
      liaison_canvas_draw_text (canvas, first, LIAISON_TEXT_SMALL_BOLD, &line, LIAISON_ALIGN_START,
                                colour);
      return;
    }
  liaison_canvas_draw_text (canvas, entry->label, LIAISON_TEXT_SMALL_BOLD, &line,
                            LIAISON_ALIGN_START, colour);
  line.y += self->small_height;
  liaison_canvas_draw_text (canvas, times, LIAISON_TEXT_SMALL, &line, LIAISON_ALIGN_START, colour);
  line.y += self->small_height;
  if (entry->place != NULL && line.y + self->small_height <= box->y + box->height)
    liaison_canvas_draw_text (canvas, entry->place, LIAISON_TEXT_SMALL, &line, LIAISON_ALIGN_START,
                              colour);
}

void
calendar_draw_segment (LiaisonCalendarDrawing *self,
                       LiaisonCanvas *canvas,
                       const CalendarSegment *segment,
                       const LiaisonBox *box)
{
  const LiaisonCalendarEntry *entry = calendar_entry (self, segment->entry);
  const LiaisonCategoryColours *colours = &canvas->palette->hues[entry->hue];
  LiaisonColour fill =
      entry->flags & LIAISON_ITEM_FADED ? liaison_colour_fade (&colours->fill, .45) : colours->fill;
  LiaisonBox edge = { box->x, box->y, 3, box->height };

  if (box->width < 2)
    return;
  /* A hair of ground around, so that neighbours stay apart. */
  liaison_canvas_fill_box (canvas, box, liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND));
  liaison_canvas_fill_box (canvas, box, &fill);
  if (!(segment->band && segment->before))
    liaison_canvas_fill_box (canvas, &edge, &colours->edge);
  if (canvas->palette->outlined)
    liaison_canvas_frame_box (canvas, box, 1, &colours->edge);
  if (entry->mark != LIAISON_MARK_NONE)
    {
      LiaisonBox mark = { box->x + box->width - 4, box->y, 4, box->height };
      liaison_canvas_fill_box (canvas, &mark, find_mark_colour (canvas, entry->mark));
    }
  /* Where it goes on at midnight the edge is open: a broken line. */
  for (guint end = 0; end < 2 && !segment->band; end++)
    if (end == 0 ? segment->before : segment->after)
      {
        double y = end == 0 ? box->y : box->y + box->height - 2;
        for (double x = box->x + 4; x + 4 < box->x + box->width; x += 8)
          {
            LiaisonBox dash = { x, y, 4, 2 };
            liaison_canvas_add_box (canvas, &dash);
          }
        liaison_canvas_set_colour (canvas, &colours->edge);
        cairo_fill (canvas->cr);
      }
  draw_texts (self, canvas, segment, box, &colours->text);
  if (!liaison_canvas_is_paper (canvas) && g_hash_table_contains (self->selected, &entry->record))
    liaison_canvas_frame_box (canvas, box, 2,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
}
