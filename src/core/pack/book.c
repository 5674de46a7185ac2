/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/book.h"

#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "release/banner.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sizes of type that the paper allows, as part of what the order says. */
#define A5_FACTOR     0.92
#define POCKET_FACTOR 0.72
/* Margins and what is added at the back, in points. */
#define MARGIN        44
#define A5_MARGIN     32
#define POCKET_MARGIN 14
#define BINDING       16

/* The sections there are. A new one is a line here and a file. */
static const LiaisonSection sections[] = {
  { LIAISON_PACK_SECTION_COVER, "", liaison_section_cover },
  { LIAISON_PACK_SECTION_CONTENTS, NULL, liaison_section_contents },
  { LIAISON_PACK_SECTION_EMERGENCY,
    /* Translators: heads the page of a pack on real accidents, not those that are played */
    N_ ("In a real emergency"), liaison_section_emergency, TRUE },
  { LIAISON_PACK_SECTION_BRIEF, NULL, liaison_section_brief },
  { LIAISON_PACK_SECTION_SCENARIO, NULL, liaison_section_scenario },
  { LIAISON_PACK_SECTION_OBJECTIVES, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_WHO_IS_WHO, NULL, liaison_section_who_is_who },
  { LIAISON_PACK_SECTION_ORGANISATION, NULL, liaison_section_organisation },
  { LIAISON_PACK_SECTION_SCHEDULE, NULL, liaison_section_schedule },
  { LIAISON_PACK_SECTION_DAYS, NULL, liaison_section_days },
  { LIAISON_PACK_SECTION_TIMELINE, NULL, liaison_section_timeline },
  { LIAISON_PACK_SECTION_BATTLE_RHYTHM, NULL, liaison_section_battle_rhythm },
  { LIAISON_PACK_SECTION_MATRIX, NULL, liaison_section_matrix },
  { LIAISON_PACK_SECTION_INJECTS, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_INJECT_CARDS, NULL, liaison_section_inject_cards },
  { LIAISON_PACK_SECTION_SITES, NULL, liaison_section_sites },
  { LIAISON_PACK_SECTION_LIAISON, NULL, liaison_section_liaison },
  { LIAISON_PACK_SECTION_COVERAGE, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_COMMUNICATIONS, NULL, liaison_section_communications },
  { LIAISON_PACK_SECTION_PACE_CARD, NULL, liaison_section_pace_card },
  { LIAISON_PACK_SECTION_ROUND_SHEETS, NULL, liaison_section_round_sheets },
  { LIAISON_PACK_SECTION_INTEROPERABILITY, NULL, liaison_section_interoperability },
  { LIAISON_PACK_SECTION_SUPPORT, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_MOVEMENTS, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_AGREEMENTS, NULL, liaison_section_agreements },
  { LIAISON_PACK_SECTION_INFORMATION, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_ACTIONS, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_BRIEFINGS, NULL, liaison_section_briefings },
  { LIAISON_PACK_SECTION_ROOM_CARDS, NULL, liaison_section_room_cards },
  { LIAISON_PACK_SECTION_PHRASES, NULL, liaison_section_phrases },
  { LIAISON_PACK_SECTION_OBSERVANCES, NULL, liaison_section_observances },
  { LIAISON_PACK_SECTION_LESSONS, NULL, liaison_section_listing },
  { LIAISON_PACK_SECTION_GLOSSARY, NULL, liaison_section_glossary },
  { LIAISON_PACK_SECTION_CHANGES, NULL, liaison_section_changes },
  { LIAISON_PACK_SECTION_TEXT, "", liaison_section_text },
  { LIAISON_PACK_SECTION_NOTES, NULL, liaison_section_notes },
};

/* What the banner of a page is made from lives as long as the pages. */
typedef struct
{
  LiaisonSnapshot *copy, *since;
  LiaisonPackOrder *order;
  LiaisonManner manner;
} Basis;

static void
basis_free (gpointer data)
{
  Basis *self = data;

  liaison_snapshot_unref (self->copy);
  g_clear_pointer (&self->since, liaison_snapshot_unref);
  liaison_words_unref (self->manner.words);
  liaison_pack_order_free (self->order);
  g_free (self);
}

/* A page without records is as the exercise as a whole. */
static char *
tell_banner (const LiaisonBlock *const *records, guint n, gpointer data)
{
  const Basis *basis = data;
  g_autoptr (LiaisonBanner) banner = liaison_banner_new (&basis->manner.lookup);

  for (guint i = 0; i < n; i++)
    liaison_banner_add (banner, records[i]);
  if (n == 0)
    liaison_banner_add (banner, liaison_snapshot_get_exercise (basis->copy));
  return liaison_banner_tell (banner, basis->manner.words);
}

static LiaisonDigits
choose_digits (LiaisonDigitSet digits)
{
  switch (digits)
    {
    case LIAISON_DIGIT_SET_ARABIC:
    case LIAISON_DIGIT_SET_PERSIAN:
    case LIAISON_DIGIT_SET_DEVANAGARI:
      return LIAISON_DIGITS_NATIVE;
    case LIAISON_DIGIT_SET_LANGUAGE:
      return LIAISON_DIGITS_USUAL;
    default:
      return LIAISON_DIGITS_WESTERN;
    }
}

static LiaisonPageSetup
choose_setup (const LiaisonPackOrder *order)
{
  LiaisonPageSetup setup = { .paper = order->paper, .margin = MARGIN };

  if (order->paper == LIAISON_PAPER_A5)
    setup.margin = A5_MARGIN;
  if (order->paper == LIAISON_PAPER_POCKET)
    setup.margin = POCKET_MARGIN;
  if (order->layout == LIAISON_LAYOUT_TWO_SIDED || order->layout == LIAISON_LAYOUT_BOOKLET)
    setup.binding = order->paper == LIAISON_PAPER_POCKET ? 0 : BINDING;
  return setup;
}

static double
choose_factor (const LiaisonPackOrder *order)
{
  double factor = order->type_size / 10;

  if (order->paper == LIAISON_PAPER_A5)
    factor *= A5_FACTOR;
  if (order->paper == LIAISON_PAPER_POCKET)
    factor *= POCKET_FACTOR;
  return CLAMP (factor, 0.5, 3);
}

/* "NP-FR-007 · Version 0.1 · 14 May 2027" */
static char *
tell_foot (const LiaisonBook *self)
{
  g_autoptr (GString) foot = g_string_new (NULL);
  g_autofree char *copy = liaison_pack_order_tell_copy (self->order, self->copy_number);

  if (copy == NULL)
    copy = g_strdup (self->order->code);
  if (copy != NULL)
    g_string_append_printf (foot, "\u2066%s\u2069", copy);
  if (self->order->version != NULL)
    {
      g_autofree char *version =
          /* Translators: “Version 0.2” at the foot of the pages of a pack */
          liaison_words_format (self->words, N_ ("Version {version}"),
                                liaison_operand_text ("version", self->order->version));

      g_string_append_printf (
          foot, "%s%s", foot->len > 0 ? liaison_words_get_separator (self->words) : "", version);
    }
  return g_string_free (g_steal_pointer (&foot), FALSE);
}

static void
set_furniture (LiaisonBook *self, Basis *basis)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->copy);
  g_autofree char *name = liaison_manner_tell_block_name (&self->manner, exercise);
  g_autofree char *foot = tell_foot (self);
  const LiaisonFurniture furniture = { .head_start = name, .foot_start = foot, .book = TRUE };

  liaison_pages_set_furniture (self->pages, &furniture);
  liaison_pages_set_banner (self->pages, tell_banner, basis);
  liaison_pages_set_watermark (self->pages, self->order->watermark);
  liaison_pages_set_type_factor (self->pages, CLAMP (self->factor, 0.6, 1.2));
}

static const LiaisonSection *
find_section (LiaisonPackSection section)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sections[i].section == section)
      return &sections[i];
  return NULL;
}

static const char *
choose_heading (const LiaisonBook *self, const LiaisonSection *section)
{
  if (self->part->heading != NULL)
    return self->part->heading;
  if (section->heading != NULL)
    return *section->heading != '\0' ? liaison_book_say (self, section->heading) : NULL;
  return liaison_book_say (self, liaison_pack_sections.choices[section->section].label);
}

static void
set_sections (LiaisonBook *self)
{
  for (guint i = 0; i < self->order->parts->len; i++)
    {
      const LiaisonSection *section;

      self->part = &g_array_index (self->order->parts, LiaisonPackOrderPart, i);
      section = find_section (self->part->section);
      if (section == NULL)
        continue;
      self->heading = choose_heading (self, section);
      self->alarm = section->alarm;
      self->columns = 0;
      section->set (self);
    }
}

/* On the cover, as part of the register; packs without one end with it. */
static void
close_book (LiaisonBook *self)
{
  g_autofree char *withheld = liaison_book_tell_withheld (self);

  if (withheld == NULL || liaison_pack_order_has (self->order, LIAISON_PACK_SECTION_COVER))
    return;
  self->heading = NULL;
  self->columns = 0;
  liaison_book_add_note (self, withheld);
}

static LiaisonManner
make_manner (LiaisonSnapshot *copy, LiaisonWords *words, const char *zone, gint64 now)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (copy);

  return (LiaisonManner){
    .words = words,
    .lookup = liaison_snapshot_get_lookup (copy),
    .zone = zone,
    .format = LIAISON_DATA (Exercise, exercise)->time_format == LIAISON_TIME_FORMAT_LOCAL
                  ? LIAISON_TIME_AS_LOCAL
                  : LIAISON_TIME_AS_DTG,
    .now = now,
  };
}

/* Says why there is nothing on a page. */
static void
set_blank (LiaisonBook *self)
{
  LiaisonTypeStyle style = liaison_book_style (self, &liaison_type_note);

  style.align = LIAISON_SET_CENTRED;
  liaison_pages_set_blank (
      self->pages, liaison_matter_new_paragraph (
                       liaison_book_say (
                           self, N_ ("This page is left blank, so that pages have the same numbers "
                                     "in every language.")),
                       &style));
}

/* What the order leaves open is as the audience has it, by what it may see; else as the exercise.
 */
static LiaisonPackOrder *
complete_order (const LiaisonPackOrder *order, const LiaisonSnapshot *copy)
{
  LiaisonPackOrder *self = liaison_pack_order_copy (order);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (copy);
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (copy));
  const LiaisonBlock *nation =
      self->nation != NULL ? liaison_lookup_find_nation (&lookup, self->nation) : NULL;

  if (self->zone == NULL && nation != NULL)
    self->zone = LIAISON_DATA (Nation, nation)->zone;
  if (self->zone == NULL)
    self->zone = exercise->zone;
  if (self->paper == LIAISON_PAPER_UNSET && nation != NULL)
    self->paper = (LiaisonPaper) LIAISON_DATA (Nation, nation)->paper;
  if (self->paper == LIAISON_PAPER_UNSET)
    self->paper = exercise->paper != 0 ? (LiaisonPaper) exercise->paper : LIAISON_PAPER_A4;
  return self;
}

LiaisonPages *
liaison_book_set (const LiaisonPackOrder *order,
                  const LiaisonRedaction *redaction,
                  const LiaisonRedaction *since,
                  guint copy_number,
                  gint64 now,
                  const char *const *catalogue_dirs)
{
  g_autoptr (LiaisonWords) words = liaison_words_new_with_digits (order->language, catalogue_dirs,
                                                                  choose_digits (order->digits));
  Basis *basis = g_new0 (Basis, 1);
  LiaisonPageSetup setup;
  LiaisonBook book = { .redaction = redaction,
                       .copy_number = copy_number,
                       .now = now,
                       .words = words,
                       .language = liaison_words_get_language (words) };

  basis->copy = liaison_document_get_snapshot (redaction->document);
  basis->order = complete_order (order, basis->copy);
  order = basis->order;
  basis->since = since != NULL ? liaison_document_get_snapshot (since->document) : NULL;
  basis->manner = make_manner (basis->copy, liaison_words_ref (words), basis->order->zone, now);
  setup = choose_setup (order);
  book.factor = choose_factor (order);
  book.narrow = order->paper == LIAISON_PAPER_POCKET;
  book.order = basis->order;
  book.copy = basis->copy;
  book.since = basis->since;
  book.manner = basis->manner;
  if (since != NULL)
    book.since_manner = make_manner (basis->since, words, order->zone, now);
  book.pages = liaison_pages_new (&setup, words);
  liaison_pages_keep (book.pages, basis, basis_free);
  set_furniture (&book, basis);
  set_blank (&book);
  set_sections (&book);
  close_book (&book);
  return book.pages;
}
