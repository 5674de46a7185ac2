/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "show.h"

/* What the options say. */
typedef struct
{
  char *columns;
  char **conditions;
  char *sort;
  int limit;
  gboolean all;
} Wishes;

static void
clear_wishes (Wishes *self)
{
  g_free (self->columns);
  g_strfreev (self->conditions);
  g_free (self->sort);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

static gboolean
fill_query (LiaisonQuery *query, const Wishes *wishes, GError **error)
{
  LiaisonWords *words = liaison_command_get_words ();
  char **conditions = wishes->conditions;

  query->limit = MAX (wishes->limit, 0);
  if (wishes->columns == NULL)
    liaison_query_take_usual_columns (query, wishes->all);
  else if (!liaison_query_choose_columns (query, words, wishes->columns, error))
    return FALSE;
  if (wishes->sort != NULL && !liaison_query_sort_by (query, words, wishes->sort, error))
    return FALSE;
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    if (!liaison_query_add_condition (query, words, conditions[i], error))
      return FALSE;
  return TRUE;
}

static int
show_table (const Wishes *wishes, const LiaisonKind *kind, const LiaisonSnapshot *snapshot)
{
  g_autoptr (LiaisonQuery) query = liaison_query_new (kind);
  g_autoptr (GError) error = NULL;

  if (fill_query (query, wishes, &error))
    return liaison_show_table (query, snapshot);
  liaison_output_warn (error->message);
  return LIAISON_EXIT_FAILED;
}

static int
run (int argc, char *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  const GOptionEntry entries[] = {
    { "columns", 'c', 0, G_OPTION_ARG_STRING, &wishes.columns,
      N_ ("Show these columns, with commas between them"), N_ ("LIST") },
    { "all-columns", 'a', 0, G_OPTION_ARG_NONE, &wishes.all,
      N_ ("Show every column that has anything in it"), NULL },
    { "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &wishes.conditions,
      N_ ("Show only records of which this is true; may be given several times"),
      N_ ("CONDITION") },
    { "sort", 's', 0, G_OPTION_ARG_STRING, &wishes.sort,
      N_ ("Sort by this column; with - before it from the last to the first"), N_ ("COLUMN") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &wishes.limit, N_ ("Show at most so many records"),
      N_ ("NUMBER") },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_show, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2 && argc != 3)
    return liaison_command_usage (&liaison_verb_show, _ ("say which plan, and which table"));
  const LiaisonKind *kind = argc == 3 ? liaison_kind_find (argv[2]) : NULL;
  if (argc == 3 && kind == NULL)
    return liaison_command_refuse_table (&liaison_verb_show, argv[2]);

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  return kind == NULL ? liaison_show_summary (snapshot) : show_table (&wishes, kind, snapshot);
}

const LiaisonVerb liaison_verb_show = {
  "show",
  N_ ("PLAN [TABLE]"),
  N_ ("Show a summary of a plan, or the records of a table"),
  run,
  N_ ("Columns are the fields of the table’s records (liaisonctl schema --names lists them) and: "
      "id; title, the name in the language that is spoken; dtg and zulu, when it begins, as a "
      "date-time group in the zone shown and in Zulu; local, when it begins, where it takes place; "
      "start and end, as date and time in the zone shown.\n\n"
      "A condition is COLUMN=VALUE, COLUMN!=VALUE, or COLUMN~=PART of a value; case and accents "
      "do not matter. A value may be what is shown, or the code, serial or id of what is referred "
      "to, or the spelling in the file; of a list, any member. “nation” stands for every nation "
      "that a record is about and for those of its participants, liaison posts, owner or chair: "
      "--where nation=FR."),
};
