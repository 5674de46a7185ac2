/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/room-pages.h"

#include "brief/room.h"
#include "pack/briefing-private.h"
#include "pack/pages-private.h"
#include "pack/pair.h"
#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "record/kinds/observance.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/times.h"
#include "schedule/observances.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY 86400
/* Statements of a nation, and names of its people, on one page. */
#define MAX_STATEMENTS 4
#define MAX_PEOPLE     8
/* How it is set: the largest that goes on one page is chosen. */
typedef struct
{
  double factor;
  guint people, statements; /* at most, of a nation */
} Size;

static const Size sizes[] = { { 1, MAX_PEOPLE, MAX_STATEMENTS },
                              { 0.9, MAX_PEOPLE, MAX_STATEMENTS },
                              { 0.8, 6, 3 },
                              { 0.74, 4, 3 },
                              { 0.7, 3, 2 },
                              { 0.66, 1, 1 } };

typedef struct
{
  LiaisonBriefWriter writer;
  const LiaisonRoom *room;
  Size size;
  LiaisonObservances *observances; /* around the event; or NULL */
  gint64 start, end;
  const char *zone; /* where it is */
  gboolean marks;   /* some statements are approved, so those that are not are marked */
} RoomWriter;

static const char *
pick (const LiaisonManner *manner, const LiaisonText *text)
{
  const char *picked = liaison_text_pick (text, liaison_words_get_language (manner->words), NULL);

  return picked != NULL ? picked : "";
}

/* "Lt Col (OF-4) Anne Berg [AH-nuh] · Chair, conference secretary": rank, name as it is said, part.
 */
static char *
tell_person (const LiaisonManner *manner, const LiaisonRoomPerson *person)
{
  g_autofree char *name = liaison_manner_tell_block_name (manner, person->block);
  g_autofree char *isolated = NULL;
  GString *told = g_string_new (NULL);

  if (person->block->shape == &liaison_participant_kind.shape)
    {
      const LiaisonParticipantData *data = LIAISON_DATA (Participant, person->block);
      const char *address = pick (manner, data->address_as);
      const char *rank = pick (manner, data->rank);

      if (*rank != '\0' && strstr (name, rank) == NULL)
        g_string_append_printf (told, "%s ", rank);
      /* What makes it comparable to those of others. */
      if (data->rank_code != NULL && *data->rank_code != '\0')
        g_string_append_printf (told, "(\u2066%s\u2069) ", data->rank_code);
      isolated = liaison_words_isolate (name);
      g_string_append (told, isolated);
      if (*pick (manner, data->pronunciation) != '\0')
        g_string_append_printf (told, " [%s]", pick (manner, data->pronunciation));
      if (*address != '\0')
        g_string_append_printf (told, " “%s”", address);
    }
  else
    {
      isolated = liaison_words_isolate (name);
      g_string_append (told, isolated);
    }
  if (person->chair)
    g_string_append_printf (told, "%s%s", liaison_words_get_separator (manner->words),
                            liaison_words_get (manner->words, N_ ("Chair")));
  else if (person->role != 0)
    g_string_append_printf (
        told, "%s%s", liaison_words_get_separator (manner->words),
        liaison_words_get (manner->words, liaison_event_roles.choices[person->role].label));
  return g_string_free (told, FALSE);
}

/* Where nobody is named, who leads the nation's delegation. */
static char *
tell_head (const LiaisonManner *manner, const char *code)
{
  const LiaisonBlock *nation =
      code != NULL ? liaison_lookup_find_nation (&manner->lookup, code) : NULL;
  const LiaisonBlock *head =
      nation != NULL && nation->shape == &liaison_nation_kind.shape
          ? liaison_lookup_find (&manner->lookup, LIAISON_DATA (Nation, nation)->head)
          : NULL;
  const LiaisonRoomPerson person = { head, 0, FALSE };
  g_autofree char *name = head != NULL ? tell_person (manner, &person) : NULL;

  return name != NULL
             ? liaison_words_format (manner->words,
                                     /* Translators: “Head of delegation: Colonel A. Berg” */
                                     N_ ("Head of delegation: {name}"),
                                     liaison_operand_text ("name", name))
             : NULL;
}

/* The lines of a nation's people. */
static GPtrArray *
list_people (const LiaisonManner *manner, const LiaisonRoomNation *nation, guint max)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint shown = nation->people->len > max ? max - (max > 1) : nation->people->len;
  char *head = nation->people->len == 0 ? tell_head (manner, nation->code) : NULL;

  if (head != NULL)
    g_ptr_array_add (lines, head);
  for (guint i = 0; i < shown; i++)
    g_ptr_array_add (lines,
                     tell_person (manner, &g_array_index (nation->people, LiaisonRoomPerson, i)));
  if (shown < nation->people->len)
    {
      guint left = nation->people->len - shown;

      g_ptr_array_add (lines,
                       liaison_words_format_plural (manner->words, "and {n} more", "and {n} more",
                                                    left, liaison_operand_integer ("n", left)));
    }
  return lines;
}

/* The order in which its people write their names, where the nation has said so. */
static const char *
tell_name_order (const LiaisonManner *manner, const char *code)
{
  const LiaisonBlock *nation =
      code != NULL ? liaison_lookup_find_nation (&manner->lookup, code) : NULL;
  int order = nation != NULL && nation->shape == &liaison_nation_kind.shape
                  ? LIAISON_DATA (Nation, nation)->name_order
                  : LIAISON_NAME_ORDER_UNSET;

  return order == LIAISON_NAME_ORDER_FAMILY_FIRST || order == LIAISON_NAME_ORDER_SINGLE
             ? liaison_words_get (manner->words, liaison_name_orders.choices[order].label)
             : NULL;
}

typedef struct
{
  RoomWriter *writer;
  GPtrArray *lines;
  const LiaisonBlock *last;
} Observed;

static void
add_observance_cb (const LiaisonObservedTime *time, gint64 start, gint64 end, gpointer data)
{
  Observed *self = data;
  const LiaisonObservanceData *observance = LIAISON_DATA (Observance, time->block);
  const LiaisonManner *manner = self->writer->writer.manner;
  g_autofree char *advice = liaison_rich_text_to_plain (pick (manner, observance->advice));

  if (time->works || time->block == self->last || observance->type == LIAISON_OBSERVANCE_TYPE_REST)
    return;
  self->last = time->block;
  g_ptr_array_add (self->lines, *advice != '\0' ? g_strdup_printf (
                                    "%s: %s", pick (manner, observance->title), advice)
                                                : g_strdup (pick (manner, observance->title)));
}

/* Diets of those who come. */
static void
add_diets (const RoomWriter *self, const LiaisonRoomNation *nation, GPtrArray *lines)
{
  const LiaisonManner *manner = self->writer.manner;
  g_autoptr (GPtrArray) diets = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < nation->people->len; i++)
    {
      const LiaisonBlock *block = g_array_index (nation->people, LiaisonRoomPerson, i).block;
      const char *diet = block->shape == &liaison_participant_kind.shape
                             ? pick (manner, LIAISON_DATA (Participant, block)->diet)
                             : "";

      if (*diet != '\0' && !g_ptr_array_find_with_equal_func (diets, diet, g_str_equal, NULL))
        g_ptr_array_add (diets, (gpointer) diet);
    }
  if (diets->len == 0)
    return;
  list = liaison_words_format_list (manner->words, (const char *const *) diets->pdata, diets->len,
                                    LIAISON_LIST_AND);
  g_ptr_array_add (lines, liaison_words_format (
                              manner->words,
                              /* Translators: on a room card: “Diet: vegetarian and no nuts”. */
                              N_ ("Diet: {diets}"), liaison_operand_text ("diets", list)));
}

/* What is to be minded: observances at that time, statements, the order of names, diets. */
static GPtrArray *
list_minding (RoomWriter *self, const LiaisonRoomNation *nation)
{
  const LiaisonManner *manner = self->writer.manner;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  Observed observed = { self, lines, NULL };
  g_autoptr (GArray) places = NULL;
  const char *order = tell_name_order (manner, nation->code);

  if (self->observances != NULL && nation->code != NULL)
    liaison_observances_foreach (self->observances, nation->code, self->zone, self->start,
                                 MAX (self->end, self->start + 1), add_observance_cb, &observed);
  if (nation->card != NULL)
    places = liaison_room_list_statements (nation->card, self->size.statements);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const LiaisonCardLine *line =
          &g_array_index (nation->card->lines, LiaisonCardLine, g_array_index (places, guint, i));
      g_autofree char *plain = liaison_rich_text_to_plain (line->text);

      g_ptr_array_add (lines, liaison_card_is_approved (nation->card->briefing, line->statement)
                                  ? g_steal_pointer (&plain)
                                  : g_strconcat (plain, self->marks ? "\u00a0†" : "", NULL));
    }
  if (order != NULL)
    g_ptr_array_add (lines, g_strdup (order));
  add_diets (self, nation, lines);
  return lines;
}

/* Pair lines of @texts after @n others. */
static void
add_lines (GArray *lines, GPtrArray *texts, const char *mark, const LiaisonTypeStyle *style)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const LiaisonPairLine line = { .text = texts->pdata[i], .mark = mark, .style = style };

      g_array_append_val (lines, line);
    }
}

static char *
tell_nation (const LiaisonManner *manner, const char *code)
{
  g_autofree char *name = NULL;

  if (code == NULL)
    return g_strdup (liaison_words_get (manner->words, N_ ("Without a nation")));
  name = liaison_manner_tell_nation (manner, code);
  return g_strdup_printf ("%s (%s)", name, code);
}

static void
write_nation (RoomWriter *self, const LiaisonRoomNation *nation)
{
  const LiaisonManner *manner = self->writer.manner;
  LiaisonTypeStyle body = { .size = 9.5, .leading = 12.5, .weight = 400, .after = 0, .tag = "P" };
  LiaisonTypeStyle style = liaison_type_scaled (&body, self->size.factor), head = style;
  LiaisonTypeStyle person = style;
  g_autofree char *name = tell_nation (manner, nation->code);
  g_autoptr (GPtrArray) people = list_people (manner, nation, self->size.people);
  g_autoptr (GPtrArray) minding = list_minding (self, nation);
  g_autoptr (GArray) start = g_array_new (FALSE, FALSE, sizeof (LiaisonPairLine));
  g_autoptr (GArray) end = g_array_new (FALSE, FALSE, sizeof (LiaisonPairLine));
  const LiaisonPairLine title = { .text = name, .style = &head };
  LiaisonPair pair = { .part = 0.38, .rule = TRUE };

  head.weight = 700;
  /* Names that take two lines are told apart. */
  person.after = 2 * self->size.factor;
  g_array_append_val (start, title);
  add_lines (start, people, NULL, &person);
  add_lines (end, minding, "•", &style);
  pair.start = (const LiaisonPairLine *) (gconstpointer) start->data;
  pair.n_start = start->len;
  pair.end = (const LiaisonPairLine *) (gconstpointer) end->data;
  pair.n_end = end->len;
  liaison_brief_add (liaison_matter_new_pair (&pair), &self->writer);
}

/* "Fri 14 May, 09:00 · Room 2 · 12 people of 5 nations" */
static void
write_head (RoomWriter *self)
{
  const LiaisonManner *manner = self->writer.manner;
  const LiaisonEventData *event = LIAISON_DATA (Event, self->room->event);
  g_autofree char *title = liaison_manner_tell_block_name (manner, self->room->event);
  g_autofree char *when = liaison_manner_tell_start_local (manner, self->room->event);
  g_autofree char *site =
      liaison_id_is_zero (event->site) ? NULL : liaison_manner_tell_name (manner, event->site);
  g_autofree char *people =
      liaison_words_format_plural (manner->words, "{n} named", "{n} named", self->room->n_people,
                                   liaison_operand_integer ("n", self->room->n_people));
  g_autofree char *nations = liaison_words_format_plural (
      manner->words, "{n} nation", "{n} nations", self->room->nations->len,
      liaison_operand_integer ("n", self->room->nations->len));
  const char *texts[] = { when, site, nations, self->room->n_people > 0 ? people : NULL };
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      {
        g_autofree char *isolated = liaison_words_isolate (texts[i]);
        g_string_append_printf (told, "%s%s",
                                told->len > 0 ? liaison_words_get_separator (manner->words) : "",
                                isolated);
      }
  liaison_brief_add_heading (&self->writer, 0, title);
  liaison_brief_add_plain (&self->writer, told->str, &liaison_type_note);
}

static void
write_line (RoomWriter *self, const char *label, const char *text)
{
  g_autofree char *plain = NULL, *line = NULL;
  LiaisonTypeStyle style = liaison_type_body;

  if (text == NULL || *text == '\0')
    return;
  style.align = LIAISON_SET_AT_START;
  style.after = 2;
  plain = liaison_rich_text_to_plain (text);
  line = liaison_words_format (
      self->writer.manner->words,
      /* Translators: a line of a room card, what it is about and what is said: “Dress: service
         dress”. */
      N_ ("{label}: {text}"),
      liaison_operand_text ("label", liaison_words_get (self->writer.manner->words, label)),
      liaison_operand_text ("text", plain));
  liaison_brief_add_plain (&self->writer, line, &style);
}

static void
write_manners (RoomWriter *self)
{
  const LiaisonManner *manner = self->writer.manner;
  const LiaisonEventData *event = LIAISON_DATA (Event, self->room->event);
  g_autofree char *language =
      event->language.language != NULL
          ? liaison_words_dup_language (manner->words, event->language.language)
          : NULL;
  g_autofree char *languages =
      language != NULL && event->interpretation
          ? liaison_words_format (manner->words,
                                  /* Translators: of a meeting: “English, with interpretation” */
                                  N_ ("{language}, with interpretation"),
                                  liaison_operand_text ("language", language))
          : g_strdup (language);

  write_line (self, N_ ("Language"), languages);
  write_line (self, N_ ("Dress"), pick (manner, event->dress));
  write_line (self, N_ ("Protocol"), pick (manner, event->protocol));
}

/* Whether there are statements that the nations have approved, or not. */
static gboolean
has_statements (const LiaisonRoom *room, gboolean approved)
{
  for (guint i = 0; i < room->nations->len; i++)
    {
      const LiaisonRoomNation *nation = room->nations->pdata[i];

      for (guint j = 0; nation->card != NULL && j < nation->card->lines->len; j++)
        if (liaison_card_is_approved (
                nation->card->briefing,
                g_array_index (nation->card->lines, LiaisonCardLine, j).statement)
            == approved)
          return TRUE;
    }
  return FALSE;
}

static void
find_time (RoomWriter *self)
{
  const LiaisonLookup *lookup = &self->writer.manner->lookup;

  if (liaison_times_get_start (lookup, self->room->event, &self->start) != LIAISON_TIME_KNOWN)
    return;
  if (liaison_times_get_end (lookup, self->room->event, &self->end) != LIAISON_TIME_KNOWN)
    self->end = self->start;
  self->end = MIN (self->end, self->start + 30 * (gint64) DAY);
  self->observances = liaison_observances_new (
      self->writer.snapshot, (gint32) (self->start / DAY) - 2, (gint32) (self->end / DAY) + 2);
  self->zone = LIAISON_DATA (Event, self->room->event)->start.zone;
}

static void
write_all (RoomWriter *self)
{
  const LiaisonManner *manner = self->writer.manner;

  write_head (self);
  write_manners (self);
  for (guint i = 0; i < self->room->nations->len; i++)
    write_nation (self, self->room->nations->pdata[i]);
  if (has_statements (self->room, FALSE))
    liaison_brief_add_plain (
        &self->writer,
        liaison_words_get (manner->words,
                           self->marks
                               ? N_ ("† Proposed: the nation has not yet approved it.")
                               : N_ ("Proposed: the nations have not yet approved what is said of "
                                     "them here.")),
        &liaison_type_note);
}

/* Whether it all goes on one such page as those it is written to. */
static gboolean
fits (const RoomWriter *self)
{
  const LiaisonPages *pages = self->writer.pages;
  g_autoptr (LiaisonPages) trial = liaison_pages_new (&pages->setup, pages->words);
  const LiaisonFurniture furniture = { pages->banner, pages->head_start, pages->head_end,
                                       pages->foot_start };
  RoomWriter writer = *self;

  liaison_pages_set_furniture (trial, &furniture);
  /* What stands around its text takes as much room. */
  trial->banner_func = pages->banner_func;
  trial->banner_data = pages->banner_data;
  trial->book = pages->book;
  trial->sections = pages->sections;
  writer.writer.pages = trial;
  write_all (&writer);
  return liaison_pages_flow (trial, NULL, NULL, NULL, NULL) && liaison_pages_get_n (trial) == 1;
}

void
liaison_room_card_to_pages (const LiaisonSnapshot *snapshot,
                            const LiaisonManner *manner,
                            const LiaisonBlock *event,
                            const LiaisonBriefingLook *look,
                            LiaisonPages *pages)
{
  g_autoptr (LiaisonRoom) room = liaison_room_new (snapshot, event, manner->words);
  RoomWriter self = { .writer = LIAISON_BRIEF_WRITER (snapshot, manner, look, pages),
                      .room = room };

  self.marks = has_statements (room, TRUE);
  find_time (&self);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      self.size = sizes[i];
      if (fits (&self))
        break;
    }
  write_all (&self);
  g_clear_pointer (&self.observances, liaison_observances_free);
}
