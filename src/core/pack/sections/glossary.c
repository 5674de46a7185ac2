/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are not to be misunderstood, in two columns, by the alphabet of the reader. */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"
#include "record/kinds/term.h"
#include "words/search.h"

#include <string.h>

typedef struct
{
  const LiaisonBlock *term;
  char *label, *key;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->label);
  g_free (((Entry *) data)->key);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->key, ((const Entry *) b)->key);
}

/* The abbreviation, then what it means; in other languages the English of the documents too. */
static char *
tell_term (LiaisonBook *book, const LiaisonTermData *term)
{
  const char *own = liaison_book_pick (book, term->term);
  const char *english = liaison_text_lookup (term->term, g_intern_string ("en"));

  if (term->abbreviation != NULL && own != NULL)
    return g_strdup_printf ("\u2068%s\u2069\n%s", term->abbreviation, own);
  if (own != NULL && english != NULL && strcmp (own, english) != 0)
    return g_strdup_printf ("%s\n(\u2068%s\u2069)", own, english);
  return g_strdup (own != NULL ? own : term->abbreviation);
}

static char *
tell_meaning (LiaisonBook *book, const LiaisonTermData *term)
{
  const char *definition = liaison_book_pick (book, term->definition);
  const char *example = liaison_book_pick (book, term->example);

  if (definition == NULL)
    return g_strdup (example);
  return example != NULL ? g_strdup_printf ("%s\n%s", definition, example) : g_strdup (definition);
}

/* Plain words, which are there to be translated, need no place in a booklet. */
static gboolean
is_explained (const LiaisonTermData *term)
{
  return term->abbreviation != NULL || liaison_text_get_size (term->definition) > 0
         || liaison_text_get_size (term->example) > 0;
}

void
liaison_section_glossary (LiaisonBook *book)
{
  g_autoptr (GPtrArray) terms = liaison_book_list (book, &liaison_term_kind, NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  LiaisonMatter *pairs;

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < terms->len; i++)
    {
      Entry entry = { .term = terms->pdata[i] };

      if (!is_explained (LIAISON_DATA (Term, entry.term)))
        continue;
      entry.label = tell_term (book, LIAISON_DATA (Term, entry.term));
      if (entry.label == NULL)
        continue;
      entry.key = liaison_words_dup_sort_key (book->words, entry.label);
      g_array_append_val (entries, entry);
    }
  if (entries->len == 0)
    return;
  g_array_sort (entries, compare_entries);
  pairs = liaison_pairs_new (book->factor * 0.92, 0.36);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      g_autofree char *meaning = tell_meaning (book, LIAISON_DATA (Term, entry->term));

      liaison_pairs_add (pairs, entry->label, meaning, entry->term, NULL);
    }
  liaison_book_head (book);
  liaison_book_set_columns (book, 2);
  liaison_book_add (book, pairs);
}
