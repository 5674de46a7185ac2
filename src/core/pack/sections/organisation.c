/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisation as a tree: headquarters, contingents, units and cells with who leads them. */
#include "config.h"

#include "pack/book.h"

#include "pack/chart.h"
#include "record/kinds/participant.h"
#include "words/printed.h"

#define DEEPEST 8

static gboolean
is_unit (const LiaisonBlock *participant)
{
  return LIAISON_DATA (Participant, participant)->type != LIAISON_PARTICIPANT_TYPE_PERSON;
}

static char *
tell_unit (LiaisonBook *book, const LiaisonBlock *unit)
{
  const char *nation = LIAISON_DATA (Participant, unit)->nation;
  g_autofree char *head = liaison_book_tell (book, unit, "commander");
  g_autofree char *name = nation != NULL ? liaison_book_tell_nation (book, nation) : NULL;

  if (head == NULL || name == NULL)
    return head != NULL ? g_steal_pointer (&head) : g_steal_pointer (&name);
  return g_strdup_printf ("\u2068%s\u2069%s\u2068%s\u2069", name,
                          liaison_words_get_separator (book->words), head);
}

/* @units are in their usual order. */
static void
add_under (
    LiaisonBook *book, LiaisonMatter *chart, const GPtrArray *units, LiaisonId parent, guint level)
{
  for (guint i = 0; i < units->len && level < DEEPEST; i++)
    {
      const LiaisonBlock *unit = units->pdata[i];
      LiaisonId above = LIAISON_DATA (Participant, unit)->parent;
      const LiaisonBlock *found = liaison_snapshot_find (book->copy, above);

      /* Under what is not there or is a person, it stands at the top. */
      if (found == NULL || !is_unit (found))
        above = (LiaisonId){ 0 };
      if (liaison_id_compare (above, parent) != 0)
        continue;
      g_autofree char *name = liaison_manner_tell_block_name (&book->manner, unit);
      g_autofree char *detail = tell_unit (book, unit);

      liaison_chart_add (chart, level, name, detail, unit);
      add_under (book, chart, units, unit->id, level + 1);
    }
}

void
liaison_section_organisation (LiaisonBook *book)
{
  g_autoptr (GPtrArray) all = liaison_book_list (book, &liaison_participant_kind, NULL);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  LiaisonMatter *chart;

  for (guint i = 0; i < all->len; i++)
    if (is_unit (all->pdata[i]))
      g_ptr_array_add (units, all->pdata[i]);
  if (units->len == 0)
    return;
  liaison_book_head (book);
  chart = liaison_chart_new (book->factor);
  add_under (book, chart, units, (LiaisonId){ 0 }, 0);
  liaison_book_set_columns (book, 3);
  liaison_book_add (book, chart);
}
