/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small plan, and words of four languages, for the tests of manners. */
#pragma once

#include "record/kinds.h"
#include "words/manner.h"

/* 2027-03-01T12:00Z. */
#define PLAN_NOW G_GINT64_CONSTANT (1803902400)

typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonManner manner; /* English, DTGs, a reader in UTC */
  char *catalogues;     /* the folder with the catalogues of tests/fixtures/manner */
} Plan;

/* For g_test_add: a fresh plan. It has an exercise in Europe/Oslo from 1 to 20 May 2027, the
 * nations NO, FR, PL and NATO, sites, participants and events; see the table in the source. */
void plan_set_up (Plan *plan, gconstpointer data);
void plan_tear_down (Plan *plan, gconstpointer data);

/* Speaks @language from here on. */
void plan_speak (Plan *plan, const char *language);
/* The record whose id ends in the four hexadecimal digits @digits. */
LiaisonId plan_id (const char *digits);
const LiaisonBlock *plan_block (Plan *plan, const char *digits);
const LiaisonField *plan_field (const LiaisonShape *shape, const char *name);
/* A block read from the file's spelling; ' stands for ". */
LiaisonBlock *plan_read_block (const LiaisonShape *shape, const char *json);
/* What tell_field says, without isolates. */
char *plan_tell (Plan *plan, const LiaisonBlock *block, const char *field);
