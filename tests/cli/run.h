/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs liaisonctl as a person does, in a fresh folder. */
#pragma once

#include <json-glib/json-glib.h>

typedef struct
{
  int status; /* of exit; 128 and the signal's number where one ended it */
  char *out;
  char *err;
} Run;

void run_free (Run *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/* Calls g_test_init and makes the folder; run_finish runs the tests and removes it. */
void run_init (int *argc, char ***argv);
int run_finish (void);

/* Runs a script of the shell in the folder: $L is the program, $P a small plan, $S the sample, $D
 * the project's folder "data". */
Run *run (const char *script);
/* The same, for scripts that must end with @status, and what they print where they do. */
char *run_expect (int status, const char *script);
/* What it says on standard error where it ends with @status and prints nothing else. */
char *run_complains (int status, const char *script);
/* Its output as JSON, parsed by another reader than the program's own. */
JsonNode *run_json (int status, const char *script);

/* Where in the folder; the caller's. */
char *run_path (const char *name);
/* What is in the folder, sorted, with blanks between; the caller's. */
char *run_list (void);
/* No byte of @text is a command to a terminal: controls but for line feeds, embeddings, overrides.
 */
void run_assert_harmless (const char *text);
