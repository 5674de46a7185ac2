/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The communications plan, the PACE card that is cut from it, and the sheets for rounds of calls.
 * No keys and no frequencies: the number of the controlled document stands in their place. */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"
#include "record/kinds/channel.h"

#include <glib/gi18n-lib.h>

/* Columns of a round sheet to write in. */
#define ROUNDS 6

/* Primary first. */
static int
compare_pace (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *left = *(const LiaisonBlock *const *) a;
  const LiaisonBlock *right = *(const LiaisonBlock *const *) b;
  int first = LIAISON_DATA (Channel, left)->pace, second = LIAISON_DATA (Channel, right)->pace;

  first = first == 0 ? G_MAXINT : first;
  second = second == 0 ? G_MAXINT : second;
  return first != second ? (first > second) - (first < second)
                         : liaison_id_compare (left->id, right->id);
}

/* The circuits that serve @line; with NULL those that serve none that is here. */
static GPtrArray *
list_circuits (LiaisonBook *book, const GPtrArray *channels, const LiaisonBlock *line)
{
  GPtrArray *circuits = g_ptr_array_new ();

  for (guint i = 0; i < channels->len; i++)
    {
      const LiaisonChannelData *channel = channels->pdata[i];
      const LiaisonBlock *parent = liaison_snapshot_find (book->copy, channel->parent);

      if (channel->level != LIAISON_CHANNEL_LEVEL_NEED_LINE && parent == line)
        g_ptr_array_add (circuits, channels->pdata[i]);
    }
  g_ptr_array_sort (circuits, compare_pace);
  return circuits;
}

/* "HARBOUR +47 5550 0603", a station a line. */
static char *
tell_stations (LiaisonBook *book, const LiaisonChannelData *channel)
{
  g_autoptr (GPtrArray) stations = liaison_book_list_items (channel->stations, "order");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < stations->len; i++)
    {
      const LiaisonStationData *station = stations->pdata[i];
      g_autofree char *name = station->call_sign != NULL
                                  ? liaison_book_isolate (g_strdup (station->call_sign))
                                  : liaison_book_tell (book, stations->pdata[i], "station");
      g_autofree char *address = liaison_book_isolate (g_strdup (station->address));

      if (name != NULL)
        g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "", name,
                                address != NULL && *address != '\0' ? " " : "",
                                address != NULL ? address : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_circuit (LiaisonBook *book, LiaisonRows *rows, const LiaisonBlock *circuit)
{
  liaison_rows_begin_row (rows, circuit, 0);
  liaison_rows_take (rows, liaison_book_tell (book, circuit, "pace"));
  liaison_rows_take (rows, liaison_manner_tell_block_name (&book->manner, circuit));
  liaison_rows_take (rows, liaison_book_tell (book, circuit, "medium"));
  liaison_rows_take (rows, tell_stations (book, LIAISON_DATA (Channel, circuit)));
  liaison_rows_take (rows, liaison_book_tell (book, circuit, "trigger"));
  liaison_rows_take (rows, liaison_book_isolate (liaison_book_tell (book, circuit, "document")));
}

static void
add_line (LiaisonBook *book, LiaisonRows *rows, const GPtrArray *channels, const LiaisonBlock *line)
{
  g_autoptr (GPtrArray) circuits = list_circuits (book, channels, line);
  g_autofree char *name = line != NULL ? liaison_manner_tell_block_name (&book->manner, line)
                                       : g_strdup (liaison_book_say (book, N_ ("Other channels")));

  if (circuits->len > 0)
    liaison_rows_add_span (rows, name);
  for (guint i = 0; i < circuits->len; i++)
    add_circuit (book, rows, circuits->pdata[i]);
}

static gboolean
is_line (const LiaisonBlock *channel)
{
  return LIAISON_DATA (Channel, channel)->level == LIAISON_CHANNEL_LEVEL_NEED_LINE;
}

void
liaison_section_communications (LiaisonBook *book)
{
  g_autoptr (GPtrArray) channels = liaison_book_list (book, &liaison_channel_kind, NULL);
  LiaisonRows *rows = liaison_rows_new ();

  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("PACE")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Channel")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Medium")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Stations")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Use when")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Controlled document")),
                           LIAISON_ROWS_WHOLE);
  for (guint i = 0; i < channels->len; i++)
    if (is_line (channels->pdata[i]))
      add_line (book, rows, channels, channels->pdata[i]);
  add_line (book, rows, channels, NULL);
  liaison_book_take_rows (book, rows);
}

/* One card of the PACE card: a need line and its ways, best first. */
static void
add_card (LiaisonBook *book, const LiaisonBlock *line, const GPtrArray *circuits)
{
  g_autofree char *name = liaison_manner_tell_block_name (&book->manner, line);
  LiaisonTypeStyle style = liaison_book_style (book, &liaison_type_subheading);
  LiaisonMatter *card = liaison_group_new (&(LiaisonGroupStyle){
      .framed = TRUE, .barred = TRUE, .ink = LIAISON_INK_ACCENT, .pad = 6 * book->factor });
  LiaisonMatter *pairs = liaison_pairs_new (book->factor * 0.92, 0.3);
  LiaisonMatter *heading = liaison_matter_new_paragraph (name, &style);

  heading->keep_with_next = TRUE;
  for (guint i = 0; i < circuits->len; i++)
    {
      const LiaisonBlock *circuit = circuits->pdata[i];
      g_autofree char *pace = liaison_book_tell (book, circuit, "pace");
      g_autofree char *title = liaison_manner_tell_block_name (&book->manner, circuit);
      g_autofree char *stations = tell_stations (book, LIAISON_DATA (Channel, circuit));
      g_autofree char *text =
          *stations != '\0' ? g_strdup_printf ("%s\n%s", title, stations) : g_strdup (title);

      liaison_pairs_add (pairs, pace, text, circuit, NULL);
    }
  liaison_group_add (card, heading);
  liaison_group_add (card, pairs);
  card->record = line;
  card->after = 8 * book->factor;
  liaison_book_add (book, card);
}

void
liaison_section_pace_card (LiaisonBook *book)
{
  g_autoptr (GPtrArray) channels = liaison_book_list (book, &liaison_channel_kind, NULL);

  for (guint i = 0; i < channels->len; i++)
    {
      g_autoptr (GPtrArray) circuits = NULL;

      if (!is_line (channels->pdata[i]))
        continue;
      circuits = list_circuits (book, channels, channels->pdata[i]);
      if (circuits->len == 0)
        continue;
      liaison_book_head (book);
      liaison_book_set_columns (book, 2);
      add_card (book, channels->pdata[i], circuits);
    }
}

/* One net: its stations, and room to write how each was heard. */
static void
add_stations (LiaisonBook *book, LiaisonRows *rows, const LiaisonBlock *circuit)
{
  g_autoptr (GPtrArray) stations =
      liaison_book_list_items (LIAISON_DATA (Channel, circuit)->stations, "order");

  for (guint i = 0; i < stations->len; i++)
    {
      liaison_rows_begin_row (rows, circuit, 0);
      liaison_rows_take (
          rows, liaison_book_isolate (liaison_book_tell (book, stations->pdata[i], "call-sign")));
      liaison_rows_take (rows, liaison_book_tell (book, stations->pdata[i], "station"));
      for (guint round = 0; round < ROUNDS; round++)
        liaison_rows_add (rows, "__ / __");
    }
}

static LiaisonRows *
new_sheets (LiaisonBook *book)
{
  LiaisonRows *rows = liaison_rows_new ();

  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Call sign")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Station")), 0);
  for (guint round = 0; round < ROUNDS; round++)
    /* Zulu time of the round, to be filled in. */
    liaison_rows_add_column (rows, "____Z", LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Remarks")), 0);
  return rows;
}

/* All sheets are parts of one table, so that their columns stand below each other. Takes @rows;
 * @ends are where each of @circuits ends in it. */
static void
set_sheets (LiaisonBook *book, LiaisonRows *rows, const GPtrArray *circuits, const GArray *ends)
{
  LiaisonMatter *whole = NULL;

  for (guint i = 0; i < circuits->len; i++)
    {
      g_autofree char *title = liaison_manner_tell_block_name (&book->manner, circuits->pdata[i]);
      guint from = i > 0 ? g_array_index (ends, guint, i - 1) : 0;
      LiaisonMatter *part;

      liaison_book_add_minor (book, title);
      part = liaison_rows_to_part (rows, book->pages, book->factor, from,
                                   g_array_index (ends, guint, i), &whole);
      part->after = 8 * book->factor;
      liaison_book_add (book, part);
    }
  if (whole == NULL)
    liaison_rows_free (rows);
}

void
liaison_section_round_sheets (LiaisonBook *book)
{
  g_autoptr (GPtrArray) channels = liaison_book_list (book, &liaison_channel_kind, NULL);
  g_autoptr (GPtrArray) circuits = g_ptr_array_new ();
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  LiaisonRows *rows = new_sheets (book);

  if (channels->len > 0)
    liaison_book_add_note (
        book, liaison_book_say (
                  book, N_ ("Write the Zulu time of the round over each column, and readability "
                            "and strength (1 to 5) of each station below it.")));
  for (guint i = 0; i < channels->len; i++)
    {
      guint before = liaison_rows_get_n_rows (rows), end;

      if (!is_line (channels->pdata[i]))
        add_stations (book, rows, channels->pdata[i]);
      end = liaison_rows_get_n_rows (rows);
      if (end == before)
        continue;
      g_ptr_array_add (circuits, channels->pdata[i]);
      g_array_append_val (ends, end);
    }
  set_sheets (book, rows, circuits, ends);
}
