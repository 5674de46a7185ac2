/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "store/template.h"
#include "words/names.h"

#include <string.h>

/* What the options say. */
typedef struct
{
  char *output, *template, *from, *name, *startex, *host;
  int days;
  gboolean overwrite, list;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->template);
  g_free (self->name);
  g_free (self->from);
  g_free (self->startex);
  g_free (self->host);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
list_as_json (GPtrArray *all, const char *language)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < all->len; i++)
    {
      const LiaisonTemplate *each = all->pdata[i];

      liaison_json_writer_begin_object (writer);
      liaison_command_write_member (writer, "name", liaison_template_get_name (each));
      liaison_command_write_member (writer, "title", liaison_template_get_title (each, language));
      liaison_command_write_member (writer, "summary",
                                    liaison_template_get_summary (each, language));
      liaison_json_writer_name (writer, "days");
      liaison_json_writer_integer (writer, liaison_template_get_days (each));
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

static int
list_templates (void)
{
  g_autoptr (GPtrArray) all = liaison_template_list ();
  const char *language = liaison_words_get_language (liaison_command_get_words ());

  if (liaison_command_wants_json ())
    return list_as_json (all, language);
  for (guint i = 0; i < all->len; i++)
    {
      const LiaisonTemplate *each = all->pdata[i];
      g_autofree char *line
          = g_strdup_printf ("%-18s%s\n%-18s%s", liaison_template_get_name (each),
                             liaison_template_get_title (each, language), "",
                             liaison_template_get_summary (each, language));
      liaison_output_print (line);
      liaison_output_print_line ("");
    }
  return LIAISON_EXIT_DONE;
}

/* One of ours by its name, or any plan by its path; NULL after a complaint. */
static LiaisonTemplate *
find_template (const char *name)
{
  LiaisonTemplate *template = name == NULL ? liaison_template_new_empty ()
                                           : liaison_template_find (name);
  g_autoptr (GError) error = NULL;

  if (template != NULL)
    return template;
  if (strchr (name, G_DIR_SEPARATOR) == NULL && !g_str_has_suffix (name, ".liaison"))
    {
      g_autofree char *problem = liaison_words_format (
          liaison_command_get_words (),
          N_ ("There is no template “{name}”. --list tells which there are."),
          liaison_operand_text ("name", name));
      liaison_output_warn (problem);
      return NULL;
    }
  template = liaison_template_load (name, NULL, &error);
  if (template == NULL)
    liaison_command_complain (_ ("The plan could not be read. Nothing was changed."), error);
  return template;
}

/* NULL with @error when a wish cannot be granted. */
static LiaisonPlan *
make_plan (const LiaisonTemplate *template, const Options *options, GError **error)
{
  LiaisonWords *words = liaison_command_get_words ();
  LiaisonManner manner = liaison_command_get_manner (NULL);
  g_autofree char *host = options->host != NULL ? g_ascii_strup (options->host, -1) : NULL;
  g_autofree char *host_name = host != NULL ? liaison_words_dup_nation (words, host) : NULL;
  LiaisonTemplateWishes wishes = {
    .language = liaison_words_get_language (words),
    .name = options->name,
    .days = options->days,
    .host = host,
    .host_name = host_name,
    .move_fixed = options->from != NULL,
  };

  if (options->startex != NULL)
    {
      if (!liaison_template_read_date (&manner, options->startex, &wishes, error))
        return NULL;
      wishes.zone = manner.zone;
    }
  return liaison_template_make_plan (template, &wishes, manner.now * 1000, error);
}

static int
make_and_save (const Options *options)
{
  g_autoptr (LiaisonTemplate) template = find_template (options->from != NULL ? options->from : options->template);
  g_autoptr (LiaisonPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (template == NULL)
    return LIAISON_EXIT_FAILED;
  plan = make_plan (template, options, &error);
  if (plan == NULL)
    return liaison_command_usage (&liaison_verb_new, _ (error->message));
  return liaison_command_save_and_tell (plan, options->output, !options->overwrite);
}

static const char *
find_misuse (const Options *options, int argc)
{
  if (options->output == NULL || argc > 1)
    return _ ("say where to write the plan, with -o FILE");
  if (!options->overwrite && strcmp (options->output, "-") != 0
      && g_file_test (options->output, G_FILE_TEST_EXISTS))
    return _ ("that file is there already; --force replaces it");
  if (options->from != NULL && (options->template != NULL || options->startex == NULL))
    return _ ("--from needs --startex, and no --template beside it");
  if (options->name != NULL && *options->name == '\0')
    return _ ("that name is empty or too long");
  if (options->days < 0)
    return _ ("An exercise lasts from 1 to 365 days.");
  return NULL;
}

static int
run (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  const char *misuse;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write the plan; “-” for standard output"), N_ ("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("Name of the exercise"), N_ ("NAME") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &options.template,
      N_ ("Begin with this template: a name of --list, or any plan"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from,
      N_ ("Duplicate this plan: all its times move with STARTEX"), N_ ("PLAN") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, N_ ("Tell which templates there are"), NULL },
    { "startex", 0, 0, G_OPTION_ARG_STRING, &options.startex,
      N_ ("Day of STARTEX, such as 2027-10-25, in the zone of --zone"), N_ ("DATE") },
    { "days", 0, 0, G_OPTION_ARG_INT, &options.days, N_ ("How many days it lasts"), N_ ("DAYS") },
    { "host", 0, 0, G_OPTION_ARG_STRING, &options.host,
      N_ ("Code of the host nation, such as NO"), N_ ("CODE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.overwrite, N_ ("Replace a file that is there"),
      NULL },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_new, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (options.list)
    return list_templates ();
  misuse = find_misuse (&options, argc);
  if (misuse != NULL)
    return liaison_command_usage (&liaison_verb_new, misuse);
  return make_and_save (&options);
}

const LiaisonVerb liaison_verb_new = {
  "new",
  N_ ("-o FILE"),
  N_ ("Make an empty plan, or one from a template"),
  run,
};
