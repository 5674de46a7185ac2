/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since an earlier version: two copies for one audience compared, so that nothing is
 * told of what it may not see. */
#include "config.h"

#include "pack/book.h"

#include "release/fault.h"
#include "release/serials.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables whose changes matter to those who carry a pack, and those that matter to whoever has the
 * section. */
static const struct
{
  LiaisonKindId kind;
  LiaisonPackSection sections[2]; /* any of these; none: always */
} tables[] = {
  { LIAISON_KIND_EXERCISE },
  { LIAISON_KIND_OBJECTIVE, { LIAISON_PACK_SECTION_OBJECTIVES } },
  { LIAISON_KIND_EVENT },
  { LIAISON_KIND_INJECT, { LIAISON_PACK_SECTION_INJECTS, LIAISON_PACK_SECTION_INJECT_CARDS } },
  { LIAISON_KIND_SITE },
  { LIAISON_KIND_PARTICIPANT },
  { LIAISON_KIND_POST },
  { LIAISON_KIND_CHANNEL },
  { LIAISON_KIND_REQUIREMENT, { LIAISON_PACK_SECTION_INTEROPERABILITY } },
  { LIAISON_KIND_ASSESSMENT, { LIAISON_PACK_SECTION_INTEROPERABILITY } },
  { LIAISON_KIND_SUPPORT_REQUEST, { LIAISON_PACK_SECTION_SUPPORT } },
  { LIAISON_KIND_MOVEMENT, { LIAISON_PACK_SECTION_MOVEMENTS } },
  { LIAISON_KIND_AGREEMENT },
  { LIAISON_KIND_PRODUCT, { LIAISON_PACK_SECTION_INFORMATION } },
  { LIAISON_KIND_ACTION, { LIAISON_PACK_SECTION_ACTIONS } },
  { LIAISON_KIND_BRIEFING },
  { LIAISON_KIND_NATION },
  { LIAISON_KIND_OBSERVANCE },
  { LIAISON_KIND_OBSERVATION, { LIAISON_PACK_SECTION_LESSONS } },
  { LIAISON_KIND_TERM, { LIAISON_PACK_SECTION_GLOSSARY } },
};

static char *
tell (const LiaisonManner *manner, const LiaisonBlock *block, const LiaisonField *field)
{
  return block != NULL && liaison_block_field_is_set (block, field)
             ? liaison_manner_tell_field (manner, block, field)
             : g_strdup ("–");
}

/* With the serial, by which people know it from version to version. Transfer full. */
static char *
tell_name (const LiaisonBook *book, const LiaisonManner *manner, const LiaisonBlock *block)
{
  g_autofree char *name = liaison_manner_tell_block_name (manner, block);
  const char *serial = liaison_serials_get (block);

  if (serial == NULL || strcmp (serial, name) == 0)
    return g_steal_pointer (&name);
  return liaison_words_format (book->words, N_ ("{code} {name}"),
                               liaison_operand_text ("code", serial),
                               liaison_operand_text ("name", name));
}

static void
add_field (LiaisonBook *book,
           LiaisonRows *rows,
           const LiaisonBlock *before,
           const LiaisonBlock *after,
           const LiaisonField *field,
           const char *name)
{
  g_autofree char *was = tell (&book->since_manner, before, field);
  g_autofree char *is = tell (&book->manner, after, field);

  if (g_strcmp0 (was, is) == 0)
    return;
  liaison_rows_begin_row (rows, after, 0);
  liaison_rows_add (rows, name);
  liaison_rows_add (rows, liaison_book_say (book, field->label));
  liaison_rows_add (rows, was);
  liaison_rows_add (rows, is);
}

static void
add_whole (LiaisonBook *book,
           LiaisonRows *rows,
           const LiaisonBlock *block,
           const LiaisonManner *manner,
           const char *what)
{
  liaison_rows_begin_row (rows, block, 0);
  liaison_rows_take (rows, tell_name (book, manner, block));
  liaison_rows_add (rows, what);
}

#ifdef LIAISON_RELEASE_FAULTS
/* Faults that a test seeds: they look into the plan, which nothing else here does. */
static void
seed_changed (LiaisonBook *book, LiaisonRows *rows, const LiaisonBlock *after)
{
  const LiaisonBlock *block = liaison_snapshot_find (
      book->redaction->plan, liaison_redaction_get_origin (book->redaction, after->id));

  if (LIAISON_HAS_FAULT (CHANGED_IN_THE_PLAN) && liaison_block_get_unknown (block) != NULL)
    add_whole (book, rows, after, &book->manner, "Changed");
}

static const char *
seed_gone (const LiaisonBook *book, LiaisonKindId id, const char *gone)
{
  guint n, n_seen;

  liaison_snapshot_get (book->redaction->plan, id, &n);
  liaison_snapshot_get (book->copy, id, &n_seen);
  return LIAISON_HAS_FAULT (GONE_TOLD_APART) && n > n_seen ? "Withheld" : gone;
}
#else
#define seed_changed(book, rows, after)
#define seed_gone(book, id, gone) (gone)
#endif

static void
add_fields (LiaisonBook *book,
            LiaisonRows *rows,
            const LiaisonBlock *before,
            const LiaisonBlock *after)
{
  g_autofree char *name = tell_name (book, &book->manner, after);

  for (guint i = 0; i < after->shape->n_fields; i++)
    {
      const LiaisonField *field = &after->shape->fields[i];

      if (!(field->flags & (LIAISON_FIELD_HIDDEN | LIAISON_FIELD_ORDER)))
        add_field (book, rows, before, after, field, name);
    }
}

static void
add_record (LiaisonBook *book, LiaisonRows *rows, const LiaisonBlock *after)
{
  const LiaisonBlock *before = liaison_snapshot_find (book->since, after->id);

  if (before == NULL)
    /* Translators: in a list of changes: this record is new */
    add_whole (book, rows, after, &book->manner, liaison_book_say (book, N_ ("New")));
  else if (!liaison_block_equal (before, after))
    add_fields (book, rows, before, after);
  seed_changed (book, rows, after);
}

/* What the audience held and holds no longer is told by the name that it had. Whether it was
 * deleted or is withheld now nobody can tell: the copy is the same. */
static void
add_gone (LiaisonBook *book, LiaisonRows *rows, LiaisonKindId id)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (book->since, id, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_snapshot_find (book->copy, blocks[i]->id) == NULL)
      /* Translators: in a list of changes: this record is no longer there */
      add_whole (book, rows, blocks[i], &book->since_manner,
                 seed_gone (book, id, liaison_book_say (book, N_ ("Gone"))));
}

/* There is always one, though it may be empty where it is withheld. */
static void
add_exercise (LiaisonBook *book, LiaisonRows *rows)
{
  add_fields (book, rows, liaison_snapshot_get_exercise (book->since),
              liaison_snapshot_get_exercise (book->copy));
}

static void
add_kind (LiaisonBook *book, LiaisonRows *rows, LiaisonKindId id)
{
  guint n, first = liaison_rows_get_n_rows (rows);
  const LiaisonBlock *const *blocks = liaison_snapshot_get (book->copy, id, &n);

  liaison_rows_add_span (rows, liaison_book_say (book, liaison_kind_get (id)->plural_label));
  if (id == LIAISON_KIND_EXERCISE)
    add_exercise (book, rows);
  else
    {
      for (guint i = 0; i < n; i++)
        add_record (book, rows, blocks[i]);
      add_gone (book, rows, id);
    }
  if (liaison_rows_get_n_rows (rows) == first + 1)
    liaison_rows_drop_last (rows);
}

static gboolean
is_told (const LiaisonBook *book, guint table)
{
  const LiaisonPackSection *sections = tables[table].sections;

  return sections[0] == LIAISON_PACK_SECTION_UNSET
         || liaison_pack_order_has (book->order, sections[0])
         || (sections[1] != LIAISON_PACK_SECTION_UNSET
             && liaison_pack_order_has (book->order, sections[1]));
}

static void
take_heading (LiaisonBook *book)
{
  if (book->part->heading == NULL && book->order->previous != NULL)
    liaison_book_take_heading (
        book, liaison_words_format (book->words,
                                    /* Translators: {version} is such as “0.1” */
                                    N_ ("What changed since version {version}"),
                                    liaison_operand_text ("version", book->order->previous)));
}

/* Said rather than left out: a missing page may have been lost. It tells of what the audience may
 * see and of nothing else, as the list does. */
static void
say_nothing_changed (LiaisonBook *book)
{
  g_autofree char *told =
      book->order->previous != NULL
          ? liaison_words_format (book->words,
                                  /* Translators: {version} is such as “0.1” */
                                  N_ ("Nothing in this pack changed since version {version}."),
                                  liaison_operand_text ("version", book->order->previous))
          : g_strdup (liaison_book_say (
              book, N_ ("Nothing in this pack changed since the version before.")));

  liaison_book_add_note (book, told);
}

void
liaison_section_changes (LiaisonBook *book)
{
  LiaisonRows *rows;

  if (book->since == NULL)
    return;
  take_heading (book);
  rows = liaison_rows_new ();
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Record")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("What changed")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Before")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Now")), 0);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (is_told (book, i))
      add_kind (book, rows, tables[i].kind);
  if (liaison_rows_get_n_rows (rows) == 0)
    say_nothing_changed (book);
  liaison_book_take_rows (book, rows);
}
