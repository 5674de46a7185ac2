/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrase sheets, the order of flags and ranks side by side, on paper. */
#include "config.h"

#include "pack/briefing-private.h"

#include "brief/flags.h"
#include "pack/pair.h"
#include "record/kinds/nation.h"
#include "words/capital.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More nations than this do not fit beside each other. */
#define MAX_NATIONS 14

static const LiaisonTypeStyle phrase_style = {
  .size = 14, .leading = 19, .weight = 700, .tag = "P"
};
static const LiaisonTypeStyle latin_style = {
  .size = 10.5, .leading = 14, .weight = 400, .italic = TRUE, .tag = "P"
};

static const char *
pick (const LiaisonManner *manner, const LiaisonText *text)
{
  const char *picked = liaison_text_pick (text, liaison_words_get_language (manner->words), NULL);

  return picked != NULL ? picked : "";
}

static void
write_phrase (LiaisonBriefWriter *self, const LiaisonPhraseData *phrase)
{
  LiaisonTypeStyle meaning = liaison_type_body;
  const LiaisonPairLine start = { .text = pick (self->manner, phrase->meaning), .style = &meaning };
  LiaisonPairLine end[3] = { { .text = phrase->phrase, .style = &phrase_style } };
  LiaisonPair pair = {
    .part = 0.38, .rule = TRUE, .start = &start, .n_start = 1, .end = end, .n_end = 1
  };

  meaning.align = LIAISON_SET_AT_START;
  meaning.after = 0;
  if (phrase->transcription != NULL && *phrase->transcription != '\0')
    end[pair.n_end++] = (LiaisonPairLine){ .text = phrase->transcription, .style = &latin_style };
  if (*pick (self->manner, phrase->pronunciation) != '\0')
    end[pair.n_end++] = (LiaisonPairLine){ .text = pick (self->manner, phrase->pronunciation),
                                           .style = &liaison_type_note };
  liaison_brief_add (liaison_matter_new_pair (&pair), self);
}

/* The languages of the phrases: "Norwegian Bokmål". */
static char *
tell_languages (const LiaisonManner *manner, const LiaisonCard *card)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < card->phrases->len; i++)
    {
      const char *tag = ((LiaisonPhraseData *) card->phrases->pdata[i])->language.language;

      if (tag == NULL || g_ptr_array_find (tags, tag, NULL))
        continue;
      g_ptr_array_add (tags, (gpointer) tag);
      g_ptr_array_add (names, liaison_words_dup_language (manner->words, tag));
    }
  return liaison_words_capitalise (
      manner->words, liaison_words_format_list (manner->words, (const char *const *) names->pdata,
                                                names->len, LIAISON_LIST_AND));
}

void
liaison_phrase_sheet_to_pages (const LiaisonSnapshot *snapshot,
                               const LiaisonManner *manner,
                               const LiaisonBlock *briefing,
                               const LiaisonBriefingLook *look,
                               LiaisonPages *pages)
{
  LiaisonBriefWriter self = LIAISON_BRIEF_WRITER (snapshot, manner, look, pages);
  g_autoptr (LiaisonCard) card =
      liaison_card_new (briefing, liaison_words_get_language (manner->words), 0);
  g_autofree char *nation =
      liaison_manner_tell_nation (manner, LIAISON_DATA (Briefing, briefing)->nation);
  g_autofree char *languages = tell_languages (manner, card);
  g_autofree char *title = NULL;
  int use = -1;

  if (card->phrases->len == 0)
    return;
  title = liaison_words_format (manner->words,
                                /* Translators: the title of a phrase sheet: “Phrases: Norway”. */
                                N_ ("Phrases: {nation}"), liaison_operand_text ("nation", nation));
  liaison_brief_add_heading (&self, 0, title);
  liaison_brief_add_plain (&self, languages, &liaison_type_note);
  for (guint i = 0; i < card->phrases->len; i++)
    {
      const LiaisonPhraseData *phrase = card->phrases->pdata[i];

      if (phrase->use != use)
        liaison_brief_add_heading (
            &self, 2,
            liaison_words_get (manner->words, phrase->use != 0
                                                  ? liaison_phrase_uses.choices[phrase->use].label
                                                  : N_ ("Other")));
      use = phrase->use;
      write_phrase (&self, phrase);
    }
}

static void
write_places (LiaisonBriefWriter *self, const LiaisonFlags *flags, guint from, guint to)
{
  LiaisonWords *words = self->manner->words;
  const char *headings[] = { liaison_words_get (words, N_ ("Place")),
                             liaison_words_get (words, N_ ("Code")),
                             liaison_words_get (words, N_ ("Name in the order")),
                             liaison_words_get (words, N_ ("Nation")) };
  LiaisonBriefGrid *grid = liaison_brief_grid_new (headings, G_N_ELEMENTS (headings));

  for (guint i = from; i < to; i++)
    {
      const LiaisonFlagPlace *place = flags->places->pdata[i];
      const LiaisonNationData *nation = LIAISON_DATA (Nation, place->nation);

      liaison_brief_grid_take (grid,
                               from == 0 ? liaison_words_format_integer (words, i + 1) : NULL);
      liaison_brief_grid_take (grid, g_strdup (nation->code));
      liaison_brief_grid_take (grid, g_strdup (place->name));
      liaison_brief_grid_take (grid, liaison_manner_tell_nation (self->manner, nation->code));
    }
  liaison_brief_add_grid (self, grid, 1 | 2);
}

void
liaison_flags_to_pages (const LiaisonSnapshot *snapshot,
                        const LiaisonManner *manner,
                        guint turn,
                        const LiaisonBriefingLook *look,
                        LiaisonPages *pages)
{
  LiaisonBriefWriter self = LIAISON_BRIEF_WRITER (snapshot, manner, look, pages);
  g_autoptr (LiaisonFlags) flags =
      liaison_flags_new (snapshot, LIAISON_FLAG_ORDER_UNSET, NULL, turn);
  g_autofree char *rule = liaison_flags_tell_rule (flags, manner->words);

  liaison_brief_add_heading (&self, 0, liaison_words_get (manner->words, N_ ("Order of flags")));
  liaison_brief_add_plain (&self, rule, &liaison_type_note);
  write_places (&self, flags, 0, flags->n_nations);
  if (flags->n_nations == flags->places->len)
    return;
  liaison_brief_add_heading (&self, 2, liaison_words_get (manner->words, N_ ("Organisations")));
  liaison_brief_add_plain (
      &self, liaison_words_get (manner->words, N_ ("Where their flags stand, the host decides.")),
      &liaison_type_note);
  write_places (&self, flags, flags->n_nations, flags->places->len);
}

/* What a card has for a code: "Oberst; Kommandør". */
static char *
tell_ranks (const LiaisonBriefingData *data, const char *code)
{
  GString *told = NULL;

  for (guint i = 0; i < liaison_items_get_size (data->ranks); i++)
    {
      const LiaisonRankNameData *rank = LIAISON_DATA (RankName, liaison_items_get (data->ranks, i));

      if (rank->code == NULL || rank->rank == NULL || g_ascii_strcasecmp (rank->code, code) != 0
          || (told != NULL && strstr (told->str, rank->rank) != NULL))
        continue;
      if (told == NULL)
        told = g_string_new (rank->rank);
      else
        g_string_append_printf (told, "\n%s", rank->rank);
    }
  return told != NULL ? g_string_free (told, FALSE) : NULL;
}

static gboolean
has_code (const GPtrArray *cards, const char *code)
{
  for (guint i = 0; i < cards->len; i++)
    {
      g_autofree char *told = tell_ranks (cards->pdata[i], code);

      if (told != NULL)
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
list_ranked (const LiaisonSnapshot *snapshot)
{
  GPtrArray *cards = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_BRIEFING, &n);

  for (guint i = 0; i < n && cards->len < MAX_NATIONS; i++)
    if (liaison_items_get_size (LIAISON_DATA (Briefing, blocks[i])->ranks) > 0
        && LIAISON_DATA (Briefing, blocks[i])->status != LIAISON_BRIEFING_STATUS_WITHDRAWN)
      g_ptr_array_add (cards, (gpointer) blocks[i]);
  return cards;
}

void
liaison_ranks_to_pages (const LiaisonSnapshot *snapshot,
                        const LiaisonManner *manner,
                        const LiaisonBriefingLook *look,
                        LiaisonPages *pages)
{
  LiaisonBriefWriter self = LIAISON_BRIEF_WRITER (snapshot, manner, look, pages);
  g_autoptr (GPtrArray) cards = list_ranked (snapshot);
  const char *headings[MAX_NATIONS + 1] = { liaison_words_get (manner->words, N_ ("Code")) };
  const LiaisonRanks *ranks = liaison_ranks_get ();
  g_autofree char *source = NULL;
  LiaisonBriefGrid *grid;

  if (cards->len == 0)
    return;
  for (guint i = 0; i < cards->len; i++)
    headings[i + 1] = ((LiaisonBriefingData *) cards->pdata[i])->nation;
  grid = liaison_brief_grid_new (headings, cards->len + 1);
  for (const char *const *code = liaison_ranks_list_codes (); *code != NULL; code++)
    {
      if (!has_code (cards, *code))
        continue;
      liaison_brief_grid_take (grid, g_strdup (*code));
      for (guint i = 0; i < cards->len; i++)
        liaison_brief_grid_take (grid, tell_ranks (cards->pdata[i], *code));
    }
  liaison_brief_add_heading (&self, 0,
                             liaison_words_get (manner->words, N_ ("Ranks side by side")));
  liaison_brief_add_plain (
      &self,
      liaison_words_get (manner->words,
                         N_ ("Codes are those of STANAG 2116; what stands beside them is as each "
                             "nation’s card has it.")),
      &liaison_type_note);
  liaison_brief_add_grid (&self, grid, 1);
  source = liaison_briefing_tell_source (manner, ranks->source, ranks->source_link, ranks->checked);
  liaison_brief_add_plain (&self, source, &liaison_type_note);
}
