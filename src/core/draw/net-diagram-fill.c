/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The circuits of a plan as items of the net diagram. */
#include "config.h"

#include "draw/net-diagram-private.h"

#include "draw/chart-tables.h"
#include "record/record.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  LiaisonNetDiagram *self;
  const LiaisonCircuits *circuits;
  const LiaisonManner *manner;
  gboolean (*shown) (const LiaisonBlock *channel, gpointer data);
  gpointer data;
} Filling;

static const char *
tell_choice (const LiaisonManner *manner, const LiaisonChoices *choices, int choice)
{
  return liaison_words_get (manner->words, choices->choices[choice].label);
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* "Voice radio · UHF radio · Repeater" */
static char *
tell_technique (const LiaisonManner *manner, const LiaisonChannelData *channel)
{
  GString *text = g_string_new (NULL);
  const char *const parts[] = { tell_choice (manner, &liaison_mediums, channel->medium),
                                tell_choice (manner, &liaison_bearers, channel->bearer),
                                channel->carrier };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (
          text, "%s%s", text->len > 0 ? liaison_words_get_separator (manner->words) : "", parts[i]);
  return g_string_free (text, FALSE);
}

static char *
tell_last (const Filling *filling, const LiaisonCircuit *circuit)
{
  g_autofree char *state = NULL, *time = NULL;

  if (circuit->last == NULL)
    return g_strdup (
        liaison_words_get (filling->manner->words, liaison_circuit_state_labels[circuit->state]));
  time = liaison_manner_tell_time (filling->manner, circuit->last_time, NULL);
  state = g_strjoin (
      liaison_words_get_separator (filling->manner->words),
      liaison_words_get (filling->manner->words, liaison_circuit_state_labels[circuit->state]),
      tell_choice (filling->manner, &liaison_test_results,
                   LIAISON_DATA (ChannelTest, circuit->last)->result),
      NULL);
  return g_strjoin (liaison_words_get_separator (filling->manner->words), state, time, NULL);
}

static char *
tell_circuit (const Filling *filling, const LiaisonCircuit *circuit, const char *technique)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, circuit->channel);
  const char *language = liaison_words_get_language (filling->manner->words);
  g_autofree char *name = liaison_manner_tell_block_name (filling->manner, circuit->channel);
  g_autofree char *last = tell_last (filling, circuit);
  GString *text = g_string_new (name);

  append_line (text, tell_choice (filling->manner, &liaison_paces, channel->pace));
  append_line (text, technique);
  append_line (text, last);
  append_line (text, liaison_text_pick (channel->trigger, language, NULL));
  return g_string_free (text, FALSE);
}

static guint
add_item (LiaisonNetDiagram *self, const Item *item)
{
  g_array_append_val (self->items, *item);
  return self->items->len - 1;
}

static guint
add_station (const Filling *filling, ItemType type, LiaisonId id, const char *detail)
{
  Item item = { .type = type, .record = id, .block = filling->self->blocks->len };

  item.label = liaison_manner_tell_name (filling->manner, id);
  item.detail = g_strdup (detail);
  item.told =
      detail != NULL ? g_strdup_printf ("%s\n%s", item.label, detail) : g_strdup (item.label);
  return add_item (filling->self, &item);
}

static guint
add_line (const Filling *filling, const LiaisonBlock *line)
{
  Item item = { .type = ITEM_LINE, .record = line->id, .block = filling->self->blocks->len };
  g_autofree char *name = liaison_manner_tell_block_name (filling->manner, line);
  const char *code = LIAISON_DATA (Channel, line)->code;

  item.label = liaison_words_lead (filling->manner->words, code, name);
  item.told = g_strdup (item.label);
  return add_item (filling->self, &item);
}

static void
add_circuit (const Filling *filling, const LiaisonCircuit *circuit)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, circuit->channel);
  Item item = { .type = ITEM_CIRCUIT,
                .record = circuit->channel->id,
                .state = circuit->state,
                .pace = channel->pace,
                .overdue = circuit->n_overdue > 0,
                .block = filling->self->blocks->len };
  g_autofree char *name = liaison_manner_tell_block_name (filling->manner, circuit->channel);

  item.faint = filling->shown != NULL && !filling->shown (circuit->channel, filling->data);
  item.label = liaison_words_lead (filling->manner->words, channel->code, name);
  item.detail = tell_technique (filling->manner, channel);
  item.told = tell_circuit (filling, circuit, item.detail);
  add_item (filling->self, &item);
}

/* The call signs of a station on the circuits of a line: "MISTRAL". NULL: none. */
static const char *
find_call_sign (const Filling *filling, const GPtrArray *circuits, LiaisonId station)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (filling->circuits->snapshot);

  for (guint i = 0; i < circuits->len; i++)
    {
      const char *sign = liaison_channel_get_call_sign (
          &lookup, ((const LiaisonCircuit *) circuits->pdata[i])->channel, station);

      if (sign != NULL)
        return sign;
    }
  return NULL;
}

static void
merge_stations (GArray *stations, const LiaisonBlock *channel)
{
  g_autoptr (GArray) more = liaison_channel_list_stations (channel);

  for (guint i = 0; i < more->len; i++)
    {
      LiaisonId id = g_array_index (more, LiaisonId, i);
      gboolean known = FALSE;

      for (guint j = 0; j < stations->len; j++)
        known |= liaison_id_same (g_array_index (stations, LiaisonId, j), id);
      if (!known)
        g_array_append_val (stations, id);
    }
}

/* The box of the block before is shared where it is of the same station. */
static guint
share_start (const Filling *filling, LiaisonId id, const char *detail)
{
  LiaisonNetDiagram *self = filling->self;

  if (self->blocks->len > 0)
    {
      const Block *before = BLOCK (self->blocks->len - 1);

      if (before->start != G_MAXUINT && liaison_id_same (ITEM (before->start)->record, id))
        return before->start;
    }
  return add_station (filling, ITEM_STATION, id, detail);
}

static void
add_block (const Filling *filling,
           const LiaisonBlock *line,
           const LiaisonCircuit *const *circuits,
           guint n)
{
  LiaisonNetDiagram *self = filling->self;
  Block block = { G_MAXUINT, G_MAXUINT };
  g_autoptr (GArray) stations = line != NULL ? liaison_channel_list_stations (line)
                                             : g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (all, (gpointer) circuits[i]);
      merge_stations (stations, circuits[i]->channel);
    }
  if (stations->len > 0)
    {
      LiaisonId start = g_array_index (stations, LiaisonId, 0);
      block.start = share_start (filling, start, find_call_sign (filling, all, start));
    }
  if (line != NULL)
    block.line = add_line (filling, line);
  block.first = self->items->len;
  block.n = n;
  for (guint i = 0; i < n; i++)
    add_circuit (filling, circuits[i]);
  block.far = self->items->len;
  block.n_far = stations->len > 1 ? stations->len - 1 : 0;
  for (guint i = 1; i < stations->len; i++)
    {
      LiaisonId far = g_array_index (stations, LiaisonId, i);
      add_station (filling, ITEM_FAR, far, find_call_sign (filling, all, far));
    }
  g_array_append_val (self->blocks, block);
}

/* What serves no need line stands alone, each circuit with its own stations. */
static void
add_need_line (const Filling *filling, const LiaisonNeedLine *line)
{
  const LiaisonCircuit *const *circuits = (const LiaisonCircuit *const *) line->circuits->pdata;

  if (line->line != NULL)
    add_block (filling, line->line, circuits, line->circuits->len);
  for (guint i = 0; line->line == NULL && i < line->circuits->len; i++)
    add_block (filling, NULL, &circuits[i], 1);
}

static LiaisonId
get_start (const LiaisonNeedLine *line)
{
  g_autoptr (GArray) stations = NULL;

  if (line->line == NULL && line->circuits->len == 0)
    return (LiaisonId){ 0 };
  stations = liaison_channel_list_stations (
      line->line != NULL ? line->line
                         : ((const LiaisonCircuit *) line->circuits->pdata[0])->channel);
  return stations->len > 0 ? g_array_index (stations, LiaisonId, 0) : (LiaisonId){ 0 };
}

void
liaison_net_diagram_set (LiaisonNetDiagram *self,
                         const LiaisonCircuits *circuits,
                         const LiaisonManner *manner,
                         gboolean (*shown) (const LiaisonBlock *channel, gpointer data),
                         gpointer data)
{
  const Filling filling = { self, circuits, manner, shown, data };
  g_autofree gboolean *done = g_new0 (gboolean, circuits->lines->len + 1);

  g_array_set_size (self->items, 0);
  g_array_set_size (self->blocks, 0);
  g_clear_pointer (&self->table, g_ptr_array_unref);
  self->table = liaison_circuits_make_table (circuits, manner, shown, data);
  /* Need lines of one station stand together, where the first of them is. */
  for (guint i = 0; i < circuits->lines->len; i++)
    for (guint j = i; !done[i] && j < circuits->lines->len; j++)
      if (j == i
          || (!done[j]
              && liaison_id_same (get_start (circuits->lines->pdata[i]),
                                  get_start (circuits->lines->pdata[j]))))
        {
          if (j > i)
            done[j] = TRUE;
          add_need_line (&filling, circuits->lines->pdata[j]);
        }
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}
