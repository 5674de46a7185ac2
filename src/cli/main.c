/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl: everything the window can work out, without a window. */
#include "config.h"

#include "command.h"
#include "interrupt.h"

#include <locale.h>
#include <malloc.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* As much as a common plan needs, in bytes. */
#define LARGE_MEMORY (64 << 20)

static const LiaisonVerb *const verbs[] = {
  &liaison_verb_new,     &liaison_verb_show,          &liaison_verb_check,  &liaison_verb_import,
  &liaison_verb_convert, &liaison_verb_diff,          &liaison_verb_schema, &liaison_verb_export,
  &liaison_verb_pack,    &liaison_verb_critical_path, &liaison_verb_level,
  &liaison_verb_redact,
  &liaison_verb_withdraw, &liaison_verb_report,
  &liaison_verb_freeze,
  &liaison_verb_agreements, &liaison_verb_nets, &liaison_verb_plan_tests, &liaison_verb_round, &liaison_verb_support,
  &liaison_verb_matrix,
};

static char *
make_usage (void)
{
  GString *text = g_string_new (_ ("Usage: liaisonctl VERB [OPTION…] …"));

  g_string_append (text, "\n\n");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "  %-13s %s\n", verbs[i]->name, _ (verbs[i]->summary));
  g_string_append_printf (text, "\n%s",
                          _ ("“liaisonctl VERB --help” tells more of a verb, “liaisonctl "
                             "--version” the version."));
  return g_string_free (text, FALSE);
}

static int
refuse (const char *verb)
{
  g_autofree char *problem =
      liaison_words_format (liaison_command_get_words (), N_ ("There is no verb “{verb}”."),
                            liaison_operand_text ("verb", verb));
  g_autofree char *usage = make_usage ();

  liaison_output_warn (problem);
  liaison_output_warn (usage);
  return LIAISON_EXIT_FAILED;
}

static int
run (int argc, char *argv[])
{
  const char *verb = argc > 1 ? argv[1] : "";
  g_autofree char *usage = make_usage ();

  if (argc < 2)
    {
      liaison_output_warn (usage);
      return LIAISON_EXIT_FAILED;
    }
  if (strcmp (verb, "--help") == 0 || strcmp (verb, "-h") == 0 || strcmp (verb, "help") == 0)
    {
      liaison_output_print_line (usage);
      return LIAISON_EXIT_DONE;
    }
  if (strcmp (verb, "--version") == 0)
    {
      liaison_output_print_line ("liaisonctl " LIAISON_VERSION);
      return LIAISON_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verb, verbs[i]->name) == 0)
      return verbs[i]->run (argc - 1, argv + 1);
  return refuse (verb);
}

/* One plan and one answer: what is freed is wanted again at once, and asking the kernel for pages,
 * one by one and anew, takes longer than much of the work. So what is taken is kept, and the first
 * part of it asked for in large pages. Only glibc and Linux know these. */
static void
keep_memory (void)
{
#if defined(M_TRIM_THRESHOLD) && defined(MADV_HUGEPAGE)
  guintptr page = sysconf (_SC_PAGESIZE);
  guintptr begin = ((guintptr) sbrk (0) + page - 1) / page * page;

  mallopt (M_MMAP_THRESHOLD, LARGE_MEMORY);
  mallopt (M_TRIM_THRESHOLD, 8 * LARGE_MEMORY);
  mallopt (M_TOP_PAD, LARGE_MEMORY);
  /* This makes the heap grow. */
  g_free (g_malloc (LARGE_MEMORY / 8));

  guintptr end = (guintptr) sbrk (0);
  if (end > begin)
    madvise ((gpointer) begin, end - begin, MADV_HUGEPAGE);
#endif
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  keep_memory ();
  liaison_output_init ();
  liaison_interrupt_init ();
  /* For GLib's own words and the encoding of the terminal. */
  setlocale (LC_ALL, "");
  g_set_prgname ("liaisonctl");

  status = run (argc, argv);
  if (!liaison_output_finish (&error))
    {
      liaison_command_complain (_ ("The output could not be written."), error);
      status = LIAISON_EXIT_FAILED;
    }
  return status;
}
