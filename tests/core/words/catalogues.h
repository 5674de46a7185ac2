/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The test catalogues as the build made them, and in the folders that LiaisonWords looks into. */
#pragma once

#include "words/words.h"

/* The path of the catalogue of tests/fixtures/words/@folder.po in @order, "little" or "big". */
char *catalogues_get_path (const char *folder, const char *order);
/* Its bytes. */
GBytes *catalogues_read (const char *folder, const char *order);

/* A temporary folder DIR/FOLDER/LC_MESSAGES/liaison.mo of the named ones, NULL-terminated. */
char *catalogues_make_dir (const char *first, ...) G_GNUC_NULL_TERMINATED;
void catalogues_remove_dir (char *dir);

/* Words of @language that read @dir only; NULL: no catalogue at all. */
LiaisonWords *catalogues_new_words (const char *language, const char *dir);
