/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "words/column.h"

#include "store/format-page.h"
#include "store/schema.h"

/* Names for programs that complete command lines: of tables, or of one table's columns. */
static int
print_names (const char *table)
{
  const LiaisonKind *kind = table != NULL ? liaison_kind_find (table) : NULL;

  if (table != NULL && kind == NULL)
    return liaison_command_usage (&liaison_verb_schema, _ ("there is no such table"));
  if (kind == NULL)
    for (guint i = 0; i < LIAISON_N_KINDS; i++)
      liaison_output_print_line (liaison_kind_get (i)->plural);
  else
    {
      g_autofree char *names = liaison_column_list_names (kind);

      liaison_output_print_line (g_strdelimit (names, " ", '\n'));
    }
  return LIAISON_EXIT_DONE;
}

static int
print_page (void)
{
  g_autofree char *page = liaison_format_page_new ();

  liaison_output_print (page);
  return LIAISON_EXIT_DONE;
}

static int
print_schema (void)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_schema_write (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

static int
run (int argc, char *argv[])
{
  gboolean markdown = FALSE, names = FALSE;
  const GOptionEntry entries[] = {
    { "markdown", 0, 0, G_OPTION_ARG_NONE, &markdown,
      N_ ("The reference page of the file format, in English"), NULL },
    { "names", 0, 0, G_OPTION_ARG_NONE, &names, N_ ("The names of tables, or of a table’s columns"),
      NULL },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_schema, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc > 2 || (argc == 2 && !names))
    return liaison_command_usage (&liaison_verb_schema, _ ("a table is only named with --names"));
  if (names)
    return print_names (argc == 2 ? argv[1] : NULL);
  return markdown ? print_page () : print_schema ();
}

const LiaisonVerb liaison_verb_schema = {
  "schema",
  N_ ("[--markdown | --names [TABLE]]"),
  N_ ("Describe the file format: JSON Schema, reference page, or names"),
  run,
};
