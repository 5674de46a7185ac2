/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/card.h"

#include <string.h>

gboolean
liaison_card_is_translated (const LiaisonText *text, const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));

  return liaison_text_lookup (text, language) != NULL || liaison_text_lookup (text, base) != NULL;
}

gboolean
liaison_card_is_approved (const LiaisonBriefingData *briefing,
                          const LiaisonStatementData *statement)
{
  return statement->status == LIAISON_STATEMENT_STATUS_APPROVED;
}

char *
liaison_card_format_mark (guint number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *plain = g_strdup_printf ("%u", number);
  GString *raised = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at++)
    g_string_append (raised, digits[*at - '0']);
  return g_string_free (raised, FALSE);
}

/* NULL keys stand behind all others: what was never ordered comes last, by age. */
static int
compare_orders (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return strcmp (a, b);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const LiaisonStatementData *one = ((const LiaisonCardLine *) a)->statement;
  const LiaisonStatementData *two = ((const LiaisonCardLine *) b)->statement;
  int by_order;

  if (one->topic != two->topic)
    return (one->topic == 0) - (two->topic == 0) != 0 ? (one->topic == 0) - (two->topic == 0)
                                                      : one->topic - two->topic;
  by_order = compare_orders (one->order, two->order);
  return by_order != 0 ? by_order : liaison_id_compare (one->block.id, two->block.id);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const LiaisonRankNameData *one = *(const LiaisonRankNameData *const *) a;
  const LiaisonRankNameData *two = *(const LiaisonRankNameData *const *) b;
  guint left = liaison_rank_get_place (one->code), right = liaison_rank_get_place (two->code);
  int by_order;

  if (left != right)
    return left < right ? -1 : 1;
  by_order = compare_orders (one->order, two->order);
  return by_order != 0 ? by_order : liaison_id_compare (one->block.id, two->block.id);
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const LiaisonPhraseData *one = *(const LiaisonPhraseData *const *) a;
  const LiaisonPhraseData *two = *(const LiaisonPhraseData *const *) b;
  int left = one->use != 0 ? one->use : G_MAXINT, right = two->use != 0 ? two->use : G_MAXINT;
  int by_order;

  if (left != right)
    return left < right ? -1 : 1;
  by_order = compare_orders (one->order, two->order);
  return by_order != 0 ? by_order : liaison_id_compare (one->block.id, two->block.id);
}

static guint
number_source (LiaisonCard *self, const LiaisonStatementData *statement)
{
  const LiaisonCardSource source = { statement->source, statement->source_link,
                                     statement->source_date };

  if ((source.text == NULL || *source.text == '\0')
      && (source.link == NULL || *source.link == '\0'))
    return 0;
  for (guint i = 0; i < self->sources->len; i++)
    {
      const LiaisonCardSource *known = &g_array_index (self->sources, LiaisonCardSource, i);

      if (g_strcmp0 (known->text, source.text) == 0 && g_strcmp0 (known->link, source.link) == 0
          && known->date == source.date)
        return i + 1;
    }
  g_array_append_val (self->sources, source);
  return self->sources->len;
}

static void
count_text (LiaisonCard *self, const LiaisonText *text)
{
  if (liaison_text_get_size (text) == 0)
    return;
  self->n_texts++;
  self->n_untranslated += !liaison_card_is_translated (text, self->language);
}

static gboolean
is_wanted (const LiaisonStatementData *statement, LiaisonCardFlags flags)
{
  if (liaison_text_get_size (statement->text) == 0)
    return (flags & LIAISON_CARD_WITH_REFUSED) != 0;
  if (statement->status == LIAISON_STATEMENT_STATUS_REFUSED)
    return (flags & LIAISON_CARD_WITH_REFUSED) != 0;
  return statement->status == LIAISON_STATEMENT_STATUS_APPROVED
         || (flags & LIAISON_CARD_ONLY_APPROVED) == 0;
}

static void
take_statement (LiaisonCard *self, const LiaisonStatementData *statement, LiaisonCardFlags flags)
{
  LiaisonCardLine line = { .statement = statement };

  self->n_approved += statement->status == LIAISON_STATEMENT_STATUS_APPROVED;
  self->n_refused += statement->status == LIAISON_STATEMENT_STATUS_REFUSED;
  self->n_unsourced += (statement->source == NULL || *statement->source == '\0')
                       && (statement->source_link == NULL || *statement->source_link == '\0');
  if (!is_wanted (statement, flags))
    return;
  count_text (self, statement->text);
  line.text = liaison_text_pick (statement->text, self->language, &line.language);
  line.text = line.text != NULL ? line.text : "";
  line.translated = liaison_card_is_translated (statement->text, self->language);
  g_array_append_val (self->lines, line);
}

static void
take_lines (LiaisonCard *self, LiaisonCardFlags flags)
{
  const LiaisonItems *statements = self->briefing->statements;

  for (guint i = 0; i < liaison_items_get_size (statements); i++)
    take_statement (self, LIAISON_DATA (Statement, liaison_items_get (statements, i)), flags);
  g_array_sort (self->lines, compare_lines);
  for (guint i = 0; i < self->lines->len; i++)
    {
      LiaisonCardLine *line = &g_array_index (self->lines, LiaisonCardLine, i);
      LiaisonCardSection section = { (LiaisonBriefingTopic) line->statement->topic, i, 0 };

      line->source = number_source (self, line->statement);
      if (self->sections->len == 0
          || g_array_index (self->sections, LiaisonCardSection, self->sections->len - 1).topic
                 != section.topic)
        g_array_append_val (self->sections, section);
      g_array_index (self->sections, LiaisonCardSection, self->sections->len - 1).n++;
    }
}

/* What an outline left to be filled in is for planners only. */
static gboolean
is_filled_in (const LiaisonBlock *item)
{
  const char *said = item->shape == &liaison_phrase_shape ? LIAISON_DATA (Phrase, item)->phrase
                                                          : LIAISON_DATA (RankName, item)->rank;

  return said != NULL && *said != '\0';
}

static GPtrArray *
take_items (const LiaisonItems *items, LiaisonCardFlags flags, GCompareFunc compare)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    if ((flags & LIAISON_CARD_WITH_REFUSED) || is_filled_in (liaison_items_get (items, i)))
      g_ptr_array_add (sorted, (gpointer) liaison_items_get (items, i));
  g_ptr_array_sort (sorted, compare);
  return sorted;
}

LiaisonCard *
liaison_card_new (const LiaisonBlock *briefing, const char *language, LiaisonCardFlags flags)
{
  LiaisonCard *self = g_new0 (LiaisonCard, 1);

  self->briefing = LIAISON_DATA (Briefing, briefing);
  self->language = g_intern_string (language);
  self->lines = g_array_new (FALSE, FALSE, sizeof (LiaisonCardLine));
  self->sections = g_array_new (FALSE, FALSE, sizeof (LiaisonCardSection));
  self->sources = g_array_new (FALSE, FALSE, sizeof (LiaisonCardSource));
  count_text (self, self->briefing->title);
  count_text (self, self->briefing->summary);
  take_lines (self, flags);
  self->ranks = take_items (self->briefing->ranks, flags, compare_ranks);
  self->phrases = take_items (self->briefing->phrases, flags, compare_phrases);
  for (guint i = 0; i < self->phrases->len; i++)
    count_text (self, ((LiaisonPhraseData *) self->phrases->pdata[i])->meaning);
  return self;
}

void
liaison_card_free (LiaisonCard *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->sections);
  g_array_unref (self->sources);
  g_ptr_array_unref (self->ranks);
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

const LiaisonBlock *
liaison_card_find (const LiaisonBlock *const *briefings, guint n, const char *nation)
{
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBriefingData *data = LIAISON_DATA (Briefing, briefings[i]);

      if (data->status != LIAISON_BRIEFING_STATUS_WITHDRAWN
          && g_strcmp0 (data->nation, nation) == 0)
        return briefings[i];
    }
  return NULL;
}
