/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Briefings as reports (see report.h): what the window and the command line print. */
#pragma once

#include "pack/report.h"

G_BEGIN_DECLS

/* Of briefing cards, those named or all: each a card on pages of its own. */
LiaisonPages *liaison_report_briefings (const LiaisonReport *report);
/* Their phrases to point at. */
LiaisonPages *liaison_report_phrase_sheets (const LiaisonReport *report);
/* The order of flags, and ranks side by side; ids do not matter. */
LiaisonPages *liaison_report_flags (const LiaisonReport *report);
LiaisonPages *liaison_report_ranks (const LiaisonReport *report);
/* Of events: a page each for the chair. */
LiaisonPages *liaison_report_room_cards (const LiaisonReport *report);

G_END_DECLS
