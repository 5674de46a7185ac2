/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/round-pages.h"

#include "arrangements/circuits.h"
#include "arrangements/days.h"
#include "exchange/listing-marking.h"
#include "pack/listing-pages.h"
#include "pack/tabular.h"
#include "record/record.h"
#include "words/dates.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>

/* Figures to be ringed. Western everywhere: what is typed back in is the same on every keyboard. */
#define FIGURES "1   2   3   4   5\302\240\302\240"
/* A line to write on. */
#define ROOM "______________________"

enum
{
  COLUMN_NUMBER,
  COLUMN_TIME,
  COLUMN_CIRCUIT,
  COLUMN_STATION,
  COLUMN_READABILITY,
  COLUMN_STRENGTH,
  COLUMN_REMARKS,
  N_COLUMNS,
};

typedef struct
{
  char **cells; /* row by row, N_COLUMNS each */
  char **heads;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *self = data;

  g_strfreev (self->cells);
  g_strfreev (self->heads);
  g_free (self);
}

static const char *
get_text (gpointer data, guint row, guint column)
{
  return ((Sheet *) data)->cells[row * N_COLUMNS + column];
}

static char *
tell_time (const LiaisonRound *round, const LiaisonRoundLine *line, const LiaisonManner *manner)
{
  g_autofree char *zulu = NULL, *local = NULL;

  if (line->time == G_MAXINT64)
    return g_strdup ("");
  zulu = liaison_words_format_time (manner->words, line->time, NULL);
  local = liaison_words_format_time (manner->words, line->time, round->zone);
  return g_strcmp0 (zulu, local) == 0 ? g_strdup_printf ("%sZ", zulu)
                                      : g_strdup_printf ("%s\n%sZ", local, zulu);
}

/* "CH-01P  Rescue talk group", with what it runs over below. */
static char *
tell_circuit (const LiaisonRoundLine *line, const LiaisonManner *manner)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, line->channel);
  g_autofree char *name = liaison_manner_tell_block_name (manner, line->channel);
  const char *medium =
      liaison_words_get (manner->words, liaison_mediums.choices[channel->medium].label);
  const char *pace = liaison_words_get (manner->words, liaison_paces.choices[channel->pace].label);
  GString *text = g_string_new (NULL);

  if (channel->code != NULL)
    g_string_append_printf (text, "%s  ", channel->code);
  g_string_append_printf (text, "%s\n%s", name, pace);
  if (*medium != '\0')
    g_string_append_printf (
        text, "%s%s", *pace != '\0' ? liaison_words_get_separator (manner->words) : "", medium);
  if (channel->document != NULL)
    g_string_append_printf (text, "%s%s", liaison_words_get_separator (manner->words),
                            channel->document);
  return g_string_free (text, FALSE);
}

/* Whom to call, by what call sign or number. */
static char *
tell_station (const LiaisonRound *round, const LiaisonRoundLine *line, const LiaisonManner *manner)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (round->snapshot);
  g_autofree char *name =
      !liaison_id_is_zero (line->to) ? liaison_manner_tell_name (manner, line->to) : g_strdup ("");
  const char *sign = liaison_channel_get_call_sign (&lookup, line->channel, line->to);
  const char *address = liaison_channel_get_address (line->channel, line->to);
  GString *text = g_string_new (sign != NULL ? sign : "");

  if (*name != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", name);
  if (address != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", address);
  return g_string_free (text, FALSE);
}

/* What was entered already stands there; else figures to be ringed. */
static void
add_result (GPtrArray *cells, const LiaisonRoundLine *line, const LiaisonManner *manner)
{
  LiaisonTestReading reading = { 0 };
  g_autofree char *told = NULL;

  if (line->test != NULL)
    reading = liaison_test_reading_of (line->test);
  if (reading.result == LIAISON_TEST_RESULT_UNSET)
    {
      g_ptr_array_add (cells, g_strdup (FIGURES));
      g_ptr_array_add (cells, g_strdup (FIGURES));
      g_ptr_array_add (cells, g_strdup (ROOM));
      return;
    }
  told = liaison_test_reading_tell (manner->words, &reading);
  g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, g_steal_pointer (&told));
}

static Sheet *
make_sheet (const LiaisonRound *round, const LiaisonManner *manner)
{
  static const char *const heads[N_COLUMNS] = {
    /* Translators: The number of a line, over a narrow column */
    N_ ("No."),
    N_ ("Time"),
    N_ ("Circuit"),
    /* Translators: The station that is called */
    N_ ("Call"),
    N_ ("Readability"),
    N_ ("Strength"),
    N_ ("Remarks"),
  };
  Sheet *self = g_new0 (Sheet, 1);
  GPtrArray *cells = g_ptr_array_new (), *titles = g_ptr_array_new ();

  for (guint i = 0; i < N_COLUMNS; i++)
    g_ptr_array_add (titles, g_strdup (liaison_words_get (manner->words, heads[i])));
  for (guint i = 0; i < round->lines->len; i++)
    {
      const LiaisonRoundLine *line = &g_array_index (round->lines, LiaisonRoundLine, i);

      g_ptr_array_add (cells, g_strdup_printf ("%u", i + 1));
      g_ptr_array_add (cells, tell_time (round, line, manner));
      g_ptr_array_add (cells, tell_circuit (line, manner));
      g_ptr_array_add (cells, tell_station (round, line, manner));
      add_result (cells, line, manner);
    }
  g_ptr_array_add (titles, NULL);
  g_ptr_array_add (cells, NULL);
  self->heads = (char **) g_ptr_array_free (titles, FALSE);
  self->cells = (char **) g_ptr_array_free (cells, FALSE);
  return self;
}

static LiaisonMatter *
make_table (const Sheet *sheet, guint n_rows)
{
  LiaisonTabularColumn columns[N_COLUMNS] = { 0 };
  const LiaisonTabularSource source = { columns,  N_COLUMNS, n_rows,          FALSE,
                                        get_text, NULL,      (gpointer) sheet };

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i].heading = sheet->heads[i];
  columns[COLUMN_NUMBER].whole = columns[COLUMN_NUMBER].numeric = TRUE;
  columns[COLUMN_TIME].whole = TRUE;
  columns[COLUMN_CIRCUIT].name = TRUE;
  columns[COLUMN_READABILITY].whole = columns[COLUMN_STRENGTH].whole = TRUE;
  columns[COLUMN_REMARKS].whole = TRUE;
  return liaison_tabular_new (&source);
}

static void
add_note (LiaisonPages *pages, const char *text)
{
  LiaisonMatter *matter = liaison_matter_new_paragraph (text, &liaison_type_note);

  matter->keep_with_next = TRUE;
  liaison_pages_add (pages, matter);
}

/* What the figures mean, as operators need it at hand. */
static void
add_key (LiaisonPages *pages, LiaisonWords *words)
{
  add_note (pages,
            liaison_words_get (words, N_ ("Readability: 1 unreadable, 2 now and then, 3 with "
                                          "difficulty, 4 readable, 5 perfectly readable. "
                                          "Strength: 1 scarcely perceptible, 2 weak, 3 fairly "
                                          "good, 4 good, 5 very good.")));
  add_note (pages,
            liaison_words_get (words, N_ ("Ring the figures, or write the words (loud and "
                                          "clear). Write – for no answer, x where no test was "
                                          "made. No keys and no frequencies on this sheet.")));
}

static char *
tell_marking (const LiaisonRound *round, const LiaisonManner *manner)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < round->lines->len; i++)
    g_ptr_array_add (blocks, (gpointer) g_array_index (round->lines, LiaisonRoundLine, i).channel);
  return liaison_listing_tell_marking (manner, (const LiaisonBlock *const *) blocks->pdata,
                                       blocks->len);
}

LiaisonPages *
liaison_round_to_pages (const LiaisonRound *round,
                        const LiaisonManner *manner,
                        const LiaisonPageSetup *setup,
                        gint64 now)
{
  LiaisonPages *pages = liaison_pages_new (setup, manner->words);
  const LiaisonListingPrint print = { .now = now, .zone = round->zone };
  const char *title = liaison_words_get (manner->words, N_ ("Round sheet"));
  g_autofree char *exercise =
      liaison_manner_tell_block_name (manner, liaison_snapshot_get_exercise (round->snapshot));
  g_autofree char *marking = tell_marking (round, manner);
  g_autofree char *when = liaison_listing_print_tell_when (
      &print, manner->format == LIAISON_TIME_AS_DTG, manner->words);
  g_autofree char *day = liaison_words_format_day (manner->words, round->day, LIAISON_DATE_FULL);
  g_autofree char *heading =
      g_strjoin (liaison_words_get_separator (manner->words), title, day, NULL);
  const LiaisonFurniture furniture = { marking, exercise, heading, when };
  /* Translators: Lines to be filled in by hand on a printed sheet */
  g_autofree char *hand = g_strdup_printf ("%s: ____________________    %s: ____________________",
                                           liaison_words_get (manner->words, N_ ("Operator")),
                                           liaison_words_get (manner->words, N_ ("Station")));
  Sheet *sheet = make_sheet (round, manner);

  liaison_pages_keep (pages, sheet, sheet_free);
  liaison_pages_set_furniture (pages, &furniture);
  liaison_pages_add (pages, liaison_matter_new_heading (heading, &liaison_type_title, 1));
  add_key (pages, manner->words);
  add_note (pages, hand);
  if (round->lines->len > 0)
    liaison_pages_add (pages, make_table (sheet, round->lines->len));
  else
    add_note (pages,
              liaison_words_get (manner->words, N_ ("Nothing is to be checked on this day.")));
  return pages;
}
