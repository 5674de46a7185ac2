/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks for whom: with other nations, and at sites. */
#include "config.h"

#include "draw/plan-matrix-private.h"

#include "record/kinds/nation.h"
#include "record/kinds/post.h"
#include "record/kinds/site.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/sentence.h"
#include "words/printed.h"

static void
look (LiaisonPlanMatrix *self, gboolean sites)
{
  self->representations = liaison_representations_new (self->snapshot, sites);
  for (guint i = 0; i < liaison_representations_count_rows (self->representations); i++)
    {
      const PlanRow row = { i, liaison_representations_get_row (self->representations, i), NULL,
                            0 };
      g_array_append_val (self->rows, row);
    }
}

static void
look_at_nations (LiaisonPlanMatrix *self)
{
  look (self, FALSE);
}

static void
look_at_sites (LiaisonPlanMatrix *self)
{
  look (self, TRUE);
}

/* How somebody speaks, and in what: "→ en fr". */
static char *
tell_short (LiaisonPlanMatrix *self, const LiaisonManner *manner, const LiaisonRepresentation *cell)
{
  gboolean mirrored = liaison_words_is_right_to_left (manner->words);
  g_autoptr (GString) text = g_string_new (NULL);
  const LiaisonBlock *site;

  switch (cell->voice)
    {
    case LIAISON_VOICE_POST:
      g_string_append (text, mirrored ? "←" : "→");
      break;
    case LIAISON_VOICE_RETURN:
      g_string_append (text, mirrored ? "→" : "←");
      break;
    case LIAISON_VOICE_OTHER:
      g_string_append (text, cell->by);
      break;
    case LIAISON_VOICE_MEETING:
      site = liaison_snapshot_find (self->snapshot, cell->site);
      g_string_append (
          text, LIAISON_DATA (Site, site)->code != NULL ? LIAISON_DATA (Site, site)->code : "·");
      break;
    case LIAISON_VOICE_PRESENCE:
      g_string_append (text, "✓");
      break;
    case LIAISON_VOICE_GAP:
      g_string_append (text, "!");
      break;
    default:
      break;
    }
  for (guint i = 0; i < cell->languages->len; i++)
    g_string_append_printf (text, " %s", (const char *) cell->languages->pdata[i]);
  if (cell->speechless)
    g_string_append (text, " ?");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_cell (LiaisonPlanMatrix *self,
          LiaisonMatrix *matrix,
          const LiaisonManner *manner,
          guint row,
          guint column)
{
  static const struct
  {
    LiaisonHue hue;
    double level;
  } looks[] = {
    [LIAISON_VOICE_POST] = { LIAISON_HUE_GREEN, .6 },
    [LIAISON_VOICE_RETURN] = { LIAISON_HUE_TEAL, .5 },
    [LIAISON_VOICE_OTHER] = { LIAISON_HUE_BLUE, .4 },
    [LIAISON_VOICE_MEETING] = { LIAISON_HUE_GREY, .3 },
    [LIAISON_VOICE_PRESENCE] = { LIAISON_HUE_TEAL, .3 },
    [LIAISON_VOICE_GAP] = { LIAISON_HUE_RED, 1 },
  };
  const LiaisonRepresentation *cell =
      liaison_representations_get (self->representations, row, column);
  g_autofree char *text = NULL;

  if (cell->voice == LIAISON_VOICE_SELF || cell->voice == LIAISON_VOICE_NONE)
    {
      if (cell->voice == LIAISON_VOICE_SELF)
        liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_GREY, .1, NULL);
      return;
    }
  text = tell_short (self, manner, cell);
  if (cell->speechless)
    liaison_matrix_set_heat (matrix, row, column, LIAISON_HUE_ORANGE, 1, text);
  else
    liaison_matrix_set_heat (matrix, row, column,
                             cell->unnamed && cell->voice != LIAISON_VOICE_PRESENCE
                                 ? LIAISON_HUE_YELLOW
                                 : looks[cell->voice].hue,
                             looks[cell->voice].level, text);
}

static void
add_columns (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  for (guint i = 0; i < liaison_representations_count_columns (self->representations); i++)
    {
      const LiaisonBlock *block = liaison_representations_get_column (self->representations, i);
      g_autofree char *name = liaison_manner_tell_block_name (manner, block);
      const char *code = block->shape == &liaison_site_kind.shape
                             ? LIAISON_DATA (Site, block)->code
                             : LIAISON_DATA (Nation, block)->code;
      const LiaisonMatrixHead head = { .id = block->id,
                                       .label = code != NULL ? code : name,
                                       .detail = name };
      liaison_matrix_add_column (matrix, &head);
    }
}

static void
fill (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner)
{
  guint n = liaison_representations_count_columns (self->representations);

  liaison_matrix_set_corner (matrix, liaison_words_get (manner->words, N_ ("Who is spoken for")));
  add_columns (self, matrix, manner);
  for (guint row = 0; row < self->rows->len; row++)
    plan_add_record_row (matrix, manner, plan_row (self, row)->block, NULL, 0, FALSE);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < n; column++)
      set_cell (self, matrix, manner, row, column);
}

static char *
summarise (LiaisonPlanMatrix *self, const LiaisonManner *manner)
{
  guint gaps = liaison_representations_count_gaps (self->representations);
  guint speechless = liaison_representations_count_speechless (self->representations);
  g_autofree char *one =
      gaps == 0 ? g_strdup (liaison_words_get (manner->words, N_ ("Somebody speaks for everybody")))
                : plan_tell_count (manner, "{n} gap", "{n} gaps", gaps);
  g_autofree char *two = plan_tell_count (manner, "{n} without a common language",
                                          "{n} without a common language", speechless);

  return speechless == 0 ? g_steal_pointer (&one)
                         : g_strjoin (liaison_words_get_separator (manner->words), one, two, NULL);
}

static void
add_posts (GArray *operands, const LiaisonRepresentation *cell)
{
  for (guint i = 0; i < cell->posts->len; i++)
    {
      LiaisonOperand post =
          liaison_operand_record ("posts", ((const LiaisonBlock *) cell->posts->pdata[i])->id);
      g_array_append_val (operands, post);
    }
}

static const char *
choose_sentence (const LiaisonRepresentation *cell, gboolean site)
{
  switch (cell->voice)
    {
    case LIAISON_VOICE_POST:
      return site ? N_ ("{nation} has a liaison post at {other}: {posts}.")
                  : N_ ("{nation} sends liaison to {other}: {posts}.");
    case LIAISON_VOICE_RETURN:
      return N_ ("{other} sends liaison to {nation}: {posts}.");
    case LIAISON_VOICE_OTHER:
      return cell->posts->len > 0 ? N_ ("{by} speaks for {nation} there: {posts}.")
                                  : N_ ("{by} speaks for {nation} there.");
    case LIAISON_VOICE_MEETING:
      return N_ ("No liaison between the two, but they meet at {place}: {posts}.");
    case LIAISON_VOICE_PRESENCE:
      return N_ ("{nation} has people of its own at {other}.");
    case LIAISON_VOICE_GAP:
      return site ? N_ ("{nation} takes part in events at {other}, and nobody speaks for it there. "
                        "Plan a liaison post, or say who represents it.")
                  : N_ ("Nobody speaks for {nation} with {other}. Plan a liaison post, or say who "
                        "represents it.");
    case LIAISON_VOICE_NONE:
      return N_ ("Nobody speaks for {nation} with {other}, and nobody need do so.");
    case LIAISON_VOICE_SELF:
    default:
      return NULL;
    }
}

static char *
tell_languages (const LiaisonManner *manner, const LiaisonRepresentation *cell)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < cell->languages->len; i++)
    g_ptr_array_add (names, liaison_words_dup_language (manner->words, cell->languages->pdata[i]));
  list = liaison_words_format_list (manner->words, (const char *const *) names->pdata, names->len,
                                    LIAISON_LIST_AND);
  return plan_tell (manner,
                    cell->unnamed ? N_ ("Nobody is named yet; it asks for {languages}.")
                                  : N_ ("They can speak {languages}."),
                    liaison_operand_text ("languages", list));
}

static char *
tell (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column)
{
  const LiaisonRepresentation *cell =
      liaison_representations_get (self->representations, row, column);
  const LiaisonBlock *other = liaison_representations_get_column (self->representations, column);
  gboolean site = other->shape == &liaison_site_kind.shape;
  const char *sentence = choose_sentence (cell, site);
  g_autoptr (GArray) operands = liaison_operands_new ();
  LiaisonOperand some[] = {
    liaison_operand_record ("nation", plan_row (self, row)->block->id),
    liaison_operand_record ("other", other->id),
    liaison_operand_nation ("by", cell->by != NULL ? cell->by : ""),
    liaison_operand_record ("place", cell->site),
  };
  GString *text = g_string_new (NULL);

  g_array_append_vals (operands, some, G_N_ELEMENTS (some));
  add_posts (operands, cell);
  if (sentence != NULL)
    plan_add_sentence (text, liaison_manner_tell_sentence (manner, sentence, operands));
  if (cell->speechless)
    plan_add_sentence (
        text, g_strdup (liaison_words_get (
                  manner->words, N_ ("No language is common to both at level 2 or better."))));
  else if (cell->languages->len > 0)
    plan_add_sentence (text, tell_languages (manner, cell));
  if (text->len == 0)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  return g_string_free (text, FALSE);
}

static void
list_cell (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  const LiaisonRepresentation *cell =
      liaison_representations_get (self->representations, row, column);

  for (guint i = 0; i < cell->posts->len; i++)
    plan_add_id (ids, ((const LiaisonBlock *) cell->posts->pdata[i])->id);
}

/* Where there is no post, the nation that would need one. */
static void
list (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids)
{
  guint n = liaison_representations_count_columns (self->representations);

  for (guint i = 0; i < n; i++)
    if (column == NOWHERE || column == i)
      list_cell (self, row, i, ids);
  if (ids->len == 0)
    plan_add_id (ids, plan_row (self, row)->block->id);
}

const LiaisonPlanMatrixType liaison_matrix_representation = {
  "representation",
  N_ ("Who speaks for whom"),
  N_ ("Through which liaison post each nation is spoken for with each other one, in which common "
      "language, and where nobody does"),
  N_ ("Add nations and liaison posts: here you see who speaks for whom, and where nobody does."),
  look_at_nations,
  fill,
  summarise,
  tell,
  list,
};

const LiaisonPlanMatrixType liaison_matrix_representation_sites = {
  "representation-sites",
  N_ ("Who speaks where"),
  N_ ("Who speaks for each nation at each site that has liaison posts"),
  N_ ("Give liaison posts a site: here you see who speaks for each nation there."),
  look_at_sites,
  fill,
  summarise,
  tell,
  list,
};
