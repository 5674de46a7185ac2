/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes at the foot of a page or column. */
#include "config.h"

#include "pack/flow-private.h"

/* From the text to the notes, with a short rule in it; and how long that is. */
#define GAP  12
#define RULE 60

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

  if (self->first)
    {
      if (liaison_setting_is_right_to_left (self->setting))
        x += placement->width - RULE;
      liaison_press_draw_rule (press, x, placement->y - GAP / 2., RULE, 0.4, LIAISON_INK_GREY);
    }
  liaison_press_begin (press, "Note");
  liaison_setting_draw (self->setting, press->cr, placement->x, placement->y, placement->width, 0,
                        G_MAXUINT);
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
get_height (const LiaisonSetting *setting)
{
  return liaison_setting_get_n_lines (setting) * liaison_setting_get_leading (setting);
}

double
liaison_flow_measure_notes (LiaisonFlow *self, const GPtrArray *texts)
{
  double height = 0;

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    if (!is_pending (self, texts->pdata[i]))
      height += get_height (set_note (self, texts->pdata[i]));
  return height > 0 && self->notes->len == 0 ? height + GAP : height;
}

void
liaison_flow_add_notes (LiaisonFlow *self, const GPtrArray *texts)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      LiaisonPendingNote note = { texts->pdata[i], NULL };

      if (is_pending (self, note.text))
        continue;
      note.setting = set_note (self, note.text);
      self->notes_height += get_height (note.setting) + (self->notes->len == 0 ? GAP : 0);
      g_array_append_val (self->notes, note);
    }
}

static void
note_free (gpointer data)
{
  liaison_matter_free (data);
}

void
liaison_flow_place_notes (LiaisonFlow *self)
{
  double y = self->y, start = self->start, end = self->end;

  if (self->notes->len == 0)
    return;
  self->start = self->end = 0;
  /* In columns that are balanced notes follow the text; else they stand at the foot. */
  if (!self->endless)
    self->y = MAX (self->pages->bottom - self->notes_height, y) + GAP;
  for (guint i = 0; i < self->notes->len && !self->endless; i++)
    {
      Note *note = liaison_matter_alloc (&note_class, sizeof *note);

      note->setting = g_array_index (self->notes, LiaisonPendingNote, i).setting;
      note->first = i == 0;
      liaison_pages_keep (self->pages, note, note_free);
      liaison_flow_place (self, &note->parent, get_height (note->setting));
    }
  g_array_set_size (self->notes, 0);
  self->notes_height = 0;
  self->start = start;
  self->end = end;
  self->y = y;
}
