/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages and zones that prints and exports may be told in, as lists to choose from. */
#pragma once

#include "print/extract.h"
#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills @row with the languages that the program speaks, that of the session first. */
void liaison_tellings_offer_languages (AdwComboRow *row, LiaisonSession *session);
/* The chosen one's tag. Borrowed from the row. */
const char *liaison_tellings_get_language (AdwComboRow *row);

/* Fills @row with the reader's zone, the exercise's, Zulu and those of the reader's clocks. */
void liaison_tellings_offer_zones (AdwComboRow *row, LiaisonSession *session);
/* The chosen one's IANA name. Borrowed from the row. */
const char *liaison_tellings_get_zone (AdwComboRow *row);

/* Fills @row with the rows of @extract that may be taken, in the order of LiaisonExtractRows. */
void liaison_tellings_offer_rows (AdwComboRow *row, const LiaisonExtract *extract);

G_END_DECLS
