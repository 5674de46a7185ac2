/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manning board, and languages by watch. */
#include "config.h"

#include "draw/plan-matrix-private.h"

#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/times.h"
#include "words/dates.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/sentence.h"
#include "words/printed.h"

#define WATCH (12 * 3600)

static void
look_at_manning (LiaisonPlanMatrix *self)
{
  const LiaisonManningScale scale = { self->options.watch > 0 ? self->options.watch : WATCH };

  self->manning = liaison_manning_new (self->snapshot, &scale);
}

/* A post with what it is put under. */
typedef struct
{
  guint place;
  const LiaisonBlock *post, *group;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *one = a, *two = b;

  if (one->group != two->group)
    {
      if (one->group == NULL || two->group == NULL)
        return one->group == NULL ? 1 : -1;
      return liaison_id_compare (one->group->id, two->group->id);
    }
  return one->place < two->place ? -1 : one->place > two->place;
}

static const LiaisonBlock *
find_group (LiaisonPlanMatrix *self, const LiaisonPostData *post)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (self->snapshot);
  const char *code =
      self->options.by == LIAISON_POSTS_BY_SENDER ? post->from_nation : post->to_nation;

  if (self->options.by == LIAISON_POSTS_BY_SITE)
    return liaison_id_is_zero (post->site) ? NULL
                                           : liaison_snapshot_find (self->snapshot, post->site);
  return code != NULL ? liaison_lookup_find_nation (&lookup, code) : NULL;
}

static gboolean
has_gap (LiaisonPlanMatrix *self, guint row)
{
  for (guint i = 0; i < liaison_manning_count_watches (self->manning); i++)
    if (liaison_manning_get_state (self->manning, row, i, NULL) >= LIAISON_MANNING_UNNAMED)
      return TRUE;
  return FALSE;
}

static void
look_at_board (LiaisonPlanMatrix *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gboolean grouped = self->options.by != LIAISON_POSTS_BY_SERIAL;

  look_at_manning (self);
  for (guint i = 0; i < liaison_manning_count_rows (self->manning); i++)
    {
      const LiaisonBlock *post = liaison_manning_get_post (self->manning, i);
      const Line line = { i, post, grouped ? find_group (self, LIAISON_DATA (Post, post)) : NULL };
      if (!self->options.gaps_only || has_gap (self, i))
        g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const PlanRow heading = { NOWHERE, line->group, NULL, 0 },
                    row = { line->place, line->post, NULL, grouped ? 1 : 0 };
      if (grouped && (i == 0 || line->group != g_array_index (lines, Line, i - 1).group))
        g_array_append_val (self->rows, heading);
      g_array_append_val (self->rows, row);
    }
}

static void
add_watches (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  const char *zone = liaison_manning_get_zone (self->manning);

  for (guint i = 0; i < liaison_manning_count_watches (self->manning); i++)
    {
      LiaisonSpan watch = liaison_manning_get_watch (self->manning, i);
      g_autofree char *day =
          liaison_words_format_date (manner->words, watch.start, zone, LIAISON_DATE_WEEKDAY_SHORT);
      g_autofree char *from = liaison_words_format_time (manner->words, watch.start, zone);
      g_autofree char *until = liaison_words_format_time (manner->words, watch.end, zone);
      g_autofree char *label = g_strdup_printf ("%s–%s", from, until);
      const LiaisonMatrixHead head = { .label = label, .group = day };

      liaison_matrix_add_column (matrix, &head);
    }
}

static char *
tell_post (const LiaisonManner *manner, const LiaisonPostData *post)
{
  return plan_tell (manner, N_ ("{from} to {to}"),
                    liaison_operand_nation ("from", post->from_nation),
                    liaison_operand_nation ("to", post->to_nation));
}

static void
add_post_row (LiaisonMatrix *matrix,
              const LiaisonManner *manner,
              const LiaisonBlock *post,
              guint depth)
{
  const LiaisonPostData *data = LIAISON_DATA (Post, post);
  g_autofree char *name = liaison_manner_tell_block_name (manner, post);
  g_autofree char *way = tell_post (manner, data);
  g_autofree char *label = liaison_words_lead (manner->words, data->serial, name);
  const LiaisonMatrixHead head = {
    .id = post->id, .label = label, .detail = way, .depth = depth, .strong = FALSE
  };

  liaison_matrix_add_row (matrix, &head);
}

static void
add_row (LiaisonPlanMatrix *self,
         LiaisonMatrix *matrix,
         const LiaisonManner *manner,
         const PlanRow *row)
{
  if (row->place != NOWHERE)
    add_post_row (matrix, manner, row->block, row->depth);
  else if (row->block != NULL)
    plan_add_record_row (matrix, manner, row->block, NULL, 0, TRUE);
  else
    {
      const LiaisonMatrixHead head = { .label =
                                           liaison_words_get (manner->words, N_ ("Not said where")),
                                       .strong = TRUE };
      liaison_matrix_add_row (matrix, &head);
    }
}

static void
add_stand (LiaisonMatrix *matrix,
           const LiaisonManner *manner,
           guint row,
           guint column,
           const LiaisonStand *stand,
           gint64 start)
{
  g_autofree char *name =
      stand->person != NULL
          ? liaison_manner_tell_block_name (manner, stand->person)
          /* Translators: A shift of a liaison post that nobody is named for yet */
          : g_strdup (liaison_words_get (manner->words, N_ ("to be named")));
  gboolean absent = LIAISON_DATA (Shift, stand->shift)->status == LIAISON_SHIFT_STATUS_ABSENT;
  const LiaisonMatrixItem item = {
    .record = stand->shift->id,
    .label = name,
    .hue = stand->person != NULL ? LIAISON_HUE_BLUE : LIAISON_HUE_YELLOW,
    .mark = stand->clash            ? LIAISON_MARK_ERROR
            : stand->person == NULL ? LIAISON_MARK_WARNING
                                    : LIAISON_MARK_NONE,
    .flags =
        (absent ? LIAISON_ITEM_FADED : 0) | (stand->start < start ? LIAISON_ITEM_CONTINUES : 0),
    .order = stand->start,
  };

  liaison_matrix_add_item (matrix, row, column, &item);
}

static void
fill_cell (LiaisonPlanMatrix *self,
           LiaisonMatrix *matrix,
           const LiaisonManner *manner,
           guint row,
           guint column)
{
  guint place = plan_row (self, row)->place;
  g_autoptr (GPtrArray) stands = liaison_manning_list (self->manning, place, column);
  gint64 missing;
  LiaisonManningState state = liaison_manning_get_state (self->manning, place, column, &missing);

  for (guint i = 0; i < stands->len; i++)
    add_stand (matrix, manner, row, column, stands->pdata[i],
               liaison_manning_get_watch (self->manning, column).start);
  if (state == LIAISON_MANNING_EMPTY && stands->len == 0)
    /* Translators: Nobody stands at a liaison post: in a narrow cell of a table */
    liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_RED, 1,
                             liaison_words_get (manner->words, N_ ("nobody")));
  else if (state >= LIAISON_MANNING_SHORT)
    {
      g_autofree char *time = liaison_words_format_duration (manner->words, missing);
      g_autofree char *label = g_strdup_printf ("−%s", time);
      const LiaisonMatrixItem item = {
        .label = label, .hue = LIAISON_HUE_RED, .mark = LIAISON_MARK_ERROR, .order = G_MAXINT64
      };
      liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_RED, .4, NULL);
      liaison_matrix_add_item (matrix, row, column, &item);
    }
}

static void
fill_board (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  guint n = liaison_manning_count_watches (self->manning);

  liaison_matrix_set_column_letters (matrix, 13);
  liaison_matrix_set_head_letters (matrix, 44);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Liaison post")));
  add_watches (self, matrix, manner);
  for (guint row = 0; row < self->rows->len; row++)
    add_row (self, matrix, manner, plan_row (self, row));
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; plan_row (self, row)->place != NOWHERE && column < n; column++)
      fill_cell (self, matrix, manner, row, column);
}

static char *
summarise_board (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  guint gaps = liaison_manning_count_gaps (self->manning);

  return gaps == 0 ? g_strdup (liaison_words_get (manner->words, N_ ("Every post is manned")))
                   : plan_tell_count (manner, "{n} shift is not covered",
                                      "{n} shifts are not covered", gaps);
}

static void
tell_stand (GString *text, const LiaisonManner *manner, const LiaisonStand *stand)
{
  const char *msgid = stand->person == NULL
                          ? N_ ("Nobody is named from {start} until {end}.")
                          : N_ ("{person} stands there from {start} until {end}.");
  LiaisonId person = stand->person != NULL ? stand->person->id : (LiaisonId){ 0 };

  plan_add_sentence (text, plan_tell (manner, msgid, liaison_operand_record ("person", person),
                                      liaison_operand_seconds_at ("start", stand->start),
                                      liaison_operand_seconds_at ("end", stand->end)));
  if (stand->clash)
    plan_add_sentence (text, plan_tell (manner, N_ ("{person} is on shift elsewhere meanwhile."),
                                        liaison_operand_record ("person", person)));
}

/* What was handed over last, and how one reaches the post. */
static void
tell_post_more (GString *text, const LiaisonManner *manner, const LiaisonPostData *post)
{
  const LiaisonHandoverData *last = NULL;
  gint64 when = G_MININT64, at;
  const char *said;

  for (guint i = 0; i < liaison_items_get_size (post->handovers); i++)
    {
      const LiaisonHandoverData *each =
          LIAISON_DATA (Handover, liaison_items_get (post->handovers, i));
      if (liaison_times_resolve (&manner->lookup, &each->when, &at, NULL) != LIAISON_TIME_KNOWN
          || at < when)
        continue;
      when = at;
      last = each;
    }
  said = last != NULL
             ? liaison_text_pick (last->text, liaison_words_get_language (manner->words), NULL)
             : NULL;
  if (said != NULL)
    plan_add_sentence (text, plan_tell (manner, N_ ("Last handed over at {when}: {text}"),
                                        liaison_operand_seconds_at ("when", when),
                                        liaison_operand_text ("text", said)));
  if (!liaison_id_is_zero (post->voice))
    plan_add_sentence (text, plan_tell (manner, N_ ("Voice net: {channel}."),
                                        liaison_operand_record ("channel", post->voice)));
}

static char *
tell_board (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  guint place = plan_row (self, row)->place;
  g_autoptr (GPtrArray) stands = NULL;
  GString *text;
  LiaisonSpan gap;

  if (place == NOWHERE)
    return NULL;
  text = g_string_new (NULL);
  stands = liaison_manning_list (self->manning, place, column);
  for (guint i = 0; i < stands->len; i++)
    tell_stand (text, manner, stands->pdata[i]);
  if (liaison_manning_find_gap (self->manning, place, column, &gap))
    plan_add_sentence (text, plan_tell (manner,
                                        N_ ("The post is without cover from {start} until {end}."),
                                        liaison_operand_seconds_at ("start", gap.start),
                                        liaison_operand_seconds_at ("end", gap.end)));
  else if (stands->len == 0)
    plan_add_sentence (
        text, g_strdup (liaison_words_get (manner->words, N_ ("Nobody need stand there then."))));
  tell_post_more (text, manner, LIAISON_DATA (Post, plan_row (self, row)->block));
  return g_string_free (text, FALSE);
}

static void
list_board (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  const PlanRow *line = plan_row (self, row);

  if (line->block != NULL)
    plan_add_id (ids, line->block->id);
}

const LiaisonPlanMatrixType liaison_matrix_manning = {
  "manning",
  N_ ("Manning board"),
  N_ ("Who stands at which liaison post, shift by shift, and where nobody does"),
  N_ ("Add liaison posts with their shifts: here you see who stands when, and where nobody does."),
  look_at_board,
  fill_board,
  summarise_board,
  tell_board,
  list_board,
};

static void
look_at_pairs (LiaisonPlanMatrix *self)
{
  look_at_manning (self);
  self->pairs = liaison_language_pairs_new (self->snapshot, self->manning);
  for (guint i = 0; i < liaison_language_pairs_count (self->pairs); i++)
    {
      const PlanRow row = { i, NULL, NULL, 0 };
      g_array_append_val (self->rows, row);
    }
}

static char *
tell_pair (const LiaisonManner *manner, const LiaisonLanguagePair *pair)
{
  g_autofree char *one = liaison_words_dup_language (manner->words, pair->one);
  g_autofree char *two = liaison_words_dup_language (manner->words, pair->two);

  return g_strdup_printf ("%s – %s", one, two);
}

static void
fill_pairs (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  guint n = liaison_manning_count_watches (self->manning);

  liaison_matrix_set_column_letters (matrix, 11);
  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Languages")));
  add_watches (self, matrix, manner);
  for (guint row = 0; row < self->rows->len; row++)
    {
      const LiaisonLanguagePair *pair = liaison_language_pairs_get (self->pairs, row);
      g_autofree char *name = tell_pair (manner, pair);
      g_autofree char *posts =
          plan_tell_count (manner, "needed by {n} post", "needed by {n} posts", pair->posts);
      const LiaisonMatrixHead head = { .label = name, .detail = posts };
      liaison_matrix_add_row (matrix, &head);
    }
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < n; column++)
      {
        g_autoptr (GPtrArray) people = liaison_language_pairs_list (self->pairs, row, column);
        guint needed = liaison_language_pairs_count_needed (self->pairs, row, column);
        g_autofree char *count = liaison_words_format_integer (manner->words, people->len);
        if (needed > 0 && people->len == 0)
          liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_RED, 1,
                                   liaison_words_get (manner->words, N_ ("nobody")));
        else if (people->len > 0)
          liaison_matrix_set_heat (matrix, row, column,
                                   needed > 0 ? LIAISON_HUE_GREEN : LIAISON_HUE_GREY,
                                   MIN (.2 + .2 * people->len, .66), count);
      }
}

static guint
count_wordless (LiaisonPlanMatrix *self)
{
  guint gaps = 0;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint i = 0; i < liaison_manning_count_watches (self->manning); i++)
      {
        g_autoptr (GPtrArray) people = liaison_language_pairs_list (self->pairs, row, i);
        gaps += people->len == 0 && liaison_language_pairs_count_needed (self->pairs, row, i) > 0;
      }
  return gaps;
}

static char *
summarise_pairs (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  guint gaps = count_wordless (self);

  return gaps == 0 ? g_strdup (liaison_words_get (
             manner->words, N_ ("In every shift somebody speaks each pair of languages")))
                   : plan_tell_count (manner, "{n} shift without a pair of languages it needs",
                                      "{n} shifts without a pair of languages they need", gaps);
}

static char *
tell_wordless (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  g_autoptr (GPtrArray) people = liaison_language_pairs_list (self->pairs, row, column);
  guint needed = liaison_language_pairs_count_needed (self->pairs, row, column);
  g_autoptr (GArray) operands = liaison_operands_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      LiaisonOperand person =
          liaison_operand_record ("people", ((const LiaisonStand *) people->pdata[i])->person->id);
      g_array_append_val (operands, person);
    }
  if (people->len > 0)
    plan_add_sentence (text,
                       liaison_manner_tell_sentence (
                           manner, N_ ("On shift and able to carry both: {people}."), operands));
  else if (needed > 0)
    plan_add_sentence (
        text, g_strdup (liaison_words_get (
                  manner->words, N_ ("Nobody on shift then speaks both at level 2 or better."))));
  plan_add_sentence (
      text, needed > 0 ? plan_tell_count (manner, "{n} post needs it then.",
                                          "{n} posts need it then.", needed)
                       : g_strdup (liaison_words_get (manner->words, "No post needs it then.")));
  return g_string_free (text, FALSE);
}

static void
list_pairs (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  if (column == NOWHERE)
    return;
  g_autoptr (GPtrArray) people = liaison_language_pairs_list (self->pairs, row, column);
  for (guint i = 0; i < people->len; i++)
    plan_add_id (ids, ((const LiaisonStand *) people->pdata[i])->person->id);
}

const LiaisonPlanMatrixType liaison_matrix_language_pairs = {
  "language-pairs",
  N_ ("Languages by shift"),
  N_ ("Between which languages somebody on shift can carry words, and when nobody can"),
  N_ ("Say which languages nations use and liaison posts ask for: here you see whether somebody on "
      "shift speaks both."),
  look_at_pairs,
  fill_pairs,
  summarise_pairs,
  tell_wordless,
  list_pairs,
};
