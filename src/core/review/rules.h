/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the review: one small file each in rules/. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

extern const LiaisonRule liaison_rule_reference_dangling;
extern const LiaisonRule liaison_rule_nation_absent;
extern const LiaisonRule liaison_rule_anchor_circle;
extern const LiaisonRule liaison_rule_end_before_start;
extern const LiaisonRule liaison_rule_wall_time;
extern const LiaisonRule liaison_rule_required_missing;

G_END_DECLS
