/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs of liaisonctl share: their options, the language they speak, loading, errors. */
#pragma once

#include "json/writer.h"
#include "store/plan.h"
#include "words/manner.h"

G_BEGIN_DECLS

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
  const char *summary;   /* msgid */
  int (*run) (int argc, char *argv[]);
} LiaisonVerb;

extern const LiaisonVerb liaison_verb_new, liaison_verb_show, liaison_verb_check, liaison_verb_convert, liaison_verb_diff,
    liaison_verb_schema;

/* Parses the options of @verb, with --json, --zone and --language added; the operands stay in *@argv. Exits on --help and on a mistake.
 * The options' targets are the caller's. */
typedef struct
{
  gboolean json;       /* machine-readable output on standard output */
  char *zone;          /* the reader's; NULL: this machine's */
  char *language;      /* BCP 47; NULL: the locale's */
} LiaisonCommonOptions;

gboolean liaison_command_parse (const LiaisonVerb *verb, const GOptionEntry *entries, LiaisonCommonOptions *common,
                                int *argc, char ***argv);
/* Complains about operands and tells the usage; returns the exit status. */
int liaison_command_usage (const LiaisonVerb *verb, const char *problem);

/* The words of the locale or of @common. Borrowed, for the life of the process. */
LiaisonWords *liaison_command_get_words (const LiaisonCommonOptions *common);
/* A manner over the snapshot. Borrows all. */
LiaisonManner liaison_command_get_manner (const LiaisonCommonOptions *common, const LiaisonSnapshot *snapshot);

/* Loads, or says on standard error why not; progress on a terminal. */
LiaisonPlan *liaison_command_load (const char *path);
/* Saves to @path ("-": standard output), or says why not. */
gboolean liaison_command_save (LiaisonPlan *plan, const char *path);
/* What, why, on standard error. */
void liaison_command_complain (const char *what, const GError *error);

/* Prints a string that a terminal must not take for commands: controls are shown, not sent. */
void liaison_command_print (const char *text);

/* A writer to standard output for --json; call liaison_command_finish_json to end it. */
LiaisonJsonWriter *liaison_command_begin_json (void);
int liaison_command_finish_json (LiaisonJsonWriter *writer, int status);

G_END_DECLS
