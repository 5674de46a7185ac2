/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs of liaisonctl share: their options, the language they speak, plans in and out. */
#pragma once

#include "output.h"

#include "store/plan.h"
#include "words/manner.h"
#include "words/sentence.h"

G_BEGIN_DECLS

/* Everything is said in the person's language, which --language may choose: by core/words and not
 * by the C library, whose catalogues hang on installed locales. */
#define N_(msgid) msgid
#define _(msgid)  liaison_words_get (liaison_command_get_words (), msgid)

/* Exit statuses. */
enum
{
  LIAISON_EXIT_DONE = 0,
  LIAISON_EXIT_FOUND = 1,  /* done, and something was found */
  LIAISON_EXIT_FAILED = 2, /* could not do it */
};

typedef struct
{
  const char *name;
  const char *arguments; /* msgid: "PLAN -o OUT" */
  const char *summary;   /* msgid: one line */
  int (*run) (int argc, char *argv[]);
  const char *help; /* msgid: paragraphs for --help, or NULL */
} LiaisonVerb;

extern const LiaisonVerb liaison_verb_agreements, liaison_verb_nets, liaison_verb_plan_tests, liaison_verb_round,
    liaison_verb_support;
extern const LiaisonVerb liaison_verb_import;
extern const LiaisonVerb liaison_verb_new, liaison_verb_show, liaison_verb_check,
    liaison_verb_convert, liaison_verb_diff, liaison_verb_schema, liaison_verb_export,
    liaison_verb_pack, liaison_verb_critical_path, liaison_verb_level;
extern const LiaisonVerb liaison_verb_redact;
extern const LiaisonVerb liaison_verb_freeze;
extern const LiaisonVerb liaison_verb_withdraw, liaison_verb_report;
extern const LiaisonVerb liaison_verb_matrix;

/* Parses the options of @verb and those that all have (--json, --zone, --language); operands stay
 * in *@argv after the name. Prints help and exits when it is asked for. FALSE after a complaint. */
gboolean liaison_command_parse (const LiaisonVerb *verb,
                                const GOptionEntry *entries,
                                int *argc,
                                char ***argv);
/* Complains about operands and tells the usage; returns the exit status. */
int liaison_command_usage (const LiaisonVerb *verb, const char *problem);
/* The same where there is no table @name. */
int liaison_command_refuse_table (const LiaisonVerb *verb, const char *name);

/* Whether --json was given. */
gboolean liaison_command_wants_json (void);
/* Lives as long as the process. Before options were parsed, the locale's. */
LiaisonWords *liaison_command_get_words (void);
/* In the words and the zone of the person, now. Borrows all; a document's snapshot at that. */
LiaisonManner liaison_command_get_manner (const LiaisonSnapshot *snapshot);

/* The zone that --zone asked for; NULL: nobody did. */
const char *liaison_command_get_asked_zone (void);

/* The language that --language asked for; NULL: nobody did. */
const char *liaison_command_get_asked_language (void);

/* Loads ("-": standard input), or says on standard error why not; progress on a terminal. */
LiaisonPlan *liaison_command_load (const char *path);
/* The same for a plan that is to be written whole: one of a newer program is refused, for what that
 * one knows would be lost. */
LiaisonPlan *liaison_command_load_to_write (const char *path);
/* An earlier version of @plan: the baseline of this name or version, else the plan in the file
 * @text; or says on standard error why not. */
LiaisonPlan *liaison_command_load_version (const LiaisonSnapshot *plan, const char *text);
/* Saves to @path ("-": standard output) over what stands there, or says why not. With @fresh
 * nothing may stand there. */
gboolean liaison_command_save (LiaisonPlan *plan, const char *path, gboolean fresh);

/* The end of a verb that saves: exit status, and with --json what was saved where. */
int liaison_command_save_and_tell (LiaisonPlan *plan, const char *path, gboolean fresh);

/* What happened, and in small the error it came from (may be NULL), on standard error. */
void liaison_command_complain (const char *what, const GError *error);

/* Ends --json; returns @status, or FAILED after a complaint. */
int liaison_command_finish_json (LiaisonJsonWriter *writer, int status);
/* For --json: the member "name": "text" without isolates; null for NULL. */
void liaison_command_write_member (LiaisonJsonWriter *writer, const char *name, const char *text);

G_END_DECLS
