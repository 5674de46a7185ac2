/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "show.h"

#include <string.h>

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
complain_of_column (const LiaisonKind *kind, const char *name)
{
  g_autofree char *names = liaison_column_list_names (kind);
  g_autofree char *problem = liaison_words_format (
      liaison_command_get_words (), N_ ("{table} have no column “{column}”. They have: {columns}"),
      liaison_operand_field ("table", kind->plural_label), liaison_operand_text ("column", name),
      liaison_operand_text ("columns", names));

  liaison_output_warn (problem);
  return FALSE;
}

static gboolean
has_column (const LiaisonShowing *showing, const char *name)
{
  for (guint i = 0; i < showing->columns->len; i++)
    if (strcmp (g_array_index (showing->columns, LiaisonColumn, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
choose_columns (LiaisonShowing *showing, const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      LiaisonColumn column;

      if (!liaison_column_find (&column, showing->kind, g_strstrip (names[i])))
        return complain_of_column (showing->kind, names[i]);
      if (!has_column (showing, column.name))
        g_array_append_val (showing->columns, column);
    }
  showing->chosen = TRUE;
  return TRUE;
}

/* Those that the table of the kind says, led by when a record begins, or all that people fill in.
 */
static void
take_usual_columns (LiaisonShowing *showing, gboolean all)
{
  const LiaisonShape *shape = &showing->kind->shape;
  LiaisonFieldFlags shown_start = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN;
  const LiaisonField *start = liaison_shape_find_flagged (shape, shown_start);
  LiaisonColumn column;

  if (start != NULL && liaison_column_find (&column, showing->kind, "dtg"))
    g_array_append_val (showing->columns, column);
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LiaisonField *field = &shape->fields[i];

      if (field == start
          || !(all ? !(field->flags & LIAISON_FIELD_HIDDEN) : field->flags & LIAISON_FIELD_COLUMN))
        continue;
      column = liaison_column_for_field (showing->kind, field);
      g_array_append_val (showing->columns, column);
    }
}

static gboolean
choose_order (LiaisonShowing *showing, const char *name)
{
  static LiaisonColumn key;

  showing->descending = *name == '-';
  if (!liaison_column_find (&key, showing->kind, name + showing->descending))
    return complain_of_column (showing->kind, name + showing->descending);
  showing->key = &key;
  return TRUE;
}

static gboolean
choose_filters (LiaisonShowing *showing, char **conditions)
{
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      LiaisonFilter *filter = liaison_filter_new (showing->kind, conditions[i], &error);

      if (filter == NULL)
        {
          liaison_output_warn (error->message);
          return FALSE;
        }
      g_ptr_array_add (showing->filters, filter);
    }
  return TRUE;
}

static int
show_table (const Wishes *wishes, const LiaisonKind *kind, const LiaisonSnapshot *snapshot)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (LiaisonColumn));
  g_autoptr (GPtrArray) filters =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_filter_free);
  LiaisonShowing showing = {
    .kind = kind, .columns = columns, .filters = filters, .limit = MAX (wishes->limit, 0)
  };

  if (wishes->columns == NULL)
    take_usual_columns (&showing, wishes->all);
  else if (!choose_columns (&showing, wishes->columns))
    return LIAISON_EXIT_FAILED;
  if (wishes->sort != NULL && !choose_order (&showing, wishes->sort))
    return LIAISON_EXIT_FAILED;
  if (!choose_filters (&showing, wishes->conditions))
    return LIAISON_EXIT_FAILED;
  return liaison_show_table (&showing, snapshot);
}

static int
refuse_table (const char *name)
{
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autofree char *problem = NULL;

  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    g_string_append_printf (tables, "%s%s", i > 0 ? " " : "", liaison_kind_get (i)->plural);
  problem = liaison_words_format (
      liaison_command_get_words (), N_ ("There is no table “{table}”. There are: {tables}"),
      liaison_operand_text ("table", name), liaison_operand_text ("tables", tables->str));
  return liaison_command_usage (&liaison_verb_show, problem);
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
    return refuse_table (argv[2]);

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
