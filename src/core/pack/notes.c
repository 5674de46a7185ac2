/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes at the foot of a page or column. */
#include "config.h"

#include "pack/flow-private.h"

/* From the text to the notes, with a short rule in it; and how long that is. */
#define GAP  12
#define RULE 60
/* Of the depth of a page, what notes may have. */
#define MOST_SHARE 0.5

/* A note that stands at its foot; it lives as long as the pages. */
typedef struct
{
  LiaisonMatter parent;
  const LiaisonSetting *setting;
  gboolean first; /* below the rule */
} Note;

static void
note_draw (const LiaisonMatter *matter, const LiaisonPlacement *placement, LiaisonPress *press)
{
  const Note *self = (const Note *) matter;
  double x = placement->x;

  liaison_press_begin (press, "Note");
  if (self->first)
    {
      if (liaison_setting_is_right_to_left (self->setting))
        x += placement->width - RULE;
      liaison_press_draw_rule (press, x, placement->y - GAP / 2., RULE, 0.4, LIAISON_INK_GREY);
    }
  liaison_setting_draw (self->setting, press->cr, placement->x, placement->y, placement->width,
                        placement->from, placement->to - placement->from);
  liaison_press_end (press, "Note");
}

static const LiaisonMatterClass note_class = { NULL, NULL, note_draw };

static gboolean
is_pending (const LiaisonFlow *self, const char *text)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (g_array_index (self->notes, LiaisonPendingNote, i).text == text)
      return TRUE;
  return FALSE;
}

static const LiaisonSetting *
set_note (LiaisonFlow *self, const char *text)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (self);
  LiaisonTypeStyle style = liaison_type_scaled (&liaison_type_footnote, self->pages->type_factor);

  return liaison_typesetter_set (typesetter, text,
                                 liaison_typesetter_add_style (typesetter, &style),
                                 liaison_flow_get_measure (self) + self->start + self->end);
}

static double
get_height (const LiaisonSetting *setting, guint from)
{
  return (liaison_setting_get_n_lines (setting) - from) * liaison_setting_get_leading (setting);
}

/* What notes of @height together are given of a page: the rest goes on at the foot of the next one.
 */
static double
find_share (const LiaisonFlow *self, double height)
{
  return MIN (height, (self->pages->bottom - self->pages->top) * MOST_SHARE);
}

static double
add_heights (const LiaisonFlow *self)
{
  double height = self->notes->len > 0 ? GAP : 0;

  for (guint i = 0; i < self->notes->len; i++)
    {
      const LiaisonPendingNote *note = &g_array_index (self->notes, LiaisonPendingNote, i);

      height += get_height (note->setting, note->from);
    }
  return height;
}

double
liaison_flow_measure_notes (LiaisonFlow *self, const GPtrArray *texts)
{
  double before = add_heights (self), height = 0;

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    if (!is_pending (self, texts->pdata[i]))
      height += get_height (set_note (self, texts->pdata[i]), 0);
  if (height > 0 && self->notes->len == 0)
    height += GAP;
  return find_share (self, before + height) - find_share (self, before);
}

/* The number that a note begins with, plain or raised; 0: none. */
static guint
read_mark (const char *text)
{
  static const gunichar raised[] = { 0x2070, 0xb9,   0xb2,   0xb3,   0x2074,
                                     0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };
  guint number = 0;

  /* A mark of direction may stand before it. */
  if (g_str_has_prefix (text, "\u200f"))
    text = g_utf8_next_char (text);
  for (; *text != '\0' && number < 100000; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      int digit = g_unichar_digit_value (c);

      for (int i = 0; digit < 0 && i < (int) G_N_ELEMENTS (raised); i++)
        if (raised[i] == c)
          digit = i;
      if (digit < 0)
        break;
      number = number * 10 + (guint) digit;
    }
  return number;
}

/* Notes stand in the order of their numbers, also where a later one was called before. */
static void
insert_note (GArray *notes, const LiaisonPendingNote *note)
{
  guint number = read_mark (note->text), at = notes->len;

  while (number > 0 && at > 0 && g_array_index (notes, LiaisonPendingNote, at - 1).from == 0
         && read_mark (g_array_index (notes, LiaisonPendingNote, at - 1).text) > number)
    at--;
  g_array_insert_val (notes, at, *note);
}

void
liaison_flow_add_notes (LiaisonFlow *self, const GPtrArray *texts)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      LiaisonPendingNote note = { texts->pdata[i], NULL, 0 };

      if (is_pending (self, note.text))
        continue;
      note.setting = set_note (self, note.text);
      insert_note (self->notes, &note);
    }
  self->notes_height = find_share (self, add_heights (self));
}

static void
note_free (gpointer data)
{
  liaison_matter_free (data);
}

/* As many of its lines as there is room for. FALSE: some are left. */
static gboolean
place_note (LiaisonFlow *self, LiaisonPendingNote *pending, gboolean first)
{
  double leading = liaison_setting_get_leading (pending->setting);
  guint n = liaison_setting_get_n_lines (pending->setting) - pending->from;
  guint room = (guint) MAX ((liaison_flow_get_foot (self) - self->y) / leading + 0.01, 0);
  guint now = MIN (n, first ? MAX (room, 1) : room);
  LiaisonPlacement *placement;
  Note *note;

  if (now == 0)
    return FALSE;
  note = liaison_matter_alloc (&note_class, sizeof *note);
  note->setting = pending->setting;
  note->first = first;
  liaison_pages_keep (self->pages, note, note_free);
  placement = liaison_flow_place (self, &note->parent, now * leading);
  placement->from = pending->from;
  placement->to = pending->from += now;
  return now == n;
}

void
liaison_flow_place_notes (LiaisonFlow *self)
{
  double y = self->y, start = self->start, end = self->end;
  gboolean at_top = self->at_top;
  guint placed = 0;

  if (self->notes->len == 0 || self->endless)
    return;
  self->start = self->end = 0;
  /* In columns that are balanced notes follow the text; else they stand at the foot. */
  self->y = MAX (liaison_flow_get_foot (self) - self->notes_height, y) + GAP;
  while (
      placed < self->notes->len
      && place_note (self, &g_array_index (self->notes, LiaisonPendingNote, placed), placed == 0))
    placed++;
  g_array_remove_range (self->notes, 0, placed);
  self->notes_height = find_share (self, add_heights (self));
  self->start = start;
  self->end = end;
  self->y = y;
  self->at_top = at_top;
}
